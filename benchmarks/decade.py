"""Ten invented years, written straight into the tables, with a journal entry for each act.

Nothing here asks the law or goes through the actions: what is measured is how the pages and the
journal bear the mass of ten years. Every row is synthetic.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import cycle, islice
from typing import Any

from django.db import transaction

from shanyraq.assignments.enums import Ground
from shanyraq.assignments.enums import State as AssignmentState
from shanyraq.assignments.models import Assignment
from shanyraq.bodies.enums import ActKind, Category, Issuer
from shanyraq.bodies.models import Act, Membership
from shanyraq.charter.models import StoredVerdict
from shanyraq.charter.queries import ask, law_on
from shanyraq.law import all_of
from shanyraq.people.enums import Classification
from shanyraq.people.models import Organization, Person
from shanyraq.platform import clock, journal
from shanyraq.platform.languages import fold, sort_key
from shanyraq.platform.occasion import Actor, Occasion
from shanyraq.sittings.enums import ItemKind, ItemState, Kind, Means
from shanyraq.sittings.enums import State as SittingState
from shanyraq.sittings.models import AgendaItem, Attendance, Session
from shanyraq.voting.enums import Choice, LegalEffect, Method, Purpose
from shanyraq.voting.enums import State as VoteState
from shanyraq.voting.models import Ballot, Decision, Vote, Voter

YEARS = range(1998, 2008)
MEMBERS, COUNCIL, LOCAL = 400, 40, 30
MEMBERSHIPS, ASSIGNMENTS = 2000, 5000
SESSIONS_A_YEAR, COUNCILS_A_YEAR, LOCALS_A_YEAR = 1, 6, 4
QUESTIONS = {Classification.ASSEMBLY: 12, Classification.COUNCIL: 4}
QUESTIONS_LOCAL = 4
STEPS_OF_AN_ASSIGNMENT = ("assign", "note_progress", "report", "return_report", "report", "accept")
#: The law is asked once for numbers that stand in every row; what it says does not matter here.
ASKED_ON = dt.date(2008, 6, 5)


@dataclass
class Decade:
    """What the years are made of: bodies, the seats in each, the verdicts that rows point to."""

    seats: Mapping[int, Sequence[Membership]]
    bodies: Sequence[Organization]
    quorum: StoredVerdict
    majority: StoredVerdict
    effect: StoredVerdict
    power: StoredVerdict
    together: StoredVerdict
    acts: list[tuple[str, Occasion, str, dict[str, Any]]] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)


def add_ten_years(scale: float) -> None:
    """Add the years, or a part of each, in one transaction."""
    with transaction.atomic():
        decade = _beginnings(scale)
        for year in YEARS:
            for body, day in _sittings_of(year, decade, scale):
                _hold(body, day, decade)
        _assign(decade, int(ASSIGNMENTS * scale))
        _write(decade)


def _occasion(day: dt.date, actor: str, minute: int = 0) -> Occasion:
    moment = dt.datetime.combine(day, dt.time(10), tzinfo=clock.ZONE)
    return Occasion(actor=Actor(actor), at=moment + dt.timedelta(minutes=minute), on=day)


def _note(
    decade: Decade,
    action: str,
    subject: str,
    *,
    day: dt.date,
    actor: str,
    minute: int = 0,
    **told: int,
) -> None:
    facts = {"subject": subject, "synthetic": True, "minute": minute, **told}
    decade.acts.append((action, _occasion(day, actor, minute), subject, facts))


def _beginnings(scale: float) -> Decade:
    act = Act.objects.create(
        kind=ActKind.ORDER,
        number="1998-1",
        date=dt.date(YEARS[0], 1, 5),
        issuer=Issuer.CHAIR,
        title_kk="Құрам туралы (ойдан құрастырылған)",
        title_ru="О составе (вымышлено)",
        title_en="On the composition (invented)",
    )
    verdicts = [
        ask("session_quorum", on=ASKED_ON, facts={"members": MEMBERS, "present": MEMBERS}),
        ask("session_decision", on=ASKED_ON, facts={"present": MEMBERS, "for": MEMBERS}),
        ask("legal_effect", on=ASKED_ON, facts={"decision": ItemKind.OTHER_QUESTIONS.value}),
        law_on(ASKED_ON).can("keep_roll", {"working_organ"}),
    ]
    bodies = _bodies()
    together = all_of("session_decision_adopted", verdicts[:2], on=ASKED_ON)
    quorum, majority, effect, power, composed = map(
        StoredVerdict.objects.keep, [*verdicts, together]
    )
    decade = Decade({}, bodies, quorum, majority, effect, power, composed)
    decade.seats = {body.pk: _seats(body, act, scale, decade=decade) for body in bodies}
    return decade


def _bodies() -> list[Organization]:
    kinds = [Classification.ASSEMBLY, Classification.COUNCIL, Classification.SMALL_ASSEMBLY]
    return list(Organization.objects.filter(classification__in=kinds).order_by("pk"))


def _seats(body: Organization, act: Act, scale: float, *, decade: Decade) -> list[Membership]:
    """Seats that began and ended before the demonstration begins, five years each."""
    number = {Classification.ASSEMBLY: MEMBERSHIPS, Classification.COUNCIL: 4 * COUNCIL}.get(
        Classification(body.classification), 4 * LOCAL
    )
    people = Person.objects.bulk_create(
        _person(body, place) for place in range(int(number * scale))
    )
    rows = Membership.objects.bulk_create(
        Membership(
            person=person,
            organization=body,
            category=_category(body),
            start_date=dt.date(YEARS[0] + 5 * (place % 2), 1, 6),
            end_date=dt.date(YEARS[0] + 5 * (place % 2) + 5, 1, 5),
            started_by=act,
            ended_by=act,
        )
        for place, person in enumerate(people)
    )
    for seat in rows:
        for action in ("people.register_person", "bodies.include_member", "bodies.end_membership"):
            _note(decade, action, seat.public_id, day=seat.start_date, actor="system")
    return rows


def _category(body: Organization) -> str:
    if body.classification == Classification.SMALL_ASSEMBLY:
        return str(Category.LOCAL_EXECUTIVE_BODY)
    return str(Category.STATE_BODY)


def _person(body: Organization, place: int) -> Person:
    names = {"kk": f"Ойданов {place} ({body.pk})", "ru": f"Вымышленный {place} ({body.pk})"}
    names["en"] = f"Invented {place} ({body.pk})"
    columns = {f"name_{language}": name for language, name in names.items()}
    sorts = {f"name_{language}_sort": sort_key(name) for language, name in names.items()}
    return Person(**columns, **sorts, name_fold="\n".join(map(fold, names.values())))


def _sittings_of(year: int, decade: Decade, scale: float) -> Iterator[tuple[Organization, dt.date]]:
    often = {Classification.ASSEMBLY: SESSIONS_A_YEAR, Classification.COUNCIL: COUNCILS_A_YEAR}
    for body in decade.bodies:
        times = often.get(Classification(body.classification), LOCALS_A_YEAR)
        for number in range(max(int(times * scale), 1)):
            yield body, dt.date(year, 1 + number * 12 // times, 10 + body.pk % 15)


def _hold(body: Organization, day: dt.date, decade: Decade) -> None:
    moment = dt.datetime.combine(day, dt.time(10), tzinfo=clock.ZONE)
    assembly = body.classification == Classification.ASSEMBLY
    number = 1000 + Session.objects.filter(body=body).count()
    session = Session.objects.create(
        body=body,
        number=number,
        kind=Kind.ORDINARY if assembly else Kind.MEETING,
        state=SittingState.CLOSED,
        starts_at=moment,
        place_kk="Астана",
        place_ru="Астана",
        place_en="Astana",
        decided_on=day - dt.timedelta(days=40),
        announced_at=moment - dt.timedelta(days=40),
        opened_at=moment,
        closed_at=moment + dt.timedelta(hours=6),
    )
    there = _there(body, decade)
    Attendance.objects.bulk_create(
        Attendance(
            session=session,
            membership=seat,
            arrived_at=moment - dt.timedelta(minutes=30),
            left_at=moment + dt.timedelta(hours=6),
            means=Means.CODE,
        )
        for seat in there
    )
    numbers = {"members": len(there), "present": len(there), "needed": len(there)}
    for action in ("sittings.prepare_session", "sittings.convene_session", "sittings.open_session"):
        _note(decade, action, session.public_id, day=day, actor="system", **numbers)
    for seat in there:
        actor = seat.public_id
        _note(decade, "sittings.register_arrival", session.public_id, day=day, actor=actor)
        _note(
            decade, "sittings.register_departure", session.public_id, day=day, actor=seat.public_id
        )
    questions = QUESTIONS.get(Classification(body.classification), QUESTIONS_LOCAL)
    for place in range(1, questions + 1):
        _decide(session, place, there, decade=decade)


def _there(body: Organization, decade: Decade) -> list[Membership]:
    most = {Classification.ASSEMBLY: MEMBERS - 40, Classification.COUNCIL: COUNCIL}
    return list(decade.seats[body.pk][: most.get(Classification(body.classification), LOCAL)])


def _decide(session: Session, place: int, there: Sequence[Membership], *, decade: Decade) -> None:
    moment = session.starts_at + dt.timedelta(minutes=10 * place)
    titles = {
        "kk": f"{place}-мәселе туралы (ойдан құрастырылған)",
        "ru": f"О вопросе {place} (вымышлено)",
        "en": f"On question {place} (invented)",
    }
    item = AgendaItem.objects.create(
        session=session,
        number=place,
        kind=ItemKind.OTHER_QUESTIONS,
        competence="R6.1",
        state=ItemState.FINISHED,
        opened_at=moment,
        finished_at=moment,
        **{f"title_{language}": title for language, title in titles.items()},
    )
    vote = _vote(item, moment, there, titles=titles, decade=decade)
    decision = Decision.objects.create(
        vote=vote,
        number=f"{session.body_id}-{session.number}/{place}",
        legal_effect=LegalEffect.RECOMMENDATORY,
        adopted_on=session.day,
        verdict=decade.together,
        effect=decade.effect,
        **{f"title_{language}": title for language, title in titles.items()},
    )
    decade.decisions.append(decision)


def _vote(
    item: AgendaItem,
    moment: dt.datetime,
    there: Sequence[Membership],
    *,
    titles: Mapping[str, str],
    decade: Decade,
) -> Vote:
    number = len(there)
    vote = Vote.objects.create(
        session=item.session,
        item=item,
        purpose=Purpose.QUESTION,
        method=Method.OPEN_ELECTRONIC,
        state=VoteState.CLOSED,
        opened_at=moment,
        closed_at=moment + dt.timedelta(minutes=5),
        members=number,
        present=number,
        base=number,
        needed=number // 2 + 1,
        quorum=decade.quorum,
        result=decade.majority,
        adopted=True,
        votes_for=number,
        votes_against=0,
        votes_abstained=0,
        **{f"question_{language}": title for language, title in titles.items()},
    )
    voters = Voter.objects.bulk_create(Voter(vote=vote, membership=seat) for seat in there)
    Ballot.objects.bulk_create(
        Ballot(voter=voter, choice=Choice.FOR, cast_at=moment) for voter in voters
    )
    day = item.session.day
    for action in ("sittings.begin_item", "voting.open_vote", "voting.close_vote"):
        _note(decade, action, vote.public_id, day=day, actor="system")
    for minute, seat in enumerate(there):
        actor = seat.public_id
        _note(decade, "voting.cast", vote.public_id, day=day, actor=actor, minute=minute % 5)
    return vote


def _assign(decade: Decade, number: int) -> None:
    executors = list(Organization.objects.filter(classification=Classification.SECRETARIAT))
    states = cycle([AssignmentState.ACCEPTED] * 8 + [AssignmentState.GIVEN] * 2)
    rows = [
        _assignment(decision, place, state, executors=executors, decade=decade)
        for place, (decision, state) in enumerate(
            islice(zip(cycle(decade.decisions), states, strict=False), number)
        )
    ]
    for one in Assignment.objects.bulk_create(rows):
        for action in STEPS_OF_AN_ASSIGNMENT:
            _note(decade, f"assignments.{action}", one.public_id, day=one.given_on, actor="system")


def _assignment(
    decision: Decision,
    place: int,
    state: AssignmentState,
    *,
    executors: Sequence[Organization],
    decade: Decade,
) -> Assignment:
    day, over = decision.adopted_on, state == AssignmentState.ACCEPTED
    return Assignment(
        ground=Ground.DECISION,
        decision=decision,
        body=decision.vote.session.body,
        number=f"{decision.number}-{place}",
        text_kk=f"Тапсырма {place} (ойдан құрастырылған)",
        text_ru=f"Поручение {place} (вымышлено)",
        text_en=f"Assignment {place} (invented)",
        lead_body=executors[place % len(executors)],
        area=executors[place % len(executors)].area,
        deadline=day + dt.timedelta(days=90),
        state=state,
        given_on=day,
        reported_on=day + dt.timedelta(days=60) if over else None,
        finished_on=day + dt.timedelta(days=70) if over else None,
        days_taken=60 if over else None,
        on_time=True if over else None,
        power=decade.power,
    )


def _write(decade: Decade) -> None:
    """Append every act to the chain, entry after entry, in the form the journal gives it."""
    for action, occasion, subject, facts in decade.acts:
        journal.append(
            action=action,
            occasion=occasion,
            subject=subject,
            facts=facts,
            withheld={},
            verdicts=[decade.majority.sha256],
        )
