"""Results of a vote: positions counted in a base of persons that was frozen beforehand."""

from dataclasses import dataclass

from shanyraq.tally.thresholds import Threshold


class MiscountedVote(ValueError):
    """The positions cannot be those of the base: a number is negative or they are too many."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a vote gave: persons for, against and abstaining, in a base of persons.

    Whoever is in the base and said nothing did not vote; he still counts in the base.

    >>> result = Result(base=312, votes_for=241, against=38, abstained=27)
    >>> result.not_voting
    6
    >>> from fractions import Fraction
    >>> result.reaches(Threshold(Fraction(1, 2), strictly=True))
    True

    Raises:
        MiscountedVote: more positions than persons, or a negative number.
    """

    base: int
    votes_for: int
    against: int = 0
    abstained: int = 0

    def __post_init__(self) -> None:
        if min(self.base, self.votes_for, self.against, self.abstained) < 0:
            raise MiscountedVote("a number of persons cannot be negative")
        if self.not_voting < 0:
            raise MiscountedVote(f"{self.voting} positions in a base of {self.base}")

    @property
    def voting(self) -> int:
        """Persons who took a position."""
        return self.votes_for + self.against + self.abstained

    @property
    def not_voting(self) -> int:
        """Persons of the base who took no position."""
        return self.base - self.voting

    def reaches(self, threshold: Threshold) -> bool:
        """Whether the votes for reach a threshold of the base."""
        return threshold.reached(self.votes_for, of=self.base)
