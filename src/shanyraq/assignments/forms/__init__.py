"""Forms of execution: their shape only; what may be done is the actions' matter."""

from shanyraq.assignments.forms.executing import (
    AcceptForm,
    DeadlineForm,
    NoteForm,
    ReasonForm,
    ReportForm,
)
from shanyraq.assignments.forms.finding import EfficiencyForm, RegisterForm
from shanyraq.assignments.forms.ordering import ApparatusForm, DeputyForm, OrderForm
from shanyraq.assignments.forms.outside import LetterForm, MeasureForm, ReplyForm, StepForm

__all__ = [
    "AcceptForm",
    "ApparatusForm",
    "DeadlineForm",
    "DeputyForm",
    "EfficiencyForm",
    "LetterForm",
    "MeasureForm",
    "NoteForm",
    "OrderForm",
    "ReasonForm",
    "RegisterForm",
    "ReplyForm",
    "ReportForm",
    "StepForm",
]
