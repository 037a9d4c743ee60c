"""What a document is made of; the page and the PDF show the same parts."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from shanyraq.platform.languages import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A paragraph."""

    text: str
    kind: Literal["text"] = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading inside a section."""

    text: str
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Names of facts beside their values."""

    rows: Sequence[tuple[str, str]]
    kind: Literal["facts"] = "facts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under heads; `widths` are shares, `numbers` the places of columns set to the right."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[int]
    numbers: Sequence[int] = ()
    kind: Literal["table"] = "table"

    @property
    def lined(self) -> list[list[tuple[str, str]]]:
        """Rows whose cells carry their heads, as a narrow page shows them one under another."""
        return [list(zip(self.head, row, strict=True)) for row in self.rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """What the law says to it.

    Attributes:
        clause: the provision in words; `address` is the same for programs.
        on: the day for which the law was asked.
        verdict: identifier of the kept explanation.
    """

    text: str
    clause: str
    address: str
    on: date
    verdict: str
    kind: Literal["law"] = "law"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Somebody's own words, in the language in which they were said."""

    text: str
    by: str
    language: str
    kind: Literal["quote"] = "quote"


Block = Text | Heading | Facts | Table | Law | Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a document under its heading; an annex begins a new page."""

    heading: str
    blocks: Sequence[Block]
    annex: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document in one language.

    Attributes:
        language: the language in which it is worded.
        title: what it is; `lines` say of what.
        body: the institution whose document it is.
        draft: the word set across a page that is not final; empty once it is.
        notes: what the reader must know first.
        footer: from which entries of the journal it was composed.
        date: year, month and day of the last entry, on which the document's date rests.
    """

    language: Language
    title: str
    lines: Sequence[str]
    body: str
    sections: Sequence[Section]
    footer: str
    date: tuple[int, int, int]
    draft: str = ""
    notes: Sequence[str] = field(default_factory=tuple)
