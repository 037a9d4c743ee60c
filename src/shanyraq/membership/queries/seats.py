"""Reads of seats: somebody's own, those of a small assembly."""

from dataclasses import dataclass

from shanyraq.bodies.models import Membership
from shanyraq.charter.queries import may
from shanyraq.membership.permissions import LEAVING
from shanyraq.people.models import Organization
from shanyraq.platform.occasion import Occasion


@dataclass(frozen=True, slots=True)
class OwnSeat:
    """One of somebody's own seats, and whether the charter gives a right to leave it."""

    seat: Membership
    may_leave: bool


def own_seats(occasion: Occasion) -> list[OwnSeat]:
    """The seats somebody has today, whether or not an end has been set."""
    rows = Membership.objects.filter(person__public_id=occasion.actor.public_id)
    seats = rows.seats().on(occasion.on).select_related("organization", "person", "departure")
    return [OwnSeat(seat, _may_leave(seat.organization, occasion)) for seat in seats]


def _may_leave(body: Organization, occasion: Occasion) -> bool:
    within = {body.public_id}
    return may(LEAVING, actor=occasion.actor, on=occasion.on, within=within).met
