"""What the working pages have in common: whom they let in."""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from shanyraq.law import Verdict
from shanyraq.platform.occasion import Occasion, occasion_of
from shanyraq.platform.pages import FormPage
from shanyraq.voting.enums import Purpose
from shanyraq.voting.models import Vote


def to_its_poll(vote: Vote) -> HttpResponseBase | None:
    """A question of a poll has no pages of its own: the way to the poll's."""
    if vote.purpose != Purpose.POLL:
        return None
    return redirect("voting:poll", vote.session.public_id)


class LawfulPage(FormPage):
    """A form for those whom the law lets do what it asks for; others are told whose it is."""

    def admit(self, occasion: Occasion) -> Verdict:
        """The law's yes to the reader.

        Raises:
            NotAllowed: it gives this to somebody else.
        """
        raise NotImplementedError

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401 -- as Django declares it
        """Ask to sign in, then ask the law.

        Raises:
            NotAllowed: the law gives it to somebody else.
            LawSilent: the law gives no answer.
        """
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        self.admit(occasion_of(request))
        return super().dispatch(request, *args, **kwargs)
