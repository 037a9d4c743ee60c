"""Reads of bodies' documents: what is in force on a day, its versions, what they changed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

from shanyraq.bodies.enums import DocumentKind
from shanyraq.bodies.models import BodyDocument
from shanyraq.people.enums import Classification
from shanyraq.people.models import Organization
from shanyraq.platform.languages import Language

#: Which documents a body of a kind lives by (R7.2, R10.1, R11, R16.2).
DOCUMENTS_OF: dict[str, DocumentKind] = {
    Classification.ASSEMBLY: DocumentKind.MAIN_DIRECTIONS,
    Classification.COORDINATION_COUNCIL: DocumentKind.FUNCTIONS,
    Classification.SMALL_ASSEMBLY: DocumentKind.STATUTE,
    Classification.ADVISORY_BODY: DocumentKind.MANDATE,
}


def document_of(body: Organization, kind: DocumentKind, on: date) -> BodyDocument | None:
    """The version of a document in force on a day; None before the first."""
    versions = BodyDocument.objects.of_body(body).filter(kind=kind)
    return versions.begun(on).select_related("act").first()


def documents_of(body: Organization) -> list[BodyDocument]:
    """Every version of every document of a body, the newest of each kind first."""
    versions = BodyDocument.objects.of_body(body).select_related("act")
    return list(versions.order_by("kind", "-version"))


def versions_of(body: Organization, kind: DocumentKind) -> list[BodyDocument]:
    """The versions of one document, the newest first."""
    return [one for one in documents_of(body) if one.kind == kind]


def layers_of(body: Organization, on: date) -> tuple[str, ...]:
    """Names of the packs that hold the rules of a body's statute on a day; none for most bodies.

    A secretariat lives by the statute of its small assembly.
    """
    own = body.parent if body.classification == Classification.SECRETARIAT else body
    if own is None or own.classification not in DOCUMENTS_OF:
        return ()
    statute = document_of(own, DocumentKind.STATUTE, on)
    return (statute.pack,) if statute is not None and statute.pack else ()


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words of a document: the same in both versions, taken out, or put in."""

    kind: Literal["same", "out", "in"]
    text: str


@dataclass(frozen=True)
class Difference:
    """What one version of a document has other than the one before it."""

    earlier: BodyDocument
    later: BodyDocument
    passages: list[Passage]

    @property
    def put_in(self) -> int:
        """How many words were put in."""
        return self._words("in")

    @property
    def taken_out(self) -> int:
        """How many words were taken out."""
        return self._words("out")

    def _words(self, kind: str) -> int:
        return sum(len(one.text.split()) for one in self.passages if one.kind == kind)


def difference(earlier: BodyDocument, later: BodyDocument, language: Language) -> Difference:
    """The words by which two versions differ in a language, with those that stayed between them."""
    old, new = (_words_of(one, language) for one in (earlier, later))
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    pieces = [
        Passage(kind, "".join(words))
        for step, first, last, start, end in steps
        for kind, words in _passages(step, old[first:last], new[start:end])
    ]
    return Difference(earlier, later, list(_joined(pieces)))


def _words_of(document: BodyDocument, language: Language) -> list[str]:
    return re.findall(r"\S+\s*", str(getattr(document, f"text_{language}") or document.text))


def _passages(
    step: str, old: list[str], new: list[str]
) -> list[tuple[Literal["same", "out", "in"], list[str]]]:
    if step == "equal":
        return [("same", old)]
    both: list[tuple[Literal["same", "out", "in"], list[str]]] = [("out", old), ("in", new)]
    return [(kind, words) for kind, words in both if words]


def _joined(pieces: Iterable[Passage]) -> Iterable[Passage]:
    """Neighbours of one kind as one passage."""
    for kind, group in groupby(pieces, key=lambda piece: piece.kind):
        yield Passage(kind, "".join(piece.text for piece in group))
