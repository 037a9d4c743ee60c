"""No code knows which institution it serves: pages name rules, and the pack says the rest."""

import re
from pathlib import Path

import pytest

SOURCES = Path(__file__).parents[2] / "src" / "shanyraq"
TEMPLATES = [
    path
    for path in SOURCES.rglob("*.html")
    if "gallery" not in path.name and "locale" not in path.parts
]
#: A provision written by hand, unless the page first asks whether the charter has it.
LITERAL = re.compile(r"""(?<!\|in_charter %\}\{% )clause_chip "[A-Z]+\d*[.\w]*\"""")
#: The first pack is named once, as what an installation lives under that was told nothing.
NAMED = {SOURCES / "site" / "home.py", SOURCES / "law" / "headlines.py"}


def test_no_page_names_a_clause_of_one_charter() -> None:
    found = [
        f"{path.relative_to(SOURCES)}: {literal}"
        for path in TEMPLATES
        for literal in LITERAL.findall(path.read_text(encoding="utf-8"))
    ]
    assert TEMPLATES
    assert found == []


@pytest.mark.parametrize("name", ["kz-assembly-2002", "model-council", "Assembly of the People"])
def test_no_code_names_an_institution_or_its_pack(name: str) -> None:
    paths = [*SOURCES.rglob("*.py"), *TEMPLATES]
    assert [
        path.relative_to(SOURCES).as_posix()
        for path in paths
        if path not in NAMED and name in path.read_text(encoding="utf-8")
    ] == []
