"""Who gets a seat: the order by votes, ties for the last seat, who stands again (A45)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Placing:
    """The outcome of one ballot, with candidates by key.

    Attributes:
        elected: those who got a seat, by votes.
        unfilled: seats that stay empty.
        contenders: who stands in the repeat vote for them; empty when nobody is left.
    """

    elected: tuple[int, ...]
    unfilled: int
    contenders: tuple[int, ...]


def by_votes(votes: Mapping[int, int]) -> list[int]:
    """Candidates by their votes, the most first; equals in the order of the ballot."""
    return sorted(votes, key=lambda one: -votes[one])


def place_of(candidate: int, votes: Mapping[int, int]) -> int:
    """A candidate's place among all; equal votes share one.

    >>> [place_of(one, {1: 9, 2: 7, 3: 7, 4: 5}) for one in (1, 2, 3, 4)]
    [1, 2, 2, 4]
    """
    return 1 + sum(other > votes[candidate] for other in votes.values())


def is_ahead(candidate: int, votes: Mapping[int, int], *, seats: int) -> bool:
    """Whether fewer candidates than there are seats have as many votes or more.

    >>> [is_ahead(one, {1: 9, 2: 7, 3: 7}, seats=2) for one in (1, 2, 3)]
    [True, False, False]
    """
    rivals = (own for one, own in votes.items() if one != candidate)
    return sum(own >= votes[candidate] for own in rivals) < seats


def placed(
    votes: Mapping[int, int], *, passed: Collection[int], seats: int, rivals_beyond_seats: int
) -> Placing:
    """Give the seats to those who passed, by votes; a tie for the last seat gives it to nobody.

    Ten pass for nine seats: the first nine get them.

    >>> placed({1: 9, 2: 8, 3: 7}, passed=[1, 2, 3], seats=2, rivals_beyond_seats=1)
    Placing(elected=(1, 2), unfilled=0, contenders=())

    The last seat is tied, so the two stand again.

    >>> placed({1: 9, 2: 8, 3: 8}, passed=[1, 2, 3], seats=2, rivals_beyond_seats=1)
    Placing(elected=(1,), unfilled=1, contenders=(2, 3))
    """
    order = by_votes(votes)
    among = {one: votes[one] for one in order if one in passed}
    elected = tuple(one for one in among if is_ahead(one, among, seats=seats))
    unfilled = seats - len(elected)
    rest = [one for one in order if one not in elected]
    stand = _standing_again(rest, votes, many=unfilled + rivals_beyond_seats) if unfilled else ()
    return Placing(elected, unfilled, stand)


def _standing_again(rest: list[int], votes: Mapping[int, int], *, many: int) -> tuple[int, ...]:
    """The first so many of those without a seat, and whoever has as many votes as the last."""
    if len(rest) <= many:
        return tuple(rest)
    least = votes[rest[many - 1]]
    return tuple(one for one in rest if votes[one] >= least)
