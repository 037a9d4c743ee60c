"""One line of the calendar."""

import datetime as dt
from dataclasses import dataclass

from shanyraq.charter.queries import law_on
from shanyraq.desks.queries.asks import Urgency
from shanyraq.law import Verdict
from shanyraq.people.models import Organization


def of_power(power: str, on: dt.date) -> Verdict:
    """What the law says of a power to those who hold it: the clause behind a demand on them."""
    law = law_on(on)
    return law.can(power, law.holders(power))


@dataclass(frozen=True, kw_only=True)
class Demand:
    """One thing the law demands of a body.

    A day is never invented: `deadline` comes from a verdict or from a recorded act, or is empty.

    Attributes:
        key: the same for the same demand on every day, such as "year:2008".
        on: the day on which it is looked at.
        body: of whom it is demanded.
        title: what is to be done.
        why: the reason, in one or two sentences.
        verdict: the law's answer behind it.
        deadline: the last day; empty where the law names none.
        since: since when it is open; empty where nothing began.
        href: the page where it is seen.
        internal: whether only those inside the institution see it.
    """

    key: str
    on: dt.date
    body: Organization
    title: str
    why: str
    verdict: Verdict | None = None
    deadline: dt.date | None = None
    since: dt.date | None = None
    href: str = ""
    internal: bool = False

    @property
    def days_left(self) -> int | None:
        """Whole days until the last day; negative once it has passed."""
        return None if self.deadline is None else (self.deadline - self.on).days

    @property
    def days_open(self) -> int | None:
        """Whole days since it has been open."""
        return None if self.since is None else (self.on - self.since).days

    @property
    def urgency(self) -> Urgency:
        """How its row is marked."""
        left = self.days_left
        if left is None:
            return "none"
        return "late" if left < 0 else "now" if left == 0 else ""
