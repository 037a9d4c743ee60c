"""Names that nobody bears."""

from itertools import islice

from shanyraq.demonstration.names import invented_name, invented_names

KAZAKH_LETTERS = set("әғқңөұүһі")


def test_the_names_differ_from_one_another_in_every_language() -> None:
    names = [name.full for name in islice(invented_names(), 600)]
    assert {
        len({getattr(name, language) for name in names}) for language in ("kk", "ru", "en")
    } == {600}


def test_every_kazakh_letter_occurs() -> None:
    text = "".join(name.full.kk for name in islice(invented_names(), 50)).lower()
    assert KAZAKH_LETTERS - set(text) == set()


def test_a_womans_family_name_takes_its_ending() -> None:
    first, second = invented_name(0), invented_name(50)
    assert (first.family.kk, first.family.ru, first.family.en) == (
        "Ақсағымова",
        "Аксагымова",
        "Aksagymova",
    )
    assert (second.family.kk, second.family.ru, second.family.en) == (
        "Ақсағымов",
        "Аксагымов",
        "Aksagymov",
    )
    assert invented_name(2).full.kk == "Арайтаңқызы Нино"
    assert invented_name(16).full.en == "Zarankovskaya Leila"
