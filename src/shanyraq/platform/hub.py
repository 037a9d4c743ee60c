"""The hub: one place that hears of changes and tells every open page the new state."""

import asyncio
import contextlib
import json
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from asgiref.sync import sync_to_async
from django.db import Error, close_old_connections, connection
from django.http import Http404
from django.utils import translation

from shanyraq.platform import live
from shanyraq.platform.models import LiveEvent

#: How often SQLite is asked for new events, in seconds.
POLL = 0.2
#: Changes within this time are told together, in seconds.
GATHER = 0.1
#: States a slow page may fall behind; then older ones are dropped, since the newest says all.
BACKLOG = 32
#: How long to wait before a lost connection is made again, in seconds.
PAUSE = 1

Key = tuple[str, str, str]

log = logging.getLogger(__name__)


@dataclass(eq=False, slots=True)
class Listener:
    """One open page: the topics and parts it shows, its language, what it is still to be told."""

    topics: frozenset[str]
    parts: frozenset[str]
    language: str
    queue: asyncio.Queue[str] = field(default_factory=lambda: asyncio.Queue(BACKLOG))

    def keys(self, topic: str) -> set[Key]:
        """What the page shows of a topic."""
        return (
            {(topic, part, self.language) for part in self.parts} if topic in self.topics else set()
        )

    def tell(self, message: str) -> None:
        """Put a message in the queue, dropping the oldest when the page is too slow."""
        if self.queue.full():
            self.queue.get_nowait()
        self.queue.put_nowait(message)


class Hub:
    """Listeners, and the loop that hears changes for them."""

    def __init__(self) -> None:
        """Start with nobody listening."""
        self.listeners: set[Listener] = set()
        self.changed: dict[str, int] = {}

    @contextlib.asynccontextmanager
    async def listening(self, listener: Listener) -> AsyncIterator[Listener]:
        """Tell a page its present state at once and every later one until it leaves."""
        self.listeners.add(listener)
        try:
            for topic in listener.topics:
                for key in listener.keys(topic):
                    if message := await rendered(key, 0):
                        listener.tell(message)
            yield listener
        finally:
            self.listeners.discard(listener)

    async def run(self) -> None:
        """Hear changes for ever; a lost connection to the database is made again.

        What changed meanwhile was not heard, so every open page is told its present state.
        """
        while True:
            with contextlib.suppress(OSError, Error):
                await self._hear()
            await asyncio.sleep(PAUSE)
            shown = {topic for listener in self.listeners for topic in listener.topics}
            self.changed |= dict.fromkeys(shown, 0)

    async def _hear(self) -> None:
        telling = asyncio.create_task(self._tell_for_ever())
        try:
            async for number, topic in changes():
                self.changed[topic] = number
        finally:
            telling.cancel()

    async def _tell_for_ever(self) -> None:
        while True:
            await asyncio.sleep(GATHER)
            changed, self.changed = self.changed, {}
            for topic, number in changed.items():
                await self._tell(topic, number)

    async def _tell(self, topic: str, number: int) -> None:
        wanted = {key for listener in self.listeners for key in listener.keys(topic)}
        messages = {key: await rendered(key, number) for key in wanted}
        for listener in self.listeners:
            for key in listener.keys(topic):
                if message := messages.get(key):
                    listener.tell(message)


async def rendered(key: Key, number: int) -> str:
    """An event of the stream with the state of a part in a language; empty if there is none.

    A part that fails is noted and says nothing: it must not silence the others.
    """
    try:
        return await sync_to_async(_rendered, thread_sensitive=False)(key, number)
    except Exception:  # whatever one part does, every other page is still told
        log.exception("a live part could not be rendered: %s", key)
        return ""


def _rendered(key: Key, number: int) -> str:
    topic, part, language = key
    close_old_connections()
    try:
        with translation.override(language):
            html = live.render(topic, part)
    except (LookupError, Http404):
        return ""
    finally:
        close_old_connections()
    data = json.dumps({"topic": topic, "part": part, "html": html}, ensure_ascii=False)
    return f"id: {number}\ndata: {data}\n\n"


async def changes() -> AsyncIterator[tuple[int, str]]:
    """Number and topic of each change as it is committed."""
    source = _notified() if connection.vendor == "postgresql" else _polled()
    async for change in source:
        yield change


async def _polled() -> AsyncIterator[tuple[int, str]]:
    """SQLite cannot call, so it is asked; writers come one by one, so no number is skipped."""
    last = await sync_to_async(_last_number, thread_sensitive=False)()
    while True:
        await asyncio.sleep(POLL)
        for number, topic in await sync_to_async(_after, thread_sensitive=False)(last):
            last = number
            yield number, topic


def _last_number() -> int:
    return LiveEvent.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def _after(last: int) -> list[tuple[int, str]]:
    close_old_connections()
    return list(LiveEvent.objects.filter(pk__gt=last).order_by("pk").values_list("pk", "topic"))


async def _notified() -> AsyncIterator[tuple[int, str]]:
    """PostgreSQL tells the topic when the change is committed.

    Raises:
        ConnectionError: the connection was lost or could not be made.
    """
    import psycopg  # noqa: PLC0415 - an installation on SQLite needs no driver

    parameters = connection.get_connection_params()
    wanted = {
        k: v for k, v in parameters.items() if k in {"dbname", "user", "password", "host", "port"}
    }
    try:
        connected = await psycopg.AsyncConnection.connect(**wanted, autocommit=True)
        async with connected:
            await connected.execute(f"LISTEN {live.CHANNEL}")
            async for notice in connected.notifies():
                yield 0, notice.payload
    except psycopg.Error as lost:
        raise ConnectionError(str(lost)) from lost
