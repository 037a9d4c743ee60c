"""A lawful no: code, sentence with named facts, clause, remedy."""

import datetime as dt
from collections.abc import Mapping
from typing import ClassVar

from django.utils.functional import Promise

from shanyraq.law.verdicts import Verdict
from shanyraq.platform.languages import day, moment, whole
from shanyraq.platform.words import filled

Fact = str | int | dt.date | dt.datetime | Promise | None


class Refusal(Exception):
    """The answer is no, for a reason that can be read, with what can be done instead.

    A subclass stands beside the action that raises it and is named by the fact.

    Attributes:
        code: what machines read; stable.
        status: HTTP status of the answer.
        message: sentence with names in braces: of its facts, or of words of the charter.
        remedy: what the reader can do now; may use the same facts.
        verdict: the law's answer on which the refusal rests, if it rests on one.
    """

    code: ClassVar[str] = "refused"
    status: ClassVar[int] = 409
    message: ClassVar[str | Promise] = ""
    remedy: ClassVar[str | Promise] = ""

    def __init__(self, verdict: Verdict | None = None, **facts: Fact) -> None:
        """Keep the facts; they are put into words in the language of whoever reads."""
        super().__init__(self.code)
        self.verdict = verdict
        self.facts: Mapping[str, Fact] = facts

    @property
    def sentence(self) -> str:
        """What cannot be, with its facts, in the active language."""
        return filled(self.message, self._words())

    @property
    def remedy_sentence(self) -> str:
        """What can be done instead, in the active language; may be empty."""
        return filled(self.remedy, self._words())

    def as_json(self) -> dict[str, object]:
        """The same for a program: code, sentence, clause, remedy, facts."""
        return {
            "code": self.code,
            "message": self.sentence,
            "clause": self.verdict.clause if self.verdict else "",
            "remedy": self.remedy_sentence,
            "facts": {name: str(value) for name, value in self.facts.items()},
        }

    def _words(self) -> dict[str, str]:
        return {name: in_words(value) for name, value in self.facts.items()}


def in_words(fact: Fact) -> str:
    """A fact as it stands in a sentence of the active language."""
    if fact is None:
        return "–"
    if isinstance(fact, dt.datetime):
        return moment(fact)
    if isinstance(fact, dt.date):
        return day(fact)
    if isinstance(fact, int):
        return whole(fact)
    return str(fact)


class NotAllowed(Refusal):
    """The law gives this act to somebody else."""

    code = "not-allowed"
    status = 403
