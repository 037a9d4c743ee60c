"""The main menu, and the live parts of the pages of a Session."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from shanyraq.desks.queries.agenda import questions_of
from shanyraq.desks.queries.ballots import open_boxes
from shanyraq.desks.queries.hall import scene_of
from shanyraq.desks.queries.sessions import published_sittings
from shanyraq.platform import clock
from shanyraq.platform.components import nav_item
from shanyraq.platform.live import fragment
from shanyraq.sittings.models import Session
from shanyraq.sittings.queries import presence
from shanyraq.voting.queries import decisions_of


def _signed_in(request: HttpRequest) -> bool:
    user = getattr(request, "user", None)
    return user is not None and user.is_authenticated


nav_item(
    "desk",
    _("Desk"),
    "desks:desk",
    order=10,
    shown_to=_signed_in,
    pages={"desks:secretary", "desks:chair"},
)
nav_item(
    "sessions",
    _("Sessions"),
    "sittings:index",
    order=20,
    pages={"sittings", "voting", "minutes", "desks:session", "desks:member"},
)
nav_item("calendar", _("Calendar"), "desks:calendar", order=50, pages={"desks:calendar"})


def _session(public_id: str) -> Session:
    """The Session of a topic.

    Raises:
        LookupError: there is none, or it is a draft.
    """
    session = published_sittings().filter(public_id=public_id).first()
    if session is None:
        raise LookupError(public_id)
    return session


def _scene(part: str, public_id: str) -> str:
    scene = scene_of(_session(public_id), clock.today())
    return render_to_string(f"desks/parts/{part}.html", {"scene": scene})


@fragment("sitting", "screen")
def hall(public_id: str) -> str:
    """What the screen of the hall shows."""
    return _scene("hall_scene", public_id)


@fragment("sitting", "screen-over")
def hall_over(public_id: str) -> str:
    """The line above it."""
    return _scene("hall_over", public_id)


@fragment("sitting", "screen-quorum")
def hall_quorum(public_id: str) -> str:
    """The line below it."""
    return _scene("hall_quorum", public_id)


@fragment("sitting", "member-ballot")
def member_ballot(public_id: str) -> str:
    """The way to the booth while a secret ballot is open."""
    boxes = open_boxes(_session(public_id))
    return render_to_string("desks/parts/member_ballot.html", {"boxes": boxes})


@fragment("sitting", "member-strip")
def member_strip(public_id: str) -> str:
    """The strip at the top of a member's page: what goes on, and the quorum."""
    return _scene("member_strip", public_id)


@fragment("sitting", "member-now")
def member_now(public_id: str) -> str:
    """What a member can do now; the same for every member."""
    return _scene("member_now", public_id)


@fragment("sitting", "member-decisions")
def member_decisions(public_id: str) -> str:
    """What the Session decided, each with the way to an opinion on it."""
    decisions = decisions_of(_session(public_id))
    return render_to_string("desks/parts/member_decisions.html", {"decisions": decisions})


@fragment("sitting", "session-now")
def session_now(public_id: str) -> str:
    """What goes on in the Session, for the public."""
    return _scene("session_now", public_id)


@fragment("sitting", "session-agenda")
def session_agenda(public_id: str) -> str:
    """The agenda with what has been decided."""
    questions = questions_of(_session(public_id))
    return render_to_string("desks/parts/agenda.html", {"questions": questions})


@fragment("sitting", "session-quorum")
def session_quorum(public_id: str) -> str:
    """Who is there against the number the quorum needs."""
    there = presence(_session(public_id))
    return render_to_string("desks/parts/quorum.html", {"presence": there})
