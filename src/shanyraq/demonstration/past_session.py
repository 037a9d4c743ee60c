"""The Session that lies behind the sample institution: convened on paper, held in June, closed."""

from shanyraq.demonstration import texts
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
from shanyraq.sittings.actions import Plan, prepare_session, record_convening
from shanyraq.sittings.models import Session
from shanyraq.voting.actions import add_dissent
from shanyraq.sittings.enums import OpinionLanguage
from shanyraq.voting.models import Decision

NUMBER = 14


def hold(company: Company) -> Session:
    """Prepare, convene, hold and close the Session; an opinion follows two weeks later."""
    turn_to(PAST_ANNOUNCED)
    session = _convene(company)
    turn_to(PAST_HELD)
    Sitting(session=session, company=company).hold()
    turn_to(OPINION_FOLLOWED)
    add_dissent(
        occasion=occasion(OPINION_FOLLOWED, 11, actor=company.speakers[1].actor),
        decision=Decision.objects.get(vote__session=session),
        text=texts.OPINION_LATER,
        language=OpinionLanguage.RUSSIAN,
    )
    return session


def _convene(company: Company) -> Session:
    secretary = company.secretary.actor
    session = prepare_session(
        occasion=occasion(PAST_PREPARED, 16, actor=secretary),
        plan=Plan(
            number=NUMBER,
            starts_at=moment(PAST_HELD, 10),
            place=texts.PALACE,
            agenda=questions(texts.PAST_AGENDA, company.members[20:]),
        ),
    )
    announced = occasion(PAST_ANNOUNCED, 11, actor=secretary)
    signed = paper(texts.invented(texts.ON_CONVENING), texts.CONVENING_TEXT, PAST_ANNOUNCED)
    session = record_convening(
        occasion=announced, session=session, number="Ү-8", date=PAST_PREPARED, file=signed
    )
    attach_papers(session, texts.PAST_AGENDA, announced)
    invite(session)
    return session
