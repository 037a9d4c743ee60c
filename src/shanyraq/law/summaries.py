"""Plain-language summaries of the provisions: ours, dated, labelled, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field, model_validator

from shanyraq.law.elements import Day, Element, ReadingId
from shanyraq.law.loading import find_pack, read_yaml
from shanyraq.law.packs import FOR_GOOD
from shanyraq.law.provisions import LANGUAGES, Language, provision_of

Status = Literal["known", "unknown"]


class Validity(Element):
    """A half-open period of one wording: its summary, or that the wording is not at hand."""

    from_: Day = Field(alias="from")
    to: Day = FOR_GOOD
    status: Status
    summary: str = ""

    @model_validator(mode="after")
    def _summarises_what_is_known(self) -> "Validity":
        if (self.status == "known") != bool(self.summary):
            raise ValueError("a summary of what is known, and none of what is not")
        return self

    def holds_on(self, on: date) -> bool:
        """Whether the wording was in force on a day."""
        return self.from_ <= on < self.to


class NotCounted(Element):
    """An act that outranks the pack in a period but is not loaded: what a reader must be told.

    `pack` is the folder of the pack that carries the act; where it is loaded there is no notice.
    """

    from_: Day = Field(alias="from")
    to: Day = FOR_GOOD
    reading: ReadingId
    pack: str = ""
    notice: str = Field(min_length=1)

    def holds_on(self, on: date) -> bool:
        """Whether the act was in force on a day."""
        return self.from_ <= on < self.to


class SummaryBook(Element):
    """A pack's `text/<language>.yaml`: titles and summaries by address.

    `label` and `notice` say of every summary that it is one and not the official text.
    """

    schema_: Literal["charter-summaries/1"] = Field(alias="schema")
    language: Language
    label: str = Field(min_length=1)
    notice: str = Field(min_length=1)
    titles: dict[str, str]
    summaries: dict[str, tuple[Validity, ...]]
    not_counted: tuple[NotCounted, ...] = ()

    def title(self, address: str) -> str:
        """Our title of a provision or chapter, empty where we gave none."""
        return self.titles.get(address, "")

    def validity(self, address: str, on: date) -> Validity | None:
        """What was in force at an address on a day; nothing outside the act's life."""
        periods = self.summaries.get(address) or self.summaries.get(provision_of(address), ())
        return next((period for period in periods if period.holds_on(on)), None)

    def summary(self, address: str, on: date) -> str:
        """Our summary of what was in force at an address on a day, empty when unknown or none."""
        found = self.validity(address, on)
        return found.summary if found else ""


@dataclass(frozen=True, slots=True)
class Summaries:
    """The summary books of one pack in three languages."""

    books: Mapping[str, SummaryBook]

    def book(self, language: str) -> SummaryBook:
        """The book of one language.

        Raises:
            KeyError: there is no such language.
        """
        return self.books[language]

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every address that is summarised, in the order of the text."""
        return tuple(self.books["kk"].summaries)


def load_summaries(folder: Path) -> Summaries:
    """Read the summaries of a pack's folder.

    Raises:
        BrokenPack: a file is missing or is no YAML.
        pydantic.ValidationError: a key is unknown or missing.
    """
    books = {
        language: SummaryBook.model_validate(read_yaml(folder / "text" / f"{language}.yaml"))
        for language in LANGUAGES
    }
    return Summaries(books)


@cache
def summaries_of(pack: str) -> Summaries:
    """The summaries of a pack at hand, by the name of its folder."""
    return load_summaries(find_pack(pack))
