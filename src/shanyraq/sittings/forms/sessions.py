"""Forms of the pages of Sessions."""

import datetime as dt
from collections.abc import Iterable
from itertools import zip_longest
from typing import Any, cast

from django import forms
from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from shanyraq.people.models import Person, Wording
from shanyraq.platform.clock import ZONE
from shanyraq.platform.components import DateField
from shanyraq.sittings.actions import Plan, Question
from shanyraq.sittings.enums import ASSEMBLY_KINDS, ItemKind, Kind
from shanyraq.sittings.forms.fields import competence_field
from shanyraq.sittings.models import AgendaItem, Session

MEMBERS_AT_ONCE = 2000


class TimesForm(forms.Form):
    """When and where a Session is held."""

    day = DateField(label=_("Day of the Session"), help_text=_("For example, 20 October 2008"))
    time = forms.TimeField(
        label=_("Begins at"),
        input_formats=["%H:%M"],
        widget=forms.TimeInput(format="%H:%M", attrs={"inputmode": "numeric"}),
    )
    place_kk = forms.CharField(label=_("Place in Kazakh"), max_length=255)
    place_ru = forms.CharField(label=_("Place in Russian"), max_length=255)
    place_en = forms.CharField(label=_("Place in English"), max_length=255, required=False)

    @property
    def starts_at(self) -> dt.datetime:
        """The moment chosen, where the institution is."""
        return dt.datetime.combine(self.cleaned_data["day"], self.cleaned_data["time"], tzinfo=ZONE)

    @property
    def place(self) -> Wording:
        """The place in three languages."""
        return Wording.read(self.cleaned_data, "place")


class PrepareForm(TimesForm):
    """A Session as it is planned."""

    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=[(one.value, one.label) for one in ASSEMBLY_KINDS],
        initial=Kind.ORDINARY,
        widget=forms.RadioSelect,
    )
    agenda_kk = forms.CharField(
        label=_("Tentative agenda in Kazakh"),
        help_text=_("Each question on a line of its own; the method of voting is added by itself."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    agenda_ru = forms.CharField(
        label=_("The same questions in Russian"), widget=forms.Textarea(attrs={"rows": 4})
    )
    agenda_en = forms.CharField(
        label=_("The same questions in English"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    competence = competence_field(required=True)

    field_order = ["kind", "day", "time"]

    def clean(self) -> dict[str, Any]:
        """The same number of questions in each language that is filled in."""
        cleaned = super().clean() or {}
        numbers = {name: len(self._lines(name)) for name in ("agenda_kk", "agenda_ru", "agenda_en")}
        for name in ("agenda_ru", "agenda_en"):
            if numbers[name] and numbers["agenda_kk"] and numbers[name] != numbers["agenda_kk"]:
                self.add_error(
                    name, _("There are not as many questions here as in the Kazakh text.")
                )
        return cleaned

    def plan(self) -> Plan:
        """The Session that was described."""
        rests_on = self.cleaned_data["competence"]
        titles = zip_longest(
            *(self._lines(f"agenda_{one}") for one in ("kk", "ru", "en")), fillvalue=""
        )
        return Plan(
            kind=Kind(self.cleaned_data["kind"]),
            starts_at=self.starts_at,
            place=self.place,
            agenda=[
                Question(
                    kind=ItemKind.OTHER_QUESTIONS,
                    title=Wording(kk=kk, ru=ru, en=en),
                    competence=rests_on,
                )
                for kk, ru, en in titles
            ],
        )

    def _lines(self, name: str) -> list[str]:
        lines = str(self.cleaned_data.get(name, "")).splitlines()
        return [line.strip() for line in lines if line.strip()]


class ConfirmForm(forms.Form):
    """Nothing to fill in: the button is the answer."""


class ActForm(forms.Form):
    """The Chair's signed act by which a Session is convened."""

    number = forms.CharField(label=_("Number of the act"), max_length=40)
    date = DateField(label=_("Date of the act"))
    file = forms.FileField(
        label=_("The signed act as a file"),
        help_text=_("PDF, DOCX, ODT or PNG, at most 20 MB"),
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf,.docx,.odt,.png"}),
    )


class QuestionForm(forms.Form):
    """A question of the agenda."""

    kind = forms.ChoiceField(label=_("Power that the question uses"))
    title_kk = forms.CharField(label=_("Title in Kazakh"), max_length=500)
    title_ru = forms.CharField(label=_("Title in Russian"), max_length=500)
    title_en = forms.CharField(label=_("Title in English"), max_length=500, required=False)
    rapporteur = forms.ModelChoiceField(
        label=_("Who reports"),
        queryset=Person.objects.none(),
        required=False,
        empty_label=_("Not chosen"),
    )
    competence = competence_field()

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- passed on to Django
        people: Any = None,  # noqa: ANN401 -- a QuerySet of persons
        kinds: Iterable[ItemKind] = ItemKind,
        **options: Any,  # noqa: ANN401 -- passed on to Django
    ) -> None:
        """Offer the people given as rapporteurs, and the powers of the body that sits."""
        super().__init__(*args, **options)
        kind = cast("forms.ChoiceField", self.fields["kind"])
        kind.choices = [(one.value, one.label) for one in kinds]
        if ItemKind.OTHER_QUESTIONS not in kinds:
            del self.fields["competence"]
        field = cast("forms.ModelChoiceField[Person]", self.fields["rapporteur"])
        field.queryset = Person.objects.none() if people is None else people

    def clean(self) -> dict[str, Any]:
        """Only a question of competence names the provision it rests on."""
        cleaned = super().clean() or {}
        other = cleaned.get("kind") == ItemKind.OTHER_QUESTIONS
        return cleaned if other else cleaned | {"competence": ""}

    def question(self) -> Question:
        """The question that was described."""
        return Question(
            kind=ItemKind(self.cleaned_data["kind"]),
            title=Wording.read(self.cleaned_data, "title"),
            rapporteur=self.cleaned_data["rapporteur"],
            competence=self.cleaned_data.get("competence", ""),
        )


class PaperForm(forms.Form):
    """A paper for a question of the agenda."""

    item = forms.ModelChoiceField(
        label=_("Question"), queryset=AgendaItem.objects.none(), empty_label=_("Not chosen")
    )
    title_kk = forms.CharField(label=_("Title in Kazakh"), max_length=255)
    title_ru = forms.CharField(label=_("Title in Russian"), max_length=255)
    title_en = forms.CharField(label=_("Title in English"), max_length=255, required=False)
    file = forms.FileField(
        label=_("File"),
        help_text=_("PDF, DOCX, ODT or PNG, at most 20 MB"),
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf,.docx,.odt,.png"}),
    )

    def __init__(self, *args: Any, session: Session, **options: Any) -> None:  # noqa: ANN401 -- passed on to Django
        """Offer the questions of one Session."""
        super().__init__(*args, **options)
        field = cast("forms.ModelChoiceField[AgendaItem]", self.fields["item"])
        field.queryset = AgendaItem.objects.filter(session=session).standing()
        field.to_field_name = "public_id"

    @property
    def title(self) -> Wording:
        """The title in three languages."""
        return Wording.read(self.cleaned_data, "title")

    @property
    def upload(self) -> File[bytes]:
        """What was uploaded."""
        return cast("File[bytes]", self.cleaned_data["file"])


class CodeForm(forms.Form):
    """The code shown in the hall."""

    code = forms.CharField(
        label=_("Code shown in the hall"),
        max_length=12,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )


class SearchForm(forms.Form):
    """Which members the clerk wants to see."""

    EVERYBODY, PRESENT, ABSENT = "all", "present", "absent"

    q = forms.CharField(label=_("Name"), required=False, max_length=100)
    page = forms.CharField(required=False, widget=forms.HiddenInput, max_length=6)
    show = forms.ChoiceField(
        label=_("Show"),
        required=False,
        widget=forms.Select(attrs={"class": "input input--s"}),
        choices=[(EVERYBODY, _("Everybody")), (PRESENT, _("Present")), (ABSENT, _("Not present"))],
    )
