"""Archives in which one field after the other is changed by one, and all is chained anew."""

import json
import re
from collections.abc import Iterator

from tests.ballots.builders import Step, chained, steps_of

from shanyraq.ballots.hashing import hex_hash
from shanyraq.ballots.records import canonical


def mutants(archive: bytes) -> Iterator[tuple[str, bytes]]:
    """Each changed archive, named by where it was changed; hashes that name records are renewed."""
    steps = steps_of(archive)
    for at, step in enumerate(steps):
        for place, body in enumerate(step.bodies):
            for where, changed in _changed(json.loads(body)):
                bodies = _renamed(step.bodies, place, canonical(changed))
                name = f"{at}.{step.kind.value}[{place}]{where}"
                yield name, chained([*steps[:at], Step(step.kind, bodies), *steps[at + 1 :]])


def one_of_each_kind(archive: bytes) -> Iterator[tuple[str, bytes]]:
    """The same, but of fields that differ only in their numbers just the first."""
    seen: set[str] = set()
    for name, mutant in mutants(archive):
        kind = re.sub("[0-9]+", "", name)
        if kind not in seen:
            seen.add(kind)
            yield name, mutant


def _renamed(bodies: list[bytes], place: int, body: bytes) -> list[bytes]:
    """The records of a step, one of them exchanged and named anew by those after it."""
    old, new = (hex_hash(each).encode() for each in (bodies[place], body))
    after = [each.replace(old, new) for each in bodies[place + 1 :]]
    return [*bodies[:place], body, *after]


def _changed(value: object) -> Iterator[tuple[str, object]]:
    """A record with one leaf after the other changed by one, and where that is."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from ((f".{name}{where}", {**value, name: c}) for where, c in _changed(item))
    elif isinstance(value, list):
        for at, item in enumerate(value):
            changed = _changed(item)
            yield from (
                (f"[{at}]{where}", [*value[:at], c, *value[at + 1 :]]) for where, c in changed
            )
    elif isinstance(value, str) and value.startswith("{"):
        inside = _changed(json.loads(value))
        yield from ((f"~{where}", canonical(c).decode()) for where, c in inside)
    else:
        yield "", _next(value)


def _next(leaf: object) -> object:
    """A leaf changed by one."""
    if isinstance(leaf, bool) or leaf is None:
        return not leaf
    if isinstance(leaf, int):
        return leaf + 1
    text = str(leaf)
    if text.isdecimal():
        return str(int(text) + 1)
    return text[:-1] + chr(ord(text[-1]) ^ 1) if text else "x"
