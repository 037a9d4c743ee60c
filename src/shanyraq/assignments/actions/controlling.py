"""What those who control execution do: accept, return, move a deadline, withdraw."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from shanyraq.assignments.actions._orders import DeadlinePassed
from shanyraq.assignments.actions._steps import acting, held, said, stored
from shanyraq.assignments.enums import Effect, State
from shanyraq.assignments.models import Assessment, Assignment, DeadlineChange, Report
from shanyraq.assignments.permissions import (
    ASSESSING,
    require_judge,
)
from shanyraq.charter.models import StoredVerdict
from shanyraq.charter.queries import may
from shanyraq.people.enums import Classification
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import Done, action
from shanyraq.platform.tasks import after_commit


class AlreadyAssessed(Refusal):
    """The report was answered before."""

    code = "already-assessed"
    message = _("This report has been answered already; the answer stands.")


class DeadlineUnchanged(Refusal):
    """A deadline is moved to where it stands."""

    code = "deadline-unchanged"
    status = 422
    message = _("This is the deadline as it stands.")
    remedy = _("Choose another day.")


@action(
    "assignments.accept",
    powers=(
        "ensure_activity_and_control_execution",
        "give_assignments_to_deputies",
        "lead_apparatus",
    ),
    local=("control_local_execution",),
)
def accept(*, occasion: Occasion, report: Report, effect: Effect, text: str) -> Done[Assessment]:
    """Accept a report: the assignment ends; what was achieved is assessed (R12.1, S4.3.A2).

    Raises:
        NotTheController: the law gives it to somebody else.
        OwnWork: the actor carries the assignment out.
        LawSilent: the law gives no answer.
        NotAPerson: the actor is not in the register.
        AssignmentOver: it was accepted or withdrawn.
        AlreadyAssessed: the report was answered before.
        NothingSaid: there is no assessment.
    """
    assessment = _assessed(report, occasion, effect=effect, text=text)
    found = assessment.report.assignment
    found.state, found.finished_on, found.effect = State.ACCEPTED, occasion.on, effect
    found.days_taken = (report.submitted_on - found.given_on).days
    found.on_time = None if report.deadline is None else not report.is_late
    found.save()
    return Done(
        assessment,
        facts=_facts(assessment),
        withheld={"text": assessment.text},
        verdicts=[assessment.power, *_effectiveness(found, occasion)],
    )


@action(
    "assignments.return_report",
    powers=(
        "ensure_activity_and_control_execution",
        "give_assignments_to_deputies",
        "lead_apparatus",
    ),
    local=("control_local_execution",),
)
def return_report(*, occasion: Occasion, report: Report, reason: str) -> Done[Assessment]:
    """Return a report with the reason: the executor goes on and reports again (R12.1).

    Raises:
        NotTheController: the law gives it to somebody else.
        OwnWork: the actor carries the assignment out.
        LawSilent: the law gives no answer.
        NotAPerson: the actor is not in the register.
        AssignmentOver: it was accepted or withdrawn.
        AlreadyAssessed: the report was answered before.
        NothingSaid: there is no reason.
    """
    assessment = _assessed(report, occasion, effect=None, text=reason)
    found = assessment.report.assignment
    found.state = State.RETURNED
    found.save(update_fields=["state"])
    after_commit("assignments.tell_executors", assignment=found.public_id)
    return Done(
        assessment,
        facts=_facts(assessment),
        withheld={"text": assessment.text},
        verdicts=[assessment.power],
    )


@action(
    "assignments.move_deadline",
    powers=(
        "ensure_activity_and_control_execution",
        "give_assignments_to_deputies",
        "lead_apparatus",
    ),
    local=("control_local_execution",),
)
def move_deadline(
    *, occasion: Occasion, assignment: Assignment, deadline: dt.date | None, reason: str
) -> Done[DeadlineChange]:
    """Move a deadline, or leave it open until it is instructed; the old one stays to be read.

    Raises:
        NotTheController: the law gives it to somebody else.
        OwnWork: the actor carries the assignment out.
        LawSilent: the law gives no answer.
        NotAPerson: the actor is not in the register.
        AssignmentOver: it was accepted or withdrawn.
        DeadlineUnchanged: it stands there already.
        DeadlinePassed: the new one lies before the day.
        NothingSaid: there is no reason.
    """
    power = require_judge(assignment, occasion)
    found = held(assignment)
    if deadline == found.deadline:
        raise DeadlineUnchanged
    if deadline is not None and deadline < occasion.on:
        raise DeadlinePassed(deadline=deadline)
    change = DeadlineChange.objects.create(
        assignment=found,
        before=found.deadline,
        after=deadline,
        reason=said(reason),
        moved_by=acting(occasion),
        moved_at=occasion.at,
    )
    found.deadline = deadline
    found.save(update_fields=["deadline"])
    facts = {
        "assignment": found.public_id,
        "before": change.before.isoformat() if change.before else None,
        "after": deadline.isoformat() if deadline else None,
    }
    return Done(change, facts=facts, withheld={"reason": change.reason}, verdicts=[stored(power)])


@action(
    "assignments.withdraw",
    powers=(
        "ensure_activity_and_control_execution",
        "give_assignments_to_deputies",
        "lead_apparatus",
    ),
    local=("control_local_execution",),
)
def withdraw(*, occasion: Occasion, assignment: Assignment, reason: str) -> Done[Assignment]:
    """Take an assignment back with a reason; it stays to be read.

    Raises:
        NotTheController: the law gives it to somebody else.
        LawSilent: the law gives no answer.
        OwnWork: the actor carries the assignment out.
        AssignmentOver: it was accepted or withdrawn.
        NothingSaid: there is no reason.
    """
    power = require_judge(assignment, occasion)
    found = held(assignment)
    found.withdrawal_reason = said(reason)
    found.state, found.finished_on = State.WITHDRAWN, occasion.on
    found.save(update_fields=["state", "finished_on", "withdrawal_reason"])
    return Done(
        found,
        facts={"state": found.state},
        withheld={"reason": found.withdrawal_reason},
        verdicts=[stored(power)],
    )


def _assessed(
    report: Report, occasion: Occasion, *, effect: Effect | None, text: str
) -> Assessment:
    power = require_judge(report.assignment, occasion)
    found = held(report.assignment)
    if Assessment.objects.filter(report=report).exists():
        raise AlreadyAssessed
    report.assignment = found
    return Assessment.objects.create(
        report=report,
        accepted=effect is not None,
        effect=effect or "",
        text=said(text),
        assessed_by=acting(occasion),
        assessed_at=occasion.at,
        power=stored(power),
    )


def _effectiveness(assignment: Assignment, occasion: Occasion) -> list[StoredVerdict]:
    """For a task that a Session set a state body: the law's words on control of effectiveness."""
    body = assignment.lead_body
    if body is None or body.classification != Classification.STATE_BODY:
        return []
    if assignment.body.classification != Classification.ASSEMBLY:
        return []
    return [stored(may(ASSESSING, actor=occasion.actor, on=occasion.on))]


def _facts(assessment: Assessment) -> dict[str, str | bool]:
    return {
        "assignment": assessment.report.assignment.public_id,
        "report": assessment.report.public_id,
        "accepted": assessment.accepted,
        "effect": str(assessment.effect),
    }
