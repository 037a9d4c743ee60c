"""The chapter of elections, as Django knows it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ElectionsConfig(AppConfig):
    """Candidates whom the Council nominates and the Session elects by secret ballot."""

    name = "shanyraq.elections"
    label = "elections"
    verbose_name = _("Elections")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Be heard before an item or a Session ends and before a vote, and hold secret votes."""
        from shanyraq.elections.actions.motions import MotionBoxes  # noqa: PLC0415 -- models are ready only now
        from shanyraq.elections.permissions import (  # noqa: PLC0415 -- as above
            require_item_not_electing,
            require_no_open_vote,
            require_not_electing,
        )
        from shanyraq.sittings import hooks  # noqa: PLC0415 -- as above
        from shanyraq.voting.hooks import (  # noqa: PLC0415 -- as above
            before_opening,
            secret_votes,
        )

        hooks.before_closing.append(require_not_electing)
        hooks.before_finishing.append(require_item_not_electing)
        before_opening.append(require_no_open_vote)
        secret_votes.append(MotionBoxes())
