"""Closed lists of words used of the law's texts."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PassageKind(TextChoices):
    """What part of an act a passage is."""

    TITLE = "title", _("title")
    STATUS = "status", _("note on its force")
    PREAMBLE = "preamble", _("preamble")
    APPROVAL = "approval", _("signature and approval")
    CLAUSE = "clause", _("clause")
    SECTION = "section", _("section")
    CHAPTER = "chapter", _("chapter")
    ANNEX = "annex", _("annex")


class EventKind(TextChoices):
    """What an amending act did."""

    AMENDED = "amended", _("amended")
    REPLACED = "replaced", _("in a new wording")
    TERMINOLOGY = "terminology", _("words replaced throughout")
    REPEALED = "repealed", _("repealed")
