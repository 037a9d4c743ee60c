"""Reads of who belongs to a sitting, who is there and whether that is enough."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q

from shanyraq.bodies.models import Membership, MembershipQuerySet
from shanyraq.bodies.queries import members_in_office
from shanyraq.charter.queries import ask
from shanyraq.law import Verdict
from shanyraq.platform.occasion import Actor
from shanyraq.sittings.models import Attendance, Session


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


def uninvited(session: Session, on: dt.date) -> MembershipQuerySet:
    """Members in office on a date who have an address and were not invited yet."""
    reachable = members_of(session, on).exclude(person__email="")
    return reachable.exclude(invitations__session=session)


def stays_by_member(session: Session) -> dict[int, Attendance]:
    """Each member's latest stay in the hall, by the key of the membership."""
    stays = Attendance.objects.filter(session=session).order_by("arrived_at", "pk")
    return {stay.membership_id: stay for stay in stays}
