"""Every change of elections: the list, the preparation, the ballot, the count, the result."""

from shanyraq.elections.actions.abandoning import abandon
from shanyraq.elections.actions.announcing import announce
from shanyraq.elections.actions.appointing import appoint_commission, draw_up_roll
from shanyraq.elections.actions.casting import cast, keep_verdicts
from shanyraq.elections.actions.closing import close_ballots
from shanyraq.elections.actions.comparing import check_credentials
from shanyraq.elections.actions.counting import Protocol, record_count
from shanyraq.elections.actions.crediting import submit_credentials
from shanyraq.elections.actions.decrypting import conclude, submit_partial_decryption
from shanyraq.elections.actions.keys import check_key, submit_key_message
from shanyraq.elections.actions.nominating import list_nominees
from shanyraq.elections.actions.opening import open_election
from shanyraq.elections.actions.preparing import prepare
from shanyraq.elections.actions.putting import prepare_secret_vote
from shanyraq.elections.actions.sealing import seal

__all__ = [
    "Protocol",
    "abandon",
    "announce",
    "appoint_commission",
    "cast",
    "check_credentials",
    "check_key",
    "close_ballots",
    "conclude",
    "draw_up_roll",
    "keep_verdicts",
    "list_nominees",
    "open_election",
    "prepare",
    "prepare_secret_vote",
    "record_count",
    "seal",
    "submit_credentials",
    "submit_key_message",
    "submit_partial_decryption",
]
