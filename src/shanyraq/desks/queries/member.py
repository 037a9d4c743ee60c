"""What a member sees of a Session that nobody else does: own stay, own votes, own rights."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import QuerySet

from shanyraq.bodies.models import Membership
from shanyraq.charter.queries import law_on
from shanyraq.law import Verdict
from shanyraq.platform.languages import active
from shanyraq.sittings.models import Attendance, Session
from shanyraq.voting.models import Ballot

#: What the law calls the holder of a seat in the Assembly.
MEMBER = "member"
#: Rights of a member that bear on a Session (R20.1, R2.2, R20.2).
RIGHTS = ("discuss", "vote_in_session", "free_opinion_even_after_decision")


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


def rights_on(on: dt.date) -> list[Right]:
    """What a member may do in a Session whatever anybody says, on a day."""
    verdicts = [law_on(on).can(name, {MEMBER}) for name in RIGHTS]
    return [Right(words=one.tell(active()).conclusion, verdict=one) for one in verdicts]
