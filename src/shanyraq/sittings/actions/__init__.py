"""Every change of a Session, from the draft to the closing."""

from shanyraq.sittings.actions._steps import Question
from shanyraq.sittings.actions.agenda import (
    add_item,
    attach_paper,
    change_item,
    drop_item,
)
from shanyraq.sittings.actions.amendments import (
    drop_change,
    note_trial,
    propose_change,
    try_changes,
)
from shanyraq.sittings.actions.attendance import (
    check_in,
    register_arrival,
    register_departure,
    register_many,
)
from shanyraq.sittings.actions.conclusions import record_conclusion
from shanyraq.sittings.actions.conduct import (
    begin_item,
    close_session,
    finish_item,
    open_session,
    take_the_chair,
)
from shanyraq.sittings.actions.contributions import contribute
from shanyraq.sittings.actions.convening import (
    Plan,
    change_preparation,
    convene_session,
    note_invitations,
    prepare_session,
    record_convening,
)
from shanyraq.sittings.actions.meetings import (
    convene_meeting,
    move_meeting,
    prepare_meeting,
    record_meeting_convening,
)
from shanyraq.sittings.actions.requests import (
    convene_on_request,
    decline_request,
    drop_request,
    file_request,
    prepare_on_request,
    sign_request,
    start_request,
    withdraw_signature,
)
from shanyraq.sittings.actions.signing import record_signature, sign_convening

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
    "contribute",
    "convene_meeting",
    "convene_on_request",
    "convene_session",
    "decline_request",
    "drop_change",
    "drop_item",
    "drop_request",
    "file_request",
    "finish_item",
    "move_meeting",
    "note_invitations",
    "note_trial",
    "open_session",
    "prepare_meeting",
    "prepare_on_request",
    "prepare_session",
    "propose_change",
    "record_conclusion",
    "record_convening",
    "record_meeting_convening",
    "record_signature",
    "register_arrival",
    "register_departure",
    "register_many",
    "sign_convening",
    "sign_request",
    "start_request",
    "take_the_chair",
    "try_changes",
    "withdraw_signature",
]
