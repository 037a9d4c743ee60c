"""How posts pass on: agreements before an appointment, handovers, designations."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.enums import AgreementState
from shanyraq.bodies.models.acts import Act
from shanyraq.bodies.models.documents import BodyDocument
from shanyraq.bodies.models.posts import Membership, Post
from shanyraq.bodies.models.scope import ScopedQuerySet
from shanyraq.people.models import Named, Organization, Person
from shanyraq.platform.models import Addressed


class AgreementQuerySet(ScopedQuerySet["Agreement"]):
    """Agreements, each of the body where the post is."""

    body_path = "post__organization"


class Agreement(Addressed):
    """The Working Organ's word on a future head of a secretariat, asked for and given (R19.2, A27).

    It is internal: the Working Organ and the small assembly concerned see it. An answer stays; who
    was refused may be proposed again, which is a new row.
    """

    post = models.ForeignKey(Post, models.PROTECT, related_name="agreements")
    person = models.ForeignKey(Person, models.PROTECT, related_name="agreements")
    state = models.CharField(
        _("state"), max_length=10, choices=AgreementState, default=AgreementState.ASKED
    )
    note = models.TextField(_("what speaks for the person"), blank=True)
    reason = models.TextField(_("reason"), blank=True)
    asked_on = models.DateField(_("asked on"))
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    answered_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="agreements_answered"
    )
    appointment = models.OneToOneField(
        Membership, models.PROTECT, null=True, blank=True, related_name="agreement"
    )

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("agreement to an appointment")
        verbose_name_plural = _("agreements to appointments")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["post", "person"],
                condition=Q(state=AgreementState.ASKED),
                name="agreement_asked_once",
            ),
            models.CheckConstraint(
                condition=Q(state=AgreementState.ASKED) | Q(answered_on__isnull=False),
                name="agreement_answered_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.post}"


class HandoverQuerySet(ScopedQuerySet["Handover"]):
    """Handovers, each of the body whose post passed on."""

    body_path = "post__organization"


class Handover(Addressed):
    """A post that follows another one has passed from one holder to the next (R17, R19.3).

    What the former holder signed stays in force (A32); the record says what was taken over.
    """

    post = models.ForeignKey(Post, models.PROTECT, related_name="handovers")
    left = models.ForeignKey(Membership, models.PROTECT, related_name="handed_over")
    entered = models.OneToOneField(Membership, models.PROTECT, related_name="taken_over")
    on = models.DateField(_("date"))
    act = models.ForeignKey(Act, models.PROTECT, related_name="handovers")
    statute = models.ForeignKey(
        BodyDocument, models.PROTECT, null=True, blank=True, related_name="handovers"
    )
    members = models.PositiveIntegerField(_("members in office"))
    secretariat_head = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="+"
    )
    open_assignments = models.PositiveIntegerField(_("open assignments"), null=True, blank=True)

    objects = HandoverQuerySet.as_manager()

    class Meta:
        verbose_name = _("handover")
        verbose_name_plural = _("handovers")

    def __str__(self) -> str:
        return f"{self.post}: {self.left.person} → {self.entered.person}"

    @property
    def gap(self) -> tuple[date, date] | None:
        """The days on which nobody held the post, half-open; None when it passed on at once."""
        ended = self.left.end_date
        return None if ended is None or ended >= self.on else (ended, self.on)


class Designation(Named):
    """Which department is the Working Organ, from a day, by which act (R12.0)."""

    body = models.ForeignKey(Organization, models.PROTECT, related_name="designations")
    act = models.ForeignKey(Act, models.PROTECT, related_name="designations")
    start_date = models.DateField(_("from"))

    class Meta:
        verbose_name = _("designation of the Working Organ")
        verbose_name_plural = _("designations of the Working Organ")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["body", "start_date"], name="designation_one_a_day")
        ]
