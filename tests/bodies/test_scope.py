"""A small assembly sees its own: reading rows across all bodies fails, however it is done."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db.models import ForeignKey, Model
from tests.bodies.builders import SPRING, TODAY, a_holding, a_post, region_with_offices, secretary
from tests.people.builders import a_person

from shanyraq.bodies.enums import Role
from shanyraq.bodies.models import Agreement, ScopedQuerySet, Unscoped
from shanyraq.bodies.queries import own_bodies, scoped, small_assembly_of

pytestmark = pytest.mark.django_db

SCOPED = [
    model
    for model in apps.get_models()
    if isinstance(model._default_manager.get_queryset(), ScopedQuerySet)
]
#: Models whose rows of every body are public, and what they tell.
PUBLIC = {
    "sittings.Session": "that a sitting is held, when and where",
    "bodies.Act": "that an act was signed",
    "assignments.CoExecutor": "who works on an assignment; read with the assignment only",
    "bodies.Designation": "which department is the Working Organ",
}
READS: dict[str, Callable[[ScopedQuerySet[Any]], object]] = {
    "list": list,
    "len": len,
    "first": lambda rows: rows.first(),
    "count": lambda rows: rows.count(),
    "exists": lambda rows: rows.exists(),
    "values": lambda rows: list(rows.values_list("pk")),
    "filter": lambda rows: list(rows.filter(pk__gt=0).order_by("pk")),
    "iterator": lambda rows: list(rows.iterator()),
    "aggregate": lambda rows: rows.aggregate(),
    "get": lambda rows: rows.get(pk__gt=0),
    "update": lambda rows: rows.update(pk=1),
}


@pytest.mark.parametrize("model", SCOPED, ids=lambda model: model._meta.label)
@pytest.mark.parametrize("read", READS)
def test_an_unscoped_query_fails_and_a_scoped_one_passes(model: type[Model], read: str) -> None:
    rows = model._default_manager.get_queryset()
    assert isinstance(rows, ScopedQuerySet)
    with pytest.raises(Unscoped):
        READS[read](rows)
    region = region_with_offices()
    assert list(rows.of_body(region.assembly)) == []
    assert list(rows.of_bodies([region.assembly])) == []
    assert not rows.of_institution().filter(pk__gt=0).exists()


def test_whatever_belongs_to_a_body_is_scoped_or_said_to_be_public() -> None:
    owned = {
        model._meta.label
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, ForeignKey)
        and field.name == "body"
        and field.related_model._meta.label == "people.Organization"
    }
    told = {model._meta.label for model in SCOPED} | set(PUBLIC)
    assert owned - told == set()


def test_a_row_is_found_by_its_own_identifier_and_among_the_rows_of_its_own() -> None:
    region, person = region_with_offices(), a_person()
    row = Agreement.objects.create(post=region.head, person=person, asked_on=SPRING)
    assert Agreement.objects.get(public_id=row.public_id) == row
    assert list(region.head.agreements.all()) == [row]


def test_each_secretariat_sees_its_own_region_and_the_working_organ_all() -> None:
    regions = [region_with_offices(iso=iso, name=iso) for iso in ("KZ-11", "KZ-15", "KZ-19")]
    rows = [
        Agreement.objects.create(post=region.head, person=a_person(), asked_on=SPRING)
        for region in regions
    ]
    organ, nobody = secretary(), a_person().actor
    for region, own in zip(regions, rows, strict=True):
        post = a_post(Role.SECRETARIAT, body=region.secretariat, seats=None)
        clerk = a_holding(post).person.actor
        assert list(scoped(Agreement.objects.all(), actor=clerk, on=TODAY)) == [own]
        near = {region.assembly.public_id, region.secretariat.public_id}
        assert own_bodies(clerk, TODAY) == near
        assert small_assembly_of(clerk, TODAY) == region.assembly
        assert list(Agreement.objects.of_body(region.secretariat)) == [own]
    assert set(scoped(Agreement.objects.all(), actor=organ, on=TODAY)) == set(rows)
    assert list(scoped(Agreement.objects.all(), actor=nobody, on=TODAY)) == []
    assert small_assembly_of(nobody, TODAY) is None
