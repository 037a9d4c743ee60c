"""How documents speak: one table of sentences a language, with the same keys and facts in each."""

import datetime as dt
from dataclasses import dataclass
from typing import cast

from shanyraq.minutes.queries.wording import en, kk, ru
from shanyraq.platform.languages import Case, Language, clock, day, moment, numbered, whole

WORDING: dict[Language, dict[str, str]] = {"kk": kk.WORDING, "ru": ru.WORDING, "en": en.WORDING}

Fact = str | int | dt.date | dt.datetime


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A fact as a sentence takes it: `{day:from}` and `{count:of}` with an ending, `{at:clock}`."""

    fact: Fact
    language: Language

    def __format__(self, spec: str) -> str:
        if isinstance(self.fact, dt.datetime):
            return clock(self.fact) if spec == "clock" else moment(self.fact, self.language)
        if isinstance(self.fact, dt.date):
            return day(self.fact, cast("Case", spec), self.language)
        if isinstance(self.fact, int):
            number = self.fact
            return numbered(number, spec, self.language) if spec else whole(number, self.language)
        return self.fact


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences of one language; of a meeting, those that speak of it where there are any.

    >>> Words("en")("needed_at_least", count=267)
    'at least 267'
    """

    language: Language
    of_meeting: bool = False

    def __call__(self, sentence: str, **facts: Fact) -> str:
        """A sentence with its facts."""
        if self.of_meeting and f"meeting_{sentence}" in WORDING[self.language]:
            sentence = f"meeting_{sentence}"
        spoken = {name: _Spoken(fact, self.language) for name, fact in facts.items()}
        return WORDING[self.language][sentence].format(**spoken)
