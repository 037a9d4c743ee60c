"""The figures of execution: how many stand where, put together by executor, region or Session.

Everything is counted in the database on a date; nothing that can be overdue is stored as such.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, F, Model, Q, Window
from django.db.models.functions import RowNumber
from django.utils.translation import gettext as _

from shanyraq.assignments.enums import RUNNING, Grouping, State
from shanyraq.assignments.models import Assignment, AssignmentQuerySet
from shanyraq.people.models import Area, Organization
from shanyraq.platform.components.bars import Bar, bar
from shanyraq.sittings.models import Session

#: The column by which assignments are put together, and what its keys are keys of.
COLUMNS: Mapping[Grouping, tuple[str, type[Model]]] = {
    Grouping.EXECUTOR: ("lead_body", Organization),
    Grouping.REGION: ("area", Area),
    Grouping.SESSION: ("decision__vote__session", Session),
    Grouping.BODY: ("body", Organization),
}

#: What is counted of some assignments.
COUNTED = ("in_time", "overdue", "returned", "reported", "on_time", "late", "accepted")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How many assignments stand where; withdrawn ones are not counted.

    Attributes:
        in_time: running, the deadline not passed or none set.
        overdue: running, the deadline passed.
        returned: those of the running whose report was returned.
        reported: reported, awaiting acceptance.
        on_time: accepted, the accepted report had come by its deadline.
        late: accepted, it had come later.
        accepted: accepted altogether, those without a deadline included.
        median_days: from giving to the accepted report, in whole days; None: none accepted.
    """

    in_time: int = 0
    overdue: int = 0
    returned: int = 0
    reported: int = 0
    on_time: int = 0
    late: int = 0
    accepted: int = 0
    median_days: int | None = None

    @property
    def total(self) -> int:
        """All of them."""
        return self.in_time + self.overdue + self.reported + self.accepted

    @property
    def running(self) -> int:
        """Those on which the executor has something to do."""
        return self.in_time + self.overdue

    def bar(self, of: int) -> Bar:
        """The four parts side by side over a whole."""
        parts = [
            ("done", self.accepted),
            ("asked", self.reported),
            ("going", self.in_time),
            ("overdue", self.overdue),
        ]
        return bar(parts, of=of)


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of one executor, region, Session or body."""

    label: str
    figures: Figures
    bar: Bar


def figures_of(found: AssignmentQuerySet, on: dt.date) -> Figures:
    """The figures of some assignments on a date."""
    counts = found.order_by().aggregate(**_counts(on))
    return _figures(list(counts.values()), _medians(found, None).get(None))


def execution_of(session: Session, on: dt.date) -> Figures:
    """How far what a sitting decided has been carried out by a date."""
    return figures_of(
        Assignment.objects.of_body(session.body).filter(decision__vote__session=session), on
    )


def grouped(found: AssignmentQuerySet, grouping: Grouping, on: dt.date) -> list[Group]:
    """The figures group by group, the largest group first."""
    column, kind = COLUMNS[grouping]
    names = list(_counts(on))
    rows = found.order_by().values(key=F(column)).annotate(**_counts(on))
    medians = _medians(found, column)
    told = {
        key: _figures(counts, medians.get(key)) for key, *counts in rows.values_list("key", *names)
    }
    labels = _labels(kind, told)
    most = max((one.total for one in told.values()), default=0)
    groups = [
        Group(labels.get(key, _nameless(grouping)), one, one.bar(most)) for key, one in told.items()
    ]
    return sorted(groups, key=lambda group: (-group.figures.total, group.label))


def _figures(counts: Sequence[int], median_days: int | None) -> Figures:
    """Figures from their counts, in the order of `COUNTED`."""
    return Figures(**dict(zip(COUNTED, counts, strict=True)), median_days=median_days)


def _counts(on: dt.date) -> dict[str, Count]:
    """What is counted, in the order of `COUNTED`, under names that no column has."""
    running, late = Q(state__in=RUNNING), Q(deadline__lt=on)
    accepted = Q(state=State.ACCEPTED)
    conditions = [
        running & (Q(deadline=None) | ~late),
        running & late,
        Q(state=State.RETURNED),
        Q(state=State.REPORTED),
        accepted & Q(on_time=True),
        accepted & Q(on_time=False),
        accepted,
    ]
    return {
        f"number_{name}": Count("pk", filter=condition)
        for name, condition in zip(COUNTED, conditions, strict=True)
    }


def _medians(found: AssignmentQuerySet, column: str | None) -> dict[int | None, int]:
    """The middle number of days of each group, the mean of the two middle ones rounded up."""
    parts = [F(column)] if column else []
    ranked = (
        found.filter(state=State.ACCEPTED)
        .order_by()
        .annotate(
            place=Window(RowNumber(), partition_by=parts, order_by=F("days_taken").asc()),
            among=Window(Count("pk"), partition_by=parts),
        )
    )
    middle = ranked.filter(place__gte=(F("among") + 1) / 2, place__lte=(F("among") + 2) / 2)
    days: dict[int | None, list[int]] = {}
    for row in middle.values(column or "state", "days_taken"):
        days.setdefault(row[column] if column else None, []).append(row["days_taken"])
    return {key: -(-sum(values) // len(values)) for key, values in days.items()}


def _labels(kind: type[Model], keys: Mapping[int | None, Figures]) -> dict[int | None, str]:
    rows = kind._default_manager.all()
    if kind is Session:
        rows = rows.select_related("body")
    found = rows.in_bulk([key for key in keys if key is not None])
    return {int(key): str(one) for key, one in found.items()}


def _nameless(grouping: Grouping) -> str:
    words = {
        Grouping.EXECUTOR: _("Persons, without an organisation"),
        Grouping.REGION: _("No region in particular"),
    }
    return words.get(grouping, "–")
