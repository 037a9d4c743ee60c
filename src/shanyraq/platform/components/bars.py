"""Bars of whole persons with the law's mark on them, as geometry for a picture."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Segment:
    """One part of a bar; x and width in per cent, written with a point in every language."""

    kind: str
    x: str
    width: str


@dataclass(frozen=True)
class Bar:
    """A bar: its segments from the left and where the law's mark stands, in per cent."""

    segments: tuple[Segment, ...]
    mark: str | None


def bar(parts: Sequence[tuple[str, int]], *, of: int, needed: int | None = None) -> Bar:
    """Lay numbers of persons side by side over a whole.

    Args:
        parts: kind of segment and its whole number of persons, from the left.
        of: the whole; nobody at all gives an empty bar.
        needed: where the law's mark stands, in persons; beyond the whole it stands at the end.

    >>> bar([("fill", 312)], of=400, needed=267)
    Bar(segments=(Segment(kind='fill', x='0.00', width='78.00'),), mark='66.75')
    """
    segments, before = [], 0
    for kind, count in parts:
        segments.append(Segment(kind, per_cent(before, of=of), per_cent(count, of=of)))
        before += count
    mark = None if needed is None else per_cent(min(needed, of), of=of)
    return Bar(tuple(one for one in segments if one.width != "0.00"), mark)


def per_cent(count: int, *, of: int) -> str:
    """A share as SVG wants it: two digits after a point whatever the language.

    >>> per_cent(1, of=3)
    '33.33'
    """
    return f"{100 * count / of:.2f}" if of else "0.00"
