"""Questions of the law's pages."""

from django import forms
from django.utils.translation import gettext_lazy as _

from shanyraq.platform.components import DateField


class DayForm(forms.Form):
    """Of which day the law is shown."""

    on = DateField(label=_("Day"))
