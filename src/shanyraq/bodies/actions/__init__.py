"""Every change of bodies, posts and memberships; each rests on a signed act."""

from shanyraq.bodies.actions.establishing import (
    BodyStands,
    NoRegion,
    establish_body,
    establish_post,
    record_act,
)
from shanyraq.bodies.actions.seating import (
    EndedAlready,
    EndsBeforeItBegins,
    HeldAlready,
    LimitUnknown,
    NotEligible,
    PostFilled,
    PostGone,
    appoint,
    end_membership,
    include_member,
)

__all__ = [
    "BodyStands",
    "EndedAlready",
    "EndsBeforeItBegins",
    "HeldAlready",
    "LimitUnknown",
    "NoRegion",
    "NotEligible",
    "PostFilled",
    "PostGone",
    "appoint",
    "end_membership",
    "establish_body",
    "establish_post",
    "include_member",
    "record_act",
]
