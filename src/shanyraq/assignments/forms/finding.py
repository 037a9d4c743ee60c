"""Forms that narrow what is shown; a value that is none is as if nothing had been chosen."""

import datetime as dt
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from shanyraq.assignments.enums import Grouping, Shown
from shanyraq.assignments.models import AssignmentQuerySet
from shanyraq.assignments.queries import Narrowing, Scope, narrowed
from shanyraq.people.models import Area, Organization
from shanyraq.sittings.enums import Kind
from shanyraq.sittings.models import Session

SMALL = {"class": "input input--s"}
EVERYTHING = ("", _("All"))


class RegisterForm(forms.Form):
    """Which assignments are shown, and by what the figures are put together."""

    by = forms.ChoiceField(label=_("Put together"), choices=Grouping.choices, required=False)
    show = forms.ChoiceField(label=_("Show"), choices=[EVERYTHING, *Shown.choices], required=False)
    body = forms.ModelChoiceField(
        label=_("Body that decided"), queryset=Organization.objects.none(), required=False
    )
    executor = forms.ModelChoiceField(
        label=_("Lead executor"), queryset=Organization.objects.none(), required=False
    )
    area = forms.ModelChoiceField(label=_("Region"), queryset=Area.objects.none(), required=False)
    session = forms.ModelChoiceField(
        label=_("Session"), queryset=Session.objects.none(), required=False
    )

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 -- passed on to Django
        """Offer what assignments are about."""
        super().__init__(*args, **options)
        deciding = Organization.objects.filter(assignments_made__isnull=False).distinct()
        leading = Organization.objects.filter(assignments_led__isnull=False).distinct()
        regions = Area.objects.filter(assignments__isnull=False).distinct()
        self._offer("body", deciding.order_by("name_kk_sort"))
        self._offer("executor", leading.order_by("name_kk_sort"))
        self._offer("area", regions.order_by("name_kk_sort"))
        of_assembly = Session.objects.filter(kind__in=[Kind.ORDINARY, Kind.EXTRAORDINARY])
        self._offer("session", of_assembly.select_related("body"))
        for field in self.fields.values():
            field.widget.attrs |= SMALL

    @property
    def grouping(self) -> Grouping:
        """By what the figures are put together; by executor unless another way was chosen."""
        return Grouping(self.cleaned_data.get("by") or Grouping.EXECUTOR)

    def narrow(self, found: AssignmentQuerySet, on: dt.date) -> AssignmentQuerySet:
        """The assignments that were asked for."""
        data = self.cleaned_data
        chosen = Narrowing(
            shown=Shown(data["show"]) if data.get("show") else None,
            body=data.get("body"),
            executor=data.get("executor"),
            area=data.get("area"),
            session=data.get("session"),
        )
        return narrowed(found, chosen, on)

    def _offer(self, name: str, rows: Any) -> None:  # noqa: ANN401 -- a QuerySet of any model
        field = cast("forms.ModelChoiceField[Any]", self.fields[name])
        field.queryset = rows
        field.to_field_name = "public_id"
        field.empty_label = str(EVERYTHING[1])


class EfficiencyForm(forms.Form):
    """Which year, which body."""

    year = forms.TypedChoiceField(label=_("Year"), coerce=int, empty_value=None, required=False)
    body = forms.ModelChoiceField(
        label=_("Body"), queryset=Organization.objects.none(), required=False
    )

    def __init__(self, *args: Any, years: list[int], **options: Any) -> None:  # noqa: ANN401 -- passed on to Django
        """Offer the years and bodies of sittings held."""
        super().__init__(*args, **options)
        year = cast("forms.TypedChoiceField", self.fields["year"])
        year.choices = [("", _("All years")), *((one, str(one)) for one in years)]
        body = cast("forms.ModelChoiceField[Organization]", self.fields["body"])
        body.queryset = (
            Organization.objects.filter(sessions__isnull=False).distinct().order_by("name_kk_sort")
        )
        body.to_field_name = "public_id"
        body.empty_label = str(_("All bodies"))
        for field in self.fields.values():
            field.widget.attrs |= SMALL

    def scope(self, latest: int | None) -> Scope:
        """What was asked for; a body's years, or the latest year when nothing was chosen."""
        data = self.cleaned_data if self.is_valid() else {}
        body, year = data.get("body"), data.get("year")
        return Scope(year=year if year or body or "year" in self.data else latest, body=body)
