"""Every change of what is carried out, recommended or kept of the Government's measures."""

from shanyraq.assignments.actions._orders import Order
from shanyraq.assignments.actions.assigning import assign, assign_to_apparatus, assign_to_deputy
from shanyraq.assignments.actions.controlling import (
    accept,
    move_deadline,
    return_report,
    withdraw,
)
from shanyraq.assignments.actions.executing import note_progress, report, take_up
from shanyraq.assignments.actions.government import (
    Measure,
    Step,
    enter_measure,
    update_measure,
)
from shanyraq.assignments.actions.recommending import (
    Letter,
    Reply,
    record_answer,
    send_recommendation,
)

__all__ = [
    "Letter",
    "Measure",
    "Order",
    "Reply",
    "Step",
    "accept",
    "assign",
    "assign_to_apparatus",
    "assign_to_deputy",
    "enter_measure",
    "move_deadline",
    "note_progress",
    "record_answer",
    "report",
    "return_report",
    "send_recommendation",
    "take_up",
    "update_measure",
    "withdraw",
]
