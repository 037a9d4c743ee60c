"""The chapter of desks, as Django knows it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DesksConfig(AppConfig):
    """Pages over all chapters; nothing is stored here and nothing is changed."""

    name = "shanyraq.desks"
    label = "desks"
    verbose_name = _("Desks")
