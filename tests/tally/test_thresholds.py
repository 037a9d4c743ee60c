from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from shanyraq.tally import Threshold

shares = st.builds(lambda up, more: Fraction(up, up + more), st.integers(1, 12), st.integers(0, 12))
thresholds = st.builds(Threshold, shares, st.booleans())
wholes = st.integers(0, 5000)


@given(thresholds, wholes, st.integers(0, 5000))
def test_one_more_person_never_loses_the_threshold(
    threshold: Threshold, whole: int, count: int
) -> None:
    if threshold.reached(count, of=whole):
        assert threshold.reached(count + 1, of=whole)


@given(thresholds, wholes)
def test_a_greater_whole_never_needs_fewer(threshold: Threshold, whole: int) -> None:
    assert threshold.needed(of=whole) <= threshold.needed(of=whole + 1)


@given(thresholds, st.integers(1, 5000), st.integers(0, 5000))
def test_needed_is_the_least_that_passes_the_exact_fraction(
    threshold: Threshold, whole: int, count: int
) -> None:
    exact = Fraction(count, whole)
    passes = exact > threshold.fraction if threshold.strictly else exact >= threshold.fraction
    assert threshold.reached(count, of=whole) == passes


@given(thresholds)
def test_nobody_is_enough_of_nobody(threshold: Threshold) -> None:
    assert not threshold.reached(0, of=0)


@given(shares, st.integers(1, 1000), st.integers(0, 1000))
def test_the_working_says_what_the_threshold_says(share: Fraction, whole: int, count: int) -> None:
    for strictly in (False, True):
        threshold = Threshold(share, strictly=strictly)
        holds = {">", "≥"} & set(threshold.working(count, of=whole))
        assert bool(holds) == threshold.reached(count, of=whole)
