"""The chapter of the charter, as Django knows it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CharterConfig(AppConfig):
    """Packs, texts of the law, readings and stored verdicts."""

    name = "shanyraq.charter"
    label = "charter"
    verbose_name = _("Law")
    default_auto_field = "django.db.models.BigAutoField"
