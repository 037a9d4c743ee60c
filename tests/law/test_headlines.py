"""Every rule can be told in a line in each language."""

import pytest

from shanyraq.law import Pack, find_pack, load_pack
from shanyraq.law.headlines import headline
from shanyraq.law.provisions import LANGUAGES, Language


def the_pack() -> Pack:
    return load_pack(find_pack("kz-assembly-2002"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_rule_shows_a_place_for_a_fact(language: Language) -> None:
    told = {rule.id: headline(rule, language) for rule in the_pack().book.rules}
    assert {name: text for name, text in told.items() if not text or "{" in text} == {}


def test_a_power_is_told_by_what_it_allows_and_a_chain_by_its_steps() -> None:
    rules = the_pack().rules
    assert headline(rules["convene_session"][0], "ru") == "Созвать сессию"
    assert headline(rules["appoint_deputy_chair"][0], "en").count(" → ") == 1
