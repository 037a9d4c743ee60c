"""Forms of the pages of membership."""

import datetime as dt
from typing import Any, cast

from django import forms
from django.core.files.base import File
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.enums import Category
from shanyraq.charter.queries import charter_pack
from shanyraq.membership.actions import Claim, Signed
from shanyraq.membership.enums import CandidatureState, Ground, Path
from shanyraq.people.enums import Classification
from shanyraq.people.models import Area, Organization, Person, Wording
from shanyraq.platform.components import DateField
from shanyraq.platform.languages import fold
from shanyraq.sittings.enums import OpinionLanguage
from shanyraq.sittings.models import Session

LANGUAGES = ("kk", "ru", "en")
#: What lets a small assembly's seats be given, by the rule of the charter (R18).
LOCAL_RULE = "small_assembly_member_eligibility"


class ConfirmForm(forms.Form):
    """Nothing to fill in: the button is the answer."""


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
        return known if known is not None else wording_of(self.cleaned_data, "name")


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
        _choices(self, "sender", rows)

    def whence(self) -> Organization | Wording:
        """Who nominates."""
        known: Organization | None = self.cleaned_data["sender"]
        return known if known is not None else wording_of(self.cleaned_data, "sender")


class ProposeForm(WhoForm, SenderForm, ActForm):
    """An association's proposal for a small assembly (R14.1a)."""

    small_assembly = forms.ModelChoiceField(
        label=_("Small assembly"), queryset=Organization.objects.none(), empty_label=None
    )

    def __init__(self, *args: Any, bodies: Any, **options: Any) -> None:  # noqa: ANN401 -- passed on to Django
        """Offer the small assemblies for which somebody takes in proposals."""
        super().__init__(*args, **options)
        _choices(self, "small_assembly", bodies)
        self.offer([Classification.NATIONAL_CULTURAL_ASSOCIATION])
        self.order_fields(["small_assembly", *_ORDER])


class NominateForm(WhoForm, SenderForm, ActForm):
    """A nomination by a document (R14.1b, A22)."""

    path = forms.ChoiceField(
        label=_("Who nominates"),
        widget=forms.RadioSelect,
        choices=[(one.value, one.label) for one in (Path.PUBLIC_ASSOCIATION, Path.STATE_BODY)],
        initial=Path.PUBLIC_ASSOCIATION,
    )
    area = forms.ModelChoiceField(
        label=_("Region"),
        queryset=Area.objects.none(),
        required=False,
        empty_label=_("The whole republic"),
    )

    def __init__(self, *args: Any, areas: Any, **options: Any) -> None:  # noqa: ANN401 -- passed on to Django
        """Offer the regions, and every association and state body."""
        super().__init__(*args, **options)
        _choices(self, "area", areas)
        self.offer([Classification.PUBLIC_ASSOCIATION, Classification.STATE_BODY])
        self.order_fields(["path", *_ORDER, "area"])


class IncludeForm(WhoForm, EffectForm):
    """The Chair's act that includes another person (R14.2d)."""

    area = forms.ModelChoiceField(
        label=_("Region"),
        queryset=Area.objects.none(),
        required=False,
        empty_label=_("The whole republic"),
    )

    def __init__(self, *args: Any, areas: Any, **options: Any) -> None:  # noqa: ANN401 -- passed on to Django
        """Offer the regions."""
        super().__init__(*args, **options)
        _choices(self, "area", areas)


class LocalForm(WhoForm, EffectForm):
    """The act of a small assembly's chair that includes somebody (R18)."""

    category = forms.ChoiceField(label=_("Represents"))

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 -- passed on to Django
        """Offer the categories that the charter lets in."""
        super().__init__(*args, **options)
        field = cast("forms.ChoiceField", self.fields["category"])
        allowed = charter_pack().rules_called(LOCAL_RULE)[-1].words
        field.choices = [(one.value, one.label) for one in Category if one in allowed]
        self.order_fields(["existing", "name_kk", "name_ru", "name_en", "category"])


class RejectForm(forms.Form):
    """Why the Chair rejects; a reason is not asked (R14.2c)."""

    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("The clause asks for no reason; one may be given."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    number = forms.CharField(
        label=_("Number of the act"),
        help_text=_("Only if the Chair signed an act on it."),
        required=False,
        max_length=40,
    )
    date = DateField(label=_("Date of the act"), required=False)

    def clean(self) -> dict[str, Any]:
        """An act has a number and a date, or there is none."""
        cleaned = super().clean() or {}
        if bool(cleaned.get("number")) != bool(cleaned.get("date")):
            self.add_error("number", _("Write both the number and the date, or neither."))
        return cleaned

    def signed(self) -> Signed | None:
        """The act, if there is one."""
        number, date = self.cleaned_data["number"], self.cleaned_data["date"]
        return Signed(number=number, date=date) if number and date else None


class SittingForm(forms.Form):
    """On the agenda of which sitting."""

    session = forms.ModelChoiceField(
        label=_("Sitting"),
        queryset=Session.objects.none(),
        to_field_name="public_id",
        empty_label=None,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, sittings: Any, **options: Any) -> None:  # noqa: ANN401 -- passed on to Django
        """Offer the sittings that are prepared or announced."""
        super().__init__(*args, **options)
        _choices(self, "session", sittings)


class DeputyForm(SittingForm):
    """Whom to put before the Council as a deputy, at which sitting."""

    person = forms.CharField(label=_("Full name as in the register"), max_length=255)
    field_order = ["person", "session"]

    def clean_person(self) -> Person:
        """The one person of that name.

        Raises:
            ValidationError: nobody, or several, have it.
        """
        return person_named(self.cleaned_data["person"].strip())


class RemovalForm(forms.Form):
    """Why a member should be removed (R15.1, R15.2)."""

    ground = forms.ChoiceField(label=_("Ground"), choices=Ground.choices, widget=forms.RadioSelect)
    by_office = forms.BooleanField(label=_("The person became a member by office"), required=False)
    civil_servant = forms.BooleanField(label=_("The person is a civil servant"), required=False)
    reason = forms.CharField(
        label=_("Reason in writing"),
        help_text=_("It is asked where the ground is another one; the member reads it."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def claim(self) -> Claim:
        """What is claimed."""
        return Claim(
            ground=Ground(self.cleaned_data["ground"]),
            reason=self.cleaned_data["reason"],
            by_office=self.cleaned_data["by_office"],
            civil_servant=self.cleaned_data["civil_servant"],
        )


class StatementForm(forms.Form):
    """What the member thinks of the proposal."""

    text = forms.CharField(label=_("Your statement"), widget=forms.Textarea(attrs={"rows": 6}))
    language = forms.ChoiceField(label=_("Language of the text"), choices=OpinionLanguage.choices)


class ReasonForm(forms.Form):
    """Why a case is closed."""

    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}))


class LeaveForm(forms.Form):
    """A statement of leaving; nothing of it has to be filled in."""

    text = forms.CharField(
        label=_("Your words"),
        help_text=_("You may leave it empty: no reason is asked."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    day = DateField(
        label=_("From which day"),
        help_text=_("Leave it empty to leave today."),
        required=False,
    )


class FilterForm(forms.Form):
    """Which candidatures to show."""

    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        widget=forms.Select(attrs={"class": "input input--s"}),
        choices=[("", _("All")), *CandidatureState.choices],
    )
    path = forms.ChoiceField(
        label=_("Path"),
        required=False,
        widget=forms.Select(attrs={"class": "input input--s"}),
        choices=[("", _("All")), *Path.choices],
    )
    q = forms.CharField(label=_("Name"), required=False, max_length=100)


_ORDER = [
    "existing", "name_kk", "name_ru", "name_en",
    "sender", "sender_kk", "sender_ru", "sender_en",
]  # fmt: skip


def wording_of(cleaned: dict[str, Any], stem: str) -> Wording:
    """The texts of three fields such as `name_kk`."""
    return Wording(**{one: cleaned[f"{stem}_{one}"].strip() for one in LANGUAGES})


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


def _choices(form: forms.Form, name: str, rows: "QuerySet[Any]") -> None:
    field = cast("forms.ModelChoiceField[Any]", form.fields[name])
    field.queryset = rows
    if name != "session":
        field.to_field_name = "public_id"
