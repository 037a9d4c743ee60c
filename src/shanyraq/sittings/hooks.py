"""What other chapters ask to be heard on when something ends in a Session.

A hook may raise a Refusal, and the act is not done. A chapter registers its own when its app is
ready, by appending to the list.
"""

from collections.abc import Callable
from typing import Protocol

from shanyraq.platform.occasion import Occasion
from shanyraq.sittings.models import AgendaItem, Session


class FollowsItem(Protocol):
    """What a chapter above does when an item has been finished, in the same transaction."""

    def __call__(self, *, item: AgendaItem, occasion: Occasion) -> None:
        """Draw the consequences of an item that counts as considered (reading A41)."""


before_closing: list[Callable[[Session], None]] = []
before_finishing: list[Callable[[AgendaItem], None]] = []
before_contributing: list[Callable[[AgendaItem], None]] = []
after_item_finished: list[FollowsItem] = []
