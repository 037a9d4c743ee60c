"""A provision cut for its page: paragraph by paragraph, each with what we say of its parts."""

import datetime as dt
from dataclasses import dataclass
from functools import cache

from shanyraq.charter.queries.law import PACK, charter_pack
from shanyraq.charter.queries.texts import ProvisionOn, provision
from shanyraq.law.provisions import Language, address_words, place_of, provision_of
from shanyraq.law.summaries import summaries_of


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of a provision: number or name, official wording, parts with summaries."""

    number: int
    name: str
    official: str
    language: str
    parts: tuple[ProvisionOn, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """One part of the act in the table of contents: its title and its provisions on a day."""

    address: str
    title: str
    provisions: tuple[ProvisionOn, ...]

    @property
    def anchor(self) -> str:
        """Its place on the page of contents."""
        return self.address.lower()


def blocks_of(address: str, on: dt.date, language: Language) -> list[Block]:
    """The paragraphs of a provision on a day."""
    whole = provision(address, on, language)
    parts = [provision(a, on, language) for a in parts_of(address)]
    if address == "D":
        return [_named(number, part) for number, part in enumerate(parts, start=1)]
    if not parts:
        return [Block(1, "", whole.official, whole.official_language, (whole,))]
    paragraphs = whole.official.split("\n\n") if whole.official else []
    placed = {
        number: [p for p in parts if _paragraph(p.address) == number] for number in _all(parts)
    }
    count = max([*placed, len(paragraphs)])
    return [
        Block(
            number=number,
            name="",
            official=paragraphs[number - 1] if number <= len(paragraphs) else "",
            language=whole.official_language,
            parts=tuple(placed.get(number, ())),
        )
        for number in range(1, count + 1)
    ]


def parts_of(address: str) -> list[str]:
    """The addresses that lie inside a provision, in the order of the text."""
    known = summaries_of(PACK).addresses
    return [each for each in known if provision_of(each) == address and each != address]


@cache
def pages() -> list[str]:
    """The provisions that have a page, in the order of the act."""
    known = [provision_of(address) for address in summaries_of(PACK).addresses]
    return list(dict.fromkeys(known))


def contents(on: dt.date, language: Language) -> list[Contents]:
    """The whole act as a table of contents on a day: the making act, a strategy, the chapters."""
    book = summaries_of(PACK).book(language)
    listed = {"D": [page for page in pages() if page == "D"]}
    listed |= {"S0": [page for page in pages() if page[0] == "S"]}
    chapters = {clause: part.chapter for clause, part in charter_pack().head.clauses.items()}
    for page in pages():
        if page[0] == "R":
            key = f"CH{chapters[page]}" if page in chapters else "R0"
            listed.setdefault(key, []).append(page)
    return [
        Contents(address, book.title(address), tuple(provision(a, on, language) for a in members))
        for address, members in listed.items()
        if members
    ]


def _named(number: int, part: ProvisionOn) -> Block:
    name = address_words(part.address, part.language, charter_pack().id).partition(", ")[2]
    return Block(
        number, name[:1].upper() + name[1:], part.official, part.official_language, (part,)
    )


def _all(parts: list[ProvisionOn]) -> list[int]:
    return sorted({_paragraph(part.address) for part in parts})


def _paragraph(address: str) -> int:
    place = place_of(address, charter_pack().id)
    return place.paragraph if place else 1
