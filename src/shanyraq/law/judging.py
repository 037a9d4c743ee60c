"""One small function for each kind of rule: facts in, a finding out; whole numbers and days."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import singledispatch
from typing import cast

from shanyraq.law.facts import Facts, UnfitFact
from shanyraq.law.findings import Finding, Outcome, finding
from shanyraq.law.kinds import (
    ChainRule,
    CountRule,
    DeadlineRule,
    DutyRule,
    EligibilityRule,
    ExOfficioRule,
    FrequencyRule,
    GovernedRule,
    LegalEffectRule,
    PowerRule,
    RightRule,
    Rule,
    SourceListRule,
    ThresholdRule,
)

HOLDING_POSTS = "posts"
IN_PERSON, ON_BEHALF = "in_person", "on_behalf"
JUNE = 6


def judge(rule: Rule, facts: Facts, on: date) -> Finding:
    """Apply a rule to facts on a day; facts it asks for and did not get are named as lacking."""
    lacking = tuple(name for name in rule.facts if name not in facts)
    found = _judged(rule, facts, on)
    return replace(found, outcome=Outcome.UNDETERMINED, lacking=lacking) if lacking else found


def judge_holders(rule: PowerRule | RightRule | DutyRule, posts: Collection[str]) -> Finding:
    """Whether one who holds these posts may (or must); `value` tells in whose hand it lies."""
    if set(posts) & set(rule.holders):
        return Finding(Outcome.MET, value=IN_PERSON)
    if isinstance(rule, PowerRule) and set(posts) & set(rule.through):
        return Finding(Outcome.MET, value=ON_BEHALF)
    return Finding(Outcome.NOT_MET)


@singledispatch
def _judged(rule: Rule, facts: Facts, on: date) -> Finding:
    raise NotImplementedError(rule, facts, on)


@_judged.register
def _threshold(rule: ThresholdRule, facts: Facts, on: date) -> Finding:
    del on
    whole, part = facts.get(rule.base.fact), facts.get(rule.of.fact)
    if not isinstance(whole, int):
        return Finding(Outcome.UNDETERMINED)
    needed = rule.threshold.needed(of=whole)
    if not isinstance(part, int):
        return Finding(Outcome.UNDETERMINED, needed=needed)
    if part > whole:
        raise UnfitFact(
            f"{rule.of.fact}={part} is more than {rule.base.fact}={whole}, of which it is a part."
        )
    outcome = finding(holds=part >= needed).outcome
    return Finding(outcome, needed=needed, computed=rule.threshold.working(part, of=whole))


@_judged.register
def _count(rule: CountRule, facts: Facts, on: date) -> Finding:
    del on
    limit, signs = _limit(rule)
    number = facts.get(rule.of)
    if not isinstance(number, int):
        return Finding(Outcome.UNDETERMINED, needed=limit)
    holds = {"≥": number >= limit, "≤": number <= limit, "=": number == limit}[signs[0]]
    computed = f"{number} {signs[0] if holds else signs[1]} {limit}"
    return replace(finding(holds=holds), needed=limit, computed=computed)


@_judged.register
def _frequency(rule: FrequencyRule, facts: Facts, on: date) -> Finding:
    half = rule.per == "half_year" and on.month <= JUNE
    number, until = facts.get(rule.of), date(on.year, 6, 30) if half else date(on.year, 12, 31)
    found = Finding(Outcome.UNDETERMINED, needed=rule.minimum, last_lawful_day=until)
    if not isinstance(number, int):
        return found
    holds = number >= rule.minimum
    computed = f"{number} {'≥' if holds else '<'} {rule.minimum}"
    return replace(found, outcome=finding(holds=holds).outcome, computed=computed)


@_judged.register
def _deadline(rule: DeadlineRule, facts: Facts, on: date) -> Finding:
    del on
    anchor, act = facts.get(rule.anchor), facts.get(rule.act)
    first, last = lawful_days(rule, anchor, act)
    found = Finding(Outcome.UNDETERMINED, first_lawful_day=first, last_lawful_day=last)
    if not (isinstance(anchor, date) and isinstance(act, date)):
        return found
    early_enough = last is None or act <= last
    late_enough = rule.relation == "at_least_before" or act >= anchor
    return replace(found, outcome=finding(holds=early_enough and late_enough).outcome)


def lawful_days(rule: DeadlineRule, anchor: object, act: object) -> tuple[date | None, date | None]:
    """The first day lawful for the anchor, the last one lawful for the act, as far as facts go.

    Before an anchor (notice before a start), the first day is the earliest lawful start for what
    is already announced. After an anchor, it is the anchor itself.
    """
    more = timedelta(days=rule.days_more)
    if rule.relation == "at_most_after":
        if not isinstance(anchor, date):
            return None, None
        return anchor, rule.duration.after(anchor) + more
    last = rule.duration.before(anchor) - more if isinstance(anchor, date) else None
    first = rule.duration.earliest_end(act + more) if isinstance(act, date) else None
    return first, last


@_judged.register
def _legal_effect(rule: LegalEffectRule, facts: Facts, on: date) -> Finding:
    del on
    effects = {exception.decision: exception.effect for exception in rule.exceptions}
    decision = cast("str", facts.get(rule.of, ""))
    return Finding(Outcome.MET, value=effects.get(decision, rule.default))


@_judged.register
def _eligibility(rule: EligibilityRule, facts: Facts, on: date) -> Finding:
    del on
    failing = [*_words_failing(rule, facts), *_unfulfilled(rule.requires, facts)]
    alternatives = _unfulfilled(rule.any_of, facts)
    if len(alternatives) == len(rule.any_of):
        failing += alternatives
    return replace(finding(holds=not failing), failing=tuple(failing))


def _unfulfilled(conditions: Mapping[str, bool], facts: Facts) -> list[str]:
    return [name for name, wanted in sorted(conditions.items()) if facts.get(name) is not wanted]


def _words_failing(rule: EligibilityRule, facts: Facts) -> Iterator[str]:
    if rule.one_of and facts.get(rule.one_of.fact) not in rule.one_of.values:
        yield rule.one_of.fact
    if rule.none_of and facts.get(rule.none_of.fact) in rule.none_of.values:
        yield rule.none_of.fact


@_judged.register
def _chain(rule: ChainRule, facts: Facts, on: date) -> Finding:
    del on
    steps = [step.id for step in rule.steps]
    following = next((step for step in steps if facts.get(step) is not True), None)
    if following is None:
        return Finding(Outcome.MET)
    ahead = [step for step in steps[steps.index(following) :] if facts.get(step) is True]
    return Finding(Outcome.NOT_MET, value=following, failing=tuple(ahead))


@_judged.register
def _ex_officio(rule: ExOfficioRule, facts: Facts, on: date) -> Finding:
    del on
    return replace(finding(holds=facts.get(rule.by) is True), value=rule.post)


@_judged.register
def _source_list(rule: SourceListRule, facts: Facts, on: date) -> Finding:
    del on
    clauses = {source.id: source.clause for source in rule.values}
    clause = clauses.get(cast("str", facts.get(rule.of, "")))
    return replace(finding(holds=clause is not None), value=clause)


@_judged.register
def _governed(rule: GovernedRule, facts: Facts, on: date) -> Finding:
    del rule, facts, on
    return Finding(Outcome.TEXT_UNKNOWN)


def _limit(rule: CountRule) -> tuple[int, tuple[str, str]]:
    """The limit of a count, with the sign when it holds and the sign when it does not."""
    if rule.minimum is not None:
        return rule.minimum, ("≥", "<")
    if rule.maximum is not None:
        return rule.maximum, ("≤", ">")
    return rule.exactly or 0, ("=", "≠")
