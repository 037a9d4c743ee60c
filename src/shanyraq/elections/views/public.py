"""The public board of a ballot box: how it stands, every ballot's tracker, the archive itself."""

from typing import Any

from django.core.paginator import Paginator
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    JsonResponse,
    StreamingHttpResponse,
)
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from shanyraq.elections.enums import BoxState
from shanyraq.elections.models import BallotBox
from shanyraq.elections.queries import (
    archive_name,
    archive_of,
    ballot_tracked,
    ballots_on_board,
    box_law,
    box_of,
    election_record,
    hash_of,
    head_of,
    held_in,
    roll_of,
    shown,
    tracker_of,
    turnout_of,
)
from shanyraq.elections.queries.deeds import deeds_of
from shanyraq.elections.queries.protocol import protocol_of, protocol_of_vote
from shanyraq.elections.queries.stages import stages_of
from shanyraq.platform.clock import date_of
from shanyraq.platform.languages import LANGUAGES
from shanyraq.platform.occasion import occasion_of
from shanyraq.voting.queries import tally_of

#: Trackers on a page of the board.
PAGE = 50


@csrf_exempt  # a search changes nothing; with a token it would need the cookie that names who asks
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def board(request: HttpRequest, public_id: str) -> HttpResponse:
    """The board. A tracker is looked up by POST, so that it stands in no address and no log."""
    box = box_of(public_id)
    occasion = occasion_of(request)
    context = _standing(box) | {
        "box": box,
        "item": box.item,
        "session": box.item.session,
        "stages": stages_of(box),
        "deeds": deeds_of(box, occasion) if _is_current(box) else [],
        "held": held_in(box).count(),
        "page": _trackers(box, request.GET.get("page", "1")),
        "sealed": box.sealed_at is not None,
        "fingerprint": election_record(box).fingerprint if box.sealed_at else "",
        "archive_name": archive_name(box),
    }
    return render(request, "elections/board.html", context | _result(box) | _sought(request, box))


@never_cache
@require_safe
def standing(request: HttpRequest, public_id: str) -> JsonResponse:
    """How the box stands, for the page that follows it: no name, no tracker."""
    del request
    box = box_of(public_id)
    return JsonResponse({"state": box.state} | _standing(box))


@require_safe
def archive(request: HttpRequest, public_id: str) -> StreamingHttpResponse:
    """The archive, byte for byte: whoever has it verifies the election without us."""
    del request
    box = box_of(public_id)
    answer = StreamingHttpResponse(archive_of(box), content_type="application/octet-stream")
    answer.headers["Content-Disposition"] = f'attachment; filename="{archive_name(box)}"'
    answer.headers["Cache-Control"] = "no-cache"
    return answer


@require_safe
def protocol_pdf(request: HttpRequest, public_id: str, language: str) -> HttpResponse:
    """The protocol of the counting commission; there is one once the result is announced."""
    box = box_of(public_id)
    board = request.build_absolute_uri(reverse("elections:board", args=[public_id]))
    if language not in LANGUAGES or not _is_current(box):
        raise Http404
    if box.election and box.election.announced_at:
        content = protocol_of(box, box.election, language=language, board=board)
    elif box.vote and box.vote.closed_at:
        content = protocol_of_vote(box, box.vote, language=language, board=board)
    else:
        raise Http404
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="protocol-{box.uuid}-{language}.pdf"'
    return answer


@require_safe
def promises(request: HttpRequest, public_id: str) -> HttpResponse:
    """What such a ballot promises, and what it does not, in plain words."""
    box = box_of(public_id)
    context = {
        "box": box,
        "item": box.item,
        "session": box.item.session,
        "law": box_law(date_of(box.appointed_at)),
        "archive_name": archive_name(box),
        "cast": request.build_absolute_uri(reverse("elections:cast", args=[public_id])),
    }
    return render(request, "elections/promises.html", context)


def _standing(box: BallotBox) -> dict[str, Any]:
    return {"turnout": turnout_of(box), "roll": roll_of(box).count(), "head": head_of(box)}


def _is_current(box: BallotBox) -> bool:
    return box.state != BoxState.ABANDONED


def _trackers(box: BallotBox, page: str) -> Any:  # noqa: ANN401 -- a page of Django's paginator
    """A page of trackers in the order of the archive."""
    hashes = ballots_on_board(box).values_list("sha256", flat=True)
    found = Paginator(hashes, PAGE).get_page(page)
    found.object_list = [tracker_of(one) for one in found.object_list]
    return found


def _result(box: BallotBox) -> dict[str, Any]:
    election = box.election if _is_current(box) else None
    vote = box.vote if _is_current(box) else None
    return {
        "one": shown(election) if election and election.announced_at else None,
        "vote": vote,
        "tally": tally_of(vote) if vote and vote.closed_at else None,
    }


def _sought(request: HttpRequest, box: BallotBox) -> dict[str, Any]:
    """What was looked for: the ballot of the tracker, or what is wrong with what was typed."""
    if request.method != "POST":
        return {"sought": "", "found": None, "readable": True}
    typed = "".join(request.POST.get("tracker", "").split()).rstrip("=")
    return {
        "sought": typed,
        "found": ballot_tracked(box, typed),
        "readable": bool(hash_of(typed)),
    }
