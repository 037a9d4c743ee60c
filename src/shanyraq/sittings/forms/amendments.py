"""The form by which one place of the charter gets another value in a proposal."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from shanyraq.charter.queries import Place, choices_at
from shanyraq.platform.languages import active


class PlacesForm(forms.Form):
    """Which places of the charter to show."""

    q = forms.CharField(label=_("Rule, clause or word"), required=False, max_length=100)
    page = forms.CharField(required=False, widget=forms.HiddenInput, max_length=6)


class ChangeForm(forms.Form):
    """Another value for one place, chosen where there are words for it, written otherwise."""

    def __init__(self, *args: Any, place: Place, **options: Any) -> None:  # noqa: ANN401 -- passed on to Django
        """Ask for a value of the sort that stands there."""
        super().__init__(*args, **options)
        self.fields["value"] = _field(place)

    @property
    def value(self) -> str:
        """The value as a change is written."""
        value = self.cleaned_data["value"]
        return f"[{', '.join(value)}]" if isinstance(value, list) else str(value)


def _field(place: Place) -> forms.Field:
    choices = choices_at(place, active())
    if choices and isinstance(place.value, list | tuple):
        return forms.MultipleChoiceField(
            label=_("Proposed"), choices=choices, widget=forms.CheckboxSelectMultiple
        )
    if choices:
        return forms.ChoiceField(label=_("Proposed"), choices=choices, widget=forms.RadioSelect)
    return forms.CharField(
        label=_("Proposed"),
        max_length=100,
        help_text=_(
            "Written as it is kept: a share as 3/4, a number as 2, three days as P3D, "
            "two months as P2M."
        ),
    )
