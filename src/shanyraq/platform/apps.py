"""The platform as a Django app."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.module_loading import autodiscover_modules


class PlatformConfig(AppConfig):
    """What every chapter stands on."""

    name = "shanyraq.platform"
    label = "platform"

    def ready(self) -> None:
        """Know every chapter's tasks and components, and guard tables after every migration."""
        from shanyraq.platform import guards  # noqa: PLC0415 - models exist only once apps are ready

        autodiscover_modules("tasks", "components")
        post_migrate.connect(guards.after_migration, dispatch_uid="platform.guards")
