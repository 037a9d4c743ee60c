"""Reads of members' requests for an extraordinary Session: signatures against what is needed."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from shanyraq.bodies.models import Membership
from shanyraq.bodies.queries import assembly, members_in_office
from shanyraq.charter.models import StoredVerdict
from shanyraq.charter.queries import ask, verdict_again
from shanyraq.law import Verdict
from shanyraq.platform.clock import date_of
from shanyraq.platform.occasion import Actor, Occasion
from shanyraq.sittings.enums import Kind, RequestState
from shanyraq.sittings.models import (
    ExtraordinaryRequest,
    RequestSignature,
    RequestSignatureQuerySet,
    Session,
)
from shanyraq.sittings.permissions import (
    ANSWERING,
    CONVENING,
    PREPARING,
    SIGNING,
    holds_power,
)


@dataclass(frozen=True, slots=True)
class Support:
    """How many members stand behind a request and how many the law asks for (R8.2a, A5).

    Attributes:
        members: members in office on the day.
        signatures: those of them whose signature stands.
        needed: the least number with which it can be filed; None where the law is silent.
        verdict: the law's answer to these two numbers.
    """

    members: int
    signatures: int
    needed: int | None
    verdict: Verdict

    @property
    def lacking(self) -> int:
        """How many signatures are still to be collected."""
        return max((self.needed or 0) - self.signatures, 0)


def requests() -> QuerySet[ExtraordinaryRequest]:
    """Every request, the latest first."""
    return ExtraordinaryRequest.objects.select_related("started_by", "filing", "session")


def request_of(public_id: str) -> ExtraordinaryRequest:
    """The request of a public identifier.

    Raises:
        Http404: there is none.
    """
    return get_object_or_404(requests(), public_id=public_id)


def awaiting_decision() -> QuerySet[ExtraordinaryRequest]:
    """Requests that lie before the Chair, the longest waiting first (reading A4)."""
    return requests().filter(state=RequestState.FILED).order_by("filed_at", "pk")


def signatures_on(request: ExtraordinaryRequest) -> RequestSignatureQuerySet:
    """Signatures that were not withdrawn, with those who gave them, in the order given."""
    standing = RequestSignature.objects.filter(request=request).standing()
    return standing.select_related("membership__person")


def counted(request: ExtraordinaryRequest, on: dt.date) -> RequestSignatureQuerySet:
    """Signatures of those who are members in office on a day; others have lapsed (A5)."""
    seats = members_in_office(assembly(), on).order_by().values("pk")
    return signatures_on(request).filter(membership__in=seats)


def signature_of(request: ExtraordinaryRequest, actor: Actor) -> RequestSignature | None:
    """The actor's own signature, if it stands."""
    own = signatures_on(request).filter(membership__person__public_id=actor.public_id)
    return own.order_by("-signed_at").first()


def assembly_seat(actor: Actor, on: dt.date) -> Membership | None:
    """The seat by which somebody is a member of the Assembly on a date."""
    return members_in_office(assembly(), on).filter(person__public_id=actor.public_id).first()


def support_of(request: ExtraordinaryRequest, on: dt.date) -> Support:
    """How a request stands on the roll of a day (R8.2a, reading A5)."""
    body = assembly()
    members = members_in_office(body, on).count()
    signatures = counted(request, on).count()
    verdict = ask(
        "extraordinary_request",
        on=on,
        facts={"members": members, "signatures": signatures},
        sources={
            "members": f"membership:{body.public_id}",
            "signatures": f"request:{request.public_id}",
        },
    )
    return Support(members, signatures, verdict.needed, verdict)


def support_shown(request: ExtraordinaryRequest, on: dt.date) -> Support:
    """How a request stands: as it was filed, or on the roll of a day while it is collected."""
    return support_of(request, on) if request.filing is None else _as_filed(request.filing)


def _as_filed(filing: StoredVerdict) -> Support:
    verdict = verdict_again(filing)
    told = {fact.name: fact.value for fact in verdict.facts}
    members, signatures = (int(str(told[name])) for name in ("members", "signatures"))
    return Support(members, signatures, verdict.needed, verdict)


def days_waiting(request: ExtraordinaryRequest, on: dt.date) -> int | None:
    """Days since the filing of a request that has no answer; None for any other (A4)."""
    if request.state != RequestState.FILED or request.filed_at is None:
        return None
    return (on - date_of(request.filed_at)).days


def request_behind(session: Session) -> ExtraordinaryRequest | None:
    """The request on which a Session is prepared or was convened, unless the Chair declined it."""
    answered = [RequestState.FILED, RequestState.CONVENED]
    return requests().filter(session=session, state__in=answered).first()


def power_to_convene(session: Session) -> str:
    """The power by which a prepared Session is convened: its kind's, or that on a request."""
    awaited = requests().filter(session=session, state=RequestState.FILED)
    return ANSWERING if awaited.exists() else CONVENING[Kind(session.kind)]


def sees_signatories(occasion: Occasion) -> bool:
    """Whether somebody sees who signed: a member, the Working Organ or the Chair."""
    return any(
        holds_power(power, occasion, in_person=False) for power in (SIGNING, PREPARING, ANSWERING)
    )
