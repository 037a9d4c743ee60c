"""Steps that the acts on a meeting of whatever body share."""

import datetime as dt

from shanyraq.platform.journal import Json
from shanyraq.platform.live import publish
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.tasks import after_commit
from shanyraq.sittings.actions._steps import locked, session_facts
from shanyraq.sittings.actions.convening import (
    AnnouncedAlready,
    ConvenedOtherwise,
    NotSignedYet,
    NumberMissing,
)
from shanyraq.sittings.enums import Kind, State
from shanyraq.sittings.models import Session


def prepared_meeting(session: Session) -> Session:
    """A prepared meeting, held until the end of the transaction.

    Raises:
        ConvenedOtherwise: it is a Session of the Assembly, or a poll.
        AnnouncedAlready: it has been convened.
    """
    session = locked(session)
    if session.kind != Kind.MEETING:
        raise ConvenedOtherwise
    if session.state != State.PREPARED:
        raise AnnouncedAlready(announced=session.announced_at)
    return session


def announce(session: Session, occasion: Occasion, *, decided_on: dt.date) -> None:
    """Publish a meeting and have its members invited."""
    session.state = State.ANNOUNCED
    session.decided_on = decided_on
    session.announced_at = occasion.at
    session.save()
    publish(session.topic)
    after_commit("sittings.send_invitations", session=session.public_id)


def require_signed(number: str, date: dt.date, occasion: Occasion) -> None:
    """Let a signed act pass that has a number and a date that has come.

    Raises:
        NumberMissing: it has no number.
        NotSignedYet: its date is still to come.
    """
    if not number.strip():
        raise NumberMissing
    if date > occasion.on:
        raise NotSignedYet(date=date)


def facts_of(session: Session) -> dict[str, Json]:
    """A meeting as the journal tells it."""
    return {"body": session.body.public_id, **session_facts(session)}
