"""Which Session comes, which was held last, and who took part in it."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from shanyraq.bodies.models import Membership
from shanyraq.charter.queries import ask
from shanyraq.law import Verdict
from shanyraq.platform.clock import ZONE
from shanyraq.sittings.enums import ItemKind, ItemState, Kind, State
from shanyraq.sittings.models import Session
from shanyraq.sittings.queries import members_of, quorum_verdict, sessions, sittings

#: A question for which the law makes no exception from the general effect of decisions.
DECISION = ItemKind.OTHER_QUESTIONS.value
#: How many Sessions the secretary's desk lists.
RECENT = 6


@dataclass(frozen=True, kw_only=True)
class Turnout:
    """How many members took part in a Session, against the number its quorum needed."""

    members: int
    attended: int
    needed: int | None
    verdict: Verdict


def published() -> QuerySet[Session]:
    """Sessions that the public knows of: a draft has no legal effect and is shown to nobody."""
    return sessions().exclude(state=State.PREPARED)


def published_sittings() -> QuerySet[Session]:
    """Sittings of every body that the public knows of; polls have pages of their own."""
    return sittings().exclude(state=State.PREPARED).exclude(kind=Kind.POLL)


def coming(on: dt.date) -> Session | None:
    """The Session that sits now, else the announced one that is held next, on a day."""
    ahead = Q(state=State.OPEN) | Q(state=State.ANNOUNCED, starts_at__gte=_begin_of(on))
    return published().filter(ahead).order_by("starts_at").first()


def lapsed(on: dt.date) -> QuerySet[Session]:
    """Sessions announced for a day before that were not opened, and no later one has been."""
    past = published().filter(state=State.ANNOUNCED, starts_at__lt=_begin_of(on))
    opened = published().exclude(opened_at=None).order_by("-starts_at").first()
    return past.filter(starts_at__gt=opened.starts_at) if opened else past


def _begin_of(on: dt.date) -> dt.datetime:
    return dt.datetime.combine(on, dt.time.min, tzinfo=ZONE)


def drafts() -> QuerySet[Session]:
    """Sessions prepared and not convened, the nearest first."""
    return sessions().filter(state=State.PREPARED).order_by("starts_at", "pk")


def in_hand(on: dt.date) -> Session | None:
    """The Session to work on: the one that comes, else the nearest draft."""
    return coming(on) or drafts().first()


def recent() -> QuerySet[Session]:
    """The latest Sessions, drafts among them, each with the number of its `questions`."""
    standing = ~Q(items__state=ItemState.DROPPED)
    counted = sessions().annotate(questions=Count("items", filter=standing))
    return counted.order_by("-starts_at", "-number")[:RECENT]


def last_held() -> Session | None:
    """The Session closed last."""
    return published().filter(state=State.CLOSED).order_by("-closed_at").first()


def attended(session: Session) -> QuerySet[Membership]:
    """Seats of those who were in the hall at some moment, in the order of their names."""
    there = session.attendances.values("membership")
    return Membership.objects.filter(pk__in=there).select_related("person", "area").by_name()


def turnout(session: Session) -> Turnout:
    """Who took part in a Session, counted against the members in office on its day (R8.3a)."""
    on = session.day
    members, came = members_of(session, on).count(), attended(session).count()
    verdict = quorum_verdict(session, members=members, present=came, on=on)
    return Turnout(members=members, attended=came, needed=verdict.needed, verdict=verdict)


def session_name(session: Session) -> str:
    """What a Session is called: its Roman number, and its kind when it is not ordinary."""
    if not session.is_session:
        return str(session)
    name = _("{number} Session")
    if session.kind == Kind.EXTRAORDINARY:
        name = _("{number} extraordinary Session")
    return name.format(number=session.roman)


def published_session(public_id: str) -> Session:
    """The sitting of a public identifier, of whatever body, if the public knows of it.

    Raises:
        Http404: there is none, or it is a draft.
    """
    return get_object_or_404(published_sittings(), public_id=public_id)


def general_effect(on: dt.date) -> Verdict:
    """What force the decisions of a Session have on a day, exceptions aside (R3)."""
    return ask("legal_effect", on=on, facts={"decision": DECISION})
