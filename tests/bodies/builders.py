"""Acts, bodies, posts and memberships for tests."""

import datetime as dt
from dataclasses import dataclass

from tests.conftest import an_occasion
from tests.people.builders import a_person

from shanyraq.bodies.actions import (
    adopt_document,
    include_member,
    record_act,
)
from shanyraq.bodies.enums import ActKind, Category, DocumentKind, Issuer, Role
from shanyraq.bodies.models import Act, BodyDocument, Membership, Post
from shanyraq.people.enums import AreaKind, Classification
from shanyraq.people.models import Area, Organization, Person, Wording
from shanyraq.platform.occasion import SYSTEM, Actor

SPRING = dt.date(2008, 5, 5)
TODAY = dt.date(2008, 9, 15)
WORDS = Wording(kk="Атауы", ru="Название", en="Name")
SUMMER = dt.date(2008, 7, 1)
NEXT_DAY = SPRING + dt.timedelta(days=1)


def an_act(*, issuer: Issuer = Issuer.CHAIR, date: dt.date = SPRING, number: str = "7") -> Act:
    """A signed act of the spring of 2008."""
    return Act.objects.create(
        kind=ActKind.DECISION,
        number=number,
        date=date,
        issuer=issuer,
        title_kk="Құрам туралы",
        title_ru="О составе",
        title_en="On the composition",
    )


def a_region(
    *, name: str = "Ақмола облысы", iso: str = "KZ-11", kind: AreaKind = AreaKind.OBLAST
) -> Area:
    """A region as it stands."""
    return Area.objects.create(
        name_kk=name, name_ru=name, name_en=name, iso=iso, classification=kind
    )


def a_body(
    kind: Classification = Classification.ASSEMBLY,
    *,
    name: str = "Ассамблея",
    parent: Organization | None = None,
    area: Area | None = None,
    founding_date: dt.date | None = None,
) -> Organization:
    """A body that stands."""
    if kind == Classification.SMALL_ASSEMBLY and area is None:
        area = a_region()
    return Organization.objects.create(
        classification=kind,
        name_kk=name,
        name_ru=name,
        name_en=name,
        parent=parent,
        area=area,
        founding_date=founding_date,
    )


def a_post(
    role: Role = Role.CHAIR,
    *,
    body: Organization | None = None,
    label: str = "Төраға",
    seats: int | None = 1,
    start_date: dt.date | None = None,
    end_date: dt.date | None = None,
) -> Post:
    """A post in a body."""
    return Post.objects.create(
        role=role,
        organization=body or a_body(),
        label_kk=label,
        label_ru=label,
        label_en=label,
        seats=seats,
        start_date=start_date,
        end_date=end_date,
    )


def a_seat(
    body: Organization,
    *,
    person: Person | None = None,
    name: str = "Әлиев Бақыт",
    category: Category = Category.STATE_BODY,
    area: Area | None = None,
    start: dt.date = SPRING,
    end: dt.date | None = None,
) -> Membership:
    """A seat in a body with its holder."""
    return Membership.objects.create(
        person=person or a_person(name=name),
        organization=body,
        category=category,
        area=area,
        start_date=start,
        end_date=end,
        started_by=an_act(date=start),
    )


def a_holding(
    post: Post,
    *,
    person: Person | None = None,
    start: dt.date = SPRING,
    end: dt.date | None = None,
) -> Membership:
    """The holding of a post."""
    return Membership.objects.create(
        person=person or a_person(),
        organization=post.organization,
        post=post,
        start_date=start,
        end_date=end,
        started_by=an_act(date=start),
    )


def holder_of(role: Role, body: Organization) -> Actor:
    """Somebody who holds a post of a body."""
    return a_holding(a_post(role, body=body)).person.actor


def secretary() -> Actor:
    """Somebody on the staff of the Working Organ."""
    return holder_of(Role.WORKING_ORGAN, a_body(Classification.WORKING_ORGAN))


def record(*, actor: Actor, issuer: Issuer = Issuer.CHAIR, on: dt.date = TODAY) -> Act:
    """The Chair's act as somebody records it."""
    return record_act(
        occasion=an_occasion(actor=actor, on=on),
        kind=ActKind.DECISION,
        number="12",
        date=SPRING,
        issuer=issuer,
        title=WORDS,
    )


def include(
    body: Organization,
    *,
    person: Person | None = None,
    category: Category = Category.STATE_BODY,
    act: Act | None = None,
    start: dt.date = SPRING,
    office: str = "",
    actor: Actor = SYSTEM,
) -> Membership:
    """A seat given by an act."""
    return include_member(
        occasion=an_occasion(actor=actor),
        organization=body,
        person=person or a_person(),
        category=category,
        act=act or an_act(),
        start_date=start,
        office=office,
    )


@dataclass(frozen=True, slots=True)
class Region:
    """A small assembly with the akim's post and the posts that go with offices."""

    assembly: Organization
    secretariat: Organization
    akim: Post
    chair: Post
    head: Post
    deputy: Post


def region_with_offices(*, iso: str = "KZ-11", name: str = "Ақмола облысы") -> Region:
    """A region whose akim chairs the small assembly, and whose secretariat's head is deputy."""
    area = a_region(iso=iso, name=name)
    office = a_body(Classification.STATE_BODY, name=f"{name} әкімдігі", area=area)
    small = a_body(Classification.SMALL_ASSEMBLY, name=f"{name}: кіші ассамблея", area=area)
    secretariat = a_body(Classification.SECRETARIAT, name=f"{name}: хатшылық", parent=small)
    akim = a_post(Role.AKIM, body=office, label="Облыс әкімі")
    head = a_post(Role.SECRETARIAT_HEAD, body=secretariat, label="Хатшылық меңгерушісі")
    chair = a_post(Role.SMALL_ASSEMBLY_CHAIR, body=small, label="Кіші ассамблея төрағасы")
    deputy = a_post(
        Role.SMALL_ASSEMBLY_DEPUTY_CHAIR, body=small, label="Кіші ассамблея төрағасының орынбасары"
    )
    for post, office_held in ((chair, akim), (deputy, head)):
        post.follows = office_held
        post.save(update_fields=["follows"])
    return Region(small, secretariat, akim, chair, head, deputy)


def a_document(
    body: Organization,
    kind: DocumentKind,
    *,
    text: str = "Мәтін",
    issuer: Issuer = Issuer.CHAIR,
    start: dt.date = SPRING,
    pack: str = "",
    act: Act | None = None,
    actor: Actor = SYSTEM,
) -> BodyDocument:
    """A version of a body's document, adopted by an act of its day."""
    return adopt_document(
        occasion=an_occasion(actor=actor),
        body=body,
        kind=kind,
        title=WORDS,
        text=Wording(kk=text, ru=text, en=text),
        act=act or an_act(issuer=issuer, date=start),
        start_date=start,
        pack=pack,
    )
