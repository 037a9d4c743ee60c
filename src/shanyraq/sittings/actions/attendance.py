"""Who is in the hall: registration by the hall's code and by the clerk, arrivals and departures."""

import datetime as dt
from collections.abc import Iterable

from django.core.cache import cache
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.models import Membership
from shanyraq.platform.journal import Json
from shanyraq.platform.live import publish
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import NotAllowed, Refusal
from shanyraq.platform.register import CONCERNED, Done, action
from shanyraq.sittings.actions._steps import locked, require_not_closed
from shanyraq.sittings.enums import Means, State
from shanyraq.sittings.models import Attendance, Session
from shanyraq.sittings.permissions import REGISTERING, rules_of
from shanyraq.sittings.queries import members_of, membership_of

#: Wrong codes a member may type before having to wait, and how long to wait, in real seconds.
WRONG_TRIES = 5
WAIT_SECONDS = 600


class NotAMember(NotAllowed):
    """Only members of the Assembly in office take part in its Session."""

    code = "not-a-member"
    message = _("Only members in office take part.")
    remedy = _("Ask the clerk to check the list of members.")


class NotToday(Refusal):
    """Presence is registered on the Session's day only."""

    code = "not-today"
    message = _("The sitting is held on {day}; presence is registered on that day.")


class NotAnnounced(Refusal):
    """A Session that is only prepared has no members present."""

    code = "not-announced"
    message = _("The sitting has not been convened.")


class WrongCode(Refusal):
    """The code is not the one shown in the hall."""

    code = "wrong-code"
    status = 422
    message = _("This is not the code shown in the hall.")
    remedy = _("Look at the code again, or go to the clerk's desk.")


class TooManyTries(Refusal):
    """Somebody guesses."""

    code = "too-many-tries"
    status = 429
    message = _("Too many wrong codes were typed.")
    remedy = _("Go to the clerk's desk, or wait ten minutes.")


class NotPresent(Refusal):
    """Who is not there cannot leave."""

    code = "not-present"
    message = _("This member is not registered as present.")


@action("sittings.check_in", powers=(CONCERNED,))
def check_in(*, occasion: Occasion, session: Session, code: str) -> Done[Attendance]:
    """Register oneself as present by the code shown in the hall; a second time changes nothing.

    Raises:
        NotAMember: the actor has no seat in office on the date.
        NotAnnounced: the Session has not been convened.
        SessionOver: it has been closed.
        NotToday: it is not the Session's day.
        WrongCode: the code is another.
        TooManyTries: it was wrong too often.
    """
    session = locked(session)
    membership = membership_of(session, occasion.actor, occasion.on)
    if membership is None:
        raise NotAMember
    _require_registering(session, occasion)
    _require_code(session, occasion, code)
    attendance, fresh = _arrive(session, membership, occasion, means=Means.CODE)
    return Done(attendance, facts=_facts_of(attendance, fresh=fresh))


@action(
    "sittings.register_arrival",
    powers=("register_attendance", "organise_advisory_bodies"),
    local=("prepare_small_assembly_meeting",),
)
def register_arrival(
    *, occasion: Occasion, session: Session, membership: Membership
) -> Done[Attendance]:
    """Register a member as present at the clerk's desk; a second time changes nothing.

    Raises:
        NotYours: the actor does not register attendance.
        LawSilent: the law of the day gives no answer.
        NotAnnounced: the Session has not been convened.
        SessionOver: it has been closed.
        NotToday: it is not the Session's day.
        NotAMember: the seat is not in office on the date.
    """
    session = locked(session)
    rules_of(session.body, occasion.on).require(REGISTERING, occasion)
    _require_registering(session, occasion)
    if not members_of(session, occasion.on).filter(pk=membership.pk).exists():
        raise NotAMember
    attendance, fresh = _arrive(session, membership, occasion, means=Means.CLERK)
    return Done(attendance, facts=_facts_of(attendance, fresh=fresh))


@action(
    "sittings.register_departure",
    powers=("register_attendance", "organise_advisory_bodies"),
    local=("prepare_small_assembly_meeting",),
)
def register_departure(
    *, occasion: Occasion, session: Session, membership: Membership
) -> Done[Attendance]:
    """Register that a member has left the hall.

    Raises:
        NotYours: the actor does not register attendance.
        LawSilent: the law of the day gives no answer.
        SessionOver: the Session has been closed.
        NotToday: it is not the Session's day.
        NotPresent: the member is not registered as present.
    """
    session = locked(session)
    rules_of(session.body, occasion.on).require(REGISTERING, occasion)
    _require_registering(session, occasion)
    stay = Attendance.objects.filter(session=session, membership=membership).running().first()
    if stay is None:
        raise NotPresent
    stay.left_at = max(occasion.at, stay.arrived_at)
    stay.save(update_fields=["left_at"])
    publish(session.topic)
    return Done(stay, facts={"session": session.public_id, "member": membership.public_id})


@action(
    "sittings.register_many",
    powers=("register_attendance", "organise_advisory_bodies"),
    local=("prepare_small_assembly_meeting",),
)
def register_many(
    *, occasion: Occasion, session: Session, memberships: Iterable[Membership]
) -> Done[Session]:
    """Register many members as present at once; those who are there already stay as they are.

    Raises:
        NotYours: the actor does not register attendance.
        LawSilent: the law of the day gives no answer.
        NotAnnounced: the Session has not been convened.
        SessionOver: it has been closed.
        NotToday: it is not the Session's day.
        NotAMember: one of the seats is not in office on the date.
    """
    session = locked(session)
    rules_of(session.body, occasion.on).require(REGISTERING, occasion)
    _require_registering(session, occasion)
    wanted = {membership.pk: membership for membership in memberships}
    in_office = set(members_of(session, occasion.on).values_list("pk", flat=True))
    if not wanted.keys() <= in_office:
        raise NotAMember
    there = set(session.attendances.running().values_list("membership_id", flat=True))
    arriving = [wanted[key] for key in wanted if key not in there]
    Attendance.objects.bulk_create(
        Attendance(session=session, membership=one, arrived_at=occasion.at, means=Means.CLERK)
        for one in arriving
    )
    publish(session.topic)
    facts = {"means": "clerk", "members": [one.public_id for one in arriving]}
    return Done(session, facts=facts)


def _facts_of(attendance: Attendance, *, fresh: bool) -> dict[str, Json]:
    return {
        "session": attendance.session.public_id,
        "member": attendance.membership.public_id,
        "means": attendance.means,
        "again": not fresh,
    }


def _require_registering(session: Session, occasion: Occasion) -> None:
    require_not_closed(session)
    if session.state == State.PREPARED:
        raise NotAnnounced
    if occasion.on != session.day:
        raise NotToday(day=session.day)


def _arrive(
    session: Session, membership: Membership, occasion: Occasion, *, means: Means
) -> tuple[Attendance, bool]:
    stays = Attendance.objects.filter(session=session, membership=membership)
    if running := stays.running().first():
        return running, False
    last = stays.order_by("-left_at").first()
    attendance = Attendance.objects.create(
        session=session,
        membership=membership,
        arrived_at=_not_before(occasion.at, last),
        means=means,
    )
    publish(session.topic)
    return attendance, True


def _not_before(moment: dt.datetime, last: Attendance | None) -> dt.datetime:
    """A moment that no earlier stay holds: clocks of two desks may differ a little."""
    return max(moment, last.left_at) if last and last.left_at else moment


def _require_code(session: Session, occasion: Occasion, code: str) -> None:
    """Compare the code; wrong ones are counted outside the transaction that they undo."""
    key = f"sittings:wrong-code:{session.public_id}:{occasion.actor.public_id}"
    if cache.get(key, 0) >= WRONG_TRIES:
        raise TooManyTries
    if not constant_time_compare(code.strip().upper().encode(), session.hall_code.encode()):
        cache.add(key, 0, WAIT_SECONDS)
        cache.incr(key)
        raise WrongCode
