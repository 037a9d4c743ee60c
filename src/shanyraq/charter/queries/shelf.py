"""The official texts at hand: what was read of them, kept in memory because it never changes."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property, lru_cache

from shanyraq.charter.enums import EventKind
from shanyraq.charter.models import AmendmentNote, ImportedText, ProvisionText
from shanyraq.charter.queries.law import PACK
from shanyraq.law.provisions import act_of_pack, provision_of


@dataclass(frozen=True)
class Shelf:
    """The official texts that were read: the newest of each act and language.

    Texts never change, so what was read of them once is kept under their identifiers.
    """

    texts: tuple[str, ...]

    @cached_property
    def rows(self) -> dict[str, list[ProvisionText]]:
        """The provisions that have a wording, by address."""
        found: dict[str, list[ProvisionText]] = {}
        rows = ProvisionText.objects.filter(text__public_id__in=self.texts).exclude(wording="")
        for row in rows.select_related("text"):
            found.setdefault(row.address, []).append(row)
        return found

    @cached_property
    def renamings(self) -> list[tuple[dt.date, str, str]]:
        """Words that an act replaced throughout: since when, the old and the new ones."""
        notes = AmendmentNote.objects.filter(text__public_id__in=self.texts)
        renaming = notes.filter(kind=EventKind.TERMINOLOGY)
        return [(note.on, old, new) for note in renaming for old, new in note.terms]

    def official(self, address: str, language: str) -> ProvisionText | None:
        """The text that holds an address, in the reader's language or else in another."""
        rows = self.rows.get(address) or self.rows.get(provision_of(address), [])
        return min(rows, key=lambda row: row.text.language != language, default=None)

    def named_as_of(self, wording: str, on: dt.date) -> str:
        """A wording with the words put back that a later act replaced throughout."""
        for since, old, new in self.renamings:
            wording = wording.replace(new, old) if on < since else wording
        return wording


def shelf() -> Shelf:
    """The official texts of the institution's charter that are at hand now."""
    own = ImportedText.objects.filter(act=act_of_pack(PACK))
    rows = own.order_by("pk").values_list("act", "language", "public_id")
    newest = {(act, language): public_id for act, language, public_id in rows}
    return _shelf(tuple(sorted(newest.values())))


@lru_cache(maxsize=4)
def _shelf(texts: tuple[str, ...]) -> Shelf:
    return Shelf(texts)
