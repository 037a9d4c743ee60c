"""What the pages of Sessions have in common: whom they let in, and the Session they are about."""

from functools import cached_property
from typing import Any, ClassVar

from django.contrib.auth.views import redirect_to_login
from django.db.models.fields.files import FieldFile
from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.urls import reverse

from shanyraq.platform.occasion import Occasion, occasion_of
from shanyraq.platform.pages import ActView, FormPage
from shanyraq.sittings.enums import ContentType
from shanyraq.sittings.models import Session
from shanyraq.sittings.permissions import PREPARING, require_power, rules_of
from shanyraq.sittings.queries import session_of


class PowerPage(FormPage):
    """A page for whoever has a power on the date; others are told whose it is."""

    power: ClassVar[str] = PREPARING

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401 -- as Django declares it
        """Ask to sign in, then ask the charter.

        Raises:
            NotYours: the power is another's.
            LawSilent: the law of the day gives no answer.
        """
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        self.admit(occasion_of(request))
        return super().dispatch(request, *args, **kwargs)

    def admit(self, occasion: Occasion) -> None:
        """Let pass who has the power over Sessions of the Assembly.

        Raises:
            NotYours: the power is another's.
            LawSilent: the law of the day gives no answer.
        """
        require_power(self.power, occasion)


class OneSession:
    """A page about the Session named in its address."""

    kwargs: dict[str, Any]

    @cached_property
    def session(self) -> Session:
        """The Session of the address."""
        return session_of(self.kwargs["public_id"])


class SessionPage(OneSession, PowerPage):
    """A page with a form about one sitting, for whoever has the power in the body that sits."""

    def admit(self, occasion: Occasion) -> None:
        """Let pass who has the power over this sitting.

        Raises:
            NotYours: the power is another's.
            NoStatute: no statute is in force that would give it to somebody.
            LawSilent: the law of the day gives no answer.
        """
        rules_of(self.session.body, occasion.on).require(self.power, occasion)

    def context_of(self) -> dict[str, Any]:
        """The Session."""
        return {"session": self.session}

    def done_url(self, result: object) -> str:
        """The working page of the Session."""
        del result
        return reverse("sittings:session", args=[self.session.public_id])


class SessionAct(OneSession, ActView):
    """A button about one Session; who may press it is asked by the action."""

    def done_url(self, result: object) -> str:
        """The working page of the Session."""
        del result
        return reverse("sittings:session", args=[self.session.public_id])


def to_save(file: FieldFile, title: str, kind: ContentType) -> FileResponse:
    """A file to save under its title, which no browser opens as a page."""
    answer = FileResponse(
        file.open("rb"),
        as_attachment=True,
        filename=f"{title}.{kind.label.lower()}",
        content_type=kind.value,
    )
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer
