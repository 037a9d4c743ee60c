"""The election of 21 March 2016 held again: at small scale here, in full by `make replay`."""

import dataclasses
import re
from pathlib import Path

import pytest
from benchmarks.figures_2016 import CLOSING_WITHIN, Figures, figures, marks, percent_of
from benchmarks.replay import checks, hold
from benchmarks.replay_page import page
from hypothesis import given
from hypothesis import strategies as st
from tests.ballots.tool import tool_accepts

from shanyraq.platform.languages import LANGUAGES

REPORT = Path(__file__).parents[2] / "docs" / "ballots" / "replay-2016.md"
VOTES_STAND_IN = {
    "votes counted",
    "votes announced",
    "votes in the journal",
    "result in the archive",
    *(f"votes in the protocol ({language})" for language in LANGUAGES),
}


def small() -> Figures:
    """A twelfth part and less of 2016: as many candidates, twelve ballots."""
    votes = (12, 11, 11, 10, 9, 9, 8, 8, 7)
    return dataclasses.replace(
        figures(),
        members=24,
        present=16,
        council=6,
        proposed=11,
        ballots=12,
        votes=votes,
        percent=tuple(percent_of(each, 12) for each in votes),
    )


def figures_of(told: Figures) -> list[tuple[str, ...]]:
    """What a report says of each candidate, who are all elected, from the figures alone."""
    return [
        (str(place), share, votes, votes, votes, votes, share, "yes")
        for place, (share, votes) in enumerate(
            zip(told.percent, map(str, told.votes), strict=True), start=1
        )
    ]


def figures_on(report: str) -> list[tuple[str, ...]]:
    """The rows of candidates in a report."""
    lines = (tuple(cell.strip() for cell in line.split("|")[1:-1]) for line in report.splitlines())
    return [cells for cells in lines if len(cells) == 8 and cells[0].isdecimal()]


@pytest.mark.django_db
def test_an_election_is_held_again_from_its_figures_and_everything_agrees(tmp_path: Path) -> None:
    replay = hold(small(), tmp_path)
    found = checks(replay)
    assert [one for one in found if not one.holds] == []
    votes = " ".join(map(str, small().votes))
    assert {one.what for one in found if one.found == votes} == VOTES_STAND_IN
    assert replay.assembled.late == "outside-the-month"
    assert figures_on(page(replay, found, [])) == figures_of(small())
    assert tool_accepts(tmp_path)


# Ballots made from figures.


@given(st.data(), st.integers(1, 40), st.integers(1, 12))
def test_marks_give_each_candidate_the_votes(
    data: st.DataObject, ballots: int, candidates: int
) -> None:
    any_votes = st.integers(0, ballots)
    votes = data.draw(st.lists(any_votes, min_size=candidates, max_size=candidates))
    made = marks(votes, ballots=ballots)
    assert len(made) == ballots
    assert [sum(column) for column in zip(*made, strict=True)] == votes
    assert {mark for ballot in made for mark in ballot} <= {0, 1}
    assert marks(votes, ballots=ballots) == made


def test_the_ballots_of_2016_have_from_no_mark_to_nine() -> None:
    assert {sum(ballot) for ballot in figures().marks} == set(range(10))


# The facts.


def test_the_percentages_of_2016_fit_one_number_of_ballots_alone() -> None:
    told = figures()
    fitting = [
        base
        for base in range(300, told.members + 1)
        if all(
            one in {percent_of(votes, base) for votes in range(base + 1)} for one in told.percent
        )
    ]
    assert fitting == [told.ballots]
    assert [percent_of(votes, told.ballots) for votes in told.votes] == list(told.percent)
    assert told.ballots <= told.present <= told.members


def test_the_report_of_the_replay_says_what_the_facts_say() -> None:
    told, report = figures(), REPORT.read_text(encoding="utf-8")
    assert figures_on(report) == figures_of(told)
    assert f"{told.members} members in office, {told.present} present" in report
    assert f"{told.ballots} ballots" in report
    assert "DIFFERS" not in report
    closing = re.search(r"^\| closing the box.*\| ([\d.]+) \| [\d.]+ \|$", report, re.MULTILINE)
    assert closing is not None
    assert float(closing[1]) <= CLOSING_WITHIN
