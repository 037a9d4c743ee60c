"""Reads of the reports of members that the Session heard (R8.4c)."""

from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from shanyraq.people.models import Person
from shanyraq.sittings.enums import ItemKind, ItemState
from shanyraq.sittings.models import AgendaItem
from shanyraq.voting.models import Decision, Vote


@dataclass(frozen=True, slots=True)
class ReportHeard:
    """A report of a member that was heard, and what was decided on it."""

    item: AgendaItem
    decisions: list[Decision]


def reports_heard(member: Person | None = None) -> QuerySet[AgendaItem]:
    """Questions on which a member's report was heard, by member; of one member if one is named."""
    heard = AgendaItem.objects.filter(
        kind=ItemKind.MEMBER_REPORTS, state=ItemState.FINISHED, rapporteur__isnull=False
    )
    if member is not None:
        heard = heard.filter(rapporteur=member)
    adopted = Vote.objects.filter(adopted=True, decision__isnull=False).select_related("decision")
    return (
        heard.select_related("rapporteur", "session__body")
        .prefetch_related("papers", Prefetch("votes", queryset=adopted))
        .order_by("rapporteur__name_kk_sort", "rapporteur", "-session__starts_at", "number")
    )


def told(items: list[AgendaItem]) -> list[ReportHeard]:
    """The reports with their resolutions."""
    return [ReportHeard(item, [vote.decision for vote in item.votes.all()]) for item in items]
