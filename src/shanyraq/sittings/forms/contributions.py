"""The form by which a member writes on a question."""

from django import forms
from django.utils.translation import gettext_lazy as _

from shanyraq.sittings.enums import OpinionLanguage


class ContributionForm(forms.Form):
    """A member's words on a question, of any length, in any language."""

    language = forms.ChoiceField(
        label=_("Language of the contribution"), choices=OpinionLanguage, widget=forms.RadioSelect
    )
    text = forms.CharField(
        label=_("Contribution"), widget=forms.Textarea(attrs={"rows": 8}), strip=False
    )
