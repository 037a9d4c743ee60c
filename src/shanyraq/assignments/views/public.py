"""What everybody may see: figures, the register without names, efficiency of bodies, a decision."""

import csv

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

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
from shanyraq.platform import clock
from shanyraq.platform.documents import cell
from shanyraq.platform.occasion import Occasion, occasion_of
from shanyraq.voting.queries import decision_of


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
    found = _asked(RegisterForm(request.GET), occasion).with_names()
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
    for one in found:
        rows.writerow(_cells(one, occasion))
    return response


def _cells(one: Assignment, occasion: Occasion) -> list[str]:
    dates = (one.given_on, one.deadline, one.reported_on, one.finished_on)
    given, deadline, reported, finished = (date.isoformat() if date else "" for date in dates)
    return [
        one.number,
        one.decision.number if one.decision else "",
        cell(one.body.name),
        cell(one.area.name) if one.area else "",
        cell(one.text),
        cell(one.lead_body.name) if one.lead_body else _("A person"),
        given,
        deadline,
        one.get_state_display(),
        _("yes") if one.is_overdue(occasion.on) else _("no"),
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
