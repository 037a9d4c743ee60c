"""What the pages that keep the record of a body have in common."""

from functools import cached_property
from typing import Any, ClassVar, cast

from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.db.models import QuerySet
from django.forms import Form
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from shanyraq.bodies.actions import record_act
from shanyraq.bodies.enums import Issuer
from shanyraq.bodies.forms import ActForm
from shanyraq.bodies.models import Act
from shanyraq.bodies.permissions import Powers, require_record_of, signatories
from shanyraq.bodies.queries import acts_offered
from shanyraq.people.enums import Classification
from shanyraq.people.models import Organization
from shanyraq.platform import clock
from shanyraq.platform.models import Addressed
from shanyraq.platform.occasion import Occasion, occasion_of
from shanyraq.platform.pages import FormPage


class BodyPage(FormPage):
    """A page about the body named in its address, for whoever keeps its record."""

    #: Kinds of bodies that have such a page; none: all of them.
    kinds: ClassVar[frozenset[str]] = frozenset()

    @cached_property
    def body(self) -> Organization:
        """The body of the address.

        Raises:
            Http404: there is none, or none of its kind has such a page.
        """
        rows = Organization.objects.select_related("area", "parent")
        body = get_object_or_404(rows, public_id=self.kwargs["public_id"])
        if self.kinds and body.classification not in self.kinds:
            raise Http404
        return body

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401 -- as Django declares it
        """Ask to sign in, then ask who keeps the record.

        Raises:
            NotARecorder: the reader keeps the record of other bodies, or of none.
        """
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        self.require(occasion_of(request))
        return super().dispatch(request, *args, **kwargs)

    def require(self, occasion: Occasion) -> None:
        """Let pass who may use the page.

        Raises:
            NotARecorder: the reader keeps the record of other bodies, or of none.
        """
        require_record_of(self.body, occasion)

    def context_of(self) -> dict[str, Any]:
        """The body."""
        return {"body": self.body}

    def done_url(self, result: Addressed) -> str:
        """The page of the body."""
        del result
        return reverse("bodies:body", args=[self.body.public_id])


class RecordingPage(BodyPage):
    """A page that enters what a signed act does, and the act itself when it is new."""

    template_name = "bodies/record.html"

    @property
    def power(self) -> Powers | None:
        """What the charter calls the power by which the act is signed; None: not its matter."""
        raise NotImplementedError

    def words(self) -> dict[str, Any]:
        """What the page is called (`heading`) and what its button says (`button`)."""
        raise NotImplementedError

    def carry_out(self, form: Form, act: Act, occasion: Occasion) -> Addressed:
        """Call the one action of the page.

        Raises:
            Refusal: when the law says no.
        """
        raise NotImplementedError

    def form_arguments(self) -> dict[str, Any]:
        """The acts that can carry it, and those who can sign a new one."""
        issuers = signatories(self.power, clock.today())
        return {"acts": self.acts(issuers), "issuers": issuers}

    def acts(self, issuers: list[Issuer]) -> QuerySet[Act]:
        """The latest acts of the record that can carry it."""
        return acts_offered(self.body, issuers)

    def initial_of(self) -> dict[str, Any]:
        """Everything begins today unless another day is chosen."""
        today = clock.today()
        return {"start_date": today, "end_date": None, "act_date": today}

    def context_of(self) -> dict[str, Any]:
        """The body and the words of the page."""
        return {"body": self.body} | self.words()

    def act(self, form: Form, occasion: Occasion) -> Addressed:
        """Enter the act when it is new, and what it does; both or neither.

        Raises:
            Refusal: when the law says no.
        """
        filled = cast("ActForm", form)
        with transaction.atomic():
            act = filled.cleaned_data["act"] or self._recorded(filled, occasion)
            return self.carry_out(form, act, occasion)

    def _recorded(self, form: ActForm, occasion: Occasion) -> Act:
        described = form.described()
        local = described["issuer"] == Issuer.SMALL_ASSEMBLY_CHAIR
        return record_act(occasion=occasion, body=self._region() if local else None, **described)

    def _region(self) -> Organization:
        """The small assembly whose chair signs acts about this body."""
        secretariat = self.body.classification == Classification.SECRETARIAT
        return self.body.parent or self.body if secretariat else self.body
