"""Dry runs of proposed amendments: what would have come out otherwise (R8.4d)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from shanyraq.platform.models import Addressed
from shanyraq.sittings.models.agenda import AgendaItem


class Trial(Addressed):
    """The changes that a question proposes, tried on every verdict given so far.

    It has no effect of its own: it is worked out again when the changes are others.

    Attributes:
        changes: the changes tried, as they are written.
        read, total: how many stored verdicts were read so far, of how many.
        examined: how many rest on a changed rule.
        differing: how many would have come out otherwise.
        rows: those of them that are shown, the oldest first.
        finished_at: when it was done; empty while it runs.
    """

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="trials")
    changes = models.JSONField(_("changes"))
    asked_at = models.DateTimeField(_("asked"))
    read = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    examined = models.PositiveIntegerField(_("examined"), default=0)
    differing = models.PositiveIntegerField(_("otherwise"), default=0)
    rows = models.JSONField(default=list)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    class Meta:
        verbose_name = _("dry run")
        verbose_name_plural = _("dry runs")
        ordering = ["item", "-pk"]

    def __str__(self) -> str:
        return f"{self.item_id} {self.asked_at:%Y-%m-%d}"

    @property
    def topic(self) -> str:
        """The live topic under which its progress is told."""
        return f"trial:{self.public_id}"
