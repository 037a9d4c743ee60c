"""An election as its page shows it: the ballot, the count, the result with its bars."""

from dataclasses import dataclass

from shanyraq.elections.models import Candidate, CandidateResult, Election
from shanyraq.elections.queries.count import Count, count_of
from shanyraq.elections.queries.elections import candidates_of, results_of
from shanyraq.elections.queries.law import majority_needed, took_part
from shanyraq.law import Verdict
from shanyraq.platform.clock import date_of
from shanyraq.platform.components.bars import Bar, bar


@dataclass(frozen=True, slots=True)
class Shown:
    """One ballot with everything a reader may know of it; who voted is known to nobody.

    Attributes:
        base: who took part in the voting, by what the election law counts (reading A12).
        majority: the election law's answer to no votes: how many are needed.
        elected: how many got a seat.
    """

    election: Election
    candidates: list[Candidate]
    count: Count | None
    results: list[CandidateResult]
    base: int
    majority: Verdict | None

    @property
    def elected(self) -> int:
        """How many got a seat."""
        return sum(one.elected for one in self.results)

    @property
    def rows(self) -> list[tuple[CandidateResult, Bar]]:
        """Each result with its bar over all who took part."""
        needed = self.majority.needed if self.majority else None
        return [
            (one, bar([("fill", one.votes)], of=self.base, needed=needed)) for one in self.results
        ]


def shown(election: Election) -> Shown:
    """A ballot as its page shows it; numbers only once the result is announced."""
    count = count_of(election)
    public = count if election.announced_at else None
    return Shown(
        election=election,
        candidates=list(candidates_of(election)),
        count=count,
        results=list(results_of(election)),
        base=took_part(election, public) if public else 0,
        majority=_majority(election, public),
    )


def _majority(election: Election, count: Count | None) -> Verdict | None:
    if count is None or election.announced_at is None:
        return None
    return majority_needed(election, count, on=date_of(election.announced_at))
