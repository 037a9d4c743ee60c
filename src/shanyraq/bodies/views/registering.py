"""An entry in the register of persons, made before somebody can be given a seat or a post."""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.forms import Form
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse

from shanyraq.people.actions import register_person
from shanyraq.people.enums import Language
from shanyraq.people.forms import RegisterForm
from shanyraq.people.models import Person, Wording
from shanyraq.people.permissions import require_keeper
from shanyraq.platform.models import Addressed
from shanyraq.platform.occasion import Occasion, occasion_of
from shanyraq.platform.pages import FormPage


class Register(FormPage):
    """Enter somebody in the register of persons."""

    form_class = RegisterForm
    template_name = "bodies/register.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401 -- as Django declares it
        """Ask to sign in, then ask who keeps the register.

        Raises:
            NotAKeeper: the reader keeps no register.
        """
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        occasion = occasion_of(request)
        require_keeper(actor=occasion.actor, on=occasion.on)
        return super().dispatch(request, *args, **kwargs)

    def initial_of(self) -> dict[str, Any]:
        """Letters are in Kazakh unless another language is chosen."""
        return {"preferred_language": Language.KAZAKH}

    def act(self, form: Form, occasion: Occasion) -> Person:
        """Enter the person."""
        filled = form.cleaned_data
        return register_person(
            occasion=occasion,
            name=Wording(**{one: filled[f"name_{one}"] for one in ("kk", "ru", "en")}),
            email=filled["email"],
            preferred_language=Language(filled["preferred_language"]),
        )

    def done_url(self, result: Addressed) -> str:
        """The page of the person."""
        return reverse("bodies:person", args=[result.public_id])
