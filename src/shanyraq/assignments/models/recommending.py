"""What is sent on the ground of a decision to those outside, and what they answer (R3)."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from shanyraq.assignments.enums import Addressee, AnswerKind, RecommendationKind
from shanyraq.assignments.models._files import Attached
from shanyraq.charter.models import StoredVerdict
from shanyraq.people.models import Organization
from shanyraq.platform.guards import append_only
from shanyraq.platform.languages import localized
from shanyraq.platform.models import Addressed
from shanyraq.voting.models import Decision


class RecommendationQuerySet(models.QuerySet["Recommendation"]):
    """Recommendations, asked about by date."""

    def unanswered(self, on: date) -> Self:
        """Those sent by a date and not answered by then."""
        answered = Answer.objects.filter(recommendation=models.OuterRef("pk"), answered_on__lte=on)
        return self.filter(~models.Exists(answered), sent_on__lte=on)


@append_only
class Recommendation(Addressed, Attached):
    """A recommendatory decision brought before its addressee by a letter (R3, R8.4b, R8.4d).

    Attributes:
        addressee: whom it is sent to; `organization` is named when it is one.
        number: number of the letter; `sent_on` its date.
        effect: the law's answer that the decision recommends and does not bind.
    """

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="recommendations")
    kind = models.CharField(_("kind"), max_length=16, choices=RecommendationKind)
    addressee = models.CharField(_("addressee"), max_length=16, choices=Addressee)
    organization = models.ForeignKey(
        Organization,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="recommendations_received",
    )
    number = models.CharField(_("number of the letter"), max_length=40)
    sent_on = models.DateField(_("date of the letter"))
    text_kk = models.TextField(_("what is recommended, in Kazakh"))
    text_ru = models.TextField(_("what is recommended, in Russian"))
    text_en = models.TextField(_("what is recommended, in English"), blank=True)
    recorded_at = models.DateTimeField(_("recorded"))
    effect = models.ForeignKey(StoredVerdict, models.PROTECT, related_name="recommendations")

    objects = RecommendationQuerySet.as_manager()

    class Meta:
        verbose_name = _("recommendation")
        verbose_name_plural = _("recommendations")
        ordering = ["-sent_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["number", "sent_on"], name="recommendation_letter"),
            models.CheckConstraint(
                condition=Q(addressee=Addressee.ORGANIZATION, organization__isnull=False)
                | (~Q(addressee=Addressee.ORGANIZATION) & Q(organization=None)),
                name="recommendation_addressee_named",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.text}"

    @property
    def text(self) -> str:
        """What is recommended, in the reader's language."""
        return localized(self, "text")

    @property
    def addressee_name(self) -> str:
        """Whom it was sent to, in the reader's language."""
        return self.organization.name if self.organization else self.get_addressee_display()


@append_only
class Answer(Addressed, Attached):
    """What an addressee wrote back; a later answer stands beside an earlier one."""

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="answers")
    kind = models.CharField(_("answer"), max_length=16, choices=AnswerKind)
    number = models.CharField(_("number of the answer"), max_length=40, blank=True)
    answered_on = models.DateField(_("date of the answer"))
    text = models.TextField(_("what was answered"))
    recorded_at = models.DateTimeField(_("recorded"))

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering = ["answered_on", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="answer_says_something")]

    def __str__(self) -> str:
        return f"{self.recommendation_id} {self.kind}"
