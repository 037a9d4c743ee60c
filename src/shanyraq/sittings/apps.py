"""The chapter of sittings, as Django knows it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SittingsConfig(AppConfig):
    """Sessions from their convening to their closing."""

    name = "shanyraq.sittings"
    label = "sittings"
    verbose_name = _("Sittings")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the work after acts and the live parts of pages; say which bodies have met."""
        from shanyraq.bodies.hooks import body_parts, has_met  # noqa: PLC0415 -- app ready
        from shanyraq.platform.components import nav_item  # noqa: PLC0415 -- app ready
        from shanyraq.sittings import components, tasks  # noqa: F401, PLC0415 -- app ready
        from shanyraq.sittings.queries.lists import has_sitting  # noqa: PLC0415 -- app ready

        has_met.append(has_sitting)
        body_parts.append(components.meetings_part)
        nav_item("sessions", _("Sessions"), "sittings:index", order=20)
