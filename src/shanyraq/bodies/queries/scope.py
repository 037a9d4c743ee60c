"""Whose rows somebody sees: all of the institution, or those of the own region alone."""

from datetime import date
from typing import TypeVar

from django.db import models
from django.db.models import Q

from shanyraq.bodies.models import ScopedQuerySet
from shanyraq.bodies.permissions import RECORDING, RECORDING_LOCALLY
from shanyraq.charter.queries import law_on, may
from shanyraq.people.enums import Classification
from shanyraq.people.models import Organization, Person
from shanyraq.platform.authority import posts_of
from shanyraq.platform.occasion import SYSTEM, Actor

M = TypeVar("M", bound=models.Model)

LOCAL_BODIES = (Classification.SMALL_ASSEMBLY, Classification.SECRETARIAT)


def sees_all(actor: Actor, on: date) -> bool:
    """Whether the charter lets somebody keep the record of every body (R12.1)."""
    return actor == SYSTEM or may(RECORDING, actor=actor, on=on).met


def own_bodies(actor: Actor, on: date) -> frozenset[str]:
    """Public identifiers of the small assembly whose record somebody keeps, and its secretariat."""
    law = law_on(on)
    held = {
        one.body
        for one in posts_of(actor, on)
        if one.body_kind in LOCAL_BODIES and law.can(RECORDING_LOCALLY, {one.post}).met
    }
    if not held:
        return frozenset()
    near = Organization.objects.filter(
        Q(public_id__in=held)
        | Q(parent__public_id__in=held)
        | Q(children__public_id__in=held, classification=Classification.SMALL_ASSEMBLY),
        classification__in=LOCAL_BODIES,
    )
    return frozenset(near.values_list("public_id", flat=True))


def scoped(rows: ScopedQuerySet[M], *, actor: Actor, on: date) -> ScopedQuerySet[M]:
    """What somebody may see of internal rows: everything, the own region's, or nothing."""
    if sees_all(actor, on):
        return rows.of_institution()
    return rows.of_bodies(own_bodies(actor, on))


def small_assembly_of(somebody: Person | Actor, on: date) -> Organization | None:
    """The small assembly in which, or in whose secretariat, somebody has a post or a seat."""
    actor = somebody.actor if isinstance(somebody, Person) else somebody
    held = {one.body for one in posts_of(actor, on) if one.body_kind in LOCAL_BODIES}
    if not held:
        return None
    found = Organization.objects.filter(
        Q(public_id__in=held) | Q(children__public_id__in=held),
        classification=Classification.SMALL_ASSEMBLY,
    )
    return found.order_by("pk").first()
