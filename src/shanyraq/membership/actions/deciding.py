"""Who comes in: submission by a deputy, approval or rejection by the Chair, inclusion alone.

`bodies.include_member` gives seats in the Assembly only in the composition with which the record
begins; from then on a seat there is given here only.
"""

import datetime as dt

from shanyraq.bodies.actions import include_by_steps
from shanyraq.bodies.enums import Category, Issuer
from shanyraq.bodies.models import Act
from shanyraq.bodies.permissions import sanction
from shanyraq.bodies.queries import assembly
from shanyraq.charter.models import StoredVerdict
from shanyraq.law import Verdict, all_of
from shanyraq.membership.actions import _titles as titles
from shanyraq.membership.actions._signed import Signed, entered, require_after
from shanyraq.membership.actions._steps import (
    Basis,
    StepTaken,
    facts_of,
    locked,
    move,
    note,
    require_next,
    stored,
    the_person,
)
from shanyraq.membership.enums import CandidatureState, Path, StepKind
from shanyraq.membership.models import Candidature
from shanyraq.membership.permissions import APPROVING, INCLUDING, SUBMITTING, in_person
from shanyraq.membership.queries.way import submission, taken, way, way_of
from shanyraq.people.models import Area, Organization, Person, Wording
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.register import Done, action

#: Name of the verdict that holds together all on which an admission rests.
ADMISSION = "admission_to_the_assembly"


@action("membership.submit", powers=("submit_membership_candidates",))
def submit(*, occasion: Occasion, candidature: Candidature) -> Done[Candidature]:
    """Submit a considered candidature for the Chair's approval: a deputy, signed in (R14.2b, A42).

    Raises:
        NotYours: the actor is no deputy of the Chair.
        NotUnderWay: the candidature has ended.
        StepTaken: this deputy, or enough of them, have submitted it.
        StepMissing: the Council has not considered it at a meeting, or another step comes first.
        LawSilent: the law gives no answer.
    """
    power = in_person(SUBMITTING, occasion)
    candidature = locked(candidature)
    require_next(candidature, StepKind.SUBMISSION, occasion)
    submissions = candidature.steps.filter(kind=StepKind.SUBMISSION)
    if submissions.filter(actor__public_id=occasion.actor.public_id).exists():
        raise StepTaken(step=StepKind.SUBMISSION.label)
    verdict = submission(submissions.count() + 1, occasion.on)
    basis = Basis(verdict=stored(verdict))
    note(candidature, StepKind.SUBMISSION, occasion=occasion, basis=basis)
    if verdict.met:
        move(candidature, CandidatureState.SUBMITTED)
    verdicts = [stored(power), stored(verdict)]
    return Done(candidature, facts=facts_of(candidature, basis), verdicts=verdicts)


@action("membership.approve", powers=("approve_or_reject_membership", "keep_roll"))
def approve(
    *,
    occasion: Occasion,
    candidature: Candidature,
    signed: Signed,
    start_date: dt.date | None = None,
) -> Done[Candidature]:
    """Approve a submitted candidature by the Chair's act; the seat begins (R14.2b).

    The Chair enters the act signed in, or the Working Organ enters it once it is signed. The
    Council's opinion, be it negative, does not bind the Chair. Without another day the seat
    begins on the day of the act.

    Raises:
        NotUnderWay: the candidature has ended.
        StepMissing: it has not been submitted, or another step comes first.
        StepTaken: it has been approved.
        ActNumberMissing: the act has no number.
        SignedLater: the act is dated in the future.
        PaperTooLarge: its file is too large.
        PaperUnreadable: its file is of no kind accepted.
        NotARecorder: the actor neither signed the act nor keeps the record.
        SignedByAnother: the charter gives the approval to somebody else.
        BeginsBeforeTheAct: the seat would begin before the act.
        NotEligible: the charter lets nobody of the category in.
        HeldAlready: the person has a seat in the Assembly.
        LawSilent: the law gives no answer.
    """
    candidature = locked(candidature)
    require_next(candidature, StepKind.APPROVAL, occasion)
    act = entered(occasion, signed, issuer=Issuer.CHAIR, title=titles.APPROVAL)
    power = sanction(APPROVING, act=act)
    done = taken(list(candidature.steps.all()), occasion.on) | {StepKind.APPROVAL}
    verdict = _together(
        power, way(candidature.path, done, occasion.on, source=_source(candidature))
    )
    basis = Basis(act=act, verdict=verdict)
    _seat(occasion, candidature, act=act, start_date=start_date)
    note(candidature, StepKind.APPROVAL, occasion=occasion, basis=basis)
    move(candidature, CandidatureState.APPROVED)
    return Done(candidature, facts=facts_of(candidature, basis), verdicts=[verdict])


@action("membership.reject", powers=("approve_or_reject_membership", "keep_roll"))
def reject(
    *,
    occasion: Occasion,
    candidature: Candidature,
    reason: str = "",
    signed: Signed | None = None,
) -> Done[Candidature]:
    """Reject a submitted candidature: the Chair, signed in or by a recorded act (R14.2c).

    A reason may be given; the clause asks none.

    Raises:
        NotUnderWay: the candidature has ended.
        StepMissing: it has not been submitted, or another step comes first.
        NotYours: without an act, and the actor is not the Chair.
        ActNumberMissing: the act has no number.
        SignedLater: the act is dated in the future.
        PaperTooLarge: its file is too large.
        PaperUnreadable: its file is of no kind accepted.
        NotARecorder: the actor neither signed the act nor keeps the record.
        SignedByAnother: the charter gives the rejection to somebody else.
        LawSilent: the law gives no answer.
    """
    candidature = locked(candidature)
    require_next(candidature, StepKind.APPROVAL, occasion)
    act = None
    if signed is not None:
        act = entered(occasion, signed, issuer=Issuer.CHAIR, title=titles.REJECTION)
    power = sanction(APPROVING, act=act) if act else in_person(APPROVING, occasion)
    verdict = _together(power, way_of(candidature, occasion.on))
    basis = Basis(act=act, verdict=verdict, note=reason.strip())
    note(candidature, StepKind.REJECTION, occasion=occasion, basis=basis)
    move(candidature, CandidatureState.REJECTED)
    withheld = {"reason": basis.note} if basis.note else {}
    facts = facts_of(candidature, basis)
    return Done(candidature, facts=facts, withheld=withheld, verdicts=[verdict])


@action("membership.include_at_discretion", powers=("include_other_person", "keep_roll"))
def include_at_discretion(
    *,
    occasion: Occasion,
    who: Person | Wording,
    signed: Signed,
    start_date: dt.date | None = None,
    area: Area | None = None,
    sender: Organization | None = None,
) -> Done[Candidature]:
    """Include another person at the Chair's own discretion, without the Council (R14.2d, A22).

    It is labelled as discretionary wherever the membership is shown.

    Raises:
        NotAKeeper: somebody new, and the actor keeps no register.
        MemberAlready: the person has a seat in the Assembly.
        CandidateAlready: a candidature of the person is under way.
        ActNumberMissing: the act has no number.
        SignedLater: the act is dated in the future.
        PaperTooLarge: its file is too large.
        PaperUnreadable: its file is of no kind accepted.
        NotARecorder: the actor neither signed the act nor keeps the record.
        SignedByAnother: the charter gives the inclusion to somebody else.
        BeginsBeforeTheAct: the seat would begin before the act.
        NotEligible: the charter lets nobody of the category in.
        HeldAlready: the person has a seat in the Assembly.
    """
    person = the_person(occasion, who)
    act = entered(occasion, signed, issuer=Issuer.CHAIR, title=titles.INCLUSION)
    power = sanction(INCLUDING, act=act)
    candidature = Candidature(
        path=Path.CHAIR,
        person=person,
        category=Category.OTHER_PERSON,
        on_behalf_of=sender,
        area=area,
        state=CandidatureState.APPROVED,
        begun_at=occasion.at,
    )
    verdict = _together(
        power, way(Path.CHAIR, {StepKind.INCLUSION}, occasion.on, source=_source(candidature))
    )
    basis = Basis(act=act, verdict=verdict)
    _seat(occasion, candidature, act=act, start_date=start_date)
    candidature.save()
    note(candidature, StepKind.INCLUSION, occasion=occasion, basis=basis)
    return Done(candidature, facts=facts_of(candidature, basis), verdicts=[verdict])


def _seat(
    occasion: Occasion, candidature: Candidature, *, act: Act, start_date: dt.date | None
) -> None:
    first = start_date or act.date
    require_after(act, first)
    candidature.seat = include_by_steps(
        occasion=occasion,
        organization=assembly(),
        person=candidature.person,
        category=Category(candidature.category),
        act=act,
        start_date=first,
        area=candidature.area,
        on_behalf_of=candidature.on_behalf_of,
    )


def _together(power: Verdict | None, steps: Verdict) -> StoredVerdict:
    verdicts = [one for one in (power, steps) if one is not None]
    return stored(all_of(ADMISSION, verdicts, on=steps.on))


def _source(candidature: Candidature) -> str:
    return f"candidature:{candidature.public_id}"
