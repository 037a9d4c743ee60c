"""Who may do what about comings and goings, and who reads what is under way.

Every power is the charter's: the actions ask by the names below and never look at a post.
"""

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.queries.scope import own_bodies
from shanyraq.charter.queries import may
from shanyraq.law import Verdict
from shanyraq.membership.enums import CandidatureState
from shanyraq.membership.models import Candidature, RemovalCase
from shanyraq.people.models import Organization
from shanyraq.platform.authority import posts_of
from shanyraq.platform.occasion import SYSTEM, Actor, Occasion
from shanyraq.platform.refusals import NotAllowed
from shanyraq.sittings.permissions import IN_PERSON, NotYours, require_met

#: To take in what nominates a candidate (R12.1, R19.1).
RECORDING_NOMINATION = "record_nomination"
#: To submit a candidature for approval, and to approve, reject or include alone (R14.2).
SUBMITTING = "submit_membership_candidates"
APPROVING = "approve_or_reject_membership"
INCLUDING = "include_other_person"
#: To nominate from a public association and from a state body (R14.1b, A22).
NOMINATING_ASSOCIATION = "nominate_from_public_association"
NOMINATING_STATE_BODY = "nominate_state_body_representative"
#: To propose a removal, and to remove (R15.0).
PROPOSING_REMOVAL = "propose_removal"
REMOVING = "remove_member"
#: To leave (R20.3).
LEAVING = "leave"
#: To appoint the deputies of the Chair (R7.4).
APPOINTING_DEPUTIES = "appoint_deputy_chairs"
#: To form a small assembly (R18, A44).
FORMING_LOCALLY = "form_small_assembly"
#: To keep the record of every body (R12.1).
KEEPING = "keep_roll"
#: To vote in the Council: its members consider what is put before them (R14.2a).
VOTING_IN_COUNCIL = "vote_in_council"
#: To prepare the meetings of the Council and of a small assembly (R12.1, R19.1).
PREPARING_COUNCIL = "prepare_council_meeting"
PREPARING_LOCALLY = "prepare_small_assembly_meeting"

#: Whose holders read every candidature and every removal case.
READING = (APPROVING, SUBMITTING, KEEPING)
#: States in which a candidature is before the Council or beyond it.
BEFORE_COUNCIL = (
    CandidatureState.NOMINATED,
    CandidatureState.CONSIDERED,
    CandidatureState.SUBMITTED,
    CandidatureState.APPROVED,
)
SMALL_ASSEMBLY_MEMBER = "small_assembly_member"


class NotTheMember(NotAllowed):
    """Only the member in person may say this."""

    code = "not-the-member"
    message = _("Only {person} may do this, signed in.")


class NotTheCandidate(NotAllowed):
    """Only the candidate withdraws the candidature."""

    code = "not-the-candidate"
    message = _("Only the candidate may withdraw the candidature.")


class NotConcerned(NotAllowed):
    """What is under way is read by those concerned."""

    code = "not-concerned"
    message = _(
        "This is read by the person concerned, the Chair, the deputies, {working_organ} and "
        "whoever proposed."
    )
    remedy = _("Once a membership is approved, its way is public on the person's page.")


def require(power: str, occasion: Occasion, *, body: Organization | None = None) -> Verdict:
    """Let the holder of a power pass; with a body, by a post held in it or in its secretariat.

    Raises:
        NotYours: the power is another's.
        LawSilent: the law gives no answer.
    """
    within = None if body is None else near(body)
    verdict = may(power, actor=occasion.actor, on=occasion.on, within=within)
    return require_met(verdict, NotYours)


def holds(power: str, occasion: Occasion, *, body: Organization | None = None) -> bool:
    """Whether to show somebody the way to an act."""
    within = None if body is None else near(body)
    return may(power, actor=occasion.actor, on=occasion.on, within=within).met


def near(body: Organization) -> set[str]:
    """Public identifiers of a body and of those below it, such as its secretariat."""
    return {body.public_id, *body.children.values_list("public_id", flat=True)}


def takes_nominations(occasion: Occasion, body: Organization) -> Verdict:
    """Let pass who takes in nominations for a small assembly: the Working Organ, or its own staff.

    Raises:
        NotYours: the actor is neither.
        LawSilent: the law gives no answer.
    """
    if holds(KEEPING, occasion):
        return require(RECORDING_NOMINATION, occasion)
    return require(RECORDING_NOMINATION, occasion, body=body)


def in_person(power: str, occasion: Occasion) -> Verdict:
    """Let the holder of a power pass, signed in.

    Raises:
        NotYours: the power is another's, or has to be used in person.
        LawSilent: the law gives no answer.
    """
    verdict = require(power, occasion)
    if verdict.value != IN_PERSON:
        raise NotYours(verdict=verdict)
    return verdict


def reads_all(actor: Actor, on: date) -> bool:
    """Whether somebody reads every candidature and every removal case."""
    return actor == SYSTEM or any(may(power, actor=actor, on=on).met for power in READING)


def reading_bodies(actor: Actor, on: date) -> frozenset[str]:
    """The small assemblies whose candidatures somebody reads: as its member, chair or staff."""
    seats = {one.body for one in posts_of(actor, on) if one.post == SMALL_ASSEMBLY_MEMBER}
    return own_bodies(actor, on) | seats


def considers(actor: Actor, on: date) -> bool:
    """Whether somebody reads what is put before the Council, as its member."""
    return may(VOTING_IN_COUNCIL, actor=actor, on=on).met


def may_read(candidature: Candidature, occasion: Occasion) -> bool:
    """Whether somebody reads a candidature under way."""
    actor, on = occasion.actor, occasion.on
    if candidature.person.actor == actor or reads_all(actor, on):
        return True
    if candidature.state in BEFORE_COUNCIL and considers(actor, on):
        return True
    return _is_near(candidature.small_assembly, reading_bodies(actor, on))


def may_read_case(case: RemovalCase, occasion: Occasion) -> bool:
    """Whether somebody reads a removal case."""
    actor, on = occasion.actor, occasion.on
    if actor in {case.seat.person.actor, case.proposed_by.actor} or reads_all(actor, on):
        return True
    return _is_near(case.small_assembly, own_bodies(actor, on))


def require_reader(allowed: object) -> None:
    """Let pass who may read.

    Raises:
        NotConcerned: the actor is not concerned.
    """
    if not allowed:
        raise NotConcerned


def _is_near(body: Organization | None, bodies: Collection[str]) -> bool:
    return body is not None and body.public_id in bodies
