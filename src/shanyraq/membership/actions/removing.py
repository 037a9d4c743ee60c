"""Removal: a proposal by those entitled, the member's own view, the Chair's act (R15)."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.enums import Issuer, Role
from shanyraq.bodies.models import Membership
from shanyraq.bodies.permissions import sanction
from shanyraq.bodies.queries import assembly
from shanyraq.charter.queries import law_on
from shanyraq.membership.actions import _titles as titles
from shanyraq.membership.actions._consequences import end_seat
from shanyraq.membership.actions._signed import Signed, entered, require_after
from shanyraq.membership.actions._steps import stored
from shanyraq.membership.enums import CaseState, Ground
from shanyraq.membership.models import MemberStatement, RemovalCase
from shanyraq.membership.permissions import (
    PROPOSING_REMOVAL,
    REMOVING,
    NotTheMember,
    in_person,
)
from shanyraq.membership.queries.removals import ground_of
from shanyraq.people.models import Organization, Person
from shanyraq.platform.authority import posts_of
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import CONCERNED, Done, action
from shanyraq.platform.tasks import after_commit
from shanyraq.sittings.enums import OpinionLanguage
from shanyraq.sittings.permissions import require_met


class NoGround(Refusal):
    """The charter names the grounds of a removal, and asks a reason for any other (R15, A25)."""

    code = "no-ground"
    status = 422
    message = _("This is no ground to remove {person}.")
    remedy = _("Choose the ground that applies, or give the reason in writing.")


class NoSeat(Refusal):
    """Only a member in office can be removed."""

    code = "no-seat"
    message = _("{person} is not a member in office.")


class CaseOpen(Refusal):
    """One proposal to remove a member is before the Chair at a time."""

    code = "case-open"
    message = _("A proposal to remove {person} is before the Chair already.")


class CaseOver(Refusal):
    """The case has been decided or closed."""

    code = "case-over"
    message = _("This case has ended: {state}.")


class StatementEmpty(Refusal):
    """A statement says something."""

    code = "statement-empty"
    status = 422
    message = _("The statement is empty.")
    remedy = _("Write what you think of the proposal.")


class ReasonMissing(Refusal):
    """A case is closed with a reason that can be read."""

    code = "reason-missing"
    status = 422
    message = _("The reason is missing.")
    remedy = _("Write in a sentence why the member stays.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Why a member should be removed, and what is said of the member (R15.1, R15.2)."""

    ground: Ground
    reason: str = ""
    by_office: bool = False
    civil_servant: bool = False


@action("membership.propose_removal", powers=("propose_removal",))
def propose_removal(*, occasion: Occasion, seat: Membership, claim: Claim) -> Done[RemovalCase]:
    """Propose to the Chair that a member be removed: a deputy, or a small assembly's chair (R15.0).

    Any ground but the two of members by office asks a written reason (R15.2, A25).

    The member is notified and may state a view. Nothing ends by the proposal, nor by the loss of
    a post: until the Chair's act the member counts in every total (A24).

    Raises:
        NotYours: the actor is neither.
        NoSeat: the person has no seat in the Assembly.
        CaseOpen: a proposal is before the Chair already.
        NoGround: the charter knows no such ground, or a reason is missing.
        LawSilent: the law gives no answer.
    """
    power = in_person(PROPOSING_REMOVAL, occasion)
    seat = Membership.objects.select_for_update(of=("self",)).get(pk=seat.pk)
    _require_seat(seat, occasion.on)
    source = f"person:{seat.person.public_id}"
    verdict = ground_of(claim.ground, occasion.on, facts=_told(claim), source=source)
    require_met(verdict, NoGround, person=seat.person.name)
    capacity, small_assembly = _capacity(occasion)
    case = RemovalCase.objects.create(
        seat=seat,
        ground=claim.ground,
        by_office=claim.by_office,
        civil_servant=claim.civil_servant,
        reason=claim.reason.strip(),
        proposed_by=Person.objects.get(public_id=occasion.actor.public_id),
        capacity=capacity,
        small_assembly=small_assembly,
        proposed_at=occasion.at,
        proposal=stored(verdict),
    )
    after_commit("membership.notify_of_removal", case=case.public_id)
    facts = {**_facts(case), "capacity": str(capacity)}
    withheld = {"reason": case.reason} if case.reason else {}
    return Done(case, facts=facts, withheld=withheld, verdicts=[stored(power), stored(verdict)])


@action("membership.state_own_view", powers=(CONCERNED,))
def state_own_view(
    *, occasion: Occasion, case: RemovalCase, text: str, language: OpinionLanguage
) -> Done[MemberStatement]:
    """Say what one thinks of one's own proposed removal; it is never changed or deleted (A25).

    Raises:
        NotTheMember: the actor is not the member concerned.
        StatementEmpty: there are no words in it.
    """
    if case.seat.person.actor != occasion.actor:
        raise NotTheMember(person=case.seat.person.name)
    if not text.strip():
        raise StatementEmpty
    statement = MemberStatement.objects.create(
        case=case, text=text.strip(), language=language, added_at=occasion.at
    )
    facts = {"case": case.public_id, "language": str(language)}
    return Done(statement, facts=facts, withheld={"text": statement.text})


@action("membership.remove", powers=("remove_member", "keep_roll"))
def remove(
    *, occasion: Occasion, case: RemovalCase, signed: Signed, end_date: dt.date | None = None
) -> Done[RemovalCase]:
    """Remove a member by the Chair's act, which rests on the proposal (R15.0).

    Without another day the seat ends on the day it is recorded; from then every total is smaller.

    Raises:
        CaseOver: the case has been decided or closed.
        NoGround: on the day of the act the charter knows no such ground.
        ActNumberMissing: the act has no number.
        SignedLater: the act is dated in the future.
        PaperTooLarge: its file is too large.
        PaperUnreadable: its file is of no kind accepted.
        NotARecorder: the actor neither signed the act nor keeps the record.
        SignedByAnother: the charter gives the removal to somebody else.
        BeginsBeforeTheAct: the seat would end before the act.
        EndedAlready: the seat has been ended by another act.
        EndsBeforeItBegins: the seat has begun on that day only.
        LawSilent: the law gives no answer.
    """
    case = _open(case)
    claim = Claim(
        ground=Ground(case.ground),
        reason=case.reason,
        by_office=case.by_office,
        civil_servant=case.civil_servant,
    )
    source = f"removal:{case.public_id}"
    verdict = ground_of(claim.ground, occasion.on, facts=_told(claim), source=source)
    require_met(verdict, NoGround, person=case.seat.person.name)
    act = entered(occasion, signed, issuer=Issuer.CHAIR, title=titles.REMOVAL)
    power = sanction(REMOVING, act=act)
    day = end_date or occasion.on
    require_after(act, day)
    ended = end_seat(occasion, case.seat, act=act, end_date=day)
    case.state, case.act, case.closed_at = CaseState.REMOVED, act, occasion.at
    case.save(update_fields=["state", "act", "closed_at"])
    facts = {**_facts(case), "act": act.public_id, "ended": ended}
    verdicts = [stored(one) for one in (power, verdict) if one is not None]
    return Done(case, facts=facts, verdicts=verdicts)


@action("membership.close_case", powers=("remove_member", "propose_removal"))
def close_case(*, occasion: Occasion, case: RemovalCase, reason: str) -> Done[RemovalCase]:
    """Close a case without removal: the Chair, or who proposed it takes the proposal back.

    Raises:
        NotYours: the actor is neither.
        CaseOver: the case has been decided or closed.
        ReasonMissing: no reason is given.
        LawSilent: the law gives no answer.
    """
    case = _open(case)
    own = case.proposed_by.actor == occasion.actor
    power = in_person(PROPOSING_REMOVAL if own else REMOVING, occasion)
    if not reason.strip():
        raise ReasonMissing
    case.state, case.closed_at, case.closing_reason = CaseState.CLOSED, occasion.at, reason.strip()
    case.save(update_fields=["state", "closed_at", "closing_reason"])
    facts, withheld = _facts(case), {"reason": case.closing_reason}
    return Done(case, facts=facts, withheld=withheld, verdicts=[stored(power)])


def _open(case: RemovalCase) -> RemovalCase:
    rows = RemovalCase.objects.of_institution().select_for_update(of=("self",))
    held = rows.get(pk=case.pk)
    if not held.is_open:
        raise CaseOver(state=held.get_state_display())
    return held


def _require_seat(seat: Membership, on: dt.date) -> None:
    in_assembly = seat.post_id is None and seat.organization_id == assembly().pk
    if not (in_assembly and Membership.objects.filter(pk=seat.pk).on(on).exists()):
        raise NoSeat(person=seat.person.name)
    if RemovalCase.objects.of_institution().filter(seat=seat, state=CaseState.OPEN).exists():
        raise CaseOpen(person=seat.person.name)


def _told(claim: Claim) -> dict[str, bool]:
    """What a claim says, as facts of the charter; a proposal is made by proposing."""
    return {
        "proposal_made": True,
        "post_by_office": claim.by_office,
        "civil_servant": claim.civil_servant,
        "workplace_changed": claim.ground == Ground.WORKPLACE_CHANGED,
        "released_from_elective_post": claim.ground == Ground.RELEASED,
        "reason_given": bool(claim.reason.strip()),
    }


def _capacity(occasion: Occasion) -> tuple[Role, Organization | None]:
    """As what somebody proposes: the post by which the charter lets it, and whose chair."""
    law = law_on(occasion.on)
    held = [
        one
        for one in sorted(posts_of(occasion.actor, occasion.on), key=lambda one: one.post)
        if law.can(PROPOSING_REMOVAL, {one.post}).met
    ]
    role = Role(held[0].post)
    local = role == Role.SMALL_ASSEMBLY_CHAIR
    return role, Organization.objects.get(public_id=held[0].body) if local else None


def _facts(case: RemovalCase) -> dict[str, str | list[str] | None]:
    return {
        "person": case.seat.person.public_id,
        "seat": case.seat.public_id,
        "ground": str(case.ground),
        "state": str(case.state),
    }
