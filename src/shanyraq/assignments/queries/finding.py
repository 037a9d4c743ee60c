"""Assignments and people as they are looked for."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from shanyraq.assignments.enums import Shown, State
from shanyraq.assignments.models import Assignment, AssignmentQuerySet
from shanyraq.bodies.models import Membership
from shanyraq.people.models import Area, Organization, Person
from shanyraq.platform.languages import fold
from shanyraq.sittings.models import Session

#: How many persons of a name are told when it is not clear who is meant.
TOLD = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """Which assignments are asked for; empty parts narrow nothing."""

    shown: Shown | None = None
    body: Organization | None = None
    executor: Organization | None = None
    area: Area | None = None
    session: Session | None = None

    def conditions(self) -> dict[str, Any]:
        """The same as conditions on columns, the state left out."""
        columns = {
            "body": self.body,
            "lead_body": self.executor,
            "area": self.area,
            "decision__vote__session": self.session,
        }
        return {column: value for column, value in columns.items() if value is not None}


def narrowed(found: AssignmentQuerySet, chosen: Narrowing, on: dt.date) -> AssignmentQuerySet:
    """The assignments asked for, as they stand on a date."""
    found = found.filter(**chosen.conditions())
    if chosen.shown is None:
        return found
    if chosen.shown == Shown.RUNNING:
        return found.running()
    if chosen.shown == Shown.OVERDUE:
        return found.overdue(on)
    return found.filter(state=State(chosen.shown.value))


def people_named(name: str, on: dt.date) -> list[Person]:
    """Those in office on a day who are called so; the whole name or an identifier names one."""
    held = Membership.objects.on(on).values("person")
    people = Person.objects.filter(pk__in=held)
    words = fold(name).split()
    found = people
    for word in words:
        found = found.filter(name_fold__contains=word)
    listed = list(found.order_by("name_kk_sort", "pk")[: TOLD + 1]) if words else []
    exact = [one for one in listed if fold(name) in one.name_fold.split("\n")]
    own = list(people.filter(public_id=name.strip()))
    return own or (exact if len(exact) == 1 else listed)


@dataclass(frozen=True, slots=True)
class Listed:
    """An assignment as a list shows it on a date.

    Attributes:
        overdue: whether its deadline has passed without a report.
        days_left: days until the deadline, negative after it; None: over, reported or without one.
    """

    assignment: Assignment
    overdue: bool
    days_left: int | None

    @property
    def days_late(self) -> int:
        """How many days the deadline has passed."""
        return -self.days_left if self.days_left is not None and self.days_left < 0 else 0


def listed(found: Iterable[Assignment], on: dt.date) -> list[Listed]:
    """Assignments as a list shows them on a date."""
    return [_listed(one, on) for one in found]


def _listed(one: Assignment, on: dt.date) -> Listed:
    left = (one.deadline - on).days if one.deadline and one.is_running else None
    return Listed(one, overdue=one.is_overdue(on), days_left=left)
