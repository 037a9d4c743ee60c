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

__all__ = [
    "AddDissent",
    "BallotPage",
    "CloseVote",
    "CountHands",
    "OpenMethodVote",
    "OpenVote",
    "conduct",
    "decision",
    "names",
    "names_csv",
    "trace",
]
