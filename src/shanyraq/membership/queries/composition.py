"""What the Assembly is composed of (A21): shown, never decisive.

Gender and age are counted only where somebody gave them, and only in cells of at least `LEAST`
persons: with fewer, a table could tell of a single one.
"""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from shanyraq.bodies.models import Membership
from shanyraq.bodies.queries import (
    assembly,
    composition_by_category,
    composition_by_region,
    members_in_office,
)
from shanyraq.bodies.queries.composition import Share
from shanyraq.membership.enums import Path
from shanyraq.membership.models import Candidature
from shanyraq.people.enums import Gender

#: The least number of persons a cell about gender or age may have (k-anonymity with k = 10): the
#: measure that the architecture sets for whatever persons give of their own will.
LEAST = 10
#: The first age of each band, in whole years.
BANDS = (18, 30, 45, 60)


@dataclass(frozen=True, slots=True)
class YearRow:
    """Who came and who went in a calendar year."""

    year: int
    entries: int
    exits: int


@dataclass(frozen=True, slots=True)
class Composition:
    """The members in office on a day, by whom they represent and whence they come.

    Attributes:
        genders, ages: None where a cell would be too small to be shown.
    """

    total: int
    categories: list[Share]
    regions: list[Share]
    paths: list[Share]
    genders: list[Share] | None
    ages: list[Share] | None
    years: list[YearRow]


def composition_on(on: dt.date) -> Composition:
    """What the Assembly is composed of on a day, and how it came to that."""
    seats = list(members_in_office(assembly(), on))
    return Composition(
        total=len(seats),
        categories=composition_by_category(seats),
        regions=composition_by_region(seats),
        paths=_paths(seats),
        genders=_genders(seats),
        ages=_ages(seats, on),
        years=_years(on),
    )


def safe(shares: Sequence[Share]) -> list[Share] | None:
    """The shares when none is too small; else nothing, lest one be reckoned from the others."""
    told = [share for share in shares if share.count]
    return told if told and all(share.count >= LEAST for share in told) else None


def _paths(seats: Sequence[Membership]) -> list[Share]:
    known = dict(
        Candidature.objects.of_institution()
        .filter(seat__isnull=False)
        .values_list("seat_id", "path")
    )
    counts = Counter(known.get(seat.pk, "") for seat in seats)
    rows = [Share(str(path.label), counts[path]) for path in Path if counts[path]]
    if counts[""]:
        rows.append(Share(_("By an act recorded without a candidature"), counts[""]))
    return rows


def _genders(seats: Sequence[Membership]) -> list[Share] | None:
    counts = Counter(seat.person.gender for seat in seats)
    rows = [Share(str(gender.label), counts[gender]) for gender in Gender]
    return _with_silent(rows, counts[""])


def _ages(seats: Sequence[Membership], on: dt.date) -> list[Share] | None:
    counts: Counter[int | None] = Counter(_band(seat.person.birth_date, on) for seat in seats)
    rows = [Share(_band_label(place), counts[place]) for place in range(len(BANDS))]
    return _with_silent(rows, counts[None])


def _with_silent(rows: list[Share], silent: int) -> list[Share] | None:
    """The shares with those who gave nothing; nothing at all when nobody gave anything."""
    if not any(share.count for share in rows):
        return None
    return safe([*rows, Share(_("Not given"), silent)])


def _band(born: dt.date | None, on: dt.date) -> int | None:
    if born is None:
        return None
    age = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    return sum(age >= first for first in BANDS[1:])


def _band_label(place: int) -> str:
    if place == 0:
        return _("Under {age}").format(age=BANDS[1])
    if place == len(BANDS) - 1:
        return _("{age} and older").format(age=BANDS[place])
    return f"{BANDS[place]}–{BANDS[place + 1] - 1}"


def _years(on: dt.date) -> list[YearRow]:
    seats = Membership.objects.filter(organization=assembly()).seats()
    came = Counter(day.year for day in _days(seats.filter(start_date__lte=on), "start_date"))
    went = Counter(day.year for day in _days(seats.filter(end_date__lte=on), "end_date"))
    years = sorted({*came, *went})
    return [
        YearRow(year, came[year], went[year])
        for year in range(years[0] if years else 0, (years[-1] + 1) if years else 0)
    ]


def _days(seats: "object", column: str) -> list[dt.date]:
    return list(seats.order_by().values_list(column, flat=True))  # type: ignore[attr-defined]
