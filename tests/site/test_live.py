"""The live process: who may read a stream, and what comes first on it."""

import asyncio
from typing import Any

import pytest
from pytest_django import Settings

from shanyraq.platform import live
from shanyraq.site.live import application, listener_of, origin_headers


@live.fragment("stream", "greeting")
def greeting(public_id: str) -> str:
    return f"salem {public_id}"


def headers(origin: str, host: str) -> list[tuple[bytes, bytes]]:
    return origin_headers([(b"origin", origin.encode()), (b"host", host.encode())])


def test_pages_of_the_same_host_may_read_the_stream() -> None:
    allowed = dict(headers("http://localhost:8000", "localhost:8001"))
    assert allowed[b"access-control-allow-origin"] == b"http://localhost:8000"


@pytest.mark.parametrize("origin", ["http://elsewhere.example", "", "null"])
def test_pages_of_another_host_may_not(origin: str) -> None:
    assert headers(origin, "localhost:8001") == []


def test_an_unknown_language_is_answered_in_the_first_one() -> None:
    assert listener_of("topic=a:b&part=c&language=xx").language == "kk"
    assert listener_of("topic=a:b&part=c&language=ru").language == "ru"


def test_a_page_gets_no_more_topics_than_it_may() -> None:
    query = "&".join(f"topic=a:{n}" for n in range(500))
    assert len(listener_of(query).topics) == 20


@pytest.mark.django_db
def test_the_present_state_comes_first_and_leaving_ends_the_stream() -> None:
    sent: list[dict[str, Any]] = []

    async def play() -> None:
        told = asyncio.Event()

        async def receive() -> dict[str, Any]:
            await told.wait()
            return {"type": "http.disconnect"}

        async def send(message: dict[str, Any]) -> None:
            sent.append(message)
            if b"salem" in message.get("body", b""):
                told.set()

        query = b"topic=stream:a&part=greeting&language=kk"
        scope = {"type": "http", "headers": [], "query_string": query}
        streaming = asyncio.create_task(application(scope, receive, send))
        await asyncio.wait_for(told.wait(), 5)
        streaming.cancel()

    asyncio.run(play())
    assert sent[0]["status"] == 200
    assert any(b"salem a" in message.get("body", b"") for message in sent)


@pytest.mark.django_db
@pytest.mark.parametrize(("most", "status"), [(1, 200), (0, 503)])
def test_beyond_the_most_listeners_a_page_is_asked_to_come_later(
    most: int, status: int, settings: Settings
) -> None:
    settings.LIVE_LISTENERS = most
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    scope = {"type": "http", "headers": [], "query_string": b"topic=stream:a"}
    asyncio.run(application(scope, receive, send))
    assert sent[0]["status"] == status
    assert (b"retry-after" in dict(sent[0]["headers"])) is (status == 503)
