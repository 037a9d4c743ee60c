"""The numbers of the real Sessions of 2016 and 2021, moved to September 2008 and said to be so.

On their own dates the Regulation was repealed: the same run ends in "no provision".
"""

import datetime as dt
from collections.abc import Callable

import pytest
from tests.sittings.builders import (
    TODAY,
    a_plan,
    a_session,
    an_institution,
    arrived,
    at_ten,
)

from shanyraq.law import Outcome
from shanyraq.sittings.actions import (
    close_session,
    convene_session,
    open_session,
    prepare_session,
    register_many,
)
from shanyraq.sittings.actions.conduct import NoQuorum
from shanyraq.sittings.enums import State
from shanyraq.sittings.permissions import LawSilent
from shanyraq.sittings.queries import presence

pytestmark = pytest.mark.django_db

REAL = [
    pytest.param(446, 372, dt.date(2016, 3, 21), id="2016 moved to 2008"),
    pytest.param(504, 351, dt.date(2021, 1, 11), id="2021 moved to 2008"),
]


@pytest.mark.parametrize(("members", "present", "_real"), REAL)
def test_moved_to_2008_the_session_is_convened_attended_opened_and_closed(
    members: int, present: int, _real: dt.date
) -> None:
    house = an_institution(members=members)
    session = prepare_session(occasion=house.by(house.secretary), plan=a_plan())
    session = convene_session(occasion=house.by(house.chair), session=session)
    day = session.day
    clerk = house.by(house.secretary, on=day, hour=9)
    register_many(occasion=clerk, session=session, memberships=house.seats[:present])
    there = presence(session)
    assert (there.members, there.present, there.verdict.outcome) == (members, present, Outcome.MET)
    session = open_session(occasion=house.by(house.chair, on=day), session=session)
    session = close_session(occasion=house.by(house.chair, on=day, hour=18), session=session)
    assert (session.state, presence(session).present) == (State.CLOSED, present)


@pytest.mark.parametrize(("members", "_present", "_real"), REAL)
def test_one_fewer_than_the_law_needs_does_not_open_it(
    members: int, _present: int, _real: dt.date
) -> None:
    house = an_institution(members=members)
    session = a_session(house.assembly)
    needed = presence(session).needed
    assert needed
    arrived(session, house.seats[: needed - 1])
    with pytest.raises(NoQuorum):
        open_session(occasion=house.by(house.chair), session=session)
    arrived(session, house.seats[needed - 1 : needed])
    assert open_session(occasion=house.by(house.chair), session=session).state == State.OPEN


@pytest.mark.parametrize(("members", "present", "real"), REAL)
def test_on_its_own_date_no_provision_is_in_force(
    members: int, present: int, real: dt.date
) -> None:
    house = an_institution(members=members)
    session = a_session(house.assembly, day=real)
    arrived(session, house.seats[:present])
    there = presence(session)
    assert (there.members, there.present) == (members, present)
    assert (there.verdict.outcome, there.needed) == (Outcome.NO_PROVISION, None)
    acts: list[Callable[[], object]] = [
        lambda: prepare_session(
            occasion=house.by(house.secretary, on=real - dt.timedelta(days=40)),
            plan=a_plan(day=real),
        ),
        lambda: register_many(
            occasion=house.by(house.secretary, on=real), session=session, memberships=house.seats
        ),
        lambda: open_session(occasion=house.by(house.chair, on=real), session=session),
    ]
    for act in acts:
        with pytest.raises(LawSilent) as refused:
            act()
        assert refused.value.verdict
        assert refused.value.verdict.outcome is Outcome.NO_PROVISION
    session.refresh_from_db()
    assert (session.state, session.starts_at) == (State.ANNOUNCED, at_ten(real))
    assert real > TODAY
