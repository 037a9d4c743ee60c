"""Reads of signed acts: which can carry what is entered, and what one has brought about."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from shanyraq.bodies.enums import Issuer
from shanyraq.bodies.models import Act, BodyDocument, Membership
from shanyraq.people.models import Organization

#: How many acts a form offers, the latest first.
ACTS_OFFERED = 50
#: How many seats and posts the page of an act names.
NAMED = 100


def acts_offered(body: Organization, issuers: Iterable[Issuer]) -> QuerySet[Act]:
    """The latest acts by one of the signatories that may be about a body."""
    near = Q(body=None) | Q(body=body) | Q(body__children=body)
    latest = Act.objects.filter(near, issuer__in=list(issuers)).order_by("-date", "-pk")
    offered = list(latest.values_list("pk", flat=True)[:ACTS_OFFERED])
    return Act.objects.filter(pk__in=offered).order_by("-date", "-pk")


@dataclass(frozen=True, slots=True)
class Effects:
    """What an act has brought about."""

    started: list[Membership]
    ended: list[Membership]
    documents: list[BodyDocument]
    more: int


def effects_of(act: Act) -> Effects:
    """The seats and posts that began and ended by an act, and the documents it adopted."""
    rows = Membership.objects.select_related("person", "organization", "post")
    started = rows.filter(started_by=act).by_name()
    ended = rows.filter(ended_by=act).by_name()
    documents = BodyDocument.objects.of_institution().filter(act=act).select_related("body")
    more = max(started.count() - NAMED, 0) + max(ended.count() - NAMED, 0)
    return Effects(list(started[:NAMED]), list(ended[:NAMED]), list(documents), more)
