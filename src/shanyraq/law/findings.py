"""What a rule finds in the facts put before it: an outcome, and the reckoning behind it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Outcome(StrEnum):
    """The six answers the law can give; only the first lets an act through."""

    MET = "met"
    NOT_MET = "not_met"
    UNDETERMINED = "undetermined"
    NO_PROVISION = "no_provision"
    TEXT_UNKNOWN = "text_unknown"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Finding:
    """An outcome with its reckoning: numbers in persons or times, dates as days.

    `value` is the word a rule answers with (an effect, the next step, in person or through whom);
    `lacking` are facts not given, `failing` facts that stand in the way.
    """

    outcome: Outcome
    needed: int | None = None
    computed: str | None = None
    value: str | None = None
    first_lawful_day: date | None = None
    last_lawful_day: date | None = None
    lacking: tuple[str, ...] = ()
    failing: tuple[str, ...] = ()


def finding(*, holds: bool) -> Finding:
    """A plain yes or no."""
    return Finding(Outcome.MET if holds else Outcome.NOT_MET)
