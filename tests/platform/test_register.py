"""The one door: transaction, entry, repetition, sealed acts."""

import datetime as dt

import pytest
from tests.conftest import an_occasion

from shanyraq.platform.models import AnsweredRequest, ClockShift, JournalEntry
from shanyraq.platform.occasion import Actor, Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import REGISTER, Done, action

pytestmark = pytest.mark.django_db


class Odd(Refusal):
    code = "odd"
    message = "{days} is odd."


@pytest.fixture(autouse=True, scope="module")
def _registered() -> None:
    if "tests.shift" in REGISTER:
        return

    def shift(*, occasion: Occasion, days: int) -> Done[ClockShift]:
        del occasion
        made = ClockShift.objects.create(days=days)
        if days % 2:
            raise Odd(days=days)
        return Done(made, facts={"days": days}, withheld={"name": "Ұлан"})

    action("tests.shift")(shift)
    action("tests.sealed", sealed=True)(shift)


def shift(days: int, key: str = "", name: str = "tests.shift") -> ClockShift:
    occasion = an_occasion(actor=Actor("aigul"), request_key=key)
    made = REGISTER[name].function(occasion=occasion, days=days)
    assert isinstance(made, ClockShift)
    return made


def test_an_act_leaves_one_entry_with_its_facts() -> None:
    made = shift(2)
    entry = JournalEntry.objects.get(action="tests.shift")
    assert (entry.actor, entry.subject, entry.on) == ("aigul", made.public_id, dt.date(2008, 9, 15))


def test_a_refused_act_leaves_nothing_and_its_allowed_twin_stands() -> None:
    with pytest.raises(Odd) as refused:
        shift(3)
    assert refused.value.sentence == "3 is odd."
    assert ClockShift.objects.count() == JournalEntry.objects.count() == 0
    shift(4)
    assert ClockShift.objects.count() == JournalEntry.objects.count() == 1


def test_a_repeated_request_is_answered_and_not_done_again() -> None:
    first, second = shift(2, key="k1"), shift(2, key="k1")
    assert first == second
    assert ClockShift.objects.count() == JournalEntry.objects.count() == 1


def test_another_request_is_done() -> None:
    assert shift(2, key="k1") != shift(2, key="k2")


def test_the_same_key_of_another_person_is_another_request() -> None:
    first = shift(2, key="k1")
    other = an_occasion(actor=Actor("bolat"), request_key="k1")
    assert REGISTER["tests.shift"].function(occasion=other, days=2) != first


def test_a_sealed_act_leaves_no_trace_of_who_and_when() -> None:
    shift(2, key="k1", name="tests.sealed")
    assert ClockShift.objects.count() == 1
    assert JournalEntry.objects.count() == AnsweredRequest.objects.count() == 0


def test_a_sealed_act_that_is_refused_leaves_nothing_at_all() -> None:
    with pytest.raises(Odd):
        shift(3, name="tests.sealed")
    assert ClockShift.objects.count() == 0


def test_facts_have_names_only() -> None:
    with pytest.raises(TypeError):
        REGISTER["tests.shift"].function(an_occasion(), days=2)


def test_two_actions_cannot_share_a_name() -> None:
    with pytest.raises(ValueError, match=r"tests\.shift"):
        action("tests.shift")(lambda **_: Done(ClockShift()))
