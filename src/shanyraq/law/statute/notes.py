"""Notes of a consolidated text, read into amendment events."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from shanyraq.law.statute.grammar import Grammar

Kind = Literal["amended", "replaced", "terminology", "repealed"]


@dataclass(frozen=True, slots=True)
class AmendmentEvent:
    """One change of the act: which amending act, of which day, did what to which provisions.

    `targets` are addresses, or "*" for the whole act; `terms` pairs the old words with the new ones
    of a terminology amendment; `note` is the note's own wording.
    """

    id: str
    kind: Kind
    on: date
    number: str
    targets: tuple[str, ...]
    note: str
    terms: tuple[tuple[str, str], ...] = ()


def read_note(note: str, *, number: int, act: str, grammar: Grammar) -> list[AmendmentEvent]:
    """The events of one note, in its order; none when the note cannot be read.

    Args:
        note: the note's text.
        number: its place among the notes of the act, from 0.
        act: the letter of the part in which the note stands: D, S or R.
        grammar: the words of the note's language.
    """
    targets = _targets(note, act=act, grammar=grammar)
    found = [
        (kind, on, decree)
        for on, decree, position in _amending_acts(note, grammar)
        if (kind := _kind_before(note, position, grammar)) is not None
    ]
    suffixes = "abcdef" if len(found) > 1 else [""]
    return [
        AmendmentEvent(
            id=f"N.{number}{suffix}",
            kind=kind,
            on=on,
            number=decree,
            targets=targets if kind in {"amended", "replaced"} else ("*",),
            note=note,
            terms=_terms(note) if kind == "terminology" else (),
        )
        for suffix, (kind, on, decree) in zip(suffixes, found, strict=False)
        if targets or kind in {"terminology", "repealed"}
    ]


def _targets(note: str, *, act: str, grammar: Grammar) -> tuple[str, ...]:
    found = [f"{act}.T"] if re.search(grammar.title, note) else []
    found += [f"{act}.P"] if re.search(grammar.preamble, note) else []
    dot = "." if act == "D" else ""
    found += [f"{act}{dot}{number}" for number in re.findall(grammar.clause, note)]
    found += [f"{act}{number}" for number in re.findall(grammar.section, note)]
    found += [f"CH{number}.title" for number in re.findall(grammar.chapter, note)]
    return tuple(found)


def _amending_acts(note: str, grammar: Grammar) -> Iterator[tuple[date, str, int]]:
    """Day, number and position of every amending act that a note names."""
    months = "|".join(grammar.months)
    written = rf"(?P<y>\d{{4}}) \w+ (?P<d>\d{{1,2}}) (?P<month>{months})\w*"
    pattern = rf"(?:{written}|(?P<yy>\d{{4}})\.(?P<mm>\d\d)\.(?P<dd>\d\d)\.?) *(?:N|№) *(?P<n>\d+)"
    for found in re.finditer(pattern, note):
        yield _day(found, grammar), found["n"], found.start()


def _day(found: re.Match[str], grammar: Grammar) -> date:
    if found["month"]:
        return date(int(found["y"]), grammar.months.index(found["month"]) + 1, int(found["d"]))
    return date(int(found["yy"]), int(found["mm"]), int(found["dd"]))


def _kind_before(note: str, position: int, grammar: Grammar) -> Kind | None:
    """What the note says was done by the act named at a position: the nearest verb before it."""
    verbs: tuple[tuple[Kind, str], ...] = (
        ("repealed", grammar.repealed),
        ("amended", grammar.amended),
        ("replaced", grammar.replaced),
        ("terminology", grammar.terminology),
    )
    said = [
        (match.start(), kind)
        for kind, pattern in verbs
        for match in re.finditer(pattern, note[:position])
    ]
    return max(said)[1] if said else None


def _terms(note: str) -> tuple[tuple[str, str], ...]:
    """Old and new words: the first half of the quoted words is replaced by the second half."""
    quoted = re.findall(r'"([^"]+)"', note)
    half = len(quoted) // 2
    return tuple(zip(quoted[:half], quoted[half:], strict=True)) if len(quoted) % 2 == 0 else ()
