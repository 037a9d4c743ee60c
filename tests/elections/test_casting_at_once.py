"""Acts on a ballot box that come at the same moment, over connections of their own."""

import json
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

import pytest
from django.db import connection, transaction
from tests.elections.builders import a_house
from tests.elections.commission import Commission, an_open_box, into
from tests.voting.builders import by

from shanyraq.ballots.records import canonical
from shanyraq.elections.actions import close_ballots
from shanyraq.elections.actions._boxes import NotAtThisStage
from shanyraq.elections.actions.casting import BallotsNotTaken, BallotUnsigned
from shanyraq.elections.enums import BallotState
from shanyraq.elections.models import BallotBox, ReceivedBallot
from shanyraq.elections.queries import (
    ballots_on_board,
    result_of,
    sized_tally_of,
    turnout_of,
)
from shanyraq.platform.refusals import Refusal

T = TypeVar("T")

pytestmark = [
    pytest.mark.skipif(
        connection.vendor != "postgresql",
        reason="NOT run: needs PostgreSQL's own connections (make test-postgresql)",
    ),
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("committed"),
]


def at_once(*acts: Callable[[], T]) -> list[T | Refusal]:
    """What acts answer that begin together, each over its own connection."""
    gate = Barrier(len(acts))

    def begun(act: Callable[[], T]) -> T | Refusal:
        try:
            gate.wait()
            return act()
        except Refusal as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(begun, acts))


def casting(commission: Commission, ballot: bytes) -> Callable[[], object]:
    """A ballot that arrives."""
    return lambda: into(commission.box, ballot).sha256


def votes(commission: Commission) -> Sequence[object]:
    """The result, by any two trustees."""
    commission.decrypt(*commission.devices[:2])
    commission.conclude()
    result = result_of(commission.box)
    assert result is not None
    return result.answers[0]


def test_the_same_ballot_twice_at_once_is_one_ballot() -> None:
    commission = an_open_box(a_house(members=12), 1)
    for voter in range(4):
        ballot = commission.a_ballot(voter, [1])
        first, second = at_once(*[casting(commission, ballot)] * 2)
        assert first == second
    assert ReceivedBallot.objects.count() == 4
    commission.close()
    assert ballots_on_board(commission.box).count() == 4
    assert votes(commission) == (4,)


def test_two_ballots_of_one_credential_at_once_count_as_one_voter() -> None:
    commission = an_open_box(a_house(members=12), 2)
    for voter in range(4):
        pair = [commission.a_ballot(voter, marks) for marks in ([1, 0], [0, 1])]
        answers = at_once(*[casting(commission, ballot) for ballot in pair])
        assert len(set(answers)) == 2
    commission.count()
    assert turnout_of(commission.box) == 4
    commission.close()
    assert (ballots_on_board(commission.box).count(), turnout_of(commission.box)) == (8, 4)
    sized = sized_tally_of(commission.box)
    assert sized is not None
    assert sized.counted == 4
    assert sum(int(str(one)) for one in votes(commission)) == 4


def test_a_ballot_that_meets_the_closing_is_counted_or_refused_and_nothing_between() -> None:
    commission = an_open_box(a_house(members=12), 1)
    ballots = [commission.a_ballot(voter, [1]) for voter in range(6)]
    chair = by(commission.house.hall.chair)
    *cast, closed = at_once(
        *[casting(commission, ballot) for ballot in ballots],
        lambda: close_ballots(occasion=chair, box=commission.box),
    )
    assert not isinstance(closed, Refusal)
    refused = [one for one in cast if isinstance(one, Refusal)]
    taken = {one for one in cast if not isinstance(one, Refusal)}
    assert {type(one) for one in refused} <= {BallotsNotTaken}
    on_board = set(ballots_on_board(commission.box).values_list("sha256", flat=True))
    assert on_board == taken
    assert not ReceivedBallot.objects.exclude(state=BallotState.ACCEPTED).exists()
    assert votes(commission) == (len(taken),)


def test_a_box_that_two_close_at_once_is_closed_once_while_the_worker_counts() -> None:
    commission = an_open_box(a_house(members=12), 1)
    for voter in range(6):
        commission.vote(voter, [1])
    chair = by(commission.house.hall.chair)

    def close() -> object:
        return close_ballots(occasion=chair, box=commission.box)

    answers = at_once(close, close, commission.count)
    refused = [one for one in answers if isinstance(one, Refusal)]
    assert [type(one) for one in refused] == [NotAtThisStage]
    assert ballots_on_board(commission.box).count() == 6
    assert votes(commission) == (6,)


def test_rubbish_is_refused_while_somebody_else_holds_the_box_fast() -> None:
    commission = an_open_box(a_house(members=12), 1)
    own, other = (json.loads(commission.a_ballot(voter, [1])) for voter in (0, 1))
    unsigned = canonical({**own, "answers": other["answers"]})
    with ThreadPoolExecutor(1) as thread, transaction.atomic():
        BallotBox.objects.select_for_update().get(pk=commission.box.pk)
        answer = thread.submit(at_once, casting(commission, unsigned))
        [refused] = answer.result(timeout=20)
    assert isinstance(refused, BallotUnsigned)
