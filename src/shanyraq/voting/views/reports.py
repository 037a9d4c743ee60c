"""The reports of members that the Session heard, by member, with what was decided on them."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from shanyraq.people.models import Person
from shanyraq.voting.queries.reports import reports_heard, told

ROWS = 50


@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    """Every report heard, or those of the member named in the address.

    Raises:
        Http404: nobody has the identifier given.
    """
    named = request.GET.get("member", "")
    member = get_object_or_404(Person, public_id=named) if named else None
    page = Paginator(reports_heard(member), ROWS).get_page(request.GET.get("page"))
    context = {"page": page, "rows": told(list(page.object_list)), "member": member}
    return render(request, "voting/reports.html", context)
