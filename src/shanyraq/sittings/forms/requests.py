"""Forms of members' requests for an extraordinary Session and of the Chair's answer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from shanyraq.people.models import Wording
from shanyraq.sittings.actions import Plan, Question
from shanyraq.sittings.enums import ItemKind, Kind
from shanyraq.sittings.forms.fields import competence_field
from shanyraq.sittings.forms.sessions import TimesForm


class RequestForm(forms.Form):
    """What members ask an extraordinary Session for, and why."""

    subject_kk = forms.CharField(label=_("Subject in Kazakh"), max_length=500)
    subject_ru = forms.CharField(label=_("Subject in Russian"), max_length=500)
    subject_en = forms.CharField(label=_("Subject in English"), max_length=500, required=False)
    reason = forms.CharField(
        label=_("Why it cannot wait"),
        help_text=_("In whatever language you like; everybody can read it."),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    @property
    def subject(self) -> Wording:
        """The subject in three languages."""
        return Wording.read(self.cleaned_data, "subject")


class AnswerForm(TimesForm):
    """The extraordinary Session that a request asks for: when, where, by which power."""

    power = forms.ChoiceField(
        label=_("Power of the Session"),
        choices=[
            (one.value, one.label)
            for one in (
                ItemKind.OTHER_QUESTIONS,
                ItemKind.CONCEPTS_AND_PROGRAMMES,
                ItemKind.AMENDMENTS,
            )
        ],
    )
    competence = competence_field()

    def plan(self, subject: Wording) -> Plan:
        """The Session with the subject of the request as its question."""
        question = Question(
            kind=ItemKind(self.cleaned_data["power"]),
            title=subject,
            competence=self.cleaned_data["competence"],
        )
        return Plan(
            kind=Kind.EXTRAORDINARY,
            starts_at=self.starts_at,
            place=self.place,
            agenda=[question],
        )

    def clean(self) -> dict[str, Any]:
        """A question of competence names its provision, another question names none."""
        cleaned = super().clean() or {}
        other = cleaned.get("power") == ItemKind.OTHER_QUESTIONS
        if other and not cleaned.get("competence"):
            self.add_error("competence", _("Choose the provision on which the question rests."))
        return cleaned | ({} if other else {"competence": ""})


class DeclineForm(forms.Form):
    """Why the Chair declines."""

    reason = forms.CharField(
        label=_("Why you decline"),
        help_text=_("The reason is published on the page of the request."),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
