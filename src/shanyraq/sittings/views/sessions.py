"""The list of Sessions, the working page of one, and the buttons by which it is conducted."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from shanyraq.people.enums import Classification
from shanyraq.platform import clock
from shanyraq.platform.components import law_parts
from shanyraq.platform.occasion import Occasion, occasion_of
from shanyraq.sittings.actions import (
    begin_item,
    close_session,
    finish_item,
    open_session,
    take_the_chair,
)
from shanyraq.sittings.components import agenda_now, quorum
from shanyraq.sittings.enums import Kind, State
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.sittings.permissions import (
    CLOSING,
    PREPARING,
    PRESIDING,
    PROCEDURES,
    RECORDING,
    REGISTERING,
    holds_power,
    leads,
    rules_of,
)
from shanyraq.sittings.queries import (
    agenda,
    ahead_of,
    brevity,
    item_of,
    item_under_discussion,
    joint_convening,
    may_convene,
    may_take_the_chair,
    membership_of,
    next_step,
    request_behind,
    sees_draft,
    sees_papers,
    session_of,
    sessions,
    tabs_of,
    year_of,
)
from shanyraq.sittings.views.frame import SessionAct


@dataclass(frozen=True, slots=True)
class Ways:
    """Which acts to show somebody the way to."""

    prepare: bool
    convene: bool
    record: bool
    register: bool
    check_in: bool
    open: bool
    take: bool
    conduct: bool
    close: bool


def ways_of(session: Session, occasion: Occasion) -> Ways:
    """The acts that the charter gives to somebody about a Session, on the date."""
    rules = rules_of(session.body, occasion.on)
    return Ways(
        prepare=rules.holds(PREPARING, occasion),
        convene=may_convene(session, occasion),
        record=rules.holds(RECORDING, occasion),
        register=rules.holds(REGISTERING, occasion),
        check_in=membership_of(session, occasion.actor, occasion.on) is not None,
        open=rules.holds(PRESIDING, occasion) and ahead_of(session, occasion) is None,
        take=may_take_the_chair(session, occasion),
        conduct=leads(session, PRESIDING, occasion),
        close=leads(session, CLOSING, occasion),
    )


def index(request: HttpRequest) -> HttpResponse:
    """Every Session that was announced; those who prepare see the prepared ones too."""
    occasion = occasion_of(request)
    prepares = holds_power(PREPARING, occasion)
    shown = sessions() if prepares else sessions().exclude(state=State.PREPARED)
    year = year_of(occasion.on)
    context = {
        "sessions": shown,
        "prepares": prepares,
        "year": year,
        "year_number": occasion.on.year,
        "clause": law_parts().clause(year.verdict),
        "tabs": tabs_of(occasion),
    }
    return render(request, "sittings/index.html", context)


def session(request: HttpRequest, public_id: str) -> HttpResponse:
    """The working page of a sitting: what comes next, quorum, agenda, the ways to each act.

    Raises:
        NotYours: it is only prepared, and the reader does not prepare or convene it.
    """
    one = session_of(public_id)
    occasion = occasion_of(request)
    if one.kind == Kind.POLL:
        return redirect("voting:poll", one.public_id)
    if one.state == State.PREPARED and not sees_draft(one, occasion):
        rules_of(one.body, occasion.on).require(PREPARING, occasion)
    if not one.is_session:
        return render(request, "sittings/meeting.html", _meeting(one, occasion))
    return render(request, "sittings/session.html", _told(one, occasion))


def _meeting(one: Session, occasion: Occasion) -> dict[str, Any]:
    """A meeting as its page tells it: also the signatures on its convening."""
    by_council = one.body.classification == Classification.COUNCIL
    prepared = one.state == State.PREPARED
    return {
        **_told(one, occasion),
        "joint": joint_convening(one, occasion.on) if by_council and prepared else None,
        "signatures": one.signatures.filter(starts_at=one.starts_at).select_related(
            "person", "act"
        ),
        "sees_papers": sees_papers(one, occasion),
        "votes": PROCEDURES[one.body.classification].votes,
        "asks_quorum": bool(PROCEDURES[one.body.classification].quorum),
    }


def _told(one: Session, occasion: Occasion) -> dict[str, Any]:
    following = next_step(one, occasion.on)
    return {
        "session": one,
        "ways": ways_of(one, occasion),
        "next": following,
        "clause": law_parts().clause(following.verdict) if following.verdict else "",
        "late": _late(one),
        "items": agenda(one),
        "now": item_under_discussion(one),
        "quorum": quorum(one.public_id),
        "agenda": agenda_now(one.public_id),
        "invited": one.invitations.count(),
        "asked": request_behind(one),
        "is_day": clock.today() == one.day,
    }


def _late(one: Session) -> bool:
    """Whether an extraordinary Session was announced so late that it has to be said."""
    if one.announced_at is None or one.kind != Kind.EXTRAORDINARY:
        return False
    return not brevity(one.day, clock.date_of(one.announced_at)).met


class Open(SessionAct):
    """Open the Session."""

    def act(self, occasion: Occasion) -> Session:
        """Open it."""
        return open_session(occasion=occasion, session=self.session)


class TakeTheChair(SessionAct):
    """Take the chair of the one who presided."""

    def act(self, occasion: Occasion) -> Session:
        """Take it."""
        return take_the_chair(occasion=occasion, session=self.session)


class Close(SessionAct):
    """Close the Session."""

    def act(self, occasion: Occasion) -> Session:
        """Close it."""
        return close_session(occasion=occasion, session=self.session)


class BeginItem(SessionAct):
    """Take up an item of the agenda."""

    def act(self, occasion: Occasion) -> AgendaItem:
        """Take it up."""
        return begin_item(occasion=occasion, item=item_of(self.kwargs["item"]))


class FinishItem(SessionAct):
    """Finish the item under discussion."""

    def act(self, occasion: Occasion) -> AgendaItem:
        """Finish it."""
        return finish_item(occasion=occasion, item=item_of(self.kwargs["item"]))
