"""Every change of bodies, posts and memberships; each rests on a signed act."""

from shanyraq.bodies.actions._agreement import AgreementMissing, AgreementRefused
from shanyraq.bodies.actions._seating import (
    BodyGone,
    EndedAlready,
    EndsBeforeItBegins,
    FollowsFromOffice,
    HeldAlready,
    LimitUnknown,
    NotEligible,
    PostFilled,
    PostGone,
    TermNamed,
)
from shanyraq.bodies.actions._steps import EntersBySteps, LeavesBySteps, ProposedFirst
from shanyraq.bodies.actions.agreeing import (
    AskedAlready,
    NeedsNoAgreement,
    ReasonMissing,
    agree_secretariat_head,
    ask_agreement,
)
from shanyraq.bodies.actions.dissolving import (
    BeginsLater,
    DissolvedAlready,
    dissolve_body,
)
from shanyraq.bodies.actions.documents import (
    NoSuchDocument,
    NotAStatutePack,
    PackMissing,
    VersionTooEarly,
    adopt_document,
)
from shanyraq.bodies.actions.establishing import (
    BodyStands,
    DesignatedAlready,
    NoRegion,
    NotTheWorkingOrgan,
    designate_working_organ,
    establish_body,
    establish_post,
    record_act,
)
from shanyraq.bodies.actions.founding import NotARegion, found_small_assembly
from shanyraq.bodies.actions.seating import appoint, end_membership, include_member
from shanyraq.bodies.actions.stepwise import appoint_by_steps, end_by_steps, include_by_steps

__all__ = [
    "AgreementMissing",
    "AgreementRefused",
    "AskedAlready",
    "BeginsLater",
    "BodyGone",
    "BodyStands",
    "DesignatedAlready",
    "DissolvedAlready",
    "EndedAlready",
    "EndsBeforeItBegins",
    "EntersBySteps",
    "FollowsFromOffice",
    "HeldAlready",
    "LeavesBySteps",
    "LimitUnknown",
    "NeedsNoAgreement",
    "NoRegion",
    "NoSuchDocument",
    "NotARegion",
    "NotAStatutePack",
    "NotEligible",
    "NotTheWorkingOrgan",
    "PackMissing",
    "PostFilled",
    "PostGone",
    "ProposedFirst",
    "ReasonMissing",
    "TermNamed",
    "VersionTooEarly",
    "adopt_document",
    "agree_secretariat_head",
    "appoint",
    "appoint_by_steps",
    "ask_agreement",
    "designate_working_organ",
    "dissolve_body",
    "end_by_steps",
    "end_membership",
    "establish_body",
    "establish_post",
    "found_small_assembly",
    "include_by_steps",
    "include_member",
    "record_act",
]
