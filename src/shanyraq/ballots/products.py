"""Products of powers of many bases: one pass over the digits of all exponents together."""

from collections.abc import Sequence

from gmpy2 import mpz

from shanyraq.ballots.groups import Group

WIDTH = 7
"""Bits of a digit: the least work for some hundreds of bases."""

FEW = 16
"""Below so many bases, one power after the other is less work."""

MASK = (1 << WIDTH) - 1


def product_of_powers(group: Group, bases: Sequence[int], exponents: Sequence[int]) -> int:
    """The product of each base to its exponent; 1 if there are none.

    Every digit, the highest first, throws each base into the bucket of its value and weighs the
    buckets by two running products (Pippenger's method): the squarings are shared by all bases.
    The exponents may be any whole numbers; the bases are members of the group.

    >>> from shanyraq.ballots.groups import GROUPS
    >>> group = GROUPS["BELENIOS-2048"]
    >>> product_of_powers(group, [group.g, group.g], [2, -2])
    mpz(1)
    """
    if len(bases) < FEW:
        return group.product(map(group.power, bases, exponents))
    reduced = [int(exponent % group.q) for exponent in exponents]
    longest = max(map(int.bit_length, reduced), default=0)
    result = mpz(1)
    for shift in reversed(range(0, longest, WIDTH)):
        for _ in range(WIDTH):
            result = result * result % group.p
        digits = [exponent >> shift & MASK for exponent in reduced]
        result = result * _weighed(_thrown(bases, digits, group.p), group.p) % group.p
    return result


def _thrown(bases: Sequence[int], digits: Sequence[int], modulus: int) -> list[int]:
    """The buckets of one digit: for each value, the product of the bases that show it."""
    buckets = [mpz(1)] * (MASK + 1)
    for base, digit in zip(bases, digits, strict=True):
        buckets[digit] = buckets[digit] * base % modulus
    return buckets


def _weighed(buckets: list[int], modulus: int) -> int:
    """The product of all buckets, each to the power of its value."""
    running, result = mpz(1), mpz(1)
    for held in reversed(buckets[1:]):
        running = running * held % modulus
        result = result * running % modulus
    return result
