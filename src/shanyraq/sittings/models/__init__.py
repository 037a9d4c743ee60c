"""Sittings, their agendas, who was there, how they came about."""

from shanyraq.sittings.models.agenda import (
    AgendaItem,
    AgendaItemQuerySet,
    Contribution,
    Paper,
    ProposedChange,
)
from shanyraq.sittings.models.attendance import Attendance
from shanyraq.sittings.models.convening import (
    ConveningSignature,
    ExtraordinaryRequest,
    Invitation,
    RequestSignature,
    RequestSignatureQuerySet,
)
from shanyraq.sittings.models.sessions import Session, new_hall_code
from shanyraq.sittings.models.trials import Trial

__all__ = [
    "AgendaItem",
    "AgendaItemQuerySet",
    "Attendance",
    "Contribution",
    "ConveningSignature",
    "ExtraordinaryRequest",
    "Invitation",
    "Paper",
    "ProposedChange",
    "RequestSignature",
    "RequestSignatureQuerySet",
    "Session",
    "Trial",
    "new_hall_code",
]
