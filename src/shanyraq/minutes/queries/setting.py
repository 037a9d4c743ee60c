"""Setting a document as PDF."""

import datetime as dt
from dataclasses import asdict
from typing import Any

from shanyraq.minutes.queries.parts import Document
from shanyraq.platform.documents import INSTITUTION, pdf


def pdf_of(document: Document) -> bytes:
    """A document as a tagged PDF/A with its fonts; the same document gives the same pages."""
    return pdf(INSTITUTION, asdict(document, dict_factory=_plain))


def _plain(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Values that JSON knows: dates as text."""
    return {
        name: value.isoformat() if isinstance(value, dt.date) else value for name, value in pairs
    }
