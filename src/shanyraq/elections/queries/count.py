"""How an election was counted: from the commission's protocol, or from the opened box."""

from collections.abc import Mapping
from dataclasses import dataclass

from shanyraq.elections.models import BallotBox, Election, PaperBallotCount
from shanyraq.elections.queries.archive import result_of, sized_tally_of
from shanyraq.elections.queries.boxes import box_of_election
from shanyraq.elections.queries.elections import candidates_of, paper_count_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """The ballots of an election in numbers.

    Attributes:
        issued: ballots handed out; for a box, members who could vote.
        found: ballots in the box; in an electronic one each counted once per credential.
        invalid: those among them whose marks do not count; in an electronic box there are none.
        votes: marks by the key of the candidate, in the order of the ballot.
        paper: the protocol, if it was entered by hand.
        box: the box, if it was opened.
    """

    issued: int
    found: int
    invalid: int
    votes: Mapping[int, int]
    paper: PaperBallotCount | None = None
    box: BallotBox | None = None

    @property
    def valid(self) -> int:
        """Ballots found in the box whose marks count."""
        return self.found - self.invalid


def count_of(election: Election) -> Count | None:
    """What was counted; None while there is no protocol, or the box is not opened."""
    return _of_box(election) if election.is_electronic else _of_paper(election)


def _of_paper(election: Election) -> Count | None:
    paper = paper_count_of(election)
    if paper is None:
        return None
    counted = paper.by_candidate.order_by("candidate__number")
    return Count(
        issued=paper.issued,
        found=paper.found,
        invalid=paper.invalid,
        votes=dict(counted.values_list("candidate_id", "votes")),
        paper=paper,
    )


def _of_box(election: Election) -> Count | None:
    box = box_of_election(election)
    result, sized = (result_of(box), sized_tally_of(box)) if box else (None, None)
    if result is None or sized is None:
        return None
    keys = candidates_of(election).values_list("pk", flat=True)
    marks = [int(str(each)) for each in result.answers[0]]
    return Count(
        issued=election.roll or 0,
        found=sized.counted,
        invalid=0,
        votes=dict(zip(keys, marks, strict=True)),
        box=box,
    )
