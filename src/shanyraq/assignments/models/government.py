"""What the Government was told to do under the Decree, and how far it is (D.2, reading A36)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from shanyraq.assignments.enums import MeasureKind, MeasureStatus
from shanyraq.assignments.models._files import Attached
from shanyraq.people.models import Organization
from shanyraq.platform.guards import append_only
from shanyraq.platform.languages import localized
from shanyraq.platform.models import Addressed


class GovernmentMeasure(Addressed):
    """A measure, or an earlier act to be brought into line; open without a deadline (A36).

    Attributes:
        act_to_align: number, date and name of the earlier act; empty for a measure.
        responsible: the body the Government made responsible; empty while none is named.
        status: as the last source document says, on `status_on`.
    """

    kind = models.CharField(_("kind"), max_length=16, choices=MeasureKind)
    title_kk = models.CharField(_("title in Kazakh"), max_length=500)
    title_ru = models.CharField(_("title in Russian"), max_length=500)
    title_en = models.CharField(_("title in English"), max_length=500, blank=True)
    act_to_align = models.CharField(_("act to be aligned"), max_length=500, blank=True)
    responsible = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="measures"
    )
    status = models.CharField(
        _("status"), max_length=16, choices=MeasureStatus, default=MeasureStatus.OPEN
    )
    status_on = models.DateField(_("status as of"))
    entered_at = models.DateTimeField(_("entered"))

    class Meta:
        verbose_name = _("implementing measure")
        verbose_name_plural = _("implementing measures")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=MeasureKind.MEASURE, act_to_align="")
                | (Q(kind=MeasureKind.CONFORMITY) & ~Q(act_to_align="")),
                name="measure_of_conformity_names_its_act",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """What is to be done, in the reader's language."""
        return localized(self, "title")


@append_only
class MeasureStep(Addressed, Attached):
    """What a source document says about a measure on a date; earlier steps stay."""

    measure = models.ForeignKey(GovernmentMeasure, models.PROTECT, related_name="steps")
    status = models.CharField(_("status"), max_length=16, choices=MeasureStatus)
    on = models.DateField(_("date"))
    source = models.CharField(_("source document"), max_length=500)
    recorded_at = models.DateTimeField(_("recorded"))

    class Meta:
        verbose_name = _("step of a measure")
        verbose_name_plural = _("steps of measures")
        ordering = ["measure", "on", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(source=""), name="step_has_a_source")]

    def __str__(self) -> str:
        return f"{self.measure_id} {self.status}"
