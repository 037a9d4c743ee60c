"""The Session itself: opening, taking up and finishing items, closing."""

from django.utils.translation import gettext_lazy as _

from shanyraq.people.models import Person
from shanyraq.platform.live import publish
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import NotAllowed, Refusal
from shanyraq.platform.register import Done, action
from shanyraq.sittings.actions._steps import kept, locked, require_not_closed
from shanyraq.sittings.actions.attendance import NotAnnounced, NotToday
from shanyraq.sittings.enums import ItemState, State
from shanyraq.sittings.hooks import after_item_finished, before_closing, before_finishing
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.sittings.permissions import (
    CLOSING,
    PRESIDING,
    require_met,
    require_presiding,
    rules_of,
)
from shanyraq.sittings.queries import (
    ahead_of,
    holds_the_chair,
    is_in_the_hall,
    item_under_discussion,
    presence,
)


class NoQuorum(Refusal):
    """Fewer members are present than the law asks for (R8.3a)."""

    code = "no-quorum"
    message = _(
        "The sitting cannot be opened: {present} of {members} members are present, {needed} are "
        "needed."
    )
    remedy = _("{lacking} more have to register; then open the sitting again.")


class OpenAlready(Refusal):
    """A Session is opened once."""

    code = "open-already"
    message = _("The sitting was opened on {opened}.")


class ChairPresides(NotAllowed):
    """Who comes later in the order of presiding presides where nobody before is present (A16)."""

    code = "chair-presides"
    message = _("{presiding} is registered as present and presides.")
    remedy = _("{presiding} opens the sitting.")


class ChairIsTaken(NotAllowed):
    """Who presides, or goes before the actor, is there (A16)."""

    code = "chair-is-taken"
    message = _("The chair is not free: {presiding} has not left the hall.")
    remedy = _("Register the departure at the clerk's desk first, then take the chair.")


class NotInTheHall(Refusal):
    """Nobody presides from elsewhere."""

    code = "not-in-the-hall"
    message = _("You are not registered as present.")
    remedy = _("Register your presence, then take the chair.")


class NotOpen(Refusal):
    """Nothing is taken up outside an open Session."""

    code = "not-open"
    message = _("The sitting is not open.")


class ItemNotWaiting(Refusal):
    """An item is taken up once."""

    code = "item-not-waiting"
    message = _("Item {number} of the agenda has been taken up already.")


class AnotherUnderDiscussion(Refusal):
    """One item is discussed at a time."""

    code = "another-under-discussion"
    message = _("Item {number} of the agenda is still under discussion.")
    remedy = _("Finish it first.")


class NotUnderDiscussion(Refusal):
    """Only what is under discussion can be finished."""

    code = "not-under-discussion"
    message = _("Item {number} of the agenda is not under discussion.")


@action(
    "sittings.open_session",
    powers=("open_session", "preside_at_council", "organise_advisory_bodies"),
    local=("preside_at_small_assembly",),
    in_person=True,
)
def open_session(*, occasion: Occasion, session: Session) -> Done[Session]:
    """Open a Session on its day with its quorum; who opens it presides (R8.3a, A6, A16).

    An opened Session counts for its year (R8.1c, A31).

    Raises:
        NotYours: the actor neither chairs nor is a deputy.
        NotAnnounced: the Session has not been convened.
        OpenAlready: it has been opened.
        SessionOver: it has been closed.
        NotToday: it is not the announced day.
        ChairPresides: somebody who goes before the actor is present.
        NoQuorum: fewer members are present than the law asks for.
        LawSilent: the law of the day gives no answer.
    """
    session = locked(session)
    power = rules_of(session.body, occasion.on).require(PRESIDING, occasion)
    _require_openable(session, occasion)
    if first := ahead_of(session, occasion):
        raise ChairPresides(presiding=first.name)
    there = presence(session)
    require_met(
        there.verdict,
        NoQuorum,
        present=there.present,
        members=there.members,
        needed=there.needed,
        lacking=(there.needed or 0) - there.present,
    )
    session.state, session.opened_at = State.OPEN, occasion.at
    session.presiding = Person.objects.get(public_id=occasion.actor.public_id)
    session.save()
    publish(session.topic)
    facts = {"members": there.members, "present": there.present, "needed": there.needed}
    return Done(session, facts=facts, verdicts=kept([power, there.verdict]))


@action(
    "sittings.take_the_chair",
    powers=("open_session", "preside_at_council", "organise_advisory_bodies"),
    local=("preside_at_small_assembly",),
    in_person=True,
)
def take_the_chair(*, occasion: Occasion, session: Session) -> Done[Session]:
    """Preside from now on: a deputy after the one who presided has left, or the Chair (A16).

    Raises:
        NotYours: the actor neither chairs nor is a deputy.
        NotOpen: the Session is not open.
        SessionOver: it has been closed.
        NotInTheHall: the actor has a seat and is not registered as present.
        ChairIsTaken: who presides is there, or somebody who goes before the actor.
        LawSilent: the law of the day gives no answer.
    """
    session = locked(session)
    power = rules_of(session.body, occasion.on).require(PRESIDING, occasion)
    _require_open(session)
    if not is_in_the_hall(session, occasion):
        raise NotInTheHall
    if first := ahead_of(session, occasion) or holds_the_chair(session, occasion):
        raise ChairIsTaken(verdict=power, presiding=first.name)
    before = session.presiding
    session.presiding = Person.objects.get(public_id=occasion.actor.public_id)
    session.save(update_fields=["presiding"])
    publish(session.topic)
    facts = {"after": before.public_id if before else None}
    return Done(session, facts=facts, verdicts=kept([power]))


@action(
    "sittings.begin_item",
    powers=("open_session", "preside_at_council", "organise_advisory_bodies"),
    local=("preside_at_small_assembly",),
)
def begin_item(*, occasion: Occasion, item: AgendaItem) -> Done[AgendaItem]:
    """Take up an item of the agenda.

    Raises:
        NotYours: the actor neither presides nor keeps the record.
        NotPresiding: somebody else presides (A16).
        NotOpen: the Session is not open.
        SessionOver: it has been closed.
        AnotherUnderDiscussion: another item is under discussion.
        ItemNotWaiting: the item has been taken up, or taken off.
        LawSilent: the law of the day gives no answer.
    """
    session = _in_open_session(occasion, item)
    item = session.items.get(pk=item.pk)
    if other := item_under_discussion(session):
        raise AnotherUnderDiscussion(number=other.number)
    if item.state != ItemState.WAITING:
        raise ItemNotWaiting(number=item.number)
    item.state, item.opened_at = ItemState.DISCUSSED, occasion.at
    item.save(update_fields=["state", "opened_at"])
    publish(session.topic)
    return Done(item, facts={"session": session.public_id, "number": item.number})


@action(
    "sittings.finish_item",
    powers=("open_session", "preside_at_council", "organise_advisory_bodies"),
    local=("preside_at_small_assembly",),
)
def finish_item(*, occasion: Occasion, item: AgendaItem) -> Done[AgendaItem]:
    """Finish the item under discussion; a chapter above may object (a vote is open).

    What was finished counts as considered (A41); chapters above draw their consequences from it.

    Raises:
        NotYours: the actor neither presides nor keeps the record.
        NotPresiding: somebody else presides (A16).
        NotOpen: the Session is not open.
        SessionOver: it has been closed.
        NotUnderDiscussion: the item is not under discussion.
        LawSilent: the law of the day gives no answer.
    """
    session = _in_open_session(occasion, item)
    item = session.items.get(pk=item.pk)
    if item.state != ItemState.DISCUSSED:
        raise NotUnderDiscussion(number=item.number)
    for objects in before_finishing:
        objects(item)
    item.state, item.finished_at = ItemState.FINISHED, occasion.at
    item.save(update_fields=["state", "finished_at"])
    for follows in after_item_finished:
        follows(item=item, occasion=occasion)
    publish(session.topic)
    return Done(item, facts={"session": session.public_id, "number": item.number})


@action(
    "sittings.close_session",
    powers=("close_session", "preside_at_council", "organise_advisory_bodies"),
    local=("preside_at_small_assembly",),
)
def close_session(*, occasion: Occasion, session: Session) -> Done[Session]:
    """Close a Session; whoever is present leaves at this moment, and nothing changes any more.

    Raises:
        NotYours: the actor neither presides nor keeps the record.
        NotPresiding: somebody else presides (A16).
        SessionOver: it has been closed.
        NotOpen: it was never opened.
        AnotherUnderDiscussion: an item is still under discussion.
        LawSilent: the law of the day gives no answer.
    """
    session = locked(session)
    power = rules_of(session.body, occasion.on).require(CLOSING, occasion, in_person=False)
    _require_open(session)
    require_presiding(session, power, occasion)
    if item := item_under_discussion(session):
        raise AnotherUnderDiscussion(number=item.number)
    for objects in before_closing:
        objects(session)
    last = presence(session)
    session.attendances.running().update(left_at=occasion.at)
    session.state, session.closed_at = State.CLOSED, occasion.at
    session.members_at_close, session.present_at_close = last.members, last.present
    session.save()
    publish(session.topic)
    facts = {"members": last.members, "present": last.present}
    return Done(session, facts=facts, verdicts=kept([power]))


def _require_openable(session: Session, occasion: Occasion) -> None:
    require_not_closed(session)
    if session.state == State.PREPARED:
        raise NotAnnounced
    if session.state == State.OPEN:
        raise OpenAlready(opened=session.opened_at)
    if occasion.on != session.day:
        raise NotToday(day=session.day)


def _in_open_session(occasion: Occasion, item: AgendaItem) -> Session:
    session = locked(item.session)
    power = rules_of(session.body, occasion.on).require(PRESIDING, occasion, in_person=False)
    _require_open(session)
    require_presiding(session, power, occasion)
    return session


def _require_open(session: Session) -> None:
    require_not_closed(session)
    if session.state != State.OPEN:
        raise NotOpen
