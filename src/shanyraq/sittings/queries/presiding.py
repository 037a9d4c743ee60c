"""Reads of who presides and who goes before whom (readings A16, A15)."""

from collections.abc import Iterable

from shanyraq.bodies.enums import Role
from shanyraq.bodies.queries import holders
from shanyraq.people.enums import Classification
from shanyraq.people.models import Person
from shanyraq.platform.authority import posts_of
from shanyraq.platform.occasion import Actor, Occasion
from shanyraq.sittings.enums import State
from shanyraq.sittings.models import Session
from shanyraq.sittings.permissions import PRESIDING, Rules, rules_of
from shanyraq.sittings.queries.roll import membership_of, present


def presiding_order(rules: Rules) -> list[Role]:
    """Whose posts preside, the first present before the next.

    At a Session the Chair goes before the deputies (A16); elsewhere the order is that in which
    the charter, or the statute, names the posts: the deputies lead the Council (R23.1).
    """
    if rules.body.classification == Classification.ASSEMBLY:
        words = rules.law.parameter("A16", "presiding_order")
        return [Role(str(word)) for word in (words if isinstance(words, Iterable) else ())]
    return [Role(word) for word in rules.law.order_of(rules.power(PRESIDING))]


def ahead_of(session: Session, occasion: Occasion) -> Person | None:
    """Who is registered as present and goes before the actor in the order of presiding (A16)."""
    rules = rules_of(session.body, occasion.on)
    there = present(session)
    for role in presiding_order(rules)[: _place(occasion.actor, rules)]:
        posts = holders(role, occasion.on)
        if rules.within is not None:
            posts = posts.filter(organization__public_id__in=rules.within)
        if seat := there.filter(person__in=posts.values("person")).first():
            return seat.person
    return None


def holds_the_chair(session: Session, occasion: Occasion) -> Person | None:
    """Who keeps the actor from taking the chair: who presides, unless gone or of a lower post.

    Gone is who was registered as present and has left. Of the Chair, who may have no seat and so
    no registration, nothing is supposed.
    """
    presiding = session.presiding
    if presiding is None or _has_left(session, presiding):
        return None
    rules = rules_of(session.body, occasion.on)
    higher = _place(occasion.actor, rules) < _place(presiding.actor, rules)
    return None if higher else presiding


def may_take_the_chair(session: Session, occasion: Occasion) -> bool:
    """Whether to show somebody the way to presiding in place of the one who does."""
    if session.state != State.OPEN:
        return False
    if not rules_of(session.body, occasion.on).holds(PRESIDING, occasion):
        return False
    taken = ahead_of(session, occasion) or holds_the_chair(session, occasion)
    return taken is None and is_in_the_hall(session, occasion)


def is_in_the_hall(session: Session, occasion: Occasion) -> bool:
    """Whether the actor is registered as present, or has no seat by which to register."""
    seat = membership_of(session, occasion.actor, session.day)
    return seat is None or present(session).filter(pk=seat.pk).exists()


def _has_left(session: Session, person: Person) -> bool:
    stays = session.attendances.filter(membership__person=person)
    return stays.exists() and not stays.running().exists()


def _place(actor: Actor, rules: Rules) -> int:
    """The place of an actor's post in the order of presiding; after the last for no such post."""
    held = posts_of(actor, rules.on)
    own = {one.post for one in held if rules.within is None or one.body in rules.within}
    order = presiding_order(rules)
    return next((place for place, role in enumerate(order) if role in own), len(order))
