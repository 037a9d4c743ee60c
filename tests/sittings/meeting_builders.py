"""A Council, a small assembly and an advisory body with their people; it is September 2008."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from tests.bodies.builders import SPRING, a_body, a_holding, a_post, an_act
from tests.people.builders import a_person
from tests.sittings.builders import (
    PLACE,
    TODAY,
    Institution,
    an_institution,
    at_ten,
    many_seats,
)

from shanyraq.bodies.enums import DocumentKind, Issuer, Role
from shanyraq.bodies.models import BodyDocument, Membership
from shanyraq.people.enums import Classification
from shanyraq.people.models import Area, Organization, Person, Wording
from shanyraq.sittings.actions import Plan, Question, prepare_meeting, sign_convening
from shanyraq.sittings.enums import ItemKind, Kind
from shanyraq.sittings.models import Session

SOON = TODAY + dt.timedelta(days=3)
STATUTE = "kz-small-assembly-statute"
WORDS = Wording(kk="Маңызды мәселе", ru="Важный вопрос", en="An important question")


@dataclass
class CouncilHouse:
    """The Council of an institution with two deputies, and its members."""

    house: Institution
    council: Organization
    second: Person
    seats: list[Membership]

    @property
    def deputies(self) -> list[Person]:
        """The two deputies of the Chair."""
        return [self.house.deputy, self.second]


def a_council(*, members: int = 6, deputies: int = 2) -> CouncilHouse:
    """The Council with so many members, deputies and the Chair in office."""
    house = an_institution(members=members)
    body = a_body(Classification.COUNCIL, name="Кеңес")
    second = a_person(name="Екінші орынбасар")
    seats = many_seats(body, members)
    posts = Membership.objects.filter(post__role=Role.DEPUTY_CHAIR)
    if deputies == 0:
        posts.update(end_date=SPRING + dt.timedelta(days=1), ended_by=an_act())
    if deputies == 2:
        post = posts.get().post
        assert post is not None
        post.seats = None
        post.save()
        a_holding(post, person=second)
    return CouncilHouse(house, body, second, seats)


@dataclass
class Region:
    """A small assembly with its chair, its secretariat and its members."""

    body: Organization
    chair: Person
    deputy: Person
    clerk: Person
    seats: list[Membership]


def a_small_assembly(
    *,
    members: int = 6,
    statute: str = STATUTE,
    name: str = "Ақмола кіші ассамблеясы",
    area: Area | None = None,
) -> Region:
    """A small assembly; with an empty name of the statute it has none in force."""
    body = a_body(Classification.SMALL_ASSEMBLY, name=name, area=area)
    secretariat = a_body(Classification.SECRETARIAT, name=f"{name} хатшылығы", parent=body)
    chair, deputy, clerk = (a_person(name=f"{one} {name}") for one in ("Әкім", "Меңгеруші", "Хат"))
    a_holding(a_post(Role.SMALL_ASSEMBLY_CHAIR, body=body), person=chair)
    a_holding(a_post(Role.SMALL_ASSEMBLY_DEPUTY_CHAIR, body=body), person=deputy)
    a_holding(a_post(Role.SECRETARIAT_HEAD, body=secretariat), person=deputy)
    a_holding(a_post(Role.SECRETARIAT, body=secretariat, seats=None), person=clerk)
    if statute:
        a_statute(body, pack=statute)
    return Region(body, chair, deputy, clerk, many_seats(body, members))


def a_statute(body: Organization, *, pack: str = STATUTE, start: dt.date = SPRING) -> BodyDocument:
    """A statute that its chair has approved."""
    return BodyDocument.objects.create(
        body=body,
        kind=DocumentKind.STATUTE,
        version=1,
        pack=pack,
        act=an_act(issuer=Issuer.SMALL_ASSEMBLY_CHAIR, date=start),
        start_date=start,
        **WORDS.columns("title"),
        **WORDS.columns("text"),
    )


def a_meeting_plan(
    kind: ItemKind = ItemKind.IMPORTANT_QUESTIONS,
    *,
    day: dt.date = SOON,
    agenda: Sequence[Question] | None = None,
    number: int | None = None,
) -> Plan:
    """A meeting as it is planned, with one question of a kind."""
    questions = [Question(kind=kind, title=WORDS)] if agenda is None else agenda
    return Plan(
        kind=Kind.MEETING, starts_at=at_ten(day), place=PLACE, agenda=questions, number=number
    )


def a_council_meeting(council: CouncilHouse, *, day: dt.date = SOON) -> Session:
    """A meeting of the Council that the Working Organ has prepared."""
    occasion = council.house.by(council.house.secretary)
    return prepare_meeting(occasion=occasion, body=council.council, plan=a_meeting_plan(day=day))


def a_convened_meeting(council: CouncilHouse, *, day: dt.date = SOON) -> Session:
    """A meeting of the Council with every signature that it needs."""
    session = a_council_meeting(council, day=day)
    for person in (*council.deputies, council.house.chair):
        session = sign_convening(occasion=council.house.by(person), session=session)
    return session
