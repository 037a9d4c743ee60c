"""What the law asks next: an act, the day by which, the clause that asks, the one thing to do.

An ask never invents a deadline: its last day is the last lawful day of a verdict, or there is none.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from shanyraq.law.verdicts import Verdict
from shanyraq.platform.languages import NO_BREAK, day, whole

Urgency = Literal["", "now", "late", "none"]


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How many persons there are of those the law needs."""

    have: int
    of: int
    needed: int | None


@dataclass(frozen=True, kw_only=True)
class Ask:
    """One thing the law asks.

    Attributes:
        key: what is asked, for machines: "convene", "quorum", "minutes".
        on: the day it is asked on.
        title: the act.
        why: the reason, in one or two sentences.
        verdict: the law's answer behind it, whose clause is shown.
        deadline: the last day, from a verdict; None where the law names none.
        label: what the one button says.
        href: where the button leads.
        posts: whether the button carries the act out at once instead of leading to a page.
        under_way: what is going on while this is asked, such as "the Session sits": it comes first.
        progress: persons there and needed, where the act waits for persons.
    """

    key: str
    on: dt.date
    title: str
    why: str
    label: str
    href: str
    verdict: Verdict | None = None
    deadline: dt.date | None = None
    posts: bool = False
    under_way: str = ""
    progress: Progress | None = None

    @property
    def days_left(self) -> int | None:
        """Whole days until the last day; negative once it has passed."""
        return None if self.deadline is None else (self.deadline - self.on).days

    @property
    def urgency(self) -> Urgency:
        """How the row is marked."""
        if self.under_way:
            return "now"
        left = self.days_left
        if left is None:
            return "none"
        return "late" if left < 0 else "now" if left == 0 else ""

    @property
    def left(self) -> str:
        """The time left, in a word or two."""
        if self.under_way:
            return _("Now")
        left = self.days_left
        if left is None:
            return _("No deadline")
        if left == 0:
            return _("Today")
        days = abs(left)
        return ngettext("{days} day", "{days} days", days).format(days=whole(days))

    @property
    def note(self) -> str:
        """What the time left is counted to; its date may break over lines in a narrow column."""
        return self._counted_to().replace(NO_BREAK, " ")

    def _counted_to(self) -> str:
        left = self.days_left
        if left is None or self.deadline is None or self.under_way:
            return self.under_way
        if left == 0:
            return _("last lawful day")
        if left < 0:
            return _("late: the last lawful day was {day}").format(day=day(self.deadline))
        return _("until {day}").format(day=day(self.deadline, "to"))


def in_order(asks: list[Ask]) -> list[Ask]:
    """What goes on first, then by the last day; what has no deadline last, in the order given."""
    return sorted(asks, key=_rank)


def _rank(ask: Ask) -> tuple[bool, bool, dt.date]:
    return (not ask.under_way, ask.deadline is None, ask.deadline or dt.date.max)
