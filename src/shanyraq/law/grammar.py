"""Numbers, days and spans as each language writes them, with the endings it puts on them."""

from dataclasses import dataclass
from datetime import date

from shanyraq.law.provisions import Language
from shanyraq.law.spans import Span

NO_BREAK = "\N{NO-BREAK SPACE}"
TEENS, FEW = range(11, 15), range(2, 5)
MONTHS: dict[str, tuple[str, ...]] = {
    "kk": (
        "қаңтар",
        "ақпан",
        "наурыз",
        "сәуір",
        "мамыр",
        "маусым",
        "шілде",
        "тамыз",
        "қыркүйек",
        "қазан",
        "қараша",
        "желтоқсан",
    ),
    "ru": (
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}
# Endings of Kazakh months in the order of the year.
MONTH_ENDINGS = {
    "loc": "да да да де да да де да те да да да",
    "abl": "дан нан дан ден дан нан ден дан тен нан дан нан",
    "dat": "ға ға ға ге ға ға ге ға ке ға ға ға",
    "attr": "дағы дағы дағы дегі дағы дағы дегі дағы тегі дағы дағы дағы",
}
# The possessive ending of a Kazakh number, by the word that ends it: units, tens, then by zeros.
UNIT_ENDINGS = ("", "і", "сі", "і", "і", "і", "сы", "сі", "і", "ы")
TEN_ENDINGS = ("", "ы", "сы", "ы", "ы", "і", "ы", "і", "і", "ы")


@dataclass(frozen=True, slots=True)
class SpokenNumber:
    """A number of persons, times or days in one language.

    The format may choose a word by the number or put a Kazakh possessive ending on it.

    >>> f"{SpokenNumber(76, 'ru')} {SpokenNumber(76, 'ru'):члена|членов}"
    '76 членов'
    >>> f"{SpokenNumber(241, 'kk'):poss}", f"{SpokenNumber(76, 'kk'):poss}"
    ('241-і', '76-сы')
    >>> f"{SpokenNumber(18204, 'en')}"
    '18,204'
    """

    number: int
    language: Language

    def __format__(self, spec: str) -> str:
        if "|" in spec:
            one, other = spec.split("|")
            return one if self._ends_in_one() else other
        grouped = f"{self.number:,}"
        shown = grouped if self.language == "en" else grouped.replace(",", NO_BREAK)
        return f"{shown}-{possessive_ending(self.number)}" if spec == "poss" else shown

    def _ends_in_one(self) -> bool:
        if self.language == "ru":
            return self.number % 10 == 1 and self.number % 100 not in TEENS
        return self.number == 1


def possessive_ending(number: int) -> str:
    """The ending "of them" on a Kazakh number: 50-і, 60-ы, 100-і, 1000-ы.

    >>> [possessive_ending(n) for n in (0, 6, 19, 20, 40, 50, 100, 400, 1000)]
    ['і', 'сы', 'ы', 'сы', 'ы', 'і', 'і', 'і', 'ы']
    """
    if number % 10:
        return UNIT_ENDINGS[number % 10]
    if number % 100:
        return TEN_ENDINGS[number // 10 % 10]
    return "і" if number % 1000 or not number else "ы"


@dataclass(frozen=True, slots=True)
class SpokenDay:
    """A day in one language; in Kazakh with a case ending on the month.

    >>> f"{SpokenDay(date(2007, 7, 26), 'kk'):abl}".replace(NO_BREAK, ' ')
    '2007 ж. 26 шілдеден'
    >>> f"{SpokenDay(date(2007, 7, 26), 'ru')}".replace(NO_BREAK, ' ')
    '26 июля 2007 г.'
    """

    day: date
    language: Language

    def __format__(self, case: str) -> str:
        month = MONTHS[self.language][self.day.month - 1]
        parts: tuple[str, ...] = (str(self.day.day), month, str(self.day.year))
        if self.language == "ru":
            parts = (*parts, "г.")
        if self.language == "kk":
            ending = MONTH_ENDINGS[case].split()[self.day.month - 1] if case else ""
            parts = (str(self.day.year), "ж.", str(self.day.day), month + ending)
        return NO_BREAK.join(parts)


SPAN_WORDS: dict[str, tuple[tuple[str, str, str], tuple[str, str, str]]] = {
    "kk": (("ай", "ай", "ай"), ("күн", "күн", "күн")),
    "ru": (("месяц", "месяца", "месяцев"), ("день", "дня", "дней")),
    "en": (("month", "months", "months"), ("day", "days", "days")),
}


def spoken_span(span: Span, language: Language) -> str:
    """A span of time in words of one language.

    >>> spoken_span(Span(months=1), "kk"), spoken_span(Span(days=5), "ru")
    ('1 ай', '5 дней')
    """
    months, days = SPAN_WORDS[language]
    amounts = ((span.months, months), (span.days, days))
    return " ".join(f"{n}{NO_BREAK}{_form(n, forms)}" for n, forms in amounts if n).replace(
        NO_BREAK, " "
    )


def _form(number: int, forms: tuple[str, str, str]) -> str:
    if number % 100 in TEENS:
        return forms[2]
    if number % 10 == 1:
        return forms[0]
    return forms[1] if number % 10 in FEW else forms[2]
