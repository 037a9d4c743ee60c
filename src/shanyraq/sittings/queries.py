"""Reads of Sessions: which there are, who belongs to one, who is there, what comes next."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404

from shanyraq.bodies.enums import Role
from shanyraq.bodies.models import Membership, MembershipQuerySet
from shanyraq.bodies.queries import assembly, holders, members_in_office
from shanyraq.charter.queries import ask, law_on
from shanyraq.law import Verdict
from shanyraq.people.models import Person
from shanyraq.platform.authority import posts_of
from shanyraq.platform.occasion import Actor, Occasion
from shanyraq.sittings.enums import ItemKind, ItemState, Kind, State, Step
from shanyraq.sittings.models import AgendaItem, AgendaItemQuerySet, Attendance, Session
from shanyraq.sittings.permissions import PRESIDING, holds_power


@dataclass(frozen=True, slots=True)
class Presence:
    """How many belong to a Session, how many are there, how many the law asks for (R8.3a).

    Attributes:
        members: members in office on the Session's day.
        present: those of them who are registered as present.
        needed: the least number with which the Session is lawful; None where the law is silent.
        verdict: the law's answer to these two numbers.
    """

    members: int
    present: int
    needed: int | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Year:
    """What the law asks of a calendar year (R8.1c, reading A31).

    Attributes:
        held: Sessions opened in the year, of whatever kind.
        ordinary: ordinary ones among them.
        verdict: the law's answer.
        last_day: the last day on which an ordinary Session can still be announced for the year.
    """

    held: int
    ordinary: int
    verdict: Verdict
    last_day: dt.date | None


@dataclass(frozen=True, slots=True)
class Next:
    """The next thing to do with a Session, the last lawful day for it and why."""

    step: Step
    by: dt.date | None = None
    verdict: Verdict | None = None


def sessions() -> QuerySet[Session]:
    """Every Session, the latest first."""
    return Session.objects.select_related("body", "presiding", "convened_by")


def session_of(public_id: str) -> Session:
    """The Session of a public identifier.

    Raises:
        Http404: there is none.
    """
    return get_object_or_404(sessions(), public_id=public_id)


def item_of(public_id: str) -> AgendaItem:
    """The agenda item of a public identifier, taken off or not.

    Raises:
        Http404: there is none.
    """
    return get_object_or_404(AgendaItem.objects.select_related("session"), public_id=public_id)


def agenda(session: Session) -> AgendaItemQuerySet:
    """The items that stand on a Session's agenda with rapporteurs and papers, in their order."""
    standing = AgendaItem.objects.filter(session=session).standing()
    return standing.select_related("rapporteur").prefetch_related("papers")


def item_under_discussion(session: Session) -> AgendaItem | None:
    """What the Session discusses now."""
    return AgendaItem.objects.filter(session=session, state=ItemState.DISCUSSED).first()


def next_number() -> int:
    """The number of the next Session of the Assembly."""
    last = Session.objects.filter(body=assembly()).order_by("-number").first()
    return last.number + 1 if last else 1


def members_of(session: Session, on: dt.date) -> MembershipQuerySet:
    """Members in office on a date who take part in a Session by right."""
    return members_in_office(session.body, on)


def membership_of(session: Session, actor: Actor, on: dt.date) -> Membership | None:
    """The seat by which somebody takes part in a Session on a date."""
    return members_of(session, on).filter(person__public_id=actor.public_id).first()


def present(session: Session, at: dt.datetime | None = None) -> MembershipQuerySet:
    """Members in office on the Session's day who are present now, or were at a moment."""
    there = Q(attendances__session=session)
    if at is None:
        there &= Q(attendances__left_at=None)
    else:
        there &= Q(attendances__arrived_at__lte=at)
        there &= Q(attendances__left_at=None) | Q(attendances__left_at__gt=at)
    return members_of(session, session.day).filter(there)


def presence(session: Session, at: dt.datetime | None = None) -> Presence:
    """The quorum as it stands now, or stood at a moment (R8.3a, readings A5, A6).

    Of a closed Session: as it stood just before the closing, when everybody left.
    """
    on = session.day
    if at is None and session.closed_at is not None:
        at = session.closed_at - dt.timedelta.resolution
    members, there = members_of(session, on).count(), present(session, at).count()
    verdict = ask(
        "session_quorum",
        on=on,
        facts={"members": members, "present": there},
        sources={
            "members": f"membership:{session.body.public_id}",
            "present": f"attendance:{session.public_id}",
        },
    )
    return Presence(members, there, verdict.needed, verdict)


def presiding_order(on: dt.date) -> list[Role]:
    """Whose posts preside at a Session, the first present before the next (A16)."""
    words = law_on(on).parameter("A16", "presiding_order")
    return [Role(str(word)) for word in (words if isinstance(words, Iterable) else ())]


def notice(starts_on: dt.date, announced_on: dt.date) -> Verdict:
    """Whether a Session announced on a day may begin on another (R8.1b, reading A2).

    The verdict's last lawful day is that of announcing it for this start, its first lawful day
    the earliest start for this announcement.
    """
    facts = {"start": starts_on, "published": announced_on}
    return ask("session_notice", on=announced_on, facts=facts)


def window(starts_on: dt.date, decided_on: dt.date) -> Verdict:
    """Whether an extraordinary Session is held soon enough after the decision (R8.2b, A3, A4)."""
    facts = {"start": starts_on, "decided": decided_on}
    return ask("extraordinary_session", on=decided_on, facts=facts)


def brevity(starts_on: dt.date, announced_on: dt.date) -> Verdict:
    """Whether an extraordinary Session is announced so late that a warning is due (A3)."""
    facts = {"start": starts_on, "published": announced_on}
    return ask("extraordinary_notice", on=announced_on, facts=facts)


def timeliness(
    kind: Kind | str, starts_on: dt.date, *, announced_on: dt.date, decided_on: dt.date
) -> list[Verdict]:
    """What the law says of a Session's day, by its kind; the deciding verdict first."""
    if kind == Kind.ORDINARY:
        return [notice(starts_on, announced_on)]
    return [window(starts_on, decided_on), brevity(starts_on, announced_on)]


def announcement(session: Session, on: dt.date) -> Verdict:
    """Whether the notice of a Session names what it must (R8.1b)."""
    questions = agenda(session).exclude(kind=ItemKind.CHOOSE_VOTING_METHOD)
    facts = {
        "names_day": True,
        "names_place": bool(session.place_kk.strip()),
        "names_agenda": questions.exists(),
    }
    return ask("announcement_content", on=on, facts=facts)


def sessions_of_year(year: int) -> QuerySet[Session]:
    """Sessions held in a calendar year: opened, whatever their kind (reading A31)."""
    held = Q(state__in=[State.OPEN, State.CLOSED])
    return sessions().filter(held, starts_at__year=year)


def year_of(on: dt.date) -> Year:
    """How a calendar year stands on a day of it."""
    held = sessions_of_year(on.year)
    number = held.count()
    verdict = ask("ordinary_sessions_per_year", on=on, facts={"held": number})
    until = verdict.last_lawful_day
    return Year(
        held=number,
        ordinary=held.filter(kind=Kind.ORDINARY).count(),
        verdict=verdict,
        last_day=notice(until, on).last_lawful_day if until else None,
    )


def next_step(session: Session, on: dt.date) -> Next:
    """What is to be done next with a Session, as it looks on a day."""
    if session.state == State.CLOSED:
        return Next(Step.NOTHING)
    if session.state == State.OPEN:
        return _next_when_open(session)
    if session.state == State.PREPARED:
        return _next_when_prepared(session, on)
    if on < session.day:
        return Next(Step.AWAIT, session.day)
    if on > session.day:
        return Next(Step.LAPSED, session.day)
    there = presence(session)
    return Next(Step.OPEN if there.verdict.met else Step.REGISTER, session.day, there.verdict)


def _next_when_prepared(session: Session, on: dt.date) -> Next:
    verdict = timeliness(session.kind, session.day, announced_on=on, decided_on=on)[0]
    if not verdict.met:
        return Next(Step.CHANGE_DAY, verdict.first_lawful_day, verdict)
    by = verdict.last_lawful_day if session.kind == Kind.ORDINARY else session.day
    return Next(Step.CONVENE, by, verdict)


def _next_when_open(session: Session) -> Next:
    if item_under_discussion(session):
        return Next(Step.FINISH_ITEM)
    waiting = agenda(session).filter(state=ItemState.WAITING).exists()
    return Next(Step.BEGIN_ITEM if waiting else Step.CLOSE)


def uninvited(session: Session, on: dt.date) -> MembershipQuerySet:
    """Members in office on a date who have an address and were not invited yet."""
    reachable = members_of(session, on).exclude(person__email="")
    return reachable.exclude(invitations__session=session)


def stays_by_member(session: Session) -> dict[int, Attendance]:
    """Each member's latest stay in the hall, by the key of the membership."""
    stays = Attendance.objects.filter(session=session).order_by("arrived_at", "pk")
    return {stay.membership_id: stay for stay in stays}


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
