"""Fields that several forms of execution share."""

from typing import Any

from django import forms
from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

LONGEST = 20_000
#: Files of one report.
MOST_FILES = 10
ACCEPTED = ".pdf,.docx,.odt,.png"

TWO_LINES = forms.Textarea(attrs={"rows": 2})
FOUR_LINES = forms.Textarea(attrs={"rows": 4})
EIGHT_LINES = forms.Textarea(attrs={"rows": 8})


class SeveralFilesInput(forms.ClearableFileInput):
    """A control that takes several files at once."""

    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """Several files; none is allowed."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Evidence"),
            help_text=_("PDF, DOCX, ODT or PNG, at most 20 MB each; several may be chosen."),
            widget=SeveralFilesInput(attrs={"accept": ACCEPTED}),
            required=False,
        )

    def clean(self, data: Any, initial: Any = None) -> list[File[bytes]]:  # noqa: ANN401 -- a list of what Django cleans one by one
        """The files, each as Django takes one in.

        Raises:
            ValidationError: there are too many.
        """
        sent = data if isinstance(data, list | tuple) else [data] if data else []
        if len(sent) > MOST_FILES:
            raise forms.ValidationError(_("Choose at most ten files."))
        return [super(SeveralFilesField, self).clean(one, initial) for one in sent]


def a_file() -> forms.FileField:
    """One scanned document, which may be missing."""
    return forms.FileField(
        label=_("The document as a file"),
        help_text=_("PDF, DOCX, ODT or PNG, at most 20 MB"),
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPTED}),
        required=False,
    )
