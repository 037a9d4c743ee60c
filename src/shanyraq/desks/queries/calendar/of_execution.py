"""What execution asks of bodies: overdue and coming assignments, reports, recommendations."""

import datetime as dt
from collections.abc import Iterator

from django.db.models import Count, Min
from django.urls import reverse
from django.utils.translation import gettext as _

from shanyraq.assignments.models import Assignment, AssignmentQuerySet
from shanyraq.assignments.queries import open_recommendations, to_accept
from shanyraq.bodies.queries import assembly
from shanyraq.desks.queries.calendar.entries import Demand, of_power
from shanyraq.people.models import Organization
from shanyraq.platform.languages import whole

#: To see that decisions are carried out (R12.1), and to carry an assignment out (R21.5).
CONTROLLING = "ensure_activity_and_control_execution"
CARRYING_OUT = "execute_assignments_in_good_faith"


def demands_of_execution(on: dt.date) -> Iterator[Demand]:
    """Everything about execution on a day, one line for each body."""
    running = Assignment.objects.of_institution().public().running()
    yield from _counted(
        running.filter(deadline__lt=on),
        on,
        key="overdue",
        title=_("Carry out the overdue assignments"),
        why=_("{number} assignments are past their deadline; this is the earliest."),
    )
    yield from _counted(
        running.filter(deadline__gte=on),
        on,
        key="due",
        title=_("Carry out the next assignments"),
        why=_("{number} assignments have a deadline to come; this is the next."),
    )
    yield from _to_accept(on)
    yield from _unanswered(on)


def _counted(
    found: AssignmentQuerySet, on: dt.date, *, key: str, title: str, why: str
) -> Iterator[Demand]:
    verdict = of_power(CARRYING_OUT, on)
    counts = found.order_by().values("body").annotate(number=Count("pk"), first=Min("deadline"))
    bodies = Organization.objects.in_bulk([row["body"] for row in counts])
    for row in counts:
        body = bodies[row["body"]]
        yield Demand(
            key=f"{key}:{body.public_id}",
            on=on,
            body=body,
            title=title,
            why=why.format(number=whole(row["number"])),
            verdict=verdict,
            deadline=row["first"],
            href=reverse("assignments:index"),
        )


def _to_accept(on: dt.date) -> Iterator[Demand]:
    found = to_accept(on).of_institution().aggregate(number=Count("pk"), first=Min("reported_on"))
    if found["number"]:
        yield Demand(
            key="to-accept",
            on=on,
            body=assembly(),
            title=_("Accept or return the reports on assignments"),
            why=_("{number} reports wait; the law sets no day.").format(
                number=whole(found["number"])
            ),
            verdict=of_power(CONTROLLING, on),
            since=found["first"],
            href=reverse("assignments:control"),
            internal=True,
        )


def _unanswered(on: dt.date) -> Iterator[Demand]:
    found = open_recommendations(on).order_by().aggregate(number=Count("pk"), first=Min("sent_on"))
    if found["number"]:
        yield Demand(
            key="unanswered",
            on=on,
            body=assembly(),
            title=_("Await the answers to recommendations"),
            why=_("{number} are without an answer; the law sets the addressee no day.").format(
                number=whole(found["number"])
            ),
            verdict=of_power(CONTROLLING, on),
            since=found["first"],
            href=reverse("assignments:recommendations"),
        )
