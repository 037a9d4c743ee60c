"""What other chapters ask to be heard on before a vote, and told when a body has decided.

A hook may raise a Refusal, and the vote is not opened or not closed. A chapter registers its own
when its app is ready, by appending to the list.
"""

from collections.abc import Callable
from typing import Protocol

from shanyraq.platform.occasion import Occasion
from shanyraq.sittings.models import AgendaItem
from shanyraq.voting.models import Decision


class FollowsDecision(Protocol):
    """What a chapter above does when a decision has been made, in the same transaction."""

    def __call__(self, *, decision: Decision, occasion: Occasion) -> None:
        """Draw the consequences of a decision."""


before_opening: list[Callable[[AgendaItem], None]] = []
after_decision: list[FollowsDecision] = []
