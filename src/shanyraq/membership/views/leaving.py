"""Leaving: the member's own page, on the phone, without anybody's consent (R20.3)."""

from functools import cached_property
from typing import Any

from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from shanyraq.bodies.models import Membership
from shanyraq.membership.actions import leave
from shanyraq.membership.forms import LeaveForm
from shanyraq.membership.models import Departure
from shanyraq.membership.permissions import LEAVING, NotTheMember
from shanyraq.membership.queries.seats import own_seats
from shanyraq.membership.views.frame import MembershipPage, the_seat
from shanyraq.platform.occasion import Occasion, occasion_of


@require_safe
@login_required
def own(request: HttpRequest) -> HttpResponse:
    """The reader's own seats, each with the way to leave it."""
    occasion = occasion_of(request)
    return render(request, "membership/leaving.html", {"seats": own_seats(occasion)})


class Leave(MembershipPage):
    """Leave one seat."""

    form_class = LeaveForm
    title = _("Leaving voluntarily")
    submit = _("Leave")
    intro = _(
        "It takes effect when it is received, or on the day you name; nobody has to agree. A "
        "seat that rests on this membership ends with it."
    )
    rule = LEAVING

    @cached_property
    def seat(self) -> Membership:
        """The seat of the address."""
        return the_seat(self.kwargs["public_id"])

    def require(self, occasion: Occasion) -> None:
        """The member in person.

        Raises:
            NotTheMember: the seat is somebody else's.
        """
        if self.seat.person.actor != occasion.actor:
            raise NotTheMember(person=self.seat.person.name)

    def about(self) -> str:
        """The body."""
        return self.seat.organization.name

    def back_url(self) -> str:
        """The own seats."""
        return reverse("membership:own")

    def context_of(self) -> dict[str, Any]:
        """The page is one of the phone."""
        return super().context_of() | {"phone": True}

    def act(self, form: Form, occasion: Occasion) -> Departure:
        """Leave it."""
        told = form.cleaned_data
        return leave(occasion=occasion, seat=self.seat, text=told["text"], effective_on=told["day"])
