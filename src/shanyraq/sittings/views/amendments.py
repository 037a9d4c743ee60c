"""Proposals to amend the Regulation: the changes, what they would have turned, where they go."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from django.core.paginator import Paginator
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from shanyraq.charter.components import kind_of, outcome_word
from shanyraq.charter.queries import Place, Told, place_at, places, told_in_languages
from shanyraq.platform.languages import active, fold
from shanyraq.platform.models import Addressed
from shanyraq.platform.occasion import Occasion, occasion_of
from shanyraq.platform.pages import ActView
from shanyraq.sittings.actions import drop_change, propose_change, try_changes
from shanyraq.sittings.components import trial as progress_of
from shanyraq.sittings.enums import ItemKind, State
from shanyraq.sittings.forms import ChangeForm, PlacesForm
from shanyraq.sittings.models import AgendaItem, ProposedChange, Trial
from shanyraq.sittings.permissions import PREPARING, rules_of
from shanyraq.sittings.queries import (
    TriedVerdict,
    change_of,
    item_of,
    proposed_change,
    sees_papers,
    trial_of,
    tried,
)
from shanyraq.sittings.views.frame import PowerPage

PLACES, VERDICTS = 40, 50


@dataclass(frozen=True, slots=True)
class Shown:
    """A proposed change in words of three languages, with its place in the charter."""

    row: ProposedChange
    place: Place | None
    told: list[Told]


@dataclass(frozen=True, slots=True)
class Turned:
    """A verdict that would have come out otherwise, in words."""

    verdict: TriedVerdict
    before: str
    after: str
    kind: str


@require_safe
def amendments(request: HttpRequest, item: str) -> HttpResponse:
    """The changes a question proposes, in words, and what their dry run found.

    Raises:
        Http404: the question proposes no amendments, or the reader does not see its papers.
    """
    one = _amending(item)
    occasion = occasion_of(request)
    if not sees_papers(one.session, occasion):
        raise Http404
    trial = trial_of(one)
    page = Paginator(trial.rows if trial else [], VERDICTS).get_page(request.GET.get("page"))
    prepares = rules_of(one.session.body, occasion.on).holds(PREPARING, occasion)
    context = {
        "item": one,
        "session": one.session,
        "changes": [_shown(row) for row in one.changes.order_by("pk")],
        "trial": trial,
        "progress": progress_of(trial.public_id) if trial else "",
        "page": page,
        "turned": [_turned(verdict) for verdict in tried(list(page.object_list))],
        "prepares": prepares,
        "may_change": prepares and one.session.state in {State.PREPARED, State.ANNOUNCED},
    }
    return render(request, "sittings/amendments.html", context)


@require_safe
def amendment_places(request: HttpRequest, item: str) -> HttpResponse:
    """The places of the charter that may be changed, with what stands there now.

    Raises:
        Http404: the question proposes no amendments.
    """
    one = _amending(item)
    form = PlacesForm(request.GET)
    form.is_valid()
    found = _found(form.cleaned_data.get("q", ""))
    context = {
        "item": one,
        "session": one.session,
        "form": form,
        "page": Paginator(found, PLACES).get_page(form.cleaned_data.get("page")),
    }
    return render(request, "sittings/amendment_places.html", context)


def _found(words: str) -> list[Place]:
    wanted = fold(words).split()
    return [
        place
        for place in places(active())
        if all(word in fold(f"{place.line} {place.field} {place.address}") for word in wanted)
    ]


def _amending(public_id: str) -> AgendaItem:
    item = item_of(public_id)
    if item.kind != ItemKind.AMENDMENTS:
        raise Http404
    return item


def _shown(row: ProposedChange) -> Shown:
    return Shown(row, place_at(row.place, active()), told_in_languages(change_of(row)))


def _turned(verdict: TriedVerdict) -> Turned:
    before, after = outcome_word(verdict.old), outcome_word(verdict.new)
    return Turned(verdict, before, after, kind_of(verdict.new))


class OneProposal:
    """A page about the question of the address."""

    kwargs: dict[str, Any]

    @cached_property
    def item(self) -> AgendaItem:
        """The question of the address."""
        return _amending(self.kwargs["item"])

    def done_url(self, result: Addressed) -> str:
        """The page of the proposal."""
        del result
        return reverse("sittings:amendments", args=[self.item.public_id])


class Propose(OneProposal, PowerPage):
    """Propose another value for one place of the charter."""

    form_class = ChangeForm
    template_name = "sittings/amendment_propose.html"
    power = PREPARING

    @cached_property
    def place(self) -> Place:
        """The place of the address.

        Raises:
            Http404: there is none.
        """
        found = place_at(self.kwargs["place"], active())
        if found is None:
            raise Http404
        return found

    def initial_of(self) -> dict[str, Any]:
        """What stands there now."""
        value = self.place.value
        listed = [str(each) for each in value] if isinstance(value, list | tuple) else str(value)
        return {"value": listed}

    def form_arguments(self) -> dict[str, Any]:
        """The form asks for a value of the place's sort."""
        return {"place": self.place}

    def context_of(self) -> dict[str, Any]:
        """The question and the place."""
        return {"item": self.item, "session": self.item.session, "place": self.place}

    def act(self, form: Form, occasion: Occasion) -> ProposedChange:
        """Propose it."""
        value = cast("ChangeForm", form).value
        return propose_change(
            occasion=occasion, item=self.item, place=self.place.address, value=value
        )


class Drop(ActView):
    """Take a change out of a proposal."""

    def act(self, occasion: Occasion) -> AgendaItem:
        """Take it out."""
        return drop_change(occasion=occasion, change=proposed_change(self.kwargs["change"]))

    def done_url(self, result: Addressed) -> str:
        """The page of the proposal."""
        return reverse("sittings:amendments", args=[result.public_id])


class Try(OneProposal, ActView):
    """Work the dry run out afresh."""

    def act(self, occasion: Occasion) -> Trial:
        """Ask for it."""
        return try_changes(occasion=occasion, item=self.item)
