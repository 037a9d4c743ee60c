"""Forms of the platform."""

import datetime as dt

from django import forms
from django.utils.translation import gettext_lazy as _

from shanyraq.platform.components import DateField

LATEST = dt.date(2100, 1, 1)


class DateForm(forms.Form):
    """To which date the institution of a demonstration goes."""

    date = DateField(label=_("New date"))

    def clean_date(self) -> dt.date:
        """A date within this century.

        Raises:
            ValidationError: beyond it.
        """
        date: dt.date = self.cleaned_data["date"]
        if date > LATEST:
            raise forms.ValidationError(_("Choose a date within this century."))
        return date
