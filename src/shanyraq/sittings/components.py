"""Live parts of pages: the quorum, what is under discussion, signatures. Public state only."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from shanyraq.people.enums import Classification
from shanyraq.people.models import Organization
from shanyraq.platform import clock
from shanyraq.platform.components import law_parts
from shanyraq.platform.live import fragment
from shanyraq.sittings.enums import State
from shanyraq.sittings.permissions import PROCEDURES
from shanyraq.sittings.queries import (
    agenda,
    item_under_discussion,
    meetings_of,
    presence,
    request_of,
    session_of,
    support_shown,
    trial_known,
)

#: How many of a body's meetings its own page names.
LATEST = 5


def meetings_part(*, body: Organization, request: HttpRequest) -> SafeString:
    """The way from a body's page to its meetings; nothing for bodies that hold none."""
    del request
    procedure = PROCEDURES.get(body.classification)
    if procedure is None or body.classification == Classification.ASSEMBLY:
        return SafeString("")
    latest = meetings_of(body).exclude(state=State.PREPARED)[:LATEST]
    return render_to_string("sittings/body_part.html", {"body": body, "sessions": latest})


@fragment("sitting", "quorum")
def quorum(public_id: str) -> str:
    """Members present against the number the law asks for (R8.3a)."""
    session = session_of(public_id)
    if session.state == State.PREPARED:
        return ""
    there = presence(session)
    context = {
        "session": session,
        "presence": there,
        "lacking": max((there.needed or 0) - there.present, 0),
        "clause": law_parts().clause(there.verdict),
    }
    return render_to_string("sittings/live/quorum.html", context)


@fragment("sitting", "agenda")
def agenda_now(public_id: str) -> str:
    """The agenda with what is under discussion marked."""
    session = session_of(public_id)
    if session.state == State.PREPARED:
        return ""
    context = {
        "session": session,
        "items": agenda(session),
        "now": item_under_discussion(session),
    }
    return render_to_string("sittings/live/agenda.html", context)


@fragment("request", "signatures")
def signatures(public_id: str) -> str:
    """Signatures of members in office against the number the law asks for (R8.2a, A5)."""
    request = request_of(public_id)
    support = support_shown(request, clock.today())
    context = {
        "request": request,
        "support": support,
        "clause": law_parts().clause(support.verdict),
    }
    return render_to_string("sittings/live/signatures.html", context)


@fragment("trial", "progress")
def trial(public_id: str) -> str:
    """How far a dry run has come, then what it found in numbers (R8.4d)."""
    one = trial_known(public_id)
    return render_to_string("sittings/live/trial.html", {"trial": one})
