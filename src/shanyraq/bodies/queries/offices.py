"""Reads of how posts pass on: agreements, handovers, designations, staff with its vacancies."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F

from shanyraq.bodies.enums import AgreementState, Competence, Role
from shanyraq.bodies.models import Agreement, Designation, Handover, Post, ScopedQuerySet
from shanyraq.bodies.queries.scope import scoped
from shanyraq.bodies.queries.standing import PostHolders, posts_with_holders
from shanyraq.people.enums import Classification
from shanyraq.people.models import Organization, Person
from shanyraq.platform.occasion import Actor

#: Posts of the staff that serves the Assembly: of the Working Organ and of secretariats (A29).
STAFF = (Role.WORKING_ORGAN, Role.SECRETARIAT_HEAD, Role.SECRETARIAT)


def agreement_on(post: Post, person: Person, day: date) -> Agreement | None:
    """The latest answer, not used up by an appointment, that was given by a day; None: none."""
    answered = Agreement.objects.of_body(post.organization).filter(
        post=post, person=person, appointment=None, answered_on__lte=day
    )
    return answered.order_by("-answered_on", "-pk").first()


def open_agreement(post: Post, person: Person) -> Agreement | None:
    """The request for agreement that waits for an answer."""
    asked = Agreement.objects.of_body(post.organization).filter(post=post, person=person)
    return asked.filter(state=AgreementState.ASKED).first()


def agreements_seen_by(actor: Actor, on: date) -> ScopedQuerySet[Agreement]:
    """The requests and answers that somebody may see, the open ones first, then the latest."""
    seen = scoped(Agreement.objects.all(), actor=actor, on=on)
    rows = seen.select_related("person", "post__organization__area", "answered_by", "appointment")
    return rows.order_by(F("answered_on").desc(nulls_first=True), "-pk")


def handovers_of(body: Organization) -> list[Handover]:
    """How the posts of a body that follow an office passed on, the latest first."""
    rows = Handover.objects.of_body(body).select_related(
        "post", "left__person", "entered__person", "act", "statute", "secretariat_head__person"
    )
    return list(rows.order_by("-on", "-pk"))


def designations_of(body: Organization) -> list[Designation]:
    """Which departments were the Working Organ, the latest first (R12.0)."""
    rows = Designation.objects.filter(body=body).select_related("act")
    return list(rows.order_by("-start_date"))


@dataclass(frozen=True, slots=True)
class StaffBody:
    """A body that serves the Assembly, with the posts of its staff."""

    body: Organization
    posts: list[PostHolders]

    @property
    def vacant(self) -> int:
        """Seats of its staff without a holder."""
        return sum(post.vacant for post in self.posts)

    @property
    def held(self) -> int:
        """How many serve in it."""
        return sum(len(post.holdings) for post in self.posts)


def staff_on(day: date) -> list[StaffBody]:
    """The staff of the Working Organ and of the secretariats on a day (S4.3.E1)."""
    kinds = (Classification.WORKING_ORGAN, Classification.SECRETARIAT)
    found = Organization.objects.filter(classification__in=kinds).on(day).select_related("area")
    bodies = sorted(
        found,
        key=lambda body: (kinds.index(Classification(body.classification)), body.name_kk_sort),
    )
    posts = posts_with_holders(bodies, day)
    return [StaffBody(body, _staff(posts.get(body.pk, []))) for body in bodies]


def competences(staff: Iterable[StaffBody]) -> list[tuple[str, int, int]]:
    """Each competence by name with those who have it in their post and the seats that want it."""
    posts = [post for body in staff for post in body.posts]
    rows = [
        (
            str(each.label),
            sum(len(post.holdings) for post in posts if post.post.competence == each),
            sum(post.vacant for post in posts if post.post.competence == each),
        )
        for each in Competence
    ]
    return [row for row in rows if row[1] or row[2]]


def _staff(posts: Iterable[PostHolders]) -> list[PostHolders]:
    return [one for one in posts if one.post.role in STAFF]
