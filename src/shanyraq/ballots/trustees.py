"""Trustees: who holds a share of the key that opens the tally, and how many are needed.

A trustee is either single (needed in any case) or one of a threshold group, of which any so many
suffice. Every key carries a proof that its holder knows the secret. Trustees are numbered from 1
over all keys, in the order of the list.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from shanyraq.ballots.groups import Group
from shanyraq.ballots.pedersen import Pedersen
from shanyraq.ballots.records import MalformedRecord, Reason, read_json, read_list
from shanyraq.ballots.trustee_keys import TrusteeKey


@dataclass(frozen=True, slots=True)
class Single:
    """A trustee whose share is needed in any case."""

    key: TrusteeKey

    @property
    def keys(self) -> tuple[TrusteeKey, ...]:
        """Its one key."""
        return (self.key,)

    def json(self) -> list[object]:
        """The item as the list of trustees holds it."""
        return ["Single", self.key.json()]

    def public_key(self, group: Group) -> int:
        """Its part of the election's public key."""
        return group.product([self.key.public_key])

    def faults(self, group: Group, where: str) -> Iterator[str]:
        """What is wrong with it, as paths."""
        return self.key.faults(group, where)


@dataclass(frozen=True, slots=True)
class Trustees:
    """All trustees of an election."""

    items: tuple[Single | Pedersen, ...]

    @classmethod
    def read(cls, group: Group, body: bytes) -> "Trustees":
        """The trustees from their record.

        Raises:
            MalformedRecord: it is none, or names a kind of trustee that is unknown.
        """
        items = read_list(read_json(body))
        if not items:
            raise MalformedRecord("", Reason.WRONG_LENGTH)
        return cls(tuple(_read_item(group, item, f"[{at}]") for at, item in enumerate(items)))

    def json(self) -> list[object]:
        """The trustees as their record holds them."""
        return [item.json() for item in self.items]

    @property
    def keys(self) -> tuple[TrusteeKey, ...]:
        """All keys: the trustee numbered n holds the n-th."""
        return tuple(key for item in self.items for key in item.keys)

    @property
    def numbered(self) -> tuple[tuple[Single | Pedersen, range], ...]:
        """Each item with the numbers of its trustees."""
        ends = [0]
        for item in self.items:
            ends.append(ends[-1] + len(item.keys))
        spans = (range(start + 1, end + 1) for start, end in pairwise(ends))
        return tuple(zip(self.items, spans, strict=True))

    def public_key(self, group: Group) -> int:
        """The election's public key that these trustees can open.

        Raises:
            MalformedRecord: the coefficients of a threshold group cannot be read.
        """
        return group.product(item.public_key(group) for item in self.items)

    def faults(self, group: Group) -> list[str]:
        """What is wrong with the keys, as paths; two items with one key are one holder's."""
        faults, seen = [], set[int]()
        for at, item in enumerate(self.items):
            keys = {key.public_key for key in item.keys}
            faults += [*item.faults(group, f"[{at}]"), *([f"[{at}]"] if seen & keys else [])]
            seen |= keys
        return faults

    def suffice(self, owners: Sequence[int]) -> bool:
        """Whether the trustees of these numbers can open the tally together."""
        return all(len(set(span) & set(owners)) >= _needed(item) for item, span in self.numbered)

    def combine(self, group: Group, factors: Mapping[int, int]) -> int:
        """What opens one ciphertext, from the factor of each trustee by number.

        Of a threshold group, the first so many that are given are taken.

        Raises:
            TooFewTrustees: those given cannot open it together.
        """
        if not self.suffice(list(factors)):
            raise TooFewTrustees
        return group.product(
            group.power(factors[owner], exponent)
            for item, span in self.numbered
            for owner, exponent in exponents_at_zero(
                group, [owner for owner in span if owner in factors][: _needed(item)], span.start
            )
        )


class TooFewTrustees(ValueError):
    """The trustees who gave their factors cannot open the tally together."""


def exponents_at_zero(
    group: Group, owners: Sequence[int], first: int = 1
) -> Iterator[tuple[int, int]]:
    """Each trustee of one item with its Lagrange coefficient at zero, modulo q.

    `owners` are their numbers, `first` the number of the item's first trustee.
    """
    places = [owner - first + 1 for owner in owners]
    for owner, place in zip(owners, places, strict=True):
        numerator = denominator = 1
        for other in places:
            if other != place:
                numerator, denominator = numerator * other, denominator * (other - place)
        yield owner, numerator * pow(denominator, -1, int(group.q)) % group.q


def _read_item(group: Group, item: object, where: str) -> Single | Pedersen:
    kind, record = read_list(item, where, length=2)
    if kind == "Single":
        return Single(TrusteeKey.read(group, record, f"{where}[1]"))
    if kind == "Pedersen":
        return Pedersen.read(group, record, f"{where}[1]")
    raise MalformedRecord(f"{where}[0]", Reason.UNKNOWN)


def _needed(item: Single | Pedersen) -> int:
    return 1 if isinstance(item, Single) else item.threshold
