"""The charter's words in sentences and labels, in the language of whoever reads."""

import pytest
from django.utils import translation

from shanyraq.charter.queries import charter_pack, word_of_charter
from shanyraq.law.kinds import PowerRule
from shanyraq.platform.languages import LANGUAGES, Language
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.words import Word, called, filled, worded


class NotYet(Refusal):
    message = "{council:first} has not proposed {person} to {president}."
    remedy = "{president:first} waits."


def the_word(name: str, language: Language = "en") -> str:
    return charter_pack().words[name].spoken(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_takes_the_charters_words_when_it_is_read(language: Language) -> None:
    sentence = worded("{council:first} – {president}")
    with translation.override(language):
        council, president = (the_word(name, language) for name in ("council", "president"))
        assert str(sentence) == f"{Word(council).capital} – {president}"


def test_a_fact_goes_before_a_word_of_the_same_name() -> None:
    with translation.override("en"):
        assert filled("{president}, {on}", {"president": "Asan", "on": "today"}) == "Asan, today"


def test_a_place_that_nobody_names_is_a_defect() -> None:
    with pytest.raises(KeyError, match="king"):
        filled("{king}", {})


def test_a_refusal_speaks_the_charters_words_beside_its_facts() -> None:
    with translation.override("en"):
        refusal = NotYet(person="Asan")
        council, president = Word(the_word("council")).capital, the_word("president")
        assert refusal.sentence == f"{council} has not proposed Asan to {president}."
        assert refusal.remedy_sentence == f"{Word(president).capital} waits."


def test_a_label_is_the_charters_word_with_a_capital() -> None:
    with translation.override("ru"):
        assert str(called("akim", "Head")) == Word(the_word("akim", "ru")).capital


def test_an_english_label_has_no_article() -> None:
    with translation.override("en"):
        assert the_word("chair").startswith("the Chair")
        assert str(called("chair", "Head")).startswith("Chair")


def test_a_label_is_neutral_where_the_charter_has_no_word() -> None:
    with translation.override("en"):
        assert str(called("king", "Head")) == "Head"


def test_a_label_is_neutral_where_no_language_is_active() -> None:
    with translation.override(None):
        assert str(called("akim", "Head")) == "Head"


def test_a_power_is_called_by_what_it_does() -> None:
    power = charter_pack().rules_called("convene_session")[0]
    assert isinstance(power, PowerRule)
    assert word_of_charter("convene_session", "en") == power.does.spoken("en")
    assert word_of_charter("session_quorum", "en") is None
