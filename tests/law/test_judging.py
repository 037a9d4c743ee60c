from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.law.builders import the_law, the_pack

from shanyraq.law import Outcome, UnfitFact, Verdict
from shanyraq.law.facts import FactValue
from shanyraq.law.kinds import ThresholdRule

MOST_MEMBERS = 12
THRESHOLDS = [rule for rule in the_pack().book.rules if isinstance(rule, ThresholdRule)]
days = st.dates(date(2008, 4, 24), date(2011, 9, 6))


def measured(rule: ThresholdRule, whole: int, part: int) -> Verdict:
    return the_law().check(rule.id, {rule.base.fact: whole, rule.of.fact: part})


def people_suffice(share: tuple[int, int], whole: int, part: int, *, strictly: bool) -> bool:
    """An oracle of its own: give each person of the part as many pieces as the share has parts."""
    over, under = share
    asked = [piece for _ in range(whole) for piece in range(over)]
    offered = [piece for _ in range(part) for piece in range(under)]
    if not whole:
        return False
    return len(offered) > len(asked) if strictly else len(offered) >= len(asked)


@pytest.mark.parametrize("rule", THRESHOLDS, ids=lambda rule: rule.id)
def test_small_bodies_agree_with_counting_by_hand(rule: ThresholdRule) -> None:
    share = (rule.fraction.numerator, rule.fraction.denominator)
    for whole in range(MOST_MEMBERS + 1):
        for part in range(whole + 1):
            by_hand = people_suffice(share, whole, part, strictly=rule.compare == "gt")
            assert measured(rule, whole, part).met is by_hand


def test_every_way_a_small_session_can_vote_agrees_with_counting_by_hand() -> None:
    for present in range(1, MOST_MEMBERS + 1):
        for votes_for in range(present + 1):
            others = present - votes_for
            verdict = the_law().check("session_decision", {"present": present, "for": votes_for})
            assert verdict.met is (votes_for > others)


@given(st.sampled_from(THRESHOLDS), st.integers(1, 2000), st.data())
def test_one_more_for_never_harms(rule: ThresholdRule, whole: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, whole - 1))
    if measured(rule, whole, part).met:
        assert measured(rule, whole, part + 1).met


@given(st.integers(0, 1000))
def test_exactly_half_never_adopts(half: int) -> None:
    assert not the_law().check("session_decision", {"present": 2 * half, "for": half}).met


@given(st.integers(1, 2000))
def test_the_least_quorum_is_two_thirds_rounded_up(members: int) -> None:
    least = -(-2 * members // 3)
    assert the_law().check("session_quorum", {"members": members}).needed == least


@given(st.integers(1, 2000), st.data())
def test_an_absent_member_more_never_makes_a_quorum(members: int, data: st.DataObject) -> None:
    present = data.draw(st.integers(0, members))
    before = the_law().check("session_quorum", {"members": members, "present": present})
    after = the_law().check("session_quorum", {"members": members + 1, "present": present})
    assert before.met or not after.met


@given(days, days, st.integers(0, 40))
def test_announcing_earlier_never_harms(start: date, published: date, sooner: int) -> None:
    def notice(day: date) -> Verdict:
        return the_law().check("session_notice", {"start": start, "published": day})

    if notice(published).met:
        assert notice(published - timedelta(days=sooner)).met


@given(days)
def test_the_last_lawful_day_is_the_last_one(start: date) -> None:
    last = the_law().check("session_notice", {"start": start}).last_lawful_day
    assert last is not None
    assert the_law().check("session_notice", {"start": start, "published": last}).met
    late = last + timedelta(days=1)
    assert not the_law().check("session_notice", {"start": start, "published": late}).met


@given(days)
def test_the_first_lawful_day_is_the_first_one(published: date) -> None:
    first = the_law().check("session_notice", {"published": published}).first_lawful_day
    assert first is not None
    assert the_law().check("session_notice", {"start": first, "published": published}).met
    early = first - timedelta(days=1)
    assert not the_law().check("session_notice", {"start": early, "published": published}).met


@pytest.mark.parametrize(
    ("rule", "facts"),
    [
        ("session_quorum", {"members": 400, "present": 401}),
        ("council_decision", {"members": 0, "for": 1}),
        ("session_quorum", {"members": True}),
        ("session_notice", {"start": "2008-10-15"}),
    ],
)
def test_facts_that_cannot_be_are_refused(rule: str, facts: Mapping[str, FactValue]) -> None:
    with pytest.raises(UnfitFact):
        the_law().check(rule, facts)


def test_a_missing_fact_is_never_a_no() -> None:
    for rule in the_pack().book.rules:
        if rule.facts:
            verdict = the_law().check(rule.id, {})
            assert verdict.outcome is Outcome.UNDETERMINED, rule.id
            assert verdict.lacking == rule.facts
