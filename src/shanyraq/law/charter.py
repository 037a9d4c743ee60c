"""The law on a day: ask a rule, ask a power, and get a verdict that explains itself."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from shanyraq.law.answers import GivenFact
from shanyraq.law.facts import Facts, FactValue, UnknownFact, UnknownRule, checked_fact
from shanyraq.law.findings import Finding, Outcome
from shanyraq.law.judging import HOLDING_POSTS, judge, judge_holders
from shanyraq.law.kinds import (
    DutyRule,
    GovernedRule,
    PowerRule,
    RightRule,
    Rule,
    ThresholdRule,
)
from shanyraq.law.packs import RANKS, STATUTE, Pack, Parameter, Wording, clause_of
from shanyraq.law.provisions import Language
from shanyraq.law.verdicts import Verdict

Sources = Mapping[str, str]
HolderRule = PowerRule | RightRule | DutyRule
DOUBTS = {Outcome.TEXT_UNKNOWN: 0, Outcome.UNDETERMINED: 1}


@dataclass(frozen=True, slots=True)
class Charter:
    """All packs that are asked, on one day; the packs stand in the order of their ranks."""

    on: date
    packs: tuple[Pack, ...]

    @classmethod
    def at(cls, on: date, *, packs: Iterable[Pack]) -> "Charter":
        """The law of a day. It never refuses a day: outside the act's life it says so."""
        return cls(on, tuple(sorted(packs, key=lambda pack: RANKS.index(pack.head.rank))))

    @property
    def own(self) -> Pack:
        """The institution's own charter: the lowest pack that is not the statute of a body."""
        charters = [pack for pack in self.packs if pack.head.rank != STATUTE]
        return (charters or self.packs)[-1]

    def name(self, language: Language) -> str:
        """The institution's name on the day (it was "of the Peoples" before 26 July 2007)."""
        return self.own.name(self.on, language)

    def parameter(self, reading: str, name: str) -> Parameter:
        """A parameter that a reading of the institution's charter sets, like ("A10", "methods").

        Raises:
            UnknownReading: there is no such reading or parameter.
        """
        return self.own.parameter(reading, name)

    def holders(self, power: str) -> frozenset[str]:
        """Posts that hold a power, a right or a duty by the highest act in words, whatever the day.

        Raises:
            UnknownRule: nothing of that name is a power, a right or a duty.
        """
        rules = [rule for pack in self._asked(power) for rule in pack.rules_called(power)]
        written = [_holder_rule(rule) for rule in rules if not isinstance(rule, GovernedRule)]
        return frozenset(holder for rule in written for holder in rule.holders)

    def order_of(self, power: str) -> tuple[str, ...]:
        """Posts that hold a power in the order in which the lowest pack names them.

        Raises:
            UnknownRule: nothing of that name is a power, a right or a duty.
        """
        pack = self._asked(power)[-1]
        return _holder_rule(self._rule(pack, power)).holders

    def check(self, rule: str, facts: Facts, *, sources: Sources | None = None) -> Verdict:
        """Ask a rule about facts; `sources` name the record each fact was read from.

        Raises:
            UnknownRule: no pack has the rule.
            UnknownFact: no pack's rule asks for a fact given.
            UnfitFact: a value is not of its fact's kind, or a part is more than its whole.
        """
        packs = self._asked(rule)
        known = {name for pack in packs for each in pack.rules_called(rule) for name in each.facts}
        for name in facts:
            if name not in known:
                raise UnknownFact(f"{rule} asks for no fact {name!r}.", known=known)
        return _prevailing(
            [self._check(pack, rule, facts=facts, sources=sources or {}) for pack in packs]
        )

    def can(self, power: str, posts: Collection[str]) -> Verdict:
        """Ask whether one who holds these posts has a power, a right or a duty.

        Raises:
            UnknownRule: nothing of that name is a power, a right or a duty.
        """
        return _prevailing([self._can(pack, power, posts) for pack in self._asked(power)])

    def wording(self, clause: str) -> Wording:
        """The state of a clause on the day, in the lowest pack that has it."""
        pack = next(pack for pack in reversed(self.packs) if clause in pack.head.clauses)
        return pack.wording(clause, self.on)

    def _asked(self, rule: str) -> list[Pack]:
        packs = [pack for pack in self.packs if rule in pack.rules]
        if not packs:
            known = {name for pack in self.packs for name in pack.rules}
            raise UnknownRule(f"No rule is called {rule!r}.", known=known)
        return packs

    def _check(self, pack: Pack, name: str, *, facts: Facts, sources: Sources) -> Verdict:
        rule = self._rule(pack, name)
        if isinstance(rule, PowerRule | RightRule | DutyRule):
            raise UnknownRule(f"{name} is asked by the posts held: use can().")
        kinds = {each: pack.fact_kind(rule, each) for each in rule.facts if each in facts}
        given = {each: checked_fact(each, facts[each], kind) for each, kind in kinds.items()}
        told = tuple(
            _given(rule, each, value, source=sources.get(each)) for each, value in given.items()
        )
        unasked = self._before_facts(pack, rule)
        found = unasked or judge(rule, given, self.on)
        return self._verdict(pack, rule, found=found, facts=told)

    def _can(self, pack: Pack, name: str, posts: Collection[str]) -> Verdict:
        rule = self._rule(pack, name)
        found = self._before_facts(pack, rule) or _judged_holders(rule, posts)
        told = GivenFact(HOLDING_POSTS, tuple(sorted(set(posts))))
        return self._verdict(pack, rule, found=found, facts=(told,))

    def _rule(self, pack: Pack, name: str) -> Rule:
        rules = pack.rules_called(name)
        return next((rule for rule in rules if rule.holds_on(self.on)), rules[-1])

    def _before_facts(self, pack: Pack, rule: Rule) -> Finding | None:
        """What the day alone decides, before any fact is looked at."""
        status = pack.wording(clause_of(rule), self.on).status
        if status == "unknown":
            return Finding(Outcome.TEXT_UNKNOWN)
        if status == "none" or not rule.holds_on(self.on):
            return Finding(Outcome.NO_PROVISION)
        return None

    def _verdict(
        self, pack: Pack, rule: Rule, *, found: Finding, facts: tuple[GivenFact, ...]
    ) -> Verdict:
        return Verdict(
            on=self.on,
            rule=rule.id,
            kind=str(getattr(rule, "kind", "")),
            finding=found,
            pack=pack,
            provision=rule,
            wording=pack.wording(clause_of(rule), self.on),
            facts=facts,
        )


def _holder_rule(rule: Rule) -> HolderRule:
    if not isinstance(rule, PowerRule | RightRule | DutyRule):
        raise UnknownRule(f"{rule.id} is no power, right or duty: use check().")
    return rule


def _judged_holders(rule: Rule, posts: Collection[str]) -> Finding:
    if isinstance(rule, GovernedRule):
        return judge(rule, {}, date.min)
    return judge_holders(_holder_rule(rule), posts)


def _given(rule: Rule, name: str, value: FactValue, *, source: str | None) -> GivenFact:
    counts = None
    if isinstance(rule, ThresholdRule):
        counts = rule.base.counts if name == rule.base.fact else rule.of.counts
    return GivenFact(name, value, source, counts)


def _prevailing(verdicts: list[Verdict]) -> Verdict:
    """The answer of the highest act that has one; equals that say yes and no are a conflict.

    Where one of equals does not know yet, nobody does: its doubt is the answer.
    """
    speaking = [each for each in verdicts if each.outcome is not Outcome.NO_PROVISION]
    if not speaking:
        return verdicts[-1]
    highest = _rank(speaking[0])
    equals = [each for each in speaking if _rank(each) == highest]
    equals.sort(key=lambda each: DOUBTS.get(each.outcome, len(DOUBTS)))
    lower = tuple(each.pack for each in speaking if each.pack and _rank(each) != highest)
    if {each.outcome for each in equals} == {Outcome.MET, Outcome.NOT_MET}:
        found = Finding(Outcome.CONFLICT)
        return replace(equals[0], finding=found, overridden=lower, children=tuple(equals))
    return replace(equals[0], overridden=lower)


def _rank(verdict: Verdict) -> int:
    return RANKS.index(verdict.pack.head.rank) if verdict.pack else len(RANKS)
