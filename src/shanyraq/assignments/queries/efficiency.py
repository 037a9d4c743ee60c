"""How efficiently bodies work, body by body and year by year; nothing about a person (S4.3.D5).

Attendance is the share of the members then in office who were in the hall of a closed sitting. A
poll has no hall and is not counted. A decision is public from the moment its vote is closed: what
is measured is the time until somebody was told to carry it out.
"""

import datetime as dt
from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Min, Q, QuerySet
from django.db.models.functions import ExtractYear

from shanyraq.assignments.enums import RUNNING, State
from shanyraq.assignments.models import Assignment, AssignmentQuerySet
from shanyraq.bodies.models import Membership
from shanyraq.people.models import Organization
from shanyraq.platform.clock import ZONE, date_of
from shanyraq.sittings.enums import Kind
from shanyraq.sittings.enums import State as SessionState
from shanyraq.sittings.models import Session
from shanyraq.voting.models import Decision


@dataclass(slots=True)
class Efficiency:
    """One body in one year.

    Attributes:
        sittings: closed Sessions and meetings of the year.
        seats: members in office, added up over these sittings.
        present: members who were in the hall, added up.
        decisions: adopted in the year.
        days_to_execution: for each decision with an assignment, days until the first one.
        due: assignments whose deadline fell in the year: on time, late, or overdue.
        on_time: those of them whose accepted report had come by the deadline.
    """

    body: Organization
    year: int
    sittings: int = 0
    seats: int = 0
    present: int = 0
    decisions: int = 0
    days_to_execution: list[int] = field(default_factory=list)
    due: int = 0
    on_time: int = 0

    @property
    def attendance(self) -> int | None:
        """Share of members present, in whole per cent rounded down; None: no sitting."""
        return share(self.present, self.seats)

    @property
    def days(self) -> int | None:
        """The middle number of days from a decision to its first assignment; None: none."""
        values = sorted(self.days_to_execution)
        return values[(len(values) - 1) // 2] if values else None

    @property
    def punctuality(self) -> int | None:
        """Share of what fell due that was reported on time, in whole per cent rounded down."""
        return share(self.on_time, self.due)


def share(part: int, whole: int) -> int | None:
    """A share in whole per cent, rounded down; None: of nothing."""
    return part * 100 // whole if whole else None


def years_held() -> list[int]:
    """The years in which a sitting was closed, the latest first."""
    found = _closed().annotate(year=ExtractYear("starts_at", tzinfo=ZONE))
    return sorted(set(found.order_by().values_list("year", flat=True)), reverse=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Which year and which body are asked about; empty: all of them."""

    year: int | None = None
    body: Organization | None = None

    def conditions(self, date: str, body: str) -> dict[str, Any]:
        """The same as conditions on a column that holds the date and one that holds the body."""
        year = {} if self.year is None else {f"{date}__year": self.year}
        return year | ({} if self.body is None else {body: self.body})


def efficiency_by_body(on: dt.date, scope: Scope) -> list[Efficiency]:
    """The bodies of a year, or the years of a body; bodies by name, the latest year first."""
    rows = _Rows(Organization.objects.in_bulk())
    _count_sittings(_closed().filter(**scope.conditions("starts_at", "body")), rows)
    _count_decisions(
        Decision.objects.filter(**scope.conditions("adopted_on", "vote__session__body")), rows
    )
    _count_assignments(_due(on).filter(**scope.conditions("deadline", "body")), rows)
    return sorted(rows.values(), key=lambda row: (-row.year, row.body.name_kk_sort))


class _Rows(dict[tuple[int, int], Efficiency]):
    """What has been counted, by body and year."""

    def __init__(self, bodies: dict[int, Organization]) -> None:
        super().__init__()
        self._bodies = bodies

    def of(self, body: int, year: int) -> Efficiency:
        """The row of a body in a year, new if need be."""
        return self.setdefault((body, year), Efficiency(self._bodies[body], year))


def _closed() -> QuerySet[Session]:
    """Sittings that were held in a hall and are over."""
    return Session.objects.filter(state=SessionState.CLOSED).exclude(kind=Kind.POLL)


def _count_sittings(found: QuerySet[Session], rows: _Rows) -> None:
    """Count the sittings and who was there; seats are read once, since days fall between them."""
    held = found.annotate(there=Count("attendances__membership", distinct=True))
    listed = list(held.order_by().values_list("body", "starts_at", "there"))
    seats = _seats({body for body, _, _ in listed})
    for body, starts_at, there in listed:
        day = date_of(starts_at)
        row = rows.of(body, day.year)
        row.sittings += 1
        row.present += there
        row.seats += seats[body].on(day)


@dataclass(slots=True)
class _Seats:
    """The days on which the seats of a body began and ended, in their order."""

    begun: list[dt.date] = field(default_factory=list)
    ended: list[dt.date] = field(default_factory=list)

    def on(self, day: dt.date) -> int:
        """How many members the body had on a day; an end is the first day without the member."""
        return bisect_right(self.begun, day) - bisect_right(self.ended, day)


def _seats(bodies: Collection[int]) -> Mapping[int, _Seats]:
    """The seats of bodies: one question for all, since counting day by day is slow."""
    found = defaultdict[int, _Seats](_Seats)
    held = Membership.objects.filter(organization__in=bodies, post=None).order_by("start_date")
    for body, begun, ended in held.values_list("organization", "start_date", "end_date"):
        found[body].begun.append(begun)
        if ended is not None:
            insort(found[body].ended, ended)
    return found


def _count_decisions(found: QuerySet[Decision], rows: _Rows) -> None:
    told = found.annotate(first=Min("assignments__given_on"))
    listed = told.order_by().values_list("vote__session__body", "adopted_on", "first")
    for body, adopted, first in listed:
        row = rows.of(body, adopted.year)
        row.decisions += 1
        if first is not None:
            row.days_to_execution.append((first - adopted).days)


def _count_assignments(found: AssignmentQuerySet, rows: _Rows) -> None:
    by_year = found.order_by().values("body", "deadline__year")
    counted = by_year.annotate(due=Count("pk"), in_time=Count("pk", filter=Q(on_time=True)))
    for one in counted:
        row = rows.of(one["body"], one["deadline__year"])
        row.due += one["due"]
        row.on_time += one["in_time"]


def _due(on: dt.date) -> AssignmentQuerySet:
    """What has been answered or is overdue: only these tell whether it came on time."""
    settled = Q(state=State.ACCEPTED, on_time__isnull=False) | Q(state__in=RUNNING, deadline__lt=on)
    return Assignment.objects.public().filter(settled)
