"""Reads of assignments: whose they are, what is due, what waits to be accepted."""

import datetime as dt

from django.db.models import F, Q, QuerySet
from django.shortcuts import get_object_or_404

from shanyraq.assignments.enums import Ground
from shanyraq.assignments.models import (
    Assignment,
    AssignmentQuerySet,
    CoExecutor,
    Evidence,
    Report,
)
from shanyraq.assignments.permissions import (
    CONTROLLING,
    LEADING_APPARATUS,
    TELLING_DEPUTIES,
    Control,
    bodies_served,
    control_of_body,
    controls,
)
from shanyraq.bodies.models import Membership
from shanyraq.bodies.queries import small_assemblies
from shanyraq.people.enums import Classification
from shanyraq.people.models import Organization, Person
from shanyraq.platform.occasion import Actor, Occasion
from shanyraq.voting.models import Decision


def assignment_of(public_id: str) -> Assignment:
    """The assignment of a public identifier with its executors.

    Raises:
        Http404: there is none.
    """
    found = Assignment.objects.with_names().select_related("decision__vote__session", "power")
    found = found.prefetch_related("co_executors__person", "co_executors__body")
    return get_object_or_404(found, public_id=public_id)


def evidence_of(public_id: str) -> Evidence:
    """A piece of evidence with its assignment.

    Raises:
        Http404: there is none.
    """
    found = Evidence.objects.select_related("report__assignment__body")
    return get_object_or_404(found, public_id=public_id)


def assignments_of(actor: Actor, on: dt.date) -> AssignmentQuerySet:
    """What somebody carries out, in person or in an organisation served, the next deadline first.

    What has no deadline comes last; what is over is among it.
    """
    own = Assignment.objects.carried_out_by(actor.public_id, bodies_served(actor, on))
    return _by_deadline(own.with_names())


def overdue(on: dt.date) -> AssignmentQuerySet:
    """Those past their deadline on a date without a report, the oldest deadline first.

    Whoever asks says whose: `.of_body(body)`, `.of_bodies(...)`, `.of_institution()`.
    """
    return _by_deadline(Assignment.objects.overdue(on).with_names())


def to_accept(on: dt.date) -> AssignmentQuerySet:
    """Those whose report waits to be accepted by a date, the longest wait first.

    Whoever asks says whose, as for `overdue`.
    """
    waiting = Assignment.objects.reported().filter(reported_on__lte=on)
    return waiting.with_names().order_by("reported_on", "pk")


def of_decision(decision: Decision) -> AssignmentQuerySet:
    """What a decision has been made into, in the order of the numbers."""
    found = Assignment.objects.of_institution().filter(decision=decision).with_names()
    return found.prefetch_related("co_executors__person", "co_executors__body").order_by("pk")


def reports_of(assignment: Assignment) -> QuerySet[Report]:
    """The reports on an assignment with evidence and answers, in their order."""
    found = Report.objects.filter(assignment=assignment)
    found = found.select_related("author", "entered_for", "assessment__assessed_by")
    return found.prefetch_related("evidence").order_by("cycle")


def waiting_report(assignment: Assignment) -> Report | None:
    """The report that waits to be answered."""
    return assignment.reports.filter(assessment=None).order_by("cycle").last()


def controlled_by(occasion: Occasion) -> AssignmentQuerySet:
    """The assignments that somebody gives and judges on the date; another region's are not."""
    condition = Q(pk__in=[])
    small = Q(body__classification=Classification.SMALL_ASSEMBLY)
    if controls(Control(CONTROLLING), occasion):
        condition |= Q(ground=Ground.DECISION) & ~small
    condition |= Q(ground=Ground.DECISION, body__in=small_bodies_controlled(occasion))
    if controls(Control(TELLING_DEPUTIES), occasion):
        condition |= Q(ground=Ground.CHAIR)
    if controls(Control(LEADING_APPARATUS), occasion):
        condition |= Q(ground=Ground.DEPUTY)
        condition |= Q(pk__in=_of_working_organ())
    return Assignment.objects.of_institution().filter(condition).with_names()


def small_bodies_controlled(occasion: Occasion) -> list[Organization]:
    """The small assemblies whose execution somebody controls: those in which a post is held."""
    served = bodies_served(occasion.actor, occasion.on)
    near = small_assemblies().filter(Q(pk__in=served) | Q(children__in=served)).distinct()
    return [one for one in near if controls(control_of_body(one), occasion)]


def decisions_controlled(occasion: Occasion) -> QuerySet[Decision]:
    """The decisions whose execution somebody organises, the latest first."""
    kind = "vote__session__body__classification"
    condition = Q(vote__session__body__in=small_bodies_controlled(occasion))
    if controls(Control(CONTROLLING), occasion):
        condition |= ~Q(**{kind: Classification.SMALL_ASSEMBLY})
    found = Decision.objects.filter(condition).select_related("vote__session__body")
    return found.order_by("-adopted_on", "-pk")


def without_execution(occasion: Occasion) -> QuerySet[Decision]:
    """Those of them on which nothing has been assigned and nothing sent."""
    return decisions_controlled(occasion).filter(assignments=None, recommendations=None)


def executing_persons(assignment: Assignment, on: dt.date) -> list[Person]:
    """Who is to be told of an assignment: persons named, holders of posts in bodies named."""
    shared = list(assignment.co_executors.all())
    bodies = [assignment.lead_body_id, *(one.body_id for one in shared)]
    named = [assignment.lead_person_id, *(one.person_id for one in shared)]
    posts = Membership.objects.filter(organization__in=[one for one in bodies if one]).posts()
    keys = {*(one for one in named if one), *posts.on(on).values_list("person", flat=True)}
    return list(Person.objects.filter(pk__in=keys).order_by("name_kk_sort", "pk"))


def _by_deadline(found: AssignmentQuerySet) -> AssignmentQuerySet:
    return found.order_by(F("deadline").asc(nulls_last=True), "pk")


def _of_working_organ() -> AssignmentQuerySet:
    """What the Working Organ itself carries out, which the deputies judge (A29)."""
    kind = Classification.WORKING_ORGAN
    shared = CoExecutor.objects.filter(body__classification=kind).values("assignment")
    return Assignment.objects.of_institution().filter(
        Q(lead_body__classification=kind) | Q(pk__in=shared), ground=Ground.DECISION
    )
