"""The one way a form becomes an act, so that nothing typed is ever lost."""

from typing import Any, ClassVar

from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views import View

from shanyraq.platform.models import Addressed, new_public_id
from shanyraq.platform.occasion import Occasion, occasion_of
from shanyraq.platform.refusals import Refusal


def see_other(address: str) -> HttpResponse:
    """Answer a POST that was carried out with the page to look at next."""
    return HttpResponse(status=303, headers={"Location": address})


class FormPage(View):
    """A page with a form whose POST is one action.

    GET shows the form. A POST that is not well formed answers 422, one that the law refuses
    answers the refusal's status, both with everything that was typed and an error summary;
    one that was carried out leads on with 303. The hidden field `request_key` makes a
    repetition harmless.
    """

    form_class: ClassVar[type[Form]]
    template_name: ClassVar[str]

    def initial_of(self) -> dict[str, Any]:
        """Values the form starts with."""
        return {}

    def form_arguments(self) -> dict[str, Any]:
        """Further keyword arguments the form is made with."""
        return {}

    def context_of(self) -> dict[str, Any]:
        """What the template needs beside the form."""
        return {}

    def act(self, form: Form, occasion: Occasion) -> Addressed:
        """Call the one action of the page.

        Raises:
            Refusal: when the law says no.
        """
        raise NotImplementedError

    def done_url(self, result: Addressed) -> str:
        """Where to go once it is done."""
        raise NotImplementedError

    def get(self, request: HttpRequest, **_: object) -> HttpResponseBase:
        """Show the form."""
        form = self.form_class(initial=self.initial_of(), **self.form_arguments())
        return self.shown(request, form, new_public_id())

    def post(self, request: HttpRequest, **_: object) -> HttpResponseBase:
        """Carry it out, or show the form again as it was filled."""
        form = self.form_class(request.POST, request.FILES, **self.form_arguments())
        key = request.POST.get("request_key") or new_public_id()
        if not form.is_valid():
            return self.shown(request, form, key, status=422)
        try:
            result = self.act(form, occasion_of(request))
        except Refusal as refusal:
            return self.shown(request, form, key, status=refusal.status, refusal=refusal)
        return see_other(self.done_url(result))

    def shown(
        self,
        request: HttpRequest,
        form: Form,
        key: str,
        *,
        status: int = 200,
        refusal: Refusal | None = None,
    ) -> HttpResponse:
        """The page with a form in some state."""
        context = {"form": form, "request_key": key, "refusal": refusal} | self.context_of()
        return render(request, self.template_name, context, status=status)


class ActView(View):
    """A button: POST carries out one action and leads on."""

    http_method_names = ["post", "options"]

    def act(self, occasion: Occasion) -> Addressed:
        """Call the one action of the button.

        Raises:
            Refusal: when the law says no.
        """
        raise NotImplementedError

    def done_url(self, result: Addressed) -> str:
        """Where to go once it is done."""
        raise NotImplementedError

    def post(self, request: HttpRequest, **_: object) -> HttpResponseBase:
        """Carry it out; a refusal is answered by the middleware with its own page."""
        return see_other(self.done_url(self.act(occasion_of(request))))
