"""Every change of votes and decisions: opening, casting, counting, closing, opinions."""

from shanyraq.voting.actions._motion import Motion
from shanyraq.voting.actions.answering import answer_poll
from shanyraq.voting.actions.casting import cast_ballot, count_hands
from shanyraq.voting.actions.closing import close_vote
from shanyraq.voting.actions.concluding import close_poll
from shanyraq.voting.actions.opening import open_method_vote, open_vote
from shanyraq.voting.actions.opinions import add_dissent
from shanyraq.voting.actions.polling import PollQuestion, open_poll, remind_of_poll
from shanyraq.voting.actions.voiding import void_vote

__all__ = [
    "Motion",
    "PollQuestion",
    "add_dissent",
    "answer_poll",
    "cast_ballot",
    "close_poll",
    "close_vote",
    "count_hands",
    "open_method_vote",
    "open_poll",
    "open_vote",
    "remind_of_poll",
    "void_vote",
]
