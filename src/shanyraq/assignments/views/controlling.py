"""The pages of those who give and judge: the queue, giving, accepting, returning, deadlines."""

from functools import cached_property
from typing import Any, cast

from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from shanyraq.assignments.actions import (
    accept,
    assign,
    assign_to_apparatus,
    assign_to_deputy,
    move_deadline,
    return_report,
    withdraw,
)
from shanyraq.assignments.enums import Effect
from shanyraq.assignments.forms import (
    AcceptForm,
    ApparatusForm,
    DeadlineForm,
    DeputyForm,
    OrderForm,
    ReasonForm,
)
from shanyraq.assignments.forms.ordering import TaskForm
from shanyraq.assignments.models import Assessment, Assignment, DeadlineChange, Report
from shanyraq.assignments.permissions import (
    CONTROLLING,
    LEADING_APPARATUS,
    TELLING_DEPUTIES,
    Control,
    control_of_body,
    controls,
    require_control,
    require_judge,
)
from shanyraq.assignments.queries import (
    controlled_by,
    figures_of,
    listed,
    small_bodies_controlled,
    without_execution,
)
from shanyraq.assignments.views.executing import OneAssignment
from shanyraq.assignments.views.frame import TaskPage, page_of
from shanyraq.law import Verdict
from shanyraq.platform.models import Addressed
from shanyraq.platform.occasion import Occasion, occasion_of
from shanyraq.voting.models import Decision
from shanyraq.voting.queries import decision_of

#: Rows of each part of the queue; the register holds the rest.
FIRST = 20


@login_required
@require_safe
def control(request: HttpRequest) -> HttpResponse:
    """What waits for those who control execution: reports to answer, overdue work, new decisions.

    A small assembly's staff finds its own here and no other region's.

    Raises:
        NotTheController: the reader controls nothing.
    """
    occasion = occasion_of(request)
    small = small_bodies_controlled(occasion)
    ways = {
        "may_tell_deputies": controls(Control(TELLING_DEPUTIES), occasion),
        "may_tell_apparatus": controls(Control(LEADING_APPARATUS), occasion),
    }
    if not (small or any(ways.values())):
        require_control(Control(CONTROLLING), occasion)
    found = controlled_by(occasion)
    running = page_of(request, found.running().order_by("deadline", "pk"))
    waiting = found.reported().order_by("reported_on", "pk")
    late = found.overdue(occasion.on).order_by("deadline", "pk")
    context = {
        "on": occasion.on,
        "small": small,
        "figures": figures_of(found, occasion.on),
        "waiting": listed(waiting[:FIRST], occasion.on),
        "late": listed(late[:FIRST], occasion.on),
        "decisions": without_execution(occasion)[:FIRST],
        "page": running,
        "rows": listed(running.object_list, occasion.on),
        **ways,
    }
    return render(request, "assignments/control.html", context)


class OrderPage(TaskPage):
    """A page on which an assignment is given."""

    submit = gettext_lazy("Give the assignment")

    def form_arguments(self) -> dict[str, Any]:
        """Who may be named depends on the date."""
        return {"on": occasion_of(self.request).on}

    def done_url(self, result: object) -> str:
        """The assignment."""
        return reverse("assignments:assignment", args=[cast("Addressed", result).public_id])


class Assign(OrderPage):
    """Make an assignment of a decision."""

    form_class = OrderForm
    heading = gettext_lazy("New assignment")

    @cached_property
    def decision(self) -> Decision:
        """The decision of the address."""
        return decision_of(self.kwargs["public_id"])

    def admit(self, occasion: Occasion) -> Verdict:
        """Who controls the execution of the body's decisions."""
        return require_control(control_of_body(self.decision.vote.session.body), occasion)

    def about(self) -> tuple[str, str, str]:
        """The execution of the decision."""
        one = self.decision
        name = _("Decision No. {number}").format(number=one.number)
        return name, reverse("assignments:of-decision", args=[one.public_id]), one.title

    def act(self, form: Form, occasion: Occasion) -> Assignment:
        """Give it."""
        order = cast("TaskForm", form).order()
        return assign(occasion=occasion, decision=self.decision, order=order)


class _OwnOrder(OrderPage):
    """An assignment that somebody gives by the own power."""

    def about(self) -> tuple[str, str, str]:
        """The queue."""
        return str(_("Control of execution")), reverse("assignments:control"), ""


class TellDeputy(_OwnOrder):
    """The Chair gives a deputy a separate assignment."""

    form_class = DeputyForm
    heading = gettext_lazy("Separate assignment to a deputy")
    rule = "give_assignments_to_deputies"

    def admit(self, occasion: Occasion) -> Verdict:
        """The Chair."""
        return require_control(Control(TELLING_DEPUTIES), occasion)

    def act(self, form: Form, occasion: Occasion) -> Assignment:
        """Give it."""
        return assign_to_deputy(occasion=occasion, order=cast("TaskForm", form).order())


class TellApparatus(_OwnOrder):
    """A deputy gives the apparatus an assignment."""

    form_class = ApparatusForm
    heading = gettext_lazy("Assignment to the apparatus")
    rule = "lead_apparatus"

    def admit(self, occasion: Occasion) -> Verdict:
        """A deputy."""
        return require_control(Control(LEADING_APPARATUS), occasion)

    def act(self, form: Form, occasion: Occasion) -> Assignment:
        """Give it."""
        return assign_to_apparatus(occasion=occasion, order=cast("TaskForm", form).order())


class _JudgePage(OneAssignment, TaskPage):
    """A page for who judges the assignment of its address."""

    def admit(self, occasion: Occasion) -> Verdict:
        """Who judges it and does not carry it out."""
        return require_judge(self.assignment, occasion)


class _AnswerPage(_JudgePage):
    """A page about one report on the assignment."""

    @cached_property
    def report(self) -> Report:
        """The report of the address."""
        reports = Report.objects.select_related("assignment__body")
        return get_object_or_404(
            reports, assignment=self.assignment, public_id=self.kwargs["report"]
        )


class Accept(_AnswerPage):
    """Accept a report."""

    form_class = AcceptForm
    heading = gettext_lazy("Accept the report")
    submit = gettext_lazy("Accept")
    note = gettext_lazy("The assignment ends with this. Say what was achieved.")

    def act(self, form: Form, occasion: Occasion) -> Assessment:
        """Accept it."""
        data = form.cleaned_data
        return accept(
            occasion=occasion,
            report=self.report,
            effect=Effect(data["effect"]),
            text=data["text"],
        )


class Return(_AnswerPage):
    """Return a report."""

    form_class = ReasonForm
    heading = gettext_lazy("Return the report")
    submit = gettext_lazy("Return with this reason")
    note = gettext_lazy("The executor reads the reason, goes on and reports again.")

    def act(self, form: Form, occasion: Occasion) -> Assessment:
        """Return it."""
        reason = form.cleaned_data["reason"]
        return return_report(occasion=occasion, report=self.report, reason=reason)


class MoveDeadline(_JudgePage):
    """Move the deadline."""

    form_class = DeadlineForm
    heading = gettext_lazy("Move the deadline")
    submit = gettext_lazy("Move it")
    note = gettext_lazy("The old deadline and the reason stay to be read.")

    def initial_of(self) -> dict[str, Any]:
        """The deadline as it stands."""
        return {"deadline": self.assignment.deadline}

    def act(self, form: Form, occasion: Occasion) -> DeadlineChange:
        """Move it."""
        told = cast("DeadlineForm", form)
        return move_deadline(
            occasion=occasion,
            assignment=self.assignment,
            deadline=told.day,
            reason=told.cleaned_data["reason"],
        )


class Withdraw(_JudgePage):
    """Withdraw the assignment."""

    form_class = ReasonForm
    heading = gettext_lazy("Withdraw the assignment")
    submit = gettext_lazy("Withdraw it")
    note = gettext_lazy("It stays to be read, with the reason.")

    def act(self, form: Form, occasion: Occasion) -> Assignment:
        """Withdraw it."""
        reason = form.cleaned_data["reason"]
        return withdraw(occasion=occasion, assignment=self.assignment, reason=reason)
