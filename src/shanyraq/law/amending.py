"""Amendments as data: a change of one field of a rule or of a reading makes another pack."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path
from typing import Any, Self, TypeVar

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from shanyraq.law.consistency import inconsistencies
from shanyraq.law.elements import Element
from shanyraq.law.facts import UnknownRule
from shanyraq.law.kinds import Rule
from shanyraq.law.loading import BrokenPack, validated
from shanyraq.law.packs import Pack, ReadingBook, RuleBook, UnknownReading

Plain = Any
Part = TypeVar("Part", bound=Element)
UNCHANGEABLE = frozenset({"id", "kind", "clause", "also", "says", "does", "readings", "steps"})
"""What names a rule, tells it or carries it; an amendment changes what it says."""


class UnfitChange(ValueError):
    """A change that the schema of a pack refuses: which change, and what is expected."""

    def __init__(self, change: object, expected: str) -> None:
        """Name the change as it was written and what was expected instead."""
        self.change, self.expected = str(change), expected
        super().__init__(f"{change}: {expected}")


@dataclass(frozen=True, slots=True)
class Change:
    """One field with its new value: of a rule by its name, or a parameter of a reading.

    `path` leads inside the rule, step by step; of a reading it is the parameter's name alone.

    >>> str(Change("session_quorum", ("fraction",), "3/4"))
    'session_quorum.fraction=3/4'
    """

    subject: str
    path: tuple[str, ...]
    value: bool | int | str | tuple[str, ...]

    @classmethod
    def read(cls, written: str) -> Self:
        """Read "session_quorum.fraction=3/4", "A42.deputies_needed=2" or "rule.holders=[chair]".

        Raises:
            UnfitChange: it is no change.
        """
        place, sign, value = written.partition("=")
        subject, *path = place.strip().split(".")
        if not (sign and subject and path and all(path) and value.strip()):
            raise UnfitChange(written, "RULE.FIELD=VALUE or READING.PARAMETER=VALUE is expected")
        return cls(subject, tuple(path), _value(written, value))

    @property
    def place(self) -> str:
        """The field as it is written: "session_quorum.fraction"."""
        return ".".join((self.subject, *self.path))

    def __str__(self) -> str:
        return f"{self.place}={_plainly(self.value)}"


def amended(pack: Pack, changes: Iterable[Change]) -> Pack:
    """The pack as it would read after the changes, in memory, with a hash of its own.

    A parameter of a reading is changed in every rule that takes it.

    Raises:
        UnknownRule: a change names no rule of the pack.
        UnknownReading: it names no reading or parameter.
        UnfitChange: it names no field, or the schema refuses the value.
    """
    for change in changes:
        pack = _with(pack, change)
    return pack


def rules_touched(pack: Pack, changes: Iterable[Change]) -> frozenset[str]:
    """Names of the rules that changes bear on, also through the readings they take."""
    return frozenset(rule for change in changes for rule in _touched(pack, change))


def value_before(pack: Pack, change: Change) -> object:
    """The value that the pack has where a change would put another.

    Raises:
        UnknownRule: the change names no rule of the pack.
        UnknownReading: it names no reading or parameter.
        UnfitChange: it names no field.
    """
    if change.subject in pack.reading_book.readings or change.subject not in pack.rules:
        return _parameter(pack, change)
    rule = pack.rules_called(change.subject)[-1]
    return _within(_plain(rule), change, change.path)


def fields_of(pack: Pack, rule: str) -> Mapping[str, object]:
    """The fields of a rule that an amendment may change, by their paths, with their values.

    Raises:
        UnknownRule: the pack has no such rule.
    """
    plain = _plain(pack.rules_called(rule)[-1])
    return dict(_leaves({key: each for key, each in plain.items() if key not in UNCHANGEABLE}, ()))


def _with(pack: Pack, change: Change) -> Pack:
    before = pack.sha256
    if change.subject in pack.reading_book.readings or change.subject not in pack.rules:
        changed = _with_parameter(pack, change)
    else:
        changed = _with_field(pack, change)
    if changed.sha256 == before:
        raise UnfitChange(change, "another value: it reads so already")
    for fault in inconsistencies(changed):
        raise UnfitChange(change, fault.expected)
    return changed


def _with_field(pack: Pack, change: Change) -> Pack:
    if change.path[0] in UNCHANGEABLE:
        raise UnfitChange(
            change, f"{change.path[0]} names or tells a rule; no amendment changes it"
        )
    book = pack.book.model_dump(mode="json", by_alias=True)
    for rule in book["rules"]:
        if rule["id"] == change.subject:
            _put(rule, change, change.path)
    return replace(pack, book=_validated(RuleBook, book, change), kept=None)


def _with_parameter(pack: Pack, change: Change) -> Pack:
    before = _parameter(pack, change)
    if type(before) is not type(change.value):
        raise UnfitChange(change, f"a value of the same sort as {_plainly(before)!r}")
    readings = pack.reading_book.model_dump(mode="json", by_alias=True)
    book = pack.book.model_dump(mode="json", by_alias=True)
    readings["readings"][change.subject]["parameters"][change.path[0]] = _listed(change.value)
    for place in pack.parameter_places.get((change.subject, change.path[0]), ()):
        number, *path = place
        _put(book["rules"][number], change, tuple(map(str, path)))
    return replace(
        pack,
        book=_validated(RuleBook, book, change),
        reading_book=_validated(ReadingBook, readings, change),
        kept=None,
    )


def _parameter(pack: Pack, change: Change) -> object:
    if change.subject not in pack.reading_book.readings:
        known = [*pack.rules, *pack.reading_book.readings]
        raise UnknownRule(f"No rule or reading is called {change.subject!r}.", known=known)
    if len(change.path) != 1:
        raise UnknownReading(f"A parameter has no parts: {change.place}.")
    return pack.parameter(change.subject, change.path[0])


def _touched(pack: Pack, change: Change) -> Iterator[str]:
    if change.subject in pack.rules:
        yield change.subject
    for place in pack.parameter_places.get((change.subject, change.path[0]), ()):
        yield pack.book.rules[int(place[0])].id


def _put(plain: Plain, change: Change, path: tuple[str, ...]) -> None:
    within, last = _within(plain, change, path[:-1]), path[-1]
    _within(within, change, path[-1:])
    within[int(last) if isinstance(within, list) else last] = _listed(change.value)


def _within(plain: Plain, change: Change, path: tuple[str, ...]) -> Plain:
    for step in path:
        known = _steps(plain)
        if step not in known:
            among = f"one of {', '.join(known)}" if known else "nothing inside it"
            raise UnfitChange(change, f"no field {step!r}; expected: {among}")
        plain = plain[int(step) if isinstance(plain, list) else step]
    return plain


def _steps(plain: Plain) -> list[str]:
    if isinstance(plain, list):
        return [str(number) for number in range(len(plain))]
    return list(plain) if isinstance(plain, dict) else []


def _leaves(plain: Plain, path: tuple[str, ...]) -> Iterator[tuple[str, object]]:
    if isinstance(plain, dict):
        for key, each in plain.items():
            yield from _leaves(each, (*path, key))
    elif plain is not None:
        yield ".".join(path), plain


def _plain(rule: Rule) -> dict[str, Plain]:
    return rule.model_dump(mode="json", by_alias=True)


def _validated(part: type[Part], data: Plain, change: Change) -> Part:
    try:
        return validated(part, data, Path("rules.yaml"))
    except BrokenPack as fault:
        raise UnfitChange(change, fault.expected) from fault


def _value(written: str, value: str) -> bool | int | str | tuple[str, ...]:
    try:
        read = YAML(typ="safe", pure=True).load(StringIO(value))
    except YAMLError as fault:
        raise UnfitChange(written, "a value such as 3/4, 2, yes, P1M or [chair]") from fault
    if isinstance(read, list) and all(isinstance(each, str) for each in read):
        return tuple(read)
    return read if isinstance(read, bool | int) else value.strip()


def _listed(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _plainly(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(str, value))}]"
    return str(value).lower() if isinstance(value, bool) else str(value)
