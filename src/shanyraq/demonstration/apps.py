"""The sample institution, as Django knows it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DemonstrationConfig(AppConfig):
    """The builder of the sample institution; it keeps nothing of its own."""

    name = "shanyraq.demonstration"
    label = "demonstration"
    verbose_name = _("Demonstration")
    default_auto_field = "django.db.models.BigAutoField"
