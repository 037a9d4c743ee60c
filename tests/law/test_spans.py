from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shanyraq.law.spans import Span

days = st.dates(date(1990, 1, 1), date(2030, 12, 31))
spans = st.builds(Span, st.integers(0, 24), st.integers(0, 60))


@given(days, days, spans)
def test_moving_days_by_a_span_keeps_their_order(one: date, other: date, span: Span) -> None:
    earlier, later = sorted((one, other))
    assert span.after(earlier) <= span.after(later)
    assert span.before(earlier) <= span.before(later)


@given(days, spans)
def test_the_earliest_end_is_the_first_day_far_enough(begun: date, span: Span) -> None:
    end = span.earliest_end(begun)
    assert span.before(end) >= begun
    assert span.before(end - timedelta(days=1)) < begun


@given(spans)
def test_a_span_reads_what_it_writes(span: Span) -> None:
    assert Span.read(str(span)) == span


@pytest.mark.parametrize("written", ["", "P", "1M", "P1W", "P-1M", "p1m", "P1M "])
def test_what_is_no_span_is_not_read(written: str) -> None:
    assert Span.read(written) is None


def test_both_rules_of_an_extraordinary_session_leave_one_day_or_none() -> None:
    month, first = Span(months=1), date(2002, 4, 26)
    decisions = [first + timedelta(days=n) for n in range((date(2011, 9, 7) - first).days)]
    room = [month.earliest_end(day) <= month.after(day) for day in decisions]
    assert (len(room), sum(room)) == (3421, 3358)
