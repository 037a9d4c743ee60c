"""The chapter of bodies, as Django knows it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BodiesConfig(AppConfig):
    """Bodies, posts and seats."""

    name = "shanyraq.bodies"
    label = "bodies"
    verbose_name = _("Bodies")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Answer the platform's question who holds which post; enter the members in the menu."""
        from shanyraq.bodies.queries import HeldPosts  # noqa: PLC0415 -- app ready
        from shanyraq.platform.authority import register_authority  # noqa: PLC0415 -- app ready
        from shanyraq.platform.components import nav_item  # noqa: PLC0415 -- app ready

        register_authority(HeldPosts())
        nav_item("members", _("Members"), "bodies:members", order=40)
