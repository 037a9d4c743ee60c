"""The deputies of the Chair: who they are, vacancies, the Council's proposals, appointments."""

import datetime as dt
from functools import cached_property
from typing import Any, cast

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from shanyraq.bodies.enums import Role
from shanyraq.bodies.models import Membership
from shanyraq.membership.actions import (
    appoint_deputy_chair,
    put_deputy_before_council,
    release_deputy_chair,
)
from shanyraq.membership.actions._signed import names
from shanyraq.membership.actions._titles import TO_PROPOSE_DEPUTY
from shanyraq.membership.forms import DeputyForm, DeputyPollForm, EffectForm
from shanyraq.membership.models import DeputyProposal
from shanyraq.membership.permissions import APPOINTING_DEPUTIES, KEEPING, PREPARING_COUNCIL, holds
from shanyraq.membership.permissions import require as require_power
from shanyraq.membership.queries.candidatures import council_sittings
from shanyraq.membership.queries.deputies import before_council, deputies_on, proposals
from shanyraq.membership.views.frame import MembershipPage
from shanyraq.people.models import Person
from shanyraq.platform.models import Addressed
from shanyraq.platform.occasion import Occasion, occasion_of
from shanyraq.platform.words import worded
from shanyraq.sittings.enums import ItemKind
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.voting.actions import PollQuestion, open_poll
from shanyraq.voting.permissions import POLLING
from shanyraq.voting.queries import open_from

EVENING = dt.time(18)


@require_safe
def deputies(request: HttpRequest) -> HttpResponse:
    """The deputies in office, vacancies, and the way of a proposal to an appointment."""
    occasion = occasion_of(request)
    context = {
        "deputies": deputies_on(occasion.on),
        "proposals": proposals(),
        "waiting": before_council(),
        "prepares": holds(PREPARING_COUNCIL, occasion),
        "polls": holds(POLLING, occasion),
        "records": holds(KEEPING, occasion),
        "today": occasion.on,
    }
    return render(request, "membership/deputies.html", context)


class DeputyPage(MembershipPage):
    """A page about the deputies."""

    def back_url(self) -> str:
        """The deputies."""
        return reverse("membership:deputies")


class ProposeDeputy(DeputyPage):
    """Put the proposal of a deputy before a meeting of the Council."""

    form_class = DeputyForm
    title = _("Proposing a deputy of the Chair")
    submit = _("Put it on the agenda")
    intro = _("Once it has been adopted, the act of appointment can be recorded.")
    rule = "propose_deputy_chairs"

    def require(self, occasion: Occasion) -> None:
        """Who prepares the sittings of the Council.

        Raises:
            NotYours: the reader does not.
            LawSilent: the law gives no answer.
        """
        require_power(PREPARING_COUNCIL, occasion)

    def form_arguments(self) -> dict[str, Any]:
        """Meetings that are still open to questions."""
        return {"sittings": council_sittings()}

    def act(self, form: Form, occasion: Occasion) -> AgendaItem:
        """Put it there."""
        told = form.cleaned_data
        person: Person = told["person"]
        return put_deputy_before_council(occasion=occasion, person=person, session=told["session"])


class AskByPoll(DeputyPage):
    """Ask the Council by poll about a deputy; the poll opens at once (R9.3a)."""

    form_class = DeputyPollForm
    title = _("Asking by poll about a deputy of the Chair")
    submit = _("Open the poll")
    intro = _("Each member gets a sheet; an adopted proposal is recorded here.")
    rule = POLLING

    def initial_of(self) -> dict[str, Any]:
        """The first day that no warning speaks against."""
        on = occasion_of(self.request).on
        return {"day": open_from(on, on, on=on).first_lawful_day, "time": EVENING}

    def act(self, form: Form, occasion: Occasion) -> Session:
        """Open it."""
        told = cast("DeputyPollForm", form)
        person: Person = told.cleaned_data["person"]
        question = PollQuestion(
            kind=ItemKind.DEPUTY_CHAIRS,
            title=names(TO_PROPOSE_DEPUTY, person),
            about=person.public_id,
        )
        return open_poll(occasion=occasion, ends_at=told.ends_at, questions=[question])

    def done_url(self, result: Addressed) -> str:
        """The poll."""
        return reverse("voting:poll", args=[result.public_id])


class RecordingPage(DeputyPage):
    """A page by which the Working Organ enters an act of the appointing authority."""

    form_class = EffectForm
    rule = APPOINTING_DEPUTIES

    def require(self, occasion: Occasion) -> None:
        """Who keeps the record.

        Raises:
            NotYours: the reader does not.
            LawSilent: the law gives no answer.
        """
        require_power(KEEPING, occasion)


class Appoint(RecordingPage):
    """Record the act that appoints somebody; without a proposal it is refused."""

    title = _("Appointing a deputy of the Chair")
    submit = _("Record the appointment")
    intro = worded(_("{council:first} proposes, {president} appoints; the post begins by the act."))

    @cached_property
    def person(self) -> Person:
        """The person of the address."""
        return get_object_or_404(Person, public_id=self.kwargs["public_id"])

    def about(self) -> str:
        """Who is appointed."""
        return self.person.name

    def act(self, form: Form, occasion: Occasion) -> DeputyProposal:
        """Record it."""
        told = cast("EffectForm", form)
        return appoint_deputy_chair(
            occasion=occasion, person=self.person, signed=told.signed(), start_date=told.effective
        )


class Release(RecordingPage):
    """Record the act that releases a deputy."""

    title = _("Releasing a deputy of the Chair")
    submit = _("Record the release")
    intro = _("The post is vacant from the day named.")

    @cached_property
    def holding(self) -> Membership:
        """The holding of the address.

        Raises:
            Http404: there is none, or it is another post.
        """
        rows = Membership.objects.filter(post__role=Role.DEPUTY_CHAIR)
        found = rows.select_related("person", "post").filter(public_id=self.kwargs["public_id"])
        if (one := found.first()) is None:
            raise Http404
        return one

    def about(self) -> str:
        """Who is released."""
        return self.holding.person.name

    def act(self, form: Form, occasion: Occasion) -> Addressed:
        """Record it."""
        told = cast("EffectForm", form)
        return release_deputy_chair(
            occasion=occasion, holding=self.holding, signed=told.signed(), end_date=told.effective
        )
