"""Texts of the law on a day: the official wording where it was imported, our summary beside it."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from shanyraq.charter.models import ProvisionText
from shanyraq.charter.queries.law import PACK, charter_pack
from shanyraq.charter.queries.shelf import Shelf, shelf
from shanyraq.law.packs import Instrument
from shanyraq.law.provisions import Language, address_words, excerpt, provision_of
from shanyraq.law.summaries import SummaryBook, Validity, summaries_of

Status = Literal["known", "unknown", "before", "after"]


@dataclass(frozen=True)
class ProvisionOn:
    """A provision, or a part of one, as it stands on a day for a reader of one language.

    `status` says whether its wording is at hand, or that the act was not yet or no longer in force.
    """

    address: str
    on: dt.date
    language: Language

    @property
    def provision(self) -> str:
        """The provision whose page shows it."""
        return provision_of(self.address)

    @property
    def words(self) -> str:
        """Its address as people speak it."""
        return address_words(self.address, self.language, charter_pack().id)

    @property
    def title(self) -> str:
        """Our title of it; the act itself gives its clauses none."""
        return self._book.title(self.address)

    @property
    def label(self) -> str:
        """What marks our text as a summary."""
        return self._book.label

    @property
    def notice(self) -> str:
        """What says that our text is not the law."""
        return self._book.notice

    @cached_property
    def status(self) -> Status:
        """Known, unknown, or outside the life of the act."""
        if self.on < charter_pack().begins:
            return "before"
        if self.on >= charter_pack().ends:
            return "after"
        return self._validity.status if self._validity else "known"

    @property
    def known_from(self) -> dt.date | None:
        """The first day whose wording is at hand, when that of this day is not."""
        return self._validity.to if self._validity and self.status == "unknown" else None

    @property
    def since(self) -> dt.date:
        """The first day of the wording in force on the day."""
        return self._change[0]

    @property
    def by(self) -> Instrument | None:
        """The act that brought this wording; nothing when no note tells of it."""
        return self._change[1]

    @cached_property
    def _change(self) -> tuple[dt.date, Instrument | None]:
        pack = charter_pack()
        if self.provision not in pack.head.clauses:
            instrument = instrument_on(self.address, self.on)
            return instrument.effective if instrument else pack.begins, instrument
        wording = pack.wording(self.provision, self.on)
        by = pack.head.instruments[wording.by] if wording.by else None
        return wording.since or pack.begins, by

    @property
    def summary(self) -> str:
        """Our summary of the wording in force, empty when it is not at hand."""
        return self._book.summary(self.address, self.on)

    @property
    def name(self) -> str:
        """The institution's name on the day."""
        return charter_pack().name(self.on, self.language)

    @cached_property
    def official(self) -> str:
        """The official wording in the best language at hand, as the institution was then called."""
        wording = self._row.wording if self._row and self.status == "known" else ""
        part = excerpt(wording, self.address, charter_pack().id)
        return self._shelf.named_as_of(part, self.on) if wording else ""

    @property
    def official_language(self) -> str:
        """The language of the official wording."""
        return self._row.text.language if self._row else ""

    @property
    def eid(self) -> str:
        """The Akoma Ntoso identifier inside its component, when the official text is at hand."""
        return self._row.eid if self._row else ""

    @cached_property
    def _book(self) -> SummaryBook:
        return summaries_of(PACK).book(self.language)

    @cached_property
    def _validity(self) -> Validity | None:
        return self._book.validity(self.address, self.on)

    @cached_property
    def _row(self) -> ProvisionText | None:
        return self._shelf.official(self.address, self.language)

    @cached_property
    def _shelf(self) -> Shelf:
        return shelf()


def provision(address: str, on: dt.date, language: Language) -> ProvisionOn:
    """A provision or a part of one on a day."""
    return ProvisionOn(address, on, language)


def instrument_on(address: str, on: dt.date) -> Instrument | None:
    """The act that brought the wording of an address in force on a day."""
    head = charter_pack().head
    named = {address, provision_of(address), f"{address}.title"}
    amending = [head.instruments[event.by] for event in head.events if named & set(event.targets)]
    made = [head.instruments[head.made_by], *amending]
    found = [instrument for instrument in made if instrument.effective <= on]
    return max(found, key=lambda instrument: instrument.effective) if found else None
