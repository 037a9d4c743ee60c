"""The protocol of a poll, as page and as file, in three languages."""

import io

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader
from tests.voting.builders import a_council, a_poll, answer, by, concluded

from shanyraq.minutes.queries import extract_of, minutes_of
from shanyraq.minutes.queries.parts import Document, Table
from shanyraq.platform.languages import LANGUAGES, Language
from shanyraq.sittings.models import Session
from shanyraq.voting.actions import close_poll
from shanyraq.voting.enums import Choice
from shanyraq.voting.models import Decision

pytestmark = pytest.mark.django_db


def closed_poll() -> Session:
    house = a_council(members=3)
    poll = a_poll(house, questions=2)
    answer(poll, house.members)
    return close_poll(occasion=by(house.clerk), poll=poll)


def tables(document: Document) -> list[Table]:
    return [b for part in document.sections for b in part.blocks if isinstance(b, Table)]


def text_at(name: str, *args: str) -> str:
    response = Client().get(reverse(name, args=args))
    assert response.status_code == 200
    return "\n".join(one.extract_text() for one in PdfReader(io.BytesIO(response.content)).pages)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_protocol_tells_questions_results_and_answers_by_name(language: Language) -> None:
    poll = closed_poll()
    document = minutes_of(poll, language)
    assert document.draft == ""
    answers = next(one for one in tables(document) if len(one.rows) == 3)
    assert len(answers.head) == 3
    assert "P1/1" in text_at("minutes:pdf", poll.public_id, language)


def test_the_words_are_those_of_the_language() -> None:
    poll = closed_poll()
    titles = [minutes_of(poll, language).lines[0] for language in ("kk", "ru", "en")]
    assert titles == [
        "№ 1 сауалнама",
        "Опрос № 1",
        "Poll No. 1",
    ]


def test_while_the_poll_is_open_the_protocol_is_a_draft_without_answers() -> None:
    house = a_council(members=3)
    poll = a_poll(house)
    answer(poll, house.members[:2], Choice.AGAINST)
    document = minutes_of(poll, "en")
    assert document.draft
    assert not any("Against" in one.head or len(one.head) == 2 for one in tables(document))
    concluded(house, poll)
    assert any("Against" in one.head for one in tables(minutes_of(poll, "en")))


def test_a_decision_by_poll_has_its_extract() -> None:
    closed_poll()
    decision = Decision.objects.earliest("pk")
    assert extract_of(decision, "en").lines[0] == "Decision by poll No. 1"
    assert "P1/1" in text_at("minutes:decision-pdf", decision.public_id, "ru")


def test_the_page_leads_back_to_the_poll(client: Client) -> None:
    poll = closed_poll()
    page = client.get(reverse("minutes:minutes", args=[poll.public_id]))
    assert reverse("voting:poll", args=[poll.public_id]) in page.content.decode()
