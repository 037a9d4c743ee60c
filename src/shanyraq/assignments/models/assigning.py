"""Assignments: what is to be done, by whom, until when, and every change of the deadline."""

from collections.abc import Collection
from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from shanyraq.assignments.enums import OVER, RUNNING, Effect, Ground, State
from shanyraq.bodies.models import ScopedQuerySet
from shanyraq.charter.models import StoredVerdict
from shanyraq.people.models import Area, Organization, Person
from shanyraq.platform.guards import append_only
from shanyraq.platform.languages import localized
from shanyraq.platform.models import Addressed
from shanyraq.voting.models import Decision


class AssignmentQuerySet(ScopedQuerySet["Assignment"]):
    """Assignments, each of the body whose decision it rests on; asked about by executor and date.

    Whoever reads them says whose: a body's, the whole institution's, the published, one's own.
    """

    def public(self) -> Self:
        """Those that rest on a published decision; what the Chair tells a deputy is internal."""
        return self._limited(ground=Ground.DECISION)

    def carried_out_by(self, person: str, bodies: Collection[int | None]) -> Self:
        """Those of a person, by public identifier, and of the organisations of these keys."""
        shared = CoExecutor.objects.filter(Q(person__public_id=person) | Q(body__in=bodies))
        return self._limited().filter(
            Q(lead_person__public_id=person)
            | Q(lead_body__in=bodies)
            | Q(pk__in=shared.values("assignment"))
        )

    def running(self) -> Self:
        """Those on which the executor has something to do."""
        return self.filter(state__in=RUNNING)

    def reported(self) -> Self:
        """Those whose report awaits acceptance."""
        return self.filter(state=State.REPORTED)

    def finished(self) -> Self:
        """Those that were accepted or withdrawn."""
        return self.filter(state__in=OVER)

    def overdue(self, on: date) -> Self:
        """Those that are past their deadline on a date and not reported."""
        return self.running().filter(deadline__lt=on)

    def with_names(self) -> Self:
        """With what a row of a list tells: decision, executor, region."""
        return self.select_related(
            "decision", "body", "lead_person", "lead_body", "area", "given_by"
        )


class Assignment(Addressed):
    """A task somebody is to carry out, by a decision or by the word of who may give it (R12.1).

    Attributes:
        body: whose assignment it is: the body that decided, or the one that the giver leads.
        given_by: the Chair or the deputy who gave it, when it rests on no decision.
        number: the decision's number and the place in it, "15/1-3".
        text_kk, text_ru, text_en: what is to be done.
        completion_kk, completion_ru, completion_en: what completes it.
        lead_person, lead_body: who answers for it: a person, an organisation or one for the other.
        deadline: the last day to report; empty: until it is instructed.
        area: the region it concerns; empty: none in particular.
        reported_on: the day of the last report.
        days_taken: days from giving to the accepted report; empty until acceptance.
        on_time: whether the accepted report came by its deadline; empty until then or without one.
        effect: the assessment of what was achieved (S4.3.A2).
        power: the law's answer to the one who gave it.
    """

    ground = models.CharField(_("ground"), max_length=16, choices=Ground)
    decision = models.ForeignKey(
        Decision, models.PROTECT, null=True, blank=True, related_name="assignments"
    )
    body = models.ForeignKey(Organization, models.PROTECT, related_name="assignments_made")
    given_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="assignments_given"
    )
    number = models.CharField(_("number"), max_length=40, unique=True)
    text_kk = models.TextField(_("assignment in Kazakh"))
    text_ru = models.TextField(_("assignment in Russian"))
    text_en = models.TextField(_("assignment in English"), blank=True)
    completion_kk = models.TextField(_("what completes it, in Kazakh"), blank=True)
    completion_ru = models.TextField(_("what completes it, in Russian"), blank=True)
    completion_en = models.TextField(_("what completes it, in English"), blank=True)
    lead_person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="assignments_led"
    )
    lead_body = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="assignments_led"
    )
    area = models.ForeignKey(
        Area, models.PROTECT, null=True, blank=True, related_name="assignments"
    )
    deadline = models.DateField(_("deadline"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=16, choices=State, default=State.GIVEN)
    given_on = models.DateField(_("given on"))
    reported_on = models.DateField(_("last report on"), null=True, blank=True)
    finished_on = models.DateField(_("accepted or withdrawn on"), null=True, blank=True)
    days_taken = models.PositiveIntegerField(
        _("days until the accepted report"), null=True, blank=True
    )
    on_time = models.BooleanField(_("reported by the deadline"), null=True, blank=True)
    effect = models.CharField(_("what was achieved"), max_length=16, choices=Effect, blank=True)
    withdrawal_reason = models.TextField(_("why it was withdrawn"), blank=True)
    power = models.ForeignKey(StoredVerdict, models.PROTECT, related_name="assignments_given")

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        ordering = ["-given_on", "-pk"]
        indexes = [
            models.Index(fields=["state", "deadline"]),
            models.Index(fields=["body", "state"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(lead_person__isnull=False) | Q(lead_body__isnull=False),
                name="assignment_has_an_executor",
            ),
            models.CheckConstraint(
                condition=Q(ground=Ground.DECISION, decision__isnull=False)
                | (~Q(ground=Ground.DECISION) & Q(decision=None, given_by__isnull=False)),
                name="assignment_rests_on_something",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=OVER) | Q(finished_on__gte=F("given_on")),
                name="assignment_over_has_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.WITHDRAWN) | ~Q(withdrawal_reason=""),
                name="assignment_withdrawn_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.text}"

    @property
    def text(self) -> str:
        """What is to be done, in the reader's language."""
        return localized(self, "text")

    @property
    def completion(self) -> str:
        """What completes it, in the reader's language; may be empty."""
        return localized(self, "completion")

    @property
    def is_running(self) -> bool:
        """Whether the executor has something to do."""
        return self.state in RUNNING

    @property
    def is_over(self) -> bool:
        """Whether nothing changes any more."""
        return self.state in OVER

    def is_overdue(self, on: date) -> bool:
        """Whether its deadline has passed on a date without a report."""
        return self.is_running and self.deadline is not None and self.deadline < on


class CoExecutor(models.Model):
    """Somebody who carries an assignment out together with the lead executor."""

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="co_executors")
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="assignments_shared"
    )
    body = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="assignments_shared"
    )

    class Meta:
        verbose_name = _("co-executor")
        verbose_name_plural = _("co-executors")
        ordering = ["assignment", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, body=None) | Q(person=None, body__isnull=False),
                name="co_executor_is_one",
            ),
            models.UniqueConstraint(fields=["assignment", "person"], name="co_executor_person"),
            models.UniqueConstraint(fields=["assignment", "body"], name="co_executor_body"),
        ]

    def __str__(self) -> str:
        return str(self.person or self.body)


@append_only
class DeadlineChange(Addressed):
    """A deadline that was moved, with the reason; what stood before stays to be read."""

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="deadline_changes")
    before = models.DateField(_("before"), null=True, blank=True)
    after = models.DateField(_("after"), null=True, blank=True)
    reason = models.TextField(_("reason"))
    moved_by = models.ForeignKey(Person, models.PROTECT, related_name="deadlines_moved")
    moved_at = models.DateTimeField(_("moved"))

    class Meta:
        verbose_name = _("change of a deadline")
        verbose_name_plural = _("changes of deadlines")
        ordering = ["moved_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="deadline_moved_for_a_reason")
        ]

    def __str__(self) -> str:
        return f"{self.assignment_id} {self.after}"


@append_only
class ProgressNote(Addressed):
    """What an executor says of the work while it goes on."""

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="notes")
    author = models.ForeignKey(Person, models.PROTECT, related_name="progress_notes")
    text = models.TextField(_("note"))
    noted_at = models.DateTimeField(_("noted"))

    class Meta:
        verbose_name = _("note on progress")
        verbose_name_plural = _("notes on progress")
        ordering = ["noted_at", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="note_says_something")]

    def __str__(self) -> str:
        return f"{self.assignment_id} {self.noted_at:%Y-%m-%d}"
