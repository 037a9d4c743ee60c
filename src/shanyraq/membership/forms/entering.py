"""Forms of the way in: proposals, nominations, agendas, the Chair's acts, deputies."""

import datetime as dt
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.enums import Category
from shanyraq.charter.queries import charter_pack
from shanyraq.membership.actions import Signed
from shanyraq.membership.enums import CandidatureState, Path
from shanyraq.membership.forms.parts import (
    ORDER,
    ActForm,
    EffectForm,
    SenderForm,
    WhoForm,
    offer_rows,
    person_named,
)
from shanyraq.people.enums import Classification
from shanyraq.people.models import Area, Organization, Person
from shanyraq.platform.clock import ZONE
from shanyraq.platform.components import DateField
from shanyraq.platform.languages import moment
from shanyraq.sittings.models import Session

#: What lets a small assembly's seats be given, by the rule of the charter (R18).
LOCAL_RULE = "small_assembly_member_eligibility"


class ProposeForm(WhoForm, SenderForm, ActForm):
    """An association's proposal for a small assembly (R14.1a)."""

    small_assembly = forms.ModelChoiceField(
        label=_("Body of the region"), queryset=Organization.objects.none(), empty_label=None
    )

    def __init__(self, *args: Any, bodies: Any, **options: Any) -> None:  # noqa: ANN401 -- passed on to Django
        """Offer the small assemblies for which somebody takes in proposals."""
        super().__init__(*args, **options)
        offer_rows(self, "small_assembly", bodies)
        self.offer([Classification.NATIONAL_CULTURAL_ASSOCIATION])
        self.order_fields(["small_assembly", *ORDER])


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
        offer_rows(self, "area", areas)
        self.offer([Classification.PUBLIC_ASSOCIATION, Classification.STATE_BODY])
        self.order_fields(["path", *ORDER, "area"])


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
        offer_rows(self, "area", areas)


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


class SittingField(forms.ModelChoiceField[Session]):
    """A choice among sittings, each told by its body and its moment."""

    def label_from_instance(self, obj: Session) -> str:
        """Which body sits, and when."""
        return f"{obj.body.name}, {moment(obj.starts_at)}"


class SittingForm(forms.Form):
    """On the agenda of which sitting."""

    session = SittingField(
        label=_("Sitting"),
        help_text=_("If none is offered, a meeting has to be prepared first."),
        queryset=Session.objects.none(),
        to_field_name="public_id",
        empty_label=None,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, sittings: Any, **options: Any) -> None:  # noqa: ANN401 -- passed on to Django
        """Offer the sittings that are prepared or announced."""
        super().__init__(*args, **options)
        offer_rows(self, "session", sittings)


class NamedForm(forms.Form):
    """Somebody of the register, by the full name."""

    person = forms.CharField(label=_("Full name as in the register"), max_length=255)

    def clean_person(self) -> Person:
        """The one person of that name.

        Raises:
            ValidationError: nobody, or several, have it.
        """
        return person_named(self.cleaned_data["person"].strip())


class DeputyForm(SittingForm, NamedForm):
    """Whom to put before the Council as a deputy, at which meeting."""

    field_order = ["person", "session"]


class DeputyPollForm(NamedForm):
    """Whom to ask the Council about as a deputy, and until when it answers."""

    day = DateField(label=_("Last day of the poll"))
    time = forms.TimeField(
        label=_("Ends at"),
        input_formats=["%H:%M"],
        widget=forms.TimeInput(format="%H:%M", attrs={"inputmode": "numeric"}),
    )

    @property
    def ends_at(self) -> dt.datetime:
        """When the poll ends, where the institution is."""
        return dt.datetime.combine(self.cleaned_data["day"], self.cleaned_data["time"], tzinfo=ZONE)


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
