"""The live process: a small ASGI application that streams states to open pages."""

import asyncio
import os
from collections.abc import Awaitable, Callable, Iterable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shanyraq.site.settings")
django.setup()

from django.conf import settings  # noqa: E402 - after Django is set up

from shanyraq.platform.hub import Hub, Listener  # noqa: E402 - after Django is set up

#: Seconds between signs of life on a quiet stream.
HEARTBEAT = 15
#: An event that a page can see, so that it knows how old its numbers are.
ALIVE = "event: alive\ndata: x\n\n"
MOST_TOPICS = 20
#: Seconds after which a page that found no room may ask again.
LATER = 30

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]

hub = Hub()
running: set[asyncio.Task[None]] = set()


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer one connection."""
    if scope["type"] == "lifespan":
        await _live_and_die(receive, send)
    elif scope["type"] == "http":
        await (_refuse(scope, send) if is_full() else _stream(scope, receive, send))


async def _live_and_die(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        if message["type"] == "lifespan.startup":
            running.add(asyncio.create_task(hub.run()))
            await send({"type": "lifespan.startup.complete"})
        else:
            for task in running:
                task.cancel()
            await send({"type": "lifespan.shutdown.complete"})
            return


def listener_of(query: str) -> Listener:
    """The listener that an address's query asks for: topics, parts and a language."""
    asked = parse_qs(query)
    language = asked.get("language", [settings.LANGUAGE_CODE])[0]
    known = {code for code, _ in settings.LANGUAGES}
    return Listener(
        topics=frozenset(asked.get("topic", [])[:MOST_TOPICS]),
        parts=frozenset(asked.get("part", [])[:MOST_TOPICS]),
        language=language if language in known else settings.LANGUAGE_CODE,
    )


def origin_headers(headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """Let the pages' own origin read the stream, which stands on another port of the same host."""
    sent = dict(headers)
    origin, host = sent.get(b"origin", b"").decode(), sent.get(b"host", b"").decode()
    own = urlsplit(origin).hostname == urlsplit(f"//{host}").hostname
    if not origin or not own:
        return []
    return [
        (b"access-control-allow-origin", origin.encode()),
        (b"access-control-allow-credentials", b"true"),
        (b"vary", b"Origin"),
    ]


def is_full() -> bool:
    """Whether as many pages listen as the installation allows."""
    return len(hub.listeners) >= settings.LIVE_LISTENERS


async def _refuse(scope: Scope, send: Send) -> None:
    """Ask a page to come later."""
    headers = [
        (b"retry-after", str(LATER).encode()),
        (b"cache-control", b"no-store"),
        *origin_headers(scope["headers"]),
    ]
    await send({"type": "http.response.start", "status": 503, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


async def _stream(scope: Scope, receive: Receive, send: Send) -> None:
    headers = [
        (b"content-type", b"text/event-stream; charset=utf-8"),
        (b"cache-control", b"no-store"),
        (b"x-accel-buffering", b"no"),
        *origin_headers(scope["headers"]),
    ]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    gone = asyncio.create_task(_until_gone(receive))
    async with hub.listening(listener_of(scope["query_string"].decode())) as listener:
        await send(_chunk(": open\n\n"))
        while not gone.done():
            try:
                message = await asyncio.wait_for(listener.queue.get(), HEARTBEAT)
            except TimeoutError:
                message = ALIVE
            await send(_chunk(message))
    gone.cancel()


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _chunk(text: str) -> dict[str, Any]:
    return {"type": "http.response.body", "body": text.encode(), "more_body": True}
