"""Reads of sittings and their agendas: which there are, what stands on them."""

from django.db.models import Count, QuerySet
from django.shortcuts import get_object_or_404

from shanyraq.bodies.queries import assembly
from shanyraq.people.models import Organization
from shanyraq.sittings.enums import ASSEMBLY_KINDS, ItemState, Kind
from shanyraq.sittings.models import AgendaItem, AgendaItemQuerySet, Session


def sittings() -> QuerySet[Session]:
    """Every sitting of whatever body, the latest first."""
    return Session.objects.select_related("body__area", "presiding", "convened_by")


def sessions() -> QuerySet[Session]:
    """Every Session of the Assembly, the latest first."""
    return sittings().filter(kind__in=ASSEMBLY_KINDS)


def meetings_of(body: Organization) -> QuerySet[Session]:
    """Every meeting of a body, the latest first; polls are no meetings."""
    return sittings().filter(body=body, kind=Kind.MEETING)


def has_sitting(*, body: Organization) -> bool:
    """Whether the record has a sitting of a body, be it only prepared."""
    return Session.objects.filter(body=body).exists()


def session_of(public_id: str) -> Session:
    """The sitting of a public identifier.

    Raises:
        Http404: there is none.
    """
    return get_object_or_404(sittings(), public_id=public_id)


def item_of(public_id: str) -> AgendaItem:
    """The agenda item of a public identifier, taken off or not.

    Raises:
        Http404: there is none.
    """
    items = AgendaItem.objects.select_related("session__body__area", "session__presiding")
    return get_object_or_404(items, public_id=public_id)


def agenda(session: Session) -> AgendaItemQuerySet:
    """The items that stand on a sitting's agenda, in their order, with what belongs to them.

    Each has its rapporteur, its papers and in `said` the number of members' contributions.
    """
    standing = AgendaItem.objects.filter(session=session).standing()
    counted = standing.annotate(said=Count("contributions"))
    return counted.select_related("rapporteur").prefetch_related("papers")


def item_under_discussion(session: Session) -> AgendaItem | None:
    """What the sitting discusses now."""
    return AgendaItem.objects.filter(session=session, state=ItemState.DISCUSSED).first()


def next_number(body: Organization | None = None) -> int:
    """The number of the next sitting of a body, polls aside; of the Assembly if none is named."""
    held = Session.objects.filter(body=body or assembly()).exclude(kind=Kind.POLL)
    last = held.order_by("-number").first()
    return last.number + 1 if last else 1
