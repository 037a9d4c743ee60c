"""Forms of the pages of meetings."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from shanyraq.people.models import Person, Wording
from shanyraq.sittings.actions import Plan, Question
from shanyraq.sittings.enums import ItemKind, Kind
from shanyraq.sittings.forms.sessions import ActForm, TimesForm


class MeetingForm(TimesForm):
    """A meeting as it is planned, with its first question; others are added to its agenda."""

    kind = forms.ChoiceField(label=_("Power that the question uses"))
    title_kk = forms.CharField(label=_("First question in Kazakh"), max_length=500)
    title_ru = forms.CharField(label=_("First question in Russian"), max_length=500)
    title_en = forms.CharField(label=_("First question in English"), max_length=500, required=False)

    def __init__(self, *args: Any, kinds: Sequence[ItemKind], **options: Any) -> None:  # noqa: ANN401 -- passed on to Django
        """Offer the powers of the body that sits."""
        super().__init__(*args, **options)
        self.fields["day"].label = _("Day of the meeting")
        kind = cast("forms.ChoiceField", self.fields["kind"])
        kind.choices = [(one.value, one.label) for one in kinds]

    def plan(self) -> Plan:
        """The meeting that was described."""
        kind = ItemKind(self.cleaned_data["kind"])
        return Plan(
            kind=Kind.MEETING,
            starts_at=self.starts_at,
            place=self.place,
            agenda=[Question(kind=kind, title=Wording.read(self.cleaned_data, "title"))],
        )


class SignatureForm(ActForm):
    """A deputy's or the Chair's signature on paper."""

    person = forms.ModelChoiceField(
        label=_("Who signed"), queryset=Person.objects.none(), empty_label=_("Not chosen")
    )
    field_order = ["person", "number", "date"]

    def __init__(self, *args: Any, people: Any, **options: Any) -> None:  # noqa: ANN401 -- passed on to Django
        """Offer those whose signatures are still awaited."""
        super().__init__(*args, **options)
        field = cast("forms.ModelChoiceField[Person]", self.fields["person"])
        field.queryset = people
        field.to_field_name = "public_id"


class ConclusionForm(forms.Form):
    """What a meeting concluded on a question, in words."""

    conclusion_kk = forms.CharField(
        label=_("Conclusion in Kazakh"), widget=forms.Textarea(attrs={"rows": 4})
    )
    conclusion_ru = forms.CharField(
        label=_("Conclusion in Russian"), widget=forms.Textarea(attrs={"rows": 4})
    )
    conclusion_en = forms.CharField(
        label=_("Conclusion in English"),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )

    @property
    def text(self) -> Wording:
        """The conclusion in three languages."""
        return Wording.read(self.cleaned_data, "conclusion")
