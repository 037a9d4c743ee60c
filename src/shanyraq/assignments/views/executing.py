"""The pages of those who carry out: one's own assignments, one assignment, the report."""

from functools import cached_property
from typing import Any, cast

from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from shanyraq.assignments.actions import note_progress, report, take_up
from shanyraq.assignments.enums import Ground, State
from shanyraq.assignments.forms import NoteForm, ReportForm
from shanyraq.assignments.models import Assignment, ProgressNote, Report
from shanyraq.assignments.permissions import (
    NotTheExecutor,
    control_of,
    controls,
    is_executor,
    may_read,
    require_executor,
)
from shanyraq.assignments.queries import (
    assignment_of,
    assignments_of,
    evidence_of,
    figures_of,
    listed,
    reports_of,
    waiting_report,
)
from shanyraq.assignments.views.frame import TaskPage, page_of, saved
from shanyraq.platform.occasion import Occasion, occasion_of
from shanyraq.platform.pages import ActView


@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """The reader's own assignments, what is due first; then what is over."""
    occasion = occasion_of(request)
    found = assignments_of(occasion.actor, occasion.on)
    running = page_of(request, found.running())
    context = {
        "on": occasion.on,
        "figures": figures_of(found, occasion.on),
        "page": running,
        "rows": listed(running.object_list, occasion.on),
        "waiting": listed(found.reported()[:20], occasion.on),
        "done": listed(found.finished().order_by("-finished_on", "-pk")[:20], occasion.on),
    }
    return render(request, "assignments/mine.html", context)


@require_safe
def assignment(request: HttpRequest, public_id: str) -> HttpResponse:
    """One assignment: everybody reads what was published, insiders who does what and how.

    Raises:
        Http404: it is internal, and the reader is none of those it concerns.
    """
    occasion, one = occasion_of(request), assignment_of(public_id)
    inside = may_read(one, occasion)
    if one.ground != Ground.DECISION and not inside:
        raise Http404
    context = {
        "on": occasion.on,
        "one": one,
        "row": listed([one], occasion.on)[0],
        "inside": inside,
        "changes": one.deadline_changes.select_related("moved_by"),
        "notes": one.notes.select_related("author") if inside else [],
        "reports": reports_of(one) if inside else [],
        **_ways(one, occasion),
    }
    return render(request, "assignments/assignment.html", context)


def _ways(one: Assignment, occasion: Occasion) -> dict[str, Any]:
    """Which acts to show somebody the way to."""
    carries, judges = is_executor(one, occasion), controls(control_of(one), occasion)
    running, waiting = one.is_running, waiting_report(one)
    return {
        "may_take_up": carries and one.state == State.GIVEN,
        "may_note": carries and not one.is_over,
        "may_report": running and (carries or (judges and one.lead_body is not None)),
        "enters": judges and not carries,
        "may_change": judges and not carries and not one.is_over,
        "waiting": waiting,
        "may_judge": judges and not carries and waiting is not None,
        "own_work": judges and carries and waiting is not None,
    }


@require_safe
def evidence(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """A piece of evidence, for those who read the whole assignment.

    Raises:
        Http404: there is none, or the reader is none of them.
    """
    one = evidence_of(public_id)
    whole = assignment_of(one.report.assignment.public_id)
    if not may_read(whole, occasion_of(request)):
        raise Http404
    return saved(one, one.name.rpartition(".")[0] or one.name)


class OneAssignment:
    """A page about the assignment named in its address."""

    kwargs: dict[str, Any]

    @cached_property
    def assignment(self) -> Assignment:
        """The assignment of the address."""
        return assignment_of(self.kwargs["public_id"])

    def about(self) -> tuple[str, str, str]:
        """The assignment."""
        one = self.assignment
        name = _("Assignment No. {number}").format(number=one.number)
        return name, reverse("assignments:assignment", args=[one.public_id]), one.text


class TakeUp(OneAssignment, ActView):
    """Take the assignment up."""

    def act(self, occasion: Occasion) -> Assignment:
        """Say so."""
        return take_up(occasion=occasion, assignment=self.assignment)

    def done_url(self, result: object) -> str:
        """The assignment."""
        del result
        return self.about()[1]


class AddNote(OneAssignment, TaskPage):
    """Note how the work goes."""

    form_class = NoteForm
    heading = gettext_lazy("Progress")
    submit = gettext_lazy("Add the note")
    rule = "execute_assignments_in_good_faith"
    note = gettext_lazy("A note stays; those who control the execution read it.")

    def admit(self, occasion: Occasion) -> None:
        """An executor."""
        require_executor(self.assignment, occasion)

    def act(self, form: Form, occasion: Occasion) -> ProgressNote:
        """Add it."""
        text = form.cleaned_data["text"]
        return note_progress(occasion=occasion, assignment=self.assignment, text=text)


class SendReport(OneAssignment, TaskPage):
    """Report on the assignment, or enter the report of a body without an account."""

    form_class = ReportForm
    heading = gettext_lazy("Report")
    submit = gettext_lazy("Send the report")
    rule = "execute_assignments_in_good_faith"
    note = gettext_lazy(
        "A report and its files stay. Whoever controls the execution accepts it or returns it with "
        "a reason; after a return you report again."
    )

    def admit(self, occasion: Occasion) -> None:
        """An executor, or who enters the report of a lead organisation.

        Raises:
            NotTheExecutor: the reader is neither.
        """
        one = self.assignment
        enters = one.lead_body is not None and controls(control_of(one), occasion)
        if not (enters or is_executor(one, occasion)):
            raise NotTheExecutor

    def act(self, form: Form, occasion: Occasion) -> Report:
        """Send it."""
        told = cast("ReportForm", form)
        return report(
            occasion=occasion,
            assignment=self.assignment,
            text=told.cleaned_data["text"],
            files=told.uploads,
        )
