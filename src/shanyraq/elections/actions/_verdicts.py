"""What became of ballots: the accepted ones go to the board, in no order of arrival."""

import secrets
from collections import deque
from collections.abc import Iterable, Mapping, Sequence

from shanyraq.ballots.archive import EventType
from shanyraq.elections.actions._board import BoardWriter
from shanyraq.elections.enums import BallotState
from shanyraq.elections.models import BallotBox, ReceivedBallot


def keep(box: BallotBox, findings: Mapping[str, Sequence[str]]) -> int:
    """Keep what the check found of waiting ballots, by their hash; how many went to the board.

    An accepted ballot is written anew, so that the numbers of the rows tell no order of arrival.
    """
    waiting = ReceivedBallot.objects.filter(
        box=box, state=BallotState.RECEIVED, sha256__in=findings
    )
    accepted = []
    for ballot in waiting.order_by("pk"):
        if broken := findings[ballot.sha256]:
            ballot.state, ballot.findings = BallotState.REFUSED, list(broken)
            ballot.save()
        else:
            accepted.append(ballot)
    board = BoardWriter(box)
    ReceivedBallot.objects.filter(pk__in=[ballot.pk for ballot in accepted]).delete()
    for ballot in mixed(accepted):
        board.event(EventType.BALLOT, bytes(ballot.body))
        ballot.state, ballot.body, ballot.pk = BallotState.ACCEPTED, b"", None
        ballot.save(force_insert=True)
    return len(accepted)


def mixed(ballots: Iterable[ReceivedBallot]) -> list[ReceivedBallot]:
    """Ballots in a random order, in which those of one credential follow each other as they came.

    Which of one voter's ballots is the last must not change: it is the one that counts.
    """
    own: dict[str, deque[ReceivedBallot]] = {}
    places = []
    for ballot in ballots:
        own.setdefault(ballot.credential, deque()).append(ballot)
        places.append(ballot.credential)
    secrets.SystemRandom().shuffle(places)
    return [own[credential].popleft() for credential in places]
