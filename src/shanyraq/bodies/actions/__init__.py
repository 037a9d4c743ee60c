"""Every change of bodies, posts and memberships; each rests on a signed act."""

from shanyraq.bodies.actions._agreement import AgreementMissing, AgreementRefused
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
from shanyraq.bodies.actions.seating import (
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
    appoint,
    end_membership,
    include_member,
)

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
    "FollowsFromOffice",
    "HeldAlready",
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
    "ReasonMissing",
    "TermNamed",
    "VersionTooEarly",
    "adopt_document",
    "agree_secretariat_head",
    "appoint",
    "ask_agreement",
    "designate_working_organ",
    "dissolve_body",
    "end_membership",
    "establish_body",
    "establish_post",
    "found_small_assembly",
    "include_member",
    "record_act",
]
