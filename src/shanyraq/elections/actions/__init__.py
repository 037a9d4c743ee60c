"""Every change of elections: the list, the preparation, the ballot, the count, the result."""

from shanyraq.elections.actions.abandoning import abandon
from shanyraq.elections.actions.announcing import announce
from shanyraq.elections.actions.appointing import appoint_commission, draw_up_roll
from shanyraq.elections.actions.counting import Protocol, record_count
from shanyraq.elections.actions.nominating import list_nominees
from shanyraq.elections.actions.opening import open_election
from shanyraq.elections.actions.preparing import prepare

__all__ = [
    "Protocol",
    "abandon",
    "announce",
    "appoint_commission",
    "draw_up_roll",
    "list_nominees",
    "open_election",
    "prepare",
    "record_count",
]
