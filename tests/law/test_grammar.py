from datetime import date

import pytest

from shanyraq.law.grammar import NO_BREAK, SpokenDay, SpokenNumber, possessive_ending, spoken_span
from shanyraq.law.provisions import Language
from shanyraq.law.spans import Span

ENDINGS = {
    0: "і", 1: "і", 2: "сі", 3: "і", 4: "і", 5: "і", 6: "сы", 7: "сі", 8: "і", 9: "ы",
    10: "ы", 20: "сы", 30: "ы", 40: "ы", 50: "і", 60: "ы", 70: "і", 80: "і", 90: "ы",
    100: "і", 110: "ы", 200: "і", 241: "і", 266: "сы", 1000: "ы", 2020: "сы",
}  # fmt: skip


@pytest.mark.parametrize(("number", "ending"), ENDINGS.items())
def test_kazakh_numbers_take_the_ending_of_their_last_word(number: int, ending: str) -> None:
    assert possessive_ending(number) == ending


@pytest.mark.parametrize(
    ("number", "word"),
    [(1, "члена"), (11, "членов"), (21, "члена"), (111, "членов"), (5, "членов")],
)
def test_russian_words_follow_the_number(number: int, word: str) -> None:
    assert f"{SpokenNumber(number, 'ru'):члена|членов}" == word


@pytest.mark.parametrize(("number", "word"), [(1, "member"), (21, "members"), (0, "members")])
def test_english_words_follow_the_number(number: int, word: str) -> None:
    assert f"{SpokenNumber(number, 'en'):member|members}" == word


@pytest.mark.parametrize(
    ("month", "forms"),
    [
        (3, ("наурыз", "наурызда", "наурыздан", "наурызға", "наурыздағы")),
        (4, ("сәуір", "сәуірде", "сәуірден", "сәуірге", "сәуірдегі")),
        (9, ("қыркүйек", "қыркүйекте", "қыркүйектен", "қыркүйекке", "қыркүйектегі")),
        (12, ("желтоқсан", "желтоқсанда", "желтоқсаннан", "желтоқсанға", "желтоқсандағы")),
    ],
)
def test_kazakh_days_take_their_case_on_the_month(month: int, forms: tuple[str, ...]) -> None:
    day = SpokenDay(date(2008, month, 1), "kk")
    spoken = tuple(
        format(day, case).split(NO_BREAK)[-1] for case in ("", "loc", "abl", "dat", "attr")
    )
    assert spoken == forms


@pytest.mark.parametrize(
    ("language", "spoken"),
    [("kk", "1 ай 5 күн"), ("ru", "1 месяц 5 дней"), ("en", "1 month 5 days")],
)
def test_spans_are_spoken(language: Language, spoken: str) -> None:
    assert spoken_span(Span(1, 5), language) == spoken
