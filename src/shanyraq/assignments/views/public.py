"""What everybody may see: figures, the register without names, efficiency of bodies, a decision."""

import csv

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from shanyraq.assignments.enums import State
from shanyraq.assignments.forms import EfficiencyForm, RegisterForm
from shanyraq.assignments.models import Assignment, AssignmentQuerySet
from shanyraq.assignments.permissions import control_of_body, controls
from shanyraq.assignments.queries import (
    assignments_of,
    controlled_by,
    decisions_controlled,
    efficiency_by_body,
    figures_of,
    grouped,
    listed,
    measures,
    of_decision,
    open_recommendations,
    sent_on_decision,
    years_held,
)
from shanyraq.assignments.views.frame import page_of
from shanyraq.people.models import Area, Organization
from shanyraq.platform import clock
from shanyraq.platform.documents import cell
from shanyraq.platform.occasion import Occasion, occasion_of
from shanyraq.voting.queries import decision_of


class Names:
    """Words of the register in the reader's language, each looked up once for a whole file."""

    def __init__(self) -> None:
        self._bodies = {one.pk: cell(one.name) for one in Organization.objects.all()}
        self._areas = {one.pk: cell(one.name) for one in Area.objects.all()}
        self._states = {one.value: str(one.label) for one in State}
        self.person, self.yes, self.no = _("A person"), _("yes"), _("no")

    def body(self, key: int | None) -> str:
        """Name of a body; nothing for none."""
        return self._bodies[key] if key else ""

    def area(self, key: int | None) -> str:
        """Name of a region; nothing for none."""
        return self._areas[key] if key else ""

    def state(self, state: str) -> str:
        """What a state is called."""
        return self._states[state]


def _asked(form: RegisterForm, occasion: Occasion) -> AssignmentQuerySet:
    """The published assignments that were asked for."""
    form.is_valid()
    return form.narrow(Assignment.objects.public(), occasion.on)


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """How execution stands today: figures by executor, region, Session or body."""
    occasion = occasion_of(request)
    form = RegisterForm(request.GET)
    found = _asked(form, occasion)
    groups = grouped(found, form.grouping, occasion.on)
    context = {
        "on": occasion.on,
        "form": form,
        "grouping": form.grouping,
        "figures": figures_of(found, occasion.on),
        "page": page_of(request, groups),
        "waiting": open_recommendations(occasion.on).count(),
        "measures": measures().count(),
        "has_own": assignments_of(occasion.actor, occasion.on).exists(),
        "controls": decisions_controlled(occasion).exists() or controlled_by(occasion).exists(),
    }
    return render(request, "assignments/index.html", context)


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """Every published assignment; persons are not named."""
    occasion = occasion_of(request)
    form = RegisterForm(request.GET)
    page = page_of(request, _asked(form, occasion).with_names())
    context = {
        "on": occasion.on,
        "form": form,
        "page": page,
        "rows": listed(page.object_list, occasion.on),
    }
    return render(request, "assignments/register.html", context)


@require_safe
def register_csv(request: HttpRequest) -> HttpResponse:
    """The same as a file of comma-separated values in the reader's language."""
    occasion = occasion_of(request)
    found = _asked(RegisterForm(request.GET), occasion)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="assignments.csv"'
    rows = csv.writer(response)
    rows.writerow(
        [
            _("Number"),
            _("Decision"),
            _("Body that decided"),
            _("Region"),
            _("Assignment"),
            _("Lead executor"),
            _("Given on"),
            _("Deadline"),
            _("State"),
            _("Overdue"),
            _("Last report on"),
            _("Accepted or withdrawn on"),
        ]
    )
    names = Names()
    for one in found.iterator(chunk_size=1000):
        rows.writerow(_cells(one, names, occasion))
    return response


def _cells(one: Assignment, names: Names, occasion: Occasion) -> list[str]:
    dates = (one.given_on, one.deadline, one.reported_on, one.finished_on)
    given, deadline, reported, finished = (date.isoformat() if date else "" for date in dates)
    return [
        one.number,
        one.number.rpartition("-")[0],
        names.body(one.body_id),
        names.area(one.area_id),
        cell(one.text),
        names.body(one.lead_body_id) or names.person,
        given,
        deadline,
        names.state(one.state),
        names.yes if one.is_overdue(occasion.on) else names.no,
        reported,
        finished,
    ]


@require_safe
def efficiency(request: HttpRequest) -> HttpResponse:
    """Attendance, time to execution, punctuality: body by body, year by year."""
    years = years_held()
    form = EfficiencyForm(request.GET, years=years)
    scope = form.scope(years[0] if years else None)
    rows = efficiency_by_body(clock.today(), scope)
    context = {"form": form, "scope": scope, "page": page_of(request, rows)}
    return render(request, "assignments/efficiency.html", context)


@require_safe
def of_one_decision(request: HttpRequest, public_id: str) -> HttpResponse:
    """What a decision was made into: assignments, recommendations, answers."""
    occasion, decision = occasion_of(request), decision_of(public_id)
    organises = controls(control_of_body(decision.vote.session.body), occasion)
    found = of_decision(decision)
    page = page_of(request, found)
    context = {
        "on": occasion.on,
        "decision": decision,
        "organises": organises,
        "figures": figures_of(found, occasion.on),
        "page": page,
        "rows": listed(page.object_list, occasion.on),
        "sent": sent_on_decision(decision, occasion.on),
    }
    return render(request, "assignments/decision.html", context)
