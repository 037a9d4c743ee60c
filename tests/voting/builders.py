"""A Session in progress for tests: its hall, its agenda, those who run it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from tests.bodies.builders import a_body, a_holding, a_post, a_seat, an_act
from tests.conftest import ALMATY, an_occasion
from tests.people.builders import a_person

from shanyraq.bodies.enums import Category, Role
from shanyraq.bodies.models import Membership
from shanyraq.people.enums import Classification
from shanyraq.people.models import Organization, Person, Wording
from shanyraq.platform.occasion import Actor, Occasion
from shanyraq.sittings.enums import ItemKind, ItemState, Means, State
from shanyraq.sittings.models import AgendaItem, Attendance, Session
from shanyraq.voting.actions import (
    PollQuestion,
    answer_poll,
    cast_ballot,
    close_poll,
    close_vote,
    count_hands,
    open_method_vote,
    open_poll,
    open_vote,
)
from shanyraq.voting.enums import Choice, Method
from shanyraq.voting.models import Decision, Vote
from shanyraq.voting.queries import poll_votes

DAY = dt.date(2008, 10, 20)
SPRING = dt.date(2008, 5, 5)
TEXTS = ("kk", "ru", "en")


@dataclass(frozen=True)
class Hall:
    """A Session that has been opened, with the item on the method taken up."""

    session: Session
    method_item: AgendaItem
    question: AgendaItem
    members: Sequence[Membership]
    chair: Actor
    clerk: Actor

    @property
    def item(self) -> AgendaItem:
        """The question, taken up in place of whatever was under discussion."""
        AgendaItem.objects.filter(session=self.session).update(state=ItemState.FINISHED)
        AgendaItem.objects.filter(pk=self.question.pk).update(state=ItemState.DISCUSSED)
        self.question.refresh_from_db()
        return self.question


def by(actor: Actor, *, on: dt.date = DAY, hour: int = 11, request_key: str = "") -> Occasion:
    """Somebody acts on the Session's day."""
    return an_occasion(actor=actor, on=on, hour=hour, request_key=request_key)


def actor_of(membership: Membership) -> Actor:
    """The member, acting."""
    return membership.person.actor


def some_people(count: int) -> list[Person]:
    """So many persons at once, without e-mail or account."""
    people = [
        Person(**{f"name_{one}": f"Мүше {number:03}" for one in TEXTS}, name_fold=f"мүше {number}")
        for number in range(count)
    ]
    return Person.objects.bulk_create(people)


def some_seats(assembly: Organization, count: int) -> list[Membership]:
    """So many members of the Assembly in office since spring, of all categories in turn."""
    act = an_act()
    categories = [one for one in Category if one.value.endswith(("representative", "person"))][:4]
    return Membership.objects.bulk_create(
        Membership(
            person=person,
            organization=assembly,
            category=categories[number % len(categories)],
            start_date=SPRING,
            started_by=act,
        )
        for number, person in enumerate(some_people(count))
    )


def an_item(session: Session, number: int, *, kind: ItemKind, state: ItemState) -> AgendaItem:
    """An item of the agenda."""
    return AgendaItem.objects.create(
        session=session,
        number=number,
        kind=kind,
        state=state,
        title_kk="Тұжырымдама туралы",
        title_ru="О концепции",
        title_en="On the concept",
    )


def present_at(session: Session, members: Sequence[Membership], *, hour: int = 10) -> None:
    """Register members as present."""
    at = dt.datetime.combine(session.day, dt.time(hour), tzinfo=ALMATY)
    Attendance.objects.bulk_create(
        Attendance(session=session, membership=member, arrived_at=at, means=Means.CODE)
        for member in members
    )


def a_hall(
    *,
    members: int = 12,
    present: int | None = None,
    state: State = State.OPEN,
    kind: ItemKind = ItemKind.CONCEPTS_AND_PROGRAMMES,
    day: dt.date = DAY,
) -> Hall:
    """An open Session with so many members in office and so many of them registered."""
    assembly = a_body()
    organ = a_body(Classification.WORKING_ORGAN, name="Жұмыс органы")
    chair, clerk = a_person(name="Төраға", name_en="Chair"), a_person(name="Хатшы", name_en="Clerk")
    a_holding(a_post(body=assembly), person=chair)
    a_holding(a_post(Role.WORKING_ORGAN, body=organ, seats=None), person=clerk)
    seats = some_seats(assembly, members)
    at = dt.datetime.combine(day, dt.time(10), tzinfo=ALMATY)
    session = Session.objects.create(
        body=assembly,
        number=15,
        state=state,
        starts_at=at,
        place_kk="Астана",
        place_ru="Астана",
        place_en="Astana",
        announced_at=at - dt.timedelta(days=40),
        opened_at=at,
        closed_at=at if state == State.CLOSED else None,
        presiding=chair,
    )
    method_item = an_item(session, 1, kind=ItemKind.CHOOSE_VOTING_METHOD, state=ItemState.DISCUSSED)
    question = an_item(session, 2, kind=kind, state=ItemState.WAITING)
    present_at(session, seats[: members if present is None else present])
    return Hall(session, method_item, question, seats, chair.actor, clerk.actor)


def another_member(hall: Hall, *, name: str = "Кешіккен") -> Membership:
    """A member in office who is not in the hall."""
    return a_seat(hall.session.body, name=name)


def choose(hall: Hall, method: Method = Method.OPEN_ELECTRONIC) -> Vote:
    """The Session chooses how it votes, by hands and unanimously."""
    vote = open_method_vote(occasion=by(hall.chair), item=hall.method_item, proposed_method=method)
    counted(hall, vote, votes_for=vote.base)
    return close_vote(occasion=by(hall.chair), vote=vote)


def counted(
    hall: Hall, vote: Vote, *, votes_for: int, against: int = 0, abstained: int = 0
) -> None:
    """The clerk enters a count."""
    count_hands(
        occasion=by(hall.clerk),
        vote=vote,
        votes_for=votes_for,
        against=against,
        abstained=abstained,
    )


def a_question_open(hall: Hall, method: Method = Method.OPEN_ELECTRONIC) -> Vote:
    """The method chosen and the question put to the vote."""
    choose(hall, method)
    return open_vote(occasion=by(hall.chair), item=hall.item)


def cast(vote: Vote, members: Sequence[Membership], choice: Choice = Choice.FOR) -> None:
    """Members vote alike."""
    for member in members:
        cast_ballot(occasion=by(actor_of(member)), vote=vote, choice=choice)


def a_decision(hall: Hall) -> Decision:
    """The question adopted by everybody present."""
    vote = a_question_open(hall, Method.OPEN_SHOW_OF_HANDS)
    counted(hall, vote, votes_for=vote.base)
    return close_vote(occasion=by(hall.clerk), vote=vote).decision


@dataclass(frozen=True)
class Council:
    """A Council with its members, and the clerk of the Working Organ who conducts its polls."""

    body: Organization
    members: Sequence[Membership]
    clerk: Actor


def a_council(*, members: int = 12) -> Council:
    """A Council of so many members in office since spring."""
    assembly = a_body()
    body = a_body(Classification.COUNCIL, name="Кеңес", parent=assembly)
    organ = a_body(Classification.WORKING_ORGAN, name="Жұмыс органы")
    clerk = a_person(name="Хатшы", name_en="Clerk")
    a_holding(a_post(Role.WORKING_ORGAN, body=organ, seats=None), person=clerk)
    return Council(body, some_seats(body, members), clerk.actor)


def asked(
    title: str = "Жоспар туралы", *, kind: ItemKind = ItemKind.IMPORTANT_QUESTIONS
) -> PollQuestion:
    """A question of a poll."""
    return PollQuestion(kind=kind, title=Wording(kk=title, ru="О плане", en="On the plan"))


def poll_ends(on: dt.date = DAY, *, days: int = 10) -> dt.datetime:
    """Noon so many days later."""
    return dt.datetime.combine(on + dt.timedelta(days=days), dt.time(12), tzinfo=ALMATY)


def a_poll(council: Council, *, questions: int = 1, days: int = 10) -> Session:
    """A poll of so many questions that runs for so many days."""
    return open_poll(
        occasion=by(council.clerk, hour=9),
        ends_at=poll_ends(days=days),
        questions=[asked(f"Сұрақ {number}") for number in range(questions)],
    )


def sheet(poll: Session, choice: Choice = Choice.FOR) -> dict[str, Choice]:
    """A sheet that answers every question alike."""
    return {vote.public_id: choice for vote in poll_votes(poll)}


def answer(
    poll: Session, members: Sequence[Membership], choice: Choice = Choice.FOR, *, on: dt.date = DAY
) -> None:
    """Members hand in sheets alike."""
    for member in members:
        answer_poll(occasion=by(actor_of(member), on=on), poll=poll, answers=sheet(poll, choice))


def concluded(council: Council, poll: Session, *, days: int = 10) -> Session:
    """The poll closed by the clerk once its time has run out."""
    day = DAY + dt.timedelta(days=days)
    return close_poll(occasion=by(council.clerk, on=day, hour=13), poll=poll)
