"""Signed acts: the paper behind every seat, post and document."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.enums import ActKind, Issuer
from shanyraq.people.models import Organization
from shanyraq.platform.languages import localized
from shanyraq.platform.models import Addressed


class Act(Addressed):
    """A signed document by which somebody enters or leaves a post or a seat.

    `body` says of which body the signatory is an organ, where there are several of the kind: an
    act of one region's chair has no force in another. Empty: the issuer alone tells it.
    """

    kind = models.CharField(_("kind"), max_length=16, choices=ActKind)
    number = models.CharField(_("number"), max_length=40)
    date = models.DateField(_("date"))
    issuer = models.CharField(_("signed by"), max_length=32, choices=Issuer)
    body = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="acts"
    )
    title_kk = models.CharField(_("title in Kazakh"), max_length=500)
    title_ru = models.CharField(_("title in Russian"), max_length=500)
    title_en = models.CharField(_("title in English"), max_length=500)
    file = models.FileField(_("file"), upload_to="acts/", blank=True)
    sha256 = models.CharField(_("SHA-256 of the file"), max_length=64, blank=True)

    class Meta:
        verbose_name = _("act")
        verbose_name_plural = _("acts")

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """The title in the reader's language."""
        return localized(self, "title")
