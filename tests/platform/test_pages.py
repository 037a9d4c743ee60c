"""A form becomes an act, and nothing typed is lost on the way."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from tests.people.builders import an_account

from shanyraq.platform import clock
from shanyraq.platform.models import ClockShift
from shanyraq.platform.pages import ActView, FormPage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _demonstration(client: Client, settings: Settings) -> None:
    settings.DEMONSTRATION = True
    settings.LANGUAGE_CODE = "en"
    client.force_login(an_account())


def post(client: Client, date: str, key: str = "k1") -> tuple[int, str]:
    response = client.post(reverse("platform:move-date"), {"date": date, "request_key": key})
    return response.status_code, response.content.decode()


def later(days: int) -> str:
    return (clock.today() + dt.timedelta(days=days)).isoformat()


def test_the_form_carries_a_key_of_its_own(client: Client) -> None:
    first = client.get(reverse("platform:move-date")).context["request_key"]
    assert first != client.get(reverse("platform:move-date")).context["request_key"]


def test_what_is_no_date_is_shown_again_as_it_was_typed(client: Client) -> None:
    status, page = post(client, "the day after")
    assert status == 422
    assert "the day after" in page


def test_what_is_refused_keeps_what_was_typed_and_says_why(client: Client) -> None:
    yesterday = later(-1)
    status, page = post(client, yesterday)
    assert status == 409
    assert f'id="id_date_day" value="{int(yesterday[-2:])}"' in page
    assert "The date can be moved forward only" in page
    assert ClockShift.objects.count() == 0


def test_what_is_allowed_leads_on(client: Client) -> None:
    status, _ = post(client, later(3))
    assert status == 303
    assert ClockShift.objects.get().days == 3


def test_nobody_moves_the_date_without_a_name(client: Client) -> None:
    client.logout()
    status, _ = post(client, later(3))
    assert status == 302
    assert ClockShift.objects.count() == 0


def test_the_same_request_sent_twice_is_done_once(client: Client) -> None:
    date = later(3)
    post(client, date)
    post(client, date)
    assert ClockShift.objects.count() == 1


def test_outside_a_demonstration_it_is_forbidden(client: Client, settings: Settings) -> None:
    settings.DEMONSTRATION = False
    assert post(client, later(3))[0] == 403


@pytest.mark.parametrize("page", [FormPage, ActView])
def test_a_page_says_which_act_it_is(page: type) -> None:
    with pytest.raises(NotImplementedError):
        page().done_url(None)
