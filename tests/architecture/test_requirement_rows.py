"""What of the Regulation works is generated from the code, current, and as much as it must be."""

import re

import pytest
from tools.requirement_rows import TARGET, page, rows

from shanyraq.charter.queries import PACK

pytestmark = pytest.mark.skipif(
    PACK != "kz-assembly-2002", reason="the rows are those of the Regulation"
)

#: The rows that later fields of activity will hold; nothing else may be open.
MAY_BE_OPEN = re.compile(r"R1\.1|R[456]\..+|R12\.[2-5]|R23\.3|R24")


def test_no_row_is_open_but_those_of_later_fields() -> None:
    found = [row.address for row in rows() if not row.works]
    assert [each for each in found if not MAY_BE_OPEN.fullmatch(each)] == []


def test_an_open_row_names_the_chapter_that_will_hold_it() -> None:
    assert [row.address for row in rows() if not row.works and not row.holding.chapter] == []


def test_the_page_is_current() -> None:
    assert TARGET.read_text(encoding="utf-8") == page(rows()), "run tools/requirement_rows.py"
