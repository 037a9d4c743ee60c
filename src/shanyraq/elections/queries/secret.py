"""What the law says of electronic secret ballots: who shares the key, how few is too few (A47)."""

import datetime as dt
from dataclasses import dataclass

from shanyraq.charter.queries import law_on
from shanyraq.charter.queries.law import pack_called
from shanyraq.voting.enums import Method


@dataclass(frozen=True, slots=True)
class BoxLaw:
    """The reading A47 of a day.

    Attributes:
        trustees: among how many persons the key is shared.
        threshold: how many of them open the box together.
        minimum_electorate: with fewer on the roll one votes on paper.
        batch: from how many voters at least ballots come to the board together.
        most_ballots: how many ballots of one credential are taken.
    """

    trustees: int
    threshold: int
    minimum_electorate: int
    batch: int
    most_ballots: int


def box_law(on: dt.date) -> BoxLaw:
    """How an electronic secret ballot is held on a day.

    Raises:
        UnknownReading: the charter says nothing of it.
    """
    law = law_on(on)
    names = ("trustees", "threshold", "minimum_electorate", "batch", "most_ballots")
    return BoxLaw(*(int(str(law.parameter("A47", name))) for name in names))


def ballot_methods(pack: str) -> tuple[Method, ...]:
    """The methods by which the election law lets deputies be elected (reading A11)."""
    offered = pack_called(pack).parameter("A11", "ballots")
    named = offered if isinstance(offered, tuple) else (offered,)
    return tuple(one for one in Method if one.value in named)
