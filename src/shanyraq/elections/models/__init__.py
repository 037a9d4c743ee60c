"""What the chapter of elections keeps: elections, ballot boxes, their public board."""

from shanyraq.elections.models.board import BoardRecord, PublicCredential, ReceivedBallot
from shanyraq.elections.models.boxes import (
    BallotBox,
    BoxMotion,
    KeyMessage,
    RollEntry,
    Trustee,
)
from shanyraq.elections.models.elections import (
    Candidate,
    CandidateCount,
    CandidateResult,
    Election,
    Nominee,
    PaperBallotCount,
)

__all__ = [
    "BallotBox",
    "BoardRecord",
    "BoxMotion",
    "Candidate",
    "CandidateCount",
    "CandidateResult",
    "Election",
    "KeyMessage",
    "Nominee",
    "PaperBallotCount",
    "PublicCredential",
    "ReceivedBallot",
    "RollEntry",
    "Trustee",
]
