"""Live parts of the pages of a vote: how it stands, and the strip over a ballot.

They show public state only and never a form. While a vote is open they say how many have voted,
not how.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any, cast

from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext

from shanyraq.charter.models import StoredVerdict
from shanyraq.charter.queries import verdict_again
from shanyraq.platform import clock
from shanyraq.platform.languages import active
from shanyraq.platform.live import fragment
from shanyraq.sittings.hooks import NamedVerdict
from shanyraq.sittings.models import Session
from shanyraq.voting.models import Decision, Vote
from shanyraq.voting.queries import (
    majority_of,
    poll_majority,
    poll_of,
    poll_votes,
    standing_of,
    tally_of,
    vote_known,
)


@fragment("vote", "progress")
def progress(public_id: str) -> str:
    """How many have voted; once it is closed, the result with its clause."""
    return render_to_string("voting/live_progress.html", told(vote_known(public_id)))


@fragment("vote", "strip")
def strip(public_id: str) -> str:
    """One line over a ballot: since when voting is open, or when it closed."""
    return render_to_string("voting/live_strip.html", {"vote": vote_known(public_id)})


def told(vote: Vote) -> dict[str, Any]:
    """A vote with its numbers and the law's words for them."""
    result = tally_of(vote)
    majority = majority_of(vote, votes_for=result.votes_for, on=vote.session.day)
    telling = majority.tell(active())
    return {
        "vote": vote,
        "result": result,
        "decision": getattr(vote, "decision", None),
        "word": "" if vote.is_open else telling.conclusion,
        "requirement": telling.requirement,
        "majority": majority,
    }


@fragment("poll", "progress")
def poll_progress(public_id: str) -> str:
    """How many members of the Council have answered a poll; once it is closed, that it is."""
    return render_to_string("voting/live_poll.html", poll_told(poll_of(public_id), clock.now()))


def poll_told(poll: Session, at: dt.datetime) -> dict[str, Any]:
    """A poll with its questions and how many have answered; once closed, with the results."""
    standing = standing_of(poll, at)
    votes = list(poll_votes(poll))
    return {
        "poll": poll,
        "standing": standing,
        "votes": votes,
        "needed": poll_majority(poll, members=standing.members, votes_for=0, on=poll.day),
        "results": [_result_told(vote) for vote in votes if vote.result is not None],
    }


def _result_told(vote: Vote) -> dict[str, Any]:
    """A question of a closed poll with its numbers and the law's words for them."""
    decision: Decision | None = getattr(vote, "decision", None)
    kept = decision.verdict if decision else vote.result
    verdict = verdict_again(cast("StoredVerdict", kept))
    majority = verdict.children[-1] if decision else verdict
    telling = majority.tell(active())
    return {
        "vote": vote,
        "result": tally_of(vote),
        "decision": decision,
        "word": telling.conclusion,
        "requirement": telling.requirement,
        "verdict": verdict,
        "clause": majority.clause,
        "on": majority.on,
    }


def decisions_on(verdicts: Sequence[str], /) -> dict[str, NamedVerdict]:
    """The decisions that rest on stored verdicts, by the verdicts' public identifiers."""
    resting = Decision.objects.select_related("verdict", "effect", "vote__quorum", "vote__result")
    wanted = Q()
    for way in ("verdict", "effect", "vote__quorum", "vote__result"):
        wanted |= Q(**{f"{way}__public_id__in": verdicts})
    found: dict[str, NamedVerdict] = {}
    for decision in resting.filter(wanted).order_by("pk"):
        label = gettext("Decision No. {number}").format(number=decision.number)
        name = NamedVerdict(label, reverse("voting:decision", args=[decision.public_id]))
        vote = decision.vote
        for stored in (decision.verdict, decision.effect, vote.quorum, vote.result):
            if stored is not None:
                found.setdefault(stored.public_id, name)
    return found
