"""The deputies of the Chair and the members of small assemblies come and go."""

import datetime as dt

import pytest
from tests.bodies.builders import TODAY, a_holding, a_seat
from tests.membership.builders import (
    NEWCOMER,
    House,
    a_decision,
    a_house,
    a_sitting,
    an_item,
    signed,
)
from tests.people.builders import a_person

from shanyraq.bodies.actions import NotEligible, PostFilled
from shanyraq.bodies.enums import Category, Issuer, Role
from shanyraq.bodies.models import Membership, Post
from shanyraq.bodies.permissions import NotARecorder
from shanyraq.bodies.queries import is_in_office
from shanyraq.membership.actions import (
    ActBeforeProposal,
    NotADeputy,
    NotADeputyProposal,
    NotASmallAssembly,
    NotProposed,
    NotThisBody,
    appoint_deputy_chair,
    end_in_small_assembly,
    include_in_small_assembly,
    note_deputy_proposal,
    put_deputy_before_council,
    release_deputy_chair,
)
from shanyraq.membership.actions._following import follow_decision
from shanyraq.membership.enums import ProposalState
from shanyraq.membership.models import DeputyProposal
from shanyraq.membership.queries.deputies import deputies_on
from shanyraq.people.models import Person
from shanyraq.sittings.enums import ItemKind, Kind, State
from shanyraq.voting.models import Decision

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return a_house()


def a_proposal(house: House, person: Person, *, kind: Kind = Kind.MEETING) -> Decision:
    item = an_item(
        a_sitting(house.council, kind=kind), ItemKind.DEPUTY_CHAIRS, about=person.public_id
    )
    decision = a_decision(item)
    follow_decision(decision=decision, occasion=house.by(house.clerk))
    return decision


@pytest.mark.parametrize("kind", [Kind.MEETING, Kind.POLL])
def test_the_councils_decision_proposes_a_deputy(house: House, kind: Kind) -> None:
    person = a_person(name="Ұсынылған")
    decision = a_proposal(house, person, kind=kind)
    proposal = DeputyProposal.objects.get()
    assert (proposal.person, proposal.decision) == (person, decision)


def test_another_bodys_decision_proposes_nobody(house: House) -> None:
    person = a_person(name="Ұсынылған")
    item = an_item(a_sitting(house.small), ItemKind.DEPUTY_CHAIRS, about=person.public_id)
    decision = a_decision(item)
    follow_decision(decision=decision, occasion=house.by(house.clerk))
    assert not DeputyProposal.objects.exists()
    with pytest.raises(NotADeputyProposal):
        note_deputy_proposal(occasion=house.by(house.clerk), person=person, decision=decision)


def test_the_working_organ_puts_a_deputy_before_the_council(house: House) -> None:
    person = a_person(name="Ұсынылған")
    meeting = a_sitting(house.council, state=State.PREPARED)
    item = put_deputy_before_council(occasion=house.by(house.clerk), person=person, session=meeting)
    assert (item.kind, item.about) == (ItemKind.DEPUTY_CHAIRS, person.public_id)
    with pytest.raises(NotThisBody):
        put_deputy_before_council(
            occasion=house.by(house.clerk),
            person=person,
            session=a_sitting(house.small, state=State.PREPARED),
        )


def test_the_presidents_act_appoints_whom_the_council_proposed(house: House) -> None:
    person = a_person(name="Ұсынылған")
    decision = a_proposal(house, person)
    proposal = appoint_deputy_chair(
        occasion=house.by(house.clerk), person=person, signed=signed(number="215")
    )
    assert proposal.decision == decision
    assert proposal.state == ProposalState.APPOINTED
    assert proposal.act is not None
    assert (proposal.act.issuer, proposal.act.number) == (Issuer.PRESIDENT, "215")
    assert Membership.objects.filter(person=person, post__role=Role.DEPUTY_CHAIR).exists()


def test_nobody_is_appointed_whom_the_council_did_not_propose(house: House) -> None:
    with pytest.raises(NotProposed) as refused:
        appoint_deputy_chair(
            occasion=house.by(house.clerk), person=a_person(name="Бөгде"), signed=signed()
        )
    assert refused.value.verdict is not None
    assert (refused.value.verdict.clause, refused.value.verdict.value) == ("R7.4", "propose")


def test_a_proposal_is_used_once(house: House) -> None:
    person = a_person(name="Ұсынылған")
    a_proposal(house, person)
    held = appoint_deputy_chair(
        occasion=house.by(house.clerk), person=person, signed=signed()
    ).holding
    assert held is not None
    tomorrow = TODAY + dt.timedelta(days=1)
    release_deputy_chair(
        occasion=house.by(house.clerk), holding=held, signed=signed(), end_date=tomorrow
    )
    with pytest.raises(NotProposed):
        appoint_deputy_chair(
            occasion=house.by(house.clerk, on=tomorrow), person=person, signed=signed()
        )


def test_the_act_is_not_older_than_the_proposal(house: House) -> None:
    person = a_person(name="Ұсынылған")
    a_proposal(house, person)
    with pytest.raises(ActBeforeProposal):
        appoint_deputy_chair(
            occasion=house.by(house.clerk),
            person=person,
            signed=signed(date=TODAY - dt.timedelta(days=1)),
        )


def test_only_the_working_organ_records_the_presidents_act(house: House) -> None:
    person = a_person(name="Ұсынылған")
    a_proposal(house, person)
    for somebody in (house.deputy, house.head):
        with pytest.raises(NotARecorder):
            appoint_deputy_chair(occasion=house.by(somebody), person=person, signed=signed())


def test_there_are_never_more_deputies_than_the_charter_allows(house: House) -> None:
    needed = deputies_on(TODAY).needed
    assert needed is not None
    for number in range(needed - 1):
        a_holding(_post(house), person=a_person(name=f"Орынбасар {number}"))
    person = a_person(name="Артық")
    a_proposal(house, person)
    with pytest.raises(PostFilled):
        appoint_deputy_chair(occasion=house.by(house.clerk), person=person, signed=signed())


def test_a_release_leaves_a_vacancy(house: House) -> None:
    before = deputies_on(TODAY).vacant
    holding = Membership.objects.get(person=house.deputy, post__role=Role.DEPUTY_CHAIR)
    release_deputy_chair(occasion=house.by(house.clerk), holding=holding, signed=signed())
    assert deputies_on(TODAY).vacant == before + 1
    with pytest.raises(NotADeputy):
        release_deputy_chair(occasion=house.by(house.clerk), holding=house.seat, signed=signed())


@pytest.mark.parametrize("who", ["akim", "head", "clerk"])
def test_a_small_assembly_is_formed_by_its_chairs_act(house: House, who: str) -> None:
    person = a_person(name="Өңір өкілі")
    seat = include_in_small_assembly(
        occasion=house.by(getattr(house, who)),
        body=house.small,
        who=person,
        category=Category.LOCAL_EXECUTIVE_BODY,
        signed=signed(),
    )
    assert seat.started_by.issuer == Issuer.SMALL_ASSEMBLY_CHAIR
    assert is_in_office(person, house.small, TODAY)


def test_another_regions_staff_forms_no_small_assembly(house: House) -> None:
    for somebody in (house.stranger, house.seat.person):
        with pytest.raises(NotARecorder):
            include_in_small_assembly(
                occasion=house.by(somebody),
                body=house.small,
                who=a_person(name="Өңір өкілі"),
                category=Category.LOCAL_EXECUTIVE_BODY,
                signed=signed(),
            )


def test_only_the_named_categories_sit_in_a_small_assembly(house: House) -> None:
    with pytest.raises(NotEligible):
        include_in_small_assembly(
            occasion=house.by(house.akim),
            body=house.small,
            who=a_person(name="Өңір өкілі"),
            category=Category.OTHER_PERSON,
            signed=signed(),
        )


def test_the_assembly_is_no_small_assembly(house: House) -> None:
    with pytest.raises(NotASmallAssembly):
        include_in_small_assembly(
            occasion=house.by(house.clerk),
            body=house.assembly,
            who=a_person(name="Өңір өкілі"),
            category=Category.LOCAL_EXECUTIVE_BODY,
            signed=signed(),
        )


def test_somebody_new_is_entered_with_the_seat(house: House) -> None:
    seat = include_in_small_assembly(
        occasion=house.by(house.head),
        body=house.small,
        who=NEWCOMER,
        category=Category.NATIONAL_CULTURAL_ASSOCIATION,
        signed=signed(),
    )
    assert seat.person.name_kk == NEWCOMER.kk


def test_a_local_membership_ends_by_the_chairs_act(house: House) -> None:
    person = a_person(name="Өңір өкілі")
    seat = a_seat(house.small, person=person, category=Category.LOCAL_EXECUTIVE_BODY)
    with pytest.raises(NotARecorder):
        end_in_small_assembly(occasion=house.by(house.stranger), seat=seat, signed=signed())
    end_in_small_assembly(occasion=house.by(house.akim), seat=seat, signed=signed())
    assert not is_in_office(person, house.small, TODAY)


def _post(house: House) -> Post:
    return Post.objects.get(role=Role.DEPUTY_CHAIR, organization=house.assembly)
