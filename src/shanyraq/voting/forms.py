"""Forms of voting: their shape only; what may be done is the actions' matter."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from shanyraq.people.models import Wording
from shanyraq.platform.clock import ZONE
from shanyraq.platform.components import DateField
from shanyraq.sittings.enums import ItemKind, OpinionLanguage
from shanyraq.voting.actions import Motion, PollQuestion
from shanyraq.voting.enums import BALLOT_WORDS, HELD_OPENLY, Choice, Method
from shanyraq.voting.models import Vote
from shanyraq.voting.queries import OfferedMethod

LANGUAGES = ("kk", "ru", "en")
LONGEST_QUESTION = 500
MOST_HANDS = 100_000

TWO_LINES = forms.Textarea(attrs={"rows": 2})
THREE_LINES = forms.Textarea(attrs={"rows": 3})
QUESTION_LABELS = {
    "kk": _("Question in Kazakh"),
    "ru": _("Question in Russian"),
    "en": _("Question in English"),
}
TEXT_LABELS = {
    "kk": _("Wording of the decision in Kazakh"),
    "ru": _("Wording of the decision in Russian"),
    "en": _("Wording of the decision in English"),
}


class BallotForm(forms.Form):
    """One of three equal positions."""

    choice = forms.ChoiceField(label=_("Your vote"), choices=BALLOT_WORDS, widget=forms.RadioSelect)


class MethodForm(forms.Form):
    """Which method is proposed and how this procedural vote is held."""

    proposed_method = forms.ChoiceField(label=_("Method proposed"), widget=forms.RadioSelect)
    method = forms.ChoiceField(
        label=_("How this procedural vote is held"),
        choices=[(one.value, one.label) for one in reversed(HELD_OPENLY)],
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
    """The question and the wording of the decision, in three languages.

    At a meeting who presides chooses the method too; a Session has chosen its own.
    """

    method = forms.ChoiceField(
        label=_("Method of voting"),
        choices=[(one.value, one.label) for one in reversed(HELD_OPENLY)],
        initial=Method.OPEN_SHOW_OF_HANDS,
        widget=forms.RadioSelect,
    )
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

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- as Django declares it
        chooses_method: bool = False,
        secret: bool = False,
        **kwargs: Any,  # noqa: ANN401 -- as Django declares it
    ) -> None:
        """Ask for the method where who presides chooses it; nothing where the wording is sealed."""
        super().__init__(*args, **kwargs)
        self.secret = secret
        if not chooses_method:
            del self.fields["method"]
        if secret:
            self.fields.clear()

    @property
    def chosen(self) -> Method:
        """The method chosen by who presides; a Session's own choice goes before it."""
        return Method(self.cleaned_data.get("method", Method.OPEN_SHOW_OF_HANDS))

    def motion(self) -> Motion | None:
        """What is put to the vote; None for what was sealed with the ballot box."""
        return (
            None
            if self.secret
            else Motion(question=self._wording("question"), text=self._wording("text"))
        )

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


class SheetForm(forms.Form):
    """A member's sheet: one of three equal positions on each question of a poll."""

    def __init__(self, *args: Any, votes: Iterable[Vote], **kwargs: Any) -> None:  # noqa: ANN401 -- as Django declares it
        """Ask each question in its order."""
        super().__init__(*args, **kwargs)
        for vote in votes:
            self.fields[vote.public_id] = forms.ChoiceField(
                label=f"{vote.item.number}. {vote.question}",
                choices=BALLOT_WORDS,
                widget=forms.RadioSelect,
                error_messages={
                    "required": _("Answer this question; to abstain is an answer too.")
                },
            )

    def answers(self) -> dict[str, Choice]:
        """The choices by the public identifiers of the votes."""
        return {name: Choice(choice) for name, choice in self.cleaned_data.items()}


class PollForm(forms.Form):
    """A poll of the Council: when it ends and what it asks; as many questions as wanted."""

    ends = DateField(label=_("Last day"))
    time = forms.TimeField(
        label=_("Ends at"),
        input_formats=["%H:%M"],
        widget=forms.TimeInput(format="%H:%M", attrs={"inputmode": "numeric"}),
    )

    def __init__(self, *args: Any, count: int, kinds: Iterable[ItemKind], **kwargs: Any) -> None:  # noqa: ANN401 -- as Django declares it
        """Offer so many questions, each with the powers a poll may use."""
        super().__init__(*args, **kwargs)
        self.count = count
        offered = [(kind.value, kind.label) for kind in kinds]
        for number in range(1, count + 1):
            self._add_question(number, offered)

    def _add_question(self, number: int, kinds: list[tuple[str, Any]]) -> None:
        fields = {
            "kind": forms.ChoiceField(label=_("Power used"), choices=kinds),
            **{
                f"title_{one}": forms.CharField(
                    label=label, max_length=LONGEST_QUESTION, widget=TWO_LINES
                )
                for one, label in QUESTION_LABELS.items()
            },
            **{
                f"text_{one}": forms.CharField(label=label, widget=THREE_LINES, required=False)
                for one, label in TEXT_LABELS.items()
            },
        }
        self.fields |= {f"q{number}_{name}": field for name, field in fields.items()}

    def groups(self) -> list[tuple[int, list[BoundField]]]:
        """The fields of each question under its number, as the page sets them."""
        return [
            (number, [self[name] for name in self.fields if name.startswith(f"q{number}_")])
            for number in range(1, self.count + 1)
        ]

    @property
    def ends_at(self) -> dt.datetime:
        """The moment chosen, where the institution is."""
        data = self.cleaned_data
        return dt.datetime.combine(data["ends"], data["time"], tzinfo=ZONE)

    def questions(self) -> list[PollQuestion]:
        """What the poll asks."""
        return [
            PollQuestion(
                kind=ItemKind(self.cleaned_data[f"q{number}_kind"]),
                title=self._wording(f"q{number}_title"),
                text=self._wording(f"q{number}_text"),
            )
            for number in range(1, self.count + 1)
        ]

    def _wording(self, stem: str) -> Wording:
        return Wording(**{one: self.cleaned_data[f"{stem}_{one}"] for one in LANGUAGES})
