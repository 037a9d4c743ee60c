"""The provisions that a question may name as the field in which it lies."""

import datetime as dt
from dataclasses import dataclass

from shanyraq.charter.queries.law import PACK, charter_pack
from shanyraq.law.provisions import Language, address_words, provision_of
from shanyraq.law.summaries import SummaryBook, summaries_of


@dataclass(frozen=True, slots=True)
class FieldOfLaw:
    """A provision in force: its address, how it is spoken, our summary, the clause it is in."""

    address: str
    words: str
    summary: str
    clause: str


def fields_of_law(on: dt.date, language: Language) -> list[FieldOfLaw]:
    """The provisions of the charter's clauses whose wording is in force and known on a day."""
    book = summaries_of(PACK).book(language)
    return [_told(book, address, on) for address in book.summaries if _stands(book, address, on)]


def is_field_of_law(address: str, on: dt.date) -> bool:
    """Whether an address is a provision that a question may name on a day."""
    book = summaries_of(PACK).book("kk")
    return address in book.summaries and _stands(book, address, on)


def _stands(book: SummaryBook, address: str, on: dt.date) -> bool:
    return provision_of(address) in charter_pack().head.clauses and bool(book.summary(address, on))


def _told(book: SummaryBook, address: str, on: dt.date) -> FieldOfLaw:
    clause = provision_of(address)
    words = [address_words(one, book.language, charter_pack().id) for one in (address, clause)]
    heading = ". ".join(part for part in (words[1], book.title(clause)) if part)
    return FieldOfLaw(address, words[0], book.summary(address, on), heading)
