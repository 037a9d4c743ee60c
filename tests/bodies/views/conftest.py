"""Pages are looked at on 15 September 2008, in English."""

import datetime as dt
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings
from tests.bodies.builders import TODAY

from shanyraq.platform import clock


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    cache.clear()
    now = dt.datetime.combine(TODAY, dt.time(10), tzinfo=clock.ZONE)
    monkeypatch.setattr(clock, "now", lambda: now)


@pytest.fixture
def browser() -> Client:
    """A browser whose reader chose English."""
    return Client(headers={"accept-language": "en", "accept": "text/html"})
