"""The law's own parts of a page, drawn by the chapter that holds the law.

`platform` shows refusals but knows no provision: `charter` says when it is ready how a clause and
a verdict look.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString


def _nameless(_day: dt.date) -> str:
    return ""


@dataclass(frozen=True)
class LawParts:
    """How the law is drawn.

    Attributes:
        clause: from a verdict to the chip of its clause, a link to the provision.
        verdict: from a verdict to its tree of conditions.
        institution: from a day to what the law calls the institution then, for the reader.
    """

    clause: Callable[[object], SafeString]
    verdict: Callable[[object], SafeString]
    institution: Callable[[dt.date], str] = _nameless


def _nothing(_verdict: object) -> SafeString:
    return format_html("")


_PARTS = [LawParts(clause=_nothing, verdict=_nothing)]


def show_law_with(parts: LawParts) -> None:
    """Set how clauses and verdicts are drawn from now on."""
    _PARTS[:] = [parts]


def law_parts() -> LawParts:
    """How clauses and verdicts are drawn; as nothing while no chapter holds a law."""
    return _PARTS[0]
