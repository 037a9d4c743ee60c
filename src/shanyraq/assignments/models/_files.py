"""What is kept of a file beside the file."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from shanyraq.sittings.enums import ContentType


class Attached(models.Model):
    """A row that may hold one file, with what proves that it has not been exchanged."""

    file = models.FileField(_("file"), upload_to="execution/", blank=True)
    content_type = models.CharField(
        _("kind of file"), max_length=100, choices=ContentType, blank=True
    )
    sha256 = models.CharField(_("SHA-256 of the file"), max_length=64, blank=True)
    size = models.PositiveIntegerField(_("size in bytes"), default=0)

    class Meta:
        abstract = True
