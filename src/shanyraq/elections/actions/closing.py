"""Closing the box: what waits is checked, the ballots that count are put together unopened."""

from collections.abc import Iterator

from shanyraq.ballots.archive import EventType
from shanyraq.ballots.ballot import Ballot
from shanyraq.ballots.tally import Counter, Tally
from shanyraq.charter.models import StoredVerdict
from shanyraq.elections.actions._board import BoardWriter
from shanyraq.elections.actions._boxes import held_box, told
from shanyraq.elections.actions._verdicts import keep, put_on_board
from shanyraq.elections.enums import BoxState
from shanyraq.elections.models import BallotBox
from shanyraq.elections.queries import (
    CHUNK,
    accepted_in,
    ballots_on_board,
    checked,
    election_record,
    waiting_in,
)
from shanyraq.platform.journal import Json
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.register import Done, action
from shanyraq.voting.permissions import require_closer


@action("elections.close_ballots", powers=("close_vote",))
def close_ballots(*, occasion: Occasion, box: BallotBox) -> Done[BallotBox]:
    """Close the box; every ballot cast before is in it, and none comes after (R8.4a).

    Raises:
        RunsNoVotes: the actor does not close votes.
        NotPresiding: somebody else presides (A16).
        LawSilent: the law gives no answer.
        NotAtThisStage: the box is not open.
    """
    power = require_closer(occasion, box.item.session)
    held = held_box(box, BoxState.OPEN)
    keep(held, checked(held, waiting_in(held)))
    put_on_board(held)
    board = BoardWriter(held)
    board.event(EventType.END_BALLOTS)
    tally = _tally(held)
    head = board.event(EventType.ENCRYPTED_TALLY, tally.body, tally.sized)
    held.state, held.closed_at = BoxState.CLOSED, occasion.at
    held.save()
    ballots = ballots_on_board(held).count()
    facts: dict[str, Json] = {"ballots": ballots, "counted": tally.counted, "head": head}
    return Done(told(held), facts=facts, verdicts=[StoredVerdict.objects.keep(power)])


def _tally(box: BallotBox) -> Tally:
    """The last ballot of each credential, put together one by one."""
    election = election_record(box)
    credentials = dict(accepted_in(box).values_list("sha256", "credential"))
    order = ballots_on_board(box).values_list("sha256", flat=True)
    last = {credentials[sha256]: sha256 for sha256 in order}
    counter = Counter(election)
    for body in _bodies(box, set(last.values())):
        counter.add(Ballot.read(election, body).ciphertexts)
    return counter.tally


def _bodies(box: BallotBox, wanted: set[str]) -> Iterator[bytes]:
    rows = ballots_on_board(box).values_list("sha256", "body")
    for sha256, body in rows.iterator(chunk_size=CHUNK):
        if sha256 in wanted:
            yield bytes(body)
