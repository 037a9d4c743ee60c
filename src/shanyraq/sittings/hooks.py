"""What other chapters ask to be heard on when something ends in a Session.

A hook may raise a Refusal, and the act is not done. A chapter registers its own when its app is
ready, by appending to the list.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from shanyraq.platform.occasion import Occasion
from shanyraq.sittings.models import AgendaItem, Session


class FollowsItem(Protocol):
    """What a chapter above does when an item has been finished, in the same transaction."""

    def __call__(self, *, item: AgendaItem, occasion: Occasion) -> None:
        """Draw the consequences of an item that counts as considered (reading A41)."""


@dataclass(frozen=True, slots=True)
class NamedVerdict:
    """What rests on a stored verdict: how it is called and where it is shown."""

    label: str
    href: str


class NamesVerdicts(Protocol):
    """How a chapter above calls what rests on stored verdicts, such as decisions."""

    def __call__(self, verdicts: Sequence[str], /) -> dict[str, NamedVerdict]:
        """What rests on each of the verdicts, by their public identifiers."""


before_closing: list[Callable[[Session], None]] = []
before_finishing: list[Callable[[AgendaItem], None]] = []
before_contributing: list[Callable[[AgendaItem], None]] = []
after_item_finished: list[FollowsItem] = []
name_verdicts: list[NamesVerdicts] = []
