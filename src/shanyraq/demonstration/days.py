"""The days on which the sample institution acts, and occasions on them."""

import datetime as dt

from shanyraq.demonstration.sample import sample
from shanyraq.platform import clock
from shanyraq.platform.actions import move_date
from shanyraq.platform.occasion import SYSTEM, Actor, Occasion

DECREED = sample().day("decreed")
REDECREED = sample().day("organ_designated")
COMPOSED = sample().day("composed")
PAST_PREPARED = sample().day("past_prepared")
PAST_ANNOUNCED = sample().day("past_announced")
PAST_HELD = sample().day("past_held")
OPINION_FOLLOWED = sample().day("opinion_followed")
ENLARGED = sample().day("enlarged")
ASSIGNED = sample().day("assigned")
NOMINATED = sample().day("nominated")
COUNCIL_PREPARED = sample().day("council_prepared")
COUNCIL_HELD = sample().day("council_held")
REPORTED = sample().day("reported")
REQUESTED = sample().day("requested")
POLLED = sample().day("polled")
COMING_PREPARED = sample().day("coming_prepared")
COMING_ANNOUNCED = sample().day("coming_announced")
TODAY = sample().stands_on


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
