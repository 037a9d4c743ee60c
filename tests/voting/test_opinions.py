"""A member's opinion: at any time, in any language, of any length, and never anybody else's."""

import datetime as dt

import pytest
from django.db import DatabaseError, transaction
from tests.voting.builders import a_decision, a_hall, actor_of, by

from shanyraq.bodies.models import Membership
from shanyraq.platform.journal import entries_of
from shanyraq.platform.models import JournalValue
from shanyraq.sittings.actions import close_session, finish_item
from shanyraq.sittings.enums import OpinionLanguage
from shanyraq.voting.actions import add_dissent
from shanyraq.voting.actions.opinions import EmptyOpinion
from shanyraq.voting.models import Dissent
from shanyraq.voting.permissions import NotAMember
from shanyraq.voting.queries import dissents_of

pytestmark = pytest.mark.django_db

KAZAKH = OpinionLanguage.KAZAKH


def test_a_member_adds_an_opinion_long_after_the_session() -> None:
    hall = a_hall()
    decision = a_decision(hall)
    finish_item(occasion=by(hall.chair), item=hall.question)
    close_session(occasion=by(hall.chair, hour=13), session=hall.session)
    later = by(actor_of(hall.members[0]), on=dt.date(2009, 3, 1))
    dissent = add_dissent(occasion=later, decision=decision, text="Қарсымын.", language=KAZAKH)
    assert list(dissents_of(decision)) == [dissent]
    assert dissent.added_at == later.at


def test_a_member_who_was_absent_may_speak_too() -> None:
    hall = a_hall(present=10)
    occasion = by(actor_of(hall.members[11]))
    assert add_dissent(occasion=occasion, decision=a_decision(hall), text="Жоқ", language=KAZAKH)


def test_the_journal_holds_the_words_outside_the_chain() -> None:
    hall = a_hall()
    occasion = by(actor_of(hall.members[0]))
    dissent = add_dissent(
        occasion=occasion, decision=a_decision(hall), text="Қарсымын.", language=KAZAKH
    )
    entry = entries_of(dissent.public_id)[0]
    assert "text" not in entry.facts
    value = JournalValue.objects.get(entry__sequence=entry.sequence, name="text")
    assert value.value == "Қарсымын."


@pytest.mark.parametrize("text", ["", "   \n\t "])
def test_an_empty_opinion_is_refused(text: str) -> None:
    hall = a_hall()
    decision = a_decision(hall)
    with pytest.raises(EmptyOpinion):
        add_dissent(
            occasion=by(actor_of(hall.members[0])), decision=decision, text=text, language=KAZAKH
        )
    assert not Dissent.objects.exists()


@pytest.mark.parametrize("language", OpinionLanguage)
def test_a_long_opinion_in_any_language_is_kept_whole(language: OpinionLanguage) -> None:
    hall = a_hall()
    text = "Ұйғұр мектептері туралы. " * 4000
    dissent = add_dissent(
        occasion=by(actor_of(hall.members[0])),
        decision=a_decision(hall),
        text=text,
        language=language,
    )
    dissent.refresh_from_db()
    assert dissent.text == text.strip()


def test_who_is_no_member_has_no_opinion_here() -> None:
    hall = a_hall()
    decision = a_decision(hall)
    with pytest.raises(NotAMember) as refused:
        add_dissent(occasion=by(hall.clerk), decision=decision, text="Жоқ", language=KAZAKH)
    assert refused.value.verdict is not None
    assert refused.value.verdict.clause == "R20.2"


def test_who_is_a_member_no_more_has_lost_the_right() -> None:
    hall = a_hall()
    decision = a_decision(hall)
    seat = hall.members[0]
    Membership.objects.filter(pk=seat.pk).update(end_date=dt.date(2008, 11, 1))
    with pytest.raises(NotAMember):
        add_dissent(
            occasion=by(actor_of(seat), on=dt.date(2008, 11, 1)),
            decision=decision,
            text="Жоқ",
            language=KAZAKH,
        )


def test_nobody_changes_or_deletes_an_opinion() -> None:
    hall = a_hall()
    decision = a_decision(hall)
    add_dissent(
        occasion=by(actor_of(hall.members[0])), decision=decision, text="Жоқ", language=KAZAKH
    )
    for change in (
        lambda: Dissent.objects.update(text="Иә"),
        lambda: Dissent.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError, match="what happened stays"), transaction.atomic():
            change()
    assert Dissent.objects.get().text == "Жоқ"
