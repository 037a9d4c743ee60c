"""The tally: the last ballot of each voter, put together in any order, taken back when replaced."""

from itertools import permutations

import pytest
from tests.ballots.builders import RANKS, THREE, WITH_BLANK, SmallElection

from shanyraq.ballots.groups import Group
from shanyraq.ballots.hashing import hex_hash
from shanyraq.ballots.records import MalformedRecord
from shanyraq.ballots.tally import (
    Counter,
    SizedTally,
    WeightedRank,
    count_ballots,
    last_ballots,
    read_ciphertexts,
)


def test_the_last_ballot_of_each_voter_counts(toy: Group) -> None:
    small = SmallElection(group=toy)
    first, other, second = (small.ballot(voter, [1, 0, 0]) for voter in (0, 1, 0))
    assert last_ballots([first, other, second]) == [second, other]
    tally = count_ballots(small.election, [first, other, second])
    assert (tally.counted, tally.weight) == (2, 2)
    assert tally == count_ballots(small.election, [other, second])


def test_the_order_of_ballots_does_not_show(toy: Group) -> None:
    small = SmallElection(group=toy, questions=(*THREE, *RANKS), voters=3)
    ballots = small.ballots()
    assert len({count_ballots(small.election, each).body for each in permutations(ballots)}) == 1


def test_a_ballot_taken_back_leaves_no_trace(toy: Group) -> None:
    small = SmallElection(group=toy, questions=(*WITH_BLANK, *RANKS))
    kept, *gone = [ballot.ciphertexts for ballot in small.ballots()]
    counter = Counter(small.election)
    for ciphertexts in (*gone, kept):
        counter.add(ciphertexts)
    for ciphertexts in gone:
        counter.remove(ciphertexts)
    only = Counter(small.election)
    only.add(kept)
    assert counter.tally == only.tally


def test_a_weight_counts_marks_so_often_and_never_a_rank(toy: Group) -> None:
    small = SmallElection(group=toy)
    ciphertexts = small.ballot(0, [1, 0, 0]).ciphertexts
    weighted, often = Counter(small.election), Counter(small.election)
    weighted.add(ciphertexts, 3)
    for _ in range(3):
        often.add(ciphertexts)
    assert weighted.tally.ciphertexts == often.tally.ciphertexts
    assert (weighted.tally.counted, weighted.tally.weight) == (1, 3)
    ranked = SmallElection(group=toy, questions=RANKS)
    with pytest.raises(WeightedRank):
        Counter(ranked.election).add(ranked.ballot(0, [1, 2, 3]).ciphertexts, 2)


def test_the_records_are_read_as_they_are_written(toy: Group) -> None:
    small = SmallElection(group=toy, questions=(*THREE, *RANKS))
    tally = small.tally(small.ballots())
    assert read_ciphertexts(small.election, tally.body) == tally.ciphertexts
    assert SizedTally.read(tally.sized) == SizedTally(4, 4, hex_hash(tally.body))


@pytest.mark.parametrize("spoilt", [b"[]", b"[[],[]]", b'[[{"alpha":"1"}],[]]', b"{}"])
def test_a_tally_of_another_shape_is_malformed(toy: Group, spoilt: bytes) -> None:
    small = SmallElection(group=toy, questions=(*THREE, *RANKS))
    with pytest.raises(MalformedRecord):
        read_ciphertexts(small.election, spoilt)
