"""A vote drawn as a half circle of seats, with the law's line after the last seat needed."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

CENTRE_X, CENTRE_Y = 560, 553
OUTER, INNER = 526.0, 246.0
SPACING = 0.75  # distance of neighbours in a row, in distances between rows
DOT = 0.34  # radius of a seat, in distances between rows
WIDEST_DOT = 26
OVERHANG = 30


@dataclass(frozen=True)
class Seat:
    """One person's place: what the person did, and the centre of the mark in picture units."""

    kind: str
    x: int
    y: int


@dataclass(frozen=True)
class LawLine:
    """The line after the last seat needed, from inside outwards, and where its number stands."""

    x1: int
    y1: int
    x2: int
    y2: int
    label_x: int
    label_y: int


@dataclass(frozen=True)
class Hemicycle:
    """The picture of one vote: seats from the left, the law's line, radii of seats."""

    seats: tuple[Seat, ...]
    line: LawLine | None
    dot: int
    empty_dot: int


@dataclass(frozen=True)
class _Place:
    angle: float
    radius: float


def hemicycle(groups: Sequence[tuple[str, int]], *, needed: int | None) -> Hemicycle:
    """Seat groups of persons from left to right.

    Args:
        groups: what they did and how many they are, in the order of seating.
        needed: the whole number of votes the law asks for; None or more than all draws no line.
    """
    total = sum(count for _, count in groups)
    gap = (OUTER - INNER) / max(_rows_for(total) - 1, 1)
    places = _places(total)
    kinds = [kind for kind, count in groups for _ in range(count)]
    seats = tuple(
        Seat(kind, *_point(place.angle, place.radius))
        for kind, place in zip(kinds, places, strict=True)
    )
    dot = min(round(gap * DOT), WIDEST_DOT)
    return Hemicycle(seats, _line(places, needed), dot, dot // 2)


def _rows_for(total: int) -> int:
    rows = 1
    while sum(_capacities(rows)) < total:
        rows += 1
    return rows


def _radii(rows: int) -> list[float]:
    gap = (OUTER - INNER) / max(rows - 1, 1)
    return [OUTER - gap * row for row in range(rows)]


def _capacities(rows: int) -> list[int]:
    gap = (OUTER - INNER) / max(rows - 1, 1)
    return [math.floor(math.pi * radius / (gap * SPACING)) + 1 for radius in _radii(rows)]


def _places(total: int) -> list[_Place]:
    rows = _rows_for(total)
    places = [
        _Place(_angle(seat, count), radius)
        for radius, count in zip(_radii(rows), _shares(total, rows), strict=True)
        for seat in range(count)
    ]
    return sorted(places, key=lambda place: (-place.angle, -place.radius))


def _angle(seat: int, count: int) -> float:
    return math.pi / 2 if count == 1 else math.pi * (1 - seat / (count - 1))


def _shares(total: int, rows: int) -> list[int]:
    """Share seats among rows by their length; the remainder goes to the longest rests."""
    capacities = _capacities(rows)
    exact = [total * one / sum(capacities) for one in capacities]
    shares = [math.floor(one) for one in exact]
    by_rest = sorted(range(rows), key=lambda row: (shares[row] - exact[row], row))
    for row in by_rest[: total - sum(shares)]:
        shares[row] += 1
    return shares


def _point(angle: float, radius: float) -> tuple[int, int]:
    return round(CENTRE_X + radius * math.cos(angle)), round(CENTRE_Y - radius * math.sin(angle))


def _line(places: Sequence[_Place], needed: int | None) -> LawLine | None:
    if needed is None or not 0 < needed <= len(places):
        return None
    last = places[needed - 1].angle
    after = places[needed].angle if needed < len(places) else 0.0
    angle = (last + after) / 2
    inner, outer = _point(angle, INNER - OVERHANG), _point(angle, OUTER + OVERHANG)
    return LawLine(*inner, *outer, *_point(angle, OUTER + 2 * OVERHANG))
