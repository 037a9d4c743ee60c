"""What the chapters above answer for this one: who keeps the register of persons.

The law stands above the people, so it says who may when its app is ready.
"""

from datetime import date
from typing import Protocol

from shanyraq.law import Verdict
from shanyraq.platform.occasion import Actor


class Keeps(Protocol):
    """Says by which provision somebody keeps a register, or does not."""

    def __call__(self, *, actor: Actor, on: date) -> Verdict:
        """The law's answer about an actor on a date."""
        ...


keeps_register: list[Keeps] = []
"""Any yes among the answers lets pass; while nothing is registered, nobody keeps the register."""
