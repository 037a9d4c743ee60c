"""Addresses are spoken as people speak them, in each language, from the pack's own words."""

import pytest

from shanyraq.law import provisions
from shanyraq.law.provisions import Place, address_words, place_of, provision_of, sort_key

SPOKEN = {
    "R8.3a": "Ереже, 8-тармақ, 3-абзац|Положение, пункт 8, абзац 3|Regulation, clause 8, para 3",
    "R3": "Ереже, 3-тармақ|Положение, пункт 3|Regulation, clause 3",
    "R7.4": "Ереже, 7-тармақ, 2-абзац|Положение, пункт 7, абзац 2|Regulation, clause 7, para 2",
    "R6.3": "Ереже, 6-тармақ, 3-бағыт|Положение, пункт 6, направление 3"
    "|Regulation, clause 6, direction 3",
    "D.4": "Жарлық, 4-тармақ|Указ, пункт 4|Decree, clause 4",
    "N.11b": "11-ескерту|сноска 11|note 11",
    "S4.3.D2": "Стратегия, 4.3-бөлім, 4-бағыт, 2-шара"
    "|Стратегия, раздел 4.3, направление 4, мера 2|Strategy, section 4.3, direction 4, measure 2",
}


@pytest.mark.parametrize("address", SPOKEN)
def test_an_address_is_spoken_in_each_language(address: str) -> None:
    spoken = [address_words(address, language) for language in provisions.LANGUAGES]
    assert "|".join(spoken) == SPOKEN[address]


def test_an_unknown_address_is_returned_as_it_is() -> None:
    assert address_words("X9", "kk") == "X9"


def test_an_address_leads_to_the_page_of_its_provision() -> None:
    found = [provision_of(address) for address in ("R12.0", "D.T", "N.3", "S5.2a", "CH5.title")]
    assert found == ["R12", "D", "D", "S5", "R0"]


def test_a_place_is_a_paragraph_and_what_lies_in_it() -> None:
    assert place_of("R8.3a") == Place(3, "s", 1)
    assert place_of("R16.2") == Place(2)
    assert place_of("S4") is None


def test_addresses_stand_in_the_order_of_the_text() -> None:
    addresses = ["R10.1", "S1", "R9.3b", "N.2", "D.1", "R9.3a"]
    assert sorted(addresses, key=sort_key) == ["D.1", "N.2", "S1", "R9.3a", "R9.3b", "R10.1"]
