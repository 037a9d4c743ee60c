"""Forms of those who carry out and of those who judge."""

import datetime as dt
from typing import cast

from django import forms
from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from shanyraq.assignments.enums import Effect
from shanyraq.assignments.forms._parts import EIGHT_LINES, FOUR_LINES, LONGEST, SeveralFilesField
from shanyraq.platform.components import DateField


class NoteForm(forms.Form):
    """How the work goes."""

    text = forms.CharField(label=_("How the work goes"), widget=FOUR_LINES, max_length=LONGEST)


class ReportForm(forms.Form):
    """What was done, with evidence."""

    text = forms.CharField(label=_("What was done"), widget=EIGHT_LINES, max_length=LONGEST)
    evidence = SeveralFilesField()

    @property
    def uploads(self) -> list[File[bytes]]:
        """What was uploaded."""
        return cast("list[File[bytes]]", self.cleaned_data["evidence"])


class AcceptForm(forms.Form):
    """What was achieved, in a word and in words."""

    effect = forms.ChoiceField(
        label=_("What was achieved"), choices=Effect.choices, widget=forms.RadioSelect
    )
    text = forms.CharField(label=_("Assessment"), widget=FOUR_LINES, max_length=LONGEST)


class ReasonForm(forms.Form):
    """Why something is done."""

    reason = forms.CharField(label=_("Reason"), widget=FOUR_LINES, max_length=LONGEST)


class DeadlineForm(ReasonForm):
    """Where a deadline goes, and why."""

    deadline = DateField(
        label=_("New deadline"),
        help_text=_("Leave it empty when the day will be instructed."),
        required=False,
    )

    field_order = ["deadline", "reason"]

    @property
    def day(self) -> dt.date | None:
        """The new deadline; None: until it is instructed."""
        return cast("dt.date | None", self.cleaned_data["deadline"])
