"""Read a charter pack from its folder, strictly: the first fault is named with its place."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from ruamel.yaml import YAML, MappingNode, Node, SequenceNode
from ruamel.yaml.error import MarkedYAMLError

from shanyraq.law.consistency import inconsistencies
from shanyraq.law.elements import Element
from shanyraq.law.facts import WrongQuestion
from shanyraq.law.packs import (
    Pack,
    PackHead,
    Place,
    ReadingBook,
    Review,
    RuleBook,
    Vocabulary,
)
from shanyraq.law.provisions import packs_folders

Data = dict[str, Any]
FILES: dict[str, type[Element]] = {
    "pack.yaml": PackHead,
    "rules.yaml": RuleBook,
    "readings.yaml": ReadingBook,
    "review.yaml": Review,
}
PARAMETER = r"\$(A\d+)\.(\w+)"
Part = TypeVar("Part", bound=Element)


class BrokenPack(ValueError):
    """A pack that cannot be trusted: which file, which place in it, what was expected there."""

    def __init__(self, file: Path | str, place: str, expected: str, *, line: int = 0) -> None:
        """Name the fault; `line` counts from 1, 0 when the fault has no line."""
        self.file, self.place, self.expected, self.line = str(file), place, expected, line
        where = f"{file}, line {line}" if line else f"{file}"
        super().__init__(f"{where}: {place or 'the whole file'}: {expected}")


class UnknownPack(WrongQuestion):
    """No pack of that name is at hand."""


def find_pack(name: str) -> Path:
    """The folder of a pack by its name.

    Raises:
        UnknownPack: no folder searched holds it.
    """
    folders = packs_folders()
    for folder in folders:
        if (folder / name / "pack.yaml").is_file():
            return folder / name
    known = (path.parent.name for folder in folders for path in folder.glob("*/pack.yaml"))
    raise UnknownPack(f"No pack is called {name!r}.", known=known)


def load_pack(folder: Path | str) -> Pack:
    """Read, validate and cross-check the pack of a folder.

    Raises:
        BrokenPack: the first fault found, with file, place and what is expected.
    """
    folder = Path(folder)
    return build_pack({name: read_yaml(folder / name) for name in FILES}, folder)


def load_leading_pack(folder: Path | str) -> Pack:
    """Read the pack of a folder as one under which an institution can live.

    Raises:
        BrokenPack: a fault, or the pack has no words for the institution's pages.
    """
    pack = load_pack(folder)
    if pack.head.vocabulary is None:
        expected = f"words for pages: {', '.join(Vocabulary.model_fields)}"
        raise BrokenPack(Path(folder) / "pack.yaml", "vocabulary", expected)
    return pack


def build_pack(data: Mapping[str, Data], folder: Path) -> Pack:
    """Make a pack of its files' data; `folder` is named in faults.

    Raises:
        BrokenPack: the first fault found.
    """
    readings = validated(ReadingBook, data["readings.yaml"], folder / "readings.yaml")
    rules = _with_parameters(data["rules.yaml"], readings, folder / "rules.yaml")
    places = _parameter_places(data["rules.yaml"].get("rules"), ())
    pack = Pack(
        head=validated(PackHead, data["pack.yaml"], folder / "pack.yaml"),
        book=validated(RuleBook, rules, folder / "rules.yaml"),
        reading_book=readings,
        review=validated(Review, data["review.yaml"], folder / "review.yaml"),
        parameter_places=_by_parameter(places),
    )
    for fault in inconsistencies(pack):
        path = folder / fault.file
        raise BrokenPack(path, _place(fault.place), fault.expected, line=_line(path, fault.place))
    return pack


def read_yaml(path: Path) -> Data:
    """The data of one YAML 1.2 file.

    Raises:
        BrokenPack: it is missing, is no YAML, or holds no mapping.
    """
    try:
        data = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    except FileNotFoundError as missing:
        raise BrokenPack(path, "", "a file of this name") from missing
    except MarkedYAMLError as fault:
        line = fault.problem_mark.line + 1 if fault.problem_mark else 0
        raise BrokenPack(path, "", f"YAML: {fault.problem}", line=line) from fault
    if not isinstance(data, dict):
        raise BrokenPack(path, "", "a mapping of keys to values")
    return data


def validated(part: type[Part], data: Data, path: Path) -> Part:
    """The part of a pack that a file's data make.

    Raises:
        BrokenPack: the first place where they do not fit, with what is expected there.
    """
    try:
        return part.model_validate(data)
    except ValidationError as faults:
        fault = faults.errors()[0]
        place, found = fault["loc"], fault["input"]
        expected = _EXPECTED.get(fault["type"], fault["msg"].removeprefix("Value error, "))
        shown = f", found {found!r}" if isinstance(found, str | int | float) else ""
        line = _line(path, place)
        raise BrokenPack(path, _place(place), f"expected: {expected}{shown}", line=line) from faults


def _with_parameters(data: Data, readings: ReadingBook, path: Path) -> Data:
    def resolved(value: object, place: tuple[str | int, ...]) -> object:
        if isinstance(value, dict):
            return {key: resolved(each, (*place, key)) for key, each in value.items()}
        if isinstance(value, list):
            return [resolved(each, (*place, number)) for number, each in enumerate(value)]
        found = re.fullmatch(PARAMETER, value) if isinstance(value, str) else None
        if found is None:
            return value
        reading = readings.readings.get(found[1])
        if reading is None or found[2] not in reading.parameters:
            expected = f"a parameter that a reading sets, found {value!r}"
            raise BrokenPack(path, _place(place), expected, line=_line(path, place))
        parameter = reading.parameters[found[2]]
        return list(parameter) if isinstance(parameter, tuple) else parameter

    return {key: resolved(value, (key,)) for key, value in data.items()}


def _parameter_places(value: object, path: Place) -> Iterator[tuple[tuple[str, str], Place]]:
    """Each "$A2.month" of the rules with its place."""
    if isinstance(value, dict | list):
        inside = value.items() if isinstance(value, dict) else enumerate(value)
        for key, each in inside:
            yield from _parameter_places(each, (*path, key))
    elif isinstance(value, str) and (found := re.fullmatch(PARAMETER, value)):
        yield (found[1], found[2]), path


def _by_parameter(
    places: Iterable[tuple[tuple[str, str], Place]],
) -> dict[tuple[str, str], tuple[Place, ...]]:
    found: dict[tuple[str, str], tuple[Place, ...]] = {}
    for parameter, path in places:
        found[parameter] = (*found.get(parameter, ()), path)
    return found


_EXPECTED = {
    "extra_forbidden": "no key of this name here",
    "missing": "a value, and there is none",
    "union_tag_invalid": "one of the closed kinds of rules",
}


def _place(place: tuple[str | int, ...]) -> str:
    return " → ".join(str(step) for step in place)


def _line(path: Path, place: tuple[str | int, ...]) -> int:
    if not path.is_file():
        return 0
    node = YAML().compose(path.read_text(encoding="utf-8"))
    for step in place:
        node = next((child for key, child in _children(node) if key == step), node)
    return int(node.start_mark.line) + 1


def _children(node: Node) -> Iterator[tuple[str | int, Node]]:
    if isinstance(node, MappingNode):
        yield from ((key.value, value) for key, value in node.value)
    if isinstance(node, SequenceNode):
        yield from enumerate(node.value)
