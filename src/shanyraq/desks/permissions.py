"""Whose desk it is: the law's own words decide, by the posts held on the date."""

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.models import Membership
from shanyraq.charter.queries import may
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import NotAllowed
from shanyraq.sittings.enums import State
from shanyraq.sittings.models import Session
from shanyraq.sittings.permissions import rules_of
from shanyraq.sittings.queries import membership_of, sees_draft

#: The power whose holders sit at the secretary's desk (R12.1).
KEEPING_RECORD = "register_attendance"
#: The power to convene a Session, which is the Chair's (R8.1a).
CONVENING = "convene_session"
#: The power to prepare a Session, whose holders read drafts (R12.1).
PREPARING = "prepare_agenda"
#: The power to lead a Session, in person or for the one who presides (A16); whoever holds it in
#: person sits at the Chair's desk.
LEADING = "open_session"
IN_PERSON = "in_person"
#: The power to keep the minutes of a Session (R12.1).
KEEPING_MINUTES = "keep_minutes"
#: The right to vote in a Session, which every member has (R2.2).
VOTING = "vote_in_session"
#: The power to lead a small assembly by its statute (R16.2), and to keep its roll (R19.1).
LEADING_LOCALLY = "approve_statute"
KEEPING_LOCALLY = "keep_local_roll"


class NotTheSecretary(NotAllowed):
    """The secretary's desk belongs to the staff of the Working Organ."""

    code = "not-the-secretary"
    message = _("This desk belongs to {working_organ}.")
    remedy = _("Sign in as a member of its staff.")


class NotTheChair(NotAllowed):
    """The Chair's desk belongs to the Chair and the deputies, who preside."""

    code = "not-the-chair"
    message = _("This desk belongs to the Chair and the deputies.")
    remedy = _("{working_organ:first} finds its own work on the secretary's desk.")


class NotAMember(NotAllowed):
    """The page is for members in office on the Session's day."""

    code = "not-a-member"
    message = _("This page is for members in office on the day of the sitting.")
    remedy = _("Everybody can read the public page of the sitting.")


def holds(power: str, occasion: Occasion) -> bool:
    """Whether somebody holds a power on the date, in person or for its holder."""
    return may(power, actor=occasion.actor, on=occasion.on).met


def leads_at(session: Session, occasion: Occasion) -> bool:
    """Whether somebody leads a sitting, in person or for the one who presides."""
    return rules_of(session.body, occasion.on).holds(LEADING, occasion, in_person=False)


def require_secretary(occasion: Occasion) -> None:
    """Let the staff of the Working Organ pass.

    Raises:
        NotTheSecretary: the actor is somebody else.
    """
    verdict = may(KEEPING_RECORD, actor=occasion.actor, on=occasion.on)
    if not verdict.met:
        raise NotTheSecretary(verdict=verdict)


def require_chair(occasion: Occasion) -> None:
    """Let those pass who preside in person: the Chair, a deputy.

    Raises:
        NotTheChair: the actor is somebody else.
    """
    verdict = may(LEADING, actor=occasion.actor, on=occasion.on)
    if verdict.value != IN_PERSON:
        raise NotTheChair(verdict=verdict)


def require_member(occasion: Occasion, session: Session) -> Membership:
    """Let a member in office on the Session's day pass, with the seat held.

    Raises:
        NotAMember: the actor has no seat.
    """
    seat = membership_of(session, occasion.actor, session.day)
    if seat is None:
        raise NotAMember
    return seat


def require_reader(occasion: Occasion, session: Session) -> None:
    """Let everybody read what is published; a draft is read by those who prepare Sessions.

    Raises:
        Http404: it is a draft, and the reader does not prepare Sessions: nothing is told of it.
    """
    if session.state == State.PREPARED and not sees_draft(session, occasion):
        raise Http404
