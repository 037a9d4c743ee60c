"""The chapter of voting, as Django knows it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VotingConfig(AppConfig):
    """Votes of a Session and what they decide."""

    name = "shanyraq.voting"
    label = "voting"
    verbose_name = _("Voting")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register live parts and letters, and be heard before a Session or an item ends."""
        from shanyraq.sittings import hooks  # noqa: PLC0415 -- models are ready only now
        from shanyraq.voting import components, tasks  # noqa: F401, PLC0415 -- as above
        from shanyraq.voting.permissions import (  # noqa: PLC0415 -- as above
            require_item_not_voting,
            require_not_voting,
            require_undecided,
        )

        hooks.before_closing.append(require_not_voting)
        hooks.before_finishing.append(require_item_not_voting)
        hooks.before_contributing.append(require_undecided)
        hooks.name_verdicts.append(components.decisions_on)
