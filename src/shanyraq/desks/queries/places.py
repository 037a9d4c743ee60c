"""Whose desk is where: a person's places by the posts held, and the roles of a demonstration."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shanyraq.bodies.enums import Role
from shanyraq.desks.queries.sessions import coming, last_held, session_name
from shanyraq.people.models import Persona
from shanyraq.people.queries import leading_personas
from shanyraq.platform.authority import HeldPost, posts_of
from shanyraq.platform.occasion import Occasion
from shanyraq.sittings.models import Session

#: What the law calls the holder of a seat in the Assembly.
MEMBER = "member"
#: What each post lets its holder do here, the most telling post first.
LINES: dict[str, str | Promise] = {
    Role.CHAIR: gettext_lazy("Convenes Sessions, opens them and presides."),
    Role.DEPUTY_CHAIR: gettext_lazy("Presides at a Session in the Chair's absence."),
    Role.WORKING_ORGAN: gettext_lazy(
        "Prepares Sessions, registers who is present, runs votes, keeps the minutes."
    ),
    Role.SMALL_ASSEMBLY_CHAIR: gettext_lazy("Leads the small assembly of a region."),
    Role.SECRETARIAT_HEAD: gettext_lazy("Keeps the record of a small assembly."),
    Role.SECRETARIAT: gettext_lazy("Keeps the record of a small assembly."),
    MEMBER: gettext_lazy("Registers in the hall by phone, votes, adds a dissenting opinion."),
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
    posts = {held.post for held in posts_of(occasion.actor, occasion.on)}
    places = []
    if Role.WORKING_ORGAN in posts:
        places.append(Place(label=_("Secretary's desk"), href=reverse("desks:secretary")))
    if posts & {Role.CHAIR, Role.DEPUTY_CHAIR}:
        label = _("Chair's desk") if Role.CHAIR in posts else _("Deputy Chair's desk")
        places.append(Place(label=label, href=reverse("desks:chair")))
    session = (coming(occasion.on) or last_held()) if MEMBER in posts else None
    if session is not None:
        places.append(_of_member(session))
    return places


def _of_member(session: Session) -> Place:
    label = _("{session} for members").format(session=session_name(session))
    return Place(label=label, href=reverse("desks:member", args=[session.public_id]))


def roles_offered(on: dt.date) -> list[RoleOffered]:
    """Every role that may be stepped into, gathered by what its holder does on a day."""
    gathered: dict[str, list[Persona]] = {}
    for persona in leading_personas():
        line = str(_line(posts_of(persona.user.actor, on)))
        gathered.setdefault(line, []).append(persona)
    return [RoleOffered(line=line, personas=same) for line, same in gathered.items()]


def _line(held: Iterable[HeldPost]) -> str | Promise:
    posts = {one.post for one in held}
    return next((line for post, line in LINES.items() if post in posts), NO_POST)
