"""What a member has done, as facts and counts (R21.3): no score, no profile of opinions.

How somebody voted is not gathered here, nor what somebody thinks: only whether the person was
there and took part.
"""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from shanyraq.bodies.models import Membership
from shanyraq.membership.hooks import ActivityFact, activity_parts
from shanyraq.people.models import Person
from shanyraq.sittings.enums import ItemKind, ItemState, Kind, State
from shanyraq.sittings.models import AgendaItem, Attendance, Contribution, Session
from shanyraq.voting.enums import Method
from shanyraq.voting.models import Dissent, Voter


@dataclass(frozen=True, slots=True)
class SittingAttended:
    """A sitting of a body in which the person had a seat, and whether the person was there."""

    session: Session
    there: bool


@dataclass(frozen=True, slots=True)
class Activity:
    """A member's activity until a day.

    Attributes:
        sittings: sittings of the own bodies that were held, the latest first.
        facts: everything counted, those of the chapters above last.
    """

    sittings: list[SittingAttended]
    facts: list[ActivityFact]


def activity_of(person: Person, on: dt.date) -> Activity:
    """What somebody has done in the bodies of the institution until a day."""
    sittings = attended(person, on)
    facts = [
        ActivityFact(
            label=_("Sittings attended"), count=sum(one.there for one in sittings), of=len(sittings)
        ),
        *_votes(person),
        ActivityFact(label=_("Written contributions"), count=_contributions(person)),
        ActivityFact(label=_("Reports heard"), count=_reports(person)),
        ActivityFact(label=_("Own opinions on decisions"), count=_dissents(person)),
    ]
    above = [fact for part in activity_parts for fact in part(person, on)]
    return Activity(sittings, [*facts, *above])


def attended(person: Person, on: dt.date) -> list[SittingAttended]:
    """The sittings held in the bodies where somebody had a seat that day, the latest first."""
    seats = list(Membership.objects.filter(person=person).seats())
    held = Q(pk__in=[])
    for seat in seats:
        held |= Q(body=seat.organization_id) & _within(seat)
    sessions = list(
        Session.objects.filter(held, state__in=[State.OPEN, State.CLOSED], starts_at__date__lte=on)
        .exclude(kind=Kind.POLL)
        .select_related("body")
    )
    there = set(
        Attendance.objects.filter(membership__in=seats, session__in=sessions).values_list(
            "session_id", flat=True
        )
    )
    return [SittingAttended(session, session.pk in there) for session in sessions]


def _within(seat: Membership) -> Q:
    days = Q(starts_at__date__gte=seat.start_date)
    return days & Q(starts_at__date__lt=seat.end_date) if seat.end_date else days


def _votes(person: Person) -> list[ActivityFact]:
    """Electronic votes in which a vote was sent, of those the person could take part in.

    In votes by show of hands nobody is told apart: they are not counted for anyone.
    """
    roll = Voter.objects.filter(
        membership__person=person, vote__method=Method.OPEN_ELECTRONIC, vote__adopted__isnull=False
    )
    could, did = roll.count(), roll.filter(ballot__isnull=False).count()
    return [ActivityFact(label=_("Electronic votes taken part in"), count=did, of=could)]


def _contributions(person: Person) -> int:
    return Contribution.objects.filter(membership__person=person).count()


def _reports(person: Person) -> int:
    heard = AgendaItem.objects.filter(kind=ItemKind.MEMBER_REPORTS, state=ItemState.FINISHED)
    return heard.filter(rapporteur=person).count()


def _dissents(person: Person) -> int:
    return Dissent.objects.filter(person=person).count()
