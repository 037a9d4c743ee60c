"""Candidatures and the steps they take, each with what it rests on."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.enums import Category
from shanyraq.bodies.models import Act, Membership, ScopedQuerySet
from shanyraq.charter.models import StoredVerdict
from shanyraq.membership.enums import CandidatureState, Opinion, Path, StepKind
from shanyraq.people.models import Area, Organization, Person
from shanyraq.platform.guards import append_only
from shanyraq.platform.models import Addressed
from shanyraq.sittings.models import AgendaItem
from shanyraq.voting.models import Decision

#: States in which a candidature still has a way to go.
UNDER_WAY = (
    CandidatureState.PROPOSED,
    CandidatureState.NOMINATED,
    CandidatureState.CONSIDERED,
    CandidatureState.SUBMITTED,
)


class CandidatureQuerySet(ScopedQuerySet["Candidature"]):
    """Candidatures, each before the small assembly that nominates; others before none."""

    body_path = "small_assembly"


class Candidature(Addressed):
    """Somebody on the way into the Assembly, by one of the paths of the charter (R14).

    Attributes:
        category: whom the future member represents (R13).
        on_behalf_of: the association or state body the candidate comes from.
        small_assembly: the one that nominates on an association's proposal (R14.1a).
        seat: the seat that the Chair's act gave.
    """

    path = models.CharField(_("path"), max_length=40, choices=Path)
    person = models.ForeignKey(Person, models.PROTECT, related_name="candidatures")
    category = models.CharField(_("represents"), max_length=64, choices=Category)
    on_behalf_of = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="candidatures_sent"
    )
    area = models.ForeignKey(
        Area, models.PROTECT, null=True, blank=True, related_name="candidatures"
    )
    small_assembly = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="candidatures"
    )
    state = models.CharField(_("state"), max_length=16, choices=CandidatureState, db_index=True)
    seat = models.OneToOneField(
        Membership, models.PROTECT, null=True, blank=True, related_name="candidature"
    )
    begun_at = models.DateTimeField(_("begun"))

    objects = CandidatureQuerySet.as_manager()

    class Meta:
        verbose_name = _("candidature")
        verbose_name_plural = _("candidatures")
        ordering: ClassVar = ["-begun_at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(state__in=UNDER_WAY),
                name="candidature_one_under_way",
            ),
            models.CheckConstraint(
                condition=~Q(path=Path.NATIONAL_CULTURAL_ASSOCIATION)
                | Q(small_assembly__isnull=False),
                name="candidature_of_association_has_a_small_assembly",
            ),
            models.CheckConstraint(
                condition=~Q(state=CandidatureState.APPROVED) | Q(seat__isnull=False),
                name="candidature_approved_has_a_seat",
            ),
        ]

    def __str__(self) -> str:
        return self.person.name

    @property
    def under_way(self) -> bool:
        """Whether it still has a way to go."""
        return self.state in UNDER_WAY

    @property
    def is_discretionary(self) -> bool:
        """Whether the Chair included the person alone, without a nomination (R14.2d)."""
        return self.path == Path.CHAIR


@append_only
class CandidatureStep(Addressed):
    """One step of a candidature: what was done, by whom, when, and what it rests on.

    Attributes:
        act: the document that carries the step: a proposal, a nomination, an act of the Chair.
        decision: the small assembly's decision that nominates (R14.1a).
        item: the question of the Council's meeting that was closed (R14.2a, A41).
        opinion: what the Council thought; of a consideration only.
        verdict: the law's answer on which the step rests.
        note: the reason of a rejection, when one was given.
    """

    candidature = models.ForeignKey(Candidature, models.PROTECT, related_name="steps")
    kind = models.CharField(_("step"), max_length=16, choices=StepKind)
    act = models.ForeignKey(
        Act, models.PROTECT, null=True, blank=True, related_name="candidature_steps"
    )
    decision = models.ForeignKey(
        Decision, models.PROTECT, null=True, blank=True, related_name="candidature_steps"
    )
    item = models.ForeignKey(
        AgendaItem, models.PROTECT, null=True, blank=True, related_name="candidature_steps"
    )
    opinion = models.CharField(_("opinion"), max_length=16, choices=Opinion, blank=True)
    verdict = models.ForeignKey(
        StoredVerdict, models.PROTECT, null=True, blank=True, related_name="candidature_steps"
    )
    actor = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="candidature_steps_taken"
    )
    note = models.TextField(_("reason"), blank=True)
    on = models.DateField(_("date"))
    at = models.DateTimeField(_("recorded"))

    class Meta:
        verbose_name = _("step of a candidature")
        verbose_name_plural = _("steps of candidatures")
        ordering: ClassVar = ["candidature", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["candidature", "kind"],
                condition=~Q(kind=StepKind.SUBMISSION),
                name="candidature_step_once",
            ),
            models.UniqueConstraint(
                fields=["candidature", "actor"],
                condition=Q(kind=StepKind.SUBMISSION),
                name="candidature_submitted_once_by_each",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.candidature_id} {self.kind}"
