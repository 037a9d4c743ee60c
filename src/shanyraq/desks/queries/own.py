"""What waits for one person: by the powers held, by the sheets, tasks and cases of the person."""

import datetime as dt
from collections.abc import Collection, Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from shanyraq.assignments.models import Assignment
from shanyraq.assignments.queries import assignments_of
from shanyraq.bodies.queries import layers_of, own_bodies
from shanyraq.charter.queries import law_on
from shanyraq.desks.permissions import IN_PERSON
from shanyraq.desks.queries.asks import Ask, in_order
from shanyraq.desks.queries.ballots import asks_of_ballots
from shanyraq.desks.queries.calendar import Demand, demands_on
from shanyraq.desks.queries.calendar.entries import of_power
from shanyraq.law import Charter
from shanyraq.law.facts import UnknownRule
from shanyraq.membership.enums import CaseState
from shanyraq.membership.models import RemovalCase
from shanyraq.people.enums import Classification
from shanyraq.platform.authority import posts_of
from shanyraq.platform.clock import date_of
from shanyraq.platform.languages import day
from shanyraq.platform.occasion import Occasion
from shanyraq.voting.queries import unanswered

#: How many of one's own tasks a desk lists; the page of tasks has them all.
MOST_TASKS = 5


def asks_of_own(occasion: Occasion) -> list[Ask]:
    """Everything that waits for the one who acts, the most urgent first."""
    found = [*asks_of_ballots(occasion), *_sheets(occasion), *_tasks(occasion), *_cases(occasion)]
    return in_order([*found, *asks_of_powers(occasion)])


def asks_of_powers(occasion: Occasion) -> list[Ask]:
    """The demands of the calendar which the law puts to the one who acts, in person."""
    held = posts_of(occasion.actor, occasion.on)
    if not held:
        return []
    near = own_bodies(occasion.actor, occasion.on)
    posts = {one.post for one in held}
    posts_near = {one.post for one in held if one.body in near}

    def counted(demand: Demand) -> Collection[str]:
        if demand.body.classification != Classification.SMALL_ASSEMBLY:
            return posts
        return posts_near if demand.body.public_id in near else ()

    found = demands_on(occasion.on)
    return [_ask(demand) for demand in found if _is_put_to(demand, counted(demand))]


def _is_put_to(demand: Demand, posts: Collection[str]) -> bool:
    if demand.verdict is None or not posts:
        return False
    try:
        verdict = _law_of(demand).can(demand.verdict.rule, posts)
    except UnknownRule:
        return False
    return verdict.value == IN_PERSON


def _law_of(demand: Demand) -> Charter:
    """The law of the day; for a small assembly with its own statute, which has powers too."""
    local = demand.body.classification == Classification.SMALL_ASSEMBLY
    return law_on(demand.on, layers=layers_of(demand.body, demand.on) if local else ())


def _ask(demand: Demand) -> Ask:
    return Ask(
        key=demand.key,
        on=demand.on,
        title=demand.title,
        why=demand.why,
        verdict=demand.verdict,
        deadline=demand.deadline,
        label=pgettext("button", "Open"),
        href=demand.href,
    )


def _sheets(occasion: Occasion) -> Iterator[Ask]:
    """Polls of the Council that await this member's answer (R9.3a)."""
    for poll in unanswered(occasion.actor, occasion.at):
        yield Ask(
            key="sheet",
            on=occasion.on,
            title=_("Answer the poll"),
            why=_("Nobody sees how you answered until it is closed."),
            verdict=of_power("vote_in_council", occasion.on),
            deadline=date_of(poll.ends_at) if poll.ends_at else None,
            label=_("Open your sheet"),
            href=reverse("voting:sheet", args=[poll.public_id]),
        )


def _tasks(occasion: Occasion) -> Iterator[Ask]:
    """Assignments on which this person, or an organisation served, has something to do (R21.5)."""
    running = assignments_of(occasion.actor, occasion.on).running()
    for assignment in running[:MOST_TASKS]:
        yield _task(assignment, occasion.on)


def _task(assignment: Assignment, on: dt.date) -> Ask:
    given = _("Given on {day}.").format(day=day(assignment.given_on))
    return Ask(
        key="assignment",
        on=on,
        title=_("Assignment {number}: {text}").format(
            number=assignment.number, text=assignment.text
        ),
        why=given,
        verdict=of_power("execute_assignments_in_good_faith", on),
        deadline=assignment.deadline,
        label=_("Open the assignment"),
        href=reverse("assignments:assignment", args=[assignment.public_id]),
    )


def _cases(occasion: Occasion) -> Iterator[Ask]:
    """A proposed removal on which this member may state an own view (reading A25)."""
    cases = RemovalCase.objects.of_institution().filter(
        state=CaseState.OPEN, seat__person__public_id=occasion.actor.public_id
    )
    for case in cases:
        yield Ask(
            key="removal",
            on=occasion.on,
            title=_("State your view on the proposal to remove you"),
            why=_("Your statement stands beside the proposal and cannot be deleted."),
            verdict=of_power("free_opinion_even_after_decision", occasion.on),
            label=_("Read and answer"),
            href=reverse("membership:removal", args=[case.public_id]),
        )
