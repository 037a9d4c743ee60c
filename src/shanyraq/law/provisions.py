"""Provisions: how their addresses are spoken in three languages, and where in the text they lie."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict
from ruamel.yaml import YAML

LANGUAGES = ("kk", "ru", "en")
Language = Literal["kk", "ru", "en"]


def packs_folder() -> Path:
    """The folder of the charter packs: inside an installed package, else beside the sources."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "packs"
    return installed if installed.is_dir() else package.parents[1] / "packs"


def packs_folders() -> list[Path]:
    """Folders searched for packs: SHANYRAQ_PACKS alone when set, else those that come along."""
    chosen = os.environ.get("SHANYRAQ_PACKS")
    return [Path(part) for part in chosen.split(os.pathsep)] if chosen else [packs_folder()]


class Form(BaseModel):
    """How one kind of address is spoken: a pattern over it, and a phrase in each language."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    at: str
    kk: str
    ru: str
    en: str

    def spoken(self, address: str, language: str) -> str | None:
        """The phrase for an address, or nothing when the pattern does not fit."""
        match = re.fullmatch(self.at, address)
        if match is None:
            return None
        groups = {name: _number(value or "") for name, value in match.groupdict().items()}
        return str(getattr(self, language)).format(**groups)


class AddressBook(BaseModel):
    """A pack's `text/addresses.yaml`: the words of its addresses and their places in the text.

    `act` is the number of the act in the official collection, `pack` the pack's own identifier:
    several packs may number their clauses alike and speak of them in their own words.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    schema_: Literal["address-words/1"]
    act: str
    pack: str = ""
    words: tuple[Form, ...]
    places: dict[str, str]

    def spoken(self, address: str, language: str) -> str | None:
        """The phrase for an address of this pack, else nothing."""
        phrases = (form.spoken(address, language) for form in self.words)
        return next((phrase for phrase in phrases if phrase), None)


@dataclass(frozen=True, slots=True)
class Place:
    """A place inside a provision: its paragraph and, inside it, a sentence, list item or part."""

    paragraph: int
    kind: str = ""
    number: int = 0


def act_of_pack(name: str) -> str:
    """The number in the official collection of the act that a pack carries.

    Raises:
        KeyError: there is no such pack.
    """
    return _books_by_pack()[name].act


def load_address_book(path: Path) -> AddressBook:
    """Read and validate one `addresses.yaml`.

    Raises:
        pydantic.ValidationError: a key is unknown or missing.
    """
    data = dict(YAML(typ="safe").load(path.read_text(encoding="utf-8")))
    return AddressBook.model_validate({"schema_": data.pop("schema", None), **data})


@cache
def address_books() -> tuple[AddressBook, ...]:
    """The address books of every pack at hand, in the order of the packs' names."""
    return tuple(_books_by_pack().values())


def pack_of_act(act: str) -> str | None:
    """The name of the pack that carries an act, by the act's number in the official collection."""
    return next((name for name, book in _books_by_pack().items() if book.act == act), None)


@cache
def address_words(address: str, language: str, pack: str = "") -> str:
    """Speak an address as a lawyer of that language would write it.

    `pack` is the identifier of the pack that is asked first. An address that no pack knows is
    returned as it is: nothing is invented.

    >>> address_words("R8.3a", "en")
    'Regulation, clause 8, para 3'
    >>> address_words("R8.3a", "kk")
    'Ереже, 8-тармақ, 3-абзац'
    >>> address_words("R20.2", "ru")
    'Положение, пункт 20, право 2'
    """
    phrases = (book.spoken(address, language) for book in _books_of(pack))
    return next((phrase for phrase in phrases if phrase), address)


def provision_of(address: str) -> str:
    """The provision whose page carries an address: a clause, a section, or the Decree itself.

    >>> provision_of("R8.3a"), provision_of("S4.3.D2"), provision_of("D.4"), provision_of("R")
    ('R8', 'S4', 'D', 'R0')
    """
    act = address[:1]
    if act in {"D", "N"} or address.startswith("CH"):
        return "R0" if act == "C" else "D"
    number = re.match(r"[RSLBE](\d+)", address)
    return f"{act}{number[1] if number else 0}"


def place_of(address: str, pack: str = "") -> Place | None:
    """Where the wording of an address lies inside its provision; nothing for a whole provision.

    >>> place_of("R8.3b")
    Place(paragraph=3, kind='s', number=2)
    >>> place_of("R10.2")
    Place(paragraph=2, kind='', number=0)
    >>> place_of("R8")
    """
    named = next((book.places[address] for book in _books_of(pack) if address in book.places), "")
    found = re.fullmatch(r"p(\d+)(?:\.([sic])(\d+))?", named or _by_number(address))
    if found is None:
        return None
    return Place(int(found[1]), found[2] or "", int(found[3] or 0))


def excerpt(wording: str, address: str, pack: str = "") -> str:
    r"""The piece of a provision's wording that an address names; the whole when it names none.

    Paragraphs of a wording are parted by blank lines, list items by line breaks.

    >>> excerpt("First. Second.\n\nLast.", "R8.1b")
    'Second.'
    """
    place = place_of(address, pack)
    paragraphs = wording.split("\n\n")
    if place is None or place.paragraph > len(paragraphs):
        return wording
    paragraph = paragraphs[place.paragraph - 1]
    pieces = {"i": paragraph.split("\n")[1:], "s": _sentences(paragraph), "c": _clauses(paragraph)}
    found = pieces.get(place.kind, [])
    return found[place.number - 1] if 0 < place.number <= len(found) else paragraph


def sort_key(address: str) -> tuple[int, tuple[tuple[int, int | str], ...]]:
    """Order of the texts: laws, Decree, notes, Strategy, Regulation, statute; numbers as numbers.

    >>> sorted(["R10", "R8.3b", "D.1", "R8.3a", "S4"], key=sort_key)
    ['D.1', 'S4', 'R8.3a', 'R8.3b', 'R10']
    """
    parts = re.findall(r"\d+|[A-Za-z]+", address[1:])
    return "LEDNSCRB".find(address[:1]), tuple(_keys(parts))


def _books_of(pack: str) -> list[AddressBook]:
    """Every address book, that of the pack first."""
    return sorted(address_books(), key=lambda book: not pack or book.pack != pack)


@cache
def _books_by_pack() -> dict[str, AddressBook]:
    paths = [path for folder in packs_folders() for path in folder.glob("*/text/addresses.yaml")]
    return {path.parents[1].name: load_address_book(path) for path in sorted(paths)}


def _sentences(paragraph: str) -> list[str]:
    return re.split(r"(?<=\.) ", paragraph)


def _clauses(paragraph: str) -> list[str]:
    _, _, listed = paragraph.partition(": ")
    return [piece.strip() for piece in listed.split(";")] if listed else []


def _keys(parts: list[str]) -> Iterator[tuple[int, int | str]]:
    for part in parts:
        yield (1, int(part)) if part.isdigit() else (0, part)


def _number(value: str) -> str:
    is_letter = len(value) == 1 and "A" <= value <= "Z"
    return str(ord(value) - ord("A") + 1) if is_letter else value


def _by_number(address: str) -> str:
    number = re.fullmatch(r"(?:R\d+|S[15])\.(\d+)[a-z]?", address)
    return f"p{number[1]}" if number else ""
