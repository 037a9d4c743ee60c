"""The chapter of membership, as Django knows it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MembershipConfig(AppConfig):
    """How people come into the Assembly and leave it."""

    name = "shanyraq.membership"
    label = "membership"
    verbose_name = _("Membership")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Follow decisions and finished questions; add to pages; enter the menu."""
        from shanyraq.bodies.hooks import body_parts, person_parts  # noqa: PLC0415 -- app ready
        from shanyraq.membership import tasks  # noqa: F401, PLC0415 -- app ready
        from shanyraq.membership.actions._following import (  # noqa: PLC0415 -- app ready
            follow_decision,
            follow_item,
        )
        from shanyraq.membership.components import (  # noqa: PLC0415 -- app ready
            composition,
            dossier,
        )
        from shanyraq.platform.components import nav_item  # noqa: PLC0415 -- app ready
        from shanyraq.sittings.hooks import after_item_finished  # noqa: PLC0415 -- app ready
        from shanyraq.voting.hooks import after_decision  # noqa: PLC0415 -- app ready

        after_item_finished.append(follow_item)
        after_decision.append(follow_decision)
        person_parts.append(dossier)
        body_parts.append(composition)
        nav_item("membership", _("Membership"), "membership:index", order=45)
