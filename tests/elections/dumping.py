"""Everything that an installation's database holds, row by row, and as a backup would hold it."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.db import connection


@dataclass(frozen=True)
class Row:
    """A row of a table with all its columns; on PostgreSQL also who wrote it and where it lies."""

    table: str
    values: Mapping[str, object]

    @property
    def text(self) -> str:
        """All values as one text, bytes as they would be read."""
        return "\n".join(readable(one) for one in self.values.values())


def readable(value: object) -> str:
    """A value as somebody who searches for signs would read it."""
    if isinstance(value, bytes | memoryview):
        return bytes(value).decode(errors="replace")
    return str(value)


def rows() -> Iterator[Row]:
    """Every row of every table, whosever it is."""
    hidden = ", xmin::text AS xmin, ctid::text AS ctid" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT *{hidden} FROM "{table}"')  # noqa: S608 - our own tables
            names = [column[0] for column in cursor.description]
            for values in cursor.fetchall():
                yield Row(table, dict(zip(names, values, strict=True)))


def backup() -> str:
    """The database as its own tool writes it into a file."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        return "\n".join(connection.connection.iterdump())
    found = next(Path("/usr/lib/postgresql").glob("*/bin/pg_dump"), None)
    program = found or shutil.which("pg_dump")
    if program is None and not os.environ.get("CI"):
        pytest.skip("needs pg_dump (Debian: postgresql-client)")
    held = connection.settings_dict
    place = ["-h", str(held["HOST"]), "-p", str(held["PORT"]), "-U", str(held["USER"])]
    return subprocess.run(  # noqa: S603 - PostgreSQL's own program
        [str(program), *place, str(held["NAME"])], capture_output=True, text=True, check=True
    ).stdout
