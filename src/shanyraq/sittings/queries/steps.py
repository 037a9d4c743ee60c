"""What comes next with a sitting."""

import datetime as dt
from dataclasses import dataclass

from shanyraq.law import Verdict
from shanyraq.people.enums import Classification
from shanyraq.sittings.enums import ItemState, Kind, State, Step
from shanyraq.sittings.models import Session
from shanyraq.sittings.queries.convening import joint_convening
from shanyraq.sittings.queries.lists import agenda, item_under_discussion
from shanyraq.sittings.queries.roll import presence
from shanyraq.sittings.queries.timing import notice_of


@dataclass(frozen=True, slots=True)
class Next:
    """The next thing to do with a Session, the last lawful day for it and why."""

    step: Step
    by: dt.date | None = None
    verdict: Verdict | None = None


def next_step(session: Session, on: dt.date) -> Next:
    """What is to be done next with a Session, as it looks on a day."""
    if session.state == State.CLOSED:
        return Next(Step.NOTHING)
    if session.state == State.OPEN:
        return _next_when_open(session)
    if session.state == State.PREPARED:
        return _next_when_prepared(session, on)
    if on < session.day:
        return Next(Step.AWAIT, session.day)
    if on > session.day:
        return Next(Step.LAPSED, session.day)
    there = presence(session)
    ready = not there.verdict.stands_in_the_way
    return Next(Step.OPEN if ready else Step.REGISTER, session.day, there.verdict)


def _next_when_prepared(session: Session, on: dt.date) -> Next:
    if not session.is_session:
        return _next_of_meeting(session, on)
    verdict = notice_of(session, announced_on=on, decided_on=on)[0]
    if not verdict.met:
        return Next(Step.CHANGE_DAY, verdict.first_lawful_day, verdict)
    by = verdict.last_lawful_day if session.kind == Kind.ORDINARY else session.day
    return Next(Step.CONVENE, by, verdict)


def _next_of_meeting(session: Session, on: dt.date) -> Next:
    if session.day < on:
        return Next(Step.CHANGE_DAY)
    if session.body.classification == Classification.COUNCIL:
        return Next(Step.SIGN, session.day, joint_convening(session, on).verdict)
    notices = notice_of(session, announced_on=on, decided_on=on)
    return Next(Step.APPOINT, session.day, next(iter(notices), None))


def _next_when_open(session: Session) -> Next:
    if item_under_discussion(session):
        return Next(Step.FINISH_ITEM)
    waiting = agenda(session).filter(state=ItemState.WAITING).exists()
    return Next(Step.BEGIN_ITEM if waiting else Step.CLOSE)
