"""What became of ballots: the accepted ones go to the board, in no order of arrival."""

import secrets
from collections import deque
from collections.abc import Iterable, Mapping, Sequence

from shanyraq.ballots.archive import EventType
from shanyraq.elections.actions._board import BoardWriter
from shanyraq.elections.enums import BallotState
from shanyraq.elections.models import BallotBox, ReceivedBallot
from shanyraq.elections.queries import held_in

CHANCE = secrets.SystemRandom()


def keep(box: BallotBox, findings: Mapping[str, Sequence[str]]) -> None:
    """Keep what the check found of waiting ballots, by their hash: none found is none wrong."""
    waiting = ReceivedBallot.objects.filter(box=box, state=BallotState.RECEIVED)
    for ballot in waiting.filter(sha256__in=findings):
        ballot.findings = list(findings[ballot.sha256])
        ballot.state = BallotState.REFUSED if ballot.findings else BallotState.ACCEPTED
        ballot.save()


def put_on_board(box: BallotBox, *, batch: int = 0) -> None:
    """Put accepted ballots on the board, in a random order; those of `batch` voters stay held.

    A ballot is written anew, so that the numbers of the rows tell no order of arrival.
    """
    ready = released(list(held_in(box)), batch)
    ReceivedBallot.objects.filter(pk__in=[ballot.pk for ballot in ready]).delete()
    board = BoardWriter(box)
    for ballot in mixed(ready):
        board.event(EventType.BALLOT, bytes(ballot.body))
        ballot.body, ballot.pk = b"", None
        ballot.save(force_insert=True)


def released(ballots: Sequence[ReceivedBallot], batch: int) -> list[ReceivedBallot]:
    """Ballots of voters drawn by lot, so that those of `batch` others stay held.

    None is released before as many voters again are there: never are fewer mixed together, not
    even at the closing, and a ballot may wait for any of those after it. Voters are counted, not
    ballots, so that nobody fills up a batch by voting again.
    """
    voters = sorted({ballot.credential for ballot in ballots})
    if len(voters) < 2 * batch:
        return []
    drawn = set(CHANCE.sample(voters, len(voters) - batch))
    return [ballot for ballot in ballots if ballot.credential in drawn]


def mixed(ballots: Iterable[ReceivedBallot]) -> list[ReceivedBallot]:
    """Ballots in a random order, in which those of one credential follow each other as they came.

    Which of one voter's ballots is the last must not change: it is the one that counts.
    """
    own: dict[str, deque[ReceivedBallot]] = {}
    places = []
    for ballot in ballots:
        own.setdefault(ballot.credential, deque()).append(ballot)
        places.append(ballot.credential)
    CHANCE.shuffle(places)
    return [own[credential].popleft() for credential in places]
