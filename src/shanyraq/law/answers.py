"""Answers of the law as plain data: a tree whose nodes carry all it takes to explain them."""

from dataclasses import dataclass
from datetime import date

from shanyraq.law.facts import FactValue
from shanyraq.law.findings import Finding, Outcome
from shanyraq.law.kinds import Rule, Severity
from shanyraq.law.packs import Pack, Wording

ALL_OF = "all_of"


@dataclass(frozen=True, slots=True)
class GivenFact:
    """A fact as it was put before the law: its value, and the record it was read from."""

    name: str
    value: FactValue | tuple[str, ...]
    source: str | None = None
    counts: str | None = None


@dataclass(frozen=True)
class Answer:
    """The answer to one question on one day. A composed answer has children and no pack.

    `overridden` are the packs that answer too and give way to this one's higher rank.
    """

    on: date
    rule: str
    kind: str
    finding: Finding
    pack: Pack | None = None
    provision: Rule | None = None
    wording: Wording | None = None
    facts: tuple[GivenFact, ...] = ()
    overridden: tuple[Pack, ...] = ()
    children: tuple["Answer", ...] = ()

    @property
    def outcome(self) -> Outcome:
        """One of the six answers."""
        return self.finding.outcome

    @property
    def met(self) -> bool:
        """Whether the act may go through."""
        return self.outcome is Outcome.MET

    @property
    def severity(self) -> Severity:
        """Whether a "no" refuses the act or, resting on a reading alone, only warns."""
        return self.provision.severity if self.provision else "refusal"

    @property
    def stands_in_the_way(self) -> bool:
        """Whether the act must be refused."""
        return not self.met and self.severity == "refusal"

    @property
    def deciding(self) -> "Answer":
        """The node the answer turns on: the first child that stands in the way, else the first."""
        if not self.children or self.kind != ALL_OF:
            return self
        ways = (child for child in self.children if child.stands_in_the_way)
        return next(ways, self.children[0]).deciding

    @property
    def clause(self) -> str:
        """The address of the clause the answer turns on, like "R8.3a"."""
        provision = self.deciding.provision
        return provision.clause if provision else ""

    @property
    def needed(self) -> int | None:
        """The least number of persons (or the limit of a count) the rule asks for."""
        return self.deciding.finding.needed

    @property
    def computed(self) -> str | None:
        """The comparison in whole numbers."""
        return self.deciding.finding.computed

    @property
    def value(self) -> str | None:
        """The word the rule answers with: an effect, a next step, in_person or on_behalf."""
        return self.deciding.finding.value

    @property
    def lacking(self) -> tuple[str, ...]:
        """Facts the rule asks for and did not get."""
        return self.deciding.finding.lacking

    @property
    def first_lawful_day(self) -> date | None:
        """The first day on which the act (or its anchor) would be lawful."""
        return self.deciding.finding.first_lawful_day

    @property
    def last_lawful_day(self) -> date | None:
        """The last day on which the act is lawful."""
        return self.deciding.finding.last_lawful_day

    @property
    def readings(self) -> tuple[str, ...]:
        """Numbers of the readings the answer rests on."""
        provision = self.deciding.provision
        return provision.readings if provision else ()

    @property
    def reading(self) -> str | None:
        """The first reading the answer rests on."""
        return next(iter(self.readings), None)
