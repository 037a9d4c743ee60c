"""Kazakh, Russian and English: texts of content, dates, numbers and the order of names."""

import unicodedata
from datetime import date, datetime
from typing import Literal

from django.utils.timezone import localtime
from django.utils.translation import get_language

Language = Literal["kk", "ru", "en"]
LANGUAGES: tuple[Language, ...] = ("kk", "ru", "en")
Case = Literal["", "from", "to", "on", "of", "as of"]

NO_BREAK = "\u00a0"

MONTHS: dict[Language, tuple[str, ...]] = {
    "kk": (
        "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым",
        "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан",
    ),
    "ru": (
        "января", "февраля", "марта", "апреля", "мая", "июня",
        "июля", "августа", "сентября", "октября", "ноября", "декабря",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
_MONTHS_ALONE: dict[Language, tuple[str, ...]] = {
    **MONTHS,
    "ru": (
        "январь", "февраль", "март", "апрель", "май", "июнь",
        "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
    ),
}  # fmt: skip
_WEEKDAYS: dict[Language, tuple[str, ...]] = {
    "kk": ("дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі", "жексенбі"),
    "ru": ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_LANGUAGE_NAMES: dict[Language, str] = {"kk": "қазақша", "ru": "на русском", "en": "in English"}

# Endings of a Kazakh noun by its last sound (vowel, nasal, other voiced, voiceless), each with a
# back and a front vowel.
_ENDINGS: dict[str, tuple[str, str, str, str, str, str, str, str]] = {
    "from": ("дан", "ден", "нан", "нен", "дан", "ден", "тан", "тен"),
    "to": ("ға", "ге", "ға", "ге", "ға", "ге", "қа", "ке"),
    "on": ("да", "де", "да", "де", "да", "де", "та", "те"),
    "of": ("ның", "нің", "ның", "нің", "дың", "дің", "тың", "тің"),
    "as of": ("дағы", "дегі", "дағы", "дегі", "дағы", "дегі", "тағы", "тегі"),
    "its": ("сы", "сі", "ы", "і", "ы", "і", "ы", "і"),
}
_VOWELS, _NASALS, _VOICELESS = "аәеёоөұүыіэюя", "мнң", "пфкқтсшщчцхһбвгғд"
_FRONT = "әеөүі"  # у and и take the side of the vowel before them
_BACK = "аоұыя"

_ONES = ("нөл", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз")
_TENS = ("", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан")
_POWERS = ((6, "миллион"), (3, "мың"), (2, "жүз"))

# Every letter becomes two characters out of 0-9 and a-z: such keys stand in the same order under
# any collation of any database.
ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
_DIGITS, _LATIN = "0123456789", "abcdefghijklmnopqrstuvwxyz"
_CODES = (
    {" ": "00", "-": "01"}
    | {sign: "1" + sign for sign in _DIGITS}
    | {sign: "2" + sign for sign in _LATIN}
    | {
        sign: "34"[place // len(_LATIN)] + _LATIN[place % len(_LATIN)]
        for place, sign in enumerate(ALPHABET)
    }
)
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def active() -> Language:
    """The language of this page: Kazakh unless the reader chose another."""
    return next((one for one in LANGUAGES if one == (get_language() or "")[:2]), "kk")


def localized(obj: object, name: str, language: Language | None = None) -> str:
    """Text of a `<name>_kk/_ru/_en` field in the reader's language.

    Where that text is missing, the first one at hand, saying which language it is in.
    """
    own = language or active()
    texts = {one: str(getattr(obj, f"{name}_{one}") or "") for one in LANGUAGES}
    if texts[own]:
        return texts[own]
    other = next((one for one in LANGUAGES if texts[one]), None)
    return f"{texts[other]} ({_LANGUAGE_NAMES[other]})" if other else ""


def fold(text: str) -> str:
    """Text as it is searched: case, composition, the dots of ё and runs of spaces do not count.

    >>> fold("  Ёлка   ҚАЗАҚ ")
    'елка қазақ'
    """
    return " ".join(unicodedata.normalize("NFKC", text).casefold().replace("ё", "е").split())


def sort_key(text: str) -> str:
    """Text as it is sorted: by the 42 letters of the Kazakh alphabet, Latin letters before them.

    Two characters a letter, digit or space and seven any other sign, all of 0-9 and a-z.

    >>> sorted(["Ғабит", "Гүлнар", "Әсем", "Асан", "Бота"], key=sort_key)
    ['Асан', 'Әсем', 'Бота', 'Гүлнар', 'Ғабит']
    """
    plain = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    return "".join(_CODES.get(sign) or f"5{ord(sign):06x}" for sign in plain)


def month_names(language: Language | None = None) -> tuple[str, ...]:
    """Names of the twelve months as they stand alone."""
    return _MONTHS_ALONE[language or active()]


def weekday(value: date, language: Language | None = None) -> str:
    """Name of a day of the week."""
    return _WEEKDAYS[language or active()][value.weekday()]


def day(value: date, case: Case = "", language: Language | None = None) -> str:
    """A date as it is written, never broken over two lines.

    Args:
        value: a date, or a moment whose date at the institution counts.
        case: in Kazakh the month takes the ending: "from" (-тен), "to" (-ке), "on" (-те),
            "of" (-тің), "as of" (-тегі). Russian and English say it with words before the date.
        language: another than the reader's.

    >>> day(date(2008, 9, 15), "from", "kk").replace(NO_BREAK, " ")
    '2008 ж. 15 қыркүйектен'
    """
    own = language or active()
    value = localtime(value).date() if isinstance(value, datetime) else value
    month = MONTHS[own][value.month - 1]
    texts = {
        "kk": f"{value.year:04} ж. {value.day} {month}{ending(month, case)}",
        "ru": f"{value.day} {month} {value.year:04} г.",
        "en": f"{value.day} {month} {value.year:04}",
    }
    return texts[own].replace(" ", NO_BREAK)


def moment(value: datetime, language: Language | None = None) -> str:
    """A date with the hour and minute at the institution."""
    return f"{day(value, language=language)}, {clock(value)}"


def clock(value: datetime) -> str:
    """Hour and minute at the institution, twenty-four hours."""
    return localtime(value).strftime("%H:%M")


def whole(value: int, language: Language | None = None) -> str:
    """A whole number with its thousands apart: 18 204 in Kazakh and Russian, 18,204 in English."""
    mark = "," if (language or active()) == "en" else NO_BREAK
    return f"{value:,}".replace(",", mark)


def numbered(value: int, case: str, language: Language | None = None) -> str:
    """A whole number with its Kazakh ending after a hyphen; in other languages the number alone.

    Args:
        value: zero or more.
        case: as for `day`, and "its" (the possessive: 241-і).
        language: another than the reader's.

    >>> numbered(400, "of", "kk"), numbered(241, "its", "kk"), numbered(400, "of", "en")
    ('400-дің', '241-і', '400')
    """
    own = language or active()
    number = whole(value, own)
    return f"{number}-{ending(_last_word(value), case)}" if own == "kk" else number


def ending(word: str, case: str) -> str:
    """Ending of a Kazakh word in a case.

    >>> ending("қазан", "from"), ending("шілде", "to"), ending("алпыс", "on")
    ('нан', 'ге', 'та')
    """
    if not case:
        return ""
    last = word[-1]
    sound = 0 if last in _VOWELS else 1 if last in _NASALS else 3 if last in _VOICELESS else 2
    front = next((sign in _FRONT for sign in reversed(word) if sign in _FRONT + _BACK), False)
    return _ENDINGS[case][2 * sound + front]


def roman(number: int) -> str:
    """A Roman number, as Sessions are counted.

    >>> roman(14), roman(16)
    ('XIV', 'XVI')
    """
    text = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        text += letters * times
    return text


def _last_word(number: int) -> str:
    if number % 10 or number == 0:
        return _ONES[number % 10]
    if number % 100:
        return _TENS[number // 10 % 10]
    zeros = len(str(number)) - len(str(number).rstrip("0"))
    return next(word for power, word in _POWERS if zeros >= power)
