"""What the law demands in time: the rules with a deadline or a frequency, and what they ask for."""

from collections.abc import Iterator
from dataclasses import dataclass

from shanyraq.law.charter import Charter
from shanyraq.law.facts import FactKind
from shanyraq.law.findings import Outcome
from shanyraq.law.kinds import DeadlineRule, FrequencyRule, Severity
from shanyraq.law.verdicts import Verdict

Timed = DeadlineRule | FrequencyRule


@dataclass(frozen=True, slots=True)
class TimedDemand:
    """A rule that runs in time: what it asks for, and the law's answer before any fact is given.

    `act` is the fact that fulfils it, `anchor` the day it is counted from; a frequency has none.
    """

    rule: Timed
    verdict: Verdict
    needs: dict[str, FactKind]

    @property
    def name(self) -> str:
        """The rule's name, to ask it by."""
        return self.rule.id

    @property
    def clause(self) -> str:
        """The address of its clause."""
        return self.rule.clause

    @property
    def severity(self) -> Severity:
        """Whether missing it refuses an act or only warns."""
        return self.rule.severity

    @property
    def act(self) -> str:
        """The fact that fulfils it: the day of an act, or how often something was done."""
        return self.rule.act if isinstance(self.rule, DeadlineRule) else self.rule.of

    @property
    def anchor(self) -> str | None:
        """The fact it is counted from; nothing for a frequency, which the calendar bounds."""
        return self.rule.anchor if isinstance(self.rule, DeadlineRule) else None


def timed_demands(law: Charter) -> list[TimedDemand]:
    """The deadlines and frequencies in force in known words on the day, each by its highest act."""
    return list(_demands(law))


def _demands(law: Charter) -> Iterator[TimedDemand]:
    names = {each.id: None for pack in law.packs for each in pack.book.rules if _is_timed(each)}
    for name in names:
        verdict = law.check(name, {})
        rule, pack = verdict.provision, verdict.pack
        in_words = verdict.outcome is Outcome.UNDETERMINED
        if in_words and pack and isinstance(rule, DeadlineRule | FrequencyRule):
            needs = {fact: pack.fact_kind(rule, fact) for fact in rule.facts}
            yield TimedDemand(rule, verdict, needs)


def _is_timed(rule: object) -> bool:
    return isinstance(rule, DeadlineRule | FrequencyRule)
