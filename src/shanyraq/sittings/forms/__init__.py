"""Forms of the pages of sittings."""

from shanyraq.sittings.forms.amendments import ChangeForm, PlacesForm
from shanyraq.sittings.forms.contributions import ContributionForm
from shanyraq.sittings.forms.meetings import ConclusionForm, MeetingForm, SignatureForm
from shanyraq.sittings.forms.requests import (
    AnswerForm,
    DeclineForm,
    RequestForm,
)
from shanyraq.sittings.forms.sessions import (
    ActForm,
    CodeForm,
    ConfirmForm,
    PaperForm,
    PrepareForm,
    QuestionForm,
    SearchForm,
    TimesForm,
)

__all__ = [
    "ActForm",
    "AnswerForm",
    "ChangeForm",
    "CodeForm",
    "ConclusionForm",
    "ConfirmForm",
    "ContributionForm",
    "DeclineForm",
    "MeetingForm",
    "PaperForm",
    "PlacesForm",
    "PrepareForm",
    "QuestionForm",
    "RequestForm",
    "SearchForm",
    "SignatureForm",
    "TimesForm",
]
