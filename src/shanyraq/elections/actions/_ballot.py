"""The ballot of an election: who stands on it, and how the journal tells it."""

from collections.abc import Iterable

from shanyraq.elections.models import Candidate, Election
from shanyraq.people.models import Person
from shanyraq.platform.journal import Json


def put_on_the_ballot(election: Election, persons: Iterable[Person]) -> None:
    """Make persons the candidates of an election, in the order given."""
    Candidate.objects.bulk_create(
        Candidate(election=election, person=person, number=number)
        for number, person in enumerate(persons, start=1)
    )


def election_facts(election: Election) -> dict[str, Json]:
    """An election as the journal tells it: candidates by their identifiers."""
    candidates = election.candidates.values_list("person__public_id", flat=True)
    return {
        "item": election.item.public_id,
        "nomination": election.nomination.public_id,
        "pack": election.pack,
        "seats": election.seats,
        "method": str(election.method),
        "round": election.round,
        "candidates": list(candidates),
    }
