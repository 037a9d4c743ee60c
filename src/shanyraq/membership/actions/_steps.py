"""Steps that several acts on a candidature share, and the refusals they raise."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.models import Act
from shanyraq.bodies.queries import assembly, is_in_office
from shanyraq.charter.models import StoredVerdict
from shanyraq.law import Outcome, Verdict
from shanyraq.membership.enums import CandidatureState, Opinion, StepKind
from shanyraq.membership.models import Candidature, CandidatureStep
from shanyraq.membership.models.candidatures import UNDER_WAY
from shanyraq.membership.queries.way import considered, submission, taken, way_of
from shanyraq.people.actions import register_person
from shanyraq.people.enums import Classification
from shanyraq.people.models import Area, Organization, Person, Wording
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.words import worded
from shanyraq.sittings.models import AgendaItem
from shanyraq.sittings.permissions import SILENCE, LawSilent
from shanyraq.voting.models import Decision

HOW: dict[StepKind, str | Promise] = {
    StepKind.PROPOSAL: _("Enter the association’s proposal first."),
    StepKind.NOMINATION: worded(
        _("{small_assembly:first}, {public_association} or {head_of_state_body} nominates first.")
    ),
    StepKind.CONSIDERATION: _(
        "Put the candidature on the agenda of a meeting; it counts as considered when the "
        "meeting closes the question."
    ),
    StepKind.SUBMISSION: _("A Deputy Chair submits the candidature to the Chair first."),
    StepKind.APPROVAL: _("The Chair approves or rejects the candidature."),
    StepKind.INCLUSION: _("The Chair includes the person by an act."),
}


class StepMissing(Refusal):
    """A step comes before this one and has not been taken (R14)."""

    code = "step-missing"
    message = _("“{wanted}” comes after “{missing}”, which has not been done.")
    remedy = _("{how}")


class StepTaken(Refusal):
    """A step is taken once."""

    code = "step-taken"
    message = _("“{step}” has been done already.")


class NotUnderWay(Refusal):
    """The candidature has come to its end."""

    code = "not-under-way"
    message = _("The candidature has ended: {state}.")


class MemberAlready(Refusal):
    """Who has a seat in the Assembly needs no candidature."""

    code = "member-already"
    message = _("{person} is a member already.")


class CandidateAlready(Refusal):
    """One candidature of a person is under way at a time."""

    code = "candidate-already"
    message = _("A candidature of {person} is under way already.")
    remedy = _("Go on with the candidature that is under way.")


class SenderMissing(Refusal):
    """A nomination names the association or the state body it comes from."""

    code = "sender-missing"
    status = 422
    message = _("The association or the state body that nominates is missing.")
    remedy = _("Choose it, or write its name in Kazakh and in Russian.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What a step of a candidature rests on; each part may be missing."""

    act: Act | None = None
    decision: Decision | None = None
    item: AgendaItem | None = None
    opinion: Opinion | str = ""
    verdict: StoredVerdict | None = None
    note: str = ""


def locked(candidature: Candidature) -> Candidature:
    """The candidature as it is now, held until the end of the transaction."""
    rows = Candidature.objects.of_institution().select_for_update(of=("self",))
    return rows.get(pk=candidature.pk)


def the_person(occasion: Occasion, who: Person | Wording) -> Person:
    """The person meant; somebody new is entered in the register.

    Raises:
        NotAKeeper: somebody new, and the actor keeps no register.
        MemberAlready: the person has a seat in the Assembly.
        CandidateAlready: a candidature of the person is under way.
    """
    if isinstance(who, Wording):
        return register_person(occasion=occasion, name=who)
    person = Person.objects.select_for_update().get(pk=who.pk)
    if is_in_office(person, assembly(), occasion.on):
        raise MemberAlready(person=person.name)
    if person.candidatures.filter(state__in=UNDER_WAY).exists():
        raise CandidateAlready(person=person.name)
    return person


def the_sender(
    sender: Organization | Wording | None, *, kind: Classification, area: Area | None
) -> Organization:
    """The association or state body meant; a new one is entered by its name.

    Raises:
        SenderMissing: none is named in Kazakh and in Russian.
    """
    if isinstance(sender, Organization):
        return sender
    if sender is None or not (sender.kk.strip() and sender.ru.strip()):
        raise SenderMissing
    return Organization.objects.create(classification=kind, area=area, **sender.columns("name"))


def require_next(candidature: Candidature, step: StepKind, occasion: Occasion) -> Verdict:
    """Let a step pass that comes next by the charter's chain.

    Raises:
        NotUnderWay: the candidature has ended.
        StepTaken: the step has been taken.
        StepMissing: another one comes first.
        LawSilent: the law gives no answer.
    """
    if not candidature.under_way:
        raise NotUnderWay(state=candidature.get_state_display())
    verdict = way_of(candidature, occasion.on)
    if verdict.outcome not in {Outcome.MET, Outcome.NOT_MET}:
        raise LawSilent(verdict=verdict, on=verdict.on, why=SILENCE[verdict.outcome])
    if verdict.value == step:
        return verdict
    if step in taken(list(candidature.steps.all()), occasion.on):
        raise StepTaken(step=step.label)
    missing = StepKind(verdict.value or step)
    asked = _asked_of(missing, candidature, occasion) or verdict
    raise StepMissing(verdict=asked, wanted=step.label, missing=missing.label, how=HOW[missing])


def note(
    candidature: Candidature,
    kind: StepKind,
    *,
    occasion: Occasion,
    basis: Basis,
) -> CandidatureStep:
    """Write down a step."""
    return CandidatureStep.objects.create(
        candidature=candidature,
        kind=kind,
        act=basis.act,
        decision=basis.decision,
        item=basis.item,
        opinion=basis.opinion,
        verdict=basis.verdict,
        note=basis.note,
        actor=Person.objects.filter(public_id=occasion.actor.public_id).first(),
        on=occasion.on,
        at=occasion.at,
    )


def move(candidature: Candidature, state: CandidatureState) -> None:
    """Set how far a candidature has come."""
    candidature.state = state
    candidature.save(update_fields=["state", "seat"])


def facts_of(candidature: Candidature, basis: Basis | None = None) -> dict[str, str | None]:
    """A candidature as the journal tells it; persons and bodies by their identifiers."""
    sender, body = candidature.on_behalf_of, candidature.small_assembly
    rests_on = basis or Basis()
    return {
        "path": str(candidature.path),
        "person": candidature.person.public_id,
        "category": str(candidature.category),
        "on_behalf_of": sender.public_id if sender else None,
        "small_assembly": body.public_id if body else None,
        "state": str(candidature.state),
        "act": rests_on.act.public_id if rests_on.act else None,
        "decision": rests_on.decision.public_id if rests_on.decision else None,
        "item": rests_on.item.public_id if rests_on.item else None,
        "opinion": str(rests_on.opinion) or None,
    }


def stored(verdict: Verdict) -> StoredVerdict:
    """A verdict as it is kept beside the journal."""
    return StoredVerdict.objects.keep(verdict)


def _asked_of(step: StepKind, candidature: Candidature, occasion: Occasion) -> Verdict | None:
    """The rule that asks a missing step, where the charter has one beside the chain."""
    if step == StepKind.CONSIDERATION:
        return considered(at_meeting=False, on=occasion.on)
    if step == StepKind.SUBMISSION:
        submitted = candidature.steps.filter(kind=StepKind.SUBMISSION).count()
        return submission(submitted, occasion.on)
    return None
