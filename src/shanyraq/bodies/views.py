"""Public pages: who sits in the Assembly, which bodies and posts there are, what a person holds.

They show names and posts and nothing else about anybody.
"""

import csv

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from shanyraq.bodies.queries import (
    assembly,
    bodies_on,
    composition_by_category,
    composition_by_region,
    members_in_office,
    named_like,
    posts_held,
    posts_with_holders,
)
from shanyraq.people.models import Organization, Person
from shanyraq.platform import clock
from shanyraq.platform.documents import cell
from shanyraq.platform.languages import active

LONGEST_SEARCH = 100


@require_safe
def members(request: HttpRequest) -> HttpResponse:
    """The members of the Assembly in office today, with what the Assembly is composed of.

    Raises:
        NotEstablished: there is no Assembly yet.
    """
    today = clock.today()
    everyone = list(members_in_office(assembly(), today).by_name(active()))
    searched = request.GET.get("q", "").strip()[:LONGEST_SEARCH]
    found = everyone
    if searched:
        found = list(named_like(members_in_office(assembly(), today), searched).by_name(active()))
    context = {
        "body": assembly(),
        "found": found,
        "total": len(everyone),
        "searched": searched,
        "regions": composition_by_region(everyone),
        "categories": composition_by_category(everyone),
    }
    return render(request, "bodies/members.html", context)


@require_safe
def members_csv(request: HttpRequest) -> HttpResponse:
    """The same list as a file of comma-separated values in the reader's language.

    Raises:
        NotEstablished: there is no Assembly yet.
    """
    del request
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="members.csv"'
    rows = csv.writer(response)
    rows.writerow([_("Name"), _("Region"), _("Represents"), _("Member since")])
    for seat in members_in_office(assembly(), clock.today()).by_name(active()):
        region = seat.area.name if seat.area else ""
        rows.writerow(
            [
                cell(seat.person.name),
                region,
                seat.get_category_display(),
                seat.start_date.isoformat(),
            ]
        )
    return response


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The bodies that stand today with their posts and holders."""
    return render(request, "bodies/index.html", {"groups": bodies_on(clock.today())})


@require_safe
def body(request: HttpRequest, public_id: str) -> HttpResponse:
    """One body: its posts and holders, its members."""
    shown = get_object_or_404(
        Organization.objects.select_related("area", "parent"), public_id=public_id
    )
    today = clock.today()
    context = {
        "body": shown,
        "posts": posts_with_holders([shown], today).get(shown.pk, []),
        "members": members_in_office(shown, today).by_name(active()),
        "children": Organization.objects.filter(parent=shown).on(today).order_by("name_kk_sort"),
    }
    return render(request, "bodies/body.html", context)


@require_safe
def person(request: HttpRequest, public_id: str) -> HttpResponse:
    """A person: the seats and posts held, when and by which act."""
    shown = get_object_or_404(Person, public_id=public_id)
    return render(request, "bodies/person.html", {"person": shown, "held": posts_held(shown)})
