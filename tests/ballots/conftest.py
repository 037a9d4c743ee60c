"""What the tests of ballots share: the recorded vectors, and a small group known for one test."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.ballots.toy import TOY

from shanyraq.ballots import groups
from shanyraq.ballots.groups import Group


@pytest.fixture(scope="session")
def vectors() -> Any:  # noqa: ANN401 - JSON
    path = Path(__file__).parent / "data" / "vectors.json"
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture
def toy(monkeypatch: pytest.MonkeyPatch) -> Group:
    """A small group, known while one test runs: for tests that try very many things."""
    monkeypatch.setattr(groups, "PROTOCOLS", {**groups.PROTOCOLS, (1, TOY.name): TOY})
    return TOY
