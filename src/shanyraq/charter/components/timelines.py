"""Wordings of a provision in time as a picture; the table beside it says the same."""

import datetime as dt
from dataclasses import dataclass

from shanyraq.charter.queries.history import (
    WordingPeriod,
    amended_on,
    changes_of_the_act,
    repealing_act,
    wordings_of,
)
from shanyraq.charter.queries.law import charter_pack
from shanyraq.charter.queries.wordings import act_words
from shanyraq.law.packs import Instrument
from shanyraq.platform import clock
from shanyraq.platform.languages import active, day

LEFT, RIGHT, WIDTH = 47, 859, 980
A_YEAR = dt.timedelta(days=365)
"""Where the act begins and ends in the picture, and how wide the picture is."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One wording as a bar: from where, how wide, whether it is at hand."""

    x: int
    width: int
    is_known: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A day on the picture with what happened."""

    x: int
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The picture and the same as rows of a table.

    `end` is none while the act is in force; `today` is the day asked about, when it fits.
    """

    bars: tuple[Bar, ...]
    own: tuple[Mark, ...]
    others: tuple[int, ...]
    begin: Mark
    end: Mark | None
    today: Mark | None
    periods: tuple[WordingPeriod, ...]


def timeline_of(address: str, on: dt.date) -> Timeline:
    """The wordings of a provision, with the day asked about."""
    pack, periods = charter_pack(), wordings_of(address)
    changes, ended = changes_of_the_act(), repealing_act()
    between = [each for each in changes[1:] if each is not ended]
    own = [each for each in between if each.effective in amended_on(address)]
    inside = pack.begins <= on <= _horizon()
    return Timeline(
        bars=tuple(_bar(period) for period in _merged(periods)),
        own=tuple(_mark(each) for each in own),
        others=tuple(_x(each.effective) for each in between if each not in own),
        begin=_mark(changes[0]),
        end=_mark(ended) if ended else None,
        today=Mark(_x(on), day(on)) if inside else None,
        periods=tuple(periods),
    )


def _merged(periods: list[WordingPeriod]) -> list[WordingPeriod]:
    """Periods with neighbours that are equally at hand joined, as one bar each."""
    merged: list[WordingPeriod] = []
    for period in periods:
        if merged and merged[-1].is_known == period.is_known and not period.is_known:
            first = merged.pop()
            merged.append(WordingPeriod(first.begins, period.ends, period.is_known, first.by))
        else:
            merged.append(period)
    return merged


def _bar(period: WordingPeriod) -> Bar:
    begins, ends = _x(period.begins), _x(min(period.ends, _horizon()))
    return Bar(begins, ends - begins, period.is_known)


def _mark(instrument: Instrument) -> Mark:
    return Mark(
        _x(instrument.effective), day(instrument.effective), act_words(instrument, active())
    )


def _horizon() -> dt.date:
    """The last day of the picture: the end of the act, else a year from now."""
    pack = charter_pack()
    return min(pack.ends, max(clock.today(), pack.begins) + A_YEAR)


def _x(on: dt.date) -> int:
    pack = charter_pack()
    share = (on - pack.begins) / (_horizon() - pack.begins)
    return round(LEFT + share * (RIGHT - LEFT))
