"""An institution with a decision, its executors and those who control execution, for tests."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tests.bodies.builders import a_body, a_holding, a_post, a_region, a_seat
from tests.conftest import an_occasion
from tests.people.builders import a_person
from tests.voting.builders import DAY, SPRING, Hall, a_decision, a_hall

from shanyraq.assignments.actions import (
    Letter,
    Order,
    Reply,
    accept,
    assign,
    report,
    send_recommendation,
)
from shanyraq.assignments.enums import (
    Addressee,
    AnswerKind,
    Effect,
    RecommendationKind,
)
from shanyraq.assignments.models import Assignment, Recommendation, Report
from shanyraq.bodies.enums import Role
from shanyraq.bodies.models import Membership
from shanyraq.people.enums import Classification
from shanyraq.people.models import Area, Organization, Person, Wording
from shanyraq.platform.occasion import Actor, Occasion
from shanyraq.sittings.enums import ItemKind
from shanyraq.sittings.models import Session
from shanyraq.voting.models import Decision

NEXT_DAY = DAY + dt.timedelta(days=1)
DUE = DAY + dt.timedelta(days=60)
AFTER = DUE + dt.timedelta(days=1)
TEXT = Wording(kk="Жоспар жасау", ru="Составить план", en="Make a plan")
COMPLETION = Wording(kk="Жоспар бекітілді", ru="План утверждён", en="The plan is approved")


def on(actor: Actor, day: dt.date = NEXT_DAY, *, hour: int = 11) -> Occasion:
    """Somebody acts on a day after the Session."""
    return an_occasion(actor=actor, on=day, hour=hour)


@dataclass(frozen=True)
class Scene:
    """A Session of the Assembly with one decision, and those around it."""

    hall: Hall
    decision: Decision

    @property
    def clerk(self) -> Actor:
        """On the staff of the Working Organ."""
        return self.hall.clerk

    @property
    def chair(self) -> Actor:
        """The Chair of the Assembly."""
        return self.hall.chair

    @property
    def member(self) -> Person:
        """A member of the Assembly."""
        return self.hall.members[0].person

    @property
    def working_organ(self) -> Organization:
        """The Working Organ."""
        return Organization.objects.get(classification=Classification.WORKING_ORGAN)

    @cached_property
    def deputy(self) -> Person:
        """A deputy of the Chair."""
        person = a_person(name="Орынбасар", name_en="Deputy")
        a_holding(a_post(Role.DEPUTY_CHAIR, body=self.hall.session.body, seats=2), person=person)
        return person

    @cached_property
    def ministry(self) -> Organization:
        """A state body without an account."""
        return a_body(Classification.STATE_BODY, name="Министрлік")


def a_scene(*, kind: ItemKind = ItemKind.OTHER_QUESTIONS, members: int = 6) -> Scene:
    """A decision of a Session that was taken today."""
    hall = a_hall(members=members, kind=kind)
    return Scene(hall, a_decision(hall))


def an_order(
    *,
    text: Wording = TEXT,
    lead_person: Person | None = None,
    lead_body: Organization | None = None,
    co_persons: Sequence[Person] = (),
    co_bodies: Sequence[Organization] = (),
    deadline: dt.date | None = DUE,
    area: Area | None = None,
) -> Order:
    """Something to be done."""
    return Order(
        text=text,
        completion=COMPLETION,
        lead_person=lead_person,
        lead_body=lead_body,
        co_persons=co_persons,
        co_bodies=co_bodies,
        deadline=deadline,
        area=area,
    )


def assigned(scene: Scene, order: Order | None = None) -> Assignment:
    """An assignment of the Working Organ on the decision, to the member unless ordered."""
    return assign(
        occasion=on(scene.clerk),
        decision=scene.decision,
        order=order or an_order(lead_person=scene.member),
    )


def reported(scene: Scene, assignment: Assignment, *, day: dt.date = DUE) -> Report:
    """The member's report."""
    assignment.refresh_from_db()
    return report(occasion=on(scene.member.actor, day), assignment=assignment, text="Жасалды.")


def accepted(scene: Scene, assignment: Assignment, *, day: dt.date = DUE) -> Assignment:
    """The member's report, accepted on its day."""
    accept(
        occasion=on(scene.clerk, day, hour=15),
        report=reported(scene, assignment, day=day),
        effect=Effect.ACHIEVED,
        text="Толық орындалды.",
    )
    assignment.refresh_from_db()
    return assignment


def a_letter(
    *,
    kind: RecommendationKind = RecommendationKind.RECOMMENDATION,
    addressee: Addressee = Addressee.GOVERNMENT,
    organization: Organization | None = None,
    number: str = "12-3",
    sent_on: dt.date = NEXT_DAY,
    text: Wording = TEXT,
) -> Letter:
    """A letter with a recommendation."""
    return Letter(
        kind=kind,
        addressee=addressee,
        organization=organization,
        number=number,
        sent_on=sent_on,
        text=text,
    )


def a_reply(
    *, kind: AnswerKind = AnswerKind.PARTLY, day: dt.date = DUE, text: str = "Ескерілді."
) -> Reply:
    """An answer to it."""
    return Reply(kind=kind, answered_on=day, text=text, number="77")


def sent(scene: Scene, letter: Letter | None = None) -> Recommendation:
    """A recommendation on the decision."""
    return send_recommendation(
        occasion=on(scene.clerk), decision=scene.decision, letter=letter or a_letter()
    )


@dataclass(frozen=True)
class Region:
    """A small assembly with its secretariat, its chair and a member."""

    body: Organization
    secretariat: Organization
    chair: Actor
    secretary: Actor
    seat: Membership

    @property
    def member(self) -> Person:
        """A member of the small assembly."""
        return self.seat.person


def a_small_assembly(*, name: str = "Ақмола", iso: str = "KZ-11") -> Region:
    """A small assembly of a region of its own."""
    area = a_region(name=f"{name} облысы", iso=iso)
    body = a_body(Classification.SMALL_ASSEMBLY, name=f"{name} ассамблеясы", area=area)
    secretariat = a_body(
        Classification.SECRETARIAT, name=f"{name} хатшылығы", parent=body, area=area
    )
    chair = a_holding(a_post(Role.SMALL_ASSEMBLY_CHAIR, body=body), person=a_person())
    staff = a_holding(a_post(Role.SECRETARIAT, body=secretariat, seats=None), person=a_person())
    return Region(
        body, secretariat, chair.person.actor, staff.person.actor, a_seat(body, start=SPRING)
    )


def taken_by(decision: Decision, body: Organization) -> Decision:
    """The decision as if a body had taken it."""
    Session.objects.filter(pk=decision.vote.session_id).update(body=body)
    return Decision.objects.select_related("vote__session__body").get(pk=decision.pk)
