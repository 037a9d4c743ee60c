"""Sessions, their agendas and papers, who was in the hall from when to when, who was invited.

A Session is prepared (no legal effect), announced, open, closed; after that nothing changes.
Attendance is intervals: the moment of arrival belongs to one, the moment of leaving does not.
"""

import datetime as dt
import secrets
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.models import Act, Membership
from shanyraq.people.enums import Language
from shanyraq.people.models import Organization, Person
from shanyraq.platform.clock import date_of
from shanyraq.platform.languages import localized, roman
from shanyraq.platform.models import ALPHABET, Addressed
from shanyraq.sittings.enums import ContentType, ItemKind, ItemState, Kind, Means, State

CODE_LENGTH = 6


def new_hall_code() -> str:
    """A fresh code to be shown in the hall: six characters that nobody mistakes."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH)).upper()


class Session(Addressed):
    """A Session of the Assembly (R8).

    Attributes:
        starts_at: when it begins; the date of this moment is the Session's day.
        decided_on: the day on which the Chair decided to convene it; empty while prepared.
        convened_by: the Chair's signed act, when the convening was recorded from paper.
        hall_code: what members in the hall type to register themselves.
        presiding: who opened it and presides.
        prepared_by: who prepared the draft; the installation itself is nobody.
    """

    body = models.ForeignKey(Organization, models.PROTECT, related_name="sessions")
    number = models.PositiveSmallIntegerField(_("number"))
    kind = models.CharField(_("kind"), max_length=16, choices=Kind, default=Kind.ORDINARY)
    state = models.CharField(
        _("state"), max_length=16, choices=State, default=State.PREPARED, db_index=True
    )
    starts_at = models.DateTimeField(_("starts"))
    place_kk = models.CharField(_("place in Kazakh"), max_length=255)
    place_ru = models.CharField(_("place in Russian"), max_length=255)
    place_en = models.CharField(_("place in English"), max_length=255)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    convened_by = models.ForeignKey(
        Act, models.PROTECT, null=True, blank=True, related_name="sessions_convened"
    )
    announced_at = models.DateTimeField(_("announced"), null=True, blank=True)
    hall_code = models.CharField(max_length=CODE_LENGTH, default=new_hall_code, editable=False)
    presiding = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="sessions_presided"
    )
    opened_at = models.DateTimeField(_("opened"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    prepared_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="sessions_prepared"
    )

    class Meta:
        verbose_name = _("Session")
        verbose_name_plural = _("Sessions")
        ordering = ["-starts_at", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["body", "number"], name="session_number_once"),
            models.CheckConstraint(
                condition=Q(state=State.PREPARED) | Q(announced_at__isnull=False),
                name="session_announced_has_a_moment",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[State.OPEN, State.CLOSED]) | Q(opened_at__isnull=False),
                name="session_opened_has_a_moment",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.CLOSED) | Q(closed_at__gte=F("opened_at")),
                name="session_closes_after_it_opens",
            ),
        ]

    def __str__(self) -> str:
        return gettext("{number} Session").format(number=self.roman)

    @property
    def day(self) -> dt.date:
        """The date on which it is held, where the institution is."""
        return date_of(self.starts_at)

    @property
    def roman(self) -> str:
        """Its number as Sessions are counted: XV."""
        return roman(self.number)

    @property
    def place(self) -> str:
        """Where it is held, in the reader's language."""
        return localized(self, "place")

    @property
    def topic(self) -> str:
        """The live topic under which its pages are told what changed."""
        return f"sitting:{self.public_id}"


class AgendaItemQuerySet(models.QuerySet["AgendaItem"]):
    """Items of agendas."""

    def standing(self) -> Self:
        """Those that have not been taken off, in their order."""
        return self.exclude(state=ItemState.DROPPED).order_by("number")


class AgendaItem(Addressed):
    """A question on a Session's agenda; the number is its place among those that stand."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="items")
    number = models.PositiveSmallIntegerField(_("number"))
    kind = models.CharField(_("kind"), max_length=64, choices=ItemKind)
    title_kk = models.CharField(_("title in Kazakh"), max_length=500)
    title_ru = models.CharField(_("title in Russian"), max_length=500)
    title_en = models.CharField(_("title in English"), max_length=500)
    rapporteur = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="items_reported"
    )
    state = models.CharField(
        _("state"), max_length=16, choices=ItemState, default=ItemState.WAITING
    )
    opened_at = models.DateTimeField(_("taken up"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda items")
        ordering = ["session", "number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "number"],
                condition=~Q(state=ItemState.DROPPED),
                name="agenda_number_once",
            ),
            models.UniqueConstraint(
                fields=["session"],
                condition=Q(state=ItemState.DISCUSSED),
                name="agenda_one_item_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"

    @property
    def title(self) -> str:
        """The question in the reader's language."""
        return localized(self, "title")


class Paper(Addressed):
    """A document that belongs to an item of the agenda; it is added and never replaced."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="papers")
    title_kk = models.CharField(_("title in Kazakh"), max_length=255)
    title_ru = models.CharField(_("title in Russian"), max_length=255)
    title_en = models.CharField(_("title in English"), max_length=255)
    file = models.FileField(_("file"), upload_to="papers/")
    content_type = models.CharField(_("kind of file"), max_length=100, choices=ContentType)
    sha256 = models.CharField(_("SHA-256 of the file"), max_length=64)
    size = models.PositiveIntegerField(_("size in bytes"))
    attached_at = models.DateTimeField(_("attached"))

    class Meta:
        verbose_name = _("paper")
        verbose_name_plural = _("papers")
        ordering = ["item", "pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """What it is called, in the reader's language."""
        return localized(self, "title")


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


class Invitation(models.Model):
    """A letter to a member about a Session, sent once."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="invitations")
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="invitations")
    language = models.CharField(_("language"), max_length=2, choices=Language)
    sent_at = models.DateTimeField(_("sent"))

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints = [
            models.UniqueConstraint(
                fields=["session", "membership"], name="invitation_one_a_member"
            )
        ]

    def __str__(self) -> str:
        return f"{self.session_id} {self.membership_id}"
