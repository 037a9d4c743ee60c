"""The chapter of the charter, as Django knows it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CharterConfig(AppConfig):
    """Packs, texts of the law, readings and stored verdicts."""

    name = "shanyraq.charter"
    label = "charter"
    verbose_name = _("Law")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Draw clauses and verdicts wherever a refusal shows them; enter the law into the menu."""
        from shanyraq.charter.components import LAW_PARTS  # noqa: PLC0415 -- app ready
        from shanyraq.platform.components.law_parts import show_law_with  # noqa: PLC0415 -- as above
        from shanyraq.platform.components.navigation import nav_item  # noqa: PLC0415 -- as above

        show_law_with(LAW_PARTS)
        nav_item("law", _("Law"), "charter:index", order=60)
