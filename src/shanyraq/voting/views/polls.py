"""Pages of polls of the Council: for the Working Organ, for a member's phone, for everybody."""

import datetime as dt
from functools import cached_property
from typing import Any, cast

from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from shanyraq.law import Verdict
from shanyraq.platform.journal import entries_of
from shanyraq.platform.models import Addressed, new_public_id
from shanyraq.platform.occasion import Occasion, occasion_of
from shanyraq.platform.pages import ActView
from shanyraq.sittings.models import Session
from shanyraq.sittings.permissions import holds_power, require_power
from shanyraq.sittings.queries import membership_of
from shanyraq.voting.actions import answer_poll, close_poll, open_poll, remind_of_poll
from shanyraq.voting.components import poll_told
from shanyraq.voting.enums import Choice
from shanyraq.voting.forms import PollForm, SheetForm
from shanyraq.voting.models import Vote
from shanyraq.voting.permissions import ANSWERING, POLLING, may_by_post, require_answerer
from shanyraq.voting.queries import (
    answers_of,
    may_close_poll,
    open_from,
    opening_time,
    own_answers,
    poll_of,
    poll_votes,
    possible_kinds,
    sheet_of,
    unanswered_of,
)
from shanyraq.voting.queries import polls as all_polls
from shanyraq.voting.views.lawful import LawfulPage

ROWS = 25
EVENING = dt.time(18)
MOST_QUESTIONS = 20
#: How the journal calls the closing of a poll.
CLOSING = "voting.close_poll"


@require_safe
def polls(request: HttpRequest) -> HttpResponse:
    """Every poll of the Council, the latest first."""
    page = Paginator(all_polls(), ROWS).get_page(request.GET.get("page"))
    occasion = occasion_of(request)
    context = {"page": page, "conducts": holds_power(POLLING, occasion)}
    return render(request, "voting/polls.html", context)


class OpenPoll(LawfulPage):
    """Open a poll; a button adds one more question and keeps what was typed."""

    form_class = PollForm
    template_name = "voting/poll_open.html"

    def admit(self, occasion: Occasion) -> Verdict:
        """Who conducts polls of the Council."""
        return require_power(POLLING, occasion)

    @property
    def count(self) -> int:
        """How many questions the form has now."""
        typed = self.request.POST.get("count", "1")
        count = int(typed) if typed.isdecimal() else 1
        return min(max(count, 1), MOST_QUESTIONS)

    def form_arguments(self) -> dict[str, Any]:
        """So many questions, of the kinds a poll may have today."""
        return {"count": self.count, "kinds": possible_kinds(occasion_of(self.request).on)}

    @cached_property
    def opening(self) -> Verdict:
        """The law's words on the time, were the poll to end today."""
        on = occasion_of(self.request).on
        return open_from(on, on, on=on)

    def initial_of(self) -> dict[str, Any]:
        """The first day that no warning speaks against."""
        return {"ends": self.opening.first_lawful_day, "time": EVENING}

    def context_of(self) -> dict[str, Any]:
        """What the law says of the time."""
        return {"opening": self.opening, "most": MOST_QUESTIONS}

    def post(self, request: HttpRequest, **kwargs: object) -> HttpResponseBase:
        """Open it, or add a question."""
        if "more" not in request.POST:
            return super().post(request, **kwargs)
        kinds = self.form_arguments()["kinds"]
        before = PollForm(count=self.count, kinds=kinds)
        typed = {
            name: field.widget.value_from_datadict(request.POST, request.FILES, name)
            for name, field in before.fields.items()
        }
        form = PollForm(initial=typed, count=min(self.count + 1, MOST_QUESTIONS), kinds=kinds)
        return self.shown(request, form, request.POST.get("request_key") or new_public_id())

    def act(self, form: Form, occasion: Occasion) -> Session:
        """Open it."""
        filled = cast("PollForm", form)
        return open_poll(occasion=occasion, ends_at=filled.ends_at, questions=filled.questions())

    def done_url(self, result: Addressed) -> str:
        """The poll."""
        return reverse("voting:poll", args=[result.public_id])


@require_safe
def poll(request: HttpRequest, public_id: str) -> HttpResponse:
    """A poll: how many have answered; once it is closed, each result with its explanation."""
    found = poll_of(public_id)
    occasion = occasion_of(request)
    conducts = holds_power(POLLING, occasion)
    running = found.closed_at is None
    closing, _standing = may_close_poll(found, occasion.at, on=occasion.on)
    context = {
        **poll_told(found, occasion.at),
        "conducts": conducts,
        "now": occasion.at,
        "may_answer": running and may_by_post(ANSWERING, occasion),
        "closing": closing,
        "time_over": found.ends_at is not None and occasion.at >= found.ends_at,
        "opening": opening_time(found, closed_on=None, on=found.day),
        "waiting": unanswered_of(found, occasion.on) if conducts and running else (),
        "reminder": found.reminders.last(),
        "entry": next((one for one in entries_of(found.public_id) if one.action == CLOSING), None),
    }
    return render(request, "voting/poll.html", context)


@require_safe
def poll_names(request: HttpRequest, public_id: str) -> HttpResponse:
    """How each member answered each question, by name, once the poll is closed."""
    found = poll_of(public_id)
    context = {"poll": found, "votes": poll_votes(found), "rows": answers_of(found)}
    return render(request, "voting/poll_names.html", context)


class AnswerPoll(LawfulPage):
    """A member's sheet: every question, one button; then what was recorded."""

    form_class = SheetForm
    template_name = "voting/poll_sheet.html"

    def admit(self, occasion: Occasion) -> Verdict:
        """Members of the Council."""
        return require_answerer(occasion)

    @cached_property
    def poll(self) -> Session:
        """The poll of the page."""
        return poll_of(self.kwargs["public_id"])

    @cached_property
    def votes(self) -> list[Vote]:
        """Its questions."""
        return list(poll_votes(self.poll))

    def form_arguments(self) -> dict[str, Any]:
        """The questions."""
        return {"votes": self.votes}

    def context_of(self) -> dict[str, Any]:
        """The poll and the reader's own sheet, if it was handed in."""
        occasion = occasion_of(self.request)
        seat = membership_of(self.poll, occasion.actor, occasion.on)
        sheet = seat and sheet_of(self.poll, seat)
        own = own_answers(sheet) if sheet else {}
        return {
            "poll": self.poll,
            "votes": self.votes,
            "sheet": sheet,
            "own": [(vote, own[vote.pk].label) for vote in self.votes] if sheet else [],
            "entry": next(iter(entries_of(sheet.public_id)), None) if sheet else None,
            "time_over": self.poll.ends_at is not None and occasion.at >= self.poll.ends_at,
        }

    def act(self, form: Form, occasion: Occasion) -> Addressed:
        """Hand it in."""
        answers: dict[str, Choice] = cast("SheetForm", form).answers()
        return answer_poll(occasion=occasion, poll=self.poll, answers=answers)

    def done_url(self, result: object) -> str:
        """The same page, which now shows what was recorded."""
        del result
        return reverse("voting:sheet", args=[self.poll.public_id])


class _PollAct(ActView):
    """A button of a poll; it leads back to the poll."""

    @cached_property
    def poll(self) -> Session:
        """The poll of the address."""
        return poll_of(self.kwargs["public_id"])

    def done_url(self, result: object) -> str:
        """The poll."""
        del result
        return reverse("voting:poll", args=[self.poll.public_id])


class RemindOfPoll(_PollAct):
    """Write to those who have not answered."""

    def act(self, occasion: Occasion) -> Addressed:
        """Remind them."""
        return remind_of_poll(occasion=occasion, poll=self.poll)


class ClosePoll(_PollAct):
    """Close the poll."""

    def act(self, occasion: Occasion) -> Addressed:
        """Close it."""
        return close_poll(occasion=occasion, poll=self.poll)
