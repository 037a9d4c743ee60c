"""Forms of elections: their shape only; what may be done is the actions' matter."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from shanyraq.elections.actions import Protocol
from shanyraq.elections.models import Candidate
from shanyraq.people.models import Person
from shanyraq.voting.models import Decision

MOST_BALLOTS = 100_000


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

    def __init__(self, *args: Any, nominations: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- as Django declares it
        """Offer the decisions from which no election came yet."""
        super().__init__(*args, **kwargs)
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
