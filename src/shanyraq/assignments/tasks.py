"""Letters to executors: when an assignment comes or returns, and before a deadline.

A letter is never the only place: the executor's own page and the desks show the same.
"""

import datetime as dt
from collections.abc import Iterable

from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from shanyraq.assignments.models import Assignment
from shanyraq.assignments.queries import assignment_of, executing_persons
from shanyraq.people.models import Person
from shanyraq.platform import clock
from shanyraq.platform.languages import LANGUAGES
from shanyraq.platform.tasks import task

#: How many days before a deadline a letter reminds of it; a habit of the house, not of the law.
REMINDED_BEFORE = 3


@task("assignments.tell_executors")
def tell_executors(*, assignment: str) -> None:
    """Tell the executors of an assignment that have an address what it is and how it stands."""
    _send([assignment_of(assignment)])


@task("assignments.remind_executors")
def remind_executors() -> None:
    """Remind of the deadlines that come in a few days; run once a day by the clock."""
    day = clock.today() + dt.timedelta(days=REMINDED_BEFORE)
    _send(Assignment.objects.of_institution().running().filter(deadline=day).with_names())


def _send(assignments: Iterable[Assignment]) -> None:
    letters = [
        _letter(assignment, person)
        for assignment in assignments
        for person in executing_persons(assignment, clock.today())
        if person.email
    ]
    if letters:
        get_connection().send_messages(letters)


def _letter(assignment: Assignment, person: Person) -> EmailMessage:
    language = next(one for one in LANGUAGES if one == person.preferred_language)
    with translation.override(language):
        text = render_to_string(
            "assignments/letters/assignment.txt",
            {"assignment": assignment, "person": person, "today": clock.today()},
        )
        subject = _("Assignment No. {number}").format(number=assignment.number)
        return EmailMessage(subject=subject, body=text, to=[person.email])
