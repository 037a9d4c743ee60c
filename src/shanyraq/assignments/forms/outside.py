"""Forms of what goes outside and comes back: letters, answers, measures of the Government."""

import datetime as dt
from typing import Any, cast

from django import forms
from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from shanyraq.assignments.actions import Letter, Measure, Reply, Step
from shanyraq.assignments.enums import (
    Addressee,
    AnswerKind,
    MeasureKind,
    MeasureStatus,
    RecommendationKind,
)
from shanyraq.assignments.forms._parts import FOUR_LINES, LONGEST, a_file
from shanyraq.people.models import Organization, Wording
from shanyraq.platform.components import DateField


class WithFile(forms.Form):
    """A form that may bring a scanned document."""

    file = a_file()

    @property
    def upload(self) -> File[bytes] | None:
        """What was uploaded, if anything."""
        return cast("File[bytes] | None", self.cleaned_data["file"] or None)


def _organisations(form: forms.Form, name: str, on: dt.date) -> None:
    field = cast("forms.ModelChoiceField[Organization]", form.fields[name])
    field.queryset = Organization.objects.on(on).order_by("name_kk_sort")
    field.to_field_name = "public_id"


class LetterForm(WithFile):
    """A recommendation as it is sent."""

    kind = forms.ChoiceField(
        label=_("What is sent"), choices=RecommendationKind.choices, widget=forms.RadioSelect
    )
    addressee = forms.ChoiceField(
        label=_("To whom"), choices=Addressee.choices, widget=forms.RadioSelect
    )
    organization = forms.ModelChoiceField(
        label=_("Which state body or organisation"),
        queryset=Organization.objects.none(),
        required=False,
        empty_label=_("None"),
    )
    number = forms.CharField(label=_("Number of the letter"), max_length=40)
    sent_on = DateField(label=_("Date of the letter"))
    text_kk = forms.CharField(
        label=_("What is recommended, in Kazakh"), widget=FOUR_LINES, max_length=LONGEST
    )
    text_ru = forms.CharField(
        label=_("What is recommended, in Russian"), widget=FOUR_LINES, max_length=LONGEST
    )
    text_en = forms.CharField(
        label=_("What is recommended, in English"),
        widget=FOUR_LINES,
        max_length=LONGEST,
        required=False,
    )

    field_order = [
        "kind",
        "addressee",
        "organization",
        "number",
        "sent_on",
        "text_kk",
        "text_ru",
        "text_en",
        "file",
    ]

    def __init__(self, *args: Any, on: dt.date, **options: Any) -> None:  # noqa: ANN401 -- passed on to Django
        """Offer the organisations that stand on a day."""
        super().__init__(*args, **options)
        _organisations(self, "organization", on)

    def letter(self) -> Letter:
        """The letter that was described."""
        data = self.cleaned_data
        return Letter(
            kind=RecommendationKind(data["kind"]),
            addressee=Addressee(data["addressee"]),
            organization=data["organization"],
            number=data["number"],
            sent_on=data["sent_on"],
            text=Wording.read(data, "text"),
        )


class ReplyForm(WithFile):
    """What was answered."""

    kind = forms.ChoiceField(
        label=_("How it was answered"), choices=AnswerKind.choices, widget=forms.RadioSelect
    )
    number = forms.CharField(label=_("Number of the answer"), max_length=40, required=False)
    answered_on = DateField(label=_("Date of the answer"))
    text = forms.CharField(label=_("What was answered"), widget=FOUR_LINES, max_length=LONGEST)

    field_order = ["kind", "number", "answered_on", "text", "file"]

    def reply(self) -> Reply:
        """The answer that was described."""
        data = self.cleaned_data
        return Reply(
            kind=AnswerKind(data["kind"]),
            answered_on=data["answered_on"],
            text=data["text"],
            number=data["number"],
        )


class MeasureForm(WithFile):
    """A measure of the Government."""

    kind = forms.ChoiceField(
        label=_("What it is"), choices=MeasureKind.choices, widget=forms.RadioSelect
    )
    title_kk = forms.CharField(label=_("Title in Kazakh"), max_length=500)
    title_ru = forms.CharField(label=_("Title in Russian"), max_length=500)
    title_en = forms.CharField(label=_("Title in English"), max_length=500, required=False)
    act_to_align = forms.CharField(
        label=_("Act to be aligned"),
        help_text=_("Number, date and name of the earlier act, if it is about one."),
        max_length=500,
        required=False,
    )
    responsible = forms.ModelChoiceField(
        label=_("Responsible body"),
        queryset=Organization.objects.none(),
        required=False,
        empty_label=_("Not named"),
    )
    source = forms.CharField(
        label=_("Source document"),
        help_text=_("Where it is written: number, date, name."),
        max_length=500,
    )

    field_order = [
        "kind",
        "title_kk",
        "title_ru",
        "title_en",
        "act_to_align",
        "responsible",
        "source",
        "file",
    ]

    def __init__(self, *args: Any, on: dt.date, **options: Any) -> None:  # noqa: ANN401 -- passed on to Django
        """Offer the organisations that stand on a day."""
        super().__init__(*args, **options)
        _organisations(self, "responsible", on)

    def measure(self) -> Measure:
        """The measure that was described."""
        data = self.cleaned_data
        return Measure(
            kind=MeasureKind(data["kind"]),
            title=Wording.read(data, "title"),
            act_to_align=data["act_to_align"],
            responsible=data["responsible"],
        )


class StepForm(WithFile):
    """What a source document says of a measure."""

    status = forms.ChoiceField(
        label=_("Status"), choices=MeasureStatus.choices, widget=forms.RadioSelect
    )
    on = DateField(label=_("Date of the source document"))
    source = forms.CharField(
        label=_("Source document"),
        help_text=_("Where it is written: number, date, name."),
        max_length=500,
    )

    field_order = ["status", "on", "source", "file"]

    def step(self) -> Step:
        """The step that was described."""
        data = self.cleaned_data
        return Step(status=MeasureStatus(data["status"]), on=data["on"], source=data["source"])
