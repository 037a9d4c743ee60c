"""The forms of people: an entry of the register, and sign-in in our own words.

The forms of sign-in are django-allauth's, each field labelled as our pages say it; what they check
stays django-allauth's.
"""

from typing import Any, ClassVar

from allauth.account import forms as account
from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from shanyraq.people.enums import Language

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


class RegisterForm(forms.Form):
    """Somebody who is entered in the register of persons."""

    name_kk = forms.CharField(
        label=_("Name in Kazakh"), max_length=255, help_text=_("Family name first")
    )
    name_ru = forms.CharField(label=_("Name in Russian"), max_length=255)
    name_en = forms.CharField(label=_("Name in English"), max_length=255, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    preferred_language = forms.ChoiceField(
        label=_("Language of letters"), choices=Language.choices, widget=forms.RadioSelect
    )
