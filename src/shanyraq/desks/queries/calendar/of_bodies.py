"""What the law demands about posts and documents: vacancies, statutes, agreements."""

import datetime as dt
from collections.abc import Iterable, Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from shanyraq.bodies.enums import DocumentKind, Role
from shanyraq.bodies.models import BodyDocument, Membership, Post
from shanyraq.bodies.queries import assembly, holders, small_assemblies
from shanyraq.charter.queries import ask
from shanyraq.desks.queries.calendar.entries import Demand, of_power
from shanyraq.law import Outcome
from shanyraq.people.models import Organization
from shanyraq.platform.languages import whole


def demands_of_bodies(on: dt.date) -> Iterator[Demand]:
    """Everything about posts and documents on a day."""
    yield from _deputies(on)
    regions = list(small_assemblies())
    yield from _without_statute(regions, on)
    yield from _vacant(regions, on)


def _deputies(on: dt.date) -> Iterator[Demand]:
    """Deputies of the Chair: as many as the law says (R7.3)."""
    number = holders(Role.DEPUTY_CHAIR, on).count()
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


def _vacant(regions: Iterable[Organization], on: dt.date) -> Iterator[Demand]:
    """Chairs of small assemblies and heads of their secretariats who are missing (R17, R19.2)."""
    by_office = ask("small_assembly_chair_by_office", on=on, facts={"akim_in_office": False})
    wanted = {
        Role.SMALL_ASSEMBLY_CHAIR: by_office,
        Role.SECRETARIAT_HEAD: of_power("appoint_secretariat_head", on),
    }
    posts = Post.objects.filter(role__in=wanted).on(on).select_related("organization__parent")
    filled = set(Membership.objects.filter(post__in=posts).on(on).values_list("post", flat=True))
    standing = {body.pk: body for body in regions}
    for post in posts:
        owner = post.organization
        body = standing.get(owner.pk) or standing.get(owner.parent_id or 0)
        if body is not None and post.pk not in filled:
            yield Demand(
                key=f"vacant:{post.public_id}",
                on=on,
                body=body,
                title=_("Fill the post: {post}").format(post=post.label),
                why=_("Nobody holds it."),
                verdict=wanted[Role(post.role)],
                href=reverse("bodies:body", args=[owner.public_id]),
            )
