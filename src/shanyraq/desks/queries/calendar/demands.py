"""Everything the law demands on a day, gathered from the chapters and put in order."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from shanyraq.desks.queries.calendar.entries import Demand
from shanyraq.desks.queries.calendar.of_bodies import demands_of_bodies
from shanyraq.desks.queries.calendar.of_execution import demands_of_execution
from shanyraq.desks.queries.calendar.of_membership import demands_of_membership
from shanyraq.desks.queries.calendar.of_periods import demands_of_periods
from shanyraq.desks.queries.calendar.of_sittings import demands_of_sittings

__all__ = ["Demand", "Month", "demands_on", "months_of", "shown_to"]

SOURCES: list[Callable[[dt.date], Iterator[Demand]]] = [
    demands_of_sittings,
    demands_of_periods,
    demands_of_bodies,
    demands_of_membership,
    demands_of_execution,
]


@dataclass(frozen=True, kw_only=True)
class Month:
    """The demands whose last day lies in one month; `first` is empty for those without a day.

    Attributes:
        first: the first day of the month.
        is_late: whether these are the demands whose last day has passed, of whatever month.
    """

    first: dt.date | None
    is_late: bool
    demands: list[Demand]


def demands_on(on: dt.date) -> list[Demand]:
    """Everything demanded on a day: what is late first, then by last day, the undated last."""
    found = [demand for source in SOURCES for demand in source(on)]
    return sorted(found, key=lambda one: (one.deadline is None, one.deadline or on, one.key))


def shown_to(demands: Iterable[Demand], *, inside: bool, body: str = "") -> list[Demand]:
    """Those that somebody sees: what is internal only from inside; of one body when it is named."""
    return [
        one for one in demands if (inside or not one.internal) and body in {"", one.body.public_id}
    ]


def months_of(demands: Iterable[Demand], on: dt.date) -> list[Month]:
    """The demands month by month, those that are late before all others."""

    def place(demand: Demand) -> tuple[bool, dt.date | None]:
        day = demand.deadline
        if day is None or day < on:
            return day is not None, None
        return False, day.replace(day=1)

    ordered = sorted(demands, key=_rank_on(on))
    return [
        Month(first=first, is_late=late, demands=list(same))
        for (late, first), same in groupby(ordered, key=place)
    ]


def _rank_on(on: dt.date) -> Callable[[Demand], tuple[int, dt.date, str]]:
    def rank(demand: Demand) -> tuple[int, dt.date, str]:
        day = demand.deadline
        order = 2 if day is None else 0 if day < on else 1
        return order, day or demand.since or on, demand.key

    return rank
