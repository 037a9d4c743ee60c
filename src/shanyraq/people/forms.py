"""The forms of sign-in in our words: django-allauth's own, each field labelled as our pages say it.

Beside the labels nothing is changed; what the forms check stays django-allauth's.
"""

from typing import Any, ClassVar

from allauth.account import forms as account
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LABELS: dict[str, Promise] = {
    "login": _("E-mail"),
    "email": _("E-mail"),
    "password": _("Password"),
    "remember": _("Stay signed in on this device"),
    "oldpassword": _("Present password"),
    "password1": _("New password"),
    "password2": _("New password once more"),
}


class InOurWords:
    """Labels a form's fields; the label says it all, so that nothing stands in the field itself."""

    fields: ClassVar[dict[str, Any]]

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- as the forms take it
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = LABELS.get(name, field.label)
            field.help_text = ""
            field.widget.attrs.pop("placeholder", None)


class SignInForm(InOurWords, account.LoginForm):
    """Address and password."""


class ChangePasswordForm(InOurWords, account.ChangePasswordForm):
    """A new password in place of the present one."""


class SetPasswordForm(InOurWords, account.SetPasswordForm):
    """A first password."""


class ResetPasswordForm(InOurWords, account.ResetPasswordForm):
    """The address to which a letter with a link goes."""


class ResetPasswordKeyForm(InOurWords, account.ResetPasswordKeyForm):
    """A new password for whoever followed the link."""


class ReauthenticateForm(InOurWords, account.ReauthenticateForm):
    """The password once more."""
