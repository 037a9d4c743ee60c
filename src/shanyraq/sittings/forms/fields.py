"""Fields that several forms of sittings have."""

from itertools import groupby
from typing import Any

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from shanyraq.charter.queries import fields_of_law
from shanyraq.platform import clock
from shanyraq.platform.languages import active

SHOWN = 110


def competence_field(*, required: bool = False) -> forms.ChoiceField:
    """The provision in whose field a question lies, chosen by its summary under its clause."""
    return forms.ChoiceField(
        label=_("Field of competence"),
        help_text=_("The provision within whose field the question lies"),
        choices=_choices,
        required=required,
    )


def _choices() -> list[Any]:
    """The provisions of today, each clause a group; nothing is chosen by itself."""
    fields = fields_of_law(clock.today(), active())
    groups = [
        (clause, [(one.address, _option(one.words, one.summary)) for one in found])
        for clause, found in groupby(fields, key=lambda field: field.clause)
    ]
    return [("", _("Not chosen")), *groups]


def _option(words: str, summary: str) -> str:
    return f"{words}: {Truncator(summary).chars(SHOWN)}"
