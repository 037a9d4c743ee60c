"""The Council's proposals of deputies of the Chair, and what became of them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.models import Act, Membership
from shanyraq.membership.enums import ProposalState
from shanyraq.people.models import Person
from shanyraq.platform.models import Addressed
from shanyraq.voting.models import Decision


class DeputyProposal(Addressed):
    """Whom the Council proposed as a deputy, by which decision; an appointment uses it (R7.4)."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="deputy_proposals")
    decision = models.OneToOneField(Decision, models.PROTECT, related_name="deputy_proposal")
    proposed_on = models.DateField(_("proposed on"))
    state = models.CharField(
        _("state"), max_length=12, choices=ProposalState, default=ProposalState.ADOPTED
    )
    act = models.ForeignKey(
        Act, models.PROTECT, null=True, blank=True, related_name="deputies_appointed"
    )
    holding = models.OneToOneField(
        Membership, models.PROTECT, null=True, blank=True, related_name="deputy_proposal"
    )

    class Meta:
        verbose_name = _("proposal of a deputy chair")
        verbose_name_plural = _("proposals of deputy chairs")
        ordering: ClassVar = ["-proposed_on", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state=ProposalState.ADOPTED)
                | Q(act__isnull=False, holding__isnull=False),
                name="deputy_appointed_by_an_act",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.decision.number}"
