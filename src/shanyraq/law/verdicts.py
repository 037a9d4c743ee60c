"""Verdicts: answers that prove themselves by a canonical trace and speak three languages."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Any

import rfc8785

from shanyraq.law.answers import ALL_OF, Answer
from shanyraq.law.findings import Finding, Outcome
from shanyraq.law.provisions import Language
from shanyraq.law.telling import Telling, tell
from shanyraq.law.traces import trace_of

GRAVEST_FIRST = (
    Outcome.NOT_MET,
    Outcome.CONFLICT,
    Outcome.TEXT_UNKNOWN,
    Outcome.NO_PROVISION,
    Outcome.UNDETERMINED,
)


@dataclass(frozen=True)
class Verdict(Answer):
    """An answer of the law with its proof and its words."""

    children: tuple["Verdict", ...] = ()

    @cached_property
    def trace(self) -> dict[str, Any]:
        """The whole explanation as plain data, in the format `charter.trace/1`."""
        return trace_of(self)

    @cached_property
    def canonical(self) -> bytes:
        """The trace as canonical JSON (RFC 8785)."""
        return rfc8785.dumps(self.trace)

    @cached_property
    def sha256(self) -> str:
        """The hash of the canonical trace, in hexadecimal."""
        return sha256(self.canonical).hexdigest()

    def tell(self, language: Language) -> Telling:
        """The answer in one language, part by part, for a page that sets each part."""
        return tell(self, language)

    def sentence(self, language: Language) -> str:
        """The whole answer as text in one language."""
        return tell(self, language).sentence


def all_of(name: str, verdicts: Iterable[Verdict], *, on: date) -> Verdict:
    """Compose the conditions of an act into one verdict: met when nothing stands in the way.

    A definite "no" outweighs every doubt; among doubts the gravest is told first. A warning is
    kept in the tree and refuses nothing.
    """
    children = tuple(verdicts)
    hindering = {child.outcome for child in children if child.stands_in_the_way}
    outcome = next((each for each in GRAVEST_FIRST if each in hindering), Outcome.MET)
    return Verdict(on=on, rule=name, kind=ALL_OF, finding=Finding(outcome), children=children)


def read_trace(written: str | bytes) -> dict[str, Any]:
    """Read a stored trace.

    Raises:
        ValueError: it is no JSON object.
    """
    trace = json.loads(written)
    if not isinstance(trace, dict):
        raise ValueError("a trace is one JSON object")  # noqa: TRY004 - a fault of the text read
    return trace
