"""What somebody is told to do, and whether it can be told to them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from shanyraq.assignments.actions._steps import require_text, stored, words
from shanyraq.assignments.enums import Ground
from shanyraq.assignments.models import Assignment, CoExecutor
from shanyraq.assignments.permissions import near
from shanyraq.bodies.models import Membership
from shanyraq.law import Verdict
from shanyraq.people.enums import Classification
from shanyraq.people.models import Area, Organization, Person, Wording
from shanyraq.platform.journal import Json
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.tasks import after_commit
from shanyraq.voting.models import Decision

NOTHING = Wording(kk="", ru="", en="")


class NoExecutor(Refusal):
    """An assignment that is nobody's."""

    code = "no-executor"
    status = 422
    message = _("Nobody is named who answers for it.")
    remedy = _("Name a person, a body or both.")


class NotBound(Refusal):
    """Somebody without a seat or a post is told to do something in person."""

    code = "not-bound"
    status = 422
    message = _(
        "{person} holds no seat and no post on {on}: the law gives such a person no duties."
    )
    remedy = _("Name the organisation that answers for it, and the person in it.")


class DeadlinePassed(Refusal):
    """A deadline that has passed before it is set."""

    code = "deadline-passed"
    status = 422
    message = _("The deadline {deadline} has already passed.")
    remedy = _("Set a later day, or leave it open until it is instructed.")


class OutsideTheRegion(Refusal):
    """A small assembly gives work to somebody of another region."""

    code = "outside-the-region"
    status = 422
    message = _("{executor} does not belong to the region of this body.")
    remedy = _(
        "{small_assembly:first} gives work to its own members, its secretariat and its region."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be done, what completes it, by whom, until when, for which region."""

    text: Wording
    completion: Wording = NOTHING
    lead_person: Person | None = None
    lead_body: Organization | None = None
    co_persons: Sequence[Person] = ()
    co_bodies: Sequence[Organization] = ()
    deadline: dt.date | None = None
    area: Area | None = None

    @property
    def persons(self) -> list[Person]:
        """Every person named."""
        return [*([self.lead_person] if self.lead_person else []), *self.co_persons]

    @property
    def bodies(self) -> list[Organization]:
        """Every organisation named."""
        return [*([self.lead_body] if self.lead_body else []), *self.co_bodies]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where an assignment comes from: its ground, its body, its number."""

    ground: Ground
    body: Organization
    number: str
    decision: Decision | None = None
    given_by: Person | None = None


def require_fit(order: Order, occasion: Occasion) -> None:
    """Let pass what is written, has an executor who is bound, and a deadline to come.

    Raises:
        TextMissing: no text in Kazakh or Russian.
        NoExecutor: nobody is named.
        NotBound: a person without seat or post, and no organisation in which he works.
        DeadlinePassed: the deadline lies before the day.
    """
    require_text(order.text)
    if order.lead_person is None and order.lead_body is None:
        raise NoExecutor
    if order.deadline is not None and order.deadline < occasion.on:
        raise DeadlinePassed(deadline=order.deadline)
    alone = [*order.co_persons, *([order.lead_person] if order.lead_body is None else [])]
    for person in alone:
        if person is not None and not _is_bound(person, occasion.on):
            raise NotBound(person=person.name, on=occasion.on)


def require_near(order: Order, body: Organization, on: dt.date) -> None:
    """Let a small assembly give work only to its own and in its own region.

    Raises:
        OutsideTheRegion: an executor or the region is another's.
    """
    own = near(body)
    for one in order.bodies:
        if one.public_id not in own and one.area_id != body.area_id:
            raise OutsideTheRegion(executor=one.name)
    for person in order.persons:
        seats = Membership.objects.filter(person=person, organization__public_id__in=own).on(on)
        if order.lead_body is None and not seats.exists():
            raise OutsideTheRegion(executor=person.name)
    if order.area is not None and order.area.pk != body.area_id:
        raise OutsideTheRegion(executor=order.area.name)


def written(order: Order, source: Source, *, power: Verdict, occasion: Occasion) -> Assignment:
    """The assignment with its co-executors; letters go out once the act stands."""
    assignment = Assignment.objects.create(
        ground=source.ground,
        decision=source.decision,
        body=source.body,
        given_by=source.given_by,
        number=source.number,
        lead_person=order.lead_person,
        lead_body=order.lead_body,
        deadline=order.deadline,
        area=order.area or (source.body.area if _is_small(source.body) else None),
        given_on=occasion.on,
        power=stored(power),
        **order.text.columns("text"),
        **order.completion.columns("completion"),
    )
    persons = {one.pk for one in order.co_persons} - {getattr(order.lead_person, "pk", None)}
    bodies = {one.pk for one in order.co_bodies} - {getattr(order.lead_body, "pk", None)}
    for person in sorted(persons):
        CoExecutor.objects.create(assignment=assignment, person_id=person)
    for body in sorted(bodies):
        CoExecutor.objects.create(assignment=assignment, body_id=body)
    after_commit("assignments.tell_executors", assignment=assignment.public_id)
    return assignment


def facts_of(assignment: Assignment, order: Order) -> dict[str, Json]:
    """An assignment as the journal tells it: everybody by identifier."""
    return {
        "number": assignment.number,
        "ground": assignment.ground,
        "body": assignment.body.public_id,
        "decision": assignment.decision.public_id if assignment.decision else None,
        "lead_person": order.lead_person.public_id if order.lead_person else None,
        "lead_body": order.lead_body.public_id if order.lead_body else None,
        "co_persons": [one.public_id for one in order.co_persons],
        "co_bodies": [one.public_id for one in order.co_bodies],
        "deadline": order.deadline.isoformat() if order.deadline else None,
        "area": assignment.area.public_id if assignment.area else None,
    }


def told(order: Order) -> dict[str, Json]:
    """The words of an assignment, which may name people: kept outside the chain."""
    return {"text": words(order.text), "completion": words(order.completion)}


def _is_bound(person: Person, on: dt.date) -> bool:
    return Membership.objects.filter(person=person).on(on).exists()


def _is_small(body: Organization) -> bool:
    return body.classification == Classification.SMALL_ASSEMBLY
