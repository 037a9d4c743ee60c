"""What this chapter tells those below: a member's own assignments, the open work of a body."""

import datetime as dt

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from shanyraq.assignments.enums import State
from shanyraq.assignments.models import Assignment
from shanyraq.membership.hooks import ActivityFact
from shanyraq.people.models import Organization, Person


def activity_in_execution(person: Person, on: dt.date) -> list[ActivityFact]:
    """How many of a person's published assignments were carried out, and how many by their day.

    Those of the organisations the person serves are not counted for the person; what was
    withdrawn is counted for nobody.
    """
    own = Assignment.objects.carried_out_by(person.public_id, ()).public()
    given = own.filter(given_on__lte=on).exclude(state=State.WITHDRAWN)
    accepted = Q(state=State.ACCEPTED, finished_on__lte=on)
    figures = given.aggregate(
        given=Count("pk"),
        carried_out=Count("pk", filter=accepted),
        due=Count("pk", filter=accepted & Q(on_time__isnull=False)),
        on_time=Count("pk", filter=accepted & Q(on_time=True)),
    )
    return [
        ActivityFact(
            label=_("Assignments carried out"), count=figures["carried_out"], of=figures["given"]
        ),
        ActivityFact(
            label=_("Assignments reported on time"), count=figures["on_time"], of=figures["due"]
        ),
    ]


def open_assignments(*, body: Organization, on: dt.date) -> int:
    """How many assignments that a body gave or leads are open on a day."""
    concerned = Q(body=body) | Q(lead_body=body)
    unfinished = Q(finished_on=None) | Q(finished_on__gt=on)
    found = Assignment.objects.of_institution().filter(concerned, unfinished, given_on__lte=on)
    return found.count()
