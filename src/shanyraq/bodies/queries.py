"""Reads of the institution's bodies: which there are, who sits in them, who holds their posts."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.enums import Role
from shanyraq.bodies.models import Membership, MembershipQuerySet, Post
from shanyraq.people.enums import Classification
from shanyraq.people.models import Organization, Person
from shanyraq.platform.authority import HeldPost
from shanyraq.platform.languages import fold
from shanyraq.platform.occasion import Actor
from shanyraq.platform.refusals import Refusal


class NotEstablished(Refusal):
    """The body asked for is not in the record."""

    code = "not-established"
    status = 404
    message = _("This body has not been established here: {body}.")
    remedy = _("Record the act that establishes it.")


def body_of_kind(kind: Classification) -> Organization:
    """The one body of a kind that stands today, such as the Council.

    Raises:
        NotEstablished: there is none.
    """
    body = Organization.objects.filter(classification=kind, dissolution_date=None).first()
    if body is None:
        raise NotEstablished(body=kind.label)
    return body


def assembly() -> Organization:
    """The Assembly.

    Raises:
        NotEstablished: it is not in the record.
    """
    return body_of_kind(Classification.ASSEMBLY)


def council() -> Organization:
    """The Council of the Assembly.

    Raises:
        NotEstablished: it is not in the record.
    """
    return body_of_kind(Classification.COUNCIL)


def working_organ() -> Organization:
    """The Working Organ (R12.0).

    Raises:
        NotEstablished: it is not in the record.
    """
    return body_of_kind(Classification.WORKING_ORGAN)


def small_assemblies() -> QuerySet[Organization]:
    """The small assemblies of the regions that stand today, by name (R16.1)."""
    return Organization.objects.filter(
        classification=Classification.SMALL_ASSEMBLY, dissolution_date=None
    ).order_by("name_kk_sort")


def members_in_office(organization: Organization, on: date) -> MembershipQuerySet:
    """The seats of a body on a date with their holders, in the order of the Kazakh alphabet.

    Each row is a membership without a post: `.person`, `.category`, `.area`. A post in the body,
    even the Chair's, is not a seat.
    """
    seats = Membership.objects.filter(organization=organization).seats().on(on)
    return seats.select_related("person", "area").by_name()


def is_in_office(person: Person, organization: Organization, on: date) -> bool:
    """Whether a person has a seat in a body on a date."""
    return members_in_office(organization, on).filter(person=person).exists()


def holders(role: Role, on: date, organization: Organization | None = None) -> MembershipQuerySet:
    """The holdings of the posts of a role on a date, in one body or in all of them."""
    held = Membership.objects.filter(post__role=role).on(on)
    if organization is not None:
        held = held.filter(organization=organization)
    return held.select_related("person", "post", "organization").by_name()


def most_at_once(memberships: MembershipQuerySet, first: date) -> int:
    """The greatest number of memberships that run on one and the same day from a first day on."""
    periods = list(memberships.values_list("start_date", "end_date"))
    days = {max(first, start) for start, _end in periods}
    return max(
        (sum(start <= day and (not end or day < end) for start, end in periods) for day in days),
        default=0,
    )


def chair(on: date) -> Person | None:
    """The Chair of the Assembly on a date."""
    held = holders(Role.CHAIR, on).first()
    return None if held is None else held.person


def posts_held(person: Person) -> MembershipQuerySet:
    """Every seat and post a person has had, the latest first."""
    held = Membership.objects.filter(person=person)
    return held.select_related("organization", "post", "started_by", "ended_by").order_by(
        "-start_date", "-pk"
    )


def named_like(memberships: MembershipQuerySet, text: str) -> MembershipQuerySet:
    """Those whose holder's name holds every word of a text, in any of the three languages."""
    conditions = Q()
    for word in fold(text).split():
        conditions &= Q(person__name_fold__contains=word)
    return memberships.filter(conditions)


def posts_in(organizations: Iterable[Organization], on: date) -> QuerySet[Post]:
    """The posts that bodies have on a date, in the order in which they were established."""
    return Post.objects.filter(
        Q(start_date=None) | Q(start_date__lte=on),
        Q(end_date=None) | Q(end_date__gt=on),
        organization__in=organizations,
    ).order_by("pk")


#: What the law calls the holder of a seat in a body of a kind.
MEMBER_POSTS = {
    Classification.ASSEMBLY: "member",
    Classification.COUNCIL: "council_member",
    Classification.SMALL_ASSEMBLY: "small_assembly_member",
}


class HeldPosts:
    """Authority by memberships: what somebody holds on a date and nothing else."""

    def posts_of(self, actor: Actor, on: date) -> frozenset[HeldPost]:
        """Every post and seat a person holds on a date, in the law's words."""
        held = Membership.objects.filter(person__public_id=actor.public_id).on(on)
        rows = held.values_list(
            "post__role", "organization__public_id", "organization__classification"
        )
        posts = ((role or MEMBER_POSTS.get(kind, ""), body, kind) for role, body, kind in rows)
        return frozenset(HeldPost(post, body, kind) for post, body, kind in posts if post)
