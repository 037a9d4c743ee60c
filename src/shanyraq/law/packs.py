"""A charter pack: the act, its states in time, its rules, and the readings they rest on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Literal

import rfc8785
from pydantic import Field, StrictBool, StrictInt

from shanyraq.law.elements import Address, Day, Element, Name, ReadingId, Text
from shanyraq.law.facts import FactKind, UnknownFact, UnknownRule, WrongQuestion
from shanyraq.law.kinds import AnyRule, ChainRule, Rule
from shanyraq.law.provisions import Language, provision_of

RANKS = (
    "constitution",
    "constitutional_law_and_law",
    "presidential_act",
    "other_normative_act",
    "this_regulation",
    "body_statute",
)
Rank = Literal[
    "constitution",
    "constitutional_law_and_law",
    "presidential_act",
    "other_normative_act",
    "this_regulation",
    "body_statute",
]
STATUTE: Rank = "body_statute"
"""The lowest rank: the statute by which one body among several of its kind lives."""
NAMED_ON_PAGES = (
    "chair",
    "deputy_chair",
    "member",
    "working_organ",
    "session",
    "council",
    "small_assembly",
    "small_assembly_chair",
    "small_assembly_deputy_chair",
    "secretariat",
    "secretariat_head",
    "president",
    "national_cultural_association",
    "public_association",
    "head_of_state_body",
)
"""The holders of whom pages speak; `holders` of a pack with a vocabulary has a word for each."""
Place = tuple[str | int, ...]
#: The end of what has no end yet.
FOR_GOOD = date.max
Parameter = StrictBool | StrictInt | str | tuple[str, ...]


class UnknownReading(WrongQuestion):
    """The pack holds no such reading or parameter."""


class Instrument(Element):
    """An act that made or changed the wording: its number, its date, the day it took effect."""

    number: str
    date: Day
    effective: Day
    basis: Literal["on_signature", "assumed"]
    type: Text


class AmendmentEvent(Element):
    """One change the notes of the text tell of."""

    id: str
    by: str
    targets: tuple[str, ...] = Field(min_length=1)
    kind: Literal["amended", "replaced", "terminology", "repealed"]


class State(Element):
    """One state of the whole act; the last state of an act in force is open."""

    id: Name
    from_: Day = Field(alias="from")
    to: Day = FOR_GOOD


class Clause(Element):
    """A clause or section: its chapter, and the first day whose wording is at hand (A1).

    Without that day its wording is at hand for the whole life of the act, or, if it is `unknown`,
    on no day of it.
    """

    chapter: StrictInt | None = Field(default=None, ge=1)
    known_from: Day | None = None
    unknown: StrictBool = False
    suspect: StrictBool = False


class NameInForce(Text):
    """The institution's name from a day on; without a day, from the beginning."""

    from_: Day | None = Field(default=None, alias="from")


class Vocabulary(Element):
    """What pages call whom and what no rule names; the words of who acts stand in `holders`.

    `charter` is the act itself, `assembly` the institution in a word, `government` the executive
    to which its decisions are recommended, `akim` the head of a region.
    """

    charter: Text
    assembly: Text
    coordination_council: Text
    akim: Text
    government: Text


class PackHead(Element):
    """`pack.yaml`: the act and its history; an act in force has no `repealed_by`.

    `unknown_wording` is the reading by which a wording that is not at hand is told to be unknown.
    An institution can live under the pack only if it has a `vocabulary` for its pages.
    """

    format: Literal["charter-pack/1"]
    id: str
    version: str
    rank: Rank
    work: str
    instruments: dict[str, Instrument]
    made_by: str
    repealed_by: str | None = None
    title: Text
    names: tuple[NameInForce, ...] = Field(min_length=1)
    states: tuple[State, ...] = Field(min_length=1)
    clauses: dict[Address, Clause]
    events: tuple[AmendmentEvent, ...]
    holders: dict[Name, Text]
    vocabulary: Vocabulary | None = None
    unknown_wording: ReadingId | None = None


class Fact(Element):
    """What a fact is called and what sort of value it has."""

    kind: FactKind
    label: Text


class RuleBook(Element):
    """`rules.yaml`: the facts, the words and the rules."""

    facts: dict[Name, Fact]
    words: dict[Name, Text]
    rules: tuple[AnyRule, ...]


class Reading(Element):
    """How an open place of the text is read: the question, the choice, the reason."""

    clauses: tuple[str, ...]
    question: Text
    chosen: Text
    why: Text
    parameters: dict[Name, Parameter] = Field(default_factory=dict)
    decided_by: str
    decided_on: Day


class ReadingBook(Element):
    """`readings.yaml`: every reading by its number."""

    readings: dict[ReadingId, Reading]


class Review(Element):
    """`review.yaml`: who with which qualification has gone through the pack, and when again."""

    reviewer: str | None
    qualification: str | None
    reviewed_on: Day | None
    next_review: Day
    reviewed_sha256: str | None
    note: Text


@dataclass(frozen=True, slots=True)
class Wording:
    """The wording of a clause on a day: whether it is at hand, since when, brought by which act."""

    clause: str
    status: Literal["known", "unknown", "none"]
    since: date | None
    until: date | None
    by: str | None


@dataclass(frozen=True)
class Pack:
    """The law of one act, validated and never changed; `sha256` names its content.

    `kept` are the bytes it was read from, if it was kept as bytes: they keep their name even when
    a later version of the engine would write the same content otherwise. `parameter_places` tells
    which rules take a parameter of a reading: the number of each rule, then the path inside it.
    """

    head: PackHead
    book: RuleBook
    reading_book: ReadingBook
    review: Review
    kept: bytes | None = None
    parameter_places: Mapping[tuple[str, str], tuple[Place, ...]] = field(
        default_factory=dict, compare=False
    )

    @property
    def id(self) -> str:
        """The pack's name in traces."""
        return self.head.id

    @cached_property
    def canonical(self) -> bytes:
        """The canonical JSON (RFC 8785) of the head, the rules and the readings."""
        if self.kept is not None:
            return self.kept
        parts = {"pack": self.head, "rules": self.book, "readings": self.reading_book}
        plain = {name: part.model_dump(mode="json", by_alias=True) for name, part in parts.items()}
        return rfc8785.dumps(plain)

    @cached_property
    def sha256(self) -> str:
        """Hash of the canonical JSON."""
        return sha256(self.canonical).hexdigest()

    @property
    def begins(self) -> date:
        """The day the act came into force."""
        return self.head.instruments[self.head.made_by].effective

    @property
    def ends(self) -> date:
        """The day the act lost force, on which it does not hold; FOR_GOOD while in force."""
        repealed_by = self.head.repealed_by
        return self.head.instruments[repealed_by].effective if repealed_by else FOR_GOOD

    def in_force(self, on: date) -> bool:
        """Whether the act holds on the day."""
        return self.begins <= on < self.ends

    @cached_property
    def rules(self) -> dict[str, tuple[Rule, ...]]:
        """The rules by name; one name may have several periods."""
        found: dict[str, tuple[Rule, ...]] = {}
        for rule in self.book.rules:
            found[rule.id] = (*found.get(rule.id, ()), rule)
        return found

    @cached_property
    def words(self) -> dict[str, Text]:
        """Every word the pack gives a name to: of answers, of who acts, of its vocabulary."""
        named = self.head.vocabulary
        vocabulary = {one: getattr(named, one) for one in Vocabulary.model_fields} if named else {}
        return {**self.book.words, **self.head.holders, **vocabulary}

    def rules_called(self, name: str) -> tuple[Rule, ...]:
        """Every period of a rule.

        Raises:
            UnknownRule: the pack has none of that name.
        """
        if name not in self.rules:
            raise UnknownRule(f"No rule is called {name!r}.", known=self.rules)
        return self.rules[name]

    def fact_kind(self, rule: Rule, name: str) -> FactKind:
        """The sort of value a fact of a rule has.

        Raises:
            UnknownFact: the rule does not ask for it.
        """
        if name not in rule.facts:
            raise UnknownFact(f"{rule.id} asks for no fact {name!r}.", known=rule.facts)
        return FactKind.YES_NO if isinstance(rule, ChainRule) else self.book.facts[name].kind

    def reading(self, reading: str) -> Reading:
        """A reading by its number.

        Raises:
            UnknownReading: there is none of that number.
        """
        if reading not in self.reading_book.readings:
            known = self.reading_book.readings
            raise UnknownReading(f"No reading is numbered {reading!r}.", known=known)
        return self.reading_book.readings[reading]

    def parameter(self, reading: str, name: str) -> Parameter:
        """A parameter that a reading sets.

        Raises:
            UnknownReading: no such reading, or it sets no such parameter.
        """
        parameters = self.reading(reading).parameters
        if name not in parameters:
            raise UnknownReading(f"Reading {reading} sets no {name!r}.", known=parameters)
        return parameters[name]

    def name(self, on: date, language: Language) -> str:
        """The institution's name on a day; after the repeal, its last one."""
        spans = [name for name in self.head.names if name.from_ is None or name.from_ <= on]
        return (spans or self.head.names[:1])[-1].spoken(language)

    def state(self, on: date) -> State | None:
        """The state of the whole act on a day."""
        return next((s for s in self.head.states if s.from_ <= on < s.to), None)

    def known_from(self, clause: str) -> date:
        """The first day on which the wording of a clause is at hand."""
        return self.head.clauses[clause].known_from or self.begins

    def wording(self, clause: str, on: date) -> Wording:
        """The wording of a clause on a day, as far as it is at hand."""
        if not self.in_force(on):
            return Wording(clause, "none", None, None, None)
        entry, known_from = self.head.clauses[clause], self.known_from(clause)
        if entry.unknown:
            return Wording(clause, "unknown", None, None, None)
        if on < known_from:
            return Wording(clause, "unknown", None, known_from, None)
        changes = sorted(self._changes(clause))
        since, by = max(change for change in changes if change[0] <= on)
        ends = None if self.ends == FOR_GOOD else self.ends
        until = next((day for day, _ in changes if day > on), ends)
        unnoted = entry.suspect and since < known_from
        since, by = (known_from, "") if unnoted else (since, by)
        return Wording(clause, "known", since, until, by or None)

    def _changes(self, clause: str) -> Iterator[tuple[date, str]]:
        yield self.begins, self.head.made_by
        for event in self.head.events:
            if clause in event.targets:
                yield self.head.instruments[event.by].effective, event.by


def clause_of(rule: Rule) -> str:
    """The clause whose wording carries a rule.

    >>> from shanyraq.law.kinds import DutyRule
    >>> clause_of(DutyRule.model_construct(clause="R21.3"))
    'R21'
    """
    return provision_of(rule.clause)
