"""What the first page says of the law on a day."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _

from shanyraq.charter.queries import charter_pack, law_on
from shanyraq.law.packs import FOR_GOOD, Pack, clause_of
from shanyraq.platform.languages import active, day

#: The rule by whose clause the Sessions are held.
SESSIONS = "session_quorum"


@dataclass(frozen=True, kw_only=True)
class LawToday:
    """Whether the law is in force and its wording at hand, in a word and a sentence."""

    kind: Literal["met", "not", "open"]
    label: str
    sentence: str


def institution_name(on: dt.date) -> str:
    """What the law calls the institution on a day."""
    return law_on(on).name(active())


def _span(title: str, pack: Pack) -> str:
    first = day(pack.begins, "from")
    if pack.ends == FOR_GOOD:
        return _("{title}: in force from {first}.").format(title=title, first=first)
    last = day(pack.ends, "to")
    return _("{title}: in force from {first} to {last}.").format(
        title=title, first=first, last=last
    )


def law_today(on: dt.date) -> LawToday:
    """How the law of Sessions stands on a day."""
    pack = charter_pack()
    wording = law_on(on).wording(clause_of(pack.rules_called(SESSIONS)[-1]))
    title = pack.head.title.spoken(active())
    if wording.status == "none":
        return LawToday(
            kind="not",
            label=_("not in force"),
            sentence=_span(title, pack),
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
