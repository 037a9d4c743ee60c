"""Removal cases and what members say to them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.enums import Role
from shanyraq.bodies.models import Act, Membership, ScopedQuerySet
from shanyraq.charter.models import StoredVerdict
from shanyraq.membership.enums import CaseState, Ground
from shanyraq.people.models import Organization, Person
from shanyraq.platform.guards import append_only
from shanyraq.platform.models import Addressed
from shanyraq.sittings.enums import OpinionLanguage


class RemovalCaseQuerySet(ScopedQuerySet["RemovalCase"]):
    """Removal cases, each before the small assembly whose chair proposed; others before none."""

    body_path = "small_assembly"


class RemovalCase(Addressed):
    """A proposal to remove a member, until the Chair decides; the member stays till then (A24).

    Attributes:
        seat: the seat in the Assembly.
        by_office, civil_servant: what the proposal says of the member (R15.1).
        capacity: as what the proposer proposes (R15.0).
        small_assembly: the one whose chair proposed; empty when a deputy did.
        proposal: the law's answer when it was proposed.
        act: the Chair's removal act.
    """

    seat = models.ForeignKey(Membership, models.PROTECT, related_name="removal_cases")
    ground = models.CharField(_("ground"), max_length=40, choices=Ground)
    by_office = models.BooleanField(_("member by office"), default=False)
    civil_servant = models.BooleanField(_("civil servant"), default=False)
    reason = models.TextField(_("reason"), blank=True)
    proposed_by = models.ForeignKey(Person, models.PROTECT, related_name="removals_proposed")
    capacity = models.CharField(_("capacity"), max_length=32, choices=Role)
    small_assembly = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="removals_proposed"
    )
    proposed_at = models.DateTimeField(_("proposed"))
    proposal = models.ForeignKey(StoredVerdict, models.PROTECT, related_name="removals_proposed")
    state = models.CharField(
        _("state"), max_length=8, choices=CaseState, default=CaseState.OPEN, db_index=True
    )
    act = models.ForeignKey(Act, models.PROTECT, null=True, blank=True, related_name="removals")
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    closing_reason = models.TextField(_("why it was closed"), blank=True)

    objects = RemovalCaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("removal case")
        verbose_name_plural = _("removal cases")
        ordering: ClassVar = ["-proposed_at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["seat"], condition=Q(state=CaseState.OPEN), name="removal_one_open_case"
            ),
            models.CheckConstraint(
                condition=~Q(state=CaseState.REMOVED) | Q(act__isnull=False),
                name="removal_rests_on_an_act",
            ),
            models.CheckConstraint(
                condition=Q(state=CaseState.OPEN) | Q(closed_at__isnull=False),
                name="removal_closed_has_a_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.seat} · {self.get_ground_display()}"

    @property
    def is_open(self) -> bool:
        """Whether the Chair has still to decide."""
        return self.state == CaseState.OPEN


@append_only
class MemberStatement(Addressed):
    """What the member says to the proposed removal; nobody changes or deletes it (A25)."""

    case = models.ForeignKey(RemovalCase, models.PROTECT, related_name="statements")
    text = models.TextField(_("statement"))
    language = models.CharField(_("language"), max_length=3, choices=OpinionLanguage)
    added_at = models.DateTimeField(_("added"))

    class Meta:
        verbose_name = _("statement of a member")
        verbose_name_plural = _("statements of members")
        ordering: ClassVar = ["case", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(text=""), name="member_statement_says_something")
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.added_at:%d.%m.%Y}"
