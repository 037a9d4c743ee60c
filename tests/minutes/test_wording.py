"""Three tables of sentences that say the same."""

import datetime as dt
from string import Formatter

import pytest

from shanyraq.minutes.queries.wording import WORDING, Fact, Words
from shanyraq.platform.languages import NO_BREAK, Language


def names_in(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_tables_have_the_same_sentences_with_the_same_facts(language: Language) -> None:
    own = {key: names_in(sentence) for key, sentence in WORDING[language].items()}
    assert own == {key: names_in(sentence) for key, sentence in WORDING["en"].items()}


def test_a_day_takes_its_ending_in_kazakh() -> None:
    said = Words("kk")("convened_by_act", day=dt.date(2008, 4, 28), number="12", name="Ковылёва А.")
    assert said.replace(NO_BREAK, " ") == (
        "Сессия Төрағаның 2008 ж. 28 сәуірдегі № 12 актісімен шақырылды. "
        "Актіні журналға жұмыс органы енгізді (Ковылёва А.)."
    )


def test_the_same_sentence_in_russian_and_english() -> None:
    facts: dict[str, Fact] = {"day": dt.date(2008, 4, 28), "number": "12", "name": "Ковылёва А."}
    assert Words("ru")("convened_by_act", **facts).replace(NO_BREAK, " ") == (
        "Сессия созвана актом Председателя от 28 апреля 2008 г. № 12. "
        "Акт внёс в журнал рабочий орган (Ковылёва А.)."
    )
    assert Words("en")("convened_by_act", **facts).replace(NO_BREAK, " ") == (
        "The Session was convened by the act of the Chair No. 12 of "
        "28 April 2008. The Working Organ (Ковылёва А.) entered the act in the journal."
    )


def test_numbers_have_their_thousands_apart() -> None:
    assert Words("ru")("needed_at_least", count=18204).replace(NO_BREAK, " ") == "не менее 18 204"
    assert Words("en")("needed_at_least", count=18204) == "at least 18,204"
