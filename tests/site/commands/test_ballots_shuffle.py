"""Shuffling at the command line: each trustee in turn, at an own computer."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.ballots.builders import RANKS, SmallElection, chained, steps_of

from shanyraq.ballots.archive import EventType
from shanyraq.ballots.groups import RFC_3526_2048
from shanyraq.ballots.verifier import verify
from shanyraq.site.command import main


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["ballots", *arguments, "--processes", "1"])


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An election of two voters, counted and not yet shuffled."""
    steps = steps_of(SmallElection(questions=RANKS, voters=2, group=RFC_3526_2048).archive())
    shown = next(at for at, step in enumerate(steps) if step.kind is EventType.ENCRYPTED_TALLY)
    path = tmp_path / "ranked.bel"
    path.write_bytes(chained(steps[: shown + 1]))
    return path


def test_two_trustees_shuffle_here_and_elsewhere(archive: Path, tmp_path: Path) -> None:
    assert run("shuffle", str(archive), "--owner", "1").exit_code == 0
    early = run("end-shuffles", str(archive))
    assert (early.exit_code, "at least 2 trustees" in early.stderr) == (1, True)
    made = tmp_path / "shuffle.json"
    before = archive.read_bytes()
    assert run("shuffle", str(archive), "--owner", "2", "--output", str(made)).exit_code == 0
    assert archive.read_bytes() == before
    assert run("shuffle", str(archive), "--owner", "2", "--made", str(made)).exit_code == 0
    assert run("end-shuffles", str(archive)).exit_code == 0
    with archive.open("rb") as file:
        report = verify(file, finished=False)
    assert report.is_valid
    assert report.to_open is not None
    late = run("shuffle", str(archive), "--owner", "2")
    assert (late.exit_code, "does not wait for a shuffle" in late.stderr) == (1, True)


def test_who_has_shuffled_or_is_no_trustee_is_refused(archive: Path) -> None:
    assert run("shuffle", str(archive), "--owner", "1").exit_code == 0
    again = run("shuffle", str(archive), "--owner", "1")
    assert (again.exit_code, "trustee 1 has shuffled already" in again.stderr) == (1, True)
    assert run("shuffle", str(archive), "--owner", "7").exit_code == 1


def test_a_changed_archive_is_refused_and_another_file_is_wrong_use(
    archive: Path, tmp_path: Path
) -> None:
    steps = steps_of(archive.read_bytes())
    archive.write_bytes(chained([steps[0], *steps[2:]]))
    changed = run("shuffle", str(archive), "--owner", "1")
    assert (changed.exit_code, "breaks rules: tally.recomputed" in changed.stderr) == (1, True)
    other = tmp_path / "other"
    other.write_text("no archive", encoding="utf-8")
    assert run("shuffle", str(other), "--owner", "1").exit_code == 2
