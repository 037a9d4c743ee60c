"""Where each membership comes from: the way it took, step by step (R14)."""

from dataclasses import dataclass

from shanyraq.bodies.models import Membership
from shanyraq.membership.enums import StepKind
from shanyraq.membership.models import Candidature, CandidatureStep
from shanyraq.people.enums import Classification
from shanyraq.people.models import Person

#: Steps of an approved membership that are public: all but a withdrawal or a rejection, which
#: end a candidature without a seat.
PUBLIC_STEPS = (
    StepKind.PROPOSAL,
    StepKind.NOMINATION,
    StepKind.CONSIDERATION,
    StepKind.SUBMISSION,
    StepKind.APPROVAL,
    StepKind.INCLUSION,
)


@dataclass(frozen=True, slots=True)
class Provenance:
    """A seat in the Assembly and how it came about.

    Without a candidature it rests on its act alone: the composition with which the institution
    began, or an act of the past.
    """

    seat: Membership
    candidature: Candidature | None
    steps: list[CandidatureStep]


def provenance_of(person: Person) -> list[Provenance]:
    """Each seat somebody has had in the Assembly with its way, the latest first."""
    seats = list(
        Membership.objects.filter(
            person=person, organization__classification=Classification.ASSEMBLY
        )
        .seats()
        .select_related("started_by", "organization", "on_behalf_of")
        .order_by("-start_date", "-pk")
    )
    ways = {one.seat_id: one for one in _candidatures(person)} if seats else {}
    return [Provenance(seat, way := ways.get(seat.pk), _public_steps(way)) for seat in seats]


def _candidatures(person: Person) -> list[Candidature]:
    rows = Candidature.objects.of_institution().filter(person=person, seat__isnull=False)
    steps = ("steps__act", "steps__decision", "steps__item__session__body", "steps__verdict")
    return list(rows.select_related("on_behalf_of").prefetch_related(*steps, "steps__actor"))


def _public_steps(candidature: Candidature | None) -> list[CandidatureStep]:
    if candidature is None:
        return []
    return [step for step in candidature.steps.all() if step.kind in PUBLIC_STEPS]
