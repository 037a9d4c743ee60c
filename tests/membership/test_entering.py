"""Proposals and nominations: every step in its order, every refusal beside its allowed twin."""

import datetime as dt

import pytest
from tests.bodies.builders import TODAY
from tests.membership.builders import (
    ASSOCIATION,
    NEWCOMER,
    House,
    a_decision,
    a_house,
    a_sitting,
    an_item,
    nominated,
    proposed,
    signed,
)
from tests.people.builders import a_person

from shanyraq.bodies.enums import ActKind, Category, Issuer
from shanyraq.membership.actions import (
    ActNumberMissing,
    CandidateAlready,
    MemberAlready,
    NotItsDecision,
    SenderMissing,
    SignedLater,
    nominate,
    note_nomination,
    propose_candidate,
    withdraw_candidature,
)
from shanyraq.membership.actions._following import follow_decision
from shanyraq.membership.enums import CandidatureState, Path, StepKind
from shanyraq.membership.permissions import NotTheCandidate
from shanyraq.sittings.enums import ItemKind
from shanyraq.sittings.permissions import NotYours

pytestmark = pytest.mark.django_db
TOMORROW = TODAY + dt.timedelta(days=1)


@pytest.fixture
def house() -> House:
    return a_house()


def test_an_association_proposes_and_the_secretariat_takes_it_in(house: House) -> None:
    candidature = proposed(house)
    step = candidature.steps.get()
    assert candidature.state == CandidatureState.PROPOSED
    assert candidature.category == Category.NATIONAL_CULTURAL_ASSOCIATION
    assert candidature.on_behalf_of is not None
    assert candidature.on_behalf_of.name_ru == ASSOCIATION.ru
    assert candidature.area == house.small.area
    assert step.kind == StepKind.PROPOSAL
    assert step.act is not None
    assert step.act.issuer == Issuer.NATIONAL_CULTURAL_ASSOCIATION
    assert step.act.kind == ActKind.STATEMENT
    assert step.actor == house.head


def test_another_regions_secretariat_takes_in_no_proposal(house: House) -> None:
    with pytest.raises(NotYours):
        propose_candidate(
            occasion=house.by(house.stranger),
            who=NEWCOMER,
            sender=ASSOCIATION,
            small_assembly=house.small,
            document=signed(),
        )


def test_the_working_organ_may_take_it_in_too(house: House) -> None:
    candidature = propose_candidate(
        occasion=house.by(house.clerk),
        who=NEWCOMER,
        sender=ASSOCIATION,
        small_assembly=house.small,
        document=signed(),
    )
    assert candidature.person.name_kk == NEWCOMER.kk


def test_a_proposal_names_who_proposes(house: House) -> None:
    with pytest.raises(SenderMissing):
        propose_candidate(
            occasion=house.by(house.head),
            who=NEWCOMER,
            sender=None,
            small_assembly=house.small,
            document=signed(),
        )


@pytest.mark.parametrize(
    ("number", "date", "refusal"),
    [(" ", TODAY, ActNumberMissing), ("7", TOMORROW, SignedLater)],
)
def test_a_document_has_a_number_and_a_day_that_has_come(
    house: House, number: str, date: dt.date, *, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        nominate(
            occasion=house.by(house.clerk),
            path=Path.PUBLIC_ASSOCIATION,
            who=NEWCOMER,
            sender=ASSOCIATION,
            document=signed(number=number, date=date),
        )


def test_a_member_is_no_candidate(house: House) -> None:
    with pytest.raises(MemberAlready):
        proposed(house, who=house.seat.person)


def test_one_candidature_of_a_person_is_under_way(house: House) -> None:
    person = a_person(name="Кандидат")
    proposed(house, who=person)
    with pytest.raises(CandidateAlready):
        nominated(house, who=person)


def test_after_a_withdrawal_the_person_may_be_nominated_again(house: House) -> None:
    person = a_person(name="Кандидат")
    withdraw_candidature(occasion=house.by(person), candidature=proposed(house, who=person))
    assert nominated(house, who=person).state == CandidatureState.NOMINATED


def test_a_highest_organ_nominates_by_its_document(house: House) -> None:
    candidature = nominated(house)
    step = candidature.steps.get()
    assert candidature.category == Category.OTHER_PUBLIC_ASSOCIATION
    assert step.act is not None
    assert step.act.issuer == Issuer.PUBLIC_ASSOCIATION
    assert step.verdict is not None
    assert step.verdict.rule == "nominate_from_public_association"


def test_the_head_of_a_state_body_nominates(house: House) -> None:
    candidature = nominated(house, path=Path.STATE_BODY)
    assert candidature.category == Category.STATE_BODY
    assert candidature.state == CandidatureState.NOMINATED


def test_a_secretariat_takes_in_nominations_of_its_own_region_only(house: House) -> None:
    def taken_in_by(person: object) -> None:
        nominate(
            occasion=house.by(person),  # type: ignore[arg-type]
            path=Path.PUBLIC_ASSOCIATION,
            who=NEWCOMER,
            sender=ASSOCIATION,
            document=signed(),
            small_assembly=house.small,
        )

    taken_in_by(house.head)
    with pytest.raises(NotYours):
        taken_in_by(house.stranger)


def test_a_member_takes_in_nothing(house: House) -> None:
    with pytest.raises(NotYours):
        nominate(
            occasion=house.by(house.seat.person),
            path=Path.PUBLIC_ASSOCIATION,
            who=NEWCOMER,
            sender=ASSOCIATION,
            document=signed(),
        )


def test_the_small_assemblys_decision_nominates(house: House) -> None:
    candidature = proposed(house)
    item = an_item(a_sitting(house.small), ItemKind.NOMINATION, about=candidature.public_id)
    decision = a_decision(item, number="KZ-11-4/1")
    follow_decision(decision=decision, occasion=house.by(house.head))
    candidature.refresh_from_db()
    assert candidature.state == CandidatureState.NOMINATED
    assert candidature.steps.get(kind=StepKind.NOMINATION).decision == decision


def test_another_small_assemblys_decision_nominates_nobody(house: House) -> None:
    candidature = proposed(house)
    item = an_item(a_sitting(house.other_small), ItemKind.NOMINATION, about=candidature.public_id)
    decision = a_decision(item)
    follow_decision(decision=decision, occasion=house.by(house.head))
    candidature.refresh_from_db()
    assert candidature.state == CandidatureState.PROPOSED
    with pytest.raises(NotItsDecision):
        note_nomination(occasion=house.by(house.head), candidature=candidature, decision=decision)


def test_a_decision_on_a_withdrawn_candidature_changes_nothing(house: House) -> None:
    person = a_person(name="Кандидат")
    candidature = proposed(house, who=person)
    withdraw_candidature(occasion=house.by(person), candidature=candidature)
    item = an_item(a_sitting(house.small), ItemKind.NOMINATION, about=candidature.public_id)
    follow_decision(decision=a_decision(item), occasion=house.by(house.head))
    candidature.refresh_from_db()
    assert candidature.state == CandidatureState.WITHDRAWN


def test_only_the_candidate_withdraws(house: House) -> None:
    candidature = proposed(house)
    with pytest.raises(NotTheCandidate):
        withdraw_candidature(occasion=house.by(house.chair), candidature=candidature)
