"""Forms of elections: their shape only; what may be done is the actions' matter."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from shanyraq.elections.actions import Protocol
from shanyraq.elections.models import Candidate
from shanyraq.people.models import Person, Wording
from shanyraq.platform.languages import LANGUAGES
from shanyraq.voting.actions import Motion
from shanyraq.voting.enums import Method
from shanyraq.voting.models import Decision

MOST_BALLOTS = 100_000
LONGEST_QUESTION = 500
QUESTION = {
    "kk": _("Question in Kazakh"),
    "ru": _("Question in Russian"),
    "en": _("Question in English"),
}
TEXT = {
    "kk": _("Wording of the decision in Kazakh"),
    "ru": _("Wording of the decision in Russian"),
    "en": _("Wording of the decision in English"),
}
#: Largest file that a registrar's or a trustee's device makes, in bytes.
LARGEST_FILE = 5_000_000


def _number(label: Any) -> forms.IntegerField:  # noqa: ANN401 -- a text that is translated late
    return forms.IntegerField(label=label, min_value=0, max_value=MOST_BALLOTS)


class NomineesForm(forms.Form):
    """The persons whom the Council would nominate, in the order of the ballot."""

    persons = forms.ModelMultipleChoiceField(
        label=_("Nominees"),
        queryset=Person.objects.none(),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 14}),
        help_text=_("The ballot lists them in the order of their names."),
    )

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- as Django declares it
        """Offer the people given."""
        super().__init__(*args, **kwargs)
        field = cast("forms.ModelMultipleChoiceField[Person]", self.fields["persons"])
        field.queryset = people
        field.to_field_name = "public_id"


class PrepareForm(forms.Form):
    """From which decision of the Council, and how many are to be elected."""

    nomination = forms.ModelChoiceField(
        label=_("Decision of the Council that nominates the candidates"),
        queryset=Decision.objects.none(),
        required=False,
        empty_label=_("No decision"),
    )
    seats = forms.IntegerField(label=_("Seats to be filled"), min_value=1, max_value=MOST_BALLOTS)
    method = forms.TypedChoiceField(
        label=_("How members vote"), coerce=Method, widget=forms.RadioSelect, required=False,
        empty_value=Method.SECRET_PAPER,
    )  # fmt: skip

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- as Django declares it
        nominations: Any,  # noqa: ANN401 -- as Django declares it
        methods: Sequence[Method],
        **kwargs: Any,  # noqa: ANN401 -- as Django declares it
    ) -> None:
        """Offer the decisions from which no election came yet, and the methods of the law."""
        super().__init__(*args, **kwargs)
        offered = cast("forms.TypedChoiceField", self.fields["method"])
        offered.choices = [(one.value, one.label) for one in methods]
        field = cast("forms.ModelChoiceField[Decision]", self.fields["nomination"])
        field.queryset = nominations
        field.to_field_name = "public_id"


class CountForm(forms.Form):
    """The protocol of the counting commission."""

    issued = _number(_("Ballots issued"))
    found = _number(_("Ballots found in the box"))
    invalid = _number(_("Invalid ballots among them"))
    file = forms.FileField(
        label=_("The signed protocol as a file"),
        help_text=_("PDF, DOCX, ODT or PNG, at most 20 MB"),
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf,.docx,.odt,.png"}),
    )

    def __init__(self, *args: Any, candidates: Iterable[Candidate], **kwargs: Any) -> None:  # noqa: ANN401 -- as Django declares it
        """Ask for the votes of each candidate."""
        super().__init__(*args, **kwargs)
        self.keys = {f"votes_{one.public_id}": one.public_id for one in candidates}
        labels = {one.public_id: str(one) for one in candidates}
        for name, key in self.keys.items():
            self.fields[name] = _number(labels[key])
        self.order_fields(["issued", "found", "invalid", *self.keys, "file"])

    def votes_asked(self) -> list[BoundField]:
        """The fields of the candidates, in the order of the ballot."""
        return [self[name] for name in self.keys]

    def protocol(self) -> Protocol:
        """What was entered."""
        data = self.cleaned_data
        return Protocol(
            issued=data["issued"],
            found=data["found"],
            invalid=data["invalid"],
            votes={key: data[name] for name, key in self.keys.items()},
            file=data["file"],
        )


class CommissionForm(forms.Form):
    """Who gives out the voting codes, and who holds the keys of the box."""

    def __init__(self, *args: Any, people: Any, trustees: int, **kwargs: Any) -> None:  # noqa: ANN401 -- as Django declares it
        """Ask for one registrar and so many trustees among the people given."""
        super().__init__(*args, **kwargs)
        self.names = [f"trustee_{number}" for number in range(1, trustees + 1)]
        self.fields["registrar"] = self._person(_("Registrar"), people)
        for number, name in enumerate(self.names, start=1):
            label = _("Holder of key {number}").format(number=number)
            self.fields[name] = self._person(label, people)

    @staticmethod
    def _person(label: Any, people: Any) -> forms.ModelChoiceField[Person]:  # noqa: ANN401 -- a text that may be translated late
        return forms.ModelChoiceField(
            label=label, queryset=people, to_field_name="public_id", empty_label=_("Choose")
        )

    @property
    def trustees(self) -> list[Person]:
        """Those who hold the keys, in their order."""
        return [self.cleaned_data[name] for name in self.names]


class SecretVoteForm(CommissionForm):
    """What is asked in a secret vote, in three languages, and its commission."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- as Django declares it
        """Ask for the question and the wording before the commission."""
        super().__init__(*args, **kwargs)
        self.fields |= {f"question_{one}": _lines(QUESTION[one], 2) for one in LANGUAGES}
        self.fields |= {f"text_{one}": _lines(TEXT[one], 3) for one in LANGUAGES}
        worded = [f"{stem}_{one}" for stem in ("question", "text") for one in LANGUAGES]
        self.order_fields([*worded, "registrar", *self.names])

    def motion(self) -> Motion:
        """What is put to the vote."""
        return Motion(question=self._wording("question"), text=self._wording("text"))

    def _wording(self, stem: str) -> Wording:
        return Wording(**{one: self.cleaned_data[f"{stem}_{one}"] for one in LANGUAGES})


def _lines(label: Any, rows: int) -> forms.CharField:  # noqa: ANN401 -- a text that is translated late
    """A question is asked for and at most so long; a wording may be left out."""
    asked = label in QUESTION.values()
    return forms.CharField(
        label=label,
        required=asked,
        max_length=LONGEST_QUESTION if asked else None,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class FileForm(forms.Form):
    """A file that somebody's own device made, such as a list of public credentials."""

    file = forms.FileField(
        label=_("File"), widget=forms.ClearableFileInput(attrs={"accept": ".json,.txt"})
    )

    def clean_file(self) -> UploadedFile[Any]:
        """A file of a size that such a device makes.

        Raises:
            ValidationError: it is larger.
        """
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST_FILE:
            raise forms.ValidationError(_("The file is too large to be the one that is asked for."))
        return file

    @property
    def content(self) -> bytes:
        """Its bytes, without the line end that an editor may have added."""
        return bytes(self.cleaned_data["file"].read()).strip()


class CredentialsForm(FileForm):
    """The list of public credentials, and for which list of voters they were made."""

    roll = forms.CharField(
        label=_("Fingerprint of the list of voters"),
        max_length=64,
        help_text=_(
            "Of the list that the codes were made for: it stands at the end of the name of its "
            "file."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class AbandonForm(forms.Form):
    """Why a ballot box is given up."""

    reason = forms.CharField(
        label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
