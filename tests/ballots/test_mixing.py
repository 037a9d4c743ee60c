"""Whoever shuffles works from the whole archive, once, as one of several."""

from collections.abc import Callable
from io import BytesIO

import pytest
from tests.ballots.builders import RANKS, SmallElection, broken_rules, chained, seeded, steps_of

from shanyraq.ballots.archive import ArchiveWriter, EventType
from shanyraq.ballots.bulletin_board import BulletinBoard
from shanyraq.ballots.duties import InvalidArchive
from shanyraq.ballots.groups import Group
from shanyraq.ballots.mixing import (
    NotAShuffler,
    NothingToShuffle,
    TooFewShuffles,
    WrongShuffle,
    check_shuffles_end,
    turn_of,
)

DRAW = seeded(41)


def counted(group: Group) -> tuple[SmallElection, BytesIO]:
    """A ranked election whose tally is shown, and its file."""
    small = SmallElection(questions=RANKS, voters=3, group=group)
    file, board = small.board()
    cast = small.ballots()
    for ballot in cast:
        board.cast(ballot.body)
    board.end_ballots()
    board.show_tally(small.tally(cast))
    return small, file


def board_of(file: BytesIO) -> BulletinBoard:
    return BulletinBoard(ArchiveWriter.resume(file))


def test_two_trustees_shuffle_one_after_the_other(toy: Group) -> None:
    _, file = counted(toy)
    for owner in (2, 1):
        with pytest.raises(TooFewShuffles, match="at least 2"):
            check_shuffles_end(file)
        body = turn_of(file, owner).shuffle(DRAW)
        turn_of(file, owner).check(body)
        board_of(file).shuffle(owner, body)
    check_shuffles_end(file)
    board_of(file).end_shuffles()
    assert {str(rule) for rule in broken_rules(file.getvalue())} == {"event.complete"}


def test_a_trustee_shuffles_once_and_a_stranger_never(toy: Group) -> None:
    _, file = counted(toy)
    board_of(file).shuffle(1, turn_of(file, 1).shuffle(DRAW))
    with pytest.raises(NotAShuffler, match="already"):
        turn_of(file, 1)
    for stranger in (0, 3):
        with pytest.raises(NotAShuffler, match="no trustee"):
            turn_of(file, stranger)


def test_a_shuffle_of_other_ballots_is_refused(toy: Group) -> None:
    _, file = counted(toy)
    early = turn_of(file, 2).shuffle(DRAW)
    board_of(file).shuffle(1, turn_of(file, 1).shuffle(DRAW))
    with pytest.raises(WrongShuffle, match="proof"):
        turn_of(file, 2).check(early)
    with pytest.raises(WrongShuffle, match="JSON"):
        turn_of(file, 2).check(b"nothing")


@pytest.mark.parametrize("ask", [lambda file: turn_of(file, 1), check_shuffles_end])
def test_there_is_nothing_to_shuffle_before_and_after(
    toy: Group, ask: Callable[[BytesIO], object]
) -> None:
    small, file = counted(toy)
    steps = steps_of(file.getvalue())
    with pytest.raises(NothingToShuffle):
        ask(BytesIO(chained(steps[:-1])))
    with pytest.raises(NothingToShuffle):
        ask(BytesIO(small.archive()))


def test_ballots_left_out_are_not_shuffled(toy: Group) -> None:
    _, file = counted(toy)
    steps = steps_of(file.getvalue())
    steps.remove(next(step for step in steps if step.kind is EventType.BALLOT))
    forged = BytesIO(chained(steps))
    with pytest.raises(InvalidArchive, match=r"tally\.recomputed"):
        turn_of(forged, 1)
    with pytest.raises(InvalidArchive):
        check_shuffles_end(forged)
