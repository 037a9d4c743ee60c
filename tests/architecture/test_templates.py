"""Templates: each can be parsed, none needs what the content security policy forbids."""

import re
from pathlib import Path

import pytest
from django.template import Context, Template
from django.template.loader import get_template
from django.test import Client

import shanyraq

ROOT = Path(shanyraq.__file__).parent
TEMPLATES = sorted(
    path
    for folder in ROOT.glob("*/templates")
    for path in folder.rglob("*")
    if path.suffix in {".html", ".txt"}
)
STYLES = sorted(ROOT.glob("*/static/**/*.css"))
FORBIDDEN = {
    "an inline style": re.compile(r"<[^>]+\sstyle=|<style\b", re.IGNORECASE),
    "an inline script": re.compile(r"<script\b(?![^>]*\ssrc=)", re.IGNORECASE),
    "a handler in an attribute": re.compile(r"<[^>]+\son[a-z]+=", re.IGNORECASE),
    "an address elsewhere": re.compile(
        r"(?:src|href)=[\"']https?://(?!www\.w3\.org)", re.IGNORECASE
    ),
}
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)|\brgba?\(")


def name_of(path: Path) -> str:
    return path.as_posix().partition("/templates/")[2]


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_a_template_can_be_parsed(path: Path) -> None:
    get_template(name_of(path))


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_a_template_holds_nothing_that_the_policy_forbids(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [what for what, pattern in FORBIDDEN.items() if pattern.search(text)] == []


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_colours_are_written_among_the_tokens_only(path: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert path.name == "tokens.css" or COLOUR.findall(text) == []


def test_an_undefined_variable_fails() -> None:
    with pytest.raises(AssertionError, match="nowhere"):
        Template("{{ nowhere }}").render(Context())


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_gallery_shows_every_component_in_every_language(client: Client, language: str) -> None:
    client.cookies["django_language"] = language
    page = client.get("/gallery/", headers={"host": "localhost"})
    assert page.status_code == 200
    assert f'<html lang="{language}">' in page.content.decode()
