"""Pages of elections."""

from shanyraq.elections.views.commission import (
    Abandon,
    Close,
    Commission,
    Conclude,
    DrawUpRoll,
    Seal,
    SecretVote,
)
from shanyraq.elections.views.conducting import Announce, Count, Nominees, Open, Prepare
from shanyraq.elections.views.public import archive, board, promises, protocol_pdf, standing
from shanyraq.elections.views.registrar import Comparing, Registrar, roll_csv, roll_json, roll_txt
from shanyraq.elections.views.showing import of_item, protocol
from shanyraq.elections.views.trustee import TrusteePage, told
from shanyraq.elections.views.voting import booth, booth_of, follow, record, send

__all__ = [
    "Abandon",
    "Announce",
    "Close",
    "Commission",
    "Comparing",
    "Conclude",
    "Count",
    "DrawUpRoll",
    "Nominees",
    "Open",
    "Prepare",
    "Registrar",
    "Seal",
    "SecretVote",
    "TrusteePage",
    "archive",
    "board",
    "booth",
    "booth_of",
    "follow",
    "of_item",
    "promises",
    "protocol",
    "protocol_pdf",
    "record",
    "roll_csv",
    "roll_json",
    "roll_txt",
    "send",
    "standing",
    "told",
]
