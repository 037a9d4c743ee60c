"""Working pages of the one who presides and of the clerk: open, count, close."""

from functools import cached_property
from typing import Any, cast

from django.forms import Form
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from shanyraq.law import Verdict
from shanyraq.platform.clock import date_of
from shanyraq.platform.models import Addressed
from shanyraq.platform.occasion import Occasion, occasion_of
from shanyraq.platform.pages import ActView
from shanyraq.sittings.enums import ItemKind
from shanyraq.sittings.models import AgendaItem
from shanyraq.sittings.queries import agenda, item_of, presence
from shanyraq.voting.actions import close_vote, count_hands, open_method_vote, open_vote
from shanyraq.voting.components import told
from shanyraq.voting.enums import Method
from shanyraq.voting.forms import LANGUAGES, HandsForm, MethodForm, QuestionForm
from shanyraq.voting.models import Vote
from shanyraq.voting.permissions import (
    is_conductor,
    is_counter,
    require_counter,
    require_opener,
)
from shanyraq.voting.queries import (
    box_count,
    chosen_method,
    hand_count,
    methods,
    sealed_vote,
    vote_of,
    votes_on,
)
from shanyraq.voting.views.lawful import LawfulPage, to_its_poll


class _ItemPage(LawfulPage):
    """A form about an item of the agenda."""

    def admit(self, occasion: Occasion) -> Verdict:
        """Who opens votes."""
        return require_opener(occasion, self.item.session)

    @cached_property
    def item(self) -> AgendaItem:
        """The item."""
        return item_of(self.kwargs["public_id"])

    def context_of(self) -> dict[str, Any]:
        """The item, the quorum now, the method chosen and the votes held on it."""
        session = self.item.session
        return {
            "item": self.item,
            "session": session,
            "today": occasion_of(self.request).on,
            "presence": presence(session),
            "chosen": chosen_method(session, self.item),
            "votes": votes_on(self.item),
        }

    def done_url(self, result: Addressed) -> str:
        """The page on which the open vote is run."""
        return reverse("voting:conduct", args=[result.public_id])


class OpenVote(_ItemPage):
    """Put a question of the agenda to the vote; the item on the method has its own page."""

    form_class = QuestionForm
    template_name = "voting/open.html"

    def get(self, request: HttpRequest, **kwargs: object) -> HttpResponseBase:
        """Show the form."""
        if self.item.kind == ItemKind.CHOOSE_VOTING_METHOD:
            return redirect("voting:method", self.item.public_id)
        return super().get(request, **kwargs)

    def initial_of(self) -> dict[str, Any]:
        """The item's own title is the question to begin with."""
        titles = {f"question_{one}": getattr(self.item, f"title_{one}") for one in LANGUAGES}
        return titles | {"method": Method.OPEN_SHOW_OF_HANDS}

    def form_arguments(self) -> dict[str, Any]:
        """At a meeting who presides chooses the method."""
        return {"chooses_method": not self.item.session.is_session, "secret": self.secret}

    @property
    def secret(self) -> bool:
        """Whether the Session has chosen to vote on the question in a ballot box."""
        return chosen_method(self.item.session, self.item) == Method.SECRET_ELECTRONIC

    def context_of(self) -> dict[str, Any]:
        """Also the item under which the Session chooses the method, and what was sealed."""
        items = agenda(self.item.session).filter(kind=ItemKind.CHOOSE_VOTING_METHOD)
        return super().context_of() | {
            "method_item": items.first() or self.item,
            "secret": self.secret,
            "sealed": sealed_vote(self.item) if self.secret else None,
        }

    def act(self, form: Form, occasion: Occasion) -> Vote:
        """Open the vote."""
        told = cast("QuestionForm", form)
        return open_vote(
            occasion=occasion, item=self.item, motion=told.motion(), method=told.chosen
        )


class OpenMethodVote(_ItemPage):
    """Put the method of voting to the vote."""

    form_class = MethodForm
    template_name = "voting/method.html"

    def form_arguments(self) -> dict[str, Any]:
        """The methods the charter offers today."""
        return {"offered": methods(occasion_of(self.request).on)}

    def initial_of(self) -> dict[str, Any]:
        """Hands first: they need no device."""
        return {"method": Method.OPEN_SHOW_OF_HANDS}

    def context_of(self) -> dict[str, Any]:
        """Also those that cannot be held here yet, with the reason."""
        offered = self.form_arguments()["offered"]
        return super().context_of() | {"unavailable": [o for o in offered if not o.available]}

    def act(self, form: Form, occasion: Occasion) -> Vote:
        """Open the vote."""
        proposed, method = cast("MethodForm", form).methods()
        return open_method_vote(
            occasion=occasion, item=self.item, proposed_method=proposed, method=method
        )


@require_safe
def conduct(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """How a vote stands, and for whoever runs it what comes next."""
    vote = vote_of(public_id)
    if led := to_its_poll(vote):
        return led
    occasion = occasion_of(request)
    count = None if vote.is_electronic else hand_count(vote)
    by_hands = not vote.is_electronic and not vote.is_secret
    awaits_count = vote.is_open and by_hands and count is None
    conducts = vote.is_open and is_conductor(occasion, vote.session)
    counts = awaits_count and is_counter(occasion, vote.session)
    context = {
        **told(vote),
        "opened_on": date_of(vote.opened_at),
        "count": count,
        "shows_next": conducts or counts,
        "may_count": counts,
        "awaits_count": awaits_count,
        "box_counted": vote.is_secret and box_count(vote) is not None,
    }
    return render(request, "voting/conduct.html", context)


class CountHands(LawfulPage):
    """Enter what was counted."""

    form_class = HandsForm
    template_name = "voting/hands.html"

    def admit(self, occasion: Occasion) -> Verdict:
        """Who counts hands."""
        return require_counter(occasion, self.vote.session)

    @cached_property
    def vote(self) -> Vote:
        """The vote by show of hands."""
        return vote_of(self.kwargs["public_id"])

    def context_of(self) -> dict[str, Any]:
        """The vote."""
        return {"vote": self.vote}

    def act(self, form: Form, occasion: Occasion) -> Addressed:
        """Enter the count."""
        return count_hands(occasion=occasion, vote=self.vote, **form.cleaned_data)

    def done_url(self, result: object) -> str:
        """Back to where the vote is run."""
        del result
        return reverse("voting:conduct", args=[self.vote.public_id])


class CloseVote(ActView):
    """Close the vote."""

    def act(self, occasion: Occasion) -> Vote:
        """Close it."""
        return close_vote(occasion=occasion, vote=vote_of(self.kwargs["public_id"]))

    def done_url(self, result: Addressed) -> str:
        """Where its result is shown."""
        return reverse("voting:conduct", args=[result.public_id])
