"""The Session that lies behind the sample institution: convened on paper, held in June, closed."""

from shanyraq.demonstration.composition import Company
from shanyraq.demonstration.days import (
    OPINION_FOLLOWED,
    PAST_ANNOUNCED,
    PAST_HELD,
    PAST_PREPARED,
    moment,
    occasion,
    turn_to,
)
from shanyraq.demonstration.papers import paper
from shanyraq.demonstration.past_sitting import Sitting
from shanyraq.demonstration.preparing import attach_papers, invite, questions
from shanyraq.demonstration.sample import sample
from shanyraq.demonstration.texts import invented
from shanyraq.sittings.actions import Plan, prepare_session, record_convening
from shanyraq.sittings.models import Session
from shanyraq.voting.actions import add_dissent
from shanyraq.voting.models import Decision


def hold(company: Company) -> Session:
    """Prepare, convene, hold and close the Session; an opinion follows two weeks later."""
    turn_to(PAST_ANNOUNCED)
    session = _convene(company)
    turn_to(PAST_HELD)
    Sitting(session=session, company=company).hold()
    turn_to(OPINION_FOLLOWED)
    opinion = sample().sessions.later
    add_dissent(
        occasion=occasion(OPINION_FOLLOWED, 11, actor=company.speakers[1].actor),
        decision=Decision.objects.get(vote__session=session),
        text=opinion.text,
        language=opinion.language,
    )
    return session


def _convene(company: Company) -> Session:
    told, secretary = sample().sessions, company.secretary.actor
    rapporteurs = company.members[sample().crowd.rapporteurs_past :]
    session = prepare_session(
        occasion=occasion(PAST_PREPARED, 16, actor=secretary),
        plan=Plan(
            number=told.past_number,
            starts_at=moment(PAST_HELD, 10),
            place=told.place.wording,
            agenda=questions(told.past, rapporteurs),
        ),
    )
    announced = occasion(PAST_ANNOUNCED, 11, actor=secretary)
    act = sample().acts.convening
    title, text = invented(act.title.wording), told.convening_text.wording
    signed = paper(title, text, PAST_ANNOUNCED)
    session = record_convening(
        occasion=announced, session=session, number=act.number, date=PAST_PREPARED, file=signed
    )
    attach_papers(session, told.past, announced)
    invite(session)
    return session
