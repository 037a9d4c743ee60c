"""The figures of the election of 21 March 2016, and ballots whose marks give them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import cycle, islice
from pathlib import Path

from ruamel.yaml import YAML

FILE = Path(__file__).parent / "data" / "mazhilis-2016.yaml"
#: Seconds in which a box of verified ballots must be closed.
CLOSING_WITHIN = 5.0


@dataclass(frozen=True, kw_only=True)
class Figures:
    """An election in figures.

    Attributes:
        members, present: of the Assembly, in office and registered in the hall.
        council: members of the Council, all of whom nominate.
        proposed: persons on the first list of the nomination; those with votes stay on it.
        ballots: cast, each by another member.
        votes: marks of each candidate in the order of the ballot.
        percent: the same in percent of the ballots, as it was told.
        before: days from the decision to convene, and from the nomination, to the Session.
    """

    session: int
    members: int
    present: int
    council: int
    proposed: int
    ballots: int
    votes: tuple[int, ...]
    percent: tuple[str, ...]
    before: tuple[int, int]

    @property
    def marks(self) -> list[list[int]]:
        """A ballot for each that was cast: 1 for a mark, 0 for none."""
        return marks(self.votes, ballots=self.ballots)


def figures(file: Path = FILE) -> Figures:
    """The figures of 2016 as the file of facts has them."""
    told = YAML(typ="safe").load(file)
    reported, derived = told["reported"], told["derived"]
    days: list[dt.date] = [reported["decided"], reported["nominated_on"]]
    return Figures(
        session=told["session"],
        members=reported["members"],
        present=reported["present"],
        council=told["invented"]["council"],
        proposed=reported["proposed"],
        ballots=derived["ballots"],
        votes=tuple(derived["votes"]),
        percent=tuple(reported["percent"]),
        before=((told["held"] - days[0]).days, (told["held"] - days[1]).days),
    )


def percent_of(votes: int, ballots: int) -> str:
    """Votes in percent of the ballots, to two decimals, a half rounded up."""
    exact = Decimal(100 * votes) / ballots
    return str(exact.quantize(Decimal("0.01"), ROUND_HALF_UP))


def marks(votes: Sequence[int], *, ballots: int) -> list[list[int]]:
    """So many ballots whose marks give each candidate its votes, the same ones each time.

    The first ballots have no mark, one mark for the first candidate, two and so on: the candidate
    at a place from 0 goes without in one ballot more than its place. Every other lacking mark is
    left out of a ballot of its own while there are such; the ballots left mark everybody.

    >>> marks([3, 2], ballots=4)
    [[0, 0], [1, 0], [1, 1], [1, 1]]
    """
    made = [[1] * len(votes) for _ in range(ballots)]
    others = cycle(range(len(votes), ballots))
    for place, own in enumerate(votes):
        lacking = ballots - own
        stairs = range(min(place + 1, ballots))
        apart = islice(others, max(lacking - len(stairs), 0))
        for ballot in list(dict.fromkeys([*stairs, *apart, *range(ballots)]))[:lacking]:
            made[ballot][place] = 0
    return made
