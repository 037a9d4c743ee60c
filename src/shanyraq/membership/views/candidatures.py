"""The way into the Assembly: proposals, nominations, the Council, the deputies, the Chair."""

from functools import cached_property
from typing import Any, cast

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from shanyraq.membership.actions import (
    approve,
    put_before_council,
    put_before_small_assembly,
    reject,
    submit,
    withdraw_candidature,
)
from shanyraq.membership.enums import StepKind
from shanyraq.membership.forms import (
    EffectForm,
    FilterForm,
    RejectForm,
    SittingForm,
)
from shanyraq.membership.models import Candidature
from shanyraq.membership.models.candidatures import CandidatureQuerySet
from shanyraq.membership.permissions import (
    APPROVING,
    INCLUDING,
    KEEPING,
    PREPARING_COUNCIL,
    PREPARING_LOCALLY,
    RECORDING_NOMINATION,
    SUBMITTING,
    holds,
    require,
)
from shanyraq.membership.queries.candidatures import (
    candidatures_seen_by,
    coming_sittings,
    council_sittings,
    nominating_bodies,
)
from shanyraq.membership.queries.way import steps_of, way_of
from shanyraq.membership.views.entering import candidature_url
from shanyraq.membership.views.frame import MembershipPage, power_or_record, the_candidature
from shanyraq.people.models import Organization
from shanyraq.platform.languages import fold
from shanyraq.platform.models import Addressed
from shanyraq.platform.occasion import Occasion, occasion_of
from shanyraq.platform.pages import ActView
from shanyraq.sittings.models import AgendaItem, Session

PAGE = 50


@require_safe
@login_required
def candidatures(request: HttpRequest) -> HttpResponse:
    """The candidatures that the reader is concerned with, by state, path and name."""
    occasion = occasion_of(request)
    form = FilterForm(request.GET)
    rows = _filtered(candidatures_seen_by(occasion), form)
    context = {
        "form": form,
        "page": Paginator(rows, PAGE).get_page(request.GET.get("page")),
        "takes": nominating_bodies(occasion).exists(),
        "nominates": holds(RECORDING_NOMINATION, occasion),
        "includes": holds(INCLUDING, occasion) or holds(KEEPING, occasion),
    }
    return render(request, "membership/candidatures.html", context)


@require_safe
@login_required
def candidature(request: HttpRequest, public_id: str) -> HttpResponse:
    """One candidature: its steps, what comes next and who takes it.

    Raises:
        Http404: there is none.
        NotConcerned: the reader is not concerned.
    """
    found, occasion = the_candidature(request, public_id), occasion_of(request)
    context = {
        "candidature": found,
        "steps": steps_of(found, occasion.on),
        "ended": [step for step in found.steps.all() if step.kind in ENDINGS],
        "agenda": _on_agendas(found),
        "ways": _ways(found, occasion),
    }
    return render(request, "membership/candidature.html", context)


ENDINGS = (StepKind.REJECTION, StepKind.WITHDRAWAL)


class OneCandidature(MembershipPage):
    """A page with a form about the candidature of the address."""

    @cached_property
    def candidature(self) -> Candidature:
        """The candidature, for those concerned."""
        return the_candidature(self.request, self.kwargs["public_id"])

    def about(self) -> str:
        """The candidate."""
        return self.candidature.person.name

    def back_url(self) -> str:
        """The candidature."""
        return candidature_url(self.candidature)


class PutOnAgenda(OneCandidature):
    """Put a candidature before the small assembly or the Council, whichever comes next."""

    form_class = SittingForm
    title = _("Onto the agenda of a sitting")
    submit = _("Put it on the agenda")
    intro = _("Prepared and announced meetings are offered; the question becomes the last one.")

    @cached_property
    def before(self) -> Organization | None:
        """The small assembly that has to nominate; None: the Council considers."""
        following = way_of(self.candidature, occasion_of(self.request).on).value
        return self.candidature.small_assembly if following == StepKind.NOMINATION else None

    def require(self, occasion: Occasion) -> None:
        """Who prepares the meetings of that body.

        Raises:
            NotYours: the reader does not.
            LawSilent: the law gives no answer.
        """
        if self.before is None:
            require(PREPARING_COUNCIL, occasion)
        else:
            require(PREPARING_LOCALLY, occasion, body=self.before)

    def form_arguments(self) -> dict[str, Any]:
        """The coming meetings of that body."""
        body = self.before
        return {"sittings": coming_sittings(body) if body else council_sittings()}

    def context_of(self) -> dict[str, Any]:
        """Also the clause of the step that comes next."""
        rule = "nominate_assembly_members" if self.before else "consider_membership_candidates"
        return super().context_of() | {"rule": rule}

    def act(self, form: Form, occasion: Occasion) -> AgendaItem:
        """Put it there."""
        session: Session = form.cleaned_data["session"]
        put = put_before_small_assembly if self.before else put_before_council
        return put(occasion=occasion, candidature=self.candidature, session=session)


class Submit(ActView):
    """A deputy submits the candidature to the Chair."""

    def act(self, occasion: Occasion) -> Candidature:
        """Submit it."""
        found = the_candidature(self.request, self.kwargs["public_id"])
        return submit(occasion=occasion, candidature=found)

    def done_url(self, result: Addressed) -> str:
        """The candidature."""
        return candidature_url(result)


class Withdraw(ActView):
    """The candidate gives the candidature up."""

    def act(self, occasion: Occasion) -> Candidature:
        """Withdraw it."""
        found = the_candidature(self.request, self.kwargs["public_id"])
        return withdraw_candidature(occasion=occasion, candidature=found)

    def done_url(self, result: Addressed) -> str:
        """The candidature."""
        return candidature_url(result)


class Approve(OneCandidature):
    """The Chair approves; the seat begins."""

    form_class = EffectForm
    title = _("Approving a candidature")
    submit = _("Approve")
    intro = _(
        "The person becomes a member from the day named, and counts in every total from then. "
        "The opinion of the meeting does not bind the Chair."
    )
    rule = APPROVING

    def require(self, occasion: Occasion) -> None:
        """The Chair, or who enters the Chair's acts.

        Raises:
            NotYours: the reader is neither.
            LawSilent: the law gives no answer.
        """
        power_or_record(APPROVING, occasion, recording=KEEPING)

    def act(self, form: Form, occasion: Occasion) -> Candidature:
        """Approve it."""
        told = cast("EffectForm", form)
        return approve(
            occasion=occasion,
            candidature=self.candidature,
            signed=told.signed(),
            start_date=told.effective,
        )


class Reject(OneCandidature):
    """The Chair rejects."""

    form_class = RejectForm
    title = _("Rejecting a candidature")
    submit = _("Reject")
    intro = _("The candidature ends; the person may be nominated again.")
    rule = APPROVING

    def require(self, occasion: Occasion) -> None:
        """The Chair, or who enters the Chair's acts.

        Raises:
            NotYours: the reader is neither.
            LawSilent: the law gives no answer.
        """
        power_or_record(APPROVING, occasion, recording=KEEPING)

    def act(self, form: Form, occasion: Occasion) -> Candidature:
        """Reject it."""
        told = cast("RejectForm", form)
        return reject(
            occasion=occasion,
            candidature=self.candidature,
            reason=told.cleaned_data["reason"],
            signed=told.signed(),
        )


def _filtered(rows: CandidatureQuerySet, form: FilterForm) -> "QuerySet[Candidature]":
    if not form.is_valid():
        return rows
    told = form.cleaned_data
    for name in ("state", "path"):
        if told[name]:
            rows = rows.filter(**{name: told[name]})
    for word in fold(told["q"]).split():
        rows = rows.filter(person__name_fold__contains=word)
    return rows


def _on_agendas(found: Candidature) -> list[AgendaItem]:
    rows = AgendaItem.objects.filter(about=found.public_id).exclude(state="dropped")
    return list(rows.select_related("session__body").order_by("session__starts_at"))


def _ways(found: Candidature, occasion: Occasion) -> dict[str, bool]:
    """Which of the next acts to show the reader the way to."""
    following = way_of(found, occasion.on).value if found.under_way else None
    body = found.small_assembly
    prepares = body is not None and holds(PREPARING_LOCALLY, occasion, body=body)
    decides = holds(APPROVING, occasion) or holds(KEEPING, occasion)
    return {
        "nominate": following == StepKind.NOMINATION and prepares,
        "consider": following == StepKind.CONSIDERATION and holds(PREPARING_COUNCIL, occasion),
        "submit": following == StepKind.SUBMISSION and holds(SUBMITTING, occasion),
        "decide": following == StepKind.APPROVAL and decides,
        "withdraw": found.under_way and found.person.actor == occasion.actor,
    }
