"""The sample institution's bodies and posts, each established by an act."""

import datetime as dt
from dataclasses import dataclass

from shanyraq.bodies.actions import establish_body, establish_post, record_act
from shanyraq.bodies.enums import ActKind, Issuer, Role
from shanyraq.bodies.models import Act, Post
from shanyraq.demonstration.days import COMPOSED, DECREED, REDECREED, occasion
from shanyraq.demonstration.sample import SignedAct, folder, sample
from shanyraq.demonstration.texts import of_region
from shanyraq.people.actions import load_areas
from shanyraq.people.enums import Classification
from shanyraq.people.models import Area, Organization, Wording
from shanyraq.people.queries import regions_on

BEGINNING = occasion(COMPOSED, 9)


@dataclass(frozen=True, slots=True)
class Region:
    """A region with its small assembly, its secretariat and the two posts that are filled."""

    area: Area
    assembly: Organization
    secretariat: Organization
    akim: Post
    head: Post


@dataclass(frozen=True, slots=True)
class Institution:
    """The bodies and posts that persons are put into, and the act that made them."""

    decree: Act
    designating: Act
    assembly: Organization
    council: Organization
    organ: Organization
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
    names, acts = sample().bodies, sample().acts
    load_areas(occasion=BEGINNING, source=folder() / sample().areas)
    decree = _of_head_of_state(acts.founding, DECREED)
    assembly = _body(decree, Classification.ASSEMBLY, names.assembly.wording)
    council = _body(decree, Classification.COUNCIL, names.council.wording, parent=assembly)
    designating = _of_head_of_state(acts.organ, REDECREED)
    organ = _body(designating, Classification.WORKING_ORGAN, names.working_organ.wording)
    return Institution(
        decree=decree,
        designating=designating,
        assembly=assembly,
        council=council,
        organ=organ,
        chair=_post(decree, assembly, Role.CHAIR),
        deputy=_post(decree, assembly, Role.DEPUTY_CHAIR, seats=None),
        staff=_post(designating, organ, Role.WORKING_ORGAN, seats=None),
        regions=[_region(decree, area) for area in regions_on(COMPOSED)],
    )


def _of_head_of_state(signed: SignedAct, on: dt.date) -> Act:
    title = signed.title.wording
    return act(signed.number, on, title, kind=signed.kind, issuer=Issuer.PRESIDENT)


def _region(decree: Act, area: Area) -> Region:
    names, region = sample().bodies, Wording(kk=area.name_kk, ru=area.name_ru, en=area.name_en)
    small = _body(
        decree,
        Classification.SMALL_ASSEMBLY,
        of_region(region, names.small_assembly.wording),
        area=area,
    )
    secretariat = _body(
        decree,
        Classification.SECRETARIAT,
        of_region(region, names.secretariat.wording),
        parent=small,
        area=area,
    )
    akim = _post(decree, small, Role.AKIM)
    _post(decree, small, Role.SMALL_ASSEMBLY_CHAIR, follows=akim)
    head = _post(decree, secretariat, Role.SECRETARIAT_HEAD)
    _post(decree, small, Role.SMALL_ASSEMBLY_DEPUTY_CHAIR, follows=head)
    return Region(area=area, assembly=small, secretariat=secretariat, akim=akim, head=head)


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


def _post(
    act: Act,
    body: Organization,
    role: Role,
    *,
    seats: int | None = 1,
    follows: Post | None = None,
) -> Post:
    return establish_post(
        occasion=BEGINNING,
        act=act,
        organization=body,
        role=role,
        label=sample().post(role),
        seats=seats,
        follows=follows,
    )
