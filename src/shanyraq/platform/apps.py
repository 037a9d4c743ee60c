"""The platform as a Django app."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class PlatformConfig(AppConfig):
    """What every chapter stands on."""

    name = "shanyraq.platform"
    label = "platform"

    def ready(self) -> None:
        """Set the guards of append-only tables again after every migration."""
        from shanyraq.platform import guards  # noqa: PLC0415 - models exist only once apps are ready

        post_migrate.connect(guards.after_migration, dispatch_uid="platform.guards")
