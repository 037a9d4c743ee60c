"""What other chapters ask to be heard on before a vote, and told when a body has decided.

A hook may raise a Refusal, and the vote is not opened or not closed. A chapter registers its own
when its app is ready, by appending to the list.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from shanyraq.platform.occasion import Occasion
from shanyraq.sittings.models import AgendaItem
from shanyraq.tally import Result
from shanyraq.voting.models import Decision, Vote


class FollowsDecision(Protocol):
    """What a chapter above does when a decision has been made, in the same transaction."""

    def __call__(self, *, decision: Decision, occasion: Occasion) -> None:
        """Draw the consequences of a decision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SecretCount:
    """How a ballot box was counted.

    Attributes:
        facts: what the journal keeps of it: which box, the head of its archive.
    """

    result: Result
    facts: Mapping[str, str]


class HoldsSecretVotes(Protocol):
    """How a chapter above holds a secret electronic vote on a question (R8.3c)."""

    def wording(self, item: AgendaItem, /) -> Mapping[str, str] | None:
        """What the sealed box of a question asks, as columns of a vote; None without such a box."""

    def open(self, vote: Vote, occasion: Occasion, /) -> Mapping[str, str]:
        """Open the box with a vote whose voters are frozen; what the journal keeps of it."""

    def count(self, vote: Vote, /) -> SecretCount | None:
        """How its box was counted; None before it is."""


before_opening: list[Callable[[AgendaItem], None]] = []
after_decision: list[FollowsDecision] = []
secret_votes: list[HoldsSecretVotes] = []
