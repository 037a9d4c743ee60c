from datetime import date
from string import Formatter

import pytest
from tests.law.builders import DAY, the_law, the_pack

from shanyraq.law import all_of, tell_tree
from shanyraq.law.grammar import NO_BREAK
from shanyraq.law.kinds import DutyRule, PowerRule, RightRule
from shanyraq.law.phrases import PHRASES
from shanyraq.law.provisions import LANGUAGES, Language

FIFTY_OF_SEVENTY_SIX = {
    "kk": (
        "Қабылданбады. Кеңестің 76 мүшесінің 50-і жақтап дауыс берді. "
        "Қажеті: кемінде үштен екісі, яғни 51 (3 × 50 = 150 < 2 × 76 = 152). "
        "Ереже, 9-тармақ, 2-абзац. "
        "2007 ж. 26 шілдеден бері қолданыстағы мәтін, № 370 Жарлық. A13, A40 оқылымдары."
    ),
    "ru": (
        "Не принято. Из 76 членов Совета за проголосовали 50. "
        "Нужно: не менее двух третей, то есть 51 (3 × 50 = 150 < 2 × 76 = 152). "
        "Положение, пункт 9, абзац 2. "
        "Текст действует с 26 июля 2007 г., Указ № 370. Прочтения A13, A40."
    ),
    "en": (
        "Not adopted. 50 of the 76 members of the Council voted for. "
        "Needed: at least two thirds, that is 51 (3 × 50 = 150 < 2 × 76 = 152). "
        "Regulation, clause 9, para 2. "
        "Wording in force since 26 July 2007, Decree No. 370. Readings A13, A40."
    ),
}


@pytest.mark.parametrize(("language", "text"), FIFTY_OF_SEVENTY_SIX.items())
def test_fifty_of_seventy_six_is_told_whole(language: Language, text: str) -> None:
    verdict = the_law().check("council_decision", {"members": 76, "for": 50})
    assert verdict.sentence(language).replace(NO_BREAK, " ") == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_is_told_in_every_state_without_a_gap(language: Language) -> None:
    for on in (date(2001, 1, 1), date(2003, 1, 1), DAY, date(2012, 1, 16)):
        law = the_law(on=on)
        for rule in the_pack().book.rules:
            holds = isinstance(rule, PowerRule | RightRule | DutyRule)
            verdict = law.can(rule.id, {"member"}) if holds else law.check(rule.id, {})
            sentence = verdict.sentence(language)
            assert sentence.endswith(".")
            assert [gap for gap in ("{", "}", "None", "..", "  ") if gap in sentence] == []


def test_the_three_languages_have_the_same_phrases_with_the_same_places() -> None:
    assert set(PHRASES["kk"]) == set(PHRASES["ru"]) == set(PHRASES["en"])
    for phrase in PHRASES["en"]:
        fields = {
            language: {field for _, field, _, _ in Formatter().parse(phrases[phrase]) if field}
            for language, phrases in PHRASES.items()
        }
        typographic = {"nbsp"}
        assert len({frozenset(names - typographic) for names in fields.values()}) == 1, phrase


def test_what_is_not_at_hand_is_told_with_the_day_from_which_it_is() -> None:
    sentence = the_law(on=date(2003, 1, 1)).check("session_quorum", {}).sentence("en")
    assert sentence.replace(NO_BREAK, " ") == (
        "Regulation, clause 8, para 3: the wording of 1 January 2003 is not at hand; "
        "it is known from 26 July 2007. Reading A1."
    )


def test_after_the_repeal_the_repealing_act_is_told() -> None:
    sentence = the_law(on=date(2012, 1, 16)).check("session_quorum", {}).sentence("ru")
    assert sentence.replace(NO_BREAK, " ") == (
        "16 января 2012 г. ни одна норма не действует: Указ № 149 отменил их 7 сентября 2011 г."
    )


def test_a_wording_without_a_note_names_no_act() -> None:
    telling = the_law().check("legal_effect", {"decision": "other"}).tell("en")
    assert telling.wording.replace(NO_BREAK, " ") == "Wording known since 26 July 2007"


def test_a_warning_says_that_it_is_one() -> None:
    law = the_law()
    warned = law.check("council_meeting_presence", {"members": 76, "present": 37})
    fine = law.check("council_meeting_presence", {"members": 76, "present": 38})
    assert "warning only" in warned.sentence("en")
    assert "warning" not in fine.sentence("en")


def test_a_composed_answer_counts_its_conditions_and_tells_the_one_that_fails() -> None:
    law = the_law()
    conditions = [
        law.check("session_quorum", {"members": 400, "present": 266}),
        law.can("open_session", {"chair"}),
    ]
    verdict = all_of("open", conditions, on=DAY)
    assert verdict.sentence("en").startswith("Conditions met: 1 of 2. The Session is not lawful.")
    assert [depth for depth, _ in tell_tree(verdict, "en")] == [0, 1, 1]


def test_a_telling_gives_each_part_for_a_page_to_set() -> None:
    telling = the_law().check("session_quorum", {"members": 400, "present": 267}).tell("en")
    assert telling.conclusion == "The Session is lawful"
    assert telling.reason == "267 of the 400 members take part"
    assert telling.requirement == "Needed: at least two thirds, that is 267"
    assert telling.working == "3 × 267 = 801 ≥ 2 × 400 = 800"
    assert telling.citation == "Regulation, clause 8, para 3"
