"""Live updates: what changed is told after the commit, in the reader's language."""

import asyncio
import json
from collections.abc import AsyncIterator

import pytest
from django.db import OperationalError
from django.http import Http404
from django.test import RequestFactory
from django.utils.translation import get_language
from pytest_django import Settings

from shanyraq.platform import hub as hubs
from shanyraq.platform import live
from shanyraq.platform.hub import BACKLOG, Hub, Listener, _rendered
from shanyraq.platform.models import LiveEvent


@live.fragment("test", "language")
def language_of(public_id: str) -> str:
    return f"{public_id} {get_language()}"


@live.fragment("test", "absent")
def absent(public_id: str) -> str:
    raise Http404(public_id)


@live.fragment("test", "broken")
def broken(public_id: str) -> str:
    raise ZeroDivisionError(public_id)


def a_listener(language: str = "kk", part: str = "language") -> Listener:
    return Listener(topics=frozenset({"test:a"}), parts=frozenset({part}), language=language)


@pytest.mark.django_db
def test_a_part_is_rendered_in_the_readers_language() -> None:
    event = _rendered(("test:a", "language", "ru"), 7)
    head, data = event.strip().split("\n")
    assert head == "id: 7"
    assert json.loads(data.removeprefix("data: ")) == {
        "topic": "test:a", "part": "language", "html": "a ru",
    }  # fmt: skip


@pytest.mark.django_db
def test_an_unknown_part_says_nothing() -> None:
    assert _rendered(("test:a", "no such part", "ru"), 7) == ""


@pytest.mark.django_db
def test_a_part_of_what_is_not_there_says_nothing() -> None:
    assert _rendered(("test:a", "absent", "ru"), 7) == ""


def test_a_part_that_fails_silences_no_other(caplog: pytest.LogCaptureFixture) -> None:
    async def play() -> tuple[int, int]:
        hub = Hub()
        failing, sound = a_listener(part="broken"), a_listener()
        async with hub.listening(failing), hub.listening(sound):
            await hub._tell("test:a", 3)
        return failing.queue.qsize(), sound.queue.qsize()

    assert asyncio.run(play()) == (0, 2)
    assert "could not be rendered" in caplog.text


@pytest.mark.parametrize("lost", [OperationalError("gone"), ConnectionError("gone")])
def test_a_lost_connection_is_made_again_and_pages_are_told(
    monkeypatch: pytest.MonkeyPatch, lost: Exception
) -> None:
    heard: list[int] = []

    async def breaking() -> AsyncIterator[tuple[int, str]]:
        heard.append(1)
        if len(heard) == 1:
            raise lost
        await asyncio.sleep(60)
        yield 0, ""

    async def play() -> int:
        hub, page = Hub(), a_listener()
        async with hub.listening(page):
            running = asyncio.create_task(hub.run())
            for _ in range(2):
                await asyncio.wait_for(page.queue.get(), 5)
            running.cancel()
        return len(heard)

    monkeypatch.setattr(hubs, "changes", breaking)
    monkeypatch.setattr(hubs, "PAUSE", 0)
    assert asyncio.run(play()) == 2


def test_each_page_is_told_in_its_own_language() -> None:
    async def play() -> list[str]:
        hub = Hub()
        kazakh, russian = a_listener("kk"), a_listener("ru")
        async with hub.listening(kazakh), hub.listening(russian):
            await hub._tell("test:a", 3)
        return [page.queue.get_nowait() for page in (kazakh, kazakh, russian, russian)]

    told = asyncio.run(play())
    assert ["a kk" in event for event in told] == [True, True, False, False]
    assert ["a ru" in event for event in told] == [False, False, True, True]


def test_a_page_hears_nothing_of_other_topics() -> None:
    async def play() -> int:
        hub = Hub()
        async with hub.listening(a_listener()) as page:
            page.queue.get_nowait()
            await hub._tell("test:b", 3)
            return page.queue.qsize()

    assert asyncio.run(play()) == 0


def test_a_slow_page_keeps_the_newest_states() -> None:
    page = a_listener()
    for number in range(BACKLOG + 5):
        page.tell(str(number))
    assert page.queue.qsize() == BACKLOG
    assert page.queue.get_nowait() == "5"


@pytest.mark.django_db
def test_publishing_leaves_an_event_with_the_topic() -> None:
    live.publish("test:a")
    assert LiveEvent.objects.get().topic == "test:a"


def test_the_stream_stands_on_the_host_of_the_page(settings: Settings) -> None:
    request = RequestFactory().get("/", headers={"host": "localhost:8000"})
    assert live.live_address(request) == "http://localhost:8001/live/"
    settings.LIVE_URL = "/live/"
    assert live.live_address(request) == "/live/"
