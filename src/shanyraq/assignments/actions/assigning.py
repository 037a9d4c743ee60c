"""Giving assignments: by a decision, by the Chair's word to a deputy, a deputy's to the staff."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from shanyraq.assignments.actions._orders import (
    Order,
    Source,
    facts_of,
    require_fit,
    require_near,
    told,
    written,
)
from shanyraq.assignments.actions._steps import acting
from shanyraq.assignments.enums import Ground
from shanyraq.assignments.models import Assignment
from shanyraq.assignments.permissions import (
    APPARATUS,
    BEING_TOLD,
    LEADING_APPARATUS,
    TELLING_DEPUTIES,
    Control,
    control_of_body,
    require_control,
)
from shanyraq.bodies.models import Membership
from shanyraq.bodies.queries import assembly
from shanyraq.charter.queries import may
from shanyraq.people.enums import Classification
from shanyraq.people.models import Person
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import Done, action
from shanyraq.voting.models import Decision


class NotADeputy(Refusal):
    """A separate assignment of the Chair goes to a deputy (R23.4)."""

    code = "not-a-deputy"
    status = 422
    message = _("The Chair’s separate assignments go to the deputies, and to them alone.")
    remedy = _("Name a deputy; work for others rests on a decision.")


class NotTheApparatus(Refusal):
    """A deputy leads the apparatus, and nobody else by this power (R23.2, A29)."""

    code = "not-the-apparatus"
    status = 422
    message = _("{executor} does not belong to the apparatus.")
    remedy = _("The apparatus is {working_organ} and the secretariats.")


@action(
    "assignments.assign",
    powers=("ensure_activity_and_control_execution",),
    local=("control_local_execution",),
)
def assign(*, occasion: Occasion, decision: Decision, order: Order) -> Done[Assignment]:
    """Make a task of a decision (R12.1); a small assembly's own staff of its own decisions (R19.1).

    Raises:
        NotTheController: the law gives the control of execution to somebody else.
        LawSilent: the law gives no answer.
        TextMissing: no text in Kazakh or Russian.
        NoExecutor: nobody is named.
        NotBound: a person without seat or post is named alone.
        DeadlinePassed: the deadline lies before the day.
        OutsideTheRegion: a small assembly gives work outside its region.
    """
    body = decision.vote.session.body
    power = require_control(control_of_body(body), occasion)
    require_fit(order, occasion)
    if body.classification == Classification.SMALL_ASSEMBLY:
        require_near(order, body, occasion.on)
    held = Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    place = held.assignments.count() + 1
    source = Source(
        ground=Ground.DECISION, body=body, number=f"{held.number}-{place}", decision=held
    )
    assignment = written(order, source, power=power, occasion=occasion)
    return Done(
        assignment,
        facts=facts_of(assignment, order),
        withheld=told(order),
        verdicts=[assignment.power],
    )


@action("assignments.assign_to_deputy", powers=("give_assignments_to_deputies",))
def assign_to_deputy(*, occasion: Occasion, order: Order) -> Done[Assignment]:
    """Give a deputy a separate assignment of the Chair (R23.4).

    Raises:
        NotTheController: the actor is not the Chair.
        LawSilent: the law gives no answer.
        NotAPerson: the actor is not in the register.
        TextMissing: no text in Kazakh or Russian.
        NoExecutor: nobody is named.
        NotBound: a person without seat or post is named.
        DeadlinePassed: the deadline lies before the day.
        NotADeputy: an executor is no deputy.
    """
    power = require_control(Control(TELLING_DEPUTIES), occasion)
    require_fit(order, occasion)
    if order.bodies or not all(_is_deputy(one, occasion) for one in order.persons):
        raise NotADeputy
    assignment = written(
        order, _own_source(Ground.CHAIR, "CH", occasion), power=power, occasion=occasion
    )
    return Done(
        assignment,
        facts=facts_of(assignment, order),
        withheld=told(order),
        verdicts=[assignment.power],
    )


@action("assignments.assign_to_apparatus", powers=("lead_apparatus",))
def assign_to_apparatus(*, occasion: Occasion, order: Order) -> Done[Assignment]:
    """Give the Assembly's apparatus an assignment of a deputy, who leads it (R23.2, A29).

    Raises:
        NotTheController: the actor is no deputy.
        LawSilent: the law gives no answer.
        NotAPerson: the actor is not in the register.
        TextMissing: no text in Kazakh or Russian.
        NoExecutor: nobody is named.
        NotBound: a person without seat or post is named.
        DeadlinePassed: the deadline lies before the day.
        NotTheApparatus: an executor does not belong to the apparatus.
    """
    power = require_control(Control(LEADING_APPARATUS), occasion)
    require_fit(order, occasion)
    _require_apparatus(order, occasion)
    assignment = written(
        order, _own_source(Ground.DEPUTY, "DC", occasion), power=power, occasion=occasion
    )
    return Done(
        assignment,
        facts=facts_of(assignment, order),
        withheld=told(order),
        verdicts=[assignment.power],
    )


def _own_source(ground: Ground, letters: str, occasion: Occasion) -> Source:
    """The ground of what a person gives: numbered within the year, "CH2008-1"."""
    body, year = assembly(), f"{letters}{occasion.on.year}-"
    place = Assignment.objects.of_body(body).filter(number__startswith=year).count() + 1
    return Source(ground=ground, body=body, number=f"{year}{place}", given_by=acting(occasion))


def _is_deputy(person: Person, occasion: Occasion) -> bool:
    return may(BEING_TOLD, actor=person.actor, on=occasion.on).met


def _require_apparatus(order: Order, occasion: Occasion) -> None:
    for body in order.bodies:
        if body.classification not in APPARATUS:
            raise NotTheApparatus(executor=body.name)
    staff = Membership.objects.filter(
        Q(organization__classification__in=APPARATUS), post__isnull=False
    ).on(occasion.on)
    for person in order.persons:
        if not staff.filter(person=person).exists():
            raise NotTheApparatus(executor=person.name)
