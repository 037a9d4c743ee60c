"""Submission, approval, rejection, inclusion at discretion."""

import datetime as dt

import pytest
from tests.bodies.builders import SPRING, TODAY, a_seat
from tests.membership.builders import (
    NEWCOMER,
    House,
    a_house,
    a_sitting,
    a_vote,
    an_item,
    approved,
    considered,
    nominated,
    proposed,
    signed,
    submitted,
)
from tests.people.builders import a_person

from shanyraq.bodies.enums import Category, Issuer
from shanyraq.bodies.permissions import NotARecorder
from shanyraq.bodies.queries import is_in_office
from shanyraq.charter.queries import law_on
from shanyraq.membership.actions import (
    BeginsBeforeTheAct,
    NotUnderWay,
    StepMissing,
    StepTaken,
    approve,
    include_at_discretion,
    reject,
    submit,
)
from shanyraq.membership.enums import CandidatureState, StepKind
from shanyraq.people.permissions import NotAKeeper
from shanyraq.sittings.enums import ItemKind, ItemState
from shanyraq.sittings.permissions import NotYours

pytestmark = pytest.mark.django_db
TOMORROW = TODAY + dt.timedelta(days=1)


@pytest.fixture
def house() -> House:
    return a_house()


def test_a_deputy_submits_after_the_council(house: House) -> None:
    candidature = submitted(house)
    step = candidature.steps.get(kind=StepKind.SUBMISSION)
    assert candidature.state == CandidatureState.SUBMITTED
    assert step.actor == house.deputy
    assert step.verdict is not None
    assert step.verdict.rule == "membership_submission"


def test_nobody_submits_before_the_council_has_considered(house: House) -> None:
    with pytest.raises(StepMissing) as refused:
        submit(occasion=house.by(house.deputy), candidature=nominated(house))
    assert refused.value.verdict is not None
    assert refused.value.verdict.clause == "R14.2a"
    assert "Council" in refused.value.remedy_sentence or refused.value.remedy_sentence


def test_only_a_deputy_submits(house: House) -> None:
    candidature = nominated(house)
    considered(house, candidature)
    with pytest.raises(NotYours):
        submit(occasion=house.by(house.clerk), candidature=candidature)


def test_a_submission_is_made_once(house: House) -> None:
    with pytest.raises(StepTaken):
        submit(occasion=house.by(house.deputy), candidature=submitted(house))


def test_the_chair_approves_and_the_seat_begins(house: House) -> None:
    candidature = approved(house)
    seat = candidature.seat
    assert candidature.state == CandidatureState.APPROVED
    assert seat is not None
    assert seat.started_by.issuer == Issuer.CHAIR
    assert seat.on_behalf_of == candidature.on_behalf_of
    assert is_in_office(candidature.person, house.assembly, TODAY)
    step = candidature.steps.get(kind=StepKind.APPROVAL)
    assert step.act == seat.started_by
    assert step.verdict is not None


def test_the_working_organ_enters_the_chairs_act(house: House) -> None:
    candidature = approve(
        occasion=house.by(house.clerk), candidature=submitted(house), signed=signed()
    )
    assert candidature.seat is not None


def test_a_deputy_does_not_approve(house: House) -> None:
    with pytest.raises(NotARecorder):
        approve(occasion=house.by(house.deputy), candidature=submitted(house), signed=signed())


def test_the_chair_does_not_approve_what_was_not_submitted(house: House) -> None:
    candidature = nominated(house)
    considered(house, candidature)
    with pytest.raises(StepMissing) as refused:
        approve(occasion=house.by(house.chair), candidature=candidature, signed=signed())
    assert refused.value.verdict is not None
    assert refused.value.verdict.clause == "R14.2b"


def test_the_chair_does_not_approve_what_the_council_did_not_consider(house: House) -> None:
    with pytest.raises(StepMissing) as refused:
        approve(occasion=house.by(house.chair), candidature=nominated(house), signed=signed())
    assert refused.value.verdict is not None
    assert refused.value.verdict.clause == "R14.2a"


def test_a_seat_does_not_begin_before_its_act(house: House) -> None:
    with pytest.raises(BeginsBeforeTheAct):
        approve(
            occasion=house.by(house.chair),
            candidature=submitted(house),
            signed=signed(),
            start_date=SPRING,
        )


def test_the_chair_rejects_with_or_without_a_reason(house: House) -> None:
    candidature = reject(
        occasion=house.by(house.chair), candidature=submitted(house), reason=" Кейінірек "
    )
    assert candidature.state == CandidatureState.REJECTED
    assert candidature.steps.get(kind=StepKind.REJECTION).note == "Кейінірек"
    assert not is_in_office(candidature.person, house.assembly, TODAY)


def test_the_working_organ_rejects_by_the_chairs_act_only(house: House) -> None:
    candidature = submitted(house)
    with pytest.raises(NotYours):
        reject(occasion=house.by(house.clerk), candidature=candidature)
    reject(occasion=house.by(house.clerk), candidature=candidature, signed=signed())
    candidature.refresh_from_db()
    assert candidature.state == CandidatureState.REJECTED


def test_the_chair_rejects_only_what_was_submitted(house: House) -> None:
    with pytest.raises(StepMissing):
        reject(occasion=house.by(house.chair), candidature=nominated(house))


def test_what_has_ended_goes_no_further(house: House) -> None:
    candidature = approved(house)
    with pytest.raises(NotUnderWay):
        reject(occasion=house.by(house.chair), candidature=candidature)


def test_the_chair_includes_another_person_alone(house: House) -> None:
    person = a_person(name="Ғалым")
    candidature = include_at_discretion(occasion=house.by(house.chair), who=person, signed=signed())
    assert candidature.is_discretionary
    assert candidature.category == Category.OTHER_PERSON
    assert candidature.seat is not None
    assert candidature.steps.get().kind == StepKind.INCLUSION
    assert is_in_office(person, house.assembly, TODAY)


def test_a_deputy_includes_nobody_alone(house: House) -> None:
    with pytest.raises(NotARecorder):
        include_at_discretion(
            occasion=house.by(house.deputy), who=a_person(name="Ғалым"), signed=signed()
        )


def test_somebody_new_is_entered_by_a_keeper_of_the_register(house: House) -> None:
    with pytest.raises(NotAKeeper):
        include_at_discretion(occasion=house.by(house.chair), who=NEWCOMER, signed=signed())
    candidature = include_at_discretion(
        occasion=house.by(house.clerk), who=NEWCOMER, signed=signed()
    )
    assert candidature.person.name_en == NEWCOMER.en


def test_every_steps_maker_is_whom_the_charter_names(house: House) -> None:
    law = law_on(TODAY)
    assert law.holders("submit_membership_candidates") == {"deputy_chair"}
    assert law.holders("approve_or_reject_membership") == {"chair"}
    candidature = approved(house)
    assert {step.actor for step in candidature.steps.filter(kind=StepKind.SUBMISSION)} == {
        house.deputy
    }


def test_a_vote_alone_considers_nothing(house: House) -> None:
    candidature = nominated(house)
    item = an_item(
        a_sitting(house.council),
        ItemKind.MEMBERSHIP_CANDIDATES,
        about=candidature.public_id,
        state=ItemState.DISCUSSED,
    )
    a_vote(item, adopted=True)
    candidature.refresh_from_db()
    assert candidature.state == CandidatureState.NOMINATED


def test_a_person_with_a_seat_elsewhere_may_be_a_candidate(house: House) -> None:
    person = a_person(name="Өңір өкілі")
    a_seat(house.small, person=person, category=Category.LOCAL_EXECUTIVE_BODY)
    assert proposed(house, who=person).person == person
