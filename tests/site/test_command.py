import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from shanyraq.site.command import FAMILIES, main


@pytest.mark.parametrize("name", [*FAMILIES, "manage"])
def test_every_command_is_found_by_its_name(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.name == name


def test_an_unknown_command_is_wrong_use() -> None:
    assert CliRunner().invoke(main, ["ballot"]).exit_code == 2
    assert CliRunner().invoke(main, ["--help"]).output.count("\n  ") >= len(FAMILIES)


def test_verifying_a_ballot_box_reads_neither_the_law_nor_django() -> None:
    code = (
        "import sys, click; from shanyraq.site.command import main;"
        "main.get_command(click.Context(main), 'ballots');"
        "sys.exit(bool({'django', 'shanyraq.law'} & {*sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False)  # noqa: S603 - fixed
    assert done.returncode == 0
