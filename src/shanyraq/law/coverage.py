"""Coverage: what in the pack holds each row of the act, or why nothing needs to."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Literal

from pydantic import Field, model_validator

from shanyraq.law.elements import Element, Name
from shanyraq.law.kinds import ChainRule, Rule
from shanyraq.law.loading import read_yaml
from shanyraq.law.packs import Pack


class Reason(StrEnum):
    """Why a row needs no rule; the list is closed."""

    NARRATIVE = "narrative"
    DEFINITION = "definition"
    ADDRESSEE_OUTSIDE = "addressee_outside"
    LATER_CHAPTER = "later_chapter"


class Holding(Element):
    """What holds one row: rules of the pack, or a reason.

    A chapter is named that is still to come: for a reason of that name, or beside the rules when
    they are written and nothing rests on them yet.
    """

    held_by: tuple[Name, ...] = ()
    reason: Reason | None = None
    chapter: Name | None = None

    @model_validator(mode="after")
    def _one_of_two(self) -> "Holding":
        if bool(self.held_by) == (self.reason is not None):
            raise ValueError("held_by or a reason, not both")
        later = self.reason is Reason.LATER_CHAPTER
        if later and self.chapter is None:
            raise ValueError("a later chapter is named")
        if self.chapter is not None and not (later or self.held_by):
            raise ValueError("only a later chapter is named")
        return self


class Coverage(Element):
    """`coverage.yaml`: the rows with what holds each, and how many rows each act must have."""

    schema_: Literal["charter-coverage/1"] = Field(alias="schema")
    counts: dict[str, int]
    rows: dict[str, Holding]


@dataclass(frozen=True, slots=True)
class CoverageReport:
    """How many rows are held by rules and how many by each reason, and every fault."""

    rows: int
    held: int
    reasons: dict[Reason, int]
    by_act: dict[str, int]
    faults: tuple[str, ...]


def load_coverage(folder: Path) -> Coverage:
    """Read the coverage of a pack's folder.

    Raises:
        BrokenPack: the file is missing or is no YAML.
        pydantic.ValidationError: a key or reason is unknown.
    """
    return Coverage.model_validate(read_yaml(folder / "coverage.yaml"))


def examine(coverage: Coverage, pack: Pack, *, known: Iterable[str]) -> CoverageReport:
    """Compare a coverage with its pack.

    Args:
        coverage: the rows and what holds them.
        pack: whose rules and amendment events they name.
        known: addresses that the pack's texts know; each of the Decree and Regulation needs a row.
    """
    holdings = coverage.rows.values()
    faults = [
        *_wrong_counts(coverage),
        *_missing_rows(coverage, pack, known),
        *_wrong_rules(coverage, pack),
    ]
    return CoverageReport(
        rows=len(coverage.rows),
        held=sum(bool(holding.held_by) for holding in holdings),
        reasons={r: sum(holding.reason is r for holding in holdings) for r in Reason},
        by_act=_by_act(coverage),
        faults=tuple(faults),
    )


def addresses_of(rule: Rule) -> set[str]:
    """Every address a rule cites: its clause, further ones, and those of its steps."""
    steps = rule.steps if isinstance(rule, ChainRule) else ()
    return {rule.clause, *rule.also, *(step.clause for step in steps if step.clause)}


def _by_act(coverage: Coverage) -> dict[str, int]:
    return dict(Counter(row[0] for row in coverage.rows))


def _wrong_counts(coverage: Coverage) -> Iterator[str]:
    found = _by_act(coverage)
    for act, wanted in coverage.counts.items():
        if found.get(act, 0) != wanted:
            yield f"{act}: {found.get(act, 0)} rows, {wanted} are wanted"


def _missing_rows(coverage: Coverage, pack: Pack, known: Iterable[str]) -> Iterator[str]:
    notes = (event.id for event in pack.head.events)
    for address in [*known, *notes]:
        if address[0] in coverage.counts and not _is_covered(address, coverage.rows):
            yield f"{address}: no row"


def _is_covered(address: str, rows: Iterable[str]) -> bool:
    """Whether a row, the note of several events, or the rows of a clause stand for an address."""
    note = address.rstrip("ab") if address[0] == "N" else address
    return any(row in {address, note} or row.startswith(f"{address}.") for row in rows)


def _wrong_rules(coverage: Coverage, pack: Pack) -> Iterator[str]:
    for row, holding in coverage.rows.items():
        for name in holding.held_by:
            if name not in pack.rules:
                yield f"{row}: no rule is called {name}"
            elif not any(row in addresses_of(rule) for rule in pack.rules[name]):
                yield f"{row}: {name} does not cite it"
