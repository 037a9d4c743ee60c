"""Forms of the pages of membership."""

from shanyraq.membership.forms.entering import (
    DeputyForm,
    DeputyPollForm,
    FilterForm,
    IncludeForm,
    LocalForm,
    NamedForm,
    NominateForm,
    ProposeForm,
    RejectForm,
    SittingForm,
)
from shanyraq.membership.forms.leaving import (
    LeaveForm,
    ReasonForm,
    RemovalForm,
    StatementForm,
)
from shanyraq.membership.forms.parts import (
    EffectForm,
)

__all__ = [
    "DeputyForm",
    "DeputyPollForm",
    "EffectForm",
    "FilterForm",
    "IncludeForm",
    "LeaveForm",
    "LocalForm",
    "NamedForm",
    "NominateForm",
    "ProposeForm",
    "ReasonForm",
    "RejectForm",
    "RemovalForm",
    "SittingForm",
    "StatementForm",
]
