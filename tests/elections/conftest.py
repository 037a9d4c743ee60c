"""Signed protocols of these tests are kept where the test ends; real connections where asked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings


@pytest.fixture(autouse=True)
def _own_files(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def committed(transactional_db: None) -> Iterator[None]:
    """What a test writes is really committed; afterwards even append-only tables are emptied.

    The guards of PostgreSQL are passed over for that by one connection, which is closed then.
    """
    del transactional_db
    yield
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
