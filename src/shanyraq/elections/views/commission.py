"""Setting up a ballot box and bringing it to its end: the pages and buttons of those who run it."""

from functools import cached_property
from typing import Any, cast

from django.forms import Form
from django.urls import reverse

from shanyraq.elections.actions import (
    abandon,
    appoint_commission,
    close_ballots,
    conclude,
    draw_up_roll,
    prepare_secret_vote,
    seal,
)
from shanyraq.elections.forms import AbandonForm, CommissionForm, SecretVoteForm
from shanyraq.elections.models import BallotBox, Election
from shanyraq.elections.permissions import require_box_keeper
from shanyraq.elections.queries import (
    box_law,
    box_of,
    election_of,
    may_reveal,
    roll_of,
    turnout_of,
)
from shanyraq.elections.queries.commission import possible_commission
from shanyraq.elections.views.conducting import Working
from shanyraq.platform.languages import LANGUAGES
from shanyraq.platform.models import Addressed
from shanyraq.platform.occasion import Occasion, occasion_of
from shanyraq.platform.pages import ActView
from shanyraq.sittings.models import AgendaItem
from shanyraq.sittings.queries import item_of
from shanyraq.voting.permissions import require_closer


class Commission(Working):
    """Name who gives out the voting codes and who holds the keys."""

    form_class = CommissionForm
    template_name = "elections/commission.html"

    @cached_property
    def election(self) -> Election:
        """The election of the address."""
        return election_of(self.kwargs["public_id"])

    @cached_property
    def item(self) -> AgendaItem:
        """Its question."""
        return self.election.item

    def admit(self, occasion: Occasion) -> None:
        """Let pass who runs votes.

        Raises:
            NotYours: the power is another's.
            LawSilent: the law gives no answer.
        """
        require_box_keeper(occasion, self.item)

    def form_arguments(self) -> dict[str, Any]:
        """Whom one may name, and how many the reading asks for."""
        law = box_law(occasion_of(self.request).on)
        return {"people": possible_commission(self.item), "trustees": law.trustees}

    def context_of(self) -> dict[str, Any]:
        """The election and what the reading says."""
        law = box_law(occasion_of(self.request).on)
        return {"election": self.election, "item": self.item, "law": law} | {
            "session": self.item.session
        }

    def act(self, form: Form, occasion: Occasion) -> Addressed:
        """Appoint it."""
        asked = cast("CommissionForm", form)
        return appoint_commission(
            occasion=occasion,
            election=self.election,
            registrar=asked.cleaned_data["registrar"],
            trustees=asked.trustees,
        )


class SecretVote(Commission):
    """Word the motion of a secret vote and name its commission."""

    form_class = SecretVoteForm
    template_name = "elections/secret_vote.html"

    @cached_property
    def item(self) -> AgendaItem:
        """The question of the address."""
        return item_of(self.kwargs["item"])

    def initial_of(self) -> dict[str, Any]:
        """The question's own title to begin with."""
        return {f"question_{one}": getattr(self.item, f"title_{one}") for one in LANGUAGES}

    def context_of(self) -> dict[str, Any]:
        """The question and what the reading says."""
        law = box_law(occasion_of(self.request).on)
        return {"item": self.item, "session": self.item.session, "law": law}

    def act(self, form: Form, occasion: Occasion) -> Addressed:
        """Set the box up."""
        asked = cast("SecretVoteForm", form)
        return prepare_secret_vote(
            occasion=occasion,
            item=self.item,
            registrar=asked.cleaned_data["registrar"],
            trustees=asked.trustees,
            motion=asked.motion(),
        )


class _BoxPage(Working):
    """A page about a ballot box with a form; it leads on to the election."""

    @cached_property
    def box(self) -> BallotBox:
        """The box of the address."""
        return box_of(self.kwargs["public_id"])

    @cached_property
    def item(self) -> AgendaItem:
        """Its question."""
        return self.box.item

    def context_of(self) -> dict[str, Any]:
        """The box and how full it is."""
        return {
            "box": self.box,
            "item": self.item,
            "session": self.item.session,
            "turnout": turnout_of(self.box),
            "roll": roll_of(self.box).count(),
            "may_reveal": may_reveal(self.box),
        }


class Close(_BoxPage):
    """Close the box, told first what that would mean."""

    form_class = Form
    template_name = "elections/close.html"

    def admit(self, occasion: Occasion) -> None:
        """Let pass who closes votes.

        Raises:
            RunsNoVotes: the actor does not.
            NotPresiding: somebody else presides.
            LawSilent: the law gives no answer.
        """
        require_closer(occasion, self.item.session)

    def act(self, form: Form, occasion: Occasion) -> Addressed:
        """Close it."""
        del form
        return close_ballots(occasion=occasion, box=self.box)


class Abandon(Close):
    """Give the box up, with the reason."""

    form_class = AbandonForm
    template_name = "elections/abandon.html"

    def act(self, form: Form, occasion: Occasion) -> Addressed:
        """Give it up."""
        return abandon(occasion=occasion, box=self.box, **form.cleaned_data)


class Conclude(_BoxPage):
    """Put the result together, told first what it may reveal."""

    form_class = Form
    template_name = "elections/conclude.html"

    def admit(self, occasion: Occasion) -> None:
        """Let pass who runs votes.

        Raises:
            NotYours: the power is another's.
            LawSilent: the law gives no answer.
        """
        require_box_keeper(occasion, self.item)

    def act(self, form: Form, occasion: Occasion) -> Addressed:
        """Put it together."""
        del form
        return conclude(occasion=occasion, box=self.box)


class _Button(ActView):
    """A button about a box; it leads back to the election."""

    @cached_property
    def box(self) -> BallotBox:
        """The box of the address."""
        return box_of(self.kwargs["public_id"])

    def done_url(self, result: object) -> str:
        """The page of the question's election."""
        del result
        return reverse("elections:of-item", args=[self.box.item.public_id])


class DrawUpRoll(_Button):
    """Draw up the list of those who may vote."""

    def act(self, occasion: Occasion) -> Addressed:
        """Draw it up."""
        return draw_up_roll(occasion=occasion, box=self.box)


class Seal(_Button):
    """Seal the box."""

    def act(self, occasion: Occasion) -> Addressed:
        """Seal it."""
        return seal(occasion=occasion, box=self.box)
