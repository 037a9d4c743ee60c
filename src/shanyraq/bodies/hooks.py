"""What the chapters above tell this one: how much work is open where a post passes on."""

from datetime import date
from typing import Protocol

from shanyraq.people.models import Organization


class OpenWork(Protocol):
    """Counts what a body has still to carry out."""

    def __call__(self, *, body: Organization, on: date) -> int:
        """Assignments of a body that are open on a day."""
        ...


open_work: list[OpenWork] = []
"""Asked when a post passes on; while nothing is registered the handover leaves the number out."""
