"""What executors do: take an assignment up, note its progress, report on it with evidence."""

from collections.abc import Sequence

from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from shanyraq.assignments.actions._steps import Taken, acting, held, said, taken
from shanyraq.assignments.enums import State
from shanyraq.assignments.models import Assignment, Evidence, ProgressNote, Report
from shanyraq.assignments.permissions import (
    NotTheExecutor,
    control_of,
    controls,
    is_executor,
    require_executor,
)
from shanyraq.people.models import Organization
from shanyraq.platform.journal import Json
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import CONCERNED, Done, action

LONGEST_NAME = 255


class AlreadyTakenUp(Refusal):
    """An executor has said before that the assignment is taken up."""

    code = "already-taken-up"
    message = _("The assignment has been taken up already.")


class ReportWaiting(Refusal):
    """A report lies before those who accept it."""

    code = "report-waiting"
    message = _("A report of {submitted} is waiting to be accepted.")
    remedy = _("Wait for the answer; a report that was returned can be followed by another.")


@action("assignments.take_up", powers=(CONCERNED,))
def take_up(*, occasion: Occasion, assignment: Assignment) -> Done[Assignment]:
    """Say that an assignment has been read and is being carried out (R21.5).

    Raises:
        NotTheExecutor: the assignment is somebody else's.
        AssignmentOver: it was accepted or withdrawn.
        AlreadyTakenUp: somebody said so before.
    """
    require_executor(assignment, occasion)
    found = held(assignment)
    if found.state != State.GIVEN:
        raise AlreadyTakenUp
    found.state = State.TAKEN_UP
    found.save(update_fields=["state"])
    return Done(found, facts={"state": found.state})


@action("assignments.note_progress", powers=(CONCERNED,))
def note_progress(*, occasion: Occasion, assignment: Assignment, text: str) -> Done[ProgressNote]:
    """Say how the work goes; a note stays.

    Raises:
        NotTheExecutor: the assignment is somebody else's.
        NotAPerson: the actor is not in the register.
        AssignmentOver: it was accepted or withdrawn.
        NothingSaid: there are no words in it.
    """
    require_executor(assignment, occasion)
    found = held(assignment)
    note = ProgressNote.objects.create(
        assignment=found, author=acting(occasion), text=said(text), noted_at=occasion.at
    )
    return Done(note, facts={"assignment": found.public_id}, withheld={"text": note.text})


@action("assignments.report", powers=(CONCERNED,))
def report(
    *, occasion: Occasion, assignment: Assignment, text: str, files: Sequence[File[bytes]] = ()
) -> Done[Report]:
    """Report what was done, with evidence: PDF, DOCX, ODT or PNG by content.

    Whoever controls the execution may enter the report of an organisation that has no account
    here; the record says so.

    Raises:
        NotTheExecutor: the actor neither carries it out nor enters it for a lead organisation.
        NotAPerson: the actor is not in the register.
        AssignmentOver: it was accepted or withdrawn.
        ReportWaiting: an earlier report has not been answered.
        NothingSaid: there are no words in it.
        PaperTooLarge: a file is too large.
        PaperUnreadable: a file is of no kind accepted.
    """
    entered_for = _entered_for(assignment, occasion)
    found = held(assignment)
    if found.state == State.REPORTED:
        raise ReportWaiting(submitted=found.reported_on)
    made = Report.objects.create(
        assignment=found,
        cycle=found.reports.count() + 1,
        author=acting(occasion),
        entered_for=entered_for,
        text=said(text),
        deadline=found.deadline,
        submitted_on=occasion.on,
        submitted_at=occasion.at,
    )
    hashes = [_keep(made, taken(file), file.name or "") for file in files]
    found.state, found.reported_on = State.REPORTED, occasion.on
    found.save(update_fields=["state", "reported_on"])
    facts: dict[str, Json] = {
        "assignment": found.public_id,
        "cycle": made.cycle,
        "entered_for": entered_for.public_id if entered_for else None,
        "evidence": hashes,
    }
    return Done(made, facts=facts, withheld={"text": made.text})


def _entered_for(assignment: Assignment, occasion: Occasion) -> Organization | None:
    """For whom the report is entered; None: the executor's own.

    Raises:
        NotTheExecutor: the actor is neither.
    """
    if is_executor(assignment, occasion):
        return None
    if assignment.lead_body is not None and controls(control_of(assignment), occasion):
        return assignment.lead_body
    raise NotTheExecutor


def _keep(report: Report, file: Taken, name: str) -> str:
    """Keep a file under a name of its own; its hash is what the journal tells."""
    told = name.replace("\\", "/").rpartition("/")[2][-LONGEST_NAME:]
    evidence = Evidence(report=report, name=told or f"1.{file.ending}", **file.columns)
    evidence.file.save(f"{evidence.public_id}.{file.ending}", file.file, save=False)
    evidence.save()
    return evidence.sha256
