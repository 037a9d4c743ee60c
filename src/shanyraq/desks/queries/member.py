"""What a member sees of a Session that nobody else does: own stay, own votes, own rights."""

from dataclasses import dataclass

from django.db.models import QuerySet

from shanyraq.bodies.models import Membership
from shanyraq.bodies.queries import MEMBER_POSTS
from shanyraq.law import Verdict
from shanyraq.people.enums import Classification
from shanyraq.platform.languages import active
from shanyraq.sittings.models import Attendance, Session
from shanyraq.sittings.permissions import VOTING, rules_of
from shanyraq.voting.models import Ballot

#: Members of the Council belong to the Assembly and have its members' rights (R9.1a).
MEMBER = MEMBER_POSTS[Classification.ASSEMBLY]
#: Rights of a member that bear on a sitting (R20.1, R2.2, R20.2).
RIGHTS = ("discuss", VOTING, "free_opinion_even_after_decision")


@dataclass(frozen=True, kw_only=True)
class Right:
    """A right, in words, with the law's answer to who has it."""

    words: str
    verdict: Verdict


def stay_of(seat: Membership, session: Session) -> Attendance | None:
    """The member's present stay in the hall."""
    return Attendance.objects.filter(session=session, membership=seat).running().first()


def was_there(seat: Membership, session: Session) -> bool:
    """Whether the member was in the hall at some moment."""
    return Attendance.objects.filter(session=session, membership=seat).exists()


def ballots_of(seat: Membership, session: Session) -> QuerySet[Ballot]:
    """The member's own votes in a Session, the latest first."""
    own = Ballot.objects.filter(voter__membership=seat, voter__vote__item__session=session)
    return own.select_related("voter__vote__item").order_by("-cast_at")


def rights_in(session: Session) -> list[Right]:
    """What a member may do in a sitting whatever anybody says; of advisers the law says none."""
    rules = rules_of(session.body, session.day)
    if not rules.procedure.votes:
        return []
    own = MEMBER_POSTS[session.body.classification]
    held = {own, MEMBER} if session.body.classification == Classification.COUNCIL else {own}
    verdicts = [rules.law.can(rules.power(name), held) for name in RIGHTS]
    return [Right(words=one.tell(active()).conclusion, verdict=one) for one in verdicts]
