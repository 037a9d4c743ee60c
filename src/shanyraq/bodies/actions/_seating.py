"""What giving and ending seats and posts comes to, whichever action does it."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.actions._agreement import require_agreement, use_agreement
from shanyraq.bodies.actions._office import follow, leave
from shanyraq.bodies.enums import Category, Issuer, Office, Role
from shanyraq.bodies.models import Act, Membership, MembershipQuerySet, Post
from shanyraq.bodies.permissions import (
    APPOINTING_POWERS,
    LASTING_RULES,
    LIMITING_RULES,
    SignedByAnother,
    kept,
    require_record_of,
    require_recorder,
    sanction,
    seating_power,
)
from shanyraq.bodies.queries import eligibility, most_at_once, warning_in
from shanyraq.charter.models import StoredVerdict
from shanyraq.charter.queries import ask, charter_pack
from shanyraq.law import Outcome, Verdict
from shanyraq.people.enums import Classification
from shanyraq.people.models import Area, Organization, Person
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import Done


class PostFilled(Refusal):
    """Everybody who may hold a post at once holds it already."""

    code = "post-filled"
    message = _("“{post}” is held by {holders} already, and {most} may hold it at once.")
    remedy = _("Record the act by which a present holder leaves the post first.")


class LimitUnknown(Refusal):
    """The charter of the day does not tell how many may hold a post at once."""

    code = "limit-unknown"
    message = _("The law of {day} does not tell how many may hold “{post}” at once.")
    remedy = _("Choose a day on which the provision is in force and its wording is at hand.")


class PostGone(Refusal):
    """The post does not exist during the whole of the appointment."""

    code = "post-gone"
    message = _("“{post}” exists from {first} to {end} only.")
    remedy = _("Choose days on which the post exists.")


class BodyGone(Refusal):
    """The body has ended by the first day of the membership."""

    code = "body-gone"
    message = _("“{body}” ends on {end}.")
    remedy = _("Choose an earlier first day.")


class HeldAlready(Refusal):
    """The person is in this body or post during some of these days already."""

    code = "held-already"
    message = _("{person} has been there from {first} already, and the two periods overlap.")
    remedy = _("Choose a later first day, or end the earlier membership first.")


class NotEligible(Refusal):
    """The charter does not let this person have a seat of this category in the body."""

    code = "not-eligible"
    message = _("{person} cannot have a seat here as “{category}”.")
    remedy = _("Choose the category by which the provision lets the person in.")


class EndsBeforeItBegins(Refusal):
    """A period's end must come after its first day."""

    code = "ends-before-it-begins"
    status = 422
    message = _("The end, {end}, is not later than the first day, {first}.")
    remedy = _("Choose a later end.")


class EndedAlready(Refusal):
    """The membership has been ended by an act."""

    code = "ended-already"
    message = _("This ended on {end} already.")


class TermNamed(Refusal):
    """The charter has the post held without a term, and one was named."""

    code = "term-named"
    message = _("“{post}” is held without a term; {end} was named as its end.")
    remedy = _("Leave the end out.")


class FollowsFromOffice(Refusal):
    """A post goes with another one, so that nobody is put into it or out of it."""

    code = "follows-from-office"
    message = _("“{post}” is held by office by whoever holds “{office}”.")
    remedy = _("Record the appointment to “{office}”, or its end; this post follows by itself.")


def put_in_post(
    *,
    occasion: Occasion,
    post: Post,
    person: Person,
    act: Act,
    start_date: date,
    end_date: date | None = None,
) -> Done[Membership]:
    """Put a person in a post; `appoint` tells what is refused."""
    post = (
        Post.objects.select_for_update(of=("self",))
        .select_related("organization__parent", "follows")
        .get(pk=post.pk)
    )
    require_recorder(occasion, issuer=act.issuer, body=post.organization)
    _require_by_hand(post)
    verdict = sanction(APPOINTING_POWERS.get(Role(post.role)), act=act, body=post.organization)
    agreement = require_agreement(post, person, act)
    lasting = _lasting(post, start_date, end_date)
    end_date = _within(post.organization, start_date, end_date)
    _require_order(start_date, end_date)
    _require_post_exists(post, start_date, end_date)
    rivals = Membership.objects.filter(post=post).during(start_date, end_date)
    _require_apart(rivals.filter(person=person))
    limit = _require_room(post, most_at_once(rivals, start_date), start_date)
    membership = Membership.objects.create(
        person=person,
        organization=post.organization,
        post=post,
        start_date=start_date,
        end_date=end_date,
        started_by=act,
    )
    by_office = follow(membership)
    chain = use_agreement(agreement, membership, by_office)
    verdicts = kept(verdict, lasting, limit, *by_office, chain)
    return Done(membership, facts=_facts_of_membership(membership), verdicts=verdicts)


def give_seat(
    *,
    occasion: Occasion,
    organization: Organization,
    person: Person,
    category: Category,
    act: Act,
    start_date: date,
    area: Area | None = None,
    on_behalf_of: Organization | None = None,
    office: Office | str = "",
) -> Done[Membership]:
    """Give a person a seat; `include_member` tells what is refused."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    last = _within(organization, start_date, None)
    require_recorder(occasion, issuer=act.issuer, body=organization)
    verdict = sanction(seating_power(organization, category), act=act, body=organization)
    eligible = _require_eligibility(
        organization, person, category=category, office=office, on=start_date
    )
    warning = warning_in(eligible)
    seats = Membership.objects.filter(organization=organization, person=person).seats()
    _require_apart(seats.during(start_date, None))
    membership = Membership.objects.create(
        person=person,
        organization=organization,
        category=category,
        office=office,
        warning=None if warning is None else StoredVerdict.objects.keep(warning),
        area=area,
        on_behalf_of=on_behalf_of,
        start_date=start_date,
        end_date=last,
        started_by=act,
    )
    verdicts = kept(verdict, eligible)
    return Done(membership, facts=_facts_of_membership(membership), verdicts=verdicts)


def end(
    *, occasion: Occasion, membership: Membership, act: Act, end_date: date
) -> Done[Membership]:
    """End a seat or the holding of a post; `end_membership` tells what is refused."""
    held = (
        Membership.objects.select_for_update(of=("self",))
        .select_related("person", "organization__parent", "post__follows")
        .get(pk=membership.pk)
    )
    require_recorder(occasion, issuer=act.issuer, body=held.organization)
    if act.issuer == Issuer.MEMBER and held.person.actor != occasion.actor:
        require_record_of(held.organization, occasion)
    if held.ended_by is not None:
        raise EndedAlready(end=held.end_date)
    _require_by_hand(held.post)
    _require_order(held.start_date, end_date)
    verdict = _require_lawful_exit(held, act)
    held.end_date, held.ended_by = end_date, act
    held.save(update_fields=["end_date", "ended_by"])
    leave(held, act=act, end_date=end_date)
    facts = {**_facts_of_membership(held), "act": act.public_id}
    return Done(held, facts=facts, verdicts=kept(verdict))


def _lasting(post: Post, first: date, end: date | None) -> Verdict | None:
    """What the charter says of a post held without a term; None where it is silent."""
    rule, fact = LASTING_RULES.get(Role(post.role), ("", ""))
    if rule not in charter_pack().rules:
        return None
    source = {fact: f"post:{post.public_id}"}
    verdict = ask(rule, on=first, facts={fact: end is None}, sources=source)
    if end is not None and verdict.outcome is Outcome.NOT_MET:
        raise TermNamed(verdict=verdict, post=post.label, end=end)
    return verdict if verdict.met else None


def _within(body: Organization, first: date, end: date | None) -> date | None:
    """The end of a period in a body: the one given, or the body's own when that comes first."""
    gone = body.dissolution_date
    if gone is None:
        return end
    if gone <= first:
        raise BodyGone(body=body.name, end=gone)
    return gone if end is None else min(end, gone)


def _require_order(first: date, end: date | None) -> None:
    if end is not None and end <= first:
        raise EndsBeforeItBegins(first=first, end=end)


def _require_post_exists(post: Post, first: date, end: date | None) -> None:
    begun = post.start_date is None or post.start_date <= first
    lasts = post.end_date is None or (end is not None and end <= post.end_date)
    if not (begun and lasts):
        raise PostGone(post=post.label, first=post.start_date, end=post.end_date)


def _require_apart(memberships: MembershipQuerySet) -> None:
    """No membership of the same person in the same place shares a day with the new one."""
    earlier = memberships.select_related("person").first()
    if earlier is not None:
        raise HeldAlready(person=earlier.person.name, first=earlier.start_date)


def _require_room(post: Post, held: int, first: date) -> Verdict | None:
    """Let one more hold a post: by its own number of seats, else by the rule that limits it."""
    if post.seats is not None:
        if held >= post.seats:
            raise PostFilled(post=post.label, holders=held, most=post.seats)
        return None
    if post.role not in LIMITING_RULES:
        return None
    rule, fact = LIMITING_RULES[Role(post.role)]
    verdict = ask(rule, on=first, facts={fact: held + 1}, sources={fact: f"post:{post.public_id}"})
    if verdict.needed is None:
        raise LimitUnknown(verdict=verdict, day=first, post=post.label)
    if held >= verdict.needed:
        raise PostFilled(verdict=verdict, post=post.label, holders=held, most=verdict.needed)
    return verdict


def _require_eligibility(
    organization: Organization, person: Person, *, category: Category, office: str, on: date
) -> Verdict | None:
    """What the charter says of a seat for the person; None where it is silent."""
    verdict = eligibility(organization, person, category=category, office=office, on=on)
    if verdict is not None and verdict.stands_in_the_way:
        raise NotEligible(verdict=verdict, person=person.name, category=category.label)
    return verdict


def _require_by_hand(post: Post | None) -> None:
    """A post that goes with an office is neither given nor taken by itself."""
    if post is not None and post.follows is not None:
        raise FollowsFromOffice(post=post.label, office=post.follows.label)


def _require_lawful_exit(held: Membership, act: Act) -> Verdict | None:
    """A member leaves by a statement of his own (R20.3), else by the act of who may let him go.

    In the Assembly that is the Chair, who removes (R15); elsewhere whoever gives seats or posts.
    """
    body = held.organization
    if held.post is not None:
        return sanction(APPOINTING_POWERS.get(Role(held.post.role)), act=act, body=body)
    if act.issuer == Issuer.MEMBER:
        return _own_exit(act)
    if body.classification == Classification.ASSEMBLY:
        return sanction("remove_member", act=act)
    return sanction(seating_power(body, Category(held.category)), act=act, body=body)


def _own_exit(act: Act) -> Verdict:
    verdict = ask("voluntary_exit", on=act.date, facts={"statement_received": True})
    if not verdict.met:
        raise SignedByAnother(verdict=verdict, issuer=act.get_issuer_display())
    return verdict


def _facts_of_membership(membership: Membership) -> dict[str, str | None]:
    """What the journal tells of a membership; people and places by their identifiers."""
    post, end = membership.post, membership.end_date
    return {
        "person": membership.person.public_id,
        "body": membership.organization.public_id,
        "post": None if post is None else post.public_id,
        "category": str(membership.category),
        "act": membership.started_by.public_id,
        "start_date": membership.start_date.isoformat(),
        "end_date": None if end is None else end.isoformat(),
    }
