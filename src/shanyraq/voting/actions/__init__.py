"""Every change of votes and decisions: opening, casting, counting, closing, opinions."""

from shanyraq.voting.actions.casting import cast_ballot, count_hands
from shanyraq.voting.actions.closing import close_vote
from shanyraq.voting.actions.opening import Motion, open_method_vote, open_vote
from shanyraq.voting.actions.opinions import add_dissent

__all__ = [
    "Motion",
    "add_dissent",
    "cast_ballot",
    "close_vote",
    "count_hands",
    "open_method_vote",
    "open_vote",
]
