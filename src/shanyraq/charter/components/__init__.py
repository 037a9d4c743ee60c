"""The law's parts of a page: chips of clauses and readings, trees of verdicts, wordings in time."""

import datetime as dt
from typing import cast

from django.utils.safestring import SafeString

from shanyraq.charter.components.chips import clause_chip, clause_href, reading_chip
from shanyraq.charter.components.timelines import Timeline, timeline_of
from shanyraq.charter.components.trees import (
    condition_of,
    kind_of,
    outcome_word,
    pack_of,
    verdict_given,
    verdict_tree,
)
from shanyraq.charter.queries import law_on
from shanyraq.law import Verdict
from shanyraq.platform.components.law_parts import LawParts
from shanyraq.platform.languages import active

__all__ = [
    "LAW_PARTS",
    "Timeline",
    "clause_chip",
    "clause_href",
    "condition_of",
    "kind_of",
    "outcome_word",
    "pack_of",
    "reading_chip",
    "timeline_of",
    "verdict_given",
    "verdict_tree",
]


def _clause(verdict: object) -> SafeString:
    given = cast("Verdict", verdict)
    return clause_chip(given.clause, given.on, pack=pack_of(given))


def _tree(verdict: object) -> SafeString:
    return verdict_tree(cast("Verdict", verdict))


def _institution(day: dt.date) -> str:
    return law_on(day).name(active())


LAW_PARTS = LawParts(clause=_clause, verdict=_tree, institution=_institution)
"""How the platform draws clauses and verdicts, and what it calls the institution on a day."""
