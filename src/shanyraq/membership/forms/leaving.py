"""Forms of the way out: removals, statements, leaving."""

from django import forms
from django.utils.translation import gettext_lazy as _

from shanyraq.membership.actions import Claim
from shanyraq.membership.enums import Ground
from shanyraq.platform.components import DateField
from shanyraq.sittings.enums import OpinionLanguage


class RemovalForm(forms.Form):
    """Why a member should be removed (R15.1, R15.2)."""

    ground = forms.ChoiceField(label=_("Ground"), choices=Ground.choices, widget=forms.RadioSelect)
    by_office = forms.BooleanField(label=_("The person became a member by office"), required=False)
    civil_servant = forms.BooleanField(label=_("The person is a civil servant"), required=False)
    reason = forms.CharField(
        label=_("Reason in writing"),
        help_text=_("It is asked where the ground is another one; the member reads it."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def claim(self) -> Claim:
        """What is claimed."""
        return Claim(
            ground=Ground(self.cleaned_data["ground"]),
            reason=self.cleaned_data["reason"],
            by_office=self.cleaned_data["by_office"],
            civil_servant=self.cleaned_data["civil_servant"],
        )


class StatementForm(forms.Form):
    """What the member thinks of the proposal."""

    text = forms.CharField(label=_("Your statement"), widget=forms.Textarea(attrs={"rows": 6}))
    language = forms.ChoiceField(label=_("Language of the text"), choices=OpinionLanguage.choices)


class ReasonForm(forms.Form):
    """Why a case is closed."""

    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}))


class LeaveForm(forms.Form):
    """A statement of leaving; nothing of it has to be filled in."""

    text = forms.CharField(
        label=_("Your words"),
        help_text=_("You may leave it empty: no reason is asked."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    day = DateField(
        label=_("From which day"),
        help_text=_("Leave it empty to leave today."),
        required=False,
    )
