"""Mutants of a pack: each leaf of the law with every value one step away from its own.

They are made from the pack's schema: a fraction, a number, a span, a day, a yes or no, a word of a
closed list, a fact, a holder and an answering word have steps of their own kind; a parameter of a
reading is taken for what it looks like.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any, Literal, get_args, get_origin

from shanyraq.law.elements import Element
from shanyraq.law.loading import PARAMETER, Data
from shanyraq.law.packs import Pack
from shanyraq.law.spans import Span

Steps = tuple[str | int, ...]
ONE_DAY = timedelta(days=1)
OTHER_WORD = "something_else"
HOLDING = frozenset({"holders", "through", "post"})
ANSWERING = frozenset({"default", "effect", "decision", "values"})
LOOKS_LIKE_LAW = re.compile(r"\d+/\d+|P(\d+M)?(\d+D)?")


@dataclass(frozen=True, slots=True)
class Mutant:
    """One leaf of one file with another value."""

    file: str
    path: Steps
    value: object

    def __str__(self) -> str:
        return f"{self.file}: {' → '.join(map(str, self.path))} = {self.value!r}"


def mutants_of(pack: Pack, data: dict[str, Data]) -> Iterator[Mutant]:
    """Every mutant of a pack, in the order of its files."""
    for file, part in (("pack.yaml", pack.head), ("rules.yaml", pack.book)):
        for leaf in _leaves_of(part, (), None):
            if _holds(data[file], leaf.path):
                others = _other_values(leaf, pack) if file == "rules.yaml" else _near(leaf.value)
                yield from (Mutant(file, leaf.path, value) for value in others)
    for number, reading in pack.reading_book.readings.items():
        for name, parameter in reading.parameters.items():
            path: Steps = ("readings", number, "parameters", name)
            yield from (Mutant("readings.yaml", path, value) for value in _reread(parameter))


def untouched(data: dict[str, Data], mutants: Iterable[Mutant]) -> Iterator[str]:
    """Leaves that look like law while no mutant changes them."""
    touched = {(mutant.file, mutant.path) for mutant in mutants}
    for file in ("pack.yaml", "rules.yaml", "readings.yaml"):
        for path, value in _scalars(data[file], ()):
            within = [path[:length] for length in range(1, len(path) + 1)]
            is_law = file != "readings.yaml" or "parameters" in path
            if is_law and _looks_like_law(value) and not touched & {(file, p) for p in within}:
                yield f"{file}: {' → '.join(map(str, path))} = {value!r}"


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A value of a pack with its place, the field it stands in, and what the schema says of it."""

    path: Steps
    value: object
    field: str
    annotation: object


def _leaves_of(part: object, path: Steps, annotation: object) -> Iterator[_Leaf]:
    if isinstance(part, Element):
        for name, field in type(part).model_fields.items():
            value, place = getattr(part, name), (*path, field.alias or name)
            yield from _leaves_of(value, place, field.annotation)
    elif isinstance(part, dict | tuple):
        inside = part.items() if isinstance(part, dict) else enumerate(part)
        for key, value in inside:
            yield from _leaves_of(value, (*path, key), None)
    else:
        named = [step for step in path if isinstance(step, str)]
        yield _Leaf(path, part, named[-1] if named else "", annotation)


def _other_values(leaf: _Leaf, pack: Pack) -> list[object]:
    if not isinstance(leaf.value, str):
        return _near(leaf.value)
    if get_origin(leaf.annotation) is Literal:
        return [word for word in get_args(leaf.annotation) if word != leaf.value]
    facts, value = pack.book.facts, leaf.value
    if value in facts and leaf.path[0] == "rules" and leaf.field not in ANSWERING:
        kinds = (name for name in facts if facts[name].kind == facts[value].kind)
        return list(_next(kinds, value))
    if leaf.field in HOLDING:
        return list(_next(pack.head.holders, value))
    return list(_next(pack.book.words, value)) if leaf.field in ANSWERING else []


def _next(names: Iterable[str], name: str) -> Iterator[str]:
    others = sorted({*names} - {name})
    yield from [other for other in others if other > name][:1] or others[:1]


def _near(value: object) -> list[object]:
    """The values one step away from a number, a fraction, a span, a day, a yes or no."""
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int):
        return [near for near in (value - 1, value + 1) if near >= 0]
    if isinstance(value, date):
        return [value - ONE_DAY, value + ONE_DAY]
    if isinstance(value, Fraction):
        return [f"{n.numerator}/{n.denominator}" for n in sorted(_near_fractions(value))]
    return [str(near) for near in _near_spans(value)] if isinstance(value, Span) else []


def _near_fractions(value: Fraction) -> set[Fraction]:
    over, under = value.numerator, value.denominator
    steps = ((over - 1, under), (over + 1, under), (over, under - 1), (over, under + 1))
    return {Fraction(up, down) for up, down in steps if 0 < up <= down}


def _near_spans(value: Span) -> list[Span]:
    longer = [Span(value.months, value.days + 1)]
    shorter = [Span(value.months, value.days - 1)] if value.days else []
    months = [Span(value.months + 1), Span(days=30 * value.months)] if value.months else []
    return [*longer, *shorter, *months]


def _reread(parameter: object) -> list[object]:
    """The values near a reading's parameter, by what it looks like."""
    if isinstance(parameter, tuple):
        return [list(parameter[1:]), list(parameter[:-1]), [*parameter, OTHER_WORD]]
    if not isinstance(parameter, str):
        return _near(parameter)
    if parameter in {"ge", "gt"}:
        return ["gt" if parameter == "ge" else "ge"]
    upper, _, lower = parameter.partition("/")
    if upper.isdigit() and lower.isdigit():
        return _near(Fraction(parameter))
    span = Span.read(parameter)
    return _near(span) if span else [OTHER_WORD]


def _holds(data: Data, path: Steps) -> bool:
    """Whether the file itself has a leaf: not by default, not by naming a reading's parameter."""
    place: Any = data
    for step in path:
        if isinstance(place, str) or (isinstance(place, dict) and step not in place):
            return False
        place = place[step]
    return not (isinstance(place, str) and re.fullmatch(PARAMETER, place))


def _scalars(data: object, path: Steps) -> Iterator[tuple[Steps, object]]:
    if isinstance(data, dict | list):
        inside = data.items() if isinstance(data, dict) else enumerate(data)
        for key, value in inside:
            yield from _scalars(value, (*path, key))
    else:
        yield path, data


def _looks_like_law(value: object) -> bool:
    if isinstance(value, str):
        return bool(value and LOOKS_LIKE_LAW.fullmatch(value))
    return isinstance(value, bool | int | date)
