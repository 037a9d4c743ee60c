"""The way of one Session from the draft to the minutes: what is done, now and later."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Literal

from django.utils.translation import gettext as _

from shanyraq.charter.queries import ask
from shanyraq.desks.queries.sessions import general_effect
from shanyraq.law import Verdict
from shanyraq.platform.clock import date_of
from shanyraq.platform.languages import day, whole
from shanyraq.sittings.enums import ItemState, Kind, State
from shanyraq.sittings.models import Session
from shanyraq.sittings.queries import Presence, agenda
from shanyraq.sittings.queries import notice_of as sitting_notices
from shanyraq.voting.queries import chosen_method

Phase = Literal["done", "current", "later"]


@dataclass(frozen=True, kw_only=True)
class Stage:
    """One step of a Session.

    Attributes:
        title: what is done in it.
        is_done: whether it lies behind.
        note: what there is to say of it in its present state.
        verdict: the law's answer on which it rests, if it rests on one.
        phase: behind, now, or later; set by the place among the others.
    """

    title: str
    is_done: bool
    note: str
    verdict: Verdict | None = None
    phase: Phase = "later"


def stages_of(session: Session, on: dt.date, presence: Presence) -> list[Stage]:
    """The steps of a Session as they stand on a day."""
    stages = [
        _agenda(session),
        _convening(session, on),
        _invitations(session),
        _quorum(session, presence),
        _method(session),
        _questions(session),
        _minutes(session),
    ]
    return _placed(stages)


def _placed(stages: list[Stage]) -> list[Stage]:
    current = next((stage for stage in stages if not stage.is_done), None)
    return [
        replace(
            stage, phase="done" if stage.is_done else "current" if stage is current else "later"
        )
        for stage in stages
    ]


def _agenda(session: Session) -> Stage:
    number = agenda(session).count()
    note = _("{number} questions").format(number=whole(number)) if number else _("No question yet")
    return Stage(title=_("Tentative agenda"), is_done=number > 0, note=note)


def notice_of(session: Session, on: dt.date) -> Verdict | None:
    """What the law says of a sitting's day: as it was announced, or as if it were on a day.

    None where no provision asks for a notice, as for a meeting of the Council.
    """
    announced_on = date_of(session.announced_at) if session.announced_at else on
    decided_on = session.decided_on or announced_on
    days = {"announced_on": announced_on, "decided_on": decided_on}
    return next(iter(sitting_notices(session, **days)), None)


def _convening(session: Session, on: dt.date) -> Stage:
    verdict = notice_of(session, on)
    note = day(session.announced_at) if session.announced_at else ""
    ordinary = session.kind == Kind.ORDINARY
    last = verdict.last_lawful_day if verdict and ordinary else None
    if last and not note:
        note = _("Not later than {day}").format(day=day(last))
    return Stage(
        title=_("The Chair convenes, the notice is published"),
        is_done=session.state != State.PREPARED,
        note=note,
        verdict=verdict,
    )


def _invitations(session: Session) -> Stage:
    sent = session.invitations.count()
    note = _("{sent} sent").format(sent=whole(sent)) if sent else _("The law sets no deadline")
    return Stage(title=_("Invitations and papers"), is_done=sent > 0, note=note)


def _quorum(session: Session, presence: Presence) -> Stage:
    note = _("At least {needed} of {members} members").format(
        needed=whole(presence.needed or 0), members=whole(presence.members)
    )
    return Stage(
        title=_("Registration and quorum"),
        is_done=session.opened_at is not None,
        note=note if presence.needed else "",
        verdict=presence.verdict,
    )


def _method(session: Session) -> Stage:
    chosen = chosen_method(session)
    facts = {"method_chosen": chosen is not None}
    verdict = ask("method_before_vote", on=session.day, facts=facts)
    return Stage(
        title=_("Method of voting"),
        is_done=chosen is not None,
        note=str(chosen.label) if chosen else _("Before any other question"),
        verdict=verdict,
    )


def _questions(session: Session) -> Stage:
    items = list(agenda(session))
    finished = sum(item.state == ItemState.FINISHED for item in items)
    return Stage(
        title=_("Questions and decisions"),
        is_done=bool(items) and finished == len(items),
        note=_("{finished} of {all} finished").format(
            finished=whole(finished), all=whole(len(items))
        ),
    )


def _minutes(session: Session) -> Stage:
    return Stage(
        title=_("Closing, minutes, effect of the decisions"),
        is_done=session.state == State.CLOSED,
        note=day(session.closed_at) if session.closed_at else "",
        verdict=general_effect(session.day),
    )
