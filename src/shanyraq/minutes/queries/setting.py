"""Setting a document as PDF."""

import datetime as dt
from dataclasses import asdict
from pathlib import Path
from typing import Any

from shanyraq.minutes.queries.parts import Document
from shanyraq.platform.documents import pdf

TEMPLATE = Path(__file__).parents[1] / "templates" / "minutes" / "document.typ"


def pdf_of(document: Document) -> bytes:
    """A document as a tagged PDF/A with its fonts; the same document gives the same pages."""
    return pdf(TEMPLATE, asdict(document, dict_factory=_plain))


def _plain(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Values that JSON knows: dates as text."""
    return {
        name: value.isoformat() if isinstance(value, dt.date) else value for name, value in pairs
    }
