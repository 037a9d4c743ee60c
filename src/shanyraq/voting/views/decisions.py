"""What was decided and why, who was there, how each voted, what members think of it."""

import csv
from functools import cached_property
from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from shanyraq.charter.queries import verdict_again
from shanyraq.law import Verdict
from shanyraq.platform.documents import cell
from shanyraq.platform.journal import Entry, entries_of
from shanyraq.platform.languages import active
from shanyraq.platform.occasion import Occasion, occasion_of
from shanyraq.sittings.enums import OpinionLanguage
from shanyraq.voting.actions import add_dissent
from shanyraq.voting.enums import Purpose
from shanyraq.voting.forms import OpinionForm
from shanyraq.voting.models import Decision, Dissent, Vote
from shanyraq.voting.permissions import OPINION, may_by_post, require_opinion
from shanyraq.voting.queries import (
    decision_of,
    dissents_of,
    presence_by_category,
    roll,
    shows_choices,
    tally_of,
    vote_of,
)
from shanyraq.voting.views.lawful import LawfulPage, to_its_poll


@require_safe
def decision(request: HttpRequest, public_id: str) -> HttpResponse:
    """A decision with the conditions it rests on, its effect, who was present, opinions."""
    found = decision_of(public_id)
    vote = found.vote
    categories = presence_by_category(vote)
    majority = verdict_again(found.verdict).children[-1].tell(active())
    context = {
        "decision": found,
        "vote": vote,
        "by_poll": vote.purpose == Purpose.POLL,
        "result": tally_of(vote),
        "word": majority.conclusion,
        "requirement": majority.requirement,
        "categories": categories,
        "members": sum(one.members for one in categories),
        "present": sum(one.present for one in categories),
        "dissents": dissents_of(found),
        "entry": _closing_of(vote),
        "may_dissent": may_by_post(OPINION, occasion_of(request)),
    }
    return render(request, "voting/decision.html", context)


def _closing_of(vote: Vote) -> Entry | None:
    """The journal's entry by which the vote was closed and the decision made."""
    by_poll = vote.purpose == Purpose.POLL
    entries = entries_of(vote.session.public_id if by_poll else vote.public_id)
    closing = "voting.close_poll" if by_poll else "voting.close_vote"
    return next((one for one in entries if one.action == closing), None)


@require_safe
def trace(request: HttpRequest, public_id: str) -> HttpResponse:
    """The explanation of a decision as the canonical JSON whose hash the journal holds."""
    del request
    stored = decision_of(public_id).verdict
    return HttpResponse(bytes(stored.canonical), content_type="application/json")


@require_safe
def names(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Who was present when a vote opened and how each voted."""
    vote = vote_of(public_id)
    if led := to_its_poll(vote):
        return led
    return render(
        request,
        "voting/names.html",
        {"vote": vote, "roll": roll(vote), "by_name": shows_choices(vote)},
    )


@require_safe
def names_csv(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """The same as a table for a program."""
    del request
    vote = vote_of(public_id)
    if led := to_its_poll(vote):
        return led
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="vote-{vote.public_id}.csv"'
    rows = csv.writer(response)
    shown = shows_choices(vote)
    rows.writerow([_("Member"), _("Vote")] if shown else [_("Member")])
    for one in roll(vote):
        name = cell(one.name)
        rows.writerow([name, one.choice or ""] if shown else [name])
    return response


class AddDissent(LawfulPage):
    """Add one's own opinion to a decision."""

    form_class = OpinionForm
    template_name = "voting/dissent.html"

    def admit(self, occasion: Occasion) -> Verdict:
        """Whom the law lets express an opinion."""
        return require_opinion(occasion)

    @cached_property
    def decision(self) -> Decision:
        """The decision the opinion is about."""
        return decision_of(self.kwargs["public_id"])

    def initial_of(self) -> dict[str, Any]:
        """The language of the page is the likeliest."""
        return {"language": active()}

    def context_of(self) -> dict[str, Any]:
        """The decision."""
        return {"decision": self.decision}

    def act(self, form: Form, occasion: Occasion) -> Dissent:
        """Add the opinion."""
        data = form.cleaned_data
        return add_dissent(
            occasion=occasion,
            decision=self.decision,
            text=data["text"],
            language=OpinionLanguage(data["language"]),
        )

    def done_url(self, result: object) -> str:
        """The decision, with the opinion under it."""
        del result
        return reverse("voting:decision", args=[self.decision.public_id]) + "#opinions"
