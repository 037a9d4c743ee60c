"""The law's tags on any page."""

import datetime as dt

import pytest
from django.template import Context, Template
from django.utils.translation import override

from shanyraq.charter.models import StoredVerdict
from shanyraq.charter.queries import ask

pytestmark = pytest.mark.django_db

DAY = dt.date(2008, 9, 15)


def drawn(tags: str, *, language: str = "en", **context: object) -> str:
    with override(language):
        return Template("{% load charter %}" + tags).render(Context(context))


def a_verdict() -> StoredVerdict:
    facts = {"members": 400, "present": 312}
    return StoredVerdict.objects.keep(ask("session_quorum", on=DAY, facts=facts))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", "Ереже, 8-тармақ, 3-абзац"),
        ("ru", "Положение, пункт 8, абзац 3"),
        ("en", "Regulation, clause 8, para 3"),
    ],
)
def test_a_clause_is_named_in_words_and_leads_to_its_paragraph(language: str, words: str) -> None:
    chip = drawn('{% clause_chip "R8.3a" %}', language=language)
    assert chip == f'<a class="clause" href="/law/r8/#r8.3a">{words}</a>'


def test_a_clause_may_be_shown_as_of_a_day_and_none_shows_nothing() -> None:
    assert "/law/r8/?on=2008-09-15#r8.3a" in drawn('{% clause_chip "R8.3a" on %}', on=DAY)
    assert drawn('{% clause_chip "" %}') == ""


def test_a_reading_leads_to_its_question() -> None:
    assert 'href="/law/readings/#A7"' in drawn('{% reading_chip "A7" %}')


def test_a_stored_verdict_is_told_and_drawn_as_a_tree() -> None:
    stored = a_verdict()
    sentence = drawn("{% verdict_sentence verdict %}", verdict=stored)
    assert sentence.startswith("The Session is lawful.")
    tree = drawn("{% verdict_tree verdict %}", verdict=stored)
    assert "3 × 312 = 936 ≥ 2 × 400 = 800" in tree


def test_addresses_rules_and_verdicts_are_put_into_words() -> None:
    assert drawn('{{ "R3"|spoken }}') == "Regulation, clause 3"
    assert drawn('{{ "R8.3a"|part_words }}') == "para 3"
    line = drawn("{{ verdict|verdict_line }}", verdict=a_verdict())
    assert line == "The Session is lawful: at least two thirds"
