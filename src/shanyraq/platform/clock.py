"""The institution's clock: the real clock plus a whole number of days."""

import datetime as dt
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

from shanyraq.platform.models import ClockShift

ZONE = ZoneInfo(settings.TIME_ZONE)


def days_shifted() -> int:
    """How many days the institution's date stands from the real one; 0 where nobody moved it."""
    shift = ClockShift.objects.order_by("-pk").first()
    return shift.days if shift else 0


def now() -> dt.datetime:
    """This moment in the institution's time, as wall time of its region."""
    wall = timezone.now().astimezone(ZONE) + dt.timedelta(days=days_shifted())
    return wall.replace(tzinfo=ZONE)


def today() -> dt.date:
    """The institution's date."""
    return now().date()


def date_of(moment: dt.datetime) -> dt.date:
    """The date of a moment where the institution is."""
    return moment.astimezone(ZONE).date()
