"""The Assembly of invented persons in whose Session the election of 2016 is held again.

Everything is done by the actions: who is in which body, the Council's nomination, the Session up to
the moment at which the election is under discussion.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.figures_2016 import Figures
from tests.elections.builders import House
from tests.voting.builders import DAY, Hall

from shanyraq.bodies.actions import appoint, include_member
from shanyraq.bodies.enums import ActKind, Category, Issuer
from shanyraq.bodies.models import Act, Post
from shanyraq.demonstration.days import COMPOSED, moment, occasion
from shanyraq.demonstration.institution import Institution, act, found
from shanyraq.demonstration.names import invented_name
from shanyraq.demonstration.sample import sample
from shanyraq.elections.actions import list_nominees
from shanyraq.people.actions import register_person
from shanyraq.people.models import Organization, Person, Wording
from shanyraq.platform.occasion import Occasion
from shanyraq.sittings.actions import (
    Plan,
    Question,
    begin_item,
    close_session,
    convene_session,
    finish_item,
    open_session,
    prepare_meeting,
    prepare_session,
    register_many,
    sign_convening,
)
from shanyraq.sittings.actions.convening import OutsideTheMonth
from shanyraq.sittings.enums import ItemKind, Kind
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.sittings.queries import agenda, members_of
from shanyraq.voting.actions import close_vote, count_hands, open_vote

LABEL = Wording(
    kk="2016 жылғы 21 наурыздың сандары 2008 жылға көшірілді, адамдар ойдан алынған",
    ru="цифры 21 марта 2016 года перенесены на 2008 год, лица вымышлены",
    en="figures of 21 March 2016 moved to 2008, persons invented",
)
ELECTING = Wording(
    kk=f"Мәжіліс депутаттарын сайлау ({LABEL.kk})",
    ru=f"Выборы депутатов Мажилиса ({LABEL.ru})",
    en=f"Electing deputies of the Mazhilis ({LABEL.en})",
)
NOMINATING = Wording(
    kk=f"Мәжіліс депутаттығына кандидаттар ұсыну ({LABEL.kk})",
    ru=f"Выдвижение кандидатов в депутаты Мажилиса ({LABEL.ru})",
    en=f"Nominating candidates for the Mazhilis ({LABEL.en})",
)
#: Where the invented names of those begin who are no members.
OTHERS = 1000
COMMISSION = 4
CATEGORIES = (
    Category.NATIONAL_CULTURAL_ASSOCIATION,
    Category.OTHER_PUBLIC_ASSOCIATION,
    Category.STATE_BODY,
)


@dataclass(frozen=True, kw_only=True)
class Company:
    """The persons: who presides, who keeps the record, two deputies, the commission, members."""

    chair: Person
    clerk: Person
    commission: Sequence[Person]
    members: Sequence[Person]

    @property
    def deputies(self) -> Sequence[Person]:
        """The deputies of the Chair, members like any other."""
        return self.members[:2]

    def by(self, person: Person, hour: int, *, on: dt.date = DAY) -> Occasion:
        """A person acts at an hour of a day, the Session's unless told."""
        return occasion(on, hour, actor=person.actor)


@dataclass(frozen=True, kw_only=True)
class Assembled:
    """The Session with the election under discussion, and what led there.

    Attributes:
        late: by which code the decision was refused on the day that 2016 gives; "" if it passed.
    """

    house: House
    company: Company
    late: str


def assemble(figures: Figures) -> Assembled:
    """Found the institution, convene the Session, nominate, open: all by the actions."""
    institution = found()
    company = _gather(institution, figures)
    session, late = _convened(company, figures)
    meeting = _nominated(institution, company, figures)
    members = list(members_of(session, DAY))[: figures.present]
    register_many(occasion=company.by(company.clerk, 7), session=session, memberships=members)
    open_session(occasion=company.by(company.chair, 8), session=session)
    method, question = agenda(session)
    begin_item(occasion=company.by(company.chair, 9), item=question)
    session.refresh_from_db()
    question.refresh_from_db()
    hall = Hall(session, method, question, members, company.chair.actor, company.clerk.actor)
    council = list(members_of(meeting.session, DAY))
    return Assembled(house=House(hall, question, meeting, council), company=company, late=late)


def _gather(institution: Institution, figures: Figures) -> Company:
    company = Company(
        chair=_person(OTHERS),
        clerk=_person(OTHERS + 1),
        commission=[_person(OTHERS + 2 + place) for place in range(COMMISSION)],
        members=[_person(place) for place in range(figures.members)],
    )
    _seat(institution.assembly, company.members, by=_act(1, Issuer.CHAIR))
    _seat(institution.council, company.members[: figures.council], by=_act(2, Issuer.CHAIR))
    _put(institution.chair, [company.chair], by=institution.decree)
    _put(institution.deputy, company.deputies, by=_act(3, Issuer.PRESIDENT))
    _put(institution.staff, [company.clerk], by=_act(4, Issuer.WORKING_ORGAN))
    return company


def _person(place: int) -> Person:
    return register_person(occasion=occasion(COMPOSED, 9), name=invented_name(place).full)


def _act(number: int, issuer: Issuer) -> Act:
    kind = ActKind.DECISION if issuer == Issuer.CHAIR else ActKind.ORDER
    return act(f"Ү-{number}", COMPOSED, LABEL, kind=kind, issuer=issuer)


def _seat(body: Organization, persons: Sequence[Person], *, by: Act) -> None:
    for place, person in enumerate(persons):
        include_member(
            occasion=occasion(COMPOSED, 10),
            organization=body,
            person=person,
            category=CATEGORIES[place % len(CATEGORIES)],
            act=by,
            start_date=COMPOSED,
        )


def _put(post: Post, persons: Sequence[Person], *, by: Act) -> None:
    for person in persons:
        appoint(
            occasion=occasion(COMPOSED, 14),
            post=post,
            person=person,
            act=by,
            start_date=COMPOSED,
        )


def _convened(company: Company, figures: Figures) -> tuple[Session, str]:
    """The Session as it was decided on, or on the first day later that the law lets pass."""
    decided, late = DAY - dt.timedelta(days=figures.before[0]), ""
    plan = Plan(
        kind=Kind.EXTRAORDINARY,
        number=figures.session,
        starts_at=moment(DAY, 8),
        place=sample().sessions.place.wording,
        agenda=[Question(kind=ItemKind.ELECT_DEPUTIES, title=ELECTING)],
    )
    try:
        session = prepare_session(occasion=company.by(company.clerk, 10, on=decided), plan=plan)
    except OutsideTheMonth as refusal:
        decided, late = decided + dt.timedelta(days=1), refusal.code
        session = prepare_session(occasion=company.by(company.clerk, 10, on=decided), plan=plan)
    by_chair = company.by(company.chair, 11, on=decided)
    return convene_session(occasion=by_chair, session=session), late


def _nominated(institution: Institution, company: Company, figures: Figures) -> AgendaItem:
    """The Council's question, decided: the whole Council nominates those left on the list."""
    on = DAY - dt.timedelta(days=figures.before[1])
    clerk = company.by(company.clerk, 9, on=on)
    meeting = prepare_meeting(
        occasion=clerk,
        body=institution.council,
        plan=Plan(
            starts_at=moment(on, 12),
            place=sample().sessions.place.wording,
            agenda=[Question(kind=ItemKind.MAZHILIS_CANDIDATES, title=NOMINATING)],
        ),
    )
    item = agenda(meeting).get()
    standing = company.members[figures.council :][: figures.proposed]
    for persons in (standing, standing[: len(figures.votes)]):
        list_nominees(occasion=clerk, item=item, persons=persons)
    for hour, person in enumerate([*company.deputies, company.chair], start=9):
        sign_convening(occasion=company.by(person, hour, on=on), session=meeting)
    _decided(meeting, item, company, on=on)
    return item


def _decided(meeting: Session, item: AgendaItem, company: Company, *, on: dt.date) -> None:
    """The meeting of the Council, led by a deputy: all are there, all are for it."""
    deputy, clerk = (company.by(one, 12, on=on) for one in (company.deputies[0], company.clerk))
    register_many(occasion=clerk, session=meeting, memberships=members_of(meeting, on))
    open_session(occasion=deputy, session=meeting)
    begin_item(occasion=deputy, item=item)
    vote = open_vote(occasion=deputy, item=item)
    count_hands(occasion=clerk, vote=vote, votes_for=vote.base, against=0, abstained=0)
    close_vote(occasion=deputy, vote=vote)
    finish_item(occasion=deputy, item=item)
    close_session(occasion=deputy, session=meeting)
