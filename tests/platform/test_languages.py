"""Languages: the order of names, dates with their endings, fonts that hold every letter."""

import datetime as dt
import struct
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation
from django.utils.formats import date_format, get_format
from hypothesis import given
from hypothesis import strategies as st

from shanyraq.platform import languages
from shanyraq.platform.languages import (
    ALPHABET,
    NO_BREAK,
    day,
    fold,
    localized,
    moment,
    numbered,
    roman,
    sort_key,
    whole,
)

FONTS = Path(languages.__file__).parent / "fonts"
KAZAKH_ONLY = "әғқңөұүһіӘҒҚҢӨҰҮҺІ"
names = st.text(st.sampled_from(ALPHABET + ALPHABET.upper() + " -abcXYZ01"), max_size=12)


@dataclass
class Titled:
    title_kk: str = ""
    title_ru: str = ""
    title_en: str = ""


def letters_of(path: Path) -> set[str]:
    """Characters of a TrueType font, read from its Unicode table of format 4."""
    data = path.read_bytes()
    tables = {
        data[place : place + 4]: struct.unpack(">II", data[place + 8 : place + 16])
        for place in range(12, 12 + 16 * struct.unpack(">H", data[4:6])[0], 16)
    }
    start = tables[b"cmap"][0]
    count = struct.unpack(">H", data[start + 2 : start + 4])[0]
    offsets = [
        start + struct.unpack(">I", data[start + 8 + 8 * one : start + 12 + 8 * one])[0]
        for one in range(count)
    ]
    table = next(one for one in offsets if data[one : one + 2] == b"\x00\x04")
    size = struct.unpack(">H", data[table + 6 : table + 8])[0]
    ends = struct.unpack(f">{size // 2}H", data[table + 14 : table + 14 + size])
    starts = struct.unpack(f">{size // 2}H", data[table + 16 + size : table + 16 + 2 * size])
    return {
        chr(code)
        for first, last in zip(starts, ends, strict=True)
        for code in range(first, last + 1)
    }


def test_the_alphabet_has_forty_two_letters_in_its_order() -> None:
    assert len(ALPHABET) == len(set(ALPHABET)) == 42
    assert sorted(ALPHABET, key=sort_key) == list(ALPHABET)


def test_names_stand_as_a_kazakh_dictionary_has_them() -> None:
    right = [
        "Zeno",
        "Абай",
        "Абай Асан",
        "Абайлы",
        "Әли",
        "Ғани",
        "Қайрат",
        "Ұлан",
        "Үміт",
        "Ыбырай",
        "Ілияс",
    ]
    assert sorted(right, key=sort_key) == right


@given(names, names)
def test_the_order_is_total_over_what_is_searched(one: str, other: str) -> None:
    same = one.casefold().split() == other.casefold().split()
    assert (sort_key(one) == sort_key(other)) == same


@given(st.text(max_size=20))
def test_a_key_is_plain_and_stable(text: str) -> None:
    key = sort_key(text)
    assert key == sort_key(text.upper().lower().upper()) or not text.isascii()
    assert set(key) <= set("0123456789abcdefghijklmnopqrstuvwxyz")


@given(names, names, names)
def test_the_order_follows_the_first_letter_that_differs(start: str, one: str, other: str) -> None:
    low, high = f"{start}а{one}", f"{start}я{other}"
    assert sort_key(low) < sort_key(high)


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("month", "endings"),
    [
        (1, "қаңтардан қаңтарға қаңтарда қаңтардың қаңтардағы"),
        (2, "ақпаннан ақпанға ақпанда ақпанның ақпандағы"),
        (3, "наурыздан наурызға наурызда наурыздың наурыздағы"),
        (4, "сәуірден сәуірге сәуірде сәуірдің сәуірдегі"),
        (5, "мамырдан мамырға мамырда мамырдың мамырдағы"),
        (6, "маусымнан маусымға маусымда маусымның маусымдағы"),
        (7, "шілдеден шілдеге шілдеде шілденің шілдедегі"),
        (8, "тамыздан тамызға тамызда тамыздың тамыздағы"),
        (9, "қыркүйектен қыркүйекке қыркүйекте қыркүйектің қыркүйектегі"),
        (10, "қазаннан қазанға қазанда қазанның қазандағы"),
        (11, "қарашадан қарашаға қарашада қарашаның қарашадағы"),
        (12, "желтоқсаннан желтоқсанға желтоқсанда желтоқсанның желтоқсандағы"),
    ],
)
def test_kazakh_months_take_their_endings(month: int, endings: str) -> None:
    cases: tuple[languages.Case, ...] = ("from", "to", "on", "of", "as of")
    said = [day(dt.date(2008, month, 1), case, "kk").split(NO_BREAK)[-1] for case in cases]
    assert said == endings.split()


def test_a_date_is_written_as_each_language_writes_it() -> None:
    on = dt.date(2008, 9, 15)
    assert day(on, language="kk") == "2008\u00a0ж.\u00a015\u00a0қыркүйек"
    assert day(on, "from", "ru") == "15\u00a0сентября\u00a02008\u00a0г."
    assert day(on, language="en") == "15\u00a0September\u00a02008"


def test_a_moment_is_told_where_the_institution_is() -> None:
    at = dt.datetime(2008, 9, 15, 20, 42, tzinfo=dt.UTC)
    with translation.override("en"):
        assert moment(at) == f"{day(dt.date(2008, 9, 16))}, 02:42"
    assert languages.clock(at.astimezone(ZoneInfo("Asia/Tokyo"))) == "02:42"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "0-дің"), (1, "1-дің"), (2, "2-нің"), (3, "3-тің"), (6, "6-ның"), (9, "9-дың"),
        (10, "10-ның"), (20, "20-ның"), (40, "40-тың"), (50, "50-дің"), (80, "80-нің"),
        (90, "90-ның"), (100, "100-дің"), (400, "400-дің"), (1000, "1\u00a0000-ның"),
        (10_000, "10\u00a0000-ның"), (1_000_000, "1\u00a0000\u00a0000-ның"),
    ],
)  # fmt: skip
def test_numbers_take_the_ending_of_their_last_word(number: int, said: str) -> None:
    assert numbered(number, "of", "kk") == said


def test_whole_numbers_are_parted_by_thousands() -> None:
    assert whole(18204, "kk") == whole(18204, "ru") == "18\u00a0204"
    assert whole(18204, "en") == "18,204"


@given(st.integers(1, 3999))
def test_roman_numbers_grow_by_their_letters(number: int) -> None:
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    digits = [values[one] for one in roman(number)]
    following = [*digits[1:], 0]
    assert sum(-a if a < b else a for a, b in zip(digits, following, strict=True)) == number


def test_content_is_told_in_the_readers_language_or_says_in_which() -> None:
    whole_title = Titled("Сессия", "Сессия (ru)", "Session")
    with translation.override("en"):
        assert localized(whole_title, "title") == "Session"
        assert localized(Titled(title_ru="Сессия"), "title") == "Сессия (на русском)"
        assert localized(Titled(), "title") == ""


def test_the_kazakh_week_starts_on_monday() -> None:
    with translation.override("kk"):
        assert get_format("FIRST_DAY_OF_WEEK") == 1
        assert date_format(dt.date(2008, 9, 15), "SHORT_DATE_FORMAT") == "15.09.2008"


@pytest.mark.parametrize("font", ["GolosText-Regular.ttf", "GolosText-Bold.ttf"])
def test_the_fonts_of_documents_hold_every_kazakh_letter(font: str) -> None:
    assert set(KAZAKH_ONLY + ALPHABET + ALPHABET.upper() + "№—–«»") <= letters_of(FONTS / font)
