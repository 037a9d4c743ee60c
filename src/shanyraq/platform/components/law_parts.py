"""The law's own parts of a page, drawn by the chapter that holds the law.

`platform` shows refusals but knows no provision: `charter` says when it is ready how a clause and
a verdict look.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString


@dataclass(frozen=True)
class LawParts:
    """How the law is drawn.

    Attributes:
        clause: from a verdict to the chip of its clause, a link to the provision.
        verdict: from a verdict to its tree of conditions.
    """

    clause: Callable[[object], SafeString]
    verdict: Callable[[object], SafeString]


def _nothing(_verdict: object) -> SafeString:
    return format_html("")


_PARTS = [LawParts(clause=_nothing, verdict=_nothing)]


def show_law_with(parts: LawParts) -> None:
    """Set how clauses and verdicts are drawn from now on."""
    _PARTS[:] = [parts]


def law_parts() -> LawParts:
    """How clauses and verdicts are drawn; as nothing while no chapter holds a law."""
    return _PARTS[0]
