"""Powers of one base, quickly: a table for a base used by all, a chain for a base used a few times.

Both give exactly what plain exponentiation gives; nothing here is secret or random.
"""

from functools import lru_cache

from gmpy2 import mpz

# Digits of an exponent in bits: the least work for short exponents (256 bits) and long ones (2047).
SHORT, LONG = 512, 2047
TABLE_WIDTHS, CHAIN_WIDTHS = (9, 6), (4, 6)


class FixedBase:
    """A base that is raised to many exponents: each digit of an exponent costs one multiplication.

    Attributes:
        base: the base itself.
    """

    __slots__ = ("_modulus", "_rows", "_width", "base")

    def __init__(self, base: int, modulus: int, bits: int) -> None:
        """Reckon the table for exponents of at most so many bits."""
        self.base, self._modulus = mpz(base), mpz(modulus)
        self._width = TABLE_WIDTHS[bits > SHORT]
        self._rows: list[list[int]] = []
        unit = self.base
        for _ in range(-(-bits // self._width)):
            row = [mpz(1)]
            for _ in range((1 << self._width) - 1):
                row.append(row[-1] * unit % self._modulus)
            self._rows.append(row)
            unit = row[-1] * unit % self._modulus

    def power(self, exponent: int) -> int:
        """The base to an exponent, 0 <= exponent < 2 ** bits."""
        width, mask, modulus = self._width, (1 << self._width) - 1, self._modulus
        left, result = int(exponent), mpz(1)
        for row in self._rows:
            if digit := left & mask:
                result = result * row[digit] % modulus
            left >>= width
        return result


class PowerChain:
    """A base that is raised to a few exponents, which share its squarings.

    Each digit of an exponent puts one of the shared powers into the bucket of that digit; the
    buckets are then weighed by two running products (Yao's method).

    Attributes:
        base: the base itself.
    """

    __slots__ = ("_links", "_modulus", "_width", "base")

    def __init__(self, base: int, modulus: int, bits: int) -> None:
        """Reckon the shared squarings for exponents of at most so many bits."""
        self.base, self._modulus = mpz(base), mpz(modulus)
        self._width = CHAIN_WIDTHS[bits > SHORT]
        link, links = self.base, [self.base]
        modulus, squarings = self._modulus, range(self._width)
        for _ in range(-(-bits // self._width) - 1):
            for _ in squarings:
                link = link * link % modulus
            links.append(link)
        self._links = links

    def power(self, exponent: int) -> int:
        """The base to an exponent, 0 <= exponent < 2 ** bits."""
        width, mask, modulus = self._width, (1 << self._width) - 1, self._modulus
        buckets: list[int] = [0] * (mask + 1)
        left = int(exponent)
        for link in self._links:
            if digit := left & mask:
                held = buckets[digit]
                buckets[digit] = held * link % modulus if held else link
            left >>= width
        return self._weighed(buckets)

    def _weighed(self, buckets: list[int]) -> int:
        """The product of all buckets, each to the power of its digit."""
        modulus = self._modulus
        running = result = 0
        for held in reversed(buckets[1:]):
            if held:
                running = running * held % modulus if running else held
            if running:
                result = result * running % modulus if result else running
        return result or mpz(1)


@lru_cache(maxsize=16)
def table_of(base: int, modulus: int, bits: int) -> FixedBase:
    """The table of a base, reckoned once in a process."""
    return FixedBase(base, modulus, bits)
