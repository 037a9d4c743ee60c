"""What the first page says of the law on a day."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _

from shanyraq.charter.queries import charter_pack, law_on
from shanyraq.platform.languages import active, day

#: The clause by which the Sessions of the Assembly are held.
SESSIONS = "R8"


@dataclass(frozen=True, kw_only=True)
class LawToday:
    """Whether the law is in force and its wording at hand, in a word and a sentence."""

    kind: Literal["met", "not", "open"]
    label: str
    sentence: str


def institution_name(on: dt.date) -> str:
    """What the law calls the institution on a day."""
    return law_on(on).name(active())


def law_today(on: dt.date) -> LawToday:
    """How the law of Sessions stands on a day."""
    wording, pack = law_on(on).wording(SESSIONS), charter_pack()
    title = pack.head.title.spoken(active())
    if wording.status == "none":
        return LawToday(
            kind="not",
            label=_("not in force"),
            sentence=_("{title}: in force from {first} to {last}.").format(
                title=title, first=day(pack.begins, "from"), last=day(pack.ends, "to")
            ),
        )
    if wording.status == "unknown" or wording.since is None:
        return LawToday(
            kind="open",
            label=_("text unknown"),
            sentence=_("{title} is in force, but the wording of this day is not at hand.").format(
                title=title
            ),
        )
    return LawToday(
        kind="met",
        label=_("in force"),
        sentence=_("{title}, in the wording in force since {since}.").format(
            title=title, since=day(wording.since, "from")
        ),
    )
