"""Reads of candidatures: which there are for a reader, and before which sittings they can come."""

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from shanyraq.bodies.queries import council, small_assemblies
from shanyraq.bodies.queries.scope import own_bodies
from shanyraq.membership.models import Candidature
from shanyraq.membership.models.candidatures import UNDER_WAY, CandidatureQuerySet
from shanyraq.membership.permissions import (
    BEFORE_COUNCIL,
    KEEPING,
    RECORDING_NOMINATION,
    considers,
    holds,
    reading_bodies,
    reads_all,
)
from shanyraq.people.models import Organization
from shanyraq.platform.occasion import Occasion
from shanyraq.sittings.enums import Kind, State
from shanyraq.sittings.models import Session


def candidatures_seen_by(occasion: Occasion) -> CandidatureQuerySet:
    """The candidatures somebody may read, the latest first."""
    rows = Candidature.objects.of_institution().select_related(
        "person", "on_behalf_of", "area", "small_assembly"
    )
    actor, on = occasion.actor, occasion.on
    if reads_all(actor, on):
        return rows
    own = Q(person__public_id=actor.public_id)
    own |= Q(small_assembly__public_id__in=reading_bodies(actor, on))
    if considers(actor, on):
        own |= Q(state__in=BEFORE_COUNCIL)
    return rows.filter(own)


def candidature_of(public_id: str) -> Candidature | None:
    """The candidature of a public identifier with its steps; None when there is none."""
    rows = Candidature.objects.of_institution().select_related(
        "person", "on_behalf_of", "area", "small_assembly", "seat"
    )
    steps = ("steps__act", "steps__decision", "steps__item__session__body", "steps__verdict")
    return rows.prefetch_related(*steps, "steps__actor").filter(public_id=public_id).first()


def waiting_for(occasion: Occasion, states: Sequence[str]) -> int:
    """How many candidatures in these states somebody reads."""
    return candidatures_seen_by(occasion).filter(state__in=states).count()


def own_candidatures(occasion: Occasion) -> list[Candidature]:
    """Somebody's own candidatures under way."""
    rows = Candidature.objects.of_institution().filter(state__in=UNDER_WAY)
    return list(rows.filter(person__public_id=occasion.actor.public_id).select_related("person"))


def coming_sittings(body: Organization) -> QuerySet[Session]:
    """The meetings of a body whose agenda can still take a question, the next one first."""
    rows = Session.objects.filter(
        body=body, kind=Kind.MEETING, state__in=[State.PREPARED, State.ANNOUNCED]
    )
    return rows.select_related("body").order_by("starts_at", "number")


def council_sittings() -> QuerySet[Session]:
    """The meetings of the Council whose agenda can still take a question."""
    return coming_sittings(council())


def nominating_bodies(occasion: Occasion) -> QuerySet[Organization]:
    """The small assemblies for which somebody takes in proposals: all, or the own one."""
    if holds(KEEPING, occasion):
        return small_assemblies()
    own = own_bodies(occasion.actor, occasion.on) if holds(RECORDING_NOMINATION, occasion) else ()
    return small_assemblies().filter(public_id__in=own)
