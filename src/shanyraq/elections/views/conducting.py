"""Working pages of an election: the list, the preparation, the opening, the count, the result."""

from functools import cached_property
from typing import Any, cast

from django.contrib.auth.views import redirect_to_login
from django.forms import Form
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

from shanyraq.elections.actions import (
    announce,
    list_nominees,
    open_election,
    prepare,
    record_count,
)
from shanyraq.elections.forms import CountForm, NomineesForm, PrepareForm
from shanyraq.elections.models import Election
from shanyraq.elections.queries import (
    ballot_methods,
    box_law,
    candidates_of,
    election_of,
    election_pack,
    is_settled,
    lawful_seats,
    nominations,
    nominees_of,
    possible_nominees,
)
from shanyraq.platform.models import Addressed
from shanyraq.platform.occasion import Occasion, occasion_of
from shanyraq.platform.pages import ActView, FormPage
from shanyraq.sittings.models import AgendaItem
from shanyraq.sittings.permissions import PREPARING, rules_of
from shanyraq.sittings.queries import item_of
from shanyraq.voting.enums import Method
from shanyraq.voting.permissions import require_counter


class Working(FormPage):
    """A page for whoever has a power; others are told whose it is."""

    def admit(self, occasion: Occasion) -> None:
        """Let pass who prepares the sittings of the body.

        Raises:
            NotYours: the power is another's.
            LawSilent: the law gives no answer.
        """
        rules_of(self.item.session.body, occasion.on).require(PREPARING, occasion, in_person=False)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401 -- as Django declares it
        """Ask to sign in, then ask the charter.

        Raises:
            NotAllowed: the power is another's.
            LawSilent: the law gives no answer.
        """
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        self.admit(occasion_of(request))
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def item(self) -> AgendaItem:
        """The question of the address."""
        return item_of(self.kwargs["item"])

    def done_url(self, result: object) -> str:
        """The page of the question's election or list."""
        del result
        return reverse("elections:of-item", args=[self.item.public_id])


class Nominees(Working):
    """Write the list of a nomination."""

    form_class = NomineesForm
    template_name = "elections/nominees.html"

    def initial_of(self) -> dict[str, Any]:
        """The list as it stands."""
        return {"persons": [one.person for one in nominees_of(self.item)]}

    def form_arguments(self) -> dict[str, Any]:
        """The people who may be named."""
        return {"people": possible_nominees(self.item)}

    def context_of(self) -> dict[str, Any]:
        """The question and whether its list still changes."""
        return {"item": self.item, "session": self.item.session, "settled": is_settled(self.item)}

    def act(self, form: Form, occasion: Occasion) -> Addressed:
        """Write it."""
        persons = list(form.cleaned_data["persons"])
        return list_nominees(occasion=occasion, item=self.item, persons=persons)


class Prepare(Working):
    """Prepare the election."""

    form_class = PrepareForm
    template_name = "elections/prepare.html"

    def initial_of(self) -> dict[str, Any]:
        """All the seats of the law, from the latest decision."""
        latest, methods = nominations().first(), self.methods
        return {
            "seats": lawful_seats(self.pack) if self.pack else None,
            "nomination": latest,
            "method": methods[0] if methods else None,
        }

    @cached_property
    def pack(self) -> str:
        """The election law of the day; empty for none."""
        return election_pack(occasion_of(self.request).on)

    @cached_property
    def methods(self) -> tuple[Method, ...]:
        """The methods that it offers."""
        return ballot_methods(self.pack) if self.pack else ()

    def form_arguments(self) -> dict[str, Any]:
        """The decisions of the Council, the methods of the law."""
        return {"nominations": nominations(), "methods": self.methods}

    def context_of(self) -> dict[str, Any]:
        """The question."""
        offers = Method.SECRET_ELECTRONIC in self.methods
        law = box_law(occasion_of(self.request).on) if offers else None
        return {"item": self.item, "session": self.item.session, "law": law}

    def act(self, form: Form, occasion: Occasion) -> Addressed:
        """Prepare it."""
        return prepare(occasion=occasion, item=self.item, **form.cleaned_data)


class Count(Working):
    """Enter the protocol of the counting commission."""

    form_class = CountForm
    template_name = "elections/count.html"

    def admit(self, occasion: Occasion) -> None:
        """Let pass who counts.

        Raises:
            NotTheCounter: the law gives it to somebody else.
            LawSilent: the law gives no answer.
        """
        require_counter(occasion, self.item.session)

    @cached_property
    def election(self) -> Election:
        """The election of the address."""
        return election_of(self.kwargs["public_id"])

    @cached_property
    def item(self) -> AgendaItem:
        """Its question."""
        return self.election.item

    def form_arguments(self) -> dict[str, Any]:
        """Those on the ballot."""
        return {"candidates": candidates_of(self.election)}

    def context_of(self) -> dict[str, Any]:
        """The election."""
        return {"election": self.election, "item": self.item, "session": self.item.session}

    def act(self, form: Form, occasion: Occasion) -> Addressed:
        """Enter it."""
        protocol = cast("CountForm", form).protocol()
        return record_count(occasion=occasion, election=self.election, protocol=protocol)


class _Button(ActView):
    """A button of an election; it leads back to its page."""

    @cached_property
    def election(self) -> Election:
        """The election of the address."""
        return election_of(self.kwargs["public_id"])

    def done_url(self, result: object) -> str:
        """The page of the question's election."""
        del result
        return reverse("elections:of-item", args=[self.election.item.public_id])


class Open(_Button):
    """Open the secret ballot."""

    def act(self, occasion: Occasion) -> Election:
        """Open it."""
        return open_election(occasion=occasion, election=self.election)


class Announce(_Button):
    """Announce the result."""

    def act(self, occasion: Occasion) -> Election:
        """Announce it."""
        return announce(occasion=occasion, election=self.election)
