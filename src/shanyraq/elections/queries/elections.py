"""Reads of nominees, elections and their results."""

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from shanyraq.bodies.models import Membership
from shanyraq.elections.models import (
    Candidate,
    CandidateResult,
    Election,
    Nominee,
    PaperBallotCount,
)
from shanyraq.people.enums import Classification
from shanyraq.people.models import Organization, Person
from shanyraq.platform.languages import active
from shanyraq.sittings.enums import ItemKind
from shanyraq.sittings.enums import State as SessionState
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.voting.enums import Purpose
from shanyraq.voting.models import Decision, Sheet, Vote


def nominees_of(item: AgendaItem) -> QuerySet[Nominee]:
    """The persons whom a question of the Council would nominate, in the order of the list."""
    return Nominee.objects.filter(item=item).select_related("person")


def possible_nominees(item: AgendaItem) -> QuerySet[Person]:
    """Members of the Assembly on the sitting's day, by name; the law names no other source."""
    assembly = Organization.objects.filter(classification=Classification.ASSEMBLY)
    seats = Membership.objects.filter(organization__in=assembly).seats().on(item.session.day)
    people = Person.objects.filter(pk__in=seats.values("person"))
    return people.order_by(f"name_{active()}_sort", "pk")


def is_settled(item: AgendaItem) -> bool:
    """Whether the list of a question stands: it is being voted on, or it was decided or left."""
    session = item.session
    votes = Vote.objects.filter(item=item)
    if votes.filter(purpose=Purpose.POLL).exists():
        return session.closed_at is not None or Sheet.objects.filter(session=session).exists()
    decided = votes.filter(decision__isnull=False) | votes.filter(closed_at=None)
    return session.state == SessionState.CLOSED or decided.exists()


def nominations() -> QuerySet[Decision]:
    """Decisions of the Council that nominated candidates and led to no election yet."""
    adopted = Decision.objects.filter(vote__item__kind=ItemKind.MAZHILIS_CANDIDATES)
    fresh = adopted.filter(elections=None).select_related("vote__item", "vote__session__body")
    return fresh.order_by("-adopted_on", "-pk")


def nomination_on(item: AgendaItem) -> Decision | None:
    """The Council's adopted decision on a nomination; None while there is none."""
    return Decision.objects.filter(vote__item=item).first()


def elections_on(item: AgendaItem) -> QuerySet[Election]:
    """The election on an item and its repeat votes, in their order."""
    return _elections().filter(item=item)


def elections_of(session: Session) -> QuerySet[Election]:
    """Every election of a Session."""
    return _elections().filter(item__session=session)


def election_of(public_id: str) -> Election:
    """The election of a public identifier.

    Raises:
        Http404: there is none.
    """
    return get_object_or_404(_elections(), public_id=public_id)


def candidates_of(election: Election) -> QuerySet[Candidate]:
    """Those on the ballot, in its order."""
    return Candidate.objects.filter(election=election).select_related("person")


def paper_count_of(election: Election) -> PaperBallotCount | None:
    """What the commission's protocol says, by the latest entry; None while there is none."""
    return PaperBallotCount.objects.filter(election=election).order_by("-pk").first()


def results_of(election: Election) -> QuerySet[CandidateResult]:
    """What became of each candidate, the most votes first."""
    found = CandidateResult.objects.filter(candidate__election=election)
    return found.select_related("candidate__person", "verdict__pack_version")


def elected_by(nomination: Decision) -> QuerySet[Person]:
    """Persons who got a seat in the election of a nomination, its repeat votes included."""
    return Person.objects.filter(
        candidacies__election__nomination=nomination, candidacies__result__elected=True
    )


def _elections() -> QuerySet[Election]:
    return Election.objects.select_related(
        "item__session__body", "nomination__vote__item", "quorum", "effect", "repeats"
    )
