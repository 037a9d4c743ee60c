"""The chapter of execution, as Django knows it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssignmentsConfig(AppConfig):
    """Assignments, recommendations with their answers, measures of the Government."""

    name = "shanyraq.assignments"
    label = "assignments"
    verbose_name = _("Execution")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the letters to executors; enter the execution in the menu."""
        from shanyraq.assignments import tasks  # noqa: F401, PLC0415 -- app ready
        from shanyraq.platform.components import nav_item  # noqa: PLC0415 -- app ready

        nav_item("assignments", _("Execution"), "assignments:index", order=25)
