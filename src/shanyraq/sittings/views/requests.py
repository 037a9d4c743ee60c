"""Requests of members for an extraordinary Session: list, page, signatures, the Chair's answer."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar, cast

from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from shanyraq.platform import clock
from shanyraq.platform.models import Addressed
from shanyraq.platform.occasion import Occasion, occasion_of
from shanyraq.platform.pages import ActView
from shanyraq.sittings.actions import (
    convene_on_request,
    decline_request,
    drop_request,
    file_request,
    prepare_on_request,
    sign_request,
    start_request,
    withdraw_signature,
)
from shanyraq.sittings.components import signatures
from shanyraq.sittings.enums import RequestState
from shanyraq.sittings.forms import AnswerForm, DeclineForm, RequestForm
from shanyraq.sittings.models import ExtraordinaryRequest, RequestSignature, Session
from shanyraq.sittings.permissions import ANSWERING, PREPARING, SIGNING, holds_power
from shanyraq.sittings.queries import (
    days_waiting,
    request_of,
    requests,
    sees_signatories,
    signature_of,
    signatures_on,
    window,
)
from shanyraq.sittings.views.frame import PowerPage

ROWS = 25
NAMES = 50


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every request with its state, the latest first."""
    occasion = occasion_of(request)
    page = Paginator(requests(), ROWS).get_page(request.GET.get("page"))
    rows = [(one, days_waiting(one, occasion.on)) for one in page.object_list]
    context = {"rows": rows, "page": page, "may_start": holds_power(SIGNING, occasion)}
    return render(request, "sittings/requests.html", context)


@dataclass(frozen=True, slots=True)
class Ways:
    """Which acts on a request to show somebody the way to."""

    sign: bool
    withdraw: bool
    lead: bool
    prepare: bool
    answer: bool


def _ways(one: ExtraordinaryRequest, occasion: Occasion) -> Ways:
    collecting, filed = (
        one.state == state for state in (RequestState.COLLECTING, RequestState.FILED)
    )
    own = signature_of(one, occasion.actor)
    return Ways(
        sign=collecting and own is None and holds_power(SIGNING, occasion),
        withdraw=collecting and own is not None,
        lead=collecting and one.started_by.actor == occasion.actor,
        prepare=filed and one.session is None and holds_power(PREPARING, occasion),
        answer=filed and holds_power(ANSWERING, occasion),
    )


@require_safe
def page(request: HttpRequest, public_id: str) -> HttpResponse:
    """A request: its subject and reason, the signatures against the number needed, the answer."""
    one = request_of(public_id)
    occasion = occasion_of(request)
    sees = sees_signatories(occasion)
    names = signatures_on(one) if sees else signatures_on(one).none()
    context = {
        "one": one,
        "signatures": signatures(public_id),
        "own": signature_of(one, occasion.actor),
        "ways": _ways(one, occasion),
        "waiting": days_waiting(one, occasion.on),
        "sees": sees,
        "names": Paginator(names, NAMES).get_page(request.GET.get("page")),
    }
    return render(request, "sittings/request.html", context)


class Start(PowerPage):
    """Start a request; who starts it signs it first."""

    form_class = RequestForm
    template_name = "sittings/request_start.html"
    power = SIGNING

    def act(self, form: Form, occasion: Occasion) -> ExtraordinaryRequest:
        """Start it."""
        told = cast("RequestForm", form)
        reason = told.cleaned_data["reason"]
        return start_request(occasion=occasion, subject=told.subject, reason=reason)

    def done_url(self, result: Addressed) -> str:
        """The page of the new request."""
        return reverse("sittings:request", args=[result.public_id])


class OneRequest:
    """A page about the request named in its address."""

    kwargs: dict[str, Any]

    @cached_property
    def one(self) -> ExtraordinaryRequest:
        """The request of the address."""
        return request_of(self.kwargs["public_id"])

    def done_url(self, result: Addressed) -> str:
        """The page of the request."""
        del result
        return reverse("sittings:request", args=[self.one.public_id])


class Sign(OneRequest, ActView):
    """Sign the request."""

    def act(self, occasion: Occasion) -> RequestSignature:
        """Sign it."""
        return sign_request(occasion=occasion, request=self.one)


class Withdraw(OneRequest, ActView):
    """Take one's signature back."""

    def act(self, occasion: Occasion) -> RequestSignature:
        """Withdraw it."""
        return withdraw_signature(occasion=occasion, request=self.one)


class Drop(OneRequest, ActView):
    """Give the request up."""

    def act(self, occasion: Occasion) -> ExtraordinaryRequest:
        """Give it up."""
        return drop_request(occasion=occasion, request=self.one)


class File(OneRequest, ActView):
    """Put the request before the Chair."""

    def act(self, occasion: Occasion) -> ExtraordinaryRequest:
        """File it."""
        return file_request(occasion=occasion, request=self.one)


class Answering(OneRequest, PowerPage):
    """A page about the answer to a request."""

    def context_of(self) -> dict[str, Any]:
        """The request, how long it has waited, the last day on which the Session can be held."""
        today = clock.today()
        verdict = window(today, today)
        return {
            "one": self.one,
            "waiting": days_waiting(self.one, today),
            "last": verdict.last_lawful_day,
            "verdict": verdict,
            "convening": self.power == ANSWERING,
        }


class Prepare(Answering):
    """The Working Organ prepares a Session on the request for the Chair."""

    form_class = AnswerForm
    template_name = "sittings/request_answer.html"
    power: ClassVar[str] = PREPARING

    def act(self, form: Form, occasion: Occasion) -> Session:
        """Prepare it."""
        plan = cast("AnswerForm", form).plan(self.one.wording)
        return prepare_on_request(occasion=occasion, request=self.one, plan=plan)

    def done_url(self, result: Addressed) -> str:
        """The working page of the Session."""
        return reverse("sittings:session", args=[result.public_id])


class Convene(Prepare):
    """The Chair convenes a Session on the request."""

    power = ANSWERING

    def act(self, form: Form, occasion: Occasion) -> Session:
        """Convene it."""
        plan = cast("AnswerForm", form).plan(self.one.wording)
        return convene_on_request(occasion=occasion, request=self.one, plan=plan)


class Decline(Answering):
    """The Chair declines the request and says why."""

    form_class = DeclineForm
    template_name = "sittings/request_decline.html"
    power = ANSWERING

    def act(self, form: Form, occasion: Occasion) -> ExtraordinaryRequest:
        """Decline it."""
        reason = form.cleaned_data["reason"]
        return decline_request(occasion=occasion, request=self.one, reason=reason)
