"""Reads of the institution's bodies: which there are, who sits in them, who holds their posts."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.enums import Role
from shanyraq.bodies.models import Membership, MembershipQuerySet, Post
from shanyraq.people.enums import Classification, Language
from shanyraq.people.models import AreaQuerySet, Organization, Person, Wording
from shanyraq.people.queries import regions_on
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


def small_assemblies_from(on: date) -> QuerySet[Organization]:
    """Those that stand on a day or later and leave no room for another in their region."""
    rows = Organization.objects.filter(classification=Classification.SMALL_ASSEMBLY)
    return rows.filter(Q(dissolution_date=None) | Q(dissolution_date__gt=on))


def regions_without_small_assembly(on: date) -> AreaQuerySet:
    """The regions of a day in which a small assembly is still to be established (R16.1, A37)."""
    return regions_on(on).exclude(pk__in=small_assemblies_from(on).values("area"))


def called_in_charter(kind: Role | Classification) -> Wording:
    """What the charter calls a post or a body, as its label in the three languages."""
    texts = {}
    for language in Language:
        with translation.override(language):
            texts[language.value] = str(kind.label)
    return Wording(**texts)


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
    return held.select_related(
        "organization", "post__follows", "started_by", "ended_by", "warning", "area", "on_behalf_of"
    ).order_by("-start_date", "-pk")


def named_like(memberships: MembershipQuerySet, text: str) -> MembershipQuerySet:
    """Those whose holder's name holds every word of a text, in any of the three languages."""
    conditions = Q()
    for word in fold(text).split():
        conditions &= Q(person__name_fold__contains=word)
    return memberships.filter(conditions)


@dataclass(frozen=True)
class PostHolders:
    """A post and those who hold it on a day."""

    post: Post
    holdings: list[Membership]

    @property
    def vacant(self) -> int:
        """How many of its seats nobody has; a post without a number of them wants one holder."""
        return max((self.post.seats or 1) - len(self.holdings), 0)


@dataclass(frozen=True)
class StandingBody:
    """A body with its posts, the number of its members and the bodies below it."""

    body: Organization
    posts: list[PostHolders]
    members: int
    below: list["StandingBody"]


def posts_with_holders(
    organizations: Iterable[Organization], on: date
) -> dict[int, list[PostHolders]]:
    """The posts of bodies on a day with their holders, by the body's key; vacant posts too."""
    posts = Post.objects.filter(organization__in=organizations).on(on)
    posts = posts.select_related("follows").order_by("pk")
    held: dict[int, list[Membership]] = defaultdict(list)
    for holding in (
        Membership.objects.filter(post__in=posts).on(on).select_related("person", "started_by")
    ):
        held[holding.post_id or 0].append(holding)
    found: dict[int, list[PostHolders]] = defaultdict(list)
    for post in posts:
        found[post.organization_id].append(PostHolders(post, held[post.pk]))
    return found


ORDER = [
    Classification.ASSEMBLY,
    Classification.COUNCIL,
    Classification.COORDINATION_COUNCIL,
    Classification.WORKING_ORGAN,
    Classification.ADVISORY_BODY,
    Classification.SMALL_ASSEMBLY,
]


def bodies_on(on: date) -> list[StandingBody]:
    """The institution's bodies on a day, the Assembly first; a secretariat stands under its own."""
    standing = list(
        Organization.objects.filter(classification__in=[*ORDER, Classification.SECRETARIAT])
        .on(on)
        .select_related("area")
        .order_by("name_kk_sort")
    )
    posts, members = posts_with_holders(standing, on), _members_by_body(on)

    def told(kinds: Iterable[str], parent: int | None = None) -> list[StandingBody]:
        return [
            StandingBody(
                body=body,
                posts=posts.get(body.pk, []),
                members=members.get(body.pk, 0),
                below=told([Classification.SECRETARIAT], body.pk) if parent is None else [],
            )
            for body in standing
            if body.classification in kinds and parent in {None, body.parent_id}
        ]

    return [each for kind in ORDER for each in told([kind])]


def _members_by_body(on: date) -> dict[int, int]:
    """How many have a seat on a day, by the body's key."""
    seats = Membership.objects.seats().on(on).order_by()
    return dict(seats.values_list("organization").annotate(Count("pk")))


#: What the law calls the holder of a seat in a body of a kind.
MEMBER_POSTS: dict[str, str] = {
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
