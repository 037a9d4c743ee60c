"""An institution into which people come and which they leave; it stands in September 2008."""

import datetime as dt
from dataclasses import dataclass

from tests.bodies.builders import SPRING, TODAY, a_body, a_holding, a_post, a_region, a_seat
from tests.conftest import ALMATY, an_occasion
from tests.people.builders import a_person

from shanyraq.bodies.enums import Category, Role
from shanyraq.bodies.models import Membership
from shanyraq.charter.models import StoredVerdict
from shanyraq.charter.queries import ask
from shanyraq.membership.actions import (
    Signed,
    approve,
    nominate,
    note_consideration,
    propose_candidate,
    submit,
)
from shanyraq.membership.enums import Path
from shanyraq.membership.models import Candidature
from shanyraq.people.enums import AreaKind, Classification
from shanyraq.people.models import Organization, Person, Wording
from shanyraq.platform.occasion import Occasion
from shanyraq.sittings.enums import ItemKind, ItemState, Kind, State
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.voting.enums import LegalEffect, Method, Purpose
from shanyraq.voting.enums import State as VoteState
from shanyraq.voting.models import Decision, Vote

TEXTS = ("kk", "ru", "en")
NEWCOMER = Wording(kk="Сейітова Айгүл", ru="Сеитова Айгуль", en="Seitova Aigul")
ASSOCIATION = Wording(kk="«Бірлік» орталығы", ru="Центр «Бирлик»", en="Birlik Centre")


@dataclass(frozen=True)
class House:
    """The Assembly, its Council, a small assembly, and those who act in them."""

    assembly: Organization
    council: Organization
    small: Organization
    other_small: Organization
    secretariat: Organization
    chair: Person
    deputy: Person
    clerk: Person
    akim: Person
    head: Person
    stranger: Person
    seat: Membership

    def by(self, person: Person, *, on: dt.date = TODAY, hour: int = 10) -> Occasion:
        """A person acts at an hour of a day."""
        return an_occasion(actor=person.actor, on=on, hour=hour)


def a_house() -> House:
    """The institution with one member, who also sits in the Council."""
    assembly = a_body()
    council = a_body(Classification.COUNCIL, name="Кеңес", parent=assembly)
    organ = a_body(Classification.WORKING_ORGAN, name="Жұмыс органы")
    small = a_body(Classification.SMALL_ASSEMBLY, name="Ақмола кіші ассамблеясы")
    city = a_region(name="Алматы", iso="KZ-75", kind=AreaKind.CITY)
    other = a_body(Classification.SMALL_ASSEMBLY, name="Алматы кіші ассамблеясы", area=city)
    secretariat = a_body(Classification.SECRETARIAT, name="Хатшылық", parent=small, area=small.area)
    foreign = a_body(Classification.SECRETARIAT, name="Алматы хатшылығы", parent=other, area=city)
    people = {
        name: a_person(name=name)
        for name in ("Төраға", "Орынбасар", "Хатшы", "Әкім", "Меңгеруші", "Бөтен", "Мүше")
    }
    for name, role, body in (
        ("Төраға", Role.CHAIR, assembly),
        ("Орынбасар", Role.DEPUTY_CHAIR, assembly),
        ("Хатшы", Role.WORKING_ORGAN, organ),
        ("Әкім", Role.SMALL_ASSEMBLY_CHAIR, small),
        ("Меңгеруші", Role.SECRETARIAT_HEAD, secretariat),
        ("Бөтен", Role.SECRETARIAT_HEAD, foreign),
    ):
        seats = None if role == Role.DEPUTY_CHAIR else 1
        a_holding(a_post(role, body=body, label=name, seats=seats), person=people[name])
    seat = a_seat(assembly, person=people["Мүше"], area=small.area)
    a_seat(council, person=people["Мүше"])
    return House(
        assembly, council, small, other, secretariat, people["Төраға"], people["Орынбасар"],
        people["Хатшы"], people["Әкім"], people["Меңгеруші"], people["Бөтен"], seat,
    )  # fmt: skip


def signed(*, number: str = "Қ-12", date: dt.date = TODAY) -> Signed:
    """A signed document of today."""
    return Signed(number=number, date=date)


def proposed(house: House, *, who: Person | Wording = NEWCOMER) -> Candidature:
    """A candidature that an association has proposed to the small assembly."""
    return propose_candidate(
        occasion=house.by(house.head),
        who=who,
        sender=ASSOCIATION,
        small_assembly=house.small,
        document=signed(),
    )


def nominated(
    house: House, *, path: Path = Path.PUBLIC_ASSOCIATION, who: Person | Wording = NEWCOMER
) -> Candidature:
    """A candidature that an association's highest organ has nominated by a document."""
    return nominate(
        occasion=house.by(house.clerk), path=path, who=who, sender=ASSOCIATION, document=signed()
    )


def a_sitting(
    body: Organization,
    *,
    kind: Kind = Kind.MEETING,
    state: State = State.OPEN,
    number: int = 3,
    day: dt.date = TODAY,
) -> Session:
    """A sitting of a body in some state."""
    at = dt.datetime.combine(day, dt.time(9), tzinfo=ALMATY)
    announced = None if state == State.PREPARED else at - dt.timedelta(days=10)
    return Session.objects.create(
        body=body,
        number=number,
        kind=kind,
        state=state,
        starts_at=at,
        ends_at=at + dt.timedelta(days=5) if kind == Kind.POLL else None,
        place_kk="Астана",
        place_ru="Астана",
        place_en="Astana",
        announced_at=announced,
        opened_at=at if state in {State.OPEN, State.CLOSED} else None,
        closed_at=at if state == State.CLOSED else None,
    )


def an_item(
    session: Session, kind: ItemKind, *, about: str, state: ItemState = ItemState.FINISHED
) -> AgendaItem:
    """A question about somebody or something on the agenda of a sitting."""
    return AgendaItem.objects.create(
        session=session,
        number=session.items.count() + 1,
        kind=kind,
        about=about,
        state=state,
        title_kk="Кандидатура туралы",
        title_ru="О кандидатуре",
        title_en="On a candidature",
    )


def a_vote(item: AgendaItem, *, adopted: bool, members: int = 3) -> Vote:
    """A vote on a question that has been counted."""
    at = item.session.starts_at
    stored = StoredVerdict.objects.keep(
        ask("council_decision", on=TODAY, facts={"members": members, "for": members})
    )
    return Vote.objects.create(
        session=item.session,
        item=item,
        purpose=Purpose.QUESTION,
        method=Method.OPEN_SHOW_OF_HANDS,
        state=VoteState.CLOSED,
        opened_at=at,
        closed_at=at,
        members=members,
        present=members,
        base=members,
        needed=members,
        quorum=stored,
        result=stored,
        adopted=adopted,
        votes_for=members if adopted else 0,
        votes_against=0 if adopted else members,
        votes_abstained=0,
        **{f"question_{one}": "Кандидатура туралы" for one in TEXTS},
    )


def a_decision(item: AgendaItem, *, number: str = "C3/1") -> Decision:
    """What a body adopted on a question."""
    vote = a_vote(item, adopted=True)
    return Decision.objects.create(
        vote=vote,
        number=number,
        legal_effect=LegalEffect.RECOMMENDATORY,
        adopted_on=TODAY,
        verdict=vote.quorum,
        effect=vote.quorum,
        **{f"title_{one}": "Кандидатура туралы" for one in TEXTS},
    )


def considered(
    house: House, candidature: Candidature, *, adopted: bool | None = None
) -> AgendaItem:
    """A meeting of the Council closes the question on a candidature."""
    number = Session.objects.filter(body=house.council).count() + 10
    session = a_sitting(house.council, number=number)
    item = an_item(session, ItemKind.MEMBERSHIP_CANDIDATES, about=candidature.public_id)
    if adopted is not None:
        a_vote(item, adopted=adopted)
    note_consideration(occasion=house.by(house.clerk), candidature=candidature, item=item)
    candidature.refresh_from_db()
    return item


def submitted(house: House, *, path: Path = Path.PUBLIC_ASSOCIATION) -> Candidature:
    """A candidature that a deputy has submitted to the Chair."""
    candidature = nominated(house, path=path)
    considered(house, candidature)
    return submit(occasion=house.by(house.deputy), candidature=candidature)


def approved(house: House) -> Candidature:
    """A candidature that the Chair has approved."""
    return approve(occasion=house.by(house.chair), candidature=submitted(house), signed=signed())


def another_seat(house: House, *, name: str = "Екінші мүше") -> Membership:
    """One more member of the Assembly."""
    return a_seat(house.assembly, name=name, category=Category.OTHER_PERSON, start=SPRING)
