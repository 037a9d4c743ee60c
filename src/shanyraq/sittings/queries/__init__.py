"""Reads of Sessions: which there are, who belongs to one, who is there, what comes next."""

from shanyraq.sittings.queries.lists import (
    agenda,
    item_of,
    item_under_discussion,
    next_number,
    session_of,
    sessions,
)
from shanyraq.sittings.queries.presiding import (
    ahead_of,
    holds_the_chair,
    is_in_the_hall,
    may_take_the_chair,
    presiding_order,
)
from shanyraq.sittings.queries.roll import (
    Presence,
    members_of,
    membership_of,
    presence,
    present,
    stays_by_member,
    uninvited,
)
from shanyraq.sittings.queries.steps import (
    Next,
    next_step,
)
from shanyraq.sittings.queries.timing import (
    Year,
    announcement,
    brevity,
    notice,
    sessions_of_year,
    timeliness,
    window,
    year_of,
)

__all__ = [
    "Next",
    "Presence",
    "Year",
    "agenda",
    "ahead_of",
    "announcement",
    "brevity",
    "holds_the_chair",
    "is_in_the_hall",
    "item_of",
    "item_under_discussion",
    "may_take_the_chair",
    "members_of",
    "membership_of",
    "next_number",
    "next_step",
    "notice",
    "presence",
    "present",
    "presiding_order",
    "session_of",
    "sessions",
    "sessions_of_year",
    "stays_by_member",
    "timeliness",
    "uninvited",
    "window",
    "year_of",
]
