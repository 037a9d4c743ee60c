"""Forms of the pages of sittings."""

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
    wording_of,
)

__all__ = [
    "ActForm",
    "AnswerForm",
    "CodeForm",
    "ConfirmForm",
    "DeclineForm",
    "PaperForm",
    "PrepareForm",
    "QuestionForm",
    "RequestForm",
    "SearchForm",
    "TimesForm",
    "wording_of",
]
