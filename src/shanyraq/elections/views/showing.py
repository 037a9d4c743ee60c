"""The public page of an election or of a nomination, and the signed protocol."""

from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from shanyraq.elections.enums import BoxState
from shanyraq.elections.models import BallotBox, Election
from shanyraq.elections.queries import (
    box_of_election,
    boxes_of_question,
    count_of,
    election_of,
    elections_on,
    is_settled,
    nomination_on,
    nominees_of,
    roles_joined,
    shown,
    takes_motion,
)
from shanyraq.elections.queries.deeds import deeds_on, deeds_on_question
from shanyraq.elections.queries.stages import stages_of, stamp_of
from shanyraq.platform.occasion import Occasion, occasion_of
from shanyraq.sittings.enums import ContentType, ItemKind, ItemState, State
from shanyraq.sittings.models import AgendaItem
from shanyraq.sittings.permissions import CLOSING_VOTES, COUNTING, PREPARING, leads, rules_of
from shanyraq.sittings.queries import item_of, sees_draft
from shanyraq.voting.enums import Method
from shanyraq.voting.permissions import is_conductor
from shanyraq.voting.queries import chosen_method


@require_safe
def of_item(request: HttpRequest, item: str) -> HttpResponse:
    """The election or the secret vote on a question of a Session, or the list of the Council's."""
    found, occasion = item_of(item), occasion_of(request)
    if found.session.state == State.PREPARED and not sees_draft(found.session, occasion):
        raise Http404
    if found.kind == ItemKind.MAZHILIS_CANDIDATES:
        return render(request, "elections/nomination.html", _nomination(found, occasion))
    if found.kind == ItemKind.ELECT_DEPUTIES:
        return render(request, "elections/election.html", _election(found, occasion))
    told = _question(found, occasion) if takes_motion(found) else {}
    if not (told and (told["secret"] or told["boxes"] or told["deeds"])):
        raise Http404
    return render(request, "elections/question.html", told)


def _question(item: AgendaItem, occasion: Occasion) -> dict[str, Any]:
    """A question with every box in which it was, or will be, voted on secretly."""
    leading = leads(item.session, CLOSING_VOTES, occasion)
    chosen = chosen_method(item.session, item)
    return {
        "item": item,
        "session": item.session,
        "deeds": deeds_on_question(item, occasion),
        "chosen": chosen,
        "secret": chosen == Method.SECRET_ELECTRONIC,
        "stamp": stamp_of(item.session),
        "boxes": [_boxed(box, leading=leading) for box in boxes_of_question(item)],
    }


def _boxed(box: BallotBox, *, leading: bool) -> dict[str, Any]:
    """A box of a motion as it is shown, and whether the reader may give it up."""
    return {
        "box": box,
        "joined": roles_joined(box),
        "stages": stages_of(box),
        "may_abandon": leading and box.state not in {BoxState.CONCLUDED, BoxState.ABANDONED},
    }


def _nomination(item: AgendaItem, occasion: Occasion) -> dict[str, Any]:
    prepares = rules_of(item.session.body, occasion.on).holds(PREPARING, occasion, in_person=False)
    return {
        "item": item,
        "session": item.session,
        "nominees": nominees_of(item),
        "decision": nomination_on(item),
        "may_list": prepares and not is_settled(item),
    }


def _election(item: AgendaItem, occasion: Occasion) -> dict[str, Any]:
    rules = rules_of(item.session.body, occasion.on)
    elections = list(elections_on(item))
    ballots = [_told(one, occasion) for one in elections]
    under_way = any(not one.announced_at for one in elections)
    may_prepare = rules.holds(PREPARING, occasion, in_person=False)
    return {
        "item": item,
        "session": item.session,
        "ballots": ballots,
        "stamp": stamp_of(item.session) if any(one.is_electronic for one in elections) else "",
        "may_prepare": may_prepare and not under_way and item.state != ItemState.FINISHED,
        "may_count": rules.holds(COUNTING, occasion, in_person=False),
        "may_conduct": is_conductor(occasion, item.session),
    }


def _told(election: Election, occasion: Occasion) -> dict[str, Any]:
    """A ballot as it is shown, with the way of its electronic box and what the reader can do."""
    box = box_of_election(election) if election.is_electronic else None
    running = box is not None and box.state != BoxState.CONCLUDED
    return {
        "one": shown(election),
        "box": box,
        "joined": box is not None and roles_joined(box),
        "stages": stages_of(box) if box else [],
        "deeds": deeds_on(election, occasion) if election.is_electronic else [],
        "may_abandon": running and leads(election.item.session, CLOSING_VOTES, occasion),
    }


@require_safe
def protocol(request: HttpRequest, public_id: str) -> FileResponse:
    """The signed protocol of the counting commission; public once the result is announced."""
    election = election_of(public_id)
    count = count_of(election)
    rules = rules_of(election.item.session.body, occasion_of(request).on)
    if (
        count is None
        or count.paper is None
        or not (
            election.announced_at or rules.holds(COUNTING, occasion_of(request), in_person=False)
        )
    ):
        raise Http404
    kind = ContentType(count.paper.content_type)
    answer = FileResponse(
        count.paper.file.open("rb"),
        as_attachment=True,
        filename=f"protocol-{election.public_id}.{kind.label.lower()}",
        content_type=kind.value,
    )
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer
