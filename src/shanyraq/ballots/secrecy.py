"""How much a tally would reveal: asked before it is opened, and of its result.

Encryption hides each ballot, not what follows from the sum of all: when few vote, or all vote
alike, the result itself tells how somebody voted.
"""

from collections.abc import Iterator
from enum import StrEnum

from shanyraq.ballots.questions import Election, HomomorphicQuestion
from shanyraq.ballots.result import Result


class Exposure(StrEnum):
    """What a tally reveals beyond the numbers."""

    NOBODY = "nobody"
    TOO_FEW = "too-few"
    UNANIMOUS = "unanimous"


def exposures_before(counted: int, least: int) -> tuple[Exposure, ...]:
    """What opening would reveal, from the number of ballots and the least that hides a voter.

    Whether the votes are unanimous cannot be known before; the fewer they are, the likelier.

    >>> exposures_before(4, 10), exposures_before(10, 10)
    ((<Exposure.TOO_FEW: 'too-few'>,), ())
    """
    if not counted:
        return (Exposure.NOBODY,)
    return (Exposure.TOO_FEW,) if counted < least else ()


def unanimous_choices(
    election: Election, result: Result, counted: int
) -> Iterator[tuple[int, int]]:
    """The choices (question and place from 0) that all who voted marked, or none of them.

    Of such a choice the result tells how every single voter voted.
    """
    for at, (question, answer) in enumerate(zip(election.questions, result.answers, strict=True)):
        if isinstance(question, HomomorphicQuestion):
            for place, votes in enumerate(answer):
                if counted and votes in {0, counted}:
                    yield at, place
