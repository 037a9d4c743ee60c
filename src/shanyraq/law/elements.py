"""The elements a charter pack is written in: texts, shares, spans of time, addresses, words."""

from datetime import date
from fractions import Fraction
from typing import Annotated

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
)

from shanyraq.law.provisions import Language
from shanyraq.law.spans import Span


class Element(BaseModel):
    """A part of a pack: it never changes, and a key nobody knows is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Text(Element):
    """The same words in Kazakh, Russian and English."""

    kk: str = Field(min_length=1)
    ru: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def spoken(self, language: Language) -> str:
        """The words in one language."""
        return str(getattr(self, language))


class During(Element):
    """Something that holds in a half-open period of days; an open end is the end of the act."""

    from_: "Day | None" = Field(default=None, alias="from")
    to: "Day | None" = None

    def holds_on(self, on: date) -> bool:
        """Whether the period contains the day."""
        return not ((self.from_ and on < self.from_) or (self.to and on >= self.to))


def _share(value: object) -> Fraction:
    upper, _, lower = value.partition("/") if isinstance(value, str) else ("", "", "")
    proper = upper.isdigit() and lower.isdigit() and 0 < int(upper) <= int(lower)
    if not proper:
        raise ValueError('a fraction such as "2/3", between 0 and 1')
    return Fraction(int(upper), int(lower))


def _day(value: object) -> date:
    if type(value) is date:
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError as not_a_day:
        raise ValueError("a date such as 2007-07-26") from not_a_day


def _span(value: object) -> Span:
    if isinstance(value, str) and (span := Span.read(value)):
        return span
    raise ValueError('a span such as "P1M" or "P5D"')


Day = Annotated[date, BeforeValidator(_day)]
Share = Annotated[
    Fraction,
    BeforeValidator(_share, json_schema_input_type=str),
    PlainSerializer(str, return_type=str),
]
Duration = Annotated[
    Span,
    BeforeValidator(_span, json_schema_input_type=str),
    PlainSerializer(str, return_type=str),
]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Address = Annotated[str, StringConstraints(pattern=r"^[RSDLBE]\.?[A-Z0-9]+(\.[A-Za-z0-9]+)*$")]
ReadingId = Annotated[str, StringConstraints(pattern=r"^A[1-9]\d*$")]
During.model_rebuild()
