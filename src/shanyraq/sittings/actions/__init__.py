"""Every change of a Session, from the draft to the closing."""

from shanyraq.sittings.actions._steps import Question
from shanyraq.sittings.actions.agenda import (
    add_item,
    attach_paper,
    change_item,
    drop_item,
)
from shanyraq.sittings.actions.attendance import (
    check_in,
    register_arrival,
    register_departure,
    register_many,
)
from shanyraq.sittings.actions.conduct import (
    begin_item,
    close_session,
    finish_item,
    open_session,
    take_the_chair,
)
from shanyraq.sittings.actions.convening import (
    Plan,
    change_preparation,
    convene_session,
    note_invitations,
    prepare_session,
    record_convening,
)

__all__ = [
    "Plan",
    "Question",
    "add_item",
    "attach_paper",
    "begin_item",
    "change_item",
    "change_preparation",
    "check_in",
    "close_session",
    "convene_session",
    "drop_item",
    "finish_item",
    "note_invitations",
    "open_session",
    "prepare_session",
    "record_convening",
    "register_arrival",
    "register_departure",
    "register_many",
    "take_the_chair",
]
