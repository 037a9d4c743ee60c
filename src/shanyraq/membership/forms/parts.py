"""Parts of which the forms of this chapter are made: an act, somebody, an association."""

import datetime as dt
from typing import Any, cast

from django import forms
from django.core.files.base import File
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from shanyraq.membership.actions import Signed
from shanyraq.people.enums import Classification
from shanyraq.people.models import Organization, Person, Wording
from shanyraq.platform.components import DateField
from shanyraq.platform.languages import fold

LANGUAGES = ("kk", "ru", "en")
#: In what order a nomination is asked for.
ORDER = [
    "existing", "name_kk", "name_ru", "name_en",
    "sender", "sender_kk", "sender_ru", "sender_en",
]  # fmt: skip


class ActForm(forms.Form):
    """A signed document: its number, its date, and the file when there is one."""

    number = forms.CharField(label=_("Number of the act"), max_length=40)
    date = DateField(label=_("Date of the act"))
    file = forms.FileField(
        label=_("The signed act as a file"),
        help_text=_("PDF, DOCX, ODT or PNG, at most 20 MB"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf,.docx,.odt,.png"}),
    )

    def signed(self) -> Signed:
        """The document that was described."""
        return Signed(
            number=self.cleaned_data["number"],
            date=self.cleaned_data["date"],
            file=cast("File[bytes] | None", self.cleaned_data["file"] or None),
        )


class EffectForm(ActForm):
    """A signed act, and the day on which it takes effect when that is another day."""

    day = DateField(
        label=_("Takes effect on"),
        help_text=_("Leave it empty if it takes effect at once."),
        required=False,
    )

    @property
    def effective(self) -> dt.date | None:
        """The day named, if one was."""
        return cast("dt.date | None", self.cleaned_data["day"])


class WhoForm(forms.Form):
    """Somebody: of the register by the full name, or new by the name in three languages."""

    existing = forms.CharField(
        label=_("Full name as in the register"),
        help_text=_("Leave it empty for somebody who is not in the register yet."),
        required=False,
        max_length=255,
    )
    name_kk = forms.CharField(
        label=_("Name of somebody new in Kazakh"), required=False, max_length=255
    )
    name_ru = forms.CharField(label=_("The same name in Russian"), required=False, max_length=255)
    name_en = forms.CharField(label=_("The same name in English"), required=False, max_length=255)

    def clean_existing(self) -> Person | None:
        """The one person of that name.

        Raises:
            ValidationError: nobody, or several, have it.
        """
        name = self.cleaned_data["existing"].strip()
        return person_named(name) if name else None

    def clean(self) -> dict[str, Any]:
        """Somebody is named, in one way or the other."""
        cleaned = super().clean() or {}
        named = cleaned.get("name_kk", "").strip() and cleaned.get("name_ru", "").strip()
        if not (cleaned.get("existing") or named or self.errors.get("existing")):
            self.add_error(
                "existing", _("Name somebody of the register, or somebody new in two languages.")
            )
        return cleaned

    def who(self) -> Person | Wording:
        """Whom the form means."""
        known: Person | None = self.cleaned_data["existing"]
        return known if known is not None else Wording.read(self.cleaned_data, "name")


class SenderForm(forms.Form):
    """The association or the state body that nominates: of the record, or by its name."""

    sender = forms.ModelChoiceField(
        label=_("Association or state body"),
        queryset=Organization.objects.none(),
        required=False,
        empty_label=_("Not in the list"),
    )
    sender_kk = forms.CharField(label=_("Its name in Kazakh"), required=False, max_length=255)
    sender_ru = forms.CharField(label=_("Its name in Russian"), required=False, max_length=255)
    sender_en = forms.CharField(label=_("Its name in English"), required=False, max_length=255)

    def offer(self, kinds: list[Classification]) -> None:
        """Offer the associations and state bodies of some kinds."""
        rows = Organization.objects.filter(classification__in=kinds).order_by("name_kk_sort")
        offer_rows(self, "sender", rows)

    def whence(self) -> Organization | Wording:
        """Who nominates."""
        known: Organization | None = self.cleaned_data["sender"]
        return known if known is not None else Wording.read(self.cleaned_data, "sender")


def person_named(name: str) -> Person:
    """The one person of the register whose full name, in any language, this is.

    Raises:
        ValidationError: nobody has it, or several have.
    """
    wanted = fold(name)
    near = Person.objects.filter(Q(name_fold__contains=wanted) | Q(public_id=name))[:50]
    found = [one for one in near if wanted in one.name_fold.split("\n") or one.public_id == name]
    if not found:
        raise forms.ValidationError(_("Nobody of this name is in the register."))
    if len(found) > 1:
        raise forms.ValidationError(
            _("Several persons have this name; write the identifier from the person’s page.")
        )
    return found[0]


def offer_rows(form: forms.Form, name: str, rows: "QuerySet[Any]") -> None:
    """Offer rows in a field, each by its public identifier."""
    field = cast("forms.ModelChoiceField[Any]", form.fields[name])
    field.queryset = rows
    if name != "session":
        field.to_field_name = "public_id"
