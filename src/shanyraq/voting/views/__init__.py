"""Pages of votes and decisions."""

from shanyraq.voting.views.ballots import BallotPage
from shanyraq.voting.views.conducting import (
    CloseVote,
    CountHands,
    OpenMethodVote,
    OpenVote,
    conduct,
)
from shanyraq.voting.views.decisions import AddDissent, decision, names, names_csv, trace
from shanyraq.voting.views.polls import (
    AnswerPoll,
    ClosePoll,
    OpenPoll,
    RemindOfPoll,
    poll,
    poll_names,
    polls,
)
from shanyraq.voting.views.reports import reports

__all__ = [
    "AddDissent",
    "AnswerPoll",
    "BallotPage",
    "ClosePoll",
    "CloseVote",
    "CountHands",
    "OpenMethodVote",
    "OpenPoll",
    "OpenVote",
    "RemindOfPoll",
    "conduct",
    "decision",
    "names",
    "names_csv",
    "poll",
    "poll_names",
    "polls",
    "reports",
    "trace",
]
