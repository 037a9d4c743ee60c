"""The page and the files of minutes."""

import io
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader
from tests.desks.builders import reading
from tests.minutes.builders import LETTERS, announced, closed, prepared

from shanyraq.platform.languages import LANGUAGES, Language

pytestmark = pytest.mark.django_db


def pdf_at(name: str, public_id: str, language: str) -> PdfReader:
    answer = Client().get(reverse(name, args=[public_id, language]))
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    return PdfReader(io.BytesIO(answer.content))


def text_of(reader: PdfReader) -> str:
    return "\n".join(page.extract_text() for page in reader.pages)


def fonts_of(reader: PdfReader) -> Iterator[Any]:
    for page in reader.pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            yield font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_is_tagged_and_says_its_language(language: Language) -> None:
    reader = pdf_at("minutes:pdf", closed().session.public_id, language)
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == language
    assert b"pdfaid:part" in reader.xmp_metadata.stream.get_data()  # type: ignore[union-attr] # PDF/A carries it


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_font_is_embedded(language: Language) -> None:
    reader = pdf_at("minutes:pdf", closed().session.public_id, language)
    descriptors = [one.get_object() for one in fonts_of(reader)]
    assert descriptors
    assert all("/FontFile2" in one and "GolosText" in one["/FontName"] for one in descriptors)


def test_every_kazakh_letter_can_be_read_out_of_the_file() -> None:
    text = text_of(pdf_at("minutes:pdf", closed().session.public_id, "kk"))
    assert set(LETTERS.split()) - set(text) == set()


@pytest.mark.parametrize(
    ("language", "word"), [("kk", "Хаттама"), ("ru", "Протокол"), ("en", "Minutes")]
)
def test_each_language_has_its_file(language: Language, word: str) -> None:
    assert text_of(pdf_at("minutes:pdf", closed().session.public_id, language)).startswith(word)


def test_a_draft_says_so_on_every_page() -> None:
    reader = pdf_at("minutes:pdf", announced().session.public_id, "en")
    assert all("DRAFT" in page.extract_text() for page in reader.pages)


def test_a_closed_session_has_no_draft() -> None:
    assert "DRAFT" not in text_of(pdf_at("minutes:pdf", closed().session.public_id, "en"))


def test_an_extract_is_a_file_of_its_own() -> None:
    text = text_of(pdf_at("minutes:decision-pdf", closed().decision.public_id, "ru"))
    assert "Выписка из протокола" in text
    assert "Решение № 15/1" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_the_same_as_the_file(language: Language) -> None:
    page = reading(language).get(reverse("minutes:minutes", args=[closed().session.public_id]))
    assert page.status_code == 200
    said = {"kk": "15/1 шешім", "ru": "Решение № 15/1", "en": "Decision No. 15/1"}
    assert said[language] in page.content.decode()
    assert "/en.pdf" in page.content.decode()


def test_the_page_links_each_answer_of_the_law() -> None:
    held = closed()
    page = reading("en").get(reverse("minutes:minutes", args=[held.session.public_id]))
    result = held.decision.vote.result
    assert result is not None
    assert reverse("charter:verdict", args=[result.public_id]) in page.content.decode()


def test_a_session_that_nobody_convened_has_no_public_minutes() -> None:
    session = prepared().session
    assert Client().get(reverse("minutes:minutes", args=[session.public_id])).status_code == 404
    assert Client().get(reverse("minutes:pdf", args=[session.public_id, "kk"])).status_code == 404


def test_an_unknown_language_is_not_found() -> None:
    session = announced().session
    assert Client().get(reverse("minutes:pdf", args=[session.public_id, "de"])).status_code == 404


def test_an_unknown_decision_is_not_found() -> None:
    address = reverse("minutes:decision-pdf", args=["nosuchone123", "kk"])
    assert Client().get(address).status_code == 404
