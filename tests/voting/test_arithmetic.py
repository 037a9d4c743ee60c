"""The law and the count agree on every vote; neither uses anything but whole persons."""

import datetime as dt
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from shanyraq.charter.queries import ask
from shanyraq.tally import Result, Threshold

DAY = dt.date(2008, 10, 20)
HALF = Threshold(Fraction(1, 2), strictly=True)


@st.composite
def results(draw: st.DrawFn) -> Result:
    """Any vote of up to 600 members."""
    base = draw(st.integers(1, 600))
    votes_for = draw(st.integers(0, base))
    against = draw(st.integers(0, base - votes_for))
    abstained = draw(st.integers(0, base - votes_for - against))
    return Result(base=base, votes_for=votes_for, against=against, abstained=abstained)


def adopted(result: Result) -> bool:
    facts = {"present": result.base, "for": result.votes_for}
    return ask("session_decision", on=DAY, facts=facts).met


@given(results())
@settings(deadline=None)
def test_the_law_and_the_count_agree(result: Result) -> None:
    assert adopted(result) == result.reaches(HALF) == (2 * result.votes_for > result.base)


@given(results())
@settings(deadline=None)
def test_a_further_vote_for_never_undoes_an_adoption(result: Result) -> None:
    if result.not_voting and adopted(result):
        assert adopted(Result(base=result.base, votes_for=result.votes_for + 1))


@given(results())
@settings(deadline=None)
def test_against_abstaining_and_silence_weigh_the_same(result: Result) -> None:
    silent = Result(base=result.base, votes_for=result.votes_for)
    against = Result(
        base=result.base, votes_for=result.votes_for, against=result.base - result.votes_for
    )
    assert adopted(result) == adopted(silent) == adopted(against)


@given(st.integers(1, 300))
@settings(deadline=None)
def test_exactly_half_never_adopts_and_one_more_does(half: int) -> None:
    assert not adopted(Result(base=2 * half, votes_for=half))
    assert adopted(Result(base=2 * half, votes_for=half + 1))


@given(st.integers(1, 600))
@settings(deadline=None)
def test_the_number_needed_is_the_least_that_adopts(base: int) -> None:
    needed = ask("session_decision", on=DAY, facts={"present": base, "for": 0}).needed
    assert needed == HALF.needed(of=base)
    assert adopted(Result(base=base, votes_for=needed))
    assert not adopted(Result(base=base, votes_for=needed - 1))
