"""A date asked for as day, month and year: the same in every browser and in three languages."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from shanyraq.platform.languages import month_names


class DatePartsWidget(forms.Widget):
    """Three controls: `<name>_day`, `<name>_month`, `<name>_year`.

    A script or a test may instead send the whole date as `<name>` in the form 2008-09-15.
    """

    template_name = "platform/components/date_parts.html"
    use_fieldset = True

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:  # noqa: ANN401 # Django's own signature
        """Add the three values and the names of the months to what the template receives."""
        context = super().get_context(name, value, attrs)
        day, month, year = self.parts_of(value)
        months = [(str(number), text) for number, text in enumerate(month_names(), start=1)]
        context["parts"] = {"day": day, "month": month, "year": year, "months": months}
        return context

    def parts_of(self, value: date | str | None) -> tuple[str, str, str]:
        """Split a date, or what somebody typed instead of one, into day, month and year."""
        if isinstance(value, date):
            return str(value.day), str(value.month), str(value.year)
        year, _, rest = (value or "").partition("-")
        month, _, day = rest.partition("-")
        return day.lstrip("0"), month.lstrip("0"), year

    def value_from_datadict(
        self,
        data: Mapping[str, Any],
        files: object,  # noqa: ARG002 # Django's own signature
        name: str,
    ) -> str:
        """Join what was typed as year-month-day; nothing typed is no value."""
        if name in data:
            return str(data[name])
        year, month, day = (
            str(data.get(f"{name}_{part}", "")).strip() for part in ("year", "month", "day")
        )
        return f"{year}-{month}-{day}" if day or year else ""

    def value_omitted_from_data(self, data: Mapping[str, Any], files: object, name: str) -> bool:  # noqa: ARG002 # Django's own signature
        """Whether none of the controls was sent."""
        return not any(key in data for key in (name, f"{name}_day", f"{name}_year"))

    def id_for_label(self, id_: str, index: str | None = None) -> str:  # noqa: ARG002 # Django's own signature
        """The first control takes the focus when an error points here."""
        return f"{id_}_day"


class DateField(forms.DateField):
    """A date typed as day, month and year."""

    widget = DatePartsWidget
    default_error_messages = {
        "invalid": _("This is not a date: check the day, the month and the year."),
    }

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 # passed on to Django
        super().__init__(input_formats=["%Y-%m-%d"], **options)
