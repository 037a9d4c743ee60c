"""Members of small assemblies: their chair's acts, entered in the own region."""

from functools import cached_property
from typing import Any, cast

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from shanyraq.bodies.enums import Category
from shanyraq.bodies.models import Membership
from shanyraq.bodies.permissions import require_record_of
from shanyraq.bodies.queries import members_in_office
from shanyraq.membership.actions import end_in_small_assembly, include_in_small_assembly
from shanyraq.membership.forms import EffectForm, LocalForm
from shanyraq.membership.permissions import FORMING_LOCALLY
from shanyraq.membership.views.frame import MembershipPage, the_body, the_seat
from shanyraq.people.models import Organization
from shanyraq.platform.languages import active
from shanyraq.platform.occasion import Occasion, occasion_of
from shanyraq.platform.words import worded

PAGE = 50


@require_safe
@login_required
def members(request: HttpRequest, public_id: str) -> HttpResponse:
    """The members of a small assembly, for whoever enters its chair's acts.

    Raises:
        Http404: there is no such body.
        NotARecorder: the reader enters the acts of other bodies, or of none.
    """
    body, occasion = the_body(public_id), occasion_of(request)
    require_record_of(body, occasion)
    seats = members_in_office(body, occasion.on).by_name(active())
    context = {
        "body": body,
        "page": Paginator(seats, PAGE).get_page(request.GET.get("page")),
        "today": occasion.on,
    }
    return render(request, "membership/locally.html", context)


class LocalPage(MembershipPage):
    """A page about the members of one small assembly, for whoever enters its chair's acts."""

    rule = FORMING_LOCALLY

    @cached_property
    def body(self) -> Organization:
        """The small assembly of the address."""
        return the_body(self.kwargs["public_id"])

    def require(self, occasion: Occasion) -> None:
        """Who enters acts about this body.

        Raises:
            NotARecorder: the reader does not.
        """
        require_record_of(self.body, occasion)

    def about(self) -> str:
        """The small assembly."""
        return self.body.name

    def back_url(self) -> str:
        """Its members."""
        return reverse("membership:form-locally", args=[self.body.public_id])


class IncludeLocally(LocalPage):
    """Include somebody in a small assembly."""

    form_class = LocalForm
    title = _("Including a member")
    submit = _("Include the member")
    intro = worded(_("{small_assembly_chair:first} forms it by an act, under its statute."))

    def act(self, form: Form, occasion: Occasion) -> Membership:
        """Include the person."""
        told = cast("LocalForm", form)
        return include_in_small_assembly(
            occasion=occasion,
            body=self.body,
            who=told.who(),
            category=Category(told.cleaned_data["category"]),
            signed=told.signed(),
            start_date=told.effective,
        )


class EndLocally(LocalPage):
    """End a membership of a small assembly."""

    form_class = EffectForm
    title = _("Ending a membership")
    submit = _("End the membership")
    intro = _("The seat ends on the day named, and counts in no total from then.")

    @cached_property
    def seat(self) -> Membership:
        """The seat of the address."""
        return the_seat(self.kwargs["public_id"])

    @cached_property
    def body(self) -> Organization:
        """The body of the seat."""
        return self.seat.organization

    def context_of(self) -> dict[str, Any]:
        """Whose seat ends."""
        about = f"{self.seat.person.name} · {self.body.name}"
        return super().context_of() | {"about": about}

    def act(self, form: Form, occasion: Occasion) -> Membership:
        """End it."""
        told = cast("EffectForm", form)
        return end_in_small_assembly(
            occasion=occasion, seat=self.seat, signed=told.signed(), end_date=told.effective
        )
