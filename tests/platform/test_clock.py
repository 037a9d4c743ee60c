"""The institution's date: real outside a demonstration, moved forward inside one."""

import datetime as dt

import pytest
from pytest_django import Settings
from tests.conftest import ALMATY, an_occasion

from shanyraq.platform import clock
from shanyraq.platform.actions import DateGoesForward, DateIsReal, move_date
from shanyraq.platform.models import ClockShift, JournalEntry

pytestmark = pytest.mark.django_db


def test_without_a_shift_the_date_is_the_calendars() -> None:
    assert clock.days_shifted() == 0
    assert abs(clock.now() - dt.datetime.now(ALMATY)) < dt.timedelta(minutes=1)


def test_in_a_demonstration_the_date_moves_forward_and_the_journal_says_so(
    settings: Settings,
) -> None:
    settings.DEMONSTRATION = True
    before = clock.today()
    move_date(occasion=an_occasion(), days=31)
    assert clock.today() - before >= dt.timedelta(days=31)
    assert JournalEntry.objects.filter(action="platform.move_date").count() == 1


def test_outside_a_demonstration_it_is_refused() -> None:
    with pytest.raises(DateIsReal):
        move_date(occasion=an_occasion(), days=31)
    assert ClockShift.objects.count() == 0


@pytest.mark.parametrize("days", [0, -1])
def test_it_never_goes_back(settings: Settings, days: int) -> None:
    settings.DEMONSTRATION = True
    with pytest.raises(DateGoesForward):
        move_date(occasion=an_occasion(), days=days)


def test_wall_time_is_kept_where_the_zone_changed_its_offset() -> None:
    ClockShift.objects.create(days=-6600)
    real = dt.datetime.now(ALMATY)
    assert abs(clock.now().replace(tzinfo=None).hour - real.hour) in {0, 1, 23}
