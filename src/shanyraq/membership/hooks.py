"""What the chapters above tell of a member's activity (R21.3).

A part is facts and counts only: no score, nothing of what somebody thinks. A chapter registers its
own when its app is ready, by appending to the list.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from shanyraq.people.models import Person


@dataclass(frozen=True, slots=True)
class ActivityFact:
    """One fact of a member's activity: what it is called, how many, where to read more.

    `of` is the whole of which `count` is a part, such as the sittings held; None: no whole.
    """

    label: str | Promise
    count: int
    of: int | None = None
    href: str = ""


activity_parts: list[Callable[[Person, dt.date], list[ActivityFact]]] = []
"""Each answers what a person has done until a day."""
