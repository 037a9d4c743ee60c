"""Pages for everybody: the chapter's first page, rights and duties, activity, the composition."""

import csv

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from shanyraq.bodies.models import Act
from shanyraq.membership.enums import CandidatureState
from shanyraq.membership.models import Candidature, RemovalCase
from shanyraq.membership.permissions import (
    KEEPING,
    PROPOSING_REMOVAL,
    SUBMITTING,
    holds,
    may_read,
    may_read_case,
    require_reader,
)
from shanyraq.membership.queries.activity import activity_of
from shanyraq.membership.queries.candidatures import candidatures_seen_by, own_candidatures
from shanyraq.membership.queries.composition import LEAST, Composition, composition_on
from shanyraq.membership.queries.deputies import deputies_on
from shanyraq.membership.queries.removals import cases_seen_by, own_cases
from shanyraq.membership.queries.rights import duties, rights
from shanyraq.membership.queries.seats import own_seats
from shanyraq.people.models import Person
from shanyraq.platform import clock
from shanyraq.platform.documents import cell
from shanyraq.platform.languages import active
from shanyraq.platform.occasion import occasion_of

PAGE = 50


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """How people come and go, with what is under way for the reader."""
    occasion = occasion_of(request)
    context: dict[str, object] = {"deputies": deputies_on(occasion.on), "today": occasion.on}
    if request.user.is_authenticated:
        states = candidatures_seen_by(occasion).order_by().values_list("state", flat=True)
        counts = [str(state) for state in states]
        context |= {
            "waiting": [
                (state.value, state.label, counts.count(state))
                for state in CandidatureState
                if counts.count(state)
            ],
            "open_cases": cases_seen_by(occasion).filter(state="open").count(),
            "own_candidatures": own_candidatures(occasion),
            "own_cases": own_cases(occasion),
            "own_seats": own_seats(occasion),
            "works": any(
                holds(power, occasion) for power in (KEEPING, SUBMITTING, PROPOSING_REMOVAL)
            ),
        }
    return render(request, "membership/index.html", context)


@require_safe
def rights_and_duties(request: HttpRequest) -> HttpResponse:
    """What members may and have to do, each with its clause."""
    today, language = clock.today(), active()
    context = {
        "rights": rights(today, language),
        "duties": duties(today, language),
        "today": today,
    }
    return render(request, "membership/rights.html", context)


@require_safe
def activity(request: HttpRequest, public_id: str) -> HttpResponse:
    """What a member has done: facts and counts, no score, nothing of opinions (R21.3)."""
    person = get_object_or_404(Person, public_id=public_id)
    told = activity_of(person, clock.today())
    page = Paginator(told.sittings, PAGE).get_page(request.GET.get("page"))
    context = {"person": person, "facts": told.facts, "page": page, "today": clock.today()}
    return render(request, "membership/activity.html", context)


@require_safe
def composition(request: HttpRequest) -> HttpResponse:
    """What the Assembly is composed of, and who came and went by the year (A21).

    Raises:
        NotEstablished: there is no Assembly yet.
    """
    today = clock.today()
    told = composition_on(today)
    tallest = max((max(row.entries, row.exits) for row in told.years), default=0)
    context = {
        "told": told,
        "columns": _columns(told, tallest),
        "least": LEAST,
        "today": today,
        "width": max(len(told.years), 1) * COLUMN,
    }
    return render(request, "membership/composition.html", context)


@require_safe
def composition_csv(request: HttpRequest) -> HttpResponse:
    """The same figures as a file of comma-separated values in the reader's language.

    Raises:
        NotEstablished: there is no Assembly yet.
    """
    del request
    told = composition_on(clock.today())
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="composition.csv"'
    rows = csv.writer(response)
    rows.writerow([_("By"), _("Which"), _("Members")])
    groups = (
        (_("Whom they represent"), told.categories),
        (_("Region"), told.regions),
        (_("Path"), told.paths),
        (_("Gender"), told.genders or []),
        (_("Age"), told.ages or []),
    )
    for group, shares in groups:
        rows.writerows([group, cell(share.label), share.count] for share in shares)
    for year in told.years:
        rows.writerow([_("Came in"), year.year, year.entries])
        rows.writerow([_("Left"), year.year, year.exits])
    return response


@require_safe
def act_file(request: HttpRequest, public_id: str) -> FileResponse:
    """The file of an act on which a candidature or a removal rests, for those concerned.

    Raises:
        Http404: there is none.
        NotConcerned: the reader is not concerned.
    """
    act = get_object_or_404(Act, public_id=public_id)
    if not act.file:
        raise Http404
    occasion = occasion_of(request)
    ways = (
        Candidature.objects.of_institution()
        .filter(steps__act=act)
        .select_related("person", "small_assembly")
    )
    cases = RemovalCase.objects.of_institution().filter(act=act)
    concerned = any(may_read(one, occasion) for one in ways)
    require_reader(concerned or any(may_read_case(one, occasion) for one in cases))
    answer = FileResponse(act.file.open("rb"), as_attachment=True, filename=str(act.file.name))
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer


COLUMN, HEIGHT = 56, 120


def _columns(told: Composition, tallest: int) -> list[dict[str, int]]:
    """The bars of the picture: for each year one of entries and one of exits, in its own units."""
    return [
        {
            "year": row.year,
            "x": place * COLUMN,
            "middle": place * COLUMN + COLUMN // 2,
            "in_height": _height(row.entries, tallest),
            "in_y": HEIGHT - _height(row.entries, tallest),
            "out_height": _height(row.exits, tallest),
            "out_y": HEIGHT - _height(row.exits, tallest),
            "out_x": place * COLUMN + COLUMN // 2,
        }
        for place, row in enumerate(told.years)
    ]


def _height(count: int, tallest: int) -> int:
    return round(HEIGHT * count / tallest) if tallest else 0
