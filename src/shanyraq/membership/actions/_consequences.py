"""What follows when a seat in the Assembly ends: other seats, open cases, open pages."""

import datetime as dt
from collections.abc import Iterable

from shanyraq.bodies.actions import end_by_steps
from shanyraq.bodies.enums import Category
from shanyraq.bodies.models import Act, Membership
from shanyraq.bodies.permissions import belonging_rule
from shanyraq.charter.queries import ask
from shanyraq.law import Verdict
from shanyraq.membership.enums import CaseState
from shanyraq.membership.models import RemovalCase
from shanyraq.people.enums import Classification
from shanyraq.people.models import Organization
from shanyraq.platform.live import publish
from shanyraq.platform.occasion import Occasion
from shanyraq.sittings.enums import State
from shanyraq.sittings.models import Session


def end_seat(occasion: Occasion, seat: Membership, *, act: Act, end_date: dt.date) -> list[str]:
    """End a seat and what the charter ties to it; answer the public identifiers of what ended.

    A seat in the Council presupposes one in the Assembly (R9.1a), save for heads of small
    assemblies, of whom the charter only warns (A19). A deputy's post is the President's act and
    ends by one (R7.4). From the day of the end the totals of the bodies are smaller.
    """
    # The member's own right to leave is read from the seat: what is tied to it ends first.
    ended = [*_seats_tied(seat, end_date), seat]
    for one in ended:
        end_by_steps(occasion=occasion, membership=one, act=act, end_date=end_date)
    tell(one.organization for one in ended)
    return [one.public_id for one in ended]


def tell(bodies: Iterable[Organization]) -> None:
    """Let the open pages of a body's sittings show its new totals."""
    open_ones = Session.objects.filter(
        body__in={body.pk for body in bodies}, state__in=[State.ANNOUNCED, State.OPEN]
    )
    for session in open_ones:
        publish(session.topic)


def close_cases(occasion: Occasion, seat: Membership) -> None:
    """A proposal to remove somebody who has left has nothing left to decide."""
    open_ones = RemovalCase.objects.of_institution().filter(seat=seat, state=CaseState.OPEN)
    open_ones.update(state=CaseState.LEFT, closed_at=occasion.at)


def _seats_tied(seat: Membership, day: dt.date) -> list[Membership]:
    if seat.organization.classification != Classification.ASSEMBLY:
        return []
    others = Membership.objects.filter(
        person=seat.person, organization__classification=Classification.COUNCIL, ended_by=None
    )
    seats = others.seats().filter(start_date__lt=day).select_related("organization")
    return [one for one in seats if _presupposes(one, day).stands_in_the_way]


def _presupposes(council_seat: Membership, day: dt.date) -> Verdict:
    """What the charter says of a Council seat whose holder is no longer in the Assembly."""
    rule = belonging_rule(Category(council_seat.category))
    return ask(rule, on=day, facts={"assembly_member": False})
