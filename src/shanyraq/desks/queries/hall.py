"""What the screen of the hall shows: one scene at a time, by what goes on in the Session."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from django.utils.translation import gettext as _

from shanyraq.desks.queries.sessions import general_effect
from shanyraq.desks.queries.votes import Count, counts_of, latest_count
from shanyraq.law import Verdict
from shanyraq.platform.languages import whole
from shanyraq.sittings.enums import ItemState, State
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.sittings.queries import Presence, agenda, presence

SceneName = Literal[
    "waiting", "gathering", "sitting", "item", "voting", "counted", "closed", "lapsed"
]


@dataclass(frozen=True, kw_only=True)
class Scene:
    """What is to be seen from the last row.

    Attributes:
        name: which picture it is.
        session: whose hall it is.
        presence: members there against the number the quorum needs.
        item: the question under discussion, or the one that was just voted on.
        following: the question to be taken up next.
        count: the vote that is open or was just closed.
        results: every vote of a Session that is closed.
    """

    name: SceneName
    session: Session
    presence: Presence
    item: AgendaItem | None = None
    following: AgendaItem | None = None
    count: Count | None = None
    results: list[Count] = field(default_factory=list)

    @property
    def effect(self) -> Verdict:
        """What force the Session's decisions have."""
        return general_effect(self.session.day)

    @property
    def missing(self) -> int:
        """How many members more the quorum needs."""
        return max((self.presence.needed or 0) - self.presence.present, 0)

    @property
    def said(self) -> str:
        """The picture of seats in words."""
        if self.name == "voting" and self.count and self.count.tells_turnout:
            taken, seats = self.count.result.voting, self.count.vote.present
            text = _("Half circle of seats: {taken} of {seats} have voted.")
        else:
            taken, seats = self.presence.present, self.presence.members
            text = _("Half circle of seats: {taken} of {seats} members are present.")
        return text.format(taken=whole(taken), seats=whole(seats))


def scene_of(session: Session, on: dt.date) -> Scene:
    """The scene of a Session on a day."""
    there = presence(session)
    if session.state == State.CLOSED:
        results = counts_of(session)
        return Scene(name="closed", session=session, presence=there, results=results)
    if session.state == State.OPEN:
        return _sitting(session, there)
    name: SceneName = "gathering" if on == session.day else "waiting"
    if on > session.day:
        name = "lapsed"
    return Scene(name=name, session=session, presence=there)


def _sitting(session: Session, there: Presence) -> Scene:
    items = list(agenda(session))
    item = next((one for one in items if one.state == ItemState.DISCUSSED), None)
    following = next((one for one in items if one.state == ItemState.WAITING), None)
    count = latest_count(session)
    name: SceneName = "item" if item else "sitting"
    if count is not None and _is_on_screen(count, item):
        name = "voting" if count.vote.is_open else "counted"
        item = count.vote.item
    else:
        count = None
    return Scene(
        name=name, session=session, presence=there, item=item, following=following, count=count
    )


def _is_on_screen(count: Count, item: AgendaItem | None) -> bool:
    """A result stays until the Session goes on to another question."""
    return count.vote.is_open or item is None or item.pk == count.vote.item_id
