"""Posts that follow another one: who enters the one holds the other by office, from that day."""

from datetime import date

from shanyraq.bodies.enums import DocumentKind, Role
from shanyraq.bodies.hooks import open_work
from shanyraq.bodies.models import Act, Handover, Membership, Post
from shanyraq.bodies.permissions import OFFICE_RULES
from shanyraq.bodies.queries import document_of, holders, members_in_office
from shanyraq.charter.queries import ask
from shanyraq.law import Verdict
from shanyraq.people.models import Organization


def follow(held: Membership) -> list[Verdict]:
    """Put the holder of a post into every post that goes with it by office; the law's answers."""
    verdicts: list[Verdict] = []
    posts = Post.objects.filter(follows=held.post).on(held.start_date)
    for post in posts.select_related("organization"):
        verdicts += _put(post, held, first=held.start_date, act=held.started_by)
    return verdicts


def follow_at_once(post: Post, *, act: Act, first: date) -> list[Verdict]:
    """Put who holds the office already, or will, into a post established after it."""
    verdicts: list[Verdict] = []
    holdings = Membership.objects.filter(post=post.follows).during(first, None)
    for held in holdings.select_related("person", "started_by").order_by("start_date", "pk"):
        earlier = held.start_date < first
        begun, by = (first, act) if earlier else (held.start_date, held.started_by)
        verdicts += _put(post, held, first=begun, act=by)
    return verdicts


def leave(held: Membership, *, act: Act, end_date: date) -> None:
    """End what was held by office with the holding it rests on."""
    for one in Membership.objects.filter(follows=held).during(end_date, None):
        leave(one, act=act, end_date=end_date)
        one.end_date, one.ended_by = end_date, act
        one.save(update_fields=["end_date", "ended_by"])


def _put(post: Post, held: Membership, *, first: date, act: Act) -> list[Verdict]:
    """Put the holder of the office into a post, and into what follows that, unless the law says no.

    Returns:
        The law's answers; where it has no rule of such a post there are none.
    """
    verdict = _by_office(post, held, first)
    if verdict is not None and not verdict.met:
        return []
    entered = _enter(post, held, first=first, act=act)
    _hand_over(entered)
    return [*([verdict] if verdict is not None else []), *follow(entered)]


def _by_office(post: Post, held: Membership, first: date) -> Verdict | None:
    """What the charter says on the first day; None: it has no rule of such a post."""
    named = OFFICE_RULES.get(Role(post.role))
    if named is None:
        return None
    rule, fact = named
    source = {fact: f"membership:{held.public_id}"}
    return ask(rule, on=first, facts={fact: True}, sources=source)


def _enter(post: Post, held: Membership, *, first: date, act: Act) -> Membership:
    return Membership.objects.create(
        person=held.person,
        organization=post.organization,
        post=post,
        follows=held,
        start_date=first,
        end_date=held.end_date,
        started_by=act,
    )


def _hand_over(entered: Membership) -> None:
    """Note what the new holder takes over from the last one, if there was one (A32)."""
    day, body = entered.start_date, entered.organization
    earlier = Membership.objects.filter(post=entered.post, end_date__lte=day)
    left = earlier.exclude(pk=entered.pk).order_by("-end_date", "-pk").first()
    if left is None or entered.post is None:
        return
    Handover.objects.create(
        post=entered.post,
        left=left,
        entered=entered,
        on=day,
        act=entered.started_by,
        statute=document_of(body, DocumentKind.STATUTE, day),
        members=members_in_office(body, day).order_by().count(),
        secretariat_head=_head(body, day),
        open_assignments=sum(work(body=body, on=day) for work in open_work) if open_work else None,
    )


def _head(body: Organization, day: date) -> Membership | None:
    heads = holders(Role.SECRETARIAT_HEAD, day).filter(organization__parent=body)
    return heads.first()
