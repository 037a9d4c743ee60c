"""Who is in the hall: by the code, by the clerk, from a moment to a moment."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from django.core.cache import cache
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from tests.bodies.builders import a_body, a_seat
from tests.people.builders import a_person
from tests.sittings.builders import (
    TODAY,
    Institution,
    a_session,
    an_institution,
    arrived,
    at_ten,
)

from shanyraq.bodies.models import Membership
from shanyraq.people.enums import Classification
from shanyraq.people.models import Person
from shanyraq.platform.journal import entries_of
from shanyraq.platform.refusals import Refusal
from shanyraq.sittings.actions import (
    check_in,
    register_arrival,
    register_departure,
    register_many,
)
from shanyraq.sittings.actions._steps import SessionOver
from shanyraq.sittings.actions.attendance import (
    WRONG_TRIES,
    NotAMember,
    NotAnnounced,
    NotPresent,
    NotToday,
    TooManyTries,
    WrongCode,
)
from shanyraq.sittings.enums import Means, State
from shanyraq.sittings.models import Attendance, Session
from shanyraq.sittings.permissions import NotYours
from shanyraq.sittings.queries import present

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh_tries() -> None:
    cache.clear()


def checked_in(
    house: Institution,
    session: Session,
    *,
    by: Person | None = None,
    code: str = "ABCDEF",
    on: dt.date = TODAY,
    hour: int = 9,
) -> Attendance:
    occasion = house.by(by or house.member, on=on, hour=hour)
    return check_in(occasion=occasion, session=session, code=code)


@pytest.mark.parametrize("state", [State.ANNOUNCED, State.OPEN])
def test_a_member_checks_in_with_the_code_of_the_hall(state: State) -> None:
    house = an_institution()
    session = a_session(house.assembly, state=state)
    stay = checked_in(house, session, code=" abcdef ")
    assert (stay.means, stay.left_at) == (Means.CODE, None)
    assert [seat.person for seat in present(session)] == [house.member]


def test_a_second_check_in_is_harmless() -> None:
    house = an_institution()
    session = a_session(house.assembly)
    first, second = checked_in(house, session), checked_in(house, session, hour=10)
    assert first == second
    assert [entry.facts["again"] for entry in entries_of(first.public_id)] == [False, True]


@pytest.mark.parametrize("code", ["", "ABCDEG", "ABCDE", "АВСDEF", "ABCDEF0"])
def test_a_forged_code_is_refused_and_changes_nothing(code: str) -> None:
    house = an_institution()
    session = a_session(house.assembly)
    with pytest.raises(WrongCode) as refused:
        checked_in(house, session, code=code)
    assert (refused.value.status, Attendance.objects.count()) == (422, 0)
    assert checked_in(house, session).pk


def test_guessing_ends_even_with_the_right_code_and_only_for_the_one_who_guesses() -> None:
    house = an_institution()
    session = a_session(house.assembly)
    for _ in range(WRONG_TRIES):
        with pytest.raises(WrongCode):
            checked_in(house, session, code="ZZZZZZ")
    with pytest.raises(TooManyTries) as refused:
        checked_in(house, session)
    assert (refused.value.status, Attendance.objects.count()) == (429, 0)
    assert checked_in(house, session, by=house.seats[1].person).pk


def test_only_members_in_office_check_in() -> None:
    house = an_institution()
    session = a_session(house.assembly)
    strangers = [house.secretary, a_person(name="Бөтен")]
    Membership.objects.filter(pk=house.seats[1].pk).update(end_date=TODAY)
    for stranger in [*strangers, house.seats[1].person]:
        with pytest.raises(NotAMember):
            checked_in(house, session, by=stranger)
    assert checked_in(house, session).pk


@pytest.mark.parametrize(
    ("state", "on", "refusal"),
    [
        (State.PREPARED, TODAY, NotAnnounced),
        (State.CLOSED, TODAY, SessionOver),
        (State.ANNOUNCED, TODAY - dt.timedelta(days=1), NotToday),
        (State.OPEN, TODAY + dt.timedelta(days=1), NotToday),
    ],
)
def test_presence_is_registered_on_the_day_of_a_session_that_runs(
    state: State, on: dt.date, refusal: type[Refusal]
) -> None:
    house = an_institution()
    session = a_session(house.assembly, state=state)
    clerk = house.by(house.secretary, on=on)
    with pytest.raises(refusal):
        checked_in(house, session, on=on)
    with pytest.raises(refusal):
        register_arrival(occasion=clerk, session=session, membership=house.seats[0])
    with pytest.raises(refusal):
        register_many(occasion=clerk, session=session, memberships=house.seats)
    assert Attendance.objects.count() == 0


def test_the_clerk_registers_one_and_a_second_press_is_harmless() -> None:
    house = an_institution()
    session = a_session(house.assembly)
    clerk = house.by(house.secretary)
    stays = [
        register_arrival(occasion=clerk, session=session, membership=house.seats[0])
        for _ in range(2)
    ]
    assert stays[0] == stays[1]
    assert stays[0].means == Means.CLERK


def test_a_seat_elsewhere_is_no_seat_in_the_assembly() -> None:
    house = an_institution()
    session = a_session(house.assembly)
    council = a_body(Classification.COUNCIL, name="Кеңес")
    seat = a_seat(council, person=house.member)
    with pytest.raises(NotAMember):
        register_arrival(occasion=house.by(house.secretary), session=session, membership=seat)
    with pytest.raises(NotAMember):
        register_many(
            occasion=house.by(house.secretary), session=session, memberships=[*house.seats, seat]
        )
    assert Attendance.objects.count() == 0


def test_many_are_registered_at_once_and_those_present_stay() -> None:
    house = an_institution(members=4)
    session = a_session(house.assembly)
    own = checked_in(house, session)
    register_many(occasion=house.by(house.secretary), session=session, memberships=house.seats)
    assert present(session).count() == 4
    assert Attendance.objects.get(membership=house.seats[0]) == own
    assert len(entries_of(session.public_id)[-1].facts["members"]) == 3


@pytest.mark.parametrize("who", ["member", "chair", "deputy"])
def test_nobody_else_keeps_the_desk(who: str) -> None:
    house = an_institution()
    session = a_session(house.assembly)
    told: dict[str, Any] = {"occasion": house.by(getattr(house, who)), "session": session}
    with pytest.raises(NotYours):
        register_arrival(**told, membership=house.seats[0])
    with pytest.raises(NotYours):
        register_departure(**told, membership=house.seats[0])
    with pytest.raises(NotYours):
        register_many(**told, memberships=house.seats)


def test_who_left_is_not_present_and_may_come_back() -> None:
    house = an_institution()
    session = a_session(house.assembly)
    seat = house.seats[0]
    for hour in (9, 11):
        register_arrival(
            occasion=house.by(house.secretary, hour=hour), session=session, membership=seat
        )
        assert present(session).count() == 1
        register_departure(
            occasion=house.by(house.secretary, hour=hour + 1), session=session, membership=seat
        )
        assert present(session).count() == 0
    assert Attendance.objects.count() == 2


def test_who_is_not_there_cannot_leave() -> None:
    house = an_institution()
    session = a_session(house.assembly)
    with pytest.raises(NotPresent):
        register_departure(
            occasion=house.by(house.secretary), session=session, membership=house.seats[0]
        )


def test_a_repeated_request_is_answered_and_not_done_again() -> None:
    house = an_institution()
    session = a_session(house.assembly)
    occasion = replace(house.by(house.secretary), request_key="once")
    arrival: dict[str, Any] = {
        "occasion": occasion,
        "session": session,
        "membership": house.seats[0],
    }
    assert register_arrival(**arrival) == register_arrival(**arrival)
    assert len(entries_of(Attendance.objects.get().public_id)) == 1


class HalfOpen(TestCase):
    """The moment of arriving belongs to a stay, that of leaving does not; stays never overlap."""

    @settings(max_examples=30, deadline=None)
    @given(st.lists(st.tuples(st.booleans(), st.integers(0, 90)), min_size=1, max_size=8))
    def test_stays_are_half_open_and_never_overlap(self, presses: list[tuple[bool, int]]) -> None:
        house = an_institution(members=1)
        session = a_session(house.assembly)
        moment = at_ten(TODAY)
        for comes, minutes in presses:
            moment += dt.timedelta(minutes=minutes)
            occasion = replace(house.by(house.secretary), at=moment)
            told: dict[str, Any] = {
                "occasion": occasion,
                "session": session,
                "membership": house.seats[0],
            }
            if comes:
                register_arrival(**told)
            elif present(session).exists():
                register_departure(**told)
        self._check(session)

    def _check(self, session: Session) -> None:
        stays = list(session.attendances.order_by("arrived_at", "pk"))
        for earlier, later in pairwise(stays):
            assert earlier.left_at
            assert earlier.left_at <= later.arrived_at
        for stay in stays:
            if stay.left_at != stay.arrived_at:
                assert present(session, at=stay.arrived_at).count() == 1
            if stay.left_at and not any(other.arrived_at == stay.left_at for other in stays):
                assert present(session, at=stay.left_at).count() == 0


def test_presence_at_a_moment_is_that_of_the_stays_that_hold_it() -> None:
    house = an_institution()
    session = a_session(house.assembly)
    arrived(session, house.seats[:2])
    before = session.starts_at - dt.timedelta(hours=2)
    assert (present(session, at=before).count(), present(session).count()) == (0, 2)
