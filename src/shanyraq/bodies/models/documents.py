"""Documents by which bodies live: main directions, functions, statutes, mandates, in versions."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.enums import DocumentKind
from shanyraq.bodies.models.acts import Act
from shanyraq.bodies.models.scope import ScopedQuerySet
from shanyraq.people.models import Organization
from shanyraq.platform.guards import append_only
from shanyraq.platform.languages import localized
from shanyraq.platform.models import Addressed


class BodyDocumentQuerySet(ScopedQuerySet["BodyDocument"]):
    """Documents of bodies, asked about by date."""

    def begun(self, day: date) -> Self:
        """Those whose first day has come, the newest first."""
        return self.filter(start_date__lte=day).order_by("-start_date", "-version")


@append_only
class BodyDocument(Addressed):
    """One version of a body's document, adopted by an act, in force until the next one begins.

    A version is never changed and never deleted. `pack` names the charter pack that holds the
    rules of a statute, so that the law can be asked with it.
    """

    body = models.ForeignKey(Organization, models.PROTECT, related_name="documents")
    kind = models.CharField(_("kind"), max_length=20, choices=DocumentKind)
    version = models.PositiveSmallIntegerField(_("version"))
    title_kk = models.CharField(_("title in Kazakh"), max_length=500)
    title_ru = models.CharField(_("title in Russian"), max_length=500)
    title_en = models.CharField(_("title in English"), max_length=500)
    text_kk = models.TextField(_("text in Kazakh"))
    text_ru = models.TextField(_("text in Russian"))
    text_en = models.TextField(_("text in English"), blank=True)
    pack = models.CharField(_("charter pack"), max_length=100, blank=True)
    act = models.ForeignKey(Act, models.PROTECT, related_name="documents")
    start_date = models.DateField(_("from"))

    objects = BodyDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document of a body")
        verbose_name_plural = _("documents of bodies")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["body", "kind", "version"], name="body_document_version_once"
            ),
            models.CheckConstraint(condition=Q(version__gt=0), name="body_document_counts_from_1"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """The title in the reader's language."""
        return localized(self, "title")

    @property
    def text(self) -> str:
        """The text in the reader's language."""
        return localized(self, "text")
