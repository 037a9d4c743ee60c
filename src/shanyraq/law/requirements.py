"""What a rule asks for, in words: the number needed, the last lawful day, what stands open."""

from collections.abc import Callable
from datetime import date

from shanyraq.law.answers import Answer
from shanyraq.law.grammar import SpokenDay, SpokenNumber, spoken_span
from shanyraq.law.kinds import (
    ChainRule,
    CountRule,
    DeadlineRule,
    EligibilityRule,
    FrequencyRule,
    Rule,
    ThresholdRule,
)
from shanyraq.law.phrases import PHRASES
from shanyraq.law.provisions import Language


def requirement_of(answer: Answer, language: Language) -> str:
    """The requirement of an answer's rule in one language; empty where there is nothing to add."""
    rule = answer.provision
    teller = _TELLERS.get(type(rule)) if rule else None
    return teller(answer, language) if teller else ""


def _threshold(answer: Answer, language: Language) -> str:
    rule, needed = answer.provision, answer.finding.needed
    if not isinstance(rule, ThresholdRule) or needed is None:
        return ""
    phrases = PHRASES[language]
    named = phrases.get(f"share.{rule.compare}.{rule.fraction}")
    share = named or phrases[f"share.{rule.compare}"].format(fraction=rule.fraction)
    return phrases["threshold"].format(share=share, needed=SpokenNumber(needed, language))


def _count(answer: Answer, language: Language) -> str:
    rule, needed = answer.provision, answer.finding.needed
    if not isinstance(rule, CountRule) or needed is None:
        return ""
    limits = ("minimum", "maximum", "exactly")
    limit = next(name for name in limits if getattr(rule, name) is not None)
    return PHRASES[language][f"count.{limit}"].format(needed=SpokenNumber(needed, language))


def _frequency(answer: Answer, language: Language) -> str:
    rule, found = answer.provision, answer.finding
    if not isinstance(rule, FrequencyRule) or found.needed is None or not found.last_lawful_day:
        return ""
    return PHRASES[language][f"frequency.{rule.per}"].format(
        needed=SpokenNumber(found.needed, language),
        last=SpokenDay(found.last_lawful_day, language),
    )


def _deadline(answer: Answer, language: Language) -> str:
    rule, found = answer.provision, answer.finding
    if not isinstance(rule, DeadlineRule):
        return ""
    phrases = PHRASES[language]
    span = spoken_span(rule.duration, language)
    asked = phrases[f"deadline.{rule.relation}"].format(span=span)
    days: dict[str, date | None] = {"last": found.last_lawful_day}
    if rule.relation == "at_least_before" and not found.last_lawful_day:
        days = {"first": found.first_lawful_day}
    told = [
        phrases[f"deadline.{name}"].format(**{name: SpokenDay(day, language)})
        for name, day in days.items()
        if day
    ]
    return ". ".join([asked, *told])


def _eligibility(answer: Answer, language: Language) -> str:
    rule, failing = answer.provision, answer.finding.failing
    if not isinstance(rule, EligibilityRule) or not answer.pack or answer.finding.lacking:
        return ""
    labels = {name: answer.pack.book.facts[name].label.spoken(language) for name in failing}
    told = {
        "eligibility.failing": [labels[name] for name in failing if name not in rule.any_of],
        "eligibility.any": [labels[name] for name in failing if name in rule.any_of],
    }
    phrases = PHRASES[language]
    return ". ".join(
        phrases[key].format(facts=", ".join(each)) for key, each in told.items() if each
    )


def _chain(answer: Answer, language: Language) -> str:
    rule, found = answer.provision, answer.finding
    if not isinstance(rule, ChainRule) or found.lacking:
        return ""
    labels = {step.id: step.says.spoken(language) for step in rule.steps}
    phrases, told = PHRASES[language], []
    if found.failing:
        steps = ", ".join(labels[name] for name in found.failing)
        told.append(phrases["chain.ahead"].format(steps=steps))
    if found.value:
        told.append(phrases["chain.next"].format(step=labels[found.value]))
    return ". ".join(told)


_TELLERS: dict[type[Rule], Callable[[Answer, Language], str]] = {
    ThresholdRule: _threshold,
    CountRule: _count,
    FrequencyRule: _frequency,
    DeadlineRule: _deadline,
    EligibilityRule: _eligibility,
    ChainRule: _chain,
}
