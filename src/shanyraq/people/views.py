"""Pages of people: the personas of a demonstration."""

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from shanyraq.people.permissions import require_demonstration
from shanyraq.people.queries import leading_personas, other_personas, personas
from shanyraq.platform.pages import see_other

PERSONA_BACKEND = "shanyraq.people.permissions.PersonaBackend"


@require_safe
def offered(request: HttpRequest) -> HttpResponse:
    """The roles anybody may step into.

    Raises:
        PersonasOff: the institution is not a demonstration.
    """
    require_demonstration()
    context = {
        "personas": leading_personas(),
        "others": other_personas(),
        "next": _safe_next(request),
    }
    return render(request, "people/personas.html", context)


@require_POST
def step_in(request: HttpRequest, public_id: str) -> HttpResponse:
    """Sign in as the persona of a person.

    Raises:
        PersonasOff: the institution is not a demonstration.
    """
    require_demonstration()
    persona = get_object_or_404(personas(), user__person__public_id=public_id)
    login(request, persona.user, backend=PERSONA_BACKEND)
    return see_other(_safe_next(request) or resolve_url("/"))


@require_POST
def step_into_chosen(request: HttpRequest) -> HttpResponse:
    """Sign in as the persona chosen from the list.

    Raises:
        PersonasOff: the institution is not a demonstration.
    """
    return step_in(request, request.POST.get("person", ""))


def _safe_next(request: HttpRequest) -> str:
    """Where the reader came from, if that is a page of ours."""
    address = request.POST.get("next") or request.GET.get("next") or ""
    ours = url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return address if ours else ""
