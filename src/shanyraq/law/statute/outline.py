"""The outline of an act: which blocks make the decree's clauses, the sections and the chapters."""

import re
from dataclasses import dataclass, field

from shanyraq.law.statute.blocks import Block
from shanyraq.law.statute.passages import Component, Kind, Passage, wording_of


@dataclass(slots=True)
class Annex:
    """The passages of one part of the act, and the blocks that found no place in it."""

    passages: list[Passage] = field(default_factory=list)
    unplaced: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class _Unit:
    """A clause, section or chapter being gathered."""

    address: str
    kind: Kind
    eid: str
    heading: str = ""
    texts: list[str] = field(default_factory=list)

    def passage(self, component: Component) -> Passage:
        return Passage(
            address=self.address,
            kind=self.kind,
            component=component,
            eid=self.eid,
            wording=wording_of(self.texts),
            heading=self.heading,
        )


def read_decree(blocks: list[Block], *, approval: list[Block]) -> Annex:
    """The decree itself: title, note of its force, preamble, clauses, and the marks of approval."""
    head, body = _split_at_first_clause(blocks)
    annex = Annex()
    titles, preamble = head[:1], [b for b in head[1:] if b.text.endswith(":")]
    status = [b for b in head[1:] if b not in preamble]
    named: tuple[tuple[str, Kind, str, list[Block]], ...] = (
        ("D.T", "title", "longTitle", titles),
        ("D.S", "status", "preface", status),
        ("D.P", "preamble", "preamble", preamble),
        ("D.5", "approval", "conclusions", approval),
    )
    units = [_Unit(a, kind, eid, "", [b.text for b in found]) for a, kind, eid, found in named]
    clauses = _clauses(body, annex)
    ordered = [*units[:3], *clauses, units[3]]
    annex.passages = [unit.passage("main") for unit in ordered if unit.texts]
    return annex


def read_strategy(blocks: list[Block]) -> Annex:
    """The strategy: its title and numbered sections."""
    annex = Annex()
    units = _titled("S0", blocks)
    for block in blocks[1:]:
        found = numbered(block.text)
        if found and not block.is_finished and found[0] == len(units):
            units.append(_Unit(f"S{found[0]}", "section", f"sec_{found[0]}", found[1]))
        elif len(units) > 1:
            units[-1].texts.append(block.text)
        else:
            annex.unplaced.append(block)
    annex.passages = [unit.passage("strategy") for unit in units]
    return annex


def read_regulation(blocks: list[Block]) -> Annex:
    """The regulation: its title, chapters, and clauses numbered through all chapters."""
    annex = Annex()
    units = _titled("R0", blocks)
    chapters = clauses = 0
    for block in blocks[1:]:
        number, text = numbered(block.text) or (0, block.text)
        if number == chapters + 1 and not block.is_finished:
            chapters += 1
            units.append(_Unit(f"CH{number}", "chapter", f"chp_{number}", text))
        elif number == clauses + 1 and block.is_finished and chapters:
            clauses += 1
            eid = f"chp_{chapters}__sec_{number}"
            units.append(_Unit(f"R{number}", "clause", eid, "", [text]))
        elif not number and units[-1].kind == "clause":
            units[-1].texts.append(text)
        else:
            annex.unplaced.append(block)
    annex.passages = [unit.passage("regulation") for unit in units]
    return annex


def numbered(text: str) -> tuple[int, str] | None:
    """A leading "12. " and what follows it.

    >>> numbered("4. Осы Жарлық")
    (4, 'Осы Жарлық')
    >>> numbered("4.1. Бағыт")
    """
    found = re.match(r"(\d+)\. +(.*)", text, re.DOTALL)
    return (int(found[1]), found[2]) if found else None


def _split_at_first_clause(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    firsts = (i for i, block in enumerate(blocks) if numbered(block.text))
    first = next(firsts, len(blocks))
    return blocks[:first], blocks[first:]


def _clauses(blocks: list[Block], annex: Annex) -> list[_Unit]:
    units: list[_Unit] = []
    for block in blocks:
        number, text = numbered(block.text) or (0, block.text.removeprefix("- "))
        if number == len(units) + 1:
            units.append(_Unit(f"D.{number}", "clause", f"sec_{number}", "", [text]))
        elif not number and units:
            units[-1].texts.append(text)
        else:
            annex.unplaced.append(block)
    return units


def _titled(address: str, blocks: list[Block]) -> list[_Unit]:
    title = [block.text for block in blocks[:1]]
    return [_Unit(address, "annex", "title", title[0] if title else "", title)]
