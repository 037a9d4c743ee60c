"""The Session that is about to be opened: announced in August, one member short of its quorum."""

from shanyraq.demonstration.composition import Company
from shanyraq.demonstration.days import (
    COMING_ANNOUNCED,
    COMING_PREPARED,
    TODAY,
    moment,
    occasion,
    turn_to,
)
from shanyraq.demonstration.preparing import attach_papers, invite, questions
from shanyraq.demonstration.sample import sample
from shanyraq.platform import clock
from shanyraq.platform.occasion import Occasion
from shanyraq.sittings.actions import Plan, convene_session, prepare_session, register_many
from shanyraq.sittings.models import Session
from shanyraq.sittings.queries import members_of, presence


def announce(company: Company) -> Session:
    """Prepare the Session; the Chair, signed in, convenes it a month before its day."""
    turn_to(COMING_ANNOUNCED)
    told, secretary = sample().sessions, company.secretary.actor
    rapporteurs = company.members[sample().crowd.rapporteurs_coming :]
    session = prepare_session(
        occasion=occasion(COMING_PREPARED, 15, actor=secretary),
        plan=Plan(
            number=told.coming_number,
            starts_at=moment(TODAY, 10),
            place=told.place.wording,
            agenda=questions(told.coming, rapporteurs),
        ),
    )
    session = convene_session(
        occasion=occasion(COMING_ANNOUNCED, 10, actor=company.chair.actor), session=session
    )
    attached = occasion(COMING_ANNOUNCED, 12, actor=secretary)
    attach_papers(session, told.coming, attached)
    invite(session)
    return session


def gather(session: Session, company: Company) -> None:
    """On the day itself, register one member fewer than the Session needs to be lawful.

    Those into whose role a visitor may step are still on their way.
    """
    turn_to(TODAY)
    awaited = {person.pk for person in (*company.speakers, *company.deputies)}
    needed = presence(session).needed or 0
    members = members_of(session, TODAY).exclude(person__in=awaited)
    # Never later than now: a visitor may come at night.
    at = min(clock.now(), moment(TODAY, 9, 20))
    register_many(
        occasion=Occasion(actor=company.clerk.actor, at=at),
        session=session,
        memberships=list(members[: needed - 1]),
    )
