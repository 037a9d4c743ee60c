"""The compliance calendar at the command line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from icalendar import Calendar
from tests.sittings.builders import TODAY, an_institution

from shanyraq.desks.queries.calendar import demands_on, shown_to
from shanyraq.site.command import main

pytestmark = pytest.mark.django_db


def told(*options: str) -> str:
    result = CliRunner().invoke(main, ["calendar", "--on", TODAY.isoformat(), *options])
    assert result.exit_code == 0, result.output
    return result.output


def test_each_demand_is_told_with_its_last_day_and_clause() -> None:
    an_institution()
    rows = json.loads(told("--json", "--internal"))
    assert {row["key"]: row["deadline"] for row in rows} == {
        one.key: one.deadline.isoformat() if one.deadline else None for one in demands_on(TODAY)
    }
    lines = told("--internal").splitlines()
    assert len(lines) == len(rows)
    assert all(row["clause"] in line for row, line in zip(rows, lines, strict=True))


def test_it_is_written_for_calendar_programs(tmp_path: Path) -> None:
    an_institution()
    file = tmp_path / "law.ics"
    told("--ics", str(file), "--lang", "kk")
    events = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    dated = [one for one in shown_to(demands_on(TODAY), inside=False) if one.deadline]
    assert len(events) == len(dated) > 0
