"""What waits for the Chair: drafts to convene, with the effect of yes and of no."""

import datetime as dt
from dataclasses import dataclass, replace

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from shanyraq.desks.queries.asks import Ask
from shanyraq.desks.queries.secretary import asks_of_coming, asks_of_drafts
from shanyraq.desks.queries.sessions import coming, published, session_name
from shanyraq.platform.languages import clock, day, weekday, whole
from shanyraq.platform.occasion import Occasion
from shanyraq.sittings.enums import Kind
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.sittings.permissions import PRESIDING, leads
from shanyraq.sittings.queries import agenda, ahead_of, may_take_the_chair, members_of
from shanyraq.voting.queries import open_vote


@dataclass(frozen=True, kw_only=True)
class Approval:
    """A draft that waits for the Chair.

    Attributes:
        session: the draft.
        ask: what is asked, by when, with the clause.
        rows: date, place and who prepared it.
        items: the tentative agenda.
        yes: what follows when the Chair convenes it.
        no: what follows when the Chair does not.
    """

    session: Session
    ask: Ask
    rows: list[tuple[str, str]]
    items: list[AgendaItem]
    yes: list[str]
    no: list[str]


def approvals(on: dt.date) -> list[Approval]:
    """Every draft that waits, the one with the nearest last day first."""
    waiting = [_approval(session, asked) for session, asked in asks_of_drafts(on)]
    return sorted(waiting, key=lambda one: (one.ask.deadline or one.session.day, one.session.pk))


def convened() -> QuerySet[Session]:
    """Sessions that were convened, the latest first."""
    return published().order_by("-announced_at")


def presiding(occasion: Occasion) -> list[Ask]:
    """What the one who presides does now, each as a button that does it.

    Whom the chair waits for is asked to take it; who does not preside is asked nothing.
    """
    on, session = occasion.on, coming(occasion.on)
    if session is None:
        return []
    if not leads(session, PRESIDING, occasion):
        return [_to_take_the_chair(session, on)] if may_take_the_chair(session, occasion) else []
    if session.presiding is None and ahead_of(session, occasion):
        return []
    return [_by_the_chair(one, session) for one in asks_of_coming(on) if one.under_way]


def _to_take_the_chair(session: Session, on: dt.date) -> Ask:
    name = session.presiding.name if session.presiding else ""
    return Ask(
        key="take_the_chair",
        on=on,
        under_way=_("the sitting is under way"),
        title=_("Take the chair of the {session}").format(session=session_name(session)),
        why=_("Until you take it, {presiding} presides.").format(presiding=name),
        label=_("Take the chair"),
        href=reverse("sittings:take-the-chair", args=[session.public_id]),
        posts=True,
    )


def _by_the_chair(one: Ask, session: Session) -> Ask:
    """Opening is done in person; registering and counting hands are the Working Organ's."""
    if one.key == "open":
        opening = reverse("sittings:open", args=[session.public_id])
        return replace(one, label=_("Open the sitting"), href=opening, posts=True)
    if one.key == "quorum":
        screen = reverse("desks:hall", args=[session.public_id])
        return replace(one, title=_("Wait for the quorum"), label=_("See the hall"), href=screen)
    vote = open_vote(session)
    if one.key == "close_vote" and vote is not None:
        conducting = reverse("voting:conduct", args=[vote.public_id])
        return replace(one, label=_("Go to the vote"), href=conducting)
    return one


def _approval(session: Session, asked: Ask) -> Approval:
    return Approval(
        session=session,
        ask=_to_the_chair(session, asked),
        rows=_rows(session),
        items=list(agenda(session)),
        yes=_if_convened(session),
        no=_if_not(session, asked),
    )


def _to_the_chair(session: Session, asked: Ask) -> Ask:
    if asked.key != "convene":
        return replace(asked, label=_("See the draft"))
    title = _("Convene the {session}").format(session=session_name(session))
    convening = reverse("sittings:convene", args=[session.public_id])
    return replace(asked, title=title, label=_("Convene"), href=convening)


def _rows(session: Session) -> list[tuple[str, str]]:
    rows = [
        (_("Day"), f"{day(session.day)}, {weekday(session.day)}, {clock(session.starts_at)}"),
        (_("Place"), session.place),
        (_("Kind"), session.get_kind_display()),
    ]
    if session.prepared_by:
        rows.append((_("Prepared by"), session.prepared_by.name))
    return rows


def _if_convened(session: Session) -> list[str]:
    members = members_of(session, session.day).count()
    return [
        _("The date, place and tentative agenda are published at once."),
        _("{members} members are sent invitations.").format(members=whole(members)),
        _("The agenda can still be made more precise; the day stands."),
    ]


def _if_not(session: Session, asked: Ask) -> list[str]:
    lines = [_("It stays a draft: nothing is published and nobody is told.")]
    if session.kind == Kind.ORDINARY and asked.deadline:
        text = _("After {last} it can no longer be held on {day}.")
        lines.append(text.format(last=day(asked.deadline), day=day(session.day)))
    return lines
