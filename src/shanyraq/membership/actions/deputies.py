"""The deputies of the Chair: one body proposes, another authority appoints (R7.3, R7.4)."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.actions import appoint_by_steps, end_membership
from shanyraq.bodies.enums import ActKind, Issuer, Role
from shanyraq.bodies.models import Act, Membership, Post
from shanyraq.bodies.permissions import sanction
from shanyraq.bodies.queries import assembly, council
from shanyraq.law import Verdict
from shanyraq.membership.actions import _titles as titles
from shanyraq.membership.actions._signed import Signed, entered, require_after
from shanyraq.membership.actions._steps import stored
from shanyraq.membership.enums import ProposalState
from shanyraq.membership.models import DeputyProposal
from shanyraq.membership.permissions import APPOINTING_DEPUTIES
from shanyraq.membership.queries.deputies import open_proposal, way_of_deputy
from shanyraq.people.models import Person
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import CONSEQUENCE, Done, action
from shanyraq.sittings.enums import ItemKind
from shanyraq.sittings.permissions import require_met
from shanyraq.voting.models import Decision


class NotProposed(Refusal):
    """A deputy is appointed on the Council's proposal (R7.4)."""

    code = "not-proposed"
    message = _("{person} has not been proposed as a deputy of the Chair; {council} proposes.")
    remedy = _(
        "Put the proposal before a meeting or a poll; once it is adopted, record the act of "
        "appointment."
    )


class ActBeforeProposal(Refusal):
    """The act of appointment follows the Council's proposal (R7.4)."""

    code = "act-before-proposal"
    message = _("The act is dated {date}, and {person} was proposed on {proposed} only.")
    remedy = _("Record the act that rests on the proposal.")


class NoDeputyPost(Refusal):
    """There is no post of a deputy in the record."""

    code = "no-deputy-post"
    message = _("The post of a deputy of the Chair has not been established here.")
    remedy = _("Record the act that establishes it.")


class NotADeputy(Refusal):
    """Only the holding of a deputy's post ends by this."""

    code = "not-a-deputy"
    message = _("{person} does not hold the post of a deputy of the Chair.")


class NotADeputyProposal(Refusal):
    """A decision of the Council on another question proposes no deputy."""

    code = "not-a-deputy-proposal"
    message = _("This decision proposes no deputy of the Chair.")


@action("membership.note_deputy_proposal", powers=(CONSEQUENCE,))
def note_deputy_proposal(
    *, occasion: Occasion, person: Person, decision: Decision
) -> Done[DeputyProposal]:
    """Take over that the Council has adopted a proposal of a deputy (R7.4, R9.2c).

    It follows from the decision itself, at a meeting or by poll.

    Raises:
        NotADeputyProposal: the decision is not the Council's on such a proposal.
    """
    item = decision.vote.item
    own = item.session.body_id == council().pk and item.kind == ItemKind.DEPUTY_CHAIRS
    if not (own and item.about == person.public_id):
        raise NotADeputyProposal
    proposal = DeputyProposal.objects.create(
        person=person, decision=decision, proposed_on=occasion.on
    )
    facts = {"person": person.public_id, "decision": decision.public_id}
    return Done(proposal, facts=facts, verdicts=[decision.verdict])


@action("membership.appoint_deputy_chair", powers=("keep_roll",))
def appoint_deputy_chair(
    *,
    occasion: Occasion,
    person: Person,
    signed: Signed,
    start_date: dt.date | None = None,
) -> Done[DeputyProposal]:
    """Record the act that appoints whom the Council has proposed (R7.4).

    Without another day the appointment begins on the day of the act.

    Raises:
        NotProposed: the Council has adopted no proposal of this person, or it has been used.
        NoDeputyPost: there is no such post.
        ActNumberMissing: the act has no number.
        SignedLater: the act is dated in the future.
        PaperTooLarge: its file is too large.
        PaperUnreadable: its file is of no kind accepted.
        NotARecorder: the actor does not keep the record.
        ActBeforeProposal: the act is older than the proposal.
        BeginsBeforeTheAct: the appointment would begin before the act.
        SignedByAnother: the charter gives the appointment to somebody else.
        PostFilled: as many deputies are in office as the charter allows (R7.3).
        HeldAlready: the person is a deputy already.
        PostGone: the post does not exist on the day.
        LimitUnknown: the charter of the day does not tell how many may hold the post.
        LawSilent: the law gives no answer.
    """
    proposal = _proposal(person, occasion)
    verdict = require_met(
        way_of_deputy(occasion.on, proposed=True, appointed=True, source=_source(proposal)),
        NotProposed,
        person=person.name,
    )
    act = _by_president(occasion, signed, appointing=True)
    if act.date < proposal.proposed_on:
        raise ActBeforeProposal(person=person.name, date=act.date, proposed=proposal.proposed_on)
    first = start_date or act.date
    require_after(act, first)
    proposal.holding = appoint_by_steps(
        occasion=occasion, post=_post(first), person=person, act=act, start_date=first
    )
    proposal.act, proposal.state = act, ProposalState.APPOINTED
    proposal.save(update_fields=["act", "state", "holding"])
    told = {"person": person.public_id, "act": act.public_id, "start_date": first.isoformat()}
    return Done(proposal, facts=told, verdicts=[stored(verdict), proposal.decision.verdict])


@action("membership.release_deputy_chair", powers=("keep_roll",))
def release_deputy_chair(
    *, occasion: Occasion, holding: Membership, signed: Signed, end_date: dt.date | None = None
) -> Done[Membership]:
    """Record the act that releases a deputy; the post is vacant from then (R7.4).

    Raises:
        NotADeputy: it is not the holding of a deputy's post.
        ActNumberMissing: the act has no number.
        SignedLater: the act is dated in the future.
        PaperTooLarge: its file is too large.
        PaperUnreadable: its file is of no kind accepted.
        NotARecorder: the actor does not keep the record.
        SignedByAnother: the charter gives it to somebody else.
        BeginsBeforeTheAct: the post would become vacant before the act.
        EndedAlready: the holding has been ended.
        EndsBeforeItBegins: the end is not later than the first day.
    """
    if holding.post is None or holding.post.role != Role.DEPUTY_CHAIR:
        raise NotADeputy(person=holding.person.name)
    act = _by_president(occasion, signed, appointing=False)
    power = sanction(APPOINTING_DEPUTIES, act=act)
    day = end_date or act.date
    require_after(act, day)
    ended = end_membership(occasion=occasion, membership=holding, act=act, end_date=day)
    facts = {"person": holding.person.public_id, "act": act.public_id, "end_date": day.isoformat()}
    return Done(ended, facts=facts, verdicts=[stored(power)] if power else [])


def _proposal(person: Person, occasion: Occasion) -> DeputyProposal:
    proposal = open_proposal(person)
    if proposal is None:
        verdict: Verdict = way_of_deputy(occasion.on, proposed=False, appointed=False)
        raise NotProposed(verdict=verdict, person=person.name)
    return proposal


def _by_president(occasion: Occasion, signed: Signed, *, appointing: bool) -> Act:
    title = titles.APPOINTMENT if appointing else titles.RELEASE
    paper = signed.of_kind(ActKind.ORDER)
    return entered(occasion, paper, issuer=Issuer.PRESIDENT, title=title)


def _post(day: dt.date) -> Post:
    post = Post.objects.filter(role=Role.DEPUTY_CHAIR, organization=assembly()).on(day).first()
    if post is None:
        raise NoDeputyPost
    return post


def _source(proposal: DeputyProposal) -> str:
    return f"decision:{proposal.decision.public_id}"
