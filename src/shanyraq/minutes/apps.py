"""The chapter of minutes, as Django knows it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MinutesConfig(AppConfig):
    """Minutes of Sessions and extracts with one decision; nothing of its own is kept."""

    name = "shanyraq.minutes"
    label = "minutes"
    verbose_name = _("Minutes")
    default_auto_field = "django.db.models.BigAutoField"
