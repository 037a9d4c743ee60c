"""Who acts, when, and by which request: what every action is told about its circumstances."""

import datetime as dt
from dataclasses import dataclass, field

from django.http import HttpRequest

from shanyraq.platform import clock


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who acts, named by the stable public identifier of the person."""

    public_id: str


#: The installation itself: the builder of a new institution and the work done by the clock.
SYSTEM = Actor("system")
#: Somebody who has not signed in.
NOBODY = Actor("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """The circumstances of an act.

    Attributes:
        actor: who acts.
        at: the moment in the institution's time, aware.
        on: the legal date, by which the law in force is found; the date at `at` unless given.
        request_key: the same key twice means the same request repeated; empty: no repetition.
    """

    actor: Actor
    at: dt.datetime
    on: dt.date = field(default=dt.date.min)
    request_key: str = ""

    def __post_init__(self) -> None:
        """Take the date of the moment in the institution's region when no other is given."""
        if self.on == dt.date.min:
            object.__setattr__(self, "on", clock.date_of(self.at))


def occasion_of(request: HttpRequest) -> Occasion:
    """The circumstances of a request: who is signed in, the institution's clock, the form's key."""
    actor = getattr(request.user, "actor", NOBODY)
    return Occasion(
        actor=actor, at=clock.now(), request_key=request.POST.get("request_key", "")[:64]
    )
