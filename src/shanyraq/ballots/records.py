"""Reading records strictly: only what the format allows, and a malformed record says where.

Numbers travel as decimal text. Python's own `int` accepts signs, blanks, underscores, leading zeros
and the digits of every script; none of them is let through here.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from gmpy2 import mpz

Read = TypeVar("Read")

DECIMAL = re.compile(r"0|[1-9][0-9]*")
LARGEST_PLAIN_NUMBER = 2**30 - 1
BEYOND_WEIGHTS = 2**256
"""No weight is so large; a bound also keeps numbers short enough to be written out again."""


class Reason(StrEnum):
    """What can be wrong with a piece of a record."""

    NOT_JSON = "not-json"
    NOT_CANONICAL = "not-canonical"
    NOT_AN_OBJECT = "not-an-object"
    NOT_A_LIST = "not-a-list"
    NOT_TEXT = "not-text"
    NOT_A_FLAG = "not-a-flag"
    NOT_A_NUMBER = "not-a-number"
    OUT_OF_RANGE = "out-of-range"
    MISSING = "missing"
    UNKNOWN = "unknown"
    WRONG_LENGTH = "wrong-length"
    TWICE = "twice"


LONE_SURROGATE = re.compile("[\ud800-\udfff]")

SENTENCES = {
    Reason.NOT_JSON: "is no JSON text",
    Reason.NOT_CANONICAL: "is not written the one way the format allows",
    Reason.NOT_AN_OBJECT: "is no object with named fields",
    Reason.NOT_A_LIST: "is no list",
    Reason.NOT_TEXT: "is no text",
    Reason.NOT_A_FLAG: "is neither true nor false",
    Reason.NOT_A_NUMBER: "is no number in plain decimal digits",
    Reason.OUT_OF_RANGE: "is out of range",
    Reason.MISSING: "is missing",
    Reason.UNKNOWN: "is not known here",
    Reason.WRONG_LENGTH: "has the wrong length",
    Reason.TWICE: "occurs twice",
}


class MalformedRecord(ValueError):
    """A record cannot be read: `where` in it (a path such as answers[0].choices) and `reason`."""

    def __init__(self, where: str, reason: Reason) -> None:
        self.where, self.reason = where, reason
        super().__init__(f"{where or 'the record'} {SENTENCES[reason]}")

    def __reduce__(self) -> tuple[type["MalformedRecord"], tuple[str, Reason]]:
        """Travel between processes whole."""
        return type(self), (self.where, self.reason)


def read_decimal(value: object, where: str = "", *, below: int | None = None) -> int:
    """A number written as text in plain decimal digits, 0 <= number < below.

    >>> read_decimal("42")
    mpz(42)
    >>> read_decimal("007", "alpha")
    Traceback (most recent call last):
        ...
    shanyraq.ballots.records.MalformedRecord: alpha is no number in plain decimal digits

    Raises:
        MalformedRecord: it is no such text, or too large.
    """
    text = read_text(value, where)
    if not DECIMAL.fullmatch(text):
        raise MalformedRecord(where, Reason.NOT_A_NUMBER)
    number = mpz(text)
    if below is not None and number >= below:
        raise MalformedRecord(where, Reason.OUT_OF_RANGE)
    return number


def read_number(value: object, where: str = "") -> int:
    """A whole number that JSON holds as a number, not negative.

    Raises:
        MalformedRecord: it is none.
    """
    if not isinstance(value, int) or isinstance(value, bool):
        raise MalformedRecord(where, Reason.NOT_A_NUMBER)
    if value < 0:
        raise MalformedRecord(where, Reason.OUT_OF_RANGE)
    return value


def read_weight(value: object, where: str = "") -> int:
    """A weight: a JSON number while it is small, a decimal text once it is large.

    Raises:
        MalformedRecord: it is neither, or written the other way.
    """
    if isinstance(value, str):
        number = int(read_decimal(value, where, below=BEYOND_WEIGHTS))
        if number <= LARGEST_PLAIN_NUMBER:
            raise MalformedRecord(where, Reason.NOT_CANONICAL)
        return number
    number = read_number(value, where)
    if number > LARGEST_PLAIN_NUMBER:
        raise MalformedRecord(where, Reason.NOT_CANONICAL)
    return number


def write_weight(weight: int) -> int | str:
    """A weight as the format writes it."""
    return weight if weight <= LARGEST_PLAIN_NUMBER else str(weight)


def read_text(value: object, where: str = "") -> str:
    """A text, whole: half a surrogate pair is none and has no bytes that could be hashed.

    Raises:
        MalformedRecord: it is none.
    """
    if not isinstance(value, str) or LONE_SURROGATE.search(value):
        raise MalformedRecord(where, Reason.NOT_TEXT)
    return value


def read_flag(value: object, where: str = "") -> bool:
    """A yes or no.

    Raises:
        MalformedRecord: it is neither.
    """
    if not isinstance(value, bool):
        raise MalformedRecord(where, Reason.NOT_A_FLAG)
    return value


def read_list(value: object, where: str = "", *, length: int | None = None) -> list[object]:
    """A list, of a length if one is asked for.

    Raises:
        MalformedRecord: it is none, or not so long.
    """
    if not isinstance(value, list):
        raise MalformedRecord(where, Reason.NOT_A_LIST)
    if length is not None and len(value) != length:
        raise MalformedRecord(where, Reason.WRONG_LENGTH)
    return value


def read_each(
    value: object, where: str, read: Callable[[object, str], Read], *, length: int | None = None
) -> tuple[Read, ...]:
    """Every item of a list, read one by one.

    Raises:
        MalformedRecord: it is no list, not so long, or an item cannot be read.
    """
    items = read_list(value, where, length=length)
    return tuple(read(item, f"{where}[{index}]") for index, item in enumerate(items))


def read_object(
    value: object,
    where: str = "",
    *,
    fields: Iterable[str],
    optional: Iterable[str] = (),
    strictly: bool = False,
) -> Mapping[str, object]:
    """An object with named fields; strictly, one with no other fields.

    Raises:
        MalformedRecord: it is none, a field is missing, or one too many is there.
    """
    if not isinstance(value, dict):
        raise MalformedRecord(where, Reason.NOT_AN_OBJECT)
    needed = tuple(fields)
    for name in needed:
        if name not in value:
            raise MalformedRecord(within(where, name), Reason.MISSING)
    if strictly and (extra := sorted(value.keys() - {*needed, *optional})):
        raise MalformedRecord(within(where, extra[0]), Reason.UNKNOWN)
    return value


def within(where: str, name: str) -> str:
    """The path of a field inside a path."""
    return f"{where}.{name}" if where else name


def read_json(body: bytes, where: str = "") -> object:
    """The content of a record; no field may be named twice.

    Raises:
        MalformedRecord: it is no JSON text in UTF-8, or an escape in it stands for half a
            character, which no text can hold.
    """
    try:
        content = json.loads(body.decode(), object_pairs_hook=_once, parse_constant=_no_number)
        if b"\\u" in body:
            canonical(content)
    except MalformedRecord:
        raise
    except (ValueError, RecursionError):
        raise MalformedRecord(where, Reason.NOT_JSON) from None
    return content


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields: dict[str, object] = {}
    for name, value in pairs:
        if name in fields:
            raise MalformedRecord(name.encode(errors="replace").decode(), Reason.TWICE)
        fields[name] = value
    return fields


def _no_number(word: str) -> object:
    raise MalformedRecord(word, Reason.NOT_A_NUMBER)


def canonical(value: object) -> bytes:
    """The one compact JSON text of a record: fields in their order, no blanks.

    >>> canonical({"b": [1, "x"], "a": True})
    b'{"b":[1,"x"],"a":true}'
    """
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()
