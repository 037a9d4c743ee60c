"""Pages of elections."""

from shanyraq.elections.views.conducting import Announce, Count, Nominees, Open, Prepare
from shanyraq.elections.views.showing import of_item, protocol

__all__ = [
    "Announce",
    "Count",
    "Nominees",
    "Open",
    "Prepare",
    "of_item",
    "protocol",
]
