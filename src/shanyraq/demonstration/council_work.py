"""The Council at work: candidates on their way, a meeting held, a poll open, a request begun."""

import datetime as dt

from shanyraq.demonstration.composition import Company, invented_person
from shanyraq.demonstration.days import (
    COUNCIL_HELD,
    COUNCIL_PREPARED,
    NOMINATED,
    POLLED,
    REQUESTED,
    moment,
    occasion,
)
from shanyraq.demonstration.institution import Institution
from shanyraq.demonstration.sample import sample
from shanyraq.membership.actions import Signed, nominate, put_before_council
from shanyraq.membership.enums import Path
from shanyraq.membership.models import Candidature
from shanyraq.people.models import Person
from shanyraq.sittings.actions import (
    Plan,
    Question,
    begin_item,
    close_session,
    finish_item,
    open_session,
    prepare_meeting,
    record_conclusion,
    register_many,
    sign_convening,
    sign_request,
    start_request,
)
from shanyraq.sittings.enums import ItemKind
from shanyraq.sittings.models import Session
from shanyraq.sittings.queries import agenda, members_of
from shanyraq.voting.actions import PollQuestion, answer_poll, open_poll
from shanyraq.voting.enums import Choice
from shanyraq.voting.models import Vote

#: Where the invented names of candidates begin.
CANDIDATES = 590


def nominate_candidates(company: Company) -> list[Candidature]:
    """Two associations nominate by their highest organs."""
    return [_nominated(place, company) for place in range(2)]


def _nominated(place: int, company: Company) -> Candidature:
    told = sample().council_work
    return nominate(
        occasion=occasion(NOMINATED, 11, actor=company.secretary.actor),
        path=Path.PUBLIC_ASSOCIATION,
        who=invented_person(CANDIDATES + place, f"candidate-{place + 1}"),
        sender=told.associations[place].wording,
        document=Signed(number=f"{told.nomination}-{place + 1}", date=NOMINATED),
    )


def meet(institution: Institution, company: Company, candidature: Candidature) -> Session:
    """The deputies convene, the chair consents, the Council considers one candidature."""
    told, secretary = sample().council_work, company.secretary.actor
    prepared = occasion(COUNCIL_PREPARED, 10, actor=secretary)
    question = Question(kind=ItemKind.IMPORTANT_QUESTIONS, title=told.question.wording)
    session = prepare_meeting(
        occasion=prepared,
        body=institution.council,
        plan=Plan(
            number=1,
            starts_at=moment(COUNCIL_HELD, 15),
            place=sample().sessions.place.wording,
            agenda=[question],
        ),
    )
    put_before_council(occasion=prepared, candidature=candidature, session=session)
    for hour, person in enumerate([*company.deputies, company.chair], start=11):
        signed = occasion(COUNCIL_PREPARED, hour, actor=person.actor)
        session = sign_convening(occasion=signed, session=session)
    return session


def hold(session: Session, company: Company) -> None:
    """On the day of the meeting the items are taken up one by one and concluded in words."""
    staff, deputy = company.clerk.actor, company.deputies[0].actor
    members = list(members_of(session, COUNCIL_HELD))
    early = occasion(COUNCIL_HELD, 14, 40, actor=staff)
    register_many(occasion=early, session=session, memberships=members[: len(members) * 4 // 5])
    open_session(occasion=occasion(COUNCIL_HELD, 15, 2, actor=deputy), session=session)
    for place, item in enumerate(agenda(session)):
        at = occasion(COUNCIL_HELD, 15, 10 + 15 * place, actor=deputy)
        begin_item(occasion=at, item=item)
        text = sample().council_work.conclusion.wording
        record_conclusion(occasion=at, item=item, text=text)
        finish_item(occasion=occasion(COUNCIL_HELD, 15, 20 + 15 * place, actor=deputy), item=item)
    close_session(occasion=occasion(COUNCIL_HELD, 16, 30, actor=deputy), session=session)


def poll(company: Company) -> Session:
    """A poll of the Council that is still open; a third of the members have answered."""
    told = sample().council_work
    asked = PollQuestion(kind=ItemKind.IMPORTANT_QUESTIONS, title=told.poll.wording)
    opened = open_poll(
        occasion=occasion(POLLED, 10, actor=company.secretary.actor),
        ends_at=moment(POLLED + dt.timedelta(days=told.poll_days), 18),
        questions=[asked],
    )
    votes = [vote.public_id for vote in Vote.objects.filter(session=opened)]
    for person in company.members[: sample().crowd.council // 3]:
        answered = occasion(POLLED, 12, actor=person.actor)
        answer_poll(occasion=answered, poll=opened, answers=dict.fromkeys(votes, Choice.FOR))
    return opened


def request(company: Company) -> None:
    """Some members ask for an extraordinary Session; signatures are still collected."""
    told = sample().council_work
    signatories: list[Person] = company.members[-told.signatures :]
    started = start_request(
        occasion=occasion(REQUESTED, 10, actor=signatories[0].actor),
        subject=told.request.wording,
        reason=told.reason,
    )
    for person in signatories[1:]:
        sign_request(occasion=occasion(REQUESTED, 11, actor=person.actor), request=started)
