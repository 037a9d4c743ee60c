"""Live updates: what is shown under a topic changed, and open pages are told its new state."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection
from django.http import HttpRequest

from shanyraq.platform.models import LiveEvent

Fragment = Callable[[str], str]

#: Name of PostgreSQL's channel; the payload is the topic.
CHANNEL = "shanyraq_live"
FRAGMENTS: dict[tuple[str, str], Fragment] = {}


def fragment(kind: str, part: str) -> Callable[[Fragment], Fragment]:
    """Register what renders a part of a page under topics "kind:public_id".

    The function takes the public identifier and answers HTML in the active language. It shows
    what is public only, and never a form: a half-filled one must survive every update.
    """

    def enter(function: Fragment) -> Fragment:
        FRAGMENTS[kind, part] = function
        return function

    return enter


def render(topic: str, part: str) -> str:
    """A part of a page under a topic, in the active language.

    Raises:
        LookupError: when nothing renders such a part, or nothing stands under the topic.
    """
    kind, _, public_id = topic.partition(":")
    return FRAGMENTS[kind, part](public_id)


def publish(topic: str) -> None:
    """Say, inside an action's transaction, that what is shown under a topic changed."""
    LiveEvent.objects.create(topic=topic)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, topic])


def live_address(request: HttpRequest) -> str:
    """Where the streams are: behind a proxy on the same origin, else this host's live port."""
    if settings.LIVE_URL:
        return str(settings.LIVE_URL)
    host = urlsplit(f"//{request.get_host()}").hostname or "localhost"
    return f"{request.scheme}://{host}:{settings.LIVE_PORT}/live/"
