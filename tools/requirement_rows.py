"""Write docs/law/coverage.md: for each row of the Regulation what holds it in the code.

A row works when the charter pack holds it by a rule, an action that rests on it can be found, a
page that calls the action, and a test that does. A row that says what something is, or names a
principle, works when its page and the test of that page stand. Nothing here is listed by hand:

- rules: `held_by` of the row in the pack's coverage;
- actions: those that declare one of these rules among the powers that open them, cite the row in
  their docstring, or reach the rule's name through what they call;
- pages: addresses whose view calls the action;
- tests: test functions that call the action.

A duty commands no act: its page is the one that shows the duties of members.
"""

import ast
import importlib
import inspect
import os
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shanyraq.site.settings")
sys.path.insert(0, str(Path(__file__).parents[1]))
django.setup()

from django.urls import URLPattern, URLResolver, get_resolver  # noqa: E402 - after set-up
from tools.reaching import words_of  # noqa: E402 - after set-up

from shanyraq.charter.queries import charter_pack  # noqa: E402 - after set-up
from shanyraq.law import find_pack  # noqa: E402 - after set-up
from shanyraq.law.coverage import Holding, Reason, load_coverage  # noqa: E402 - after set-up
from shanyraq.law.kinds import DutyRule  # noqa: E402 - after set-up
from shanyraq.platform.register import REGISTER, Registered  # noqa: E402 - after set-up

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "shanyraq"
TARGET = ROOT / "docs" / "law" / "coverage.md"
PACK = "kz-assembly-2002"
ADDRESS = re.compile(r"\b[RDS]\d*(?:\.\w+)*")
PROVISION_PAGE = "/law/{provision}/"
MOST = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what holds it, and the chapter that will when something is missing."""

    address: str
    holding: Holding
    actions: tuple[str, ...]
    pages: tuple[str, ...]
    tests: tuple[str, ...]

    @property
    def is_said_only(self) -> bool:
        """Whether it defines or names a principle, so that no act can rest on it."""
        return self.holding.reason in {Reason.DEFINITION, Reason.NARRATIVE}

    @property
    def works(self) -> bool:
        """Whether everything that has to stand stands."""
        if self.holding.chapter is not None:
            return False
        acted = self.is_said_only or is_duty(self.holding)
        acted = acted or bool(self.holding.held_by and self.actions)
        return acted and bool(self.pages) and bool(self.tests)


def rows(letter: str = "R") -> list[Row]:
    """The rows of a part of the act, in the order of the text."""
    load_actions()
    held = load_coverage(find_pack(PACK)).rows
    return [_row(address, held[address]) for address in held if address.startswith(letter)]


def load_actions() -> None:
    """Enter every action in the register."""
    for path in [*SOURCE.glob("*/actions.py"), *SOURCE.glob("*/actions/[!_]*.py")]:
        importlib.import_module(".".join(path.relative_to(SOURCE.parent).with_suffix("").parts))


def _row(address: str, holding: Holding) -> Row:
    found = sorted(_actions_of(address, holding), key=lambda name: _rank(name, address, holding))
    if holding.reason in {Reason.DEFINITION, Reason.NARRATIVE}:
        pages: Iterable[str] = [
            PROVISION_PAGE.format(provision=address.split(".", maxsplit=1)[0].lower())
        ]
        tests: Iterable[str] = tests_of_provisions()
    elif is_duty(holding) and not found:
        pages, tests = pages_calling("duties"), tests_calling("duties")
    else:
        pages = (page for name in found for page in pages_by_action().get(name, ()))
        tests = (test for name in found for test in tests_calling(_function_name(name)))
    return Row(address, holding, tuple(found), _first(pages), _first(tests))


def is_duty(holding: Holding) -> bool:
    """Whether duties of persons alone hold a row."""
    rules = charter_pack().rules
    return bool(holding.held_by) and all(
        isinstance(rule, DutyRule) for name in holding.held_by for rule in rules[name]
    )


def pages_calling(function: str) -> list[str]:
    """Addresses of pages whose view calls a function."""
    return [
        address
        for address, view in _views(get_resolver().url_patterns, "/")
        if re.search(rf"\b{function}\(", _source(view))
    ]


def _first(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _actions_of(address: str, holding: Holding) -> Iterator[str]:
    for name, entry in REGISTER.items():
        if name.startswith("demonstration."):
            continue
        if set(holding.held_by) & rules_of(name) or _cites(entry, address):
            yield name
            continue
        function = entry.function
        if set(holding.held_by) & words_of(function.__module__, function.__name__):
            yield name


def _rank(name: str, address: str, holding: Holding) -> tuple[bool, bool, str]:
    """Those that cite the row first, then those that declare its powers."""
    declared = bool(set(holding.held_by) & rules_of(name))
    return not _cites(REGISTER[name], address), not declared, name


def _cites(entry: Registered, address: str) -> bool:
    told, _, _ = (inspect.getdoc(entry.function) or "").partition("Raises:")
    return address in set(ADDRESS.findall(told))


@cache
def rules_of(name: str) -> set[str]:
    """The powers that open an action, as it declares them."""
    return {*REGISTER[name].powers, *REGISTER[name].local}


def _function_name(action: str) -> str:
    return REGISTER[action].function.__name__


@cache
def pages_by_action() -> dict[str, list[str]]:
    """Addresses of the pages whose view calls an action, by the action's name."""
    by_function = {entry.function.__name__: name for name, entry in REGISTER.items()}
    found: dict[str, list[str]] = defaultdict(list)
    for address, view in _views(get_resolver().url_patterns, "/"):
        for word in set(re.findall(r"\b[a-z_]+\b", _source(view))) & set(by_function):
            found[by_function[word]].append(address)
    return found


def _views(patterns: Iterable[URLPattern | URLResolver], prefix: str) -> Iterator[tuple[str, Any]]:
    for each in patterns:
        address = prefix + re.sub(r"<\w+:(\w+)>", r"{\1}", str(each.pattern))
        if isinstance(each, URLResolver):
            yield from _views(each.url_patterns, address)
        elif getattr(each.callback, "__module__", "").startswith("shanyraq."):
            yield address, getattr(each.callback, "view_class", each.callback)


def _source(view: Any) -> str:  # noqa: ANN401 -- a view is a function or a class
    return inspect.getsource(inspect.unwrap(view))


@cache
def _calls() -> dict[str, list[str]]:
    """Test functions by the names of the functions they call, those nearest the source first."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        if path.parent.name == "journeys":
            continue
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                for name in _with_builders(_names(node)):
                    found[name].append(f"{path.relative_to(ROOT)}::{node.name}")
    return found


def _with_builders(names: set[str]) -> set[str]:
    """Names of a test with those that its builders use for it."""
    return names.union(*(_builders()[name] for name in names if name in _builders()))


@cache
def _builders() -> dict[str, set[str]]:
    """What each builder of the tests names."""
    return {
        node.name: _names(node)
        for path in (ROOT / "tests").rglob("*builders.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef)
    }


def _names(node: ast.FunctionDef) -> set[str]:
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def tests_calling(function: str) -> list[str]:
    """Tests that call a function by its name."""
    return _calls().get(function, [])


def tests_of_provisions() -> list[str]:
    """The tests that open the pages of provisions."""
    return [
        f"tests/charter/test_views.py::{name}"
        for name in (
            "test_every_kind_of_provision_has_a_page_on_every_kind_of_day",
            "test_the_contents_lead_to_every_provision",
        )
        if name in (ROOT / "tests/charter/test_views.py").read_text(encoding="utf-8")
    ]


def page(found: list[Row]) -> str:
    """The whole table as Markdown."""
    done = sum(row.works for row in found)
    return "\n".join(
        [
            "# What of the Regulation works",
            "",
            "Generated from the code by `make docs`; a test fails while it is not current.",
            f"{done} of {len(found)} rows work, {len(found) - done} are open.",
            "",
            "| row | state | rules of the pack | actions | pages | tests |",
            "|---|---|---|---|---|---|",
            *map(_line, found),
            "",
        ]
    )


def _line(row: Row) -> str:
    state = "works" if row.works else f"open: {row.holding.chapter or 'nothing rests on it yet'}"
    rules = row.holding.held_by or ([str(row.holding.reason)] if row.holding.reason else [])
    cells = [
        row.address,
        state,
        _cell(rules),
        _cell(row.actions),
        _cell(row.pages),
        _cell(row.tests),
    ]
    return f"| {' | '.join(cells)} |"


def _cell(names: Iterable[object]) -> str:
    shown = [f"`{name}`" for name in names]
    more = f" and {len(shown) - MOST} more" if len(shown) > MOST else ""
    return "<br>".join(shown[:MOST]) + more


def main() -> int:
    """Write the page, or with `check` say whether the one that stands is current."""
    written = page(rows())
    if "check" in sys.argv:
        return 0 if TARGET.read_text(encoding="utf-8") == written else 1
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(written, encoding="utf-8")
    open_rows = [row.address for row in rows() if not row.works]
    sys.stdout.write(f"open: {' '.join(open_rows)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
