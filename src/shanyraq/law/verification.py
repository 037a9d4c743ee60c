"""Recompute a stored verdict from its facts and the pack, and say where it differs."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import Any

from shanyraq.law.answers import ALL_OF
from shanyraq.law.charter import Charter
from shanyraq.law.facts import FactKind, FactValue, UnfitFact, WrongQuestion
from shanyraq.law.findings import Outcome
from shanyraq.law.judging import HOLDING_POSTS
from shanyraq.law.packs import Pack
from shanyraq.law.traces import FORMAT
from shanyraq.law.verdicts import Verdict, all_of, read_trace

Trace = Mapping[str, Any]


class UnreadableTrace(ValueError):
    """What was given is no trace of the format this verifier knows."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A place of the trace with what it holds and what the law gives."""

    place: str
    stored: object
    recomputed: object

    def __str__(self) -> str:
        return f"{self.place}: stored {self.stored!r}, recomputed {self.recomputed!r}"


@dataclass(frozen=True, slots=True)
class Verification:
    """What came of recomputing: the differences, and the hash of the recomputed trace."""

    differences: tuple[Difference, ...]
    sha256: str | None

    @property
    def agrees(self) -> bool:
        """Whether the law gives exactly what was stored."""
        return not self.differences


def verify_decision(trace: Trace | str | bytes, pack: Pack | Iterable[Pack]) -> Verification:
    """Recompute a stored verdict without database or web; the engine's version may differ.

    Raises:
        UnreadableTrace: it is no trace of the known format.
    """
    stored = _read(trace)
    packs = (pack,) if isinstance(pack, Pack) else tuple(pack)
    try:
        verdict = verdict_of(stored, packs)
    except WrongQuestion as wrong:
        return Verification(
            (Difference("nodes", "a question the law can answer", str(wrong)),), None
        )
    differences = tuple(_differences(stored, verdict.trace, "trace"))
    return Verification(differences, verdict.sha256)


def verdict_of(trace: Trace, packs: Iterable[Pack], *, amended: bool = False) -> Verdict:
    """The verdict that the law gives today on the facts of a trace, ready to be told.

    With `amended` packs a fact that a rule no longer asks for is left out.

    Raises:
        UnreadableTrace: parts of a trace are missing or of the wrong sort.
        WrongQuestion: the packs know no such rule or fact.
    """
    try:
        on, nodes = (
            date.fromisoformat(trace["as_of"]),
            {each["id"]: each for each in trace["nodes"]},
        )
        root = trace["nodes"][0]
        return _Recomputation(on, tuple(packs), nodes, amended=amended).verdict(root)
    except (KeyError, IndexError, TypeError, AttributeError, RecursionError) as missing:
        raise UnreadableTrace(f"the trace lacks {missing}") from missing
    except WrongQuestion:
        raise
    except ValueError as wrong:
        raise UnreadableTrace(str(wrong)) from wrong


@dataclass(frozen=True, slots=True)
class _Recomputation:
    """The day, the packs and the stored nodes by number."""

    on: date
    packs: tuple[Pack, ...]
    nodes: Mapping[str, Any]
    amended: bool = False

    def verdict(self, node: Trace) -> Verdict:
        """Ask the law what a stored node asked."""
        if node["kind"] == ALL_OF:
            children = [self.verdict(self.nodes[child]) for child in node["children"]]
            return all_of(node["rule"], children, on=self.on)
        charter = Charter.at(self.on, packs=self._asked(node))
        told = [fact for each in self._equals(node) for fact in each["facts"]]
        given = {fact["name"]: fact["value"] for fact in told}
        if HOLDING_POSTS in given:
            return charter.can(node["rule"], given[HOLDING_POSTS])
        asked = self._asked_for(node["rule"]) if self.amended else given
        facts = {
            name: self._fact(node["rule"], name, value)
            for name, value in given.items()
            if name in asked
        }
        sources = {fact["name"]: fact["source"] for fact in told if fact["source"]}
        return charter.check(node["rule"], facts, sources=sources)

    def _asked(self, node: Trace) -> list[Pack]:
        together = {*node["overrides"], *(each["pack"] for each in self._equals(node))}
        return [pack for pack in self.packs if pack.id in together]

    def _equals(self, node: Trace) -> list[Trace]:
        """The node itself, and in a conflict the nodes that contradict each other."""
        conflict = node["outcome"] == Outcome.CONFLICT
        return [node, *(self.nodes[child] for child in node["children"] if conflict)]

    def _asked_for(self, rule: str) -> set[str]:
        rules = [each for pack in self.packs for each in pack.rules.get(rule, ())]
        return {name for each in rules for name in each.facts}

    def _fact(self, rule: str, name: str, value: object) -> FactValue:
        kinds = {
            pack.fact_kind(each, name)
            for pack in self.packs
            if rule in pack.rules
            for each in pack.rules_called(rule)
            if name in each.facts
        }
        if isinstance(value, str) and FactKind.DATE in kinds:
            return date.fromisoformat(value)
        if isinstance(value, bool | int | str):
            return value
        raise UnfitFact(f"{name}={value!r}: a number, a date, yes or no, or a word is expected.")


def _read(trace: Trace | str | bytes) -> Trace:
    try:
        read = read_trace(trace) if isinstance(trace, str | bytes) else trace
    except ValueError as fault:
        raise UnreadableTrace(f"it is no JSON object: {fault}") from fault
    if read.get("format") != FORMAT:
        raise UnreadableTrace(f"its format is {read.get('format')!r}, not {FORMAT!r}")
    return read


def _differences(stored: object, recomputed: object, place: str) -> Iterator[Difference]:
    if place == "trace.engine.version":
        return
    if isinstance(stored, Mapping) and isinstance(recomputed, Mapping):
        for key in sorted({*stored, *recomputed}):
            yield from _differences(stored.get(key), recomputed.get(key), f"{place}.{key}")
    elif isinstance(stored, list) and isinstance(recomputed, list):
        for number, (one, other) in enumerate(zip_longest(stored, recomputed)):
            yield from _differences(one, other, f"{place}[{number}]")
    elif stored != recomputed or type(stored) is not type(recomputed):
        yield Difference(place, stored, recomputed)
