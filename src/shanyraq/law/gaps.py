"""Gaps: powers that nobody can use while posts stand empty, named and never filled."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from shanyraq.law.charter import Charter
from shanyraq.law.findings import Outcome
from shanyraq.law.kinds import PowerRule
from shanyraq.law.phrases import PHRASES
from shanyraq.law.provisions import Language, address_words
from shanyraq.law.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class DeadEnd:
    """A power in force whose holders' posts are all vacant; `verdict` is the law's no to all."""

    power: PowerRule
    verdict: Verdict

    @property
    def name(self) -> str:
        """The power's name."""
        return self.power.id

    @property
    def clause(self) -> str:
        """The address of the clause that gives the power."""
        return self.power.clause

    @property
    def readings(self) -> tuple[str, ...]:
        """Numbers of the readings that say why nobody else may."""
        return self.power.readings

    def sentence(self, language: Language) -> str:
        """What nobody can do, to whom it belongs, and by which clause, in one language."""
        pack = self.verdict.pack
        named = pack.head.holders if pack else {}
        holders = ", ".join(named[post].spoken(language) for post in self.power.holders)
        citation = address_words(self.clause, language, pack.id if pack else "")
        does = self.power.does.spoken(language)
        return PHRASES[language]["dead_end"].format(does=does, holders=holders, citation=citation)


def dead_ends(law: Charter, vacant: Collection[str]) -> list[DeadEnd]:
    """The powers that nobody can use on the day while these posts are vacant.

    Who only records a holder's word does not help: there is nobody to say it.
    """
    return list(_dead_ends(law, frozenset(vacant)))


def _dead_ends(law: Charter, vacant: frozenset[str]) -> Iterator[DeadEnd]:
    rules = (rule for pack in law.packs for rule in pack.book.rules)
    for name in {rule.id: None for rule in rules if isinstance(rule, PowerRule)}:
        verdict = law.can(name, ())
        power = verdict.provision
        in_force = verdict.outcome is Outcome.NOT_MET
        if in_force and isinstance(power, PowerRule) and vacant.issuperset(power.holders):
            yield DeadEnd(power, verdict)
