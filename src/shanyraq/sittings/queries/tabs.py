"""Which bodies' sittings a reader is led to from the list of sittings."""

from dataclasses import dataclass

from shanyraq.bodies.queries import small_assembly_of
from shanyraq.people.enums import Classification
from shanyraq.people.models import Organization
from shanyraq.platform.occasion import Occasion

#: Bodies of the whole institution that hold meetings, in the order in which they are shown.
SHOWN = (
    Classification.COUNCIL,
    Classification.COORDINATION_COUNCIL,
    Classification.ADVISORY_BODY,
)


@dataclass(frozen=True, slots=True)
class Tab:
    """A body whose meetings have a page of their own."""

    body: Organization
    own: bool


def tabs_of(occasion: Occasion) -> list[Tab]:
    """The Council, the advisory bodies, and the small assembly that somebody belongs to."""
    standing = Organization.objects.filter(classification__in=SHOWN).on(occasion.on)
    bodies = sorted(
        standing, key=lambda one: (SHOWN.index(Classification(one.classification)), one.pk)
    )
    tabs = [Tab(body, own=False) for body in bodies]
    region = small_assembly_of(occasion.actor, occasion.on)
    return [*tabs, Tab(region, own=True)] if region else tabs
