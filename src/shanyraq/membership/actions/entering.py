"""The first steps into the Assembly: an association's proposal, a nomination (R14.1, A22)."""

from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.enums import ActKind, Category, Issuer
from shanyraq.bodies.permissions import sanction
from shanyraq.law import Verdict
from shanyraq.membership.actions import _titles as titles
from shanyraq.membership.actions._signed import Signed, entered
from shanyraq.membership.actions._steps import (
    Basis,
    NotUnderWay,
    facts_of,
    locked,
    move,
    note,
    require_next,
    stored,
    the_person,
    the_sender,
)
from shanyraq.membership.enums import CandidatureState, Path, StepKind
from shanyraq.membership.models import Candidature
from shanyraq.membership.permissions import (
    KEEPING,
    NOMINATING_ASSOCIATION,
    NOMINATING_STATE_BODY,
    RECORDING_NOMINATION,
    NotTheCandidate,
    require,
    takes_nominations,
)
from shanyraq.people.enums import Classification
from shanyraq.people.models import Area, Organization, Person, Wording
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import CONCERNED, CONSEQUENCE, Done, action
from shanyraq.sittings.enums import ItemKind
from shanyraq.voting.models import Decision

#: Who signs a nomination by a document, by which power, and whom the candidate then represents.
NOMINATIONS = {
    Path.PUBLIC_ASSOCIATION: (
        Issuer.PUBLIC_ASSOCIATION,
        NOMINATING_ASSOCIATION,
        Category.OTHER_PUBLIC_ASSOCIATION,
        Classification.PUBLIC_ASSOCIATION,
    ),
    Path.STATE_BODY: (
        Issuer.HEAD_OF_STATE_BODY,
        NOMINATING_STATE_BODY,
        Category.STATE_BODY,
        Classification.STATE_BODY,
    ),
}


class NotItsDecision(Refusal):
    """A decision nominates the candidate whom it is about, before the own small assembly."""

    code = "not-its-decision"
    message = _("This decision does not nominate this candidate.")


@action("membership.propose_candidate", powers=("keep_roll",), local=("record_nomination",))
def propose_candidate(
    *,
    occasion: Occasion,
    who: Person | Wording,
    sender: Organization | Wording | None,
    small_assembly: Organization,
    document: Signed,
) -> Done[Candidature]:
    """Take in a national-cultural association's proposal for a small assembly's decision (R14.1a).

    `who` is a person of the register, or the name of somebody new. It nominates nobody: the small
    assembly's decision does.

    Raises:
        NotYours: the actor takes in no nominations for this small assembly.
        SenderMissing: no association is named.
        ActNumberMissing: the proposal has no number.
        SignedLater: it is dated in the future.
        PaperTooLarge: its file is too large.
        PaperUnreadable: its file is of no kind accepted.
        NotARecorder: the actor enters no such documents.
        NotAKeeper: somebody new, and the actor keeps no register.
        MemberAlready: the person has a seat in the Assembly.
        CandidateAlready: a candidature of the person is under way.
        LawSilent: the law gives no answer.
    """
    power = takes_nominations(occasion, small_assembly)
    kind = Classification.NATIONAL_CULTURAL_ASSOCIATION
    association = the_sender(sender, kind=kind, area=small_assembly.area)
    person = the_person(occasion, who)
    paper = document.of_kind(ActKind.STATEMENT)
    issuer = Issuer.NATIONAL_CULTURAL_ASSOCIATION
    act = entered(occasion, paper, issuer=issuer, title=titles.PROPOSAL)
    candidature = Candidature.objects.create(
        path=Path.NATIONAL_CULTURAL_ASSOCIATION,
        person=person,
        category=Category.NATIONAL_CULTURAL_ASSOCIATION,
        on_behalf_of=association,
        area=small_assembly.area,
        small_assembly=small_assembly,
        state=CandidatureState.PROPOSED,
        begun_at=occasion.at,
    )
    basis = Basis(act=act, verdict=stored(power))
    note(candidature, StepKind.PROPOSAL, occasion=occasion, basis=basis)
    return Done(candidature, facts=facts_of(candidature, basis), verdicts=[stored(power)])


@action("membership.nominate", powers=("keep_roll",), local=("record_nomination",))
def nominate(
    *,
    occasion: Occasion,
    path: Path,
    who: Person | Wording,
    sender: Organization | Wording | None,
    document: Signed,
    area: Area | None = None,
    small_assembly: Organization | None = None,
) -> Done[Candidature]:
    """Take in a nomination by a document of an association or a state body (R14.1b, A22).

    An association's highest organ signs it, or the head of a state body. `small_assembly` is whose
    staff takes it in; none: the Working Organ.

    Raises:
        NotYours: the actor takes in no nominations there.
        SignedByAnother: the charter gives such a nomination to somebody else.
        SenderMissing: no association and no state body is named.
        ActNumberMissing: the nomination has no number.
        SignedLater: it is dated in the future.
        PaperTooLarge: its file is too large.
        PaperUnreadable: its file is of no kind accepted.
        NotARecorder: the actor enters no such documents.
        NotAKeeper: somebody new, and the actor keeps no register.
        MemberAlready: the person has a seat in the Assembly.
        CandidateAlready: a candidature of the person is under way.
        LawSilent: the law gives no answer.
    """
    taking = _takes_in(occasion, small_assembly)
    issuer, nominating, category, kind = NOMINATIONS[path]
    organization = the_sender(sender, kind=kind, area=area)
    person = the_person(occasion, who)
    act = entered(occasion, document, issuer=issuer, title=titles.NOMINATION)
    nominated = sanction(nominating, act=act)
    candidature = Candidature.objects.create(
        path=path,
        person=person,
        category=category,
        on_behalf_of=organization,
        area=area,
        small_assembly=small_assembly,
        state=CandidatureState.NOMINATED,
        begun_at=occasion.at,
    )
    verdicts = [stored(one) for one in (nominated, taking) if one is not None]
    basis = Basis(act=act, verdict=verdicts[0])
    note(candidature, StepKind.NOMINATION, occasion=occasion, basis=basis)
    return Done(candidature, facts=facts_of(candidature, basis), verdicts=verdicts)


@action("membership.note_nomination", powers=(CONSEQUENCE,))
def note_nomination(
    *, occasion: Occasion, candidature: Candidature, decision: Decision
) -> Done[Candidature]:
    """Take over that a small assembly's decision nominates a candidate (R14.1a).

    It follows from the decision itself, whoever closed the vote.

    Raises:
        NotItsDecision: the decision is not this small assembly's on this candidature.
        NotUnderWay: the candidature has ended.
        StepTaken: it has been nominated.
        StepMissing: another step comes first.
        LawSilent: the law gives no answer.
    """
    candidature = locked(candidature)
    item = decision.vote.item
    own = item.session.body_id == candidature.small_assembly_id
    if not (own and item.kind == ItemKind.NOMINATION and item.about == candidature.public_id):
        raise NotItsDecision
    verdict = require_next(candidature, StepKind.NOMINATION, occasion)
    basis = Basis(decision=decision, item=item, verdict=decision.verdict)
    note(candidature, StepKind.NOMINATION, occasion=occasion, basis=basis)
    move(candidature, CandidatureState.NOMINATED)
    verdicts = [decision.verdict, stored(verdict)]
    return Done(candidature, facts=facts_of(candidature, basis), verdicts=verdicts)


@action("membership.withdraw_candidature", powers=(CONCERNED,))
def withdraw_candidature(*, occasion: Occasion, candidature: Candidature) -> Done[Candidature]:
    """Give up one's own candidature, at any step before the Chair decides.

    Raises:
        NotTheCandidate: the actor is somebody else.
        NotUnderWay: the candidature has ended.
    """
    candidature = locked(candidature)
    if candidature.person.actor != occasion.actor:
        raise NotTheCandidate
    if not candidature.under_way:
        raise NotUnderWay(state=candidature.get_state_display())
    note(candidature, StepKind.WITHDRAWAL, occasion=occasion, basis=Basis())
    move(candidature, CandidatureState.WITHDRAWN)
    return Done(candidature, facts=facts_of(candidature))


def _takes_in(occasion: Occasion, small_assembly: Organization | None) -> Verdict:
    if small_assembly is not None:
        return takes_nominations(occasion, small_assembly)
    require(KEEPING, occasion)
    return require(RECORDING_NOMINATION, occasion)
