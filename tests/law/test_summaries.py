"""Every provision has a summary of our own in three languages, dated and labelled."""

import os
import re
from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from shanyraq.law.loading import load_pack
from shanyraq.law.provisions import LANGUAGES, excerpt, packs_folder, provision_of
from shanyraq.law.statute import read_statute
from shanyraq.law.summaries import SummaryBook, Validity, summaries_of

PACK = "kz-assembly-2002"
COMMON_WORDS = 7
"""So many words in a row in common with the official text would be a copy."""


def a_validity(*, status: str, summary: str) -> Validity:
    data = {"from": "2002-04-26", "to": "2011-09-07", "status": status, "summary": summary}
    return Validity.model_validate(data)


def all_texts(language: str) -> dict[str, str]:
    book = summaries_of(PACK).book(language)
    return {address: periods[-1].summary for address, periods in book.summaries.items()}


def runs_of_words(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + COMMON_WORDS]) for i in range(len(words) - COMMON_WORDS + 1)}


def test_the_three_languages_have_the_same_addresses_titles_and_periods() -> None:
    shapes = [
        (
            list(book.titles),
            {a: [(p.from_, p.to, p.status) for p in each] for a, each in book.summaries.items()},
        )
        for book in map(summaries_of(PACK).book, LANGUAGES)
    ]
    assert shapes[0] == shapes[1] == shapes[2]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_kazakh_and_russian_are_written_in_cyrillic(language: str) -> None:
    latin = re.compile(r"[a-zA-Z]")
    assert [a for a, text in all_texts(language).items() if latin.search(text)] == []


def test_no_summary_repeats_that_of_another_language() -> None:
    texts = [all_texts(language) for language in LANGUAGES]
    same = [a for a in texts[0] if len({text[a] for text in texts}) < len(LANGUAGES)]
    assert same == []


def test_a_summary_never_copies_the_official_text() -> None:
    path = os.environ.get("SHANYRAQ_STATUTE")
    if not path:
        pytest.skip("SHANYRAQ_STATUTE does not name the official text: NOT compared with it")
    statute = read_statute(Path(path).read_text(encoding="utf-8"), "kk")
    official = set().union(*(runs_of_words(passage.wording) for passage in statute.passages))
    summaries = all_texts("kk").items()
    copied = {a: runs_of_words(text) & official for a, text in summaries}
    assert {a: runs for a, runs in copied.items() if runs} == {}


def test_each_book_says_that_its_texts_are_not_the_law() -> None:
    books = [summaries_of(PACK).book(language) for language in LANGUAGES]
    assert [book.label for book in books] == ["Қысқаша түсіндірме", "Краткое пояснение", "Summary"]
    assert all(book.notice for book in books)


def test_a_wording_is_known_from_the_day_the_pack_says() -> None:
    pack = load_pack(packs_folder() / PACK)
    summaries = summaries_of(PACK).book("en").summaries.items()
    starts = {a: each[-1].from_ for a, each in summaries if provision_of(a) in pack.head.clauses}
    assert starts == {a: pack.known_from(provision_of(a)) for a in starts}


def test_before_the_wording_is_at_hand_there_is_no_summary() -> None:
    book = summaries_of(PACK).book("en")
    before, after = date(2007, 7, 25), date(2007, 7, 26)
    assert (book.summary("R8.3a", before), bool(book.summary("R8.3a", after))) == ("", True)


def test_after_the_repeal_nothing_is_valid() -> None:
    book = summaries_of(PACK).book("kk")
    assert book.validity("R8", date(2011, 9, 7)) is None
    assert book.validity("R8", date(2011, 9, 6)) is not None


def test_a_summary_of_an_unknown_wording_is_refused() -> None:
    assert a_validity(status="known", summary="So it is.").summary == "So it is."
    with pytest.raises(ValidationError):
        a_validity(status="unknown", summary="So it may be.")


def test_a_book_with_an_unknown_key_is_refused() -> None:
    with pytest.raises(ValidationError):
        SummaryBook.model_validate({"schema": "charter-summaries/1", "colour": "gold"})


def test_an_excerpt_is_the_sentence_item_or_part_of_its_address() -> None:
    wording = "Бір. Екі. Үш.\n\nТізім:\nа;\nә.\n\nҚұқық: сөз; ой."
    found = [excerpt(wording, address) for address in ("R8.1b", "R8.2a", "R5")]
    assert found == ["Екі.", "Тізім:\nа;\nә.", wording]
    assert excerpt("20: сөйлеу; ойлау; кету.", "R20.2") == "ойлау"
