"""Reads of persons, regions and personas."""

import hashlib
from datetime import date
from pathlib import Path
from typing import Literal

from django.db.models import QuerySet
from pydantic import BaseModel, ConfigDict
from ruamel.yaml import YAML

from shanyraq.people.enums import AreaKind
from shanyraq.people.models import Area, AreaQuerySet, Persona


class AreaNames(BaseModel):
    """A territory's code and its names, as the file of regions writes them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    iso: str
    kk: str
    ru: str
    en: str


class AreaRow(AreaNames):
    """A region of the file, with the days between which it is as described."""

    iso_former: str = ""
    datamaps: str = ""
    kind: Literal[AreaKind.OBLAST, AreaKind.CITY]
    valid_from: date | None = None
    valid_until: date | None = None


class AreaFile(BaseModel):
    """A file of regions: one country and its parts."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_: Literal["areas/1"]
    country: AreaNames
    regions: list[AreaRow]
    sha256: str


def read_areas(source: Path) -> AreaFile:
    """The regions that a YAML file describes, with the hash of the file.

    Raises:
        pydantic.ValidationError: the file says more, less or other than it should.
        ruamel.yaml.error.YAMLError: it is no YAML.
    """
    content = source.read_bytes()
    told = YAML(typ="safe", pure=True).load(content) or {}
    told["schema_"] = told.pop("schema", None)
    return AreaFile.model_validate({**told, "sha256": hashlib.sha256(content).hexdigest()})


def regions_on(day: date) -> AreaQuerySet:
    """The oblasts and cities that existed on a day, in the order of the Kazakh alphabet."""
    return Area.objects.regions().on(day).order_by("name_kk_sort")


def personas() -> QuerySet[Persona]:
    """The roles to step into in a demonstration, in the order in which they are offered."""
    return Persona.objects.select_related("user__person").order_by("order")


def leading_personas() -> QuerySet[Persona]:
    """The roles that are offered first, one of each kind."""
    return personas().filter(order__lt=Persona.LEADING)


def other_personas() -> QuerySet[Persona]:
    """Everybody else who can be stepped into, by name in the order of the Kazakh alphabet."""
    return personas().filter(order__gte=Persona.LEADING).order_by("user__person__name_kk_sort")
