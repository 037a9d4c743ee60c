"""Reads of who belongs to a sitting, who is there and whether that is enough."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q

from shanyraq.bodies.models import Membership, MembershipQuerySet
from shanyraq.bodies.queries import members_in_office
from shanyraq.law import Verdict
from shanyraq.platform.occasion import Actor
from shanyraq.sittings.models import Attendance, Session
from shanyraq.sittings.permissions import PREPARING, rules_of


@dataclass(frozen=True, slots=True)
class Presence:
    """How many belong to a sitting, how many are there, how many the law asks for (R8.3a).

    Attributes:
        members: members in office on the sitting's day; who leaves office that day is out at once.
        present: those of them who are registered as present.
        needed: the least number with which it is lawful; None where no provision names one.
        verdict: the law's answer to these two numbers; where no provision asks for a number, its
            answer on who organises the meeting.
    """

    members: int
    present: int
    needed: int | None
    verdict: Verdict


def members_of(session: Session, on: dt.date) -> MembershipQuerySet:
    """Members in office on a date who take part in a sitting by right."""
    return members_in_office(session.body, on)


def membership_of(session: Session, actor: Actor, on: dt.date) -> Membership | None:
    """The seat by which somebody takes part in a sitting on a date."""
    return members_of(session, on).filter(person__public_id=actor.public_id).first()


def present(session: Session, at: dt.datetime | None = None) -> MembershipQuerySet:
    """Members in office on the sitting's day who are present now, or were at a moment."""
    there = Q(attendances__session=session)
    if at is None:
        there &= Q(attendances__left_at=None)
    else:
        there &= Q(attendances__arrived_at__lte=at)
        there &= Q(attendances__left_at=None) | Q(attendances__left_at__gt=at)
    return members_of(session, session.day).filter(there)


def presence(session: Session, at: dt.datetime | None = None) -> Presence:
    """The quorum as it stands now, or stood at a moment (R8.3a, readings A5, A6, A26).

    Of a closed sitting: as it stood just before the closing, when everybody left.
    """
    if at is None and session.members_at_close is not None:
        return _counted(session, session.members_at_close, session.present_at_close or 0)
    if at is None and session.closed_at is not None:
        at = session.closed_at - dt.timedelta.resolution
    members = members_of(session, session.day).count()
    return _counted(session, members, present(session, at).count())


def quorum_verdict(
    session: Session, *, members: int, present: int, on: dt.date, source: str = ""
) -> Verdict:
    """The law's answer to a number of members present at a sitting (R8.3a, R16.2, A41).

    `source` names the record from which the number present was read.

    Raises:
        NoStatute: a statute would say how many are needed, and none is in force.
    """
    rules = rules_of(session.body, on)
    if not rules.procedure.quorum:
        power = rules.power(PREPARING)
        return rules.law.can(power, rules.law.holders(power))
    sources = {
        "members": f"membership:{session.body.public_id}",
        "present": source or f"attendance:{session.public_id}",
    }
    facts = {"members": members, "present": present}
    return rules.ask(rules.procedure.quorum, facts, sources=sources)


def uninvited(session: Session, on: dt.date) -> MembershipQuerySet:
    """Members in office on a date who have an address and were not invited yet."""
    reachable = members_of(session, on).exclude(person__email="")
    return reachable.exclude(invitations__session=session)


def stays_by_member(session: Session) -> dict[int, Attendance]:
    """Each member's latest stay in the hall, by the key of the membership."""
    stays = Attendance.objects.filter(session=session).order_by("arrived_at", "pk")
    return {stay.membership_id: stay for stay in stays}


def _counted(session: Session, members: int, present: int) -> Presence:
    verdict = quorum_verdict(session, members=members, present=present, on=session.day)
    needed = verdict.needed if rules_of(session.body, session.day).procedure.quorum else None
    return Presence(members, present, needed, verdict)
