"""The sample institution, built once for the tests that look at it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from django.test import override_settings
from pytest_django.plugin import DjangoDbBlocker

from shanyraq.demonstration import building


@pytest.fixture(scope="module")
def built(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[list[str]]:
    """What the builder said; everything it built is undone in the end."""
    del django_db_setup
    said: list[str] = []
    files: Path = tmp_path_factory.mktemp("files")
    with (
        django_db_blocker.unblock(),
        override_settings(DEMONSTRATION=True, MEDIA_ROOT=files),
        transaction.atomic(),
    ):
        building.build(fresh=False, say=said.append)
        yield said
        transaction.set_rollback(True)
