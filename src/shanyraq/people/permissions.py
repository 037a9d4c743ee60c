"""Who may keep the register of persons, who may step into a persona, who may open an account.

The adapter that django-allauth asks stands here because its one answer is about permission:
nobody opens an account without being a person of the register.
"""

from datetime import date

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from shanyraq.people.hooks import keeps_register
from shanyraq.people.models import User
from shanyraq.platform.occasion import SYSTEM, Actor
from shanyraq.platform.refusals import Refusal


class NotAKeeper(Refusal):
    """Somebody who keeps no register wants to change one."""

    code = "not-a-keeper"
    status = 403
    message = _(
        "Only {working_organ} and, in a region, the secretariat keep the register of persons."
    )
    remedy = _("Ask them to make the entry.")


class PersonasOff(Refusal):
    """A persona was asked for where the institution is real."""

    code = "personas-off"
    status = 403
    message = _("Signing in as somebody else is possible in a demonstration only.")
    remedy = _("Sign in with your own e-mail address and password.")


def require_keeper(*, actor: Actor, on: date) -> None:
    """Let the installation pass, and whom the law of the day lets keep a register.

    Raises:
        NotAKeeper: the actor is neither.
    """
    if actor == SYSTEM:
        return
    verdicts = [keeps(actor=actor, on=on) for keeps in keeps_register]
    if not any(verdict.met for verdict in verdicts):
        raise NotAKeeper(verdict=next(iter(verdicts), None))


def require_demonstration() -> None:
    """Let pass in demonstration mode only.

    Raises:
        PersonasOff: the mode is off.
    """
    if not settings.DEMONSTRATION:
        raise PersonasOff


class PersonaBackend(BaseBackend):
    """Keeps whoever stepped into a persona signed in, for as long as the mode is on."""

    def get_user(self, user_id: int) -> User | None:
        """The persona's account; nobody once the institution is real."""
        if not settings.DEMONSTRATION:
            return None
        return User.objects.filter(pk=user_id, is_active=True, persona__isnull=False).first()


class AccountAdapter(DefaultAccountAdapter):
    """What django-allauth asks of this institution, and how it says no."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This account is closed."),
        "email_password_mismatch": _("This address and this password do not belong together."),
        "enter_current_password": _("This is not your present password."),
        "incorrect_password": _("This is not your password."),
        "invalid_password_reset": _("This link has been used or is too old."),
        "rate_limited": _("Too many requests from here. Wait a minute."),
        "too_many_login_attempts": _("Too many attempts failed. Wait five minutes."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody opens an account alone: the keepers of the register do."""
        del request
        return False
