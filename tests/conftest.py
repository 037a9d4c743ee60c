"""What every test stands on: quick password hashes, no network, templates that never forgive."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from django.template import engines
from django.template.backends.django import DjangoTemplates
from pytest_django import Settings

from shanyraq.platform.occasion import SYSTEM, Actor, Occasion

ALMATY = ZoneInfo("Asia/Almaty")


class NeverForgiven(str):
    """What stands for an undefined variable of a template: a failure that names it."""

    __slots__ = ()

    def __contains__(self, sign: object) -> bool:
        return True

    def __mod__(self, missing: object) -> str:
        raise AssertionError(f"undefined variable in a template: {missing}")


@pytest.fixture(autouse=True)
def unforgiving(monkeypatch: pytest.MonkeyPatch) -> None:
    backend = engines["django"]
    assert isinstance(backend, DjangoTemplates)
    monkeypatch.setattr(backend.engine, "string_if_invalid", NeverForgiven("%s"))


@pytest.fixture(autouse=True)
def quick(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def an_occasion(
    *,
    actor: Actor = SYSTEM,
    on: dt.date = dt.date(2008, 9, 15),
    hour: int = 10,
    request_key: str = "",
) -> Occasion:
    """Somebody acts at an hour of a day in the Assembly's region."""
    at = dt.datetime.combine(on, dt.time(hour), tzinfo=ALMATY)
    return Occasion(actor=actor, at=at, request_key=request_key)
