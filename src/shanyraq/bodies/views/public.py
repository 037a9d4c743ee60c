"""Public pages: who sits in the Assembly, which bodies and posts there are, what a person holds.

They show names and posts and nothing else about anybody.
"""

import csv
from typing import Any

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from shanyraq.bodies.hooks import body_parts, person_parts
from shanyraq.bodies.models import Act, MembershipQuerySet
from shanyraq.bodies.permissions import keeps_record_of
from shanyraq.bodies.queries import (
    DOCUMENTS_OF,
    assembly,
    bodies_on,
    competences,
    designations_of,
    difference,
    documents_of,
    effects_of,
    handovers_of,
    members_in_office,
    named_like,
    own_bodies,
    posts_held,
    posts_with_holders,
    regions_without_small_assembly,
    sees_all,
    shares_by_category,
    shares_by_region,
    staff_on,
    versions_of,
)
from shanyraq.bodies.views.recording import ROLES_IN, SEATED_HERE
from shanyraq.people.enums import Classification
from shanyraq.people.models import Organization, Person
from shanyraq.platform import clock
from shanyraq.platform.documents import cell
from shanyraq.platform.languages import active
from shanyraq.platform.occasion import Occasion, occasion_of

LONGEST_SEARCH = 100
ROWS_A_PAGE = 50


@require_safe
def members(request: HttpRequest) -> HttpResponse:
    """The members of the Assembly in office today, with what the Assembly is composed of.

    Raises:
        NotEstablished: there is no Assembly yet.
    """
    body = assembly()
    everyone = members_in_office(body, clock.today())
    categories = shares_by_category(everyone)
    context = {
        "body": body,
        "total": sum(share.count for share in categories),
        "regions": shares_by_region(everyone),
        "categories": categories,
        **_found(request, everyone),
    }
    return render(request, "bodies/members.html", context)


def _found(request: HttpRequest, everyone: MembershipQuerySet) -> dict[str, Any]:
    """A page of those who are looked for, or of everybody."""
    searched = request.GET.get("q", "").strip()[:LONGEST_SEARCH]
    rows = named_like(everyone, searched) if searched else everyone
    rows = rows.select_related("person", "area", "started_by", "warning").by_name(active())
    page = Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("page"))
    return {"searched": searched, "page": page, "found": page.object_list}


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
    occasion = occasion_of(request)
    everything = sees_all(occasion.actor, occasion.on)
    keeps = everything or bool(own_bodies(occasion.actor, occasion.on))
    today = clock.today()
    context = {
        "groups": bodies_on(today),
        "creates": everything,
        "keeps": keeps,
        "local_body": Classification.SMALL_ASSEMBLY.label,
        "regions": regions_without_small_assembly(today) if everything else (),
    }
    return render(request, "bodies/index.html", context)


@require_safe
def body(request: HttpRequest, public_id: str) -> HttpResponse:
    """One body: its posts and holders, its members, its documents, how its posts passed on."""
    shown = _body(public_id)
    today = clock.today()
    context = {
        "body": shown,
        "posts": posts_with_holders([shown], today).get(shown.pk, []),
        "children": Organization.objects.filter(parent=shown).on(today).order_by("name_kk_sort"),
        "documents": documents_of(shown),
        "handovers": handovers_of(shown),
        "designations": designations_of(shown),
        "has_document": shown.classification in DOCUMENTS_OF,
        "keeping": _keeping(shown, occasion_of(request)),
        "parts": [part(body=shown, request=request) for part in body_parts],
        **_found(request, members_in_office(shown, today)),
    }
    return render(request, "bodies/body.html", context)


def _body(public_id: str) -> Organization:
    rows = Organization.objects.select_related("area", "parent")
    return get_object_or_404(rows, public_id=public_id)


def _keeping(shown: Organization, occasion: Occasion) -> dict[str, bool]:
    """Which pages that keep the record of a body the reader is shown the way to."""
    keeps = keeps_record_of(shown, occasion)
    kind = shown.classification
    return {
        "keeps": keeps,
        "includes": keeps and kind in SEATED_HERE,
        "adopts": keeps and kind in DOCUMENTS_OF,
        "adds_posts": keeps and kind in ROLES_IN,
        "dissolves": keeps and kind == Classification.ADVISORY_BODY,
        "designates": keeps and kind == Classification.WORKING_ORGAN,
        "asks": keeps and kind == Classification.SECRETARIAT,
        "creates": keeps and kind == Classification.ASSEMBLY,
    }


@require_safe
def document(request: HttpRequest, public_id: str) -> HttpResponse:
    """The document by which a body lives: its versions, one of them whole, and what it changed.

    Raises:
        Http404: bodies of the kind have no document.
    """
    shown = _body(public_id)
    kind = DOCUMENTS_OF.get(shown.classification)
    if kind is None:
        raise Http404
    versions = versions_of(shown, kind)
    asked = request.GET.get("version", "")
    chosen = next((one for one in versions if str(one.version) == asked), None)
    chosen = chosen or next((one for one in versions if one.start_date <= clock.today()), None)
    earlier = next((one for one in versions if chosen and one.version == chosen.version - 1), None)
    context = {
        "body": shown,
        "kind": kind.label,
        "versions": versions,
        "chosen": chosen,
        "change": difference(earlier, chosen, active()) if earlier and chosen else None,
        "keeps": keeps_record_of(shown, occasion_of(request)),
    }
    return render(request, "bodies/document.html", context)


@require_safe
def staff(request: HttpRequest) -> HttpResponse:
    """The staff of the Working Organ and the secretariats: posts, competences, vacancies."""
    found = staff_on(clock.today())
    context = {
        "staff": found,
        "competences": competences(found),
        "held": sum(one.held for one in found),
        "vacant": sum(one.vacant for one in found),
        "keeping": {"keeps": False},
    }
    return render(request, "bodies/staff.html", context)


@require_safe
def act(request: HttpRequest, public_id: str) -> HttpResponse:
    """A signed act, and what it has brought about."""
    shown = get_object_or_404(Act.objects.select_related("body"), public_id=public_id)
    context = {
        "act": shown,
        "effects": effects_of(shown),
        "opens": bool(shown.file) and _opens(shown, occasion_of(request)),
    }
    return render(request, "bodies/signed_act.html", context)


@require_safe
def act_file(request: HttpRequest, public_id: str) -> FileResponse:
    """The signed act as a file, for those who keep the record.

    Raises:
        Http404: there is no file, or the reader keeps no record of that body.
    """
    shown = get_object_or_404(Act.objects.select_related("body"), public_id=public_id)
    if not shown.file or not _opens(shown, occasion_of(request)):
        raise Http404
    answer = FileResponse(shown.file.open("rb"), as_attachment=True)
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer


def _opens(shown: Act, occasion: Occasion) -> bool:
    """A signed paper may name what is nobody's business: who keeps the record opens it."""
    if shown.body is None:
        return sees_all(occasion.actor, occasion.on)
    own = own_bodies(occasion.actor, occasion.on)
    return sees_all(occasion.actor, occasion.on) or shown.body.public_id in own


@require_safe
def person(request: HttpRequest, public_id: str) -> HttpResponse:
    """A person: the seats and posts held, when, by which act and on which ground."""
    shown = get_object_or_404(Person, public_id=public_id)
    parts = [part(person=shown, request=request) for part in person_parts]
    context = {"person": shown, "held": posts_held(shown), "parts": parts}
    return render(request, "bodies/person.html", context)
