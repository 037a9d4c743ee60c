"""The chapter of the charter, as Django knows it."""

from functools import partial

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CharterConfig(AppConfig):
    """Packs, texts of the law, readings and stored verdicts."""

    name = "shanyraq.charter"
    label = "charter"
    verbose_name = _("Law")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Show the law in refusals and the menu; say its words; answer who keeps the register."""
        from shanyraq.charter.components import LAW_PARTS  # noqa: PLC0415 -- app ready
        from shanyraq.charter.queries import (  # noqa: PLC0415 -- app ready
            KEEPING_REGISTER,
            may,
            word_of_charter,
        )
        from shanyraq.people.hooks import keeps_register  # noqa: PLC0415 -- app ready
        from shanyraq.platform.components.law_parts import show_law_with  # noqa: PLC0415 -- as above
        from shanyraq.platform.components.navigation import nav_item  # noqa: PLC0415 -- as above
        from shanyraq.platform.words import speak_with  # noqa: PLC0415 -- app ready

        speak_with(word_of_charter)
        show_law_with(LAW_PARTS)
        keeps_register.extend(partial(may, power) for power in KEEPING_REGISTER)
        nav_item("law", _("Law"), "charter:index", order=60)
