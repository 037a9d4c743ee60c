"""Where an act alone does not do: the charter has steps before it, taken in another chapter."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.enums import Category, Issuer, Role
from shanyraq.bodies.hooks import has_met
from shanyraq.bodies.models import Membership
from shanyraq.charter.queries import ask, charter_pack
from shanyraq.law import Verdict
from shanyraq.people.enums import Classification
from shanyraq.platform.refusals import Refusal

#: Which rule of the charter has the steps by which somebody of a category comes in (R14).
ENTRY_RULES = {
    Category.NATIONAL_CULTURAL_ASSOCIATION: "entry_by_national_cultural_association",
    Category.OTHER_PUBLIC_ASSOCIATION: "entry_by_public_association",
    Category.STATE_BODY: "entry_of_state_body_representative",
    Category.OTHER_PERSON: "entry_by_chair",
}
#: Which rule has the steps by which a post is filled (R7.4).
PROPOSAL_RULES = {Role.DEPUTY_CHAIR: "appoint_deputy_chair"}
#: Which rule says on what a member is removed, and which how one leaves (R15, R20.3).
REMOVAL_RULE = "removal_other_grounds"
EXIT_RULE = "voluntary_exit"


class EntersBySteps(Refusal):
    """A seat the charter gives step by step is not given by an act alone (R14)."""

    code = "enters-by-steps"
    message = _("{person} cannot be included by an act alone: steps come before it.")
    remedy = _(
        "Take the steps of the candidature under “Membership”; there the Chair also includes at "
        "the Chair’s own discretion."
    )


class ProposedFirst(Refusal):
    """A post for which somebody is proposed first is not filled by an act alone (R7.4)."""

    code = "proposed-first"
    message = _("{person} cannot be put in “{post}” by an act alone: a proposal comes before it.")
    remedy = _(
        "Have {council} decide on the proposal; then record the appointment under “Membership”."
    )


class LeavesBySteps(Refusal):
    """A member is not let out by an act alone (R15, R20.3)."""

    code = "leaves-by-steps"
    message = _("The seat of {person} cannot be ended by an act alone.")
    remedy = _(
        "Have the removal proposed under “Membership”, and record the act there; a member who "
        "leaves says so there in person."
    )


def require_entry(seat: Membership) -> None:
    """Let pass a seat for which the charter has no steps, or with which the record begins (R13).

    Raises:
        EntersBySteps: it has steps, and none of them is taken by recording an act.
    """
    if not _is_seat_in_assembly(seat) or _begins_the_record(seat):
        return
    verdict = _untaken(ENTRY_RULES.get(Category(seat.category)), seat.started_by.date)
    if verdict is not None:
        raise EntersBySteps(verdict=verdict, person=seat.person.name)


def require_proposal(held: Membership) -> None:
    """Let pass a holding for which nobody is proposed, or with which the record begins.

    Raises:
        ProposedFirst: the charter has a proposal come before the act.
    """
    if held.post is None or _begins_the_record(held):
        return
    verdict = _untaken(PROPOSAL_RULES.get(Role(held.post.role)), held.started_by.date)
    if verdict is not None:
        raise ProposedFirst(verdict=verdict, person=held.person.name, post=held.post.label)


def require_exit(held: Membership) -> None:
    """Let pass the end of whatever the charter asks no proposal and no statement for.

    Raises:
        LeavesBySteps: it asks one; recording an act is neither.
    """
    if not _is_seat_in_assembly(held) or held.ended_by is None:
        return
    own = held.ended_by.issuer == Issuer.MEMBER
    verdict = _untaken(EXIT_RULE if own else REMOVAL_RULE, held.ended_by.date)
    if verdict is not None:
        raise LeavesBySteps(verdict=verdict, person=held.person.name)


def _is_seat_in_assembly(held: Membership) -> bool:
    in_assembly = held.organization.classification == Classification.ASSEMBLY
    return held.post is None and in_assembly


def _begins_the_record(held: Membership) -> bool:
    """Whether all seats, or all holdings of such posts, are by this act, and the body never met."""
    body, role = held.organization, None if held.post is None else held.post.role
    alike = Membership.objects.filter(organization=body, post__role=role)
    if alike.exclude(started_by=held.started_by, start_date=held.start_date).exists():
        return False
    return not any(met(body=body) for met in has_met)


def _untaken(rule: str | None, on: date) -> Verdict | None:
    """The charter's no while no step is taken; None: it has no such rule, or asks nothing."""
    if rule is None or rule not in charter_pack().rules:
        return None
    facts = dict.fromkeys(charter_pack().rules_called(rule)[-1].facts, False)
    verdict = ask(rule, on=on, facts=facts)
    return None if verdict.met else verdict
