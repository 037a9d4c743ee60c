"""The act in time: its states, and the wordings of each provision from a day to a day."""

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from shanyraq.charter.queries.law import PACK, charter_pack
from shanyraq.charter.queries.texts import instrument_on
from shanyraq.law.packs import FOR_GOOD, Instrument
from shanyraq.law.summaries import summaries_of

Force = Literal["before", "in_force", "repealed"]


@dataclass(frozen=True, slots=True)
class WordingPeriod:
    """One wording of a provision: half-open days, whether it is at hand, and the act behind it."""

    begins: dt.date
    ends: dt.date
    is_known: bool
    by: Instrument | None

    @property
    def last_day(self) -> dt.date | None:
        """The last day on which it holds; none while the act is in force."""
        return None if self.ends == FOR_GOOD else self.ends - dt.timedelta(days=1)


def force_on(on: dt.date) -> Force:
    """Whether the act is in force on a day, not yet, or no longer."""
    pack = charter_pack()
    if on < pack.begins:
        return "before"
    return "in_force" if on < pack.ends else "repealed"


def repealing_act() -> Instrument | None:
    """The act that ended the law; none while it is in force."""
    head = charter_pack().head
    return head.instruments[head.repealed_by] if head.repealed_by else None


def making_act() -> Instrument:
    """The act that made the law."""
    head = charter_pack().head
    return head.instruments[head.made_by]


def wordings_of(address: str) -> list[WordingPeriod]:
    """The wordings of a provision in order, from the making of the act to its repeal."""
    pack = charter_pack()
    known_from = _known_from(address)
    days = sorted({pack.begins, known_from, pack.ends, *amended_on(address)})
    return [
        WordingPeriod(begins, ends, begins >= known_from, _brought_by(address, begins))
        for begins, ends in pairwise(days)
    ]


def amended_on(address: str) -> list[dt.date]:
    """The days on which notes say that a provision was changed."""
    head = charter_pack().head
    parts = [a for a in summaries_of(PACK).addresses if a.startswith(f"{address}.")]
    named = {address, *parts}
    events = [event for event in head.events if named & set(event.targets)]
    return sorted({head.instruments[event.by].effective for event in events})


def changes_of_the_act() -> list[Instrument]:
    """Every act that changed the law, in order, the first and the last included."""
    return sorted(charter_pack().head.instruments.values(), key=lambda each: each.effective)


def days_are_assumed() -> bool:
    """Whether the days on which amending acts took effect are assumed, since no text names them."""
    return any(act.basis == "assumed" for act in charter_pack().head.instruments.values())


def _known_from(address: str) -> dt.date:
    summaries = summaries_of(PACK).book("kk").summaries
    parts = [a for a in summaries if a == address or a.startswith(f"{address}.")]
    return max((summaries[part][-1].from_ for part in parts), default=charter_pack().begins)


def _brought_by(address: str, on: dt.date) -> Instrument | None:
    instrument = instrument_on(address, on)
    return instrument if instrument and instrument.effective == on else None
