"""A member's own page of a vote: the ballot, then what became of it."""

from functools import cached_property
from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

from shanyraq.platform.clock import date_of
from shanyraq.platform.journal import entries_of
from shanyraq.platform.occasion import Occasion, occasion_of
from shanyraq.platform.pages import FormPage
from shanyraq.sittings.queries import agenda
from shanyraq.voting.actions import cast_ballot
from shanyraq.voting.components import told
from shanyraq.voting.enums import Choice
from shanyraq.voting.forms import BallotForm
from shanyraq.voting.models import Ballot, Vote
from shanyraq.voting.queries import quorum_of, vote_of, voter_of
from shanyraq.voting.views.lawful import to_its_poll


class BallotPage(FormPage):
    """Cast one's own vote, and see that it was recorded."""

    form_class = BallotForm
    template_name = "voting/vote.html"

    @cached_property
    def vote(self) -> Vote:
        """The vote of the page."""
        return vote_of(self.kwargs["public_id"])

    def get(self, request: HttpRequest, **kwargs: object) -> HttpResponseBase:
        """Show the ballot."""
        return to_its_poll(self.vote) or super().get(request, **kwargs)

    def context_of(self) -> dict[str, Any]:
        """The vote, the reader's right in it and what became of it."""
        vote = self.vote
        voter = voter_of(vote, occasion_of(self.request).actor)
        ballot: Ballot | None = getattr(voter, "ballot", None)
        return {
            **told(vote),
            "opened_on": date_of(vote.opened_at),
            "voter": voter,
            "ballot": ballot,
            "choice": Choice(ballot.choice).label if ballot else "",
            "entry": next(iter(entries_of(ballot.public_id)), None) if ballot else None,
            "item": agenda(vote.session).filter(pk=vote.item_id).first() or vote.item,
            "quorum": quorum_of(vote),
        }

    def act(self, form: Form, occasion: Occasion) -> Ballot:
        """Cast the vote."""
        choice = Choice(form.cleaned_data["choice"])
        return cast_ballot(occasion=occasion, vote=self.vote, choice=choice)

    def done_url(self, result: object) -> str:
        """The same page, which now shows the receipt."""
        del result
        return reverse("voting:vote", args=[self.vote.public_id])
