"""Heads of secretariats: asking the Working Organ for its agreement, and its answer (R19.2)."""

from functools import cached_property
from typing import Any, cast

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from shanyraq.bodies.actions import agree_secretariat_head, ask_agreement
from shanyraq.bodies.enums import AgreementState, Role
from shanyraq.bodies.forms import AnswerForm, AskForm
from shanyraq.bodies.models import Agreement, Post
from shanyraq.bodies.permissions import holds_agreeing, require_agreeing
from shanyraq.bodies.queries import agreements_seen_by, own_bodies, sees_all
from shanyraq.bodies.views.frame import BodyPage
from shanyraq.people.enums import Classification
from shanyraq.people.models import Organization
from shanyraq.platform import clock
from shanyraq.platform.models import Addressed
from shanyraq.platform.occasion import Occasion, occasion_of

ROWS_A_PAGE = 50


@require_safe
@login_required
def agreements(request: HttpRequest) -> HttpResponse:
    """Requests and answers: all of them for the Working Organ, the own region's for the others.

    Raises:
        Http404: the reader keeps no record, so that nothing is told.
    """
    occasion = occasion_of(request)
    if not (sees_all(occasion.actor, occasion.on) or own_bodies(occasion.actor, occasion.on)):
        raise Http404
    rows = agreements_seen_by(occasion.actor, occasion.on)
    page = Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "answers": holds_agreeing(occasion), "searched": ""}
    return render(request, "bodies/agreements.html", context)


class Ask(BodyPage):
    """Ask for agreement to the head of a secretariat."""

    form_class = AskForm
    template_name = "bodies/ask.html"
    kinds = frozenset({Classification.SECRETARIAT})

    @cached_property
    def headship(self) -> Post:
        """The post of the head.

        Raises:
            Http404: there is none.
        """
        posts = Post.objects.filter(organization=self.body, role=Role.SECRETARIAT_HEAD)
        return get_object_or_404(posts.on(clock.today())[:1])

    def context_of(self) -> dict[str, Any]:
        """The body and the post."""
        return {"body": self.body, "headship": self.headship}

    def act(self, form: Form, occasion: Occasion) -> Agreement:
        """Ask."""
        return ask_agreement(
            occasion=occasion,
            post=self.headship,
            person=cast("AskForm", form).somebody,
            note=form.cleaned_data["note"],
        )

    def done_url(self, result: Addressed) -> str:
        """The request, as it stands."""
        return reverse("bodies:agreement", args=[result.public_id])


class Answer(BodyPage):
    """A request for agreement: read by those concerned, answered by the Working Organ."""

    form_class = AnswerForm
    template_name = "bodies/agreement.html"

    @cached_property
    def agreement(self) -> Agreement:
        """The request of the address.

        Raises:
            Http404: there is none, or it is another region's.
        """
        occasion = occasion_of(self.request)
        seen = agreements_seen_by(occasion.actor, occasion.on)
        return get_object_or_404(seen, public_id=self.kwargs["public_id"])

    @cached_property
    def body(self) -> Organization:
        """The secretariat."""
        return self.agreement.post.organization

    def require(self, occasion: Occasion) -> None:
        """Let pass who may see the request; answering is asked by the action."""
        del occasion
        _seen = self.agreement

    def context_of(self) -> dict[str, Any]:
        """The request, and whether the reader answers it."""
        occasion = occasion_of(self.request)
        waits = self.agreement.state == AgreementState.ASKED
        return {
            "agreement": self.agreement,
            "body": self.body,
            "answers": waits and holds_agreeing(occasion),
            "kept": _("Agreed, not used yet") if self.unused else "",
        }

    @property
    def unused(self) -> bool:
        """Whether somebody may be appointed on the ground of it."""
        return self.agreement.state == AgreementState.AGREED and not self.agreement.appointment_id

    def act(self, form: Form, occasion: Occasion) -> Agreement:
        """Answer.

        Raises:
            NotTheirAgreement: the reader is not of the Working Organ.
        """
        require_agreeing(occasion)
        return agree_secretariat_head(
            occasion=occasion,
            post=self.agreement.post,
            person=self.agreement.person,
            agreed=form.cleaned_data["answer"] == AnswerForm.AGREE,
            reason=form.cleaned_data["reason"],
        )

    def done_url(self, result: Addressed) -> str:
        """The request with its answer."""
        return reverse("bodies:agreement", args=[result.public_id])
