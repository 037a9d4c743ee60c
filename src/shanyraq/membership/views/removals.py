"""Removal: the proposal, the member's view, the Chair's act."""

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

from shanyraq.bodies.models import Membership
from shanyraq.membership.actions import close_case, propose_removal, remove, state_own_view
from shanyraq.membership.forms import EffectForm, ReasonForm, RemovalForm, StatementForm
from shanyraq.membership.models import MemberStatement, RemovalCase
from shanyraq.membership.permissions import (
    KEEPING,
    PROPOSING_REMOVAL,
    REMOVING,
    holds,
    may_read_case,
    require_reader,
)
from shanyraq.membership.queries.removals import cases_seen_by, suggested_removals
from shanyraq.membership.views.frame import (
    MembershipPage,
    power_or_record,
    the_case,
    the_seat,
)
from shanyraq.platform.languages import active
from shanyraq.platform.models import Addressed
from shanyraq.platform.occasion import Occasion, occasion_of
from shanyraq.sittings.enums import OpinionLanguage

PAGE = 50


@require_safe
@login_required
def removals(request: HttpRequest) -> HttpResponse:
    """The removal cases that the reader is concerned with, and changes of post that suggest one."""
    occasion = occasion_of(request)
    proposes = holds(PROPOSING_REMOVAL, occasion)
    told_of = proposes or holds(KEEPING, occasion) or holds(REMOVING, occasion)
    context = {
        "page": Paginator(cases_seen_by(occasion), PAGE).get_page(request.GET.get("page")),
        "proposes": proposes,
        "suggested": suggested_removals(occasion.on) if told_of else [],
        "told_of": told_of,
        "today": occasion.on,
    }
    return render(request, "membership/removals.html", context)


class ProposeRemoval(MembershipPage):
    """Propose to the Chair that a member be removed."""

    form_class = RemovalForm
    title = _("Proposing a removal")
    submit = _("Propose to the Chair")
    intro = _(
        "The member is told by letter and may state a view. The member stays until the Chair’s act."
    )
    rule = PROPOSING_REMOVAL

    @cached_property
    def seat(self) -> Membership:
        """The seat of the address."""
        return the_seat(self.kwargs["public_id"])

    def about(self) -> str:
        """The member."""
        return self.seat.person.name

    def back_url(self) -> str:
        """The member's page."""
        return reverse("bodies:person", args=[self.seat.person.public_id])

    def act(self, form: Form, occasion: Occasion) -> RemovalCase:
        """Propose it."""
        claim = cast("RemovalForm", form).claim()
        return propose_removal(occasion=occasion, seat=self.seat, claim=claim)

    def done_url(self, result: Addressed) -> str:
        """The case."""
        return reverse("membership:removal", args=[result.public_id])


class OneCase(MembershipPage):
    """A page with a form about the case of the address."""

    @cached_property
    def case(self) -> RemovalCase:
        """The case, for those concerned."""
        return the_case(self.request, self.kwargs["public_id"])

    def about(self) -> str:
        """The member."""
        return self.case.seat.person.name

    def back_url(self) -> str:
        """The case."""
        return reverse("membership:removal", args=[self.case.public_id])


class Case(OneCase):
    """One case with everything in it; the member states a view here."""

    form_class = StatementForm
    template_name = "membership/removal.html"
    title = _("Removal case")
    submit = _("Add the statement")
    rule = "removal_other_grounds"

    def require(self, occasion: Occasion) -> None:
        """Those concerned.

        Raises:
            NotConcerned: the reader is not.
        """
        require_reader(may_read_case(self.case, occasion))

    def initial_of(self) -> dict[str, Any]:
        """The language the reader reads in."""
        return {"language": active()}

    def context_of(self) -> dict[str, Any]:
        """The case, what was said to it, and what the reader may do."""
        case, occasion = self.case, occasion_of(self.request)
        own = case.proposed_by.actor == occasion.actor
        return super().context_of() | {
            "case": case,
            "statements": list(case.statements.all()),
            "is_mine": case.seat.person.actor == occasion.actor,
            "removes": case.is_open and (holds(REMOVING, occasion) or holds(KEEPING, occasion)),
            "closes": case.is_open and (own or holds(REMOVING, occasion)),
        }

    def act(self, form: Form, occasion: Occasion) -> MemberStatement:
        """Add the statement."""
        told = form.cleaned_data
        language = OpinionLanguage(told["language"])
        return state_own_view(
            occasion=occasion, case=self.case, text=told["text"], language=language
        )


class Remove(OneCase):
    """The Chair removes the member."""

    form_class = EffectForm
    title = _("Removing a member")
    submit = _("Remove the member")
    intro = _(
        "The seat ends on the day named, and with it a seat that rests on it; from then every "
        "total is smaller."
    )
    rule = REMOVING

    def require(self, occasion: Occasion) -> None:
        """The Chair, or who enters the Chair's acts.

        Raises:
            NotYours: the reader is neither.
            LawSilent: the law gives no answer.
        """
        power_or_record(REMOVING, occasion, recording=KEEPING)

    def act(self, form: Form, occasion: Occasion) -> RemovalCase:
        """Remove the member."""
        told = cast("EffectForm", form)
        return remove(
            occasion=occasion, case=self.case, signed=told.signed(), end_date=told.effective
        )


class Close(OneCase):
    """The case is closed without removal."""

    form_class = ReasonForm
    title = _("Closing the case without removal")
    submit = _("Close the case")
    intro = _("The member stays.")
    rule = REMOVING

    def require(self, occasion: Occasion) -> None:
        """The Chair, or who proposed it.

        Raises:
            NotYours: the reader is neither.
            LawSilent: the law gives no answer.
        """
        if self.case.proposed_by.actor != occasion.actor:
            super().require(occasion)

    def act(self, form: Form, occasion: Occasion) -> RemovalCase:
        """Close it."""
        return close_case(occasion=occasion, case=self.case, reason=form.cleaned_data["reason"])
