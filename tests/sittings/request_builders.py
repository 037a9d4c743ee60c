"""Requests of members for an extraordinary Session, for tests."""

import datetime as dt
from collections.abc import Sequence

from tests.sittings.builders import (
    TODAY,
    Institution,
    a_plan,
)

from shanyraq.bodies.models import Membership
from shanyraq.charter.queries import ask
from shanyraq.people.models import Person, Wording
from shanyraq.sittings.actions import (
    Plan,
    file_request,
    sign_request,
    start_request,
)
from shanyraq.sittings.enums import Kind
from shanyraq.sittings.models import ExtraordinaryRequest
from shanyraq.sittings.queries import (
    window,
)

SUBJECT = Wording(kk="Тасқын туралы", ru="О паводке", en="On the flood")
ONE_DAY = dt.timedelta(days=1)
AFTER_REPEAL = dt.date(2012, 3, 1)


def needed(members: int, on: dt.date = TODAY) -> int:
    """How many signatures the law asks for, as it says itself."""
    verdict = ask("extraordinary_request", on=on, facts={"members": members})
    assert verdict.needed is not None
    return verdict.needed


def started(house: Institution, *, by: Person | None = None) -> ExtraordinaryRequest:
    return start_request(
        occasion=house.by(by or house.member), subject=SUBJECT, reason="Екі ауыл су астында қалды."
    )


def signed(
    house: Institution, request: ExtraordinaryRequest, seats: Sequence[Membership]
) -> ExtraordinaryRequest:
    for seat in seats:
        sign_request(occasion=house.by(seat.person), request=request)
    return request


def filed(house: Institution, *, on: dt.date = TODAY) -> ExtraordinaryRequest:
    """A request with just enough signatures, put before the Chair."""
    request = signed(house, started(house), house.seats[1 : needed(len(house.seats))])
    return file_request(occasion=house.by(house.member, on=on), request=request)


def last_day(on: dt.date = TODAY) -> dt.date:
    """The last day on which an extraordinary Session decided on a day can be held."""
    last = window(on, on).last_lawful_day
    assert last is not None
    return last


def left(seat: Membership, on: dt.date) -> None:
    """A member is out of office from a day on."""
    Membership.objects.filter(pk=seat.pk).update(end_date=on)


def an_extraordinary(day: dt.date | None = None, kind: Kind = Kind.EXTRAORDINARY) -> Plan:
    return a_plan(day=day or last_day(), kind=kind)
