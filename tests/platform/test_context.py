"""What every page knows of the institution."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import translation
from pytest_django import Settings

from shanyraq.platform import clock
from shanyraq.platform.models import ClockShift

pytestmark = pytest.mark.django_db

BANNER = 'class="demo"'


def shown(client: Client, language: str = "en") -> str:
    client.cookies["django_language"] = language
    with translation.override(language):
        return client.get("/gallery/").content.decode()


def stand_on(date: dt.date) -> None:
    ClockShift.objects.create(days=(date - clock.today()).days)


def test_a_real_institution_has_no_banner(client: Client) -> None:
    assert BANNER not in shown(client)


def test_a_demonstration_says_what_day_it_takes_it_to_be(
    client: Client, settings: Settings
) -> None:
    settings.DEMONSTRATION = True
    stand_on(dt.date(2008, 9, 15))
    page = shown(client)
    assert BANNER in page
    assert "15\u00a0September\u00a02008" in page


def test_data_of_a_demonstration_stay_marked_when_its_mode_is_off(client: Client) -> None:
    stand_on(dt.date(2008, 9, 15))
    page = shown(client)
    assert BANNER in page
    assert "/outbox/" not in page


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (dt.date(2006, 1, 1), "Assembly of the Peoples of Kazakhstan"),
        (dt.date(2008, 9, 15), "Assembly of the People of Kazakhstan"),
    ],
)
def test_the_institution_bears_the_name_of_the_day(client: Client, day: dt.date, name: str) -> None:
    stand_on(day)
    assert f"<small>{name}</small>" in shown(client)
