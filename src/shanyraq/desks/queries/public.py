"""What the public page of a Session says beside its agenda: facts and ways on."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from shanyraq.bodies.models import Act
from shanyraq.desks.permissions import KEEPING_RECORD, leads_at
from shanyraq.desks.queries.places import Place
from shanyraq.platform.languages import clock, day, moment
from shanyraq.platform.occasion import Occasion
from shanyraq.sittings.enums import State
from shanyraq.sittings.models import Session
from shanyraq.sittings.permissions import rules_of
from shanyraq.sittings.queries import membership_of


def facts_of(session: Session) -> list[tuple[str, object]]:
    """Date, place and the acts by which the Session came about."""
    rows: list[tuple[str, object]] = [
        (_("Kind"), session.get_kind_display()),
        (_("Day"), f"{day(session.day)}, {clock(session.starts_at)}"),
        (_("Place"), session.place),
    ]
    if session.announced_at:
        rows.append((_("Announced"), day(session.announced_at)))
    if session.convened_by:
        rows.append((_("Convened by"), _act_of(session, session.convened_by)))
    if session.presiding:
        rows.append((_("Presiding"), session.presiding.name))
    for label, at in ((_("Opened"), session.opened_at), (_("Closed"), session.closed_at)):
        rows += [(label, moment(at))] if at else []
    return rows


def _act_of(session: Session, act: Act) -> str:
    """The act by its number and date, leading to its file."""
    named = _("act of the Chair No. {number}").format(number=act.number)
    if not session.is_session:
        named = _("signed act No. {number}").format(number=act.number)
    text = f"{named}, {day(act.date)}"
    if not act.file:
        return text
    return format_html(
        '<a href="{}">{}</a>', reverse("sittings:act", args=[session.public_id]), text
    )


def links_of(session: Session, occasion: Occasion) -> list[Place]:
    """The further pages of a Session that are open to somebody."""
    places = []
    if membership_of(session, occasion.actor, session.day) and session.state != State.PREPARED:
        places.append(_place("desks:member", _("For members"), session))
    if leads_at(session, occasion):
        places.append(_place("sittings:session", _("Working page"), session))
    keeps = rules_of(session.body, occasion.on).holds(KEEPING_RECORD, occasion)
    if keeps and session.state in {State.ANNOUNCED, State.OPEN}:
        places.append(_place("sittings:attendance", _("Register of the hall"), session))
    if session.state in {State.ANNOUNCED, State.OPEN}:
        places.append(_place("desks:hall", _("Screen of the hall"), session))
    return places


def _place(url: str, label: str, session: Session) -> Place:
    return Place(label=label, href=reverse(url, args=[session.public_id]))
