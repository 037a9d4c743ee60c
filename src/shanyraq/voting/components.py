"""Live parts of the pages of a vote: how it stands, and the strip over a ballot.

They show public state only and never a form. While a vote is open they say how many have voted,
not how.
"""

from typing import Any

from django.template.loader import render_to_string

from shanyraq.platform.languages import active
from shanyraq.platform.live import fragment
from shanyraq.voting.models import Vote
from shanyraq.voting.queries import majority_of, tally_of, vote_known


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
