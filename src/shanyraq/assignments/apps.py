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
        """Register the letters to executors; tell of assignments elsewhere; enter the menu."""
        from shanyraq.assignments import tasks  # noqa: F401, PLC0415 -- app ready
        from shanyraq.assignments.queries import (  # noqa: PLC0415 -- app ready
            activity_in_execution,
            open_assignments,
        )
        from shanyraq.bodies.hooks import open_work  # noqa: PLC0415 -- app ready
        from shanyraq.membership.hooks import activity_parts  # noqa: PLC0415 -- app ready
        from shanyraq.platform.components import nav_item  # noqa: PLC0415 -- app ready

        open_work.append(open_assignments)
        activity_parts.append(activity_in_execution)
        nav_item("assignments", _("Execution"), "assignments:index", order=25)
