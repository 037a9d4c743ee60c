"""Between the server and the pages."""

import json

import pytest
from django.db import OperationalError
from django.http import HttpResponse
from django.test import Client, RequestFactory
from pytest_django import Settings

from shanyraq.platform.middleware import RefusalMiddleware
from shanyraq.platform.refusals import NotAllowed, Refusal

pytestmark = pytest.mark.django_db


class TooLate(Refusal):
    code = "too-late"
    message = "It is {hour} o'clock."
    remedy = "Come before {hour}."


@pytest.fixture
def middleware() -> RefusalMiddleware:
    return RefusalMiddleware(lambda _: HttpResponse())


def test_a_program_reads_a_refusal_as_json(middleware: RefusalMiddleware) -> None:
    request = RequestFactory().get("/", headers={"accept": "application/json"})
    response = middleware.process_exception(request, TooLate(hour=18))
    assert response is not None
    assert response.status_code == 409
    assert json.loads(response.content) == {
        "code": "too-late",
        "message": "It is 18 o'clock.",
        "clause": "",
        "remedy": "Come before 18.",
        "facts": {"hour": "18"},
    }


def test_who_may_not_is_answered_403() -> None:
    assert NotAllowed().status == 403


def test_a_defect_is_left_to_be_logged(middleware: RefusalMiddleware) -> None:
    assert middleware.process_exception(RequestFactory().get("/"), ValueError("x")) is None


def test_a_busy_database_is_answered_with_a_safe_retry(middleware: RefusalMiddleware) -> None:
    request = RequestFactory().get("/")
    response = middleware.process_exception(request, OperationalError("database is locked"))
    assert response is not None
    assert (response.status_code, response.headers["Retry-After"]) == (503, "2")


def test_loopback_is_asked_by_one_name(client: Client) -> None:
    response = client.get("/outbox/", headers={"host": "127.0.0.1:8000"})
    assert response.status_code == 301
    assert response.headers["Location"] == "http://localhost:8000/outbox/"


def test_pages_load_only_their_own(client: Client, settings: Settings) -> None:
    settings.LIVE_PORT = 8001
    policy = client.get("/no-such-page/").headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "connect-src 'self' http://testserver:8001/live/;" in policy
    assert "unsafe" not in policy
