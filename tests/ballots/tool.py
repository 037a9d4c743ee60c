"""The program of others that reads and writes the same format, run as an auditor would run it."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def belenios_tool(*arguments: str, directory: Path, given: str = "") -> str:
    """What the tool prints, run in a directory; a missing tool is an error in CI, else a skip.

    Raises:
        subprocess.CalledProcessError: the tool says no.
    """
    found = shutil.which("belenios-tool")
    if not found and os.environ.get("CI"):
        pytest.fail("CI needs belenios-tool (Debian: belenios-tool)")
    if not found:
        pytest.skip("these tests need belenios-tool (Debian: belenios-tool)")
    return subprocess.run(  # noqa: S603 - the tool is Debian's, its arguments are the tests'
        [found, *arguments],
        cwd=directory,
        input=given,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    ).stdout


def tool_accepts(directory: Path) -> bool:
    """Whether the tool verifies the one archive that stands in a directory."""
    try:
        belenios_tool("election", "verify", "--dir", str(directory), directory=directory)
    except subprocess.CalledProcessError:
        return False
    return True
