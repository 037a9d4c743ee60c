"""An Assembly, its officers and Sessions for tests; everything stands in September 2008."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.core.files.base import ContentFile
from tests.bodies.builders import SPRING, a_body, a_holding, a_post, an_act
from tests.conftest import ALMATY, an_occasion
from tests.people.builders import a_person, an_account

from shanyraq.bodies.enums import Category, Role
from shanyraq.bodies.models import Membership
from shanyraq.people.enums import Classification
from shanyraq.people.models import Organization, Person, User, Wording
from shanyraq.platform.occasion import Occasion
from shanyraq.sittings.actions import Plan, Question
from shanyraq.sittings.enums import ItemKind, Kind, Means, State
from shanyraq.sittings.models import AgendaItem, Attendance, Session
from shanyraq.sittings.queries import notice

TODAY = dt.date(2008, 9, 15)
PLACE = Wording(kk="Астана, Сарай", ru="Астана, Дворец", en="Astana, Palace")
TITLE = Wording(kk="Есеп тыңдау", ru="Заслушать отчёт", en="Hearing a report")


@dataclass
class Institution:
    """An Assembly with a Chair, a deputy, a secretary of the Working Organ and members."""

    assembly: Organization
    chair: Person
    deputy: Person
    secretary: Person
    seats: list[Membership]

    @cached_property
    def account(self) -> User:
        """The secretary's account."""
        return an_account(email="secretary@example.kz", person=self.secretary)

    def by(self, person: Person, *, on: dt.date = TODAY, hour: int = 10) -> Occasion:
        """A person acts at an hour of a day."""
        return an_occasion(actor=person.actor, on=on, hour=hour)

    @property
    def member(self) -> Person:
        """The first of the members."""
        return self.seats[0].person


def many_seats(
    body: Organization,
    count: int,
    *,
    start: dt.date = SPRING,
    languages: Sequence[str] = ("kk",),
    genders: Sequence[str] = ("",),
    categories: Sequence[str] = (Category.STATE_BODY,),
) -> list[Membership]:
    """So many members of a body at once; their traits go round."""
    act = an_act(date=start)
    people = Person.objects.bulk_create(
        Person(
            name_kk=f"Мүше {number:03}",
            name_ru=f"Член {number:03}",
            name_en=f"Member {number:03}",
            name_kk_sort=f"{number:03}",
            name_fold=f"мүше {number:03}",
            email=f"member{number}@example.kz",
            preferred_language=languages[number % len(languages)],
            gender=genders[number % len(genders)],
        )
        for number in range(count)
    )
    return Membership.objects.bulk_create(
        Membership(
            person=person,
            organization=body,
            category=categories[number % len(categories)],
            start_date=start,
            started_by=act,
        )
        for number, person in enumerate(people)
    )


def an_institution(*, members: int = 3, start: dt.date = SPRING) -> Institution:
    """The Assembly with its officers and so many members."""
    assembly = a_body()
    organ = a_body(Classification.WORKING_ORGAN, name="Жұмыс органы")
    chair, deputy, secretary = (a_person(name=one) for one in ("Төраға", "Орынбасар", "Хатшы"))
    holders = [(Role.CHAIR, assembly, chair), (Role.DEPUTY_CHAIR, assembly, deputy)]
    for role, body, person in [*holders, (Role.WORKING_ORGAN, organ, secretary)]:
        a_holding(a_post(role, body=body), person=person, start=start)
    return Institution(
        assembly, chair, deputy, secretary, many_seats(assembly, members, start=start)
    )


def a_question(
    *,
    kind: ItemKind = ItemKind.CONCEPTS_AND_PROGRAMMES,
    title: Wording = TITLE,
    rapporteur: Person | None = None,
    competence: str = "",
) -> Question:
    """Something for the agenda."""
    return Question(kind=kind, title=title, rapporteur=rapporteur, competence=competence)


def earliest(on: dt.date = TODAY) -> dt.date:
    """The earliest lawful day of an ordinary Session announced on a day, as the law says."""
    first = notice(on, on).first_lawful_day
    assert first is not None
    return first


def at_ten(day: dt.date) -> dt.datetime:
    """Ten in the morning of a day where the Assembly is."""
    return dt.datetime.combine(day, dt.time(10), tzinfo=ALMATY)


def a_plan(
    *,
    day: dt.date | None = None,
    kind: Kind = Kind.ORDINARY,
    place: Wording = PLACE,
    agenda: Sequence[Question] | None = None,
    number: int | None = None,
) -> Plan:
    """A Session as it is planned, for the earliest lawful day unless another is given."""
    questions = [a_question()] if agenda is None else agenda
    starts_at = at_ten(day or earliest())
    return Plan(kind=kind, starts_at=starts_at, place=place, agenda=questions, number=number)


def a_session(
    body: Organization,
    *,
    state: State = State.ANNOUNCED,
    day: dt.date = TODAY,
    kind: Kind = Kind.ORDINARY,
    number: int = 14,
    code: str = "ABCDEF",
) -> Session:
    """A Session in some state, as if the acts before had been done; it has two questions."""
    started = at_ten(day)
    session = Session.objects.create(
        body=body,
        number=number,
        kind=kind,
        state=state,
        starts_at=started,
        hall_code=code,
        decided_on=None if state == State.PREPARED else day,
        announced_at=None if state == State.PREPARED else started - dt.timedelta(days=60),
        opened_at=started if state in {State.OPEN, State.CLOSED} else None,
        closed_at=started if state == State.CLOSED else None,
        **PLACE.columns("place"),
    )
    kinds = (ItemKind.CHOOSE_VOTING_METHOD, ItemKind.MEMBER_REPORTS)
    AgendaItem.objects.bulk_create(
        AgendaItem(session=session, number=number, kind=one, **TITLE.columns("title"))
        for number, one in enumerate(kinds, start=1)
    )
    return session


def arrived(session: Session, seats: Sequence[Membership]) -> None:
    """Members who came an hour before the beginning."""
    moment = session.starts_at - dt.timedelta(hours=1)
    Attendance.objects.bulk_create(
        Attendance(session=session, membership=seat, arrived_at=moment, means=Means.CLERK)
        for seat in seats
    )


def a_file(content: bytes = b"%PDF-1.7 text", name: str = "paper.pdf") -> ContentFile[bytes]:
    """A file as it is uploaded."""
    return ContentFile(content, name=name)
