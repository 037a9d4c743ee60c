"""Archives with one field changed by one, everything that follows from it chained anew."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from tests.ballots.builders import MOMENT, Step, steps_of

from shanyraq.ballots.archive import DATA, EVENT, FIRST, Event, packed, write_first
from shanyraq.ballots.hashing import hex_hash
from shanyraq.ballots.records import canonical

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Mutant:
    """An archive with one field changed: which, in words, and the file."""

    name: str
    archive: bytes


def leaves(value: object, path: Path = ()) -> Iterator[Path]:
    """The places of all fields that hold no others; a signed message holds those of its JSON."""
    if isinstance(value, str) and value.startswith("{"):
        value = json.loads(value)
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, (*path, name))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from leaves(inner, (*path, at))
    else:
        yield path


def changed_by_one(value: object) -> object:
    """The next number, the other answer, a text whose last sign is another one."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    assert isinstance(value, str)
    if value.isdecimal():
        return str(int(value) + 1)
    return value[:-1] + chr(ord(value[-1]) + 1) if value else "x"


def mutated(body: bytes, path: Path) -> bytes:
    """A record with the field of a place changed by one."""
    return canonical(_exchanged(json.loads(body), path))


def _exchanged(value: object, path: Path) -> object:
    if not path:
        return changed_by_one(value)
    if isinstance(value, str):
        return canonical(_exchanged(json.loads(value), path)).decode()
    first, rest = path[0], path[1:]
    if isinstance(value, dict):
        return {name: _exchanged(v, rest) if name == first else v for name, v in value.items()}
    assert isinstance(value, list)
    return [_exchanged(each, rest) if at == first else each for at, each in enumerate(value)]


def one_of_each_kind(mutants: Iterable[Mutant]) -> Iterator[Mutant]:
    """Of mutants whose names differ only in their numbers just the first."""
    seen: set[str] = set()
    for mutant in mutants:
        kind = re.sub("[0-9]+", "", mutant.name)
        if kind not in seen:
            seen.add(kind)
            yield mutant


def mutants_of(archive: bytes) -> Iterator[Mutant]:
    """Every field of every record changed by one, one at a time."""
    steps = steps_of(archive)
    for at, step in enumerate(steps):
        for number, body in enumerate(step.bodies):
            for path in leaves(json.loads(body)):
                bodies = _renamed(step.bodies, number, mutated(body, path))
                others = [*steps[:at], Step(step.kind, bodies), *steps[at + 1 :]]
                yield Mutant(f"{step.kind} {at}, record {number}: {path}", _written(others))
        for field in ("parent", "height", "payload", "type"):
            if (body := _written(steps, exchanged=(at, field))) != archive:
                yield Mutant(f"{step.kind} {at}, event: {field}", body)
    for path in (("version",), ("timestamp",)):
        first = packed(FIRST, mutated(write_first(MOMENT), path), MOMENT)
        whole = len(packed(FIRST, write_first(MOMENT), MOMENT))
        yield Mutant(f"first record: {path}", first + archive[whole:])


def _renamed(bodies: Sequence[bytes], number: int, new: bytes) -> list[bytes]:
    """The records of a step with one exchanged and its hash put where the others name it."""
    names = {hex_hash(bodies[number]): hex_hash(new)}
    result = list(bodies)
    result[number] = new
    for later in range(number + 1, len(bodies)):
        before = result[later]
        for old, renamed in list(names.items()):
            result[later] = result[later].replace(old.encode(), renamed.encode())
        names[hex_hash(before)] = hex_hash(result[later])
    return result


def _written(steps: Sequence[Step], exchanged: tuple[int, str] | None = None) -> bytes:
    """The file of these steps, the field of one event exchanged; later ones follow it."""
    file = BytesIO()
    file.write(packed(FIRST, write_first(MOMENT), MOMENT))
    parent: str | None = None
    for height, step in enumerate(steps):
        for body in step.bodies:
            file.write(packed(hex_hash(body) + DATA, body, MOMENT))
        payload = hex_hash(step.bodies[-1]) if step.bodies else None
        event = Event(step.kind, height, parent, payload).body
        if exchanged and exchanged[0] == height and exchanged[1] in json.loads(event):
            event = mutated(event, (exchanged[1],))
        parent = hex_hash(event)
        file.write(packed(parent + EVENT, event, MOMENT))
    return file.getvalue()
