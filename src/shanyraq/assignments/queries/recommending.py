"""Reads of recommendations and of the Government's measures."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, QuerySet
from django.shortcuts import get_object_or_404

from shanyraq.assignments.enums import MeasureKind, MeasureStatus
from shanyraq.assignments.models import (
    Answer,
    GovernmentMeasure,
    MeasureStep,
    Recommendation,
    RecommendationQuerySet,
)
from shanyraq.voting.models import Decision


@dataclass(frozen=True, slots=True)
class Sent:
    """A recommendation in a list: its last answer, or how many days it has waited for one."""

    recommendation: Recommendation
    answer: Answer | None
    days_waiting: int


def recommendation_of(public_id: str) -> Recommendation:
    """The recommendation of a public identifier.

    Raises:
        Http404: there is none.
    """
    return get_object_or_404(_recommendations(), public_id=public_id)


def answer_of(public_id: str) -> Answer:
    """The answer of a public identifier.

    Raises:
        Http404: there is none.
    """
    return get_object_or_404(Answer, public_id=public_id)


def recommendations() -> RecommendationQuerySet:
    """Every recommendation sent, the latest first."""
    return _recommendations().prefetch_related("answers")


def open_recommendations(on: dt.date) -> RecommendationQuerySet:
    """Those without an answer on a date, the longest wait first; the law sets no deadline."""
    return recommendations().unanswered(on).order_by("sent_on", "pk")


def sent_on_decision(decision: Decision, on: dt.date) -> list[Sent]:
    """What was sent on the ground of a decision."""
    return [told(one, on) for one in recommendations().filter(decision=decision).order_by("pk")]


def told(recommendation: Recommendation, on: dt.date) -> Sent:
    """A recommendation as lists show it on a date; its answers have been fetched."""
    answers = [one for one in recommendation.answers.all() if one.answered_on <= on]
    last = max(answers, key=lambda one: (one.answered_on, one.pk), default=None)
    until = last.answered_on if last else on
    return Sent(recommendation, last, (until - recommendation.sent_on).days)


def measures(
    kind: MeasureKind | None = None, status: MeasureStatus | None = None
) -> QuerySet[GovernmentMeasure]:
    """The Government's measures, perhaps of one kind or status, in the order of their entry."""
    found = GovernmentMeasure.objects.select_related("responsible").order_by("pk")
    found = found if kind is None else found.filter(kind=kind)
    return found if status is None else found.filter(status=status)


def measures_by_status() -> list[tuple[str, int]]:
    """How many measures stand in each status, in the order of the work."""
    counts = dict(GovernmentMeasure.objects.order_by().values_list("status").annotate(Count("pk")))
    return [(str(one.label), counts.get(one.value, 0)) for one in MeasureStatus]


def measure_of(public_id: str) -> GovernmentMeasure:
    """The measure of a public identifier.

    Raises:
        Http404: there is none.
    """
    found = GovernmentMeasure.objects.select_related("responsible")
    return get_object_or_404(found, public_id=public_id)


def step_of(public_id: str) -> MeasureStep:
    """The step of a public identifier.

    Raises:
        Http404: there is none.
    """
    return get_object_or_404(MeasureStep, public_id=public_id)


def _recommendations() -> RecommendationQuerySet:
    return Recommendation.objects.select_related(
        "decision__vote__session__body", "organization", "effect"
    )
