"""What is asked about Sessions: notice, presence, the year, the next step."""

import datetime as dt

import pytest
from django.http import Http404
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.bodies.builders import a_body
from tests.sittings.builders import (
    TODAY,
    a_session,
    an_institution,
    arrived,
    earliest,
)

from shanyraq.bodies.enums import Role
from shanyraq.charter.queries import law_on
from shanyraq.law import Outcome
from shanyraq.sittings.enums import ItemState, Kind, State, Step
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.sittings.permissions import rules_of
from shanyraq.sittings.queries import (
    agenda,
    item_under_discussion,
    membership_of,
    next_number,
    next_step,
    notice,
    presence,
    presiding_order,
    session_of,
    sessions_of_year,
    window,
    year_of,
)

ONE_DAY = dt.timedelta(days=1)
KNOWN = st.dates(dt.date(2008, 5, 1), dt.date(2011, 6, 1))


@settings(deadline=None)
@given(announced=KNOWN)
def test_the_earliest_start_is_lawful_and_the_day_before_is_not(announced: dt.date) -> None:
    first = earliest(announced)
    assert notice(first, announced).met
    assert notice(first - ONE_DAY, announced).outcome is Outcome.NOT_MET


@settings(deadline=None)
@given(start=KNOWN)
def test_the_last_day_of_announcing_is_lawful_and_the_next_is_not(start: dt.date) -> None:
    last = notice(start, start).last_lawful_day
    assert last
    assert notice(start, last).met
    assert notice(start, last + ONE_DAY).outcome is Outcome.NOT_MET


@settings(deadline=None)
@given(decided=KNOWN)
def test_an_extraordinary_session_has_a_last_day(decided: dt.date) -> None:
    last = window(decided, decided).last_lawful_day
    assert last
    assert window(last, decided).met
    assert window(last + ONE_DAY, decided).outcome is Outcome.NOT_MET


@pytest.mark.django_db
def test_a_session_is_found_by_its_public_identifier_only() -> None:
    session = a_session(an_institution().assembly)
    assert session_of(session.public_id) == session
    with pytest.raises(Http404):
        session_of("nothing")


@pytest.mark.django_db
def test_presence_counts_members_in_office_who_have_not_left() -> None:
    house = an_institution(members=6)
    session = a_session(house.assembly)
    arrived(session, house.seats[:5])
    session.attendances.filter(membership=house.seats[0]).update(left_at=session.starts_at)
    there = presence(session)
    assert (there.members, there.present, there.verdict.met) == (6, 4, True)
    earlier = presence(session, at=session.starts_at - ONE_DAY / 48)
    assert earlier.present == 5


@pytest.mark.django_db
def test_the_seat_by_which_somebody_takes_part() -> None:
    house = an_institution()
    session = a_session(house.assembly)
    assert membership_of(session, house.member.actor, TODAY) == house.seats[0]
    assert membership_of(session, house.secretary.actor, TODAY) is None


@pytest.mark.django_db
def test_the_reading_says_who_presides_before_whom() -> None:
    words = law_on(TODAY).parameter("A16", "presiding_order")
    assert isinstance(words, tuple)
    assert presiding_order(rules_of(a_body(), TODAY)) == [Role(str(word)) for word in words]


@pytest.mark.django_db
def test_dropped_questions_are_not_on_the_agenda() -> None:
    session = a_session(an_institution().assembly)
    session.items.filter(number=2).update(state=ItemState.DROPPED)
    assert [item.number for item in agenda(session)] == [1]


@pytest.mark.django_db
def test_the_year_counts_sessions_that_were_held_and_knows_its_last_day() -> None:
    house = an_institution()
    assert next_number() == 1
    year = year_of(TODAY)
    assert (year.held, year.verdict.outcome) == (0, Outcome.NOT_MET)
    assert year.last_day
    until = year.verdict.last_lawful_day
    assert until
    assert year.last_day == notice(until, TODAY).last_lawful_day
    assert notice(until, year.last_day).met
    a_session(house.assembly, number=14)
    assert year_of(TODAY).held == 0
    a_session(house.assembly, number=15, state=State.CLOSED, kind=Kind.EXTRAORDINARY)
    a_session(house.assembly, number=16, state=State.CLOSED, day=dt.date(2009, 1, 1))
    year = year_of(TODAY)
    assert (year.held, year.ordinary, year.verdict.met) == (1, 0, True)
    assert [session.number for session in sessions_of_year(2008)] == [15]
    assert next_number() == 17


def a_step(session: Session, on: dt.date = TODAY) -> Step:
    return next_step(session, on).step


@pytest.mark.django_db
def test_the_next_step_of_a_draft() -> None:
    house = an_institution()
    session = a_session(house.assembly, state=State.PREPARED, day=earliest())
    following = next_step(session, TODAY)
    assert (following.step, following.by) == (Step.CONVENE, TODAY)
    late = next_step(session, TODAY + ONE_DAY)
    assert (late.step, late.by) == (Step.CHANGE_DAY, earliest(TODAY + ONE_DAY))
    session.kind = Kind.EXTRAORDINARY
    assert next_step(session, TODAY).by == session.day


@pytest.mark.django_db
def test_the_next_step_from_the_announcement_to_the_closing() -> None:
    house = an_institution()
    session = a_session(house.assembly)
    days = {-1: Step.AWAIT, 0: Step.REGISTER, 1: Step.LAPSED}
    for days_later, step in days.items():
        assert a_step(session, TODAY + days_later * ONE_DAY) == step
    arrived(session, house.seats)
    assert a_step(session) == Step.OPEN
    session.state, session.opened_at = State.OPEN, session.starts_at
    session.save()
    items = AgendaItem.objects.filter(session=session)
    assert a_step(session) == Step.BEGIN_ITEM
    items.filter(number=1).update(state=ItemState.DISCUSSED)
    assert (a_step(session), item_under_discussion(session)) == (Step.FINISH_ITEM, items[0])
    items.update(state=ItemState.FINISHED)
    assert a_step(session) == Step.CLOSE
    session.state, session.closed_at = State.CLOSED, session.starts_at
    assert a_step(session) == Step.NOTHING
