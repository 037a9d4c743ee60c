"""What the law demands about posts and documents: vacancies, statutes, agreements."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from shanyraq.bodies.enums import AgreementState, DocumentKind, Role
from shanyraq.bodies.models import Agreement, BodyDocument, Membership, Post
from shanyraq.bodies.queries import assembly, small_assemblies, working_organ
from shanyraq.charter.queries import ask, law_on
from shanyraq.desks.queries.calendar.entries import Demand, of_power
from shanyraq.law import Outcome
from shanyraq.law.gaps import dead_ends
from shanyraq.people.models import Organization
from shanyraq.platform.languages import active, whole
from shanyraq.sittings.permissions import CONVENING

#: Posts that the law needs filled, at the head of the Assembly and of the regions.
ROLES = (Role.CHAIR, Role.DEPUTY_CHAIR, Role.SMALL_ASSEMBLY_CHAIR, Role.SECRETARIAT_HEAD)


def demands_of_bodies(on: dt.date) -> Iterator[Demand]:
    """Everything about posts and documents on a day."""
    posts = list(Post.objects.filter(role__in=ROLES).on(on).select_related("organization__parent"))
    holdings = Membership.objects.filter(post__role__in=ROLES).on(on)
    held = list(holdings.values_list("post", "post__role"))
    filled, roles = {post for post, _role in held}, Counter(role for _post, role in held)
    empty = [post for post in posts if post.pk not in filled]
    regions = list(small_assemblies())
    yield from _deputies(roles[Role.DEPUTY_CHAIR], on)
    yield from _without_statute(regions, on)
    yield from _vacant_locally(empty, regions, on)
    yield from _nobody_to_convene([post for post in empty if not roles[post.role]], on)
    yield from _to_agree(on)


def _deputies(number: int, on: dt.date) -> Iterator[Demand]:
    """Deputies of the Chair: as many as the law says (R7.3)."""
    verdict = ask("deputy_chairs", on=on, facts={"deputies": number})
    if verdict.outcome is Outcome.NOT_MET:
        yield Demand(
            key="deputies",
            on=on,
            body=assembly(),
            title=_("Fill the posts of the Chair's deputies"),
            why=_("{number} of {needed} deputies of the Chair are in office.").format(
                number=whole(number), needed=whole(verdict.needed or 0)
            ),
            verdict=verdict,
            href=reverse("bodies:index"),
        )


def _without_statute(regions: Iterable[Organization], on: dt.date) -> Iterator[Demand]:
    """Small assemblies whose chair has approved no statute yet (R16.2)."""
    statutes = BodyDocument.objects.of_institution().filter(
        kind=DocumentKind.STATUTE, start_date__lte=on
    )
    verdict = of_power("approve_statute", on)
    having = set(statutes.values_list("body", flat=True))
    for body in regions:
        if body.pk not in having:
            yield Demand(
                key=f"statute:{body.public_id}",
                on=on,
                body=body,
                title=_("Approve the statute"),
                why=_("Without a statute it can hold no meeting."),
                verdict=verdict,
                href=reverse("bodies:body", args=[body.public_id]),
            )


def _vacant_locally(
    empty: Iterable[Post], regions: Iterable[Organization], on: dt.date
) -> Iterator[Demand]:
    """Chairs of small assemblies and heads of their secretariats who are missing (R17, R19.2)."""
    wanted = {
        Role.SMALL_ASSEMBLY_CHAIR: ask(
            "small_assembly_chair_by_office", on=on, facts={"akim_in_office": False}
        ),
        Role.SECRETARIAT_HEAD: of_power("appoint_secretariat_head", on),
    }
    standing = {body.pk: body for body in regions}
    for post in empty:
        owner = post.organization
        body = standing.get(owner.pk) or standing.get(owner.parent_id or 0)
        if body is not None and post.role in wanted:
            yield Demand(
                key=f"vacant:{post.public_id}",
                on=on,
                body=body,
                title=_("Fill the post: {post}").format(post=post.label),
                why=_("Nobody holds it."),
                verdict=wanted[Role(post.role)],
                href=reverse("bodies:body", args=[owner.public_id]),
            )


def _nobody_to_convene(empty: Collection[Post], on: dt.date) -> Iterator[Demand]:
    """Vacant posts without which nobody convenes Sessions: a dead end, named and left (A16)."""
    ends = dead_ends(law_on(on), {post.role for post in empty}) if empty else []
    stuck = [end for end in ends if end.name in CONVENING.values()]
    for post in empty:
        own = [end for end in stuck if post.role in end.power.holders]
        if own:
            yield Demand(
                key=f"vacant:{post.public_id}",
                on=on,
                body=post.organization,
                title=_("Fill the post: {post}").format(post=post.label),
                why=" ".join(end.sentence(active()) for end in own),
                verdict=own[0].verdict,
                href=reverse("bodies:index"),
            )


def _to_agree(on: dt.date) -> Iterator[Demand]:
    """Future heads of secretariats on whom the Working Organ has not said its word (R19.2)."""
    asked = Agreement.objects.of_institution().filter(state=AgreementState.ASKED)
    for request in asked.select_related("post").order_by("asked_on", "pk"):
        yield Demand(
            key=f"agreement:{request.public_id}",
            on=on,
            body=working_organ(),
            title=_("Answer the request for agreement: {post}").format(post=request.post.label),
            why=_("The law sets no day for the answer."),
            verdict=of_power("agree_secretariat_heads", on),
            since=request.asked_on,
            href=reverse("bodies:agreement", args=[request.public_id]),
            internal=True,
        )
