"""From a proposal to a seat: every step in its order, every refusal beside its allowed twin."""

import datetime as dt

import pytest
from tests.bodies.builders import SPRING, TODAY, a_seat
from tests.membership.builders import (
    ASSOCIATION,
    NEWCOMER,
    House,
    a_decision,
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

from shanyraq.bodies.enums import ActKind, Category, Issuer
from shanyraq.bodies.permissions import NotARecorder
from shanyraq.bodies.queries import is_in_office
from shanyraq.charter.queries import law_on
from shanyraq.membership.actions import (
    ActNumberMissing,
    BeginsBeforeTheAct,
    CandidateAlready,
    MemberAlready,
    NeedsMeeting,
    NotFinished,
    NotItsDecision,
    NotThisBody,
    NotUnderWay,
    OnAnAgenda,
    SenderMissing,
    SignedLater,
    StepMissing,
    StepTaken,
    approve,
    include_at_discretion,
    nominate,
    note_consideration,
    note_nomination,
    propose_candidate,
    put_before_council,
    put_before_small_assembly,
    reject,
    submit,
    withdraw_candidature,
)
from shanyraq.membership.actions._following import follow_decision, follow_item
from shanyraq.membership.enums import CandidatureState, Opinion, Path, StepKind
from shanyraq.membership.permissions import NotTheCandidate
from shanyraq.people.permissions import NotAKeeper
from shanyraq.sittings.enums import ItemKind, ItemState, Kind, State
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
