"""Before the Council: at a meeting, never by poll; considered when the meeting closes it."""

import datetime as dt

import pytest
from tests.bodies.builders import TODAY
from tests.membership.builders import (
    NEWCOMER,
    House,
    a_house,
    a_sitting,
    an_item,
    considered,
    nominated,
    proposed,
    signed,
)

from shanyraq.bodies.queries import is_in_office
from shanyraq.membership.actions import (
    NeedsMeeting,
    NotFinished,
    NotThisBody,
    OnAnAgenda,
    StepMissing,
    approve,
    note_consideration,
    put_before_council,
    put_before_small_assembly,
    submit,
)
from shanyraq.membership.actions._following import follow_item
from shanyraq.membership.enums import CandidatureState, Opinion, StepKind
from shanyraq.sittings.enums import ItemKind, ItemState, Kind, State

pytestmark = pytest.mark.django_db
TOMORROW = TODAY + dt.timedelta(days=1)


@pytest.fixture
def house() -> House:
    return a_house()


def test_the_proposed_come_before_their_small_assembly(house: House) -> None:
    candidature = proposed(house)
    meeting = a_sitting(house.small, state=State.PREPARED)
    item = put_before_small_assembly(
        occasion=house.by(house.head), candidature=candidature, session=meeting
    )
    assert (item.kind, item.about) == (ItemKind.NOMINATION, candidature.public_id)
    assert NEWCOMER.ru in item.title_ru
    with pytest.raises(OnAnAgenda):
        put_before_small_assembly(
            occasion=house.by(house.head), candidature=candidature, session=meeting
        )


def test_the_proposed_do_not_come_before_another_small_assembly(house: House) -> None:
    with pytest.raises(NotThisBody):
        put_before_small_assembly(
            occasion=house.by(house.head),
            candidature=proposed(house),
            session=a_sitting(house.other_small, state=State.PREPARED),
        )


def test_the_nominated_come_before_a_meeting_of_the_council(house: House) -> None:
    candidature = nominated(house)
    meeting = a_sitting(house.council, state=State.PREPARED)
    item = put_before_council(
        occasion=house.by(house.clerk), candidature=candidature, session=meeting
    )
    assert (item.kind, item.about) == (ItemKind.MEMBERSHIP_CANDIDATES, candidature.public_id)


def test_the_council_considers_nobody_by_poll(house: House) -> None:
    poll = a_sitting(house.council, kind=Kind.POLL, state=State.PREPARED)
    with pytest.raises(NeedsMeeting) as refused:
        put_before_council(
            occasion=house.by(house.clerk), candidature=nominated(house), session=poll
        )
    assert refused.value.verdict is not None
    assert refused.value.verdict.clause == "R14.2a"


def test_the_proposed_do_not_come_before_the_council_without_a_nomination(house: House) -> None:
    meeting = a_sitting(house.council, state=State.PREPARED)
    with pytest.raises(StepMissing) as refused:
        put_before_council(
            occasion=house.by(house.clerk), candidature=proposed(house), session=meeting
        )
    assert refused.value.verdict is not None
    assert refused.value.verdict.clause == "R14.1a"


def test_a_candidature_comes_before_no_other_body(house: House) -> None:
    with pytest.raises(NotThisBody):
        put_before_council(
            occasion=house.by(house.clerk),
            candidature=nominated(house),
            session=a_sitting(house.small, state=State.PREPARED),
        )


def test_the_meeting_that_closes_the_question_has_considered_it(house: House) -> None:
    candidature = nominated(house)
    item = an_item(
        a_sitting(house.council), ItemKind.MEMBERSHIP_CANDIDATES, about=candidature.public_id
    )
    follow_item(item=item, occasion=house.by(house.clerk))
    candidature.refresh_from_db()
    step = candidature.steps.get(kind=StepKind.CONSIDERATION)
    assert candidature.state == CandidatureState.CONSIDERED
    assert (step.item, step.opinion) == (item, Opinion.NONE)


@pytest.mark.parametrize(
    ("adopted", "opinion"), [(True, Opinion.FAVOURABLE), (False, Opinion.UNFAVOURABLE)]
)
def test_the_councils_vote_is_its_opinion(house: House, *, adopted: bool, opinion: Opinion) -> None:
    candidature = nominated(house)
    considered(house, candidature, adopted=adopted)
    assert candidature.steps.get(kind=StepKind.CONSIDERATION).opinion == opinion


def test_an_unfavourable_opinion_does_not_bind_the_chair(house: House) -> None:
    candidature = nominated(house)
    considered(house, candidature, adopted=False)
    submit(occasion=house.by(house.deputy), candidature=candidature)
    approve(occasion=house.by(house.chair), candidature=candidature, signed=signed())
    assert is_in_office(candidature.person, house.assembly, TODAY)


def test_a_poll_that_closes_considers_nobody(house: House) -> None:
    candidature = nominated(house)
    poll = a_sitting(house.council, kind=Kind.POLL)
    item = an_item(poll, ItemKind.MEMBERSHIP_CANDIDATES, about=candidature.public_id)
    follow_item(item=item, occasion=house.by(house.clerk))
    candidature.refresh_from_db()
    assert candidature.state == CandidatureState.NOMINATED
    with pytest.raises(NeedsMeeting):
        note_consideration(occasion=house.by(house.clerk), candidature=candidature, item=item)


def test_a_question_still_discussed_is_not_considered(house: House) -> None:
    candidature = nominated(house)
    item = an_item(
        a_sitting(house.council),
        ItemKind.MEMBERSHIP_CANDIDATES,
        about=candidature.public_id,
        state=ItemState.DISCUSSED,
    )
    with pytest.raises(NotFinished):
        note_consideration(occasion=house.by(house.clerk), candidature=candidature, item=item)


def test_a_question_about_another_considers_nobody(house: House) -> None:
    item = an_item(a_sitting(house.council), ItemKind.MEMBERSHIP_CANDIDATES, about="somebody")
    with pytest.raises(NotThisBody):
        note_consideration(occasion=house.by(house.clerk), candidature=nominated(house), item=item)
