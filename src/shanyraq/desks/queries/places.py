"""Whose desk is where: a person's places by the powers held, and the roles of a demonstration."""

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shanyraq.charter.queries import law_on
from shanyraq.desks.permissions import (
    CONVENING,
    IN_PERSON,
    KEEPING_LOCALLY,
    KEEPING_RECORD,
    LEADING,
    LEADING_LOCALLY,
    VOTING,
)
from shanyraq.desks.queries.sessions import coming, last_held, session_name
from shanyraq.people.models import Persona
from shanyraq.people.queries import leading_personas
from shanyraq.platform.authority import posts_of
from shanyraq.platform.occasion import Actor, Occasion
from shanyraq.sittings.models import Session

#: What each power, held in person, lets somebody do here, the most telling first.
LINES: dict[str, str | Promise] = {
    CONVENING: gettext_lazy("Convenes Sessions, opens them and presides."),
    LEADING: gettext_lazy("Presides at a Session in the Chair's absence."),
    KEEPING_RECORD: gettext_lazy(
        "Prepares Sessions, registers who is present, runs votes, keeps the minutes."
    ),
    LEADING_LOCALLY: gettext_lazy("Leads the body of a region."),
    KEEPING_LOCALLY: gettext_lazy("Keeps the record of the body of a region."),
    VOTING: gettext_lazy("Registers in the hall by phone, votes, adds a dissenting opinion."),
}
NO_POST: str | Promise = gettext_lazy("Reads what everybody may read.")


@dataclass(frozen=True, kw_only=True)
class Place:
    """A desk: what it is called and where it is."""

    label: str
    href: str


@dataclass(frozen=True, kw_only=True)
class RoleOffered:
    """Roles to step into in a demonstration whose holders do the same here, with what that is."""

    line: str
    personas: list[Persona]


def places_of(occasion: Occasion) -> list[Place]:
    """The desks of the one who acts, the one of most work first."""
    powers = _powers(occasion.actor, occasion.on)
    places = []
    if KEEPING_RECORD in powers:
        places.append(Place(label=_("Secretary's desk"), href=reverse("desks:secretary")))
    if LEADING in powers:
        label = _("Chair's desk") if CONVENING in powers else _("Deputy Chair's desk")
        places.append(Place(label=label, href=reverse("desks:chair")))
    session = (coming(occasion.on) or last_held()) if VOTING in powers else None
    if session is not None:
        places.append(_of_member(session))
    return places


def _powers(actor: Actor, on: dt.date) -> list[str]:
    """Which of the powers that open a desk or tell a role somebody holds in person on a day."""
    law, posts = law_on(on), {held.post for held in posts_of(actor, on)}
    return [power for power in LINES if law.can(power, posts).value == IN_PERSON]


def _of_member(session: Session) -> Place:
    label = _("{session} for members").format(session=session_name(session))
    return Place(label=label, href=reverse("desks:member", args=[session.public_id]))


def roles_offered(on: dt.date) -> list[RoleOffered]:
    """Every role that may be stepped into, gathered by what its holder does on a day."""
    gathered: dict[str, list[Persona]] = {}
    for persona in leading_personas():
        powers = _powers(persona.user.actor, on)
        line = str(LINES[powers[0]] if powers else NO_POST)
        gathered.setdefault(line, []).append(persona)
    return [RoleOffered(line=line, personas=same) for line, same in gathered.items()]
