"""What this chapter adds to the pages of a person and of a body."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from shanyraq.bodies.permissions import keeps_record_of
from shanyraq.membership.permissions import PROPOSING_REMOVAL, holds
from shanyraq.membership.queries.dossier import provenance_of
from shanyraq.people.enums import Classification
from shanyraq.people.models import Organization, Person
from shanyraq.platform.occasion import occasion_of


def dossier(*, person: Person, request: HttpRequest) -> SafeString:
    """Where each membership of a person comes from, and the ways on from there."""
    occasion = occasion_of(request)
    ways = provenance_of(person)
    seats = [one.seat for one in ways if one.seat.start_date <= occasion.on]
    seat = next((one for one in seats if not one.end_date or one.end_date > occasion.on), None)
    context = {
        "person": person,
        "ways": ways,
        "seat": seat,
        "is_mine": person.actor == occasion.actor,
        "proposes": seat is not None and holds(PROPOSING_REMOVAL, occasion),
    }
    return SafeString(render_to_string("membership/dossier.html", context))


def composition(*, body: Organization, request: HttpRequest) -> SafeString:
    """The ways on from a body: statistics of the Assembly, members of a small assembly."""
    occasion = occasion_of(request)
    small = body.classification == Classification.SMALL_ASSEMBLY
    if not small and body.classification != Classification.ASSEMBLY:
        return SafeString("")
    forms = small and bool(occasion.actor.public_id) and keeps_record_of(body, occasion)
    context = {"body": body, "small": small, "forms": forms}
    return SafeString(render_to_string("membership/of_body.html", context))
