"""Live parts of the pages of votes: how a vote stands, and the strip over a ballot.

They show public state only and never a form. While a vote is open they say how many have voted,
not how.
"""

from typing import Any

from django.template.loader import render_to_string

from shanyraq.platform.languages import active
from shanyraq.platform.live import fragment
from shanyraq.voting.models import Vote
from shanyraq.voting.queries import latest_vote, majority_of, tally_of


@fragment("sitting", "vote")
def vote_now(public_id: str) -> str:
    """What is put to the vote, how many have voted, the result; with a link to vote."""
    return render_to_string("voting/live_vote.html", told(latest_vote(public_id)))


@fragment("sitting", "strip")
def strip(public_id: str) -> str:
    """One line over a ballot: since when voting is open, or when it closed."""
    return render_to_string("voting/live_strip.html", {"vote": latest_vote(public_id)})


def told(vote: Vote | None) -> dict[str, Any]:
    """A vote with its numbers and the law's words for them."""
    if vote is None:
        return {"vote": None}
    result = tally_of(vote)
    majority = majority_of(vote, votes_for=result.votes_for, on=vote.session.day)
    return {
        "vote": vote,
        "result": result,
        "decision": getattr(vote, "decision", None),
        "word": "" if vote.is_open else majority.tell(active()).conclusion,
        "majority": majority,
    }
