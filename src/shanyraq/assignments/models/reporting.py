"""Reports on assignments, their evidence, and what was made of them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from shanyraq.assignments.enums import Effect
from shanyraq.assignments.models._files import Attached
from shanyraq.assignments.models.assigning import Assignment
from shanyraq.charter.models import StoredVerdict
from shanyraq.people.models import Organization, Person
from shanyraq.platform.guards import append_only
from shanyraq.platform.models import Addressed


@append_only
class Report(Addressed):
    """What was done on an assignment; the executor's, or entered for one without an account.

    Attributes:
        cycle: which report on the assignment it is, from 1.
        author: who sent it, or who entered it.
        entered_for: the organisation for which the controlling staff entered it; else empty.
        deadline: the deadline that stood when it came.
    """

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="reports")
    cycle = models.PositiveSmallIntegerField(_("number"))
    author = models.ForeignKey(Person, models.PROTECT, related_name="reports_sent")
    entered_for = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="reports_entered"
    )
    text = models.TextField(_("what was done"))
    deadline = models.DateField(_("deadline then"), null=True, blank=True)
    submitted_on = models.DateField(_("submitted on"))
    submitted_at = models.DateTimeField(_("submitted"))

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["assignment", "cycle"]
        constraints = [
            models.UniqueConstraint(fields=["assignment", "cycle"], name="report_cycle_once"),
            models.CheckConstraint(condition=~Q(text=""), name="report_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.assignment_id} {self.cycle}"

    @property
    def is_late(self) -> bool:
        """Whether it came after the deadline that stood then."""
        return self.deadline is not None and self.submitted_on > self.deadline

    @property
    def answer(self) -> "Assessment | None":
        """What was made of it; None: it waits."""
        return getattr(self, "assessment", None)


@append_only
class Evidence(Addressed, Attached):
    """A file that shows what a report says."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="evidence")
    name = models.CharField(_("name of the file"), max_length=255)

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ["report", "pk"]

    def __str__(self) -> str:
        return self.name


@append_only
class Assessment(Addressed):
    """The answer to a report: accepted, with what was achieved, or returned with a reason."""

    report = models.OneToOneField(Report, models.PROTECT, related_name="assessment")
    accepted = models.BooleanField(_("accepted"))
    effect = models.CharField(_("what was achieved"), max_length=16, choices=Effect, blank=True)
    text = models.TextField(_("assessment"))
    assessed_by = models.ForeignKey(Person, models.PROTECT, related_name="reports_assessed")
    assessed_at = models.DateTimeField(_("assessed"))
    power = models.ForeignKey(StoredVerdict, models.PROTECT, related_name="assessments")

    class Meta:
        verbose_name = _("assessment")
        verbose_name_plural = _("assessments")
        ordering = ["report"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="assessment_gives_a_reason"),
            models.CheckConstraint(
                condition=Q(accepted=True, effect__in=Effect.values) | Q(accepted=False, effect=""),
                name="assessment_of_what_was_accepted",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report_id} {self.accepted}"
