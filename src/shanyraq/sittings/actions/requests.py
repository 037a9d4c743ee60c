"""Requests of members for an extraordinary Session: signatures, filing, the Chair's answer."""

from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.models import Membership
from shanyraq.bodies.queries import assembly, is_in_office
from shanyraq.charter.models import StoredVerdict
from shanyraq.people.models import Wording
from shanyraq.platform.live import publish
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import NotAllowed, Refusal
from shanyraq.platform.register import Done, action
from shanyraq.sittings.actions._steps import require_title
from shanyraq.sittings.actions.convening import Plan, convene_session, prepare_session
from shanyraq.sittings.enums import Kind, RequestState
from shanyraq.sittings.models import ExtraordinaryRequest, RequestSignature, Session
from shanyraq.sittings.permissions import (
    ANSWERING,
    PREPARING,
    SIGNING,
    NotYours,
    require_met,
    require_power,
)
from shanyraq.sittings.queries import assembly_seat, signature_of, signatures_on, support_of


class ReasonMissing(Refusal):
    """A request, or a refusal of one, is given with its reason."""

    code = "reason-missing"
    status = 422
    message = _("The reason is missing.")
    remedy = _("Write the reason in a sentence or two.")


class NotCollecting(Refusal):
    """Signatures are given and taken back until the request is filed (reading A5)."""

    code = "not-collecting"
    message = _("Signatures on this request are no longer collected: {state}.")


class SignedAlready(Refusal):
    """A member signs a request once."""

    code = "signed-already"
    message = _("You signed this request on {signed}.")


class NotSigned(Refusal):
    """Only a signature that stands can be withdrawn."""

    code = "not-signed"
    message = _("You have not signed this request.")


class NotTheInitiator(NotAllowed):
    """The request is led by the one who started it, while that person is in office."""

    code = "not-the-initiator"
    message = _("{initiator} started this request and files it or gives it up.")
    remedy = _("Ask the one who started it, or start a request of your own.")


class TooFewSignatures(Refusal):
    """The request lacks signatures on the day on which it would be filed (R8.2a, reading A5)."""

    code = "too-few-signatures"
    message = _(
        "{signatures} of the {members} members in office have signed, and {needed} signatures "
        "are needed."
    )
    remedy = _(
        "Collect {lacking} more and file the request then. The signature of somebody who is no "
        "longer a member does not count."
    )


class NotAwaited(Refusal):
    """The Chair answers a request that was filed and has no answer yet."""

    code = "not-awaited"
    message = _("This request does not await the Chair's decision: {state}.")


class PreparedAlready(Refusal):
    """One Session is prepared on a request."""

    code = "prepared-already"
    message = _("The {session} is prepared on this request already.")
    remedy = _("Change its day or place if need be; the Chair convenes it.")


class NotExtraordinary(Refusal):
    """On a request of members an extraordinary Session is convened, no other (R8.2a)."""

    code = "not-extraordinary"
    status = 422
    message = _("On a request of members an extraordinary Session is convened.")


@action("sittings.start_request", powers=[SIGNING])
def start_request(
    *, occasion: Occasion, subject: Wording, reason: str
) -> Done[ExtraordinaryRequest]:
    """Start a request for an extraordinary Session and sign it first (R8.2a).

    Raises:
        NotYours: the actor is no member of the Assembly.
        TitleMissing: the subject lacks Kazakh or Russian.
        ReasonMissing: there are no words in the reason.
        LawSilent: the law of the day gives no answer.
    """
    seat = _require_seat(occasion)
    require_title(subject)
    request = ExtraordinaryRequest.objects.create(
        **subject.columns("subject"),
        reason=_require_reason(reason),
        started_by=seat.person,
        started_at=occasion.at,
    )
    _sign(request, seat, occasion)
    facts = {"subject": {"kk": subject.kk, "ru": subject.ru, "en": subject.en}}
    return Done(request, facts=facts, withheld={"reason": request.reason})


@action("sittings.sign_request", powers=[SIGNING])
def sign_request(*, occasion: Occasion, request: ExtraordinaryRequest) -> Done[RequestSignature]:
    """Sign a request whose signatures are being collected (R8.2a).

    Raises:
        NotYours: the actor is no member of the Assembly.
        NotCollecting: it was filed or given up.
        SignedAlready: the actor has signed it.
        LawSilent: the law of the day gives no answer.
    """
    seat = _require_seat(occasion)
    request = _collecting(request)
    if own := signatures_on(request).filter(membership=seat).first():
        raise SignedAlready(signed=own.signed_at)
    signature = _sign(request, seat, occasion)
    return Done(signature, facts={"request": request.public_id})


@action("sittings.withdraw_signature", powers=[SIGNING])
def withdraw_signature(
    *, occasion: Occasion, request: ExtraordinaryRequest
) -> Done[RequestSignature]:
    """Take the actor's own signature back, until the request is filed (reading A5).

    Raises:
        NotCollecting: it was filed or given up.
        NotSigned: there is no signature of the actor's.
    """
    request = _collecting(request)
    signature = signature_of(request, occasion.actor)
    if signature is None:
        raise NotSigned
    signature.withdrawn_at = occasion.at
    signature.save(update_fields=["withdrawn_at"])
    publish(request.topic)
    return Done(signature, facts={"request": request.public_id})


@action("sittings.drop_request", powers=[SIGNING])
def drop_request(
    *, occasion: Occasion, request: ExtraordinaryRequest
) -> Done[ExtraordinaryRequest]:
    """Give a request up before it is filed.

    Raises:
        NotCollecting: it was filed or given up.
        NotTheInitiator: somebody else started it.
    """
    request = _collecting(request)
    _require_leading(request, occasion)
    request.state = RequestState.DROPPED
    request.save(update_fields=["state"])
    publish(request.topic)
    return Done(request)


@action("sittings.file_request", powers=[SIGNING])
def file_request(
    *, occasion: Occasion, request: ExtraordinaryRequest
) -> Done[ExtraordinaryRequest]:
    """Put a request before the Chair; the roll of this day counts (R8.2a, reading A5).

    Raises:
        NotYours: the actor is no member of the Assembly.
        NotCollecting: it was filed or given up.
        NotTheInitiator: somebody else started it and is in office.
        TooFewSignatures: fewer members in office have signed than the law asks for.
        LawSilent: the law of the day gives no answer.
    """
    power = require_power(SIGNING, occasion)
    request = _collecting(request)
    _require_leading(request, occasion)
    support = support_of(request, occasion.on)
    require_met(
        support.verdict,
        TooFewSignatures,
        signatures=support.signatures,
        members=support.members,
        needed=support.needed,
        lacking=support.lacking,
    )
    request.filing = StoredVerdict.objects.keep(support.verdict)
    request.state, request.filed_at = RequestState.FILED, occasion.at
    request.save()
    publish(request.topic)
    facts = {"signatures": support.signatures, "members": support.members}
    verdicts = [StoredVerdict.objects.keep(power), request.filing]
    return Done(request, facts=facts, verdicts=verdicts)


@action("sittings.decline_request", powers=[ANSWERING])
def decline_request(
    *, occasion: Occasion, request: ExtraordinaryRequest, reason: str
) -> Done[ExtraordinaryRequest]:
    """The Chair, signed in, declines a request and says why; the text sets no consequence (A4).

    Raises:
        NotYours: the actor is not the Chair.
        NotAwaited: the request was not filed, or has its answer.
        ReasonMissing: there are no words in the reason.
        LawSilent: the law of the day gives no answer.
    """
    power = require_power(ANSWERING, occasion)
    request = _awaited(request)
    request.answer = _require_reason(reason)
    request.state, request.answered_at = RequestState.DECLINED, occasion.at
    request.save()
    publish(request.topic)
    verdicts = [StoredVerdict.objects.keep(power)]
    return Done(request, withheld={"answer": request.answer}, verdicts=verdicts)


@action("sittings.prepare_on_request", powers=[PREPARING])
def prepare_on_request(
    *, occasion: Occasion, request: ExtraordinaryRequest, plan: Plan
) -> Done[Session]:
    """Prepare an extraordinary Session on a filed request, for the Chair's decision.

    Raises:
        NotYours: the actor does not prepare Sessions.
        NotAwaited: the request was not filed, or has its answer.
        PreparedAlready: a Session is prepared on it.
        NotExtraordinary: the plan is of an ordinary Session.
        PlaceMissing: no place in Kazakh or Russian.
        AgendaEmpty: nothing to consider.
        TitleMissing: a question lacks its title in Kazakh or Russian.
        NotOfThisBody: a question uses a power of another body.
        CompetenceMissing: a question of competence names no provision that is in force.
        RapporteurMissing: a report of members names nobody who reports.
        RapporteurNotMember: who would report is no member in office.
        NumberTaken: another Session has the number.
        DayPassed: it would begin in the past.
        OutsideTheMonth: it would be held more than a month after the decision.
        LawSilent: the law of the day gives no answer.
    """
    session = _prepared(request, plan, occasion)
    return Done(session, facts={"request": request.public_id})


@action("sittings.convene_on_request", powers=[ANSWERING])
def convene_on_request(
    *, occasion: Occasion, request: ExtraordinaryRequest, plan: Plan
) -> Done[Session]:
    """The Chair, signed in, convenes an extraordinary Session on a filed request (R8.2a, A4).

    Raises:
        NotYours: the actor is not the Chair.
        NotAwaited: the request was not filed, or has its answer.
        PreparedAlready: a Session is prepared on it; that one is convened.
        NotExtraordinary: the plan is of an ordinary Session.
        PlaceMissing: no place in Kazakh or Russian.
        AgendaEmpty: nothing to consider.
        TitleMissing: a question lacks its title in Kazakh or Russian.
        NotOfThisBody: a question uses a power of another body.
        CompetenceMissing: a question of competence names no provision that is in force.
        RapporteurMissing: a report of members names nobody who reports.
        RapporteurNotMember: who would report is no member in office.
        NumberTaken: another Session has the number.
        DayPassed: it would begin in the past.
        OutsideTheMonth: it would be held more than a month after the decision.
        LawSilent: the law of the day gives no answer.
    """
    require_power(ANSWERING, occasion)
    session = convene_session(occasion=occasion, session=_prepared(request, plan, occasion))
    return Done(session, facts={"request": request.public_id})


def _prepared(request: ExtraordinaryRequest, plan: Plan, occasion: Occasion) -> Session:
    request = _awaited(request)
    if request.session is not None:
        raise PreparedAlready(session=str(request.session))
    if plan.kind != Kind.EXTRAORDINARY:
        raise NotExtraordinary
    request.session = prepare_session(occasion=occasion, plan=plan)
    request.save(update_fields=["session"])
    return request.session


def _require_seat(occasion: Occasion) -> Membership:
    """The seat by which the actor, a member of the Assembly, signs."""
    require_power(SIGNING, occasion)
    seat = assembly_seat(occasion.actor, occasion.on)
    if seat is None:
        raise NotYours
    return seat


def _require_reason(reason: str) -> str:
    if not reason.strip():
        raise ReasonMissing
    return reason.strip()


def _require_leading(request: ExtraordinaryRequest, occasion: Occasion) -> None:
    """Let pass who started the request; once that person has left, anybody who signed it."""
    initiator = request.started_by
    if initiator.actor == occasion.actor:
        return
    left = not is_in_office(initiator, assembly(), occasion.on)
    if not (left and signature_of(request, occasion.actor)):
        raise NotTheInitiator(initiator=initiator.name)


def _sign(request: ExtraordinaryRequest, seat: Membership, occasion: Occasion) -> RequestSignature:
    publish(request.topic)
    return RequestSignature.objects.create(request=request, membership=seat, signed_at=occasion.at)


def _held(request: ExtraordinaryRequest) -> ExtraordinaryRequest:
    """The request as it is now, held until the end of the transaction."""
    return ExtraordinaryRequest.objects.select_for_update().get(pk=request.pk)


def _collecting(request: ExtraordinaryRequest) -> ExtraordinaryRequest:
    request = _held(request)
    if request.state != RequestState.COLLECTING:
        raise NotCollecting(state=request.get_state_display())
    return request


def _awaited(request: ExtraordinaryRequest) -> ExtraordinaryRequest:
    request = _held(request)
    if request.state != RequestState.FILED:
        raise NotAwaited(state=request.get_state_display())
    return request
