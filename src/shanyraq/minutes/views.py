"""Pages of minutes, and minutes and extracts as files."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from shanyraq.minutes.queries import extract_of, minutes_of
from shanyraq.minutes.queries.parts import Document
from shanyraq.minutes.queries.setting import pdf_of
from shanyraq.people.enums import Language as SpokenIn
from shanyraq.platform.languages import LANGUAGES, Language, active
from shanyraq.sittings.enums import State
from shanyraq.sittings.models import Session
from shanyraq.sittings.queries import session_of
from shanyraq.voting.queries import decision_of


@require_safe
def minutes(request: HttpRequest, public_id: str) -> HttpResponse:
    """The minutes of a Session as a page in the reader's language."""
    session = _announced(public_id)
    context = {
        "session": session,
        "document": minutes_of(session, active()),
        "languages": SpokenIn.choices,
    }
    return render(request, "minutes/minutes.html", context)


@require_safe
def minutes_pdf(request: HttpRequest, public_id: str, language: str) -> HttpResponse:
    """The minutes of a Session as PDF in one of the three languages."""
    del request
    session = _announced(public_id)
    document = minutes_of(session, _known(language))
    return _file(document, f"{_stem(session)}-minutes-{language}.pdf")


@require_safe
def decision_pdf(request: HttpRequest, public_id: str, language: str) -> HttpResponse:
    """An extract from the minutes with one decision as PDF."""
    del request
    decision = decision_of(public_id)
    document = extract_of(decision, _known(language))
    return _file(document, f"decision-{decision.number.replace('/', '-')}-{language}.pdf")


def _announced(public_id: str) -> Session:
    """A Session of which the public may know: a draft that nobody convened has no minutes."""
    session = session_of(public_id)
    if session.state == State.PREPARED:
        raise Http404
    return session


def _stem(session: Session) -> str:
    """What a file about a sitting is called."""
    kind = "session" if session.is_session else session.kind
    return f"{kind}-{session.number}"


def _known(language: str) -> Language:
    if language not in LANGUAGES:
        raise Http404
    return language


def _file(document: Document, name: str) -> HttpResponse:
    response = HttpResponse(pdf_of(document), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response
