"""Pages of the law: contents, provisions in time, readings, verdicts."""

import datetime as dt
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render

from shanyraq.charter import components
from shanyraq.charter.forms import DayForm
from shanyraq.charter.models import StoredVerdict
from shanyraq.charter.queries import force_on, provision, verdict_again, verdicts_citing
from shanyraq.charter.queries.blocks import blocks_of, contents, pages
from shanyraq.charter.queries.history import (
    changes_of_the_act,
    days_are_assumed,
    making_act,
    repealing_act,
)
from shanyraq.charter.queries.law import charter_pack, not_counted
from shanyraq.charter.queries.linked import legislation
from shanyraq.charter.queries.rules import rules_of
from shanyraq.charter.queries.wordings import act_words, names_on, sentences
from shanyraq.platform import clock
from shanyraq.platform.languages import active

VERDICTS_SHOWN = 10


def index(request: HttpRequest) -> HttpResponse:
    """The table of contents of the law of today, at the institution's date."""
    on = clock.today()
    return render(request, "charter/index.html", _law_of(on))


def law_of_a_day(request: HttpRequest) -> HttpResponse:
    """What the law was on a day: whether it was in force, and what is known of each provision."""
    form = DayForm(request.GET or None, initial={"on": clock.today()})
    asked = form.is_bound and form.is_valid()
    context = _law_of(form.cleaned_data["on"]) if asked else {}
    status = 422 if form.is_bound and not asked else 200
    return render(request, "charter/day.html", context | {"form": form}, status=status)


def show_provision(request: HttpRequest, slug: str) -> HttpResponse:
    """One provision as it stood on a day, beside its history, its rules and its verdicts.

    Raises:
        Http404: the act has no such provision.
    """
    address = _page_of(slug)
    on, form = _day_of(request)
    context = {"form": form} | _provision_page(address, on)
    return render(request, "charter/provision.html", context, status=422 if form.errors else 200)


def provision_linked(request: HttpRequest, slug: str) -> HttpResponse:
    """The same provision as linked data (JSON-LD, schema.org Legislation).

    Raises:
        Http404: the act has no such provision.
    """
    address = _page_of(slug)
    on, _form = _day_of(request)
    data = legislation(provision(address, on, active()))
    return JsonResponse(data, content_type="application/ld+json")


def readings(request: HttpRequest) -> HttpResponse:
    """Every reading: the question, the choice, the reason."""
    language = active()
    shown = [
        {
            "number": number,
            "question": reading.question.spoken(language),
            "chosen": reading.chosen.spoken(language),
            "why": reading.why.spoken(language),
            "chips": [components.clause_chip(a) for a in reading.clauses if a[:1] in "DRS"],
            "decided_on": reading.decided_on,
        }
        for number, reading in charter_pack().reading_book.readings.items()
    ]
    return render(request, "charter/readings.html", {"readings": shown})


def verdict(request: HttpRequest, public_id: str) -> HttpResponse:
    """A stored verdict: its tree, its proof, and how to recompute it without us."""
    stored = get_object_or_404(StoredVerdict, public_id=public_id)
    given = verdict_again(stored)
    context = {
        "stored": stored,
        "verdict": given,
        "telling": given.tell(active()),
        "outcome": components.outcome_word(stored.outcome),
        "kind": components.kind_of(stored.outcome),
        "chip": components.clause_chip(stored.clause, stored.on, pack=stored.pack_version.pack),
        "tree": components.verdict_tree(given),
        "not_counted": not_counted(stored.on, active()),
        "agrees": given.sha256 == stored.sha256,
    }
    return render(request, "charter/verdict.html", context)


def verdict_json(_request: HttpRequest, public_id: str) -> HttpResponse:
    """The canonical trace of a stored verdict, byte for byte as it was hashed."""
    stored = get_object_or_404(StoredVerdict, public_id=public_id)
    name = f"verdict-{stored.public_id}.json"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(bytes(stored.canonical), content_type="application/json", headers=headers)


def _page_of(slug: str) -> str:
    address = slug.upper()
    if address not in pages():
        raise Http404(address)
    return address


def _day_of(request: HttpRequest) -> tuple[dt.date, DayForm]:
    """The day asked about, today unless a good one was given, and the form that asks for it."""
    asked = {"on", "on_day"} & set(request.GET)
    form = DayForm(request.GET if asked else None, initial={"on": clock.today()})
    on: dt.date = form.cleaned_data["on"] if form.is_bound and form.is_valid() else clock.today()
    return on, form


def _law_of(on: dt.date) -> dict[str, Any]:
    repealed = repealing_act()
    return {
        "on": on,
        "force": force_on(on),
        "made": making_act(),
        "made_by": act_words(making_act(), active()),
        "repealed": repealed,
        "repealed_by": act_words(repealed, active()) if repealed else "",
        "name": names_on(on),
        "contents": contents(on, active()),
        "changes": [(act, act_words(act, active())) for act in changes_of_the_act()],
        "days_assumed": days_are_assumed(),
        "title": charter_pack().head.title.spoken(active()),
    }


def _provision_page(address: str, on: dt.date) -> dict[str, Any]:
    found = provision(address, on, active())
    cited, number = verdicts_citing(address, limit=VERDICTS_SHOWN)
    timeline = components.timeline_of(address, on)
    blocks = blocks_of(address, on, active())
    return {
        "on": on,
        "found": found,
        "force": force_on(on),
        "chapter": next(c for c in contents(on, active()) if found in c.provisions),
        "sentences": sentences(found),
        "blocks": blocks,
        "has_official": any(block.official for block in blocks),
        "timeline": timeline,
        "days_assumed": days_are_assumed(),
        "periods": [(p, act_words(p.by, active()) if p.by else "") for p in timeline.periods],
        "rules": rules_of(address, active()),
        "verdicts": [(each, components.outcome_word(each.outcome)) for each in cited],
        "verdicts_number": number,
    }
