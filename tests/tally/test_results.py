from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shanyraq.tally import MiscountedVote, Result, Threshold

MORE_THAN_HALF = Threshold(Fraction(1, 2), strictly=True)


def test_who_says_nothing_stays_in_the_base() -> None:
    result = Result(base=312, votes_for=241, against=38, abstained=27)
    assert (result.voting, result.not_voting) == (306, 6)


@pytest.mark.parametrize(("votes_for", "against"), [(4, 0), (2, 2), (-1, 0)])
def test_positions_that_cannot_be_are_refused(votes_for: int, against: int) -> None:
    with pytest.raises(MiscountedVote):
        Result(base=3, votes_for=votes_for, against=against)


def test_positions_that_can_be_are_taken() -> None:
    assert Result(base=3, votes_for=2, against=1).not_voting == 0


@given(st.integers(0, 500), st.data())
def test_abstaining_against_and_silence_weigh_the_same(base: int, data: st.DataObject) -> None:
    votes_for = data.draw(st.integers(0, base))
    others = base - votes_for
    results = [
        Result(base=base, votes_for=votes_for, against=others),
        Result(base=base, votes_for=votes_for, abstained=others),
        Result(base=base, votes_for=votes_for),
    ]
    assert len({result.reaches(MORE_THAN_HALF) for result in results}) == 1
