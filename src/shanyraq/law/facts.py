"""Facts a rule asks for: numbers of persons, dates, yes or no, words; and what is none."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum

FactValue = int | date | bool | str
Facts = Mapping[str, FactValue]

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOST, YEARS = 2**53 - 1, range(1900, 3000)
YES = frozenset({"yes", "true", "иә", "да"})
NO = frozenset({"no", "false", "жоқ", "нет"})


class FactKind(StrEnum):
    """What sort of value a fact has."""

    NUMBER = "number"
    DATE = "date"
    YES_NO = "yes-no"
    WORD = "word"


class WrongQuestion(ValueError):
    """The law cannot be asked like this: something named in the question does not exist."""

    def __init__(self, message: str, *, known: Iterable[str] = ()) -> None:
        """Say what is wrong and which names are known."""
        self.known = tuple(sorted(known))
        known_names = f" Known: {', '.join(self.known)}." if self.known else ""
        super().__init__(f"{message}{known_names}")


class UnknownRule(WrongQuestion):
    """No pack asked has a rule of this name."""


class UnknownFact(WrongQuestion):
    """The rule asks for no such fact."""


class UnfitFact(WrongQuestion):
    """The value is not of the fact's kind, or the numbers contradict each other."""


def read_fact(name: str, written: str, kind: FactKind) -> FactValue:
    """Read a fact as a person writes it: 76, 2008-09-15, yes, a word.

    >>> read_fact("members", "76", FactKind.NUMBER)
    76
    >>> read_fact("method_chosen", "жоқ", FactKind.YES_NO)
    False

    Raises:
        UnfitFact: it cannot be read as that kind.
    """
    try:
        return _READERS[kind](written)
    except (ValueError, KeyError) as unreadable:
        raise UnfitFact(f"{name}={written}: {_EXPECTED[kind]} is expected.") from unreadable


def checked_fact(name: str, value: FactValue, kind: FactKind) -> FactValue:
    """Let a value through when it is of the fact's kind.

    Raises:
        UnfitFact: it is of another kind, a negative number, or beyond all reason.
    """
    if type(value) is not _TYPES[kind] or not _within_reason(value):
        raise UnfitFact(f"{name}={value}: {_expected(value, kind)} is expected.")
    return value


def _expected(value: FactValue, kind: FactKind) -> str:
    """What would have been fit, by what is wrong with the value."""
    if type(value) is int and value > MOST and kind is FactKind.NUMBER:
        return f"a number that is not greater than {MOST}"
    if isinstance(value, date) and kind is FactKind.DATE:
        return f"a year from {YEARS.start} to {YEARS.stop - 1}"
    return _EXPECTED[kind]


def _within_reason(value: FactValue) -> bool:
    """Numbers that canonical JSON can hold, days that a span of time cannot carry off."""
    if isinstance(value, date):
        return value.year in YEARS
    return isinstance(value, str) or 0 <= value <= MOST


def read_day(written: str) -> date:
    """Read a day in the one form a trace knows.

    >>> read_day("2008-09-15")
    datetime.date(2008, 9, 15)

    Raises:
        ValueError: it is no such day.
    """
    try:
        return date.fromisoformat(written if DAY.fullmatch(written) else "")
    except ValueError as no_day:
        raise ValueError("a date such as 2008-09-15") from no_day


def _read_number(written: str) -> int:
    if not (written.isascii() and written.isdigit()):
        raise ValueError
    return int(written)


def _read_yes_no(written: str) -> bool:
    return {**dict.fromkeys(YES, True), **dict.fromkeys(NO, False)}[written.casefold()]


_READERS: dict[FactKind, Callable[[str], FactValue]] = {
    FactKind.NUMBER: _read_number,
    FactKind.DATE: read_day,
    FactKind.YES_NO: _read_yes_no,
    FactKind.WORD: str,
}
_TYPES: dict[FactKind, type] = {
    FactKind.NUMBER: int,
    FactKind.DATE: date,
    FactKind.YES_NO: bool,
    FactKind.WORD: str,
}
_EXPECTED = {
    FactKind.NUMBER: "a whole number that is not negative",
    FactKind.DATE: "a date such as 2008-09-15",
    FactKind.YES_NO: "yes or no",
    FactKind.WORD: "a word",
}
