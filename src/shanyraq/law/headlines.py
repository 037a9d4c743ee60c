"""Rules in a line: what a rule, right, duty, power or procedure says, whatever the facts."""

from shanyraq.law.kinds import (
    ChainRule,
    DutyRule,
    GovernedRule,
    PowerRule,
    RightRule,
    Rule,
    ThresholdRule,
    Words,
)
from shanyraq.law.phrases import PHRASES
from shanyraq.law.provisions import Language


def headline(rule: Rule, language: Language) -> str:
    """The rule in a line: what it allows or asks, with its share; places for facts left out.

    >>> from shanyraq.law import find_pack, load_pack
    >>> rules = load_pack(find_pack("kz-assembly-2002")).rules
    >>> headline(rules["session_quorum"][0], "en")
    'The Session is lawful: at least two thirds'
    """
    if isinstance(rule, PowerRule | RightRule | DutyRule):
        return _capital(rule.does.spoken(language))
    if isinstance(rule, ChainRule):
        return _capital(" → ".join(step.says.spoken(language) for step in rule.steps))
    if isinstance(rule, GovernedRule):
        return PHRASES[language]["outcome.text_unknown"]
    says = getattr(rule, "says", None)
    conclusion = says.met.spoken(language) if isinstance(says, Words) else rule.id
    told = conclusion.partition(": {")[0]
    return f"{told}: {_share(rule, language)}" if isinstance(rule, ThresholdRule) else told


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _share(rule: ThresholdRule, language: Language) -> str:
    phrases = PHRASES[language]
    named = phrases.get(f"share.{rule.compare}.{rule.fraction}")
    return named or phrases[f"share.{rule.compare}"].format(fraction=rule.fraction)
