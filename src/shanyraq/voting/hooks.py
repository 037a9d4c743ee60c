"""What other chapters ask to be told when a body has decided.

A hook may raise a Refusal, and the vote is not closed. A chapter registers its own when its app is
ready, by appending to the list.
"""

from typing import Protocol

from shanyraq.platform.occasion import Occasion
from shanyraq.voting.models import Decision


class FollowsDecision(Protocol):
    """What a chapter above does when a decision has been made, in the same transaction."""

    def __call__(self, *, decision: Decision, occasion: Occasion) -> None:
        """Draw the consequences of a decision."""


after_decision: list[FollowsDecision] = []
