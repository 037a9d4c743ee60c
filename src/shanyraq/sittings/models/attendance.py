"""Who was in the hall from when to when.

Attendance is intervals: the moment of arrival belongs to one, the moment of leaving does not.
"""

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.models import Membership
from shanyraq.platform.models import Addressed
from shanyraq.sittings.enums import Means
from shanyraq.sittings.models.sessions import Session


class AttendanceQuerySet(models.QuerySet["Attendance"]):
    """Intervals of presence, asked about by moment."""

    def at(self, moment: dt.datetime) -> Self:
        """Those that hold a moment: that of arrival included, that of leaving not."""
        return self.filter(Q(left_at=None) | Q(left_at__gt=moment), arrived_at__lte=moment)

    def running(self) -> Self:
        """Those of members who have not left."""
        return self.filter(left_at=None)


class Attendance(Addressed):
    """One stay of a member in the hall; a member's stays in a Session never overlap."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="attendances")
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="attendances")
    arrived_at = models.DateTimeField(_("arrived"))
    left_at = models.DateTimeField(_("left"), null=True, blank=True)
    means = models.CharField(_("registered"), max_length=8, choices=Means)

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        ordering = ["session", "arrived_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "membership"],
                condition=Q(left_at=None),
                name="attendance_one_running",
            ),
            models.CheckConstraint(
                condition=Q(left_at=None) | Q(left_at__gte=F("arrived_at")),
                name="attendance_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.membership} {self.arrived_at:%H:%M}"
