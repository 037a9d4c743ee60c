"""Documents: PDF set by typst with fonts that hold every Kazakh letter; cells of tables."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typst

FONTS = Path(__file__).parent / "fonts"
#: How a document of the institution looks: title, lines, notes, sections of blocks.
INSTITUTION = Path(__file__).parent / "templates" / "platform" / "document.typ"


def pdf(template: Path, data: Mapping[str, Any]) -> bytes:
    """Set a document.

    Args:
        template: a typst file, which reads its data from `sys.inputs.data` as JSON.
        data: what the document says.

    Returns:
        The bytes of a tagged PDF/A-2a.
    """
    return typst.compile(
        str(template),
        format="pdf",
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=["a-2a"],
    )


def cell(text: str) -> str:
    """Text as a cell of a table for programs, which no spreadsheet takes for a formula.

    >>> cell("=1+1"), cell("Әлиев")
    ("'=1+1", 'Әлиев')
    """
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
