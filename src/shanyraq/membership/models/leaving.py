"""Departures: how a seat was given up by its holder."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.models import Act, Membership
from shanyraq.charter.models import StoredVerdict
from shanyraq.platform.guards import append_only
from shanyraq.platform.models import Addressed


@append_only
class Departure(Addressed):
    """A member's own leaving, effective at the receipt or on a later day he named (R20.3, A26)."""

    seat = models.OneToOneField(Membership, models.PROTECT, related_name="departure")
    act = models.ForeignKey(Act, models.PROTECT, related_name="departures")
    text = models.TextField(_("statement"), blank=True)
    received_at = models.DateTimeField(_("received"))
    effective_on = models.DateField(_("effective on"))
    verdict = models.ForeignKey(StoredVerdict, models.PROTECT, related_name="departures")

    class Meta:
        verbose_name = _("voluntary exit")
        verbose_name_plural = _("voluntary exits")
        ordering: ClassVar = ["-received_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.seat} · {self.effective_on:%d.%m.%Y}"
