"""How people leave: by their own statement, or by the Chair's act on a proposal."""

import datetime as dt

import pytest
from tests.bodies.builders import TODAY, a_holding, a_post, a_seat
from tests.membership.builders import House, a_house, a_sitting, another_seat, signed
from tests.people.builders import a_person

from shanyraq.bodies.actions import EndedAlready, end_membership
from shanyraq.bodies.enums import Category, Issuer, Role
from shanyraq.bodies.models import Membership
from shanyraq.bodies.permissions import NotARecorder
from shanyraq.bodies.queries import is_in_office, members_in_office
from shanyraq.membership.actions import (
    BeginsBeforeTheAct,
    CaseOpen,
    CaseOver,
    Claim,
    DayGone,
    NoGround,
    NoSeat,
    NoSeatToLeave,
    ReasonMissing,
    StatementEmpty,
    close_case,
    leave,
    propose_removal,
    remove,
    state_own_view,
)
from shanyraq.membership.enums import CaseState, Ground
from shanyraq.membership.models import MemberStatement, RemovalCase
from shanyraq.membership.permissions import NotTheMember
from shanyraq.membership.queries.removals import suggested_removals
from shanyraq.platform.models import LiveEvent
from shanyraq.sittings.enums import OpinionLanguage
from shanyraq.sittings.permissions import NotYours

pytestmark = pytest.mark.django_db
TOMORROW = TODAY + dt.timedelta(days=1)
OTHER = Claim(ground=Ground.OTHER, reason="Бір жыл бойы қатыспады")


@pytest.fixture
def house() -> House:
    return a_house()


def a_case(house: House, *, claim: Claim = OTHER) -> RemovalCase:
    return propose_removal(occasion=house.by(house.deputy), seat=house.seat, claim=claim)


def test_a_member_leaves_at_the_receipt_of_the_statement(house: House) -> None:
    another_seat(house)
    before = members_in_office(house.assembly, TODAY).count()
    departure = leave(occasion=house.by(house.seat.person), seat=house.seat, text="Көшемін")
    assert departure.effective_on == TODAY
    assert departure.act.issuer == Issuer.MEMBER
    assert not is_in_office(house.seat.person, house.assembly, TODAY)
    assert members_in_office(house.assembly, TODAY).count() == before - 1


def test_a_member_names_a_later_day(house: House) -> None:
    leave(occasion=house.by(house.seat.person), seat=house.seat, effective_on=TOMORROW)
    assert is_in_office(house.seat.person, house.assembly, TODAY)
    assert not is_in_office(house.seat.person, house.assembly, TOMORROW)


def test_the_day_named_is_not_past(house: House) -> None:
    yesterday = TODAY - dt.timedelta(days=1)
    with pytest.raises(DayGone):
        leave(occasion=house.by(house.seat.person), seat=house.seat, effective_on=yesterday)


def test_nobody_leaves_for_another(house: House) -> None:
    with pytest.raises(NotTheMember):
        leave(occasion=house.by(house.chair), seat=house.seat)


def test_a_member_leaves_once(house: House) -> None:
    other = a_seat(house.small, person=house.seat.person, category=Category.LOCAL_EXECUTIVE_BODY)
    leave(occasion=house.by(house.seat.person), seat=house.seat, effective_on=TOMORROW)
    with pytest.raises(EndedAlready):
        leave(occasion=house.by(house.seat.person), seat=house.seat)
    assert leave(occasion=house.by(house.seat.person), seat=other).seat == other


def test_the_seat_in_the_council_ends_with_the_one_in_the_assembly(house: House) -> None:
    leave(occasion=house.by(house.seat.person), seat=house.seat)
    assert not is_in_office(house.seat.person, house.council, TODAY)


def test_the_head_of_a_small_assembly_stays_in_the_council(house: House) -> None:
    seat = a_seat(house.assembly, person=house.akim)
    a_seat(house.council, person=house.akim, category=Category.SMALL_ASSEMBLY_HEAD)
    leave(occasion=house.by(house.akim), seat=seat)
    assert is_in_office(house.akim, house.council, TODAY)


def test_a_deputys_post_is_the_presidents_to_end(house: House) -> None:
    seat = a_seat(house.assembly, person=house.deputy)
    leave(occasion=house.by(house.deputy), seat=seat)
    assert Membership.objects.posts().on(TODAY).filter(person=house.deputy).exists()


def test_the_right_to_leave_is_not_given_for_the_council_alone(house: House) -> None:
    seat = Membership.objects.get(person=house.seat.person, organization=house.council)
    with pytest.raises(NoSeatToLeave) as refused:
        leave(occasion=house.by(house.seat.person), seat=seat)
    assert refused.value.verdict is not None
    assert refused.value.verdict.clause == "R20.3"


def test_a_member_of_a_small_assembly_leaves_it(house: House) -> None:
    person = a_person(name="Өңір өкілі")
    seat = a_seat(house.small, person=person, category=Category.LOCAL_EXECUTIVE_BODY)
    leave(occasion=house.by(person), seat=seat)
    assert not is_in_office(person, house.small, TODAY)


def test_who_came_today_leaves_tomorrow(house: House) -> None:
    person = a_person(name="Бүгінгі мүше")
    seat = a_seat(house.assembly, person=person, start=TODAY)
    assert leave(occasion=house.by(person), seat=seat).effective_on == TOMORROW


def test_the_pages_of_a_running_session_are_told(house: House) -> None:
    session = a_sitting(house.assembly)
    LiveEvent.objects.all().delete()
    leave(occasion=house.by(house.seat.person), seat=house.seat)
    assert LiveEvent.objects.filter(topic=session.topic).exists()


def test_a_member_ends_nobody_elses_seat_by_a_statement(house: House) -> None:
    other = another_seat(house)
    act = leave(occasion=house.by(house.seat.person), seat=house.seat, effective_on=TOMORROW).act
    with pytest.raises(NotARecorder):
        end_membership(
            occasion=house.by(house.seat.person), membership=other, act=act, end_date=TOMORROW
        )


@pytest.mark.parametrize(
    "claim",
    [
        Claim(ground=Ground.WORKPLACE_CHANGED, by_office=True, civil_servant=True),
        Claim(ground=Ground.RELEASED, by_office=True),
        OTHER,
    ],
)
def test_a_deputy_proposes_on_a_ground_of_the_charter(house: House, claim: Claim) -> None:
    case = a_case(house, claim=claim)
    assert case.is_open
    assert case.capacity == Role.DEPUTY_CHAIR
    assert case.proposal.rule == claim.ground
    assert is_in_office(house.seat.person, house.assembly, TODAY)


@pytest.mark.parametrize(
    ("claim", "clause"),
    [
        (Claim(ground=Ground.WORKPLACE_CHANGED, by_office=True), "R15.1"),
        (Claim(ground=Ground.WORKPLACE_CHANGED, civil_servant=True), "R15.1"),
        (Claim(ground=Ground.RELEASED), "R15.1"),
        (Claim(ground=Ground.OTHER, reason=" "), "R15.2"),
    ],
)
def test_what_is_no_ground_is_refused(house: House, claim: Claim, clause: str) -> None:
    with pytest.raises(NoGround) as refused:
        a_case(house, claim=claim)
    assert refused.value.verdict is not None
    assert refused.value.verdict.clause == clause


def test_a_small_assemblys_chair_proposes(house: House) -> None:
    case = propose_removal(occasion=house.by(house.akim), seat=house.seat, claim=OTHER)
    assert (case.capacity, case.small_assembly) == (Role.SMALL_ASSEMBLY_CHAIR, house.small)


def test_neither_the_chair_nor_the_secretariat_proposes(house: House) -> None:
    for person in (house.chair, house.head, house.clerk):
        with pytest.raises(NotYours):
            propose_removal(occasion=house.by(person), seat=house.seat, claim=OTHER)


def test_one_case_of_a_member_is_open(house: House) -> None:
    a_case(house)
    with pytest.raises(CaseOpen):
        propose_removal(occasion=house.by(house.akim), seat=house.seat, claim=OTHER)


def test_only_a_member_in_office_is_removed(house: House) -> None:
    former = a_seat(house.assembly, name="Бұрынғы", end=TODAY)
    council_seat = Membership.objects.get(person=house.seat.person, organization=house.council)
    for seat in (former, council_seat):
        with pytest.raises(NoSeat):
            propose_removal(occasion=house.by(house.deputy), seat=seat, claim=OTHER)


def test_the_member_states_a_view_and_it_stays(house: House) -> None:
    case = a_case(house)
    me = house.by(house.seat.person)
    state_own_view(occasion=me, case=case, text=" Келіспеймін ", language=OpinionLanguage.KAZAKH)
    remove(occasion=house.by(house.chair), case=case, signed=signed())
    state_own_view(occasion=me, case=case, text="Әлі де", language=OpinionLanguage.KAZAKH)
    assert [one.text for one in case.statements.all()] == ["Келіспеймін", "Әлі де"]
    with pytest.raises(Exception, match="append-only"):
        MemberStatement.objects.all().delete()


def test_a_view_is_the_members_own_and_says_something(house: House) -> None:
    case = a_case(house)
    with pytest.raises(NotTheMember):
        state_own_view(
            occasion=house.by(house.deputy), case=case, text="Мен", language=OpinionLanguage.KAZAKH
        )
    with pytest.raises(StatementEmpty):
        state_own_view(
            occasion=house.by(house.seat.person),
            case=case,
            text=" ",
            language=OpinionLanguage.KAZAKH,
        )


def test_the_chairs_act_removes_and_rests_on_the_proposal(house: House) -> None:
    case = remove(occasion=house.by(house.chair), case=a_case(house), signed=signed())
    assert case.state == CaseState.REMOVED
    assert case.act is not None
    assert case.act.issuer == Issuer.CHAIR
    assert not is_in_office(house.seat.person, house.assembly, TODAY)
    assert not is_in_office(house.seat.person, house.council, TODAY)


def test_a_deputy_proposes_and_does_not_remove(house: House) -> None:
    with pytest.raises(NotARecorder):
        remove(occasion=house.by(house.deputy), case=a_case(house), signed=signed())


def test_a_seat_does_not_end_before_the_act(house: House) -> None:
    with pytest.raises(BeginsBeforeTheAct):
        remove(
            occasion=house.by(house.chair),
            case=a_case(house),
            signed=signed(),
            end_date=TODAY - dt.timedelta(days=1),
        )


@pytest.mark.parametrize("who", ["chair", "deputy"])
def test_the_chair_closes_a_case_or_the_proposer_takes_it_back(house: House, who: str) -> None:
    person = getattr(house, who)
    case = close_case(occasion=house.by(person), case=a_case(house), reason="Қалады")
    assert case.state == CaseState.CLOSED
    assert is_in_office(house.seat.person, house.assembly, TODAY)
    with pytest.raises(CaseOver):
        remove(occasion=house.by(house.chair), case=case, signed=signed())


def test_nobody_else_closes_it_and_a_reason_is_given(house: House) -> None:
    case = a_case(house)
    for person in (house.akim, house.clerk, house.seat.person):
        with pytest.raises(NotYours):
            close_case(occasion=house.by(person), case=case, reason="Қалады")
    with pytest.raises(ReasonMissing):
        close_case(occasion=house.by(house.chair), case=case, reason=" ")


def test_leaving_closes_the_case(house: House) -> None:
    case = a_case(house)
    leave(occasion=house.by(house.seat.person), seat=house.seat)
    case.refresh_from_db()
    assert case.state == CaseState.LEFT


def test_the_end_of_a_post_suggests_a_case_and_ends_nothing(house: House) -> None:
    post = a_post(Role.SECRETARIAT, body=house.secretariat, seats=None)
    a_holding(post, person=house.seat.person, end=TODAY)
    assert [one.seat for one in suggested_removals(TODAY)] == [house.seat]
    assert is_in_office(house.seat.person, house.assembly, TODAY)
    a_case(house)
    assert suggested_removals(TODAY) == []


def test_who_has_such_a_post_again_is_not_suggested(house: House) -> None:
    post = a_post(Role.SECRETARIAT, body=house.secretariat, seats=None)
    a_holding(post, person=house.seat.person, end=TODAY)
    a_holding(post, person=house.seat.person, start=TODAY)
    assert suggested_removals(TODAY) == []
