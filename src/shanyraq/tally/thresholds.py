"""Thresholds in whole persons: a share of a whole, measured without a single rounding."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Threshold:
    """A share of a whole that must be reached ("at least") or passed (`strictly`: "more than").

    >>> Threshold(Fraction(2, 3)).needed(of=76)
    51
    >>> Threshold(Fraction(1, 2), strictly=True).needed(of=10)
    6

    An empty whole reaches nothing: somebody has to act.

    >>> Threshold(Fraction(2, 3)).needed(of=0)
    1
    """

    fraction: Fraction
    strictly: bool = False

    def needed(self, *, of: int) -> int:
        """The least number of persons that reaches the threshold of a whole (persons)."""
        upper, lower = self.fraction.numerator * of, self.fraction.denominator
        least = upper // lower + 1 if self.strictly else -(-upper // lower)
        return max(1, least)

    def reached(self, count: int, *, of: int) -> bool:
        """Whether a number of persons reaches the threshold of a whole (persons).

        >>> Threshold(Fraction(2, 3)).reached(266, of=400)
        False
        >>> Threshold(Fraction(2, 3)).reached(267, of=400)
        True
        """
        return count >= self.needed(of=of)

    def working(self, count: int, *, of: int) -> str:
        """The comparison in whole numbers, as one writes it on paper.

        >>> Threshold(Fraction(2, 3)).working(266, of=400)
        '3 × 266 = 798 < 2 × 400 = 800'
        >>> Threshold(Fraction(1, 2), strictly=True).working(241, of=312)
        '2 × 241 = 482 > 312'
        >>> Threshold(Fraction(2, 3)).working(0, of=0)
        '0 < 1'
        """
        if not of:
            return f"{count} < {self.needed(of=of)}"
        left, right = self.fraction.denominator * count, self.fraction.numerator * of
        signs = (">", "≤") if self.strictly else ("≥", "<")
        holds = left > right if self.strictly else left >= right
        sign = signs[0] if holds else signs[1]
        return f"{_product(self.fraction.denominator, count)} {sign} " + _product(
            self.fraction.numerator, of
        )


def _product(factor: int, count: int) -> str:
    return f"{factor} × {count} = {factor * count}" if factor != 1 else str(count)
