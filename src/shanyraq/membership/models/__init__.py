"""What the chapter keeps: candidatures, removal cases, departures, proposals of deputy chairs."""

from shanyraq.membership.models.candidatures import Candidature, CandidatureStep
from shanyraq.membership.models.deputies import DeputyProposal
from shanyraq.membership.models.leaving import Departure
from shanyraq.membership.models.removals import MemberStatement, RemovalCase

__all__ = [
    "Candidature",
    "CandidatureStep",
    "Departure",
    "DeputyProposal",
    "MemberStatement",
    "RemovalCase",
]
