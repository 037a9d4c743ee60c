import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.ballots.builders import SmallElection, chained, steps_of

from shanyraq.site.commands.ballots import ballots

MADE_BY_THE_TOOL = Path(__file__).parents[2] / "ballots" / "data" / "tool-made-20-voters.bel"


def verify(path: Path, *arguments: str) -> Result:
    return CliRunner().invoke(ballots, ["verify", str(path), "--processes", "1", *arguments])


def a_file(folder: Path, content: bytes) -> Path:
    path = folder / "election.bel"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("lang", "last"),
    [
        ("en", "VALID: every rule holds."),
        ("ru", "АРХИВ ВЕРЕН: выполнены все правила."),
        ("kk", "МҰРАҒАТ ДҰРЫС: барлық қағида орындалды."),
    ],
)
def test_a_valid_archive_is_told_rule_by_rule(lang: str, last: str) -> None:
    told = verify(MADE_BY_THE_TOOL, "--lang", lang)
    assert told.exit_code == 0
    lines = told.output.splitlines()
    assert lines[-1] == last
    assert len([line for line in lines if line.endswith("]")]) == 41
    assert "vAQmELzQnnEA8N" in lines[0]


def test_findings_are_data_for_other_programs() -> None:
    told = verify(MADE_BY_THE_TOOL, "--json", "--one-vote-each")
    report = json.loads(told.output)
    assert told.exit_code == 0
    assert report["valid"]
    assert report["result"] == [[5, 5, 5]]
    assert (report["ballots"], report["counted"]) == (20, 20)
    assert all(finding["holds"] for finding in report["findings"])


def test_a_wrong_archive_names_rule_and_record(tmp_path: Path) -> None:
    steps = steps_of(SmallElection().archive())
    path = a_file(tmp_path, chained([*steps[:2], *steps[1:]]))
    told = verify(path)
    assert told.exit_code == 1
    assert "BROKEN (5): No ballot was cast twice. [ballot.unique]\n  record 9\n" in told.output
    report = json.loads(verify(path, "--json").output)
    unique = next(each for each in report["findings"] if each["rule"] == "ballot.unique")
    assert unique["faults"] == [{"record": 9, "where": "", "reason": None}]


@pytest.mark.parametrize("cut", [1, 600, 100_000])
def test_an_archive_cut_off_is_wrong_and_not_unreadable(tmp_path: Path, cut: int) -> None:
    path = a_file(tmp_path, MADE_BY_THE_TOOL.read_bytes()[:-cut])
    told = verify(path)
    assert told.exit_code == 1
    assert "[archive.whole]\n  record" in told.output


def test_an_election_under_way_is_verified_so_far(tmp_path: Path) -> None:
    file, board = SmallElection().board()
    assert isinstance(file, BytesIO)
    board.end_ballots()
    path = a_file(tmp_path, file.getvalue())
    assert verify(path, "--so-far").exit_code == 0
    assert verify(path).exit_code == 1


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"BELENIOS"])
def test_what_is_no_archive_is_wrong_use(tmp_path: Path, content: bytes) -> None:
    told = verify(a_file(tmp_path, content))
    assert told.exit_code == 2
    assert "is no archive of an election" in told.output


def test_what_cannot_be_read_is_wrong_use(tmp_path: Path) -> None:
    assert verify(tmp_path / "missing.bel").exit_code == 2
    assert verify(tmp_path).exit_code == 2


def test_the_command_starts_without_django(tmp_path: Path) -> None:
    code = (
        "import sys; from shanyraq.site.commands.ballots import ballots;"
        "sys.exit('django' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=False)  # noqa: S603 - fixed
    assert done.returncode == 0


@pytest.mark.parametrize("length", [9, 511, 512, 513, 1023, 1024, 1025, 2048])
def test_an_archive_cut_off_at_any_place_is_wrong(tmp_path: Path, length: int) -> None:
    path = a_file(tmp_path, MADE_BY_THE_TOOL.read_bytes()[:length])
    assert verify(path).exit_code == 1
    assert verify(path, "--so-far").exit_code == 1


def test_half_a_character_in_a_name_is_wrong_and_no_defect(tmp_path: Path) -> None:
    steps = steps_of(SmallElection(voters=1).archive())
    steps[0].bodies[0] = steps[0].bodies[0].replace(b'"name":"', rb'"name":"\ud800')
    for arguments in ([], ["--json"]):
        told = verify(a_file(tmp_path, chained(steps)), *arguments)
        assert told.exit_code == 1
        assert "election.form" in told.output
