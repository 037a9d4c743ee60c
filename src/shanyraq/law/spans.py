"""Spans of calendar time: months clamped to the month's end, days as days, forwards and back."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """Calendar months, then days, as written in law: "one month", "five days".

    A month has the length of the calendar; where the target month is shorter, its last day is
    taken (reading A2).

    >>> from datetime import date
    >>> Span(months=1).after(date(2008, 1, 31)), Span(months=1).before(date(2008, 3, 31))
    (datetime.date(2008, 2, 29), datetime.date(2008, 2, 29))
    >>> str(Span(days=5))
    'P5D'
    """

    months: int = 0
    days: int = 0

    @classmethod
    def read(cls, text: str) -> "Span | None":
        """Read "P1M", "P5D" or "P1M3D"; nothing when it is none of these.

        >>> Span.read("P1M"), Span.read("1 month")
        (Span(months=1, days=0), None)
        """
        found = re.fullmatch(r"P(?:(\d+)M)?(?:(\d+)D)?", text)
        if found is None or not any(found.groups()):
            return None
        return cls(months=int(found[1] or 0), days=int(found[2] or 0))

    def __str__(self) -> str:
        months = f"{self.months}M" if self.months else ""
        return f"P{months}{self.days}D" if self.days or not months else f"P{months}"

    def after(self, day: date) -> date:
        """The same day of the later month (clamped), then days on."""
        return _months_on(day, self.months) + self.days * ONE_DAY

    def before(self, day: date) -> date:
        """The same day of the earlier month (clamped), then days back."""
        return _months_on(day, -self.months) - self.days * ONE_DAY

    def earliest_end(self, begun: date) -> date:
        """The first day that is the whole span later: its `before` is not earlier than `begun`.

        >>> from datetime import date
        >>> Span(months=1).earliest_end(date(2008, 1, 31))
        datetime.date(2008, 3, 1)
        >>> Span(months=1).earliest_end(date(2008, 9, 15))
        datetime.date(2008, 10, 15)
        """
        days = (begun + n * ONE_DAY for n in count())
        return next(day for day in days if self.before(day) >= begun)


def _months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
