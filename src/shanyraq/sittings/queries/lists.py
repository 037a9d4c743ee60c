"""Reads of Sessions and their agendas: which there are, what stands on them."""

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from shanyraq.bodies.queries import assembly
from shanyraq.sittings.enums import ItemState
from shanyraq.sittings.models import AgendaItem, AgendaItemQuerySet, Session


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
