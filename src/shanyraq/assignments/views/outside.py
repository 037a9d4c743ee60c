"""The pages of what goes outside: recommendations with answers, measures of the Government."""

from functools import cached_property
from typing import Any, cast

from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from shanyraq.assignments.actions import (
    enter_measure,
    record_answer,
    send_recommendation,
    update_measure,
)
from shanyraq.assignments.enums import MeasureKind
from shanyraq.assignments.forms import LetterForm, MeasureForm, ReplyForm, StepForm
from shanyraq.assignments.models import Answer, GovernmentMeasure, MeasureStep, Recommendation
from shanyraq.assignments.permissions import (
    CONTROLLING,
    Control,
    control_of_body,
    controls,
    recording_of_body,
    require_control,
)
from shanyraq.assignments.queries import (
    answer_of,
    measure_of,
    measures,
    measures_by_status,
    open_recommendations,
    recommendation_of,
    recommendations,
    step_of,
    told,
)
from shanyraq.assignments.views.frame import TaskPage, page_of, saved
from shanyraq.law import Verdict
from shanyraq.platform.occasion import Occasion, occasion_of
from shanyraq.voting.models import Decision
from shanyraq.voting.queries import decision_of


@require_safe
def list_of_recommendations(request: HttpRequest) -> HttpResponse:
    """Recommendations with their answers, or those that wait for one."""
    on, waits = occasion_of(request).on, request.GET.get("show") == "open"
    page = page_of(request, open_recommendations(on) if waits else recommendations())
    context = {
        "on": on,
        "waits": waits,
        "page": page,
        "rows": [told(one, on) for one in page.object_list],
        "waiting": open_recommendations(on).count(),
    }
    return render(request, "assignments/recommendations.html", context)


@require_safe
def recommendation(request: HttpRequest, public_id: str) -> HttpResponse:
    """One recommendation: the letter, the answers, how long it has waited."""
    occasion, one = occasion_of(request), recommendation_of(public_id)
    body = one.decision.vote.session.body
    context = {
        "on": occasion.on,
        "one": one,
        "row": told(one, occasion.on),
        "answers": one.answers.all(),
        "records": controls(recording_of_body(body), occasion),
    }
    return render(request, "assignments/recommendation.html", context)


@require_safe
def letter(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """The letter of a recommendation as a file."""
    del request
    one = recommendation_of(public_id)
    return saved(one, f"{one.number} {one.sent_on.isoformat()}")


@require_safe
def answer_file(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """An answer as a file."""
    del request
    one = answer_of(public_id)
    return saved(one, f"{one.number} {one.answered_on.isoformat()}".strip())


class Send(TaskPage):
    """Send a recommendation on a decision."""

    form_class = LetterForm
    heading = gettext_lazy("Send a recommendation")
    submit = gettext_lazy("Record that it was sent")
    rule = "legal_effect"
    note = gettext_lazy(
        "The letter and its answers are public. The law sets the addressee no deadline."
    )

    @cached_property
    def decision(self) -> Decision:
        """The decision of the address."""
        return decision_of(self.kwargs["public_id"])

    def form_arguments(self) -> dict[str, Any]:
        """Which organisations there are depends on the date."""
        return {"on": occasion_of(self.request).on}

    def initial_of(self) -> dict[str, Any]:
        """The decision's own words are what is recommended, to begin with."""
        one = self.decision
        texts = {
            f"text_{code}": getattr(one, f"text_{code}") or getattr(one, f"title_{code}")
            for code in ("kk", "ru", "en")
        }
        return texts | {"kind": "recommendation", "sent_on": occasion_of(self.request).on}

    def admit(self, occasion: Occasion) -> Verdict:
        """Who controls the execution of the body's decisions."""
        return require_control(control_of_body(self.decision.vote.session.body), occasion)

    def about(self) -> tuple[str, str, str]:
        """The execution of the decision."""
        one = self.decision
        name = _("Decision No. {number}").format(number=one.number)
        return name, reverse("assignments:of-decision", args=[one.public_id]), one.title

    def act(self, form: Form, occasion: Occasion) -> Recommendation:
        """Record it."""
        given = cast("LetterForm", form)
        return send_recommendation(
            occasion=occasion,
            decision=self.decision,
            letter=given.letter(),
            file=given.upload,
        )


class RecordAnswer(TaskPage):
    """Record the answer to a recommendation."""

    form_class = ReplyForm
    heading = gettext_lazy("Record the answer")
    submit = gettext_lazy("Record it")
    note = gettext_lazy("An answer stays; a later one is recorded beside it.")

    @cached_property
    def recommendation(self) -> Recommendation:
        """The recommendation of the address."""
        return recommendation_of(self.kwargs["public_id"])

    def admit(self, occasion: Occasion) -> Verdict:
        """Who records answers."""
        body = self.recommendation.decision.vote.session.body
        return require_control(recording_of_body(body), occasion)

    def about(self) -> tuple[str, str, str]:
        """The recommendation."""
        one = self.recommendation
        name = _("Letter No. {number}").format(number=one.number)
        return name, reverse("assignments:recommendation", args=[one.public_id]), one.text

    def act(self, form: Form, occasion: Occasion) -> Answer:
        """Record it."""
        given = cast("ReplyForm", form)
        return record_answer(
            occasion=occasion,
            recommendation=self.recommendation,
            reply=given.reply(),
            file=given.upload,
        )


@require_safe
def list_of_measures(request: HttpRequest) -> HttpResponse:
    """What the Government was told to do under the Decree, and how far it is."""
    chosen = request.GET.get("kind", "")
    kind = MeasureKind(chosen) if chosen in MeasureKind.values else None
    context = {
        "kinds": MeasureKind.choices,
        "kind": kind,
        "page": page_of(request, measures(kind)),
        "statuses": measures_by_status(),
        "keeps": controls(Control(CONTROLLING), occasion_of(request)),
    }
    return render(request, "assignments/measures.html", context)


@require_safe
def measure(request: HttpRequest, public_id: str) -> HttpResponse:
    """One measure with every step and its source."""
    one = measure_of(public_id)
    context = {
        "one": one,
        "steps": one.steps.all(),
        "keeps": controls(Control(CONTROLLING), occasion_of(request)),
    }
    return render(request, "assignments/measure.html", context)


@require_safe
def step_file(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """The source document of a step as a file."""
    del request
    one = step_of(public_id)
    return saved(one, one.source)


class _KeeperPage(TaskPage):
    """A page for who keeps the register of measures."""

    rule = "ensure_activity_and_control_execution"

    def admit(self, occasion: Occasion) -> Verdict:
        """The Working Organ."""
        return require_control(Control(CONTROLLING), occasion)


class EnterMeasure(_KeeperPage):
    """Enter a measure."""

    form_class = MeasureForm
    heading = gettext_lazy("New implementing measure")
    submit = gettext_lazy("Enter it")
    note = gettext_lazy("No deadline is set: the task stays open until it is carried out.")

    def form_arguments(self) -> dict[str, Any]:
        """Which organisations there are depends on the date."""
        return {"on": occasion_of(self.request).on}

    def about(self) -> tuple[str, str, str]:
        """The register."""
        return str(_("Implementing measures")), reverse("assignments:measures"), ""

    def act(self, form: Form, occasion: Occasion) -> GovernmentMeasure:
        """Enter it."""
        given = cast("MeasureForm", form)
        return enter_measure(
            occasion=occasion,
            measure=given.measure(),
            source=given.cleaned_data["source"],
            file=given.upload,
        )


class UpdateMeasure(_KeeperPage):
    """Record how far a measure is."""

    form_class = StepForm
    heading = gettext_lazy("How far it is")
    submit = gettext_lazy("Record it")

    @cached_property
    def measure(self) -> GovernmentMeasure:
        """The measure of the address."""
        return measure_of(self.kwargs["public_id"])

    def initial_of(self) -> dict[str, Any]:
        """The status as it stands."""
        return {"status": self.measure.status}

    def about(self) -> tuple[str, str, str]:
        """The measure."""
        one = self.measure
        return one.title, reverse("assignments:measure", args=[one.public_id]), ""

    def act(self, form: Form, occasion: Occasion) -> MeasureStep:
        """Record it."""
        given = cast("StepForm", form)
        return update_measure(
            occasion=occasion, measure=self.measure, step=given.step(), file=given.upload
        )
