"""Sittings: Sessions of the Assembly, meetings of other bodies, polls of the Council.

A sitting is prepared (no legal effect), announced, open, closed; after that nothing changes.
"""

import datetime as dt
import secrets

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.models import Act
from shanyraq.people.models import Organization, Person
from shanyraq.platform.clock import date_of
from shanyraq.platform.languages import localized, roman
from shanyraq.platform.models import ALPHABET, Addressed
from shanyraq.sittings.enums import ASSEMBLY_KINDS, Kind, State

CODE_LENGTH = 6


def new_hall_code() -> str:
    """A fresh code to be shown in the hall: six characters that nobody mistakes."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH)).upper()


class Session(Addressed):
    """A sitting: a Session of the Assembly (R8), a meeting or a poll of another body.

    A meeting is held by the Council (R9.3b), a small assembly (R16.2) or an advisory body (R12.6);
    a poll asks each member of the Council by a sheet of his own (R9.3a).

    Attributes:
        starts_at: when it begins; the date of this moment is the Session's day.
        ends_at: when a poll closes; empty for what is held in a hall.
        decided_on: the day on which the Chair decided to convene it; empty while prepared.
        convened_by: the Chair's signed act, when the convening was recorded from paper.
        hall_code: what members in the hall type to register themselves.
        presiding: who opened it and presides.
        prepared_by: who prepared the draft; the installation itself is nobody.
        members_at_close, present_at_close: the last numbers of the quorum; who leaves office
            later on the same day does not change them.
    """

    body = models.ForeignKey(Organization, models.PROTECT, related_name="sessions")
    number = models.PositiveSmallIntegerField(_("number"))
    kind = models.CharField(_("kind"), max_length=16, choices=Kind, default=Kind.ORDINARY)
    state = models.CharField(
        _("state"), max_length=16, choices=State, default=State.PREPARED, db_index=True
    )
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
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
    members_at_close = models.PositiveIntegerField(_("members in office"), null=True, blank=True)
    present_at_close = models.PositiveIntegerField(_("members present"), null=True, blank=True)

    class Meta:
        verbose_name = _("Session")
        verbose_name_plural = _("Sessions")
        ordering = ["-starts_at", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "number"],
                condition=~Q(kind=Kind.POLL),
                name="session_number_once",
            ),
            models.UniqueConstraint(
                fields=["body", "number"], condition=Q(kind=Kind.POLL), name="poll_number_once"
            ),
            models.CheckConstraint(
                condition=~Q(kind=Kind.POLL) | Q(ends_at__gt=F("starts_at")),
                name="poll_closes_after_it_opens",
            ),
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
        if self.kind == Kind.POLL:
            return gettext("{body}: poll No. {number}").format(
                body=self.body.name, number=self.number
            )
        if self.kind == Kind.MEETING:
            return gettext("{body}: meeting No. {number}").format(
                body=self.body.name, number=self.number
            )
        return gettext("{number} Session").format(number=self.roman)

    @property
    def is_session(self) -> bool:
        """Whether it is a Session of the Assembly, not a meeting or a poll of another body."""
        return self.kind in ASSEMBLY_KINDS

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
