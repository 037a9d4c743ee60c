"""Who gives, controls and carries out assignments; who sees them named.

The charter gives the control of a decision's execution to the Working Organ (R12.1), of a small
assembly's own decisions to its secretariat and chair (R19.1), of separate assignments to the Chair
(R23.4), of the apparatus to the deputies (R23.2, reading A29). Nobody accepts his own work.
"""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from shanyraq.assignments.enums import Ground
from shanyraq.assignments.models import Assignment
from shanyraq.bodies.models import Membership
from shanyraq.charter.queries import may
from shanyraq.law import Verdict
from shanyraq.people.enums import Classification
from shanyraq.people.models import Organization
from shanyraq.platform.occasion import Actor, Occasion
from shanyraq.platform.refusals import NotAllowed
from shanyraq.sittings.permissions import require_met

#: To organise and control the execution of decisions (R12.1).
CONTROLLING = "ensure_activity_and_control_execution"
#: The same within a small assembly's own region (R19.1).
CONTROLLING_LOCALLY = "control_local_execution"
#: To assess how effectively state bodies carry out what Sessions set (S4.3.A2).
ASSESSING = "control_effectiveness_of_state_bodies_on_session_tasks"
#: To give the deputies separate assignments (R23.4), and the deputies' duty to do them.
TELLING_DEPUTIES = "give_assignments_to_deputies"
BEING_TOLD = "execute_chair_assignments"
#: To lead the Assembly's apparatus (R23.2).
LEADING_APPARATUS = "lead_apparatus"
#: The duty of members to carry out assignments in good faith (R21.5).
DUTY = "execute_assignments_in_good_faith"
#: To record what somebody outside answered (R12.1).
RECORDING_ANSWERS = "record_outside_answer"

#: Bodies that are the Assembly's apparatus (A29).
APPARATUS = (Classification.WORKING_ORGAN, Classification.SECRETARIAT)


class NotTheController(NotAllowed):
    """The charter gives the control of this assignment to somebody else."""

    code = "not-the-controller"
    message = _("Giving this assignment and judging its execution belong to somebody else.")
    remedy = _("The clause names who may: that person signs in and does it.")


class NotTheExecutor(NotAllowed):
    """The assignment is somebody else's to carry out."""

    code = "not-the-executor"
    message = _("Only an executor of this assignment may do this.")
    remedy = _("Send what you know to the lead executor named in the assignment.")


class OwnWork(NotAllowed):
    """Somebody who carries an assignment out wants to judge it."""

    code = "own-work"
    message = _("Nobody accepts or returns a report on an assignment that is his own to carry out.")
    remedy = _("Ask somebody else who controls the execution.")


@dataclass(frozen=True, slots=True)
class Control:
    """A power over assignments, and in which bodies it has to be held; None: in whichever."""

    power: str
    within: frozenset[str] | None = None

    def asked(self, occasion: Occasion) -> Verdict:
        """The law's answer on the actor's having it."""
        return may(self.power, actor=occasion.actor, on=occasion.on, within=self.within)


def control_of_body(body: Organization) -> Control:
    """The power over what rests on the decisions of a body: its own for a small assembly."""
    if body.classification == Classification.SMALL_ASSEMBLY:
        return Control(CONTROLLING_LOCALLY, near(body))
    return Control(CONTROLLING)


def recording_of_body(body: Organization) -> Control:
    """The power to record what was answered to a body: its own for a small assembly."""
    control = control_of_body(body)
    return control if control.within else Control(RECORDING_ANSWERS)


def control_of(assignment: Assignment) -> Control:
    """The power over an assignment; of what the Working Organ itself does, the deputies' (A29)."""
    if assignment.ground == Ground.CHAIR:
        return Control(TELLING_DEPUTIES)
    if assignment.ground == Ground.DEPUTY or _is_of_working_organ(assignment):
        return Control(LEADING_APPARATUS)
    return control_of_body(assignment.body)


def near(body: Organization) -> frozenset[str]:
    """A small assembly and its secretariat, by public identifier."""
    below = Organization.objects.filter(parent=body, classification=Classification.SECRETARIAT)
    return frozenset({body.public_id, *below.values_list("public_id", flat=True)})


def require_control(control: Control, occasion: Occasion) -> Verdict:
    """Let pass who gives and judges such assignments.

    Raises:
        NotTheController: the law gives it to somebody else.
        LawSilent: the law gives no answer.
    """
    return require_met(control.asked(occasion), NotTheController)


def require_judge(assignment: Assignment, occasion: Occasion) -> Verdict:
    """Let pass who judges an assignment and does not carry it out.

    Raises:
        OwnWork: the actor is among its executors.
        NotTheController: the law gives it to somebody else.
        LawSilent: the law gives no answer.
    """
    verdict = require_control(control_of(assignment), occasion)
    if is_executor(assignment, occasion):
        raise OwnWork(verdict=verdict)
    return verdict


def require_executor(assignment: Assignment, occasion: Occasion) -> None:
    """Let pass who carries an assignment out.

    Raises:
        NotTheExecutor: the actor does not.
    """
    if not is_executor(assignment, occasion):
        raise NotTheExecutor


def controls(control: Control, occasion: Occasion) -> bool:
    """Whether to show somebody the way to giving and judging."""
    return control.asked(occasion).met


def is_executor(assignment: Assignment, occasion: Occasion) -> bool:
    """Whether the actor carries an assignment out, in person or in an organisation named in it."""
    actor = occasion.actor.public_id
    persons = {assignment.lead_person, *(one.person for one in assignment.co_executors.all())}
    if any(one is not None and one.public_id == actor for one in persons):
        return True
    bodies = {assignment.lead_body_id, *(one.body_id for one in assignment.co_executors.all())}
    return bool(bodies & bodies_served(occasion.actor, occasion.on))


def bodies_served(actor: Actor, on: dt.date) -> set[int | None]:
    """Keys of the organisations in which the actor holds a post or on whose behalf he sits."""
    held = Membership.objects.filter(person__public_id=actor.public_id).on(on)
    own = held.filter(post__isnull=False).values_list("organization", flat=True)
    sent = held.filter(on_behalf_of__isnull=False).values_list("on_behalf_of", flat=True)
    return {*own, *sent}


def may_read(assignment: Assignment, occasion: Occasion) -> bool:
    """Whether somebody sees an assignment with its executors, reports and evidence."""
    if is_executor(assignment, occasion) or controls(control_of(assignment), occasion):
        return True
    return any(controls(one, occasion) for one in overseers(assignment))


def overseers(assignment: Assignment) -> Collection[Control]:
    """Who reads an assignment without controlling it: those who lead, never another region."""
    if assignment.ground == Ground.CHAIR:
        return ()
    return (Control(CONTROLLING), Control(LEADING_APPARATUS), Control(TELLING_DEPUTIES))


def _is_of_working_organ(assignment: Assignment) -> bool:
    kinds = {one.body.classification for one in assignment.co_executors.all() if one.body}
    if assignment.lead_body is not None:
        kinds.add(assignment.lead_body.classification)
    return Classification.WORKING_ORGAN in kinds
