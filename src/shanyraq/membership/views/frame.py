"""What the pages of membership have in common: whom they let in, and how a form is shown."""

from typing import Any, ClassVar

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import Promise

from shanyraq.bodies.models import Membership
from shanyraq.membership.models import Candidature, RemovalCase
from shanyraq.membership.permissions import (
    holds,
    may_read,
    may_read_case,
    require,
    require_reader,
)
from shanyraq.membership.queries.candidatures import candidature_of
from shanyraq.membership.queries.removals import case_of
from shanyraq.people.models import Organization
from shanyraq.platform.models import Addressed
from shanyraq.platform.occasion import Occasion, occasion_of
from shanyraq.platform.pages import FormPage


class MembershipPage(FormPage):
    """A page with one form, for whoever may use it; others are told whose it is.

    Attributes:
        title: what the page does.
        submit: what its button says.
        intro: what follows from the button, in a sentence or two.
        rule: the power or rule of the charter whose clause is shown beside the form.
    """

    template_name = "membership/form.html"
    title: ClassVar[str | Promise]
    submit: ClassVar[str | Promise]
    intro: ClassVar[str | Promise] = ""
    rule: ClassVar[str] = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401 -- as Django declares it
        """Ask to sign in, then ask who may use the page.

        Raises:
            Refusal: when the reader may not.
        """
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        self.require(occasion_of(request))
        return super().dispatch(request, *args, **kwargs)

    def require(self, occasion: Occasion) -> None:
        """Let pass who may use the page; without an own rule, whoever has the page's power.

        Raises:
            NotYours: the power is another's.
            LawSilent: the law gives no answer.
        """
        require(self.rule, occasion)

    def about(self) -> str:
        """Whom or what the page is about."""
        return ""

    def back_url(self) -> str:
        """Where the page leads back to."""
        return reverse("membership:index")

    def context_of(self) -> dict[str, Any]:
        """The words of the page."""
        return {
            "title": self.title,
            "submit": self.submit,
            "intro": self.intro,
            "rule": self.rule,
            "about": self.about(),
            "back": self.back_url(),
            "today": occasion_of(self.request).on,
        }

    def done_url(self, result: Addressed) -> str:
        """Back to where one came from."""
        del result
        return self.back_url()


def power_or_record(power: str, occasion: Occasion, *, recording: str) -> None:
    """Let pass who has a power, or who enters the acts of its holder in the record.

    Raises:
        NotYours: the actor neither has it nor keeps the record.
        LawSilent: the law gives no answer.
    """
    if not holds(recording, occasion):
        require(power, occasion)


def the_candidature(request: HttpRequest, public_id: str) -> Candidature:
    """The candidature of an address, for those concerned.

    Raises:
        Http404: there is none.
        NotConcerned: the reader is not concerned.
    """
    found = candidature_of(public_id)
    if found is None:
        raise Http404
    require_reader(may_read(found, occasion_of(request)))
    return found


def the_case(request: HttpRequest, public_id: str) -> RemovalCase:
    """The removal case of an address, for those concerned.

    Raises:
        Http404: there is none.
        NotConcerned: the reader is not concerned.
    """
    found = case_of(public_id)
    if found is None:
        raise Http404
    require_reader(may_read_case(found, occasion_of(request)))
    return found


def the_seat(public_id: str) -> Membership:
    """The seat of an address.

    Raises:
        Http404: there is none.
    """
    rows = Membership.objects.seats().select_related("person", "organization", "area")
    return get_object_or_404(rows, public_id=public_id)


def the_body(public_id: str) -> Organization:
    """The body of an address.

    Raises:
        Http404: there is none.
    """
    return get_object_or_404(Organization.objects.select_related("area"), public_id=public_id)
