"""Forms of voting: their shape only; what may be done is the actions' matter."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from shanyraq.people.models import Wording
from shanyraq.sittings.enums import OpinionLanguage
from shanyraq.voting.actions import Motion
from shanyraq.voting.enums import BUILT, Choice, Method
from shanyraq.voting.queries import OfferedMethod

LANGUAGES = ("kk", "ru", "en")
LONGEST_QUESTION = 500
MOST_HANDS = 100_000

TWO_LINES = forms.Textarea(attrs={"rows": 2})
BALLOT_WORDS = [
    (Choice.FOR, _("I vote for")),
    (Choice.AGAINST, _("I vote against")),
    (Choice.ABSTAIN, _("I abstain")),
]


class BallotForm(forms.Form):
    """One of three equal positions."""

    choice = forms.ChoiceField(label=_("Your vote"), choices=BALLOT_WORDS, widget=forms.RadioSelect)


class MethodForm(forms.Form):
    """Which method is proposed and how this procedural vote is held."""

    proposed_method = forms.ChoiceField(
        label=_("Method proposed to the Session"), widget=forms.RadioSelect
    )
    method = forms.ChoiceField(
        label=_("How this procedural vote is held"),
        choices=[(one.value, one.label) for one in reversed(BUILT)],
        widget=forms.RadioSelect,
        help_text=_("The procedural vote itself is open."),
    )

    def __init__(self, *args: Any, offered: list[OfferedMethod], **kwargs: Any) -> None:  # noqa: ANN401 -- as Django declares it
        super().__init__(*args, **kwargs)
        field = self.fields["proposed_method"]
        field.choices = [(one.method.value, one.label) for one in offered if one.available]  # type: ignore[attr-defined] # a ChoiceField

    def methods(self) -> tuple[Method, Method]:
        """The method proposed and the one by which it is voted on."""
        data = self.cleaned_data
        return Method(data["proposed_method"]), Method(data["method"])


class QuestionForm(forms.Form):
    """The question and the wording of the decision, in three languages."""

    question_kk = forms.CharField(
        label=_("Question in Kazakh"), max_length=LONGEST_QUESTION, widget=TWO_LINES
    )
    question_ru = forms.CharField(
        label=_("Question in Russian"), max_length=LONGEST_QUESTION, widget=TWO_LINES
    )
    question_en = forms.CharField(
        label=_("Question in English"), max_length=LONGEST_QUESTION, widget=TWO_LINES
    )
    text_kk = forms.CharField(
        label=_("Wording of the decision in Kazakh"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    text_ru = forms.CharField(
        label=_("Wording of the decision in Russian"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    text_en = forms.CharField(
        label=_("Wording of the decision in English"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def motion(self) -> Motion:
        """What is put to the vote."""
        return Motion(question=self._wording("question"), text=self._wording("text"))

    def _wording(self, stem: str) -> Wording:
        return Wording(**{one: self.cleaned_data[f"{stem}_{one}"] for one in LANGUAGES})


class HandsForm(forms.Form):
    """What the clerk counted."""

    votes_for = forms.IntegerField(label=_("For"), min_value=0, max_value=MOST_HANDS)
    against = forms.IntegerField(label=_("Against"), min_value=0, max_value=MOST_HANDS)
    abstained = forms.IntegerField(label=_("Abstained"), min_value=0, max_value=MOST_HANDS)


class OpinionForm(forms.Form):
    """A member's opinion, of any length, in any language."""

    language = forms.ChoiceField(
        label=_("Language of the opinion"), choices=OpinionLanguage, widget=forms.RadioSelect
    )
    text = forms.CharField(
        label=_("Opinion"), widget=forms.Textarea(attrs={"rows": 8}), strip=False
    )
