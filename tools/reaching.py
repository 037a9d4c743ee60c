"""Which words of the charter a function reaches: through what it calls and the constants it names.

A word is reached when it stands as a text in the function, or in a function, class or constant that
it names, and so on. Names are followed through imports and through what packages offer again.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src"
DEPTH = 6


@dataclass(frozen=True, slots=True)
class Part:
    """A function, class or constant of a module: the names it uses and the texts in it."""

    names: frozenset[str]
    texts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Module:
    """What a module defines, and from where it takes its other names."""

    parts: dict[str, Part]
    taken: dict[str, tuple[str, str]]


@cache
def module(name: str) -> Module | None:
    """A module of the product by its dotted name; None for anything else."""
    path = SOURCE / Path(*name.split("."))
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    if not name.startswith("shanyraq") or not file.is_file():
        return None
    parts: dict[str, Part] = {}
    taken: dict[str, tuple[str, str]] = {}
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module:
            taken |= {each.asname or each.name: (node.module, each.name) for each in node.names}
        for defined in _defined(node):
            parts[defined] = _part(node)
        parts |= dict(_members(node))
    return Module(parts, taken)


def _members(node: ast.stmt) -> Iterator[tuple[str, Part]]:
    """The words of a closed list, each by its own name: a list named as a whole reaches none."""
    if isinstance(node, ast.ClassDef) and _is_closed_list(node):
        for each in node.body:
            for defined in _defined(each):
                yield f"{node.name}.{defined}", _part(each)


def _is_closed_list(node: ast.ClassDef) -> bool:
    return any(isinstance(base, ast.Name) and base.id == "TextChoices" for base in node.bases)


def _defined(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.Assign):
        for target in node.targets:
            yield from (each.id for each in ast.walk(target) if isinstance(each, ast.Name))
    elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        yield node.target.id


def _part(node: ast.stmt) -> Part:
    if isinstance(node, ast.ClassDef) and _is_closed_list(node):
        return Part(frozenset(), frozenset())
    walked = list(_walk(node))
    texts = (each.value for each in walked if isinstance(each, ast.Constant))
    names = {each.id for each in walked if isinstance(each, ast.Name)}
    members = {
        f"{each.value.id}.{each.attr}"
        for each in walked
        if isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name)
    }
    return Part(
        frozenset(names | members), frozenset(text for text in texts if isinstance(text, str))
    )


def _walk(node: ast.AST) -> Iterator[ast.AST]:
    """Everything in a piece of code but its annotations, which are no uses."""
    yield node
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns"}:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _walk(child)


@cache
def words_of(name: str, part: str, depth: int = DEPTH) -> frozenset[str]:
    """The texts that a part of a module reaches."""
    found = module(name)
    if found is None or depth == 0:
        return frozenset()
    owner, dot, member = part.partition(".")
    if owner in found.taken:
        source, taken = found.taken[owner]
        return words_of(source, f"{taken}{dot}{member}", depth)
    if part not in found.parts:
        return frozenset()
    own = found.parts[part]
    reached = (words_of(name, each, depth - 1) for each in own.names if each != part)
    return own.texts.union(*reached)
