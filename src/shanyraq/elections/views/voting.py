"""The booth of a ballot box, where nobody is signed in, and what its page asks of the server.

The right to vote is the code inside the ballot, so these addresses read no account and no session
and set no cookie of one: who looked at the booth, or sent something from it, is known to nobody.
"""

from typing import cast

from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from shanyraq.ballots.questions import HomomorphicQuestion
from shanyraq.elections.actions import cast as cast_into
from shanyraq.elections.models import BallotBox, ReceivedBallot
from shanyraq.elections.queries import (
    ballot_tracked,
    box_of,
    box_of_question,
    candidates_of,
    election_record,
    tracker_of,
)
from shanyraq.platform import clock
from shanyraq.platform.languages import LANGUAGES, active
from shanyraq.platform.occasion import NOBODY, Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.sittings.queries import item_of

#: What stands in a record between the same words in two languages.
BETWEEN = " / "
#: Longest text that is looked at as a tracker.
LONGEST_TRACKER = 100


@never_cache
@require_safe
def booth(request: HttpRequest, public_id: str) -> HttpResponse:
    """The booth; the page knows neither who looks at it nor the code in its fragment."""
    request.user = AnonymousUser()
    box = box_of(public_id)
    context: dict[str, object] = {"box": box, "item": box.item, "session": box.item.session}
    if box.takes_ballots:
        election = election_record(box)
        question = cast("HomomorphicQuestion", election.questions[0])
        context |= {
            "question": question,
            "asked": _in_own_words(question.question),
            "choices": _choices(box, question),
            "fingerprint": election.fingerprint,
        }
    return render(request, "elections/booth.html", context)


@never_cache
@require_safe
def booth_of(request: HttpRequest, item: str) -> HttpResponse:
    """Lead to the booth of the vote on a question; who is led there is looked at by nobody."""
    del request
    box = box_of_question(item_of(item))
    if box is None:
        raise Http404
    return redirect("elections:booth", box.public_id)


def _choices(box: BallotBox, question: HomomorphicQuestion) -> list[str]:
    """What can be marked, in the reader's language; the page's script holds it to the record."""
    if box.election is None:
        return [_in_own_words(answer) for answer in question.answers]
    return [one.person.name for one in candidates_of(box.election)]


def _in_own_words(text: str) -> str:
    """A text of the record, which holds it in three languages, in the reader's own."""
    parts = text.split(BETWEEN)
    return parts[LANGUAGES.index(active())] if len(parts) == len(LANGUAGES) else text


@require_safe
def record(request: HttpRequest, public_id: str) -> HttpResponse:
    """The election as its archive describes it, byte for byte; there is one once it is sealed."""
    del request
    box = box_of(public_id)
    if box.sealed_at is None:
        raise Http404
    return HttpResponse(election_record(box).body, content_type="application/json")


@csrf_exempt  # the ballot carries its own proof; no cookie is read, so none can be borrowed
@never_cache
@require_POST
def send(request: HttpRequest, public_id: str) -> HttpResponse:
    """Take the bytes of a ballot; the answer says what became of it, or why it is refused."""
    occasion = Occasion(actor=NOBODY, at=clock.now())
    try:
        received = cast_into(occasion=occasion, box=box_of(public_id), ballot=request.body)
    except Refusal as refusal:
        return JsonResponse(refusal.as_json(), status=refusal.status)
    return JsonResponse(_told(received))


@csrf_exempt  # it changes nothing; a tracker in a body stands in no log, as one in an address would
@never_cache
@require_POST
def follow(request: HttpRequest, public_id: str) -> HttpResponse:
    """What became of the ballot of a tracker: the body is the tracker."""
    text = request.body[:LONGEST_TRACKER].decode(errors="replace")
    found = ballot_tracked(box_of(public_id), text)
    return JsonResponse(_told(found) if found else {"state": "unknown"})


def _told(ballot: ReceivedBallot) -> dict[str, object]:
    return {
        "state": ballot.state,
        "tracker": tracker_of(ballot.sha256),
        "findings": ballot.findings,
    }
