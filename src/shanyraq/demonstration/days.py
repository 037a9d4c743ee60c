"""The days on which the sample institution acts, and occasions on them."""

import datetime as dt

from shanyraq.platform import clock
from shanyraq.platform.actions import move_date
from shanyraq.platform.occasion import SYSTEM, Actor, Occasion

DECREED = dt.date(2002, 4, 26)
REDECREED = dt.date(2008, 4, 24)
COMPOSED = dt.date(2008, 4, 28)
PAST_PREPARED = dt.date(2008, 4, 29)
PAST_ANNOUNCED = dt.date(2008, 5, 2)
PAST_HELD = dt.date(2008, 6, 5)
OPINION_FOLLOWED = dt.date(2008, 6, 20)
ENLARGED = dt.date(2008, 7, 10)
COMING_PREPARED = dt.date(2008, 8, 12)
COMING_ANNOUNCED = dt.date(2008, 8, 14)
TODAY = dt.date(2008, 9, 15)


def moment(day: dt.date, hour: int, minute: int = 0) -> dt.datetime:
    """An hour of a day where the institution is."""
    return dt.datetime.combine(day, dt.time(hour, minute), tzinfo=clock.ZONE)


def occasion(day: dt.date, hour: int, minute: int = 0, *, actor: Actor = SYSTEM) -> Occasion:
    """Somebody acts at an hour of a day; unless told who, the installation itself."""
    return Occasion(actor=actor, at=moment(day, hour, minute))


def turn_to(day: dt.date) -> None:
    """Move the institution's date forward to a day."""
    days = (day - clock.today()).days
    move_date(occasion=Occasion(actor=SYSTEM, at=clock.now()), days=days)
