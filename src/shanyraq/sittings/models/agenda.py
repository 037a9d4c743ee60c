"""Agendas: their questions, the papers of a question, what members contribute to it."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.models import Membership
from shanyraq.people.models import Person
from shanyraq.platform.guards import append_only
from shanyraq.platform.languages import localized
from shanyraq.platform.models import Addressed
from shanyraq.sittings.enums import (
    NEEDS_TEXT,
    ContentType,
    ItemKind,
    ItemState,
    OpinionLanguage,
)
from shanyraq.sittings.models.sessions import Session


class AgendaItemQuerySet(models.QuerySet["AgendaItem"]):
    """Items of agendas."""

    def standing(self) -> Self:
        """Those that have not been taken off, in their order."""
        return self.exclude(state=ItemState.DROPPED).order_by("number")


class AgendaItem(Addressed):
    """A question on a Session's agenda; the number is its place among those that stand.

    Attributes:
        competence: the provision within whose field a question "of competence" lies (R8.4e).
        about: public identifier of what is considered, such as a candidature; may be empty.
        conclusion_kk, conclusion_ru, conclusion_en: the meeting's opinion in words, where the
            item ends without a vote; may be empty.
    """

    session = models.ForeignKey(Session, models.PROTECT, related_name="items")
    number = models.PositiveSmallIntegerField(_("number"))
    kind = models.CharField(_("kind"), max_length=64, choices=ItemKind)
    title_kk = models.CharField(_("title in Kazakh"), max_length=500)
    title_ru = models.CharField(_("title in Russian"), max_length=500)
    title_en = models.CharField(_("title in English"), max_length=500)
    rapporteur = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="items_reported"
    )
    competence = models.CharField(_("field of competence"), max_length=20, blank=True)
    about = models.CharField(max_length=32, blank=True, db_index=True, editable=False)
    state = models.CharField(
        _("state"), max_length=16, choices=ItemState, default=ItemState.WAITING
    )
    conclusion_kk = models.TextField(_("conclusion in Kazakh"), blank=True)
    conclusion_ru = models.TextField(_("conclusion in Russian"), blank=True)
    conclusion_en = models.TextField(_("conclusion in English"), blank=True)
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
    def needs_text(self) -> bool:
        """Whether members cannot well consider it without a text: a draft or a report."""
        return self.kind in NEEDS_TEXT

    @property
    def title(self) -> str:
        """The question in the reader's language."""
        return localized(self, "title")

    @property
    def conclusion(self) -> str:
        """The meeting's opinion in the reader's language; may be empty."""
        return localized(self, "conclusion")


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


@append_only
class Contribution(Addressed):
    """What a member says in writing on a question before his own body (R20.1); it stays."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="contributions")
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="contributions")
    text = models.TextField(_("contribution"))
    language = models.CharField(_("language"), max_length=3, choices=OpinionLanguage)
    added_at = models.DateTimeField(_("added"))

    class Meta:
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
        ordering = ["item", "added_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="contribution_says_something")
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.membership_id}"


class ProposedChange(Addressed):
    """One change of the charter that a question proposes, as data (R8.4d).

    Attributes:
        place: the rule's field or the reading's parameter, such as "session_quorum.fraction".
        before: the value in force when it was proposed, as JSON.
        after: the value proposed, as JSON.
    """

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="changes")
    place = models.CharField(_("place"), max_length=200)
    before = models.JSONField(_("in force"))
    after = models.JSONField(_("proposed"))

    class Meta:
        verbose_name = _("proposed change")
        verbose_name_plural = _("proposed changes")
        ordering = ["item", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["item", "place"], name="change_once_at_a_place")
        ]

    def __str__(self) -> str:
        return self.place
