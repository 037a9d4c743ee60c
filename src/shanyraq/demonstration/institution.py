"""The sample institution's bodies and posts, each established by an act."""

import datetime as dt
from dataclasses import dataclass

from shanyraq.bodies.actions import establish_body, establish_post, record_act
from shanyraq.bodies.enums import ActKind, Issuer, Role
from shanyraq.bodies.models import Act, Post
from shanyraq.demonstration import texts
from shanyraq.demonstration.days import COMPOSED, DECREED, REDECREED, occasion
from shanyraq.law.provisions import packs_folder
from shanyraq.people.actions import load_areas
from shanyraq.people.enums import Classification
from shanyraq.people.models import Area, Organization, Wording
from shanyraq.people.queries import regions_on

BEGINNING = occasion(COMPOSED, 9)


@dataclass(frozen=True, slots=True)
class Region:
    """A region with its small assembly and the two posts there."""

    area: Area
    assembly: Organization
    chair: Post
    head: Post


@dataclass(frozen=True, slots=True)
class Institution:
    """The bodies and posts that persons are put into, and the act that made them."""

    decree: Act
    assembly: Organization
    council: Organization
    chair: Post
    deputy: Post
    staff: Post
    regions: list[Region]


def act(number: str, date: dt.date, title: Wording, *, kind: ActKind, issuer: Issuer) -> Act:
    """Record a signed act on the day the institution is composed, or on its own if later."""
    day = max(date, COMPOSED)
    return record_act(
        occasion=occasion(day, 9),
        kind=kind,
        number=number,
        date=date,
        issuer=issuer,
        title=title,
    )


def found() -> Institution:
    """Establish every body and post of the sample institution."""
    load_areas(occasion=BEGINNING, source=packs_folder() / "kz-areas.yaml")
    decree = act("856", DECREED, texts.DECREE, kind=ActKind.DECREE, issuer=Issuer.PRESIDENT)
    assembly = _body(decree, Classification.ASSEMBLY, texts.ASSEMBLY)
    council = _body(decree, Classification.COUNCIL, texts.COUNCIL, parent=assembly)
    amended = act(
        "576", REDECREED, texts.AMENDING_DECREE, kind=ActKind.DECREE, issuer=Issuer.PRESIDENT
    )
    organ = _body(amended, Classification.WORKING_ORGAN, texts.WORKING_ORGAN)
    return Institution(
        decree=decree,
        assembly=assembly,
        council=council,
        chair=_post(decree, assembly, Role.CHAIR),
        deputy=_post(decree, assembly, Role.DEPUTY_CHAIR, seats=None),
        staff=_post(amended, organ, Role.WORKING_ORGAN, seats=None),
        regions=[_region(decree, area) for area in regions_on(COMPOSED)],
    )


def _region(decree: Act, area: Area) -> Region:
    region = Wording(kk=area.name_kk, ru=area.name_ru, en=area.name_en)
    small = _body(
        decree,
        Classification.SMALL_ASSEMBLY,
        texts.of_region(region, texts.SMALL_ASSEMBLY),
        area=area,
    )
    secretariat = _body(
        decree,
        Classification.SECRETARIAT,
        texts.of_region(region, texts.SECRETARIAT),
        parent=small,
        area=area,
    )
    return Region(
        area=area,
        assembly=small,
        chair=_post(decree, small, Role.SMALL_ASSEMBLY_CHAIR),
        head=_post(decree, secretariat, Role.SECRETARIAT_HEAD),
    )


def _body(
    act: Act,
    kind: Classification,
    name: Wording,
    *,
    parent: Organization | None = None,
    area: Area | None = None,
) -> Organization:
    return establish_body(
        occasion=BEGINNING, act=act, classification=kind, name=name, parent=parent, area=area
    )


def _post(act: Act, body: Organization, role: Role, *, seats: int | None = 1) -> Post:
    return establish_post(
        occasion=BEGINNING,
        act=act,
        organization=body,
        role=role,
        label=texts.POSTS[role],
        seats=seats,
    )
