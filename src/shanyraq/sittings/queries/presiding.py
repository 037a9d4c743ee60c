"""Reads of who presides and who goes before whom (reading A16)."""

import datetime as dt
from collections.abc import Iterable

from shanyraq.bodies.enums import Role
from shanyraq.bodies.queries import holders
from shanyraq.charter.queries import law_on
from shanyraq.people.models import Person
from shanyraq.platform.authority import posts_of
from shanyraq.platform.occasion import Actor, Occasion
from shanyraq.sittings.enums import State
from shanyraq.sittings.models import Session
from shanyraq.sittings.permissions import PRESIDING, holds_power
from shanyraq.sittings.queries.roll import membership_of, present


def presiding_order(on: dt.date) -> list[Role]:
    """Whose posts preside at a Session, the first present before the next (A16)."""
    words = law_on(on).parameter("A16", "presiding_order")
    return [Role(str(word)) for word in (words if isinstance(words, Iterable) else ())]


def ahead_of(session: Session, occasion: Occasion) -> Person | None:
    """Who is registered as present and goes before the actor in the order of presiding (A16)."""
    there = present(session)
    for role in presiding_order(occasion.on)[: _place(occasion.actor, occasion)]:
        people = holders(role, occasion.on).values("person")
        if seat := there.filter(person__in=people).first():
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
    higher = _place(occasion.actor, occasion) < _place(presiding.actor, occasion)
    return None if higher else presiding


def may_take_the_chair(session: Session, occasion: Occasion) -> bool:
    """Whether to show somebody the way to presiding in place of the one who does."""
    if session.state != State.OPEN or not holds_power(PRESIDING, occasion):
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


def _place(actor: Actor, occasion: Occasion) -> int:
    """The place of an actor's post in the order of presiding; after the last for no such post."""
    own = {held.post for held in posts_of(actor, occasion.on)}
    order = presiding_order(occasion.on)
    return next((place for place, role in enumerate(order) if role in own), len(order))
