"""Triggers that keep append-only tables append-only, on both databases, set from one place."""

from typing import Any, TypeVar

from django.db import connection, connections, models
from django.db.backends.base.base import BaseDatabaseWrapper

M = TypeVar("M", bound=models.Model)

GUARDED: list[type[models.Model]] = []

POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION shanyraq_refuse_change() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION 'what happened stays: % is append-only', TG_TABLE_NAME; END
$$ LANGUAGE plpgsql
"""


def append_only(model: type[M]) -> type[M]:
    """Declare that rows of a model are added and never changed or deleted."""
    GUARDED.append(model)
    return model


def _unique_columns(model: type[models.Model]) -> list[list[str]]:
    """Sets of columns by which a new row can push an old one out."""
    columns = {f.name: str(f.column) for f in model._meta.local_concrete_fields}
    alone = [[columns[f.name]] for f in model._meta.local_concrete_fields if f.unique]
    together = [
        [columns[name] for name in constraint.fields]
        for constraint in model._meta.constraints
        if isinstance(constraint, models.UniqueConstraint) and constraint.condition is None
    ]
    return alone + together


def _sqlite(model: type[models.Model]) -> dict[str, str]:
    """Triggers by name. The third stops INSERT OR REPLACE, which deletes without a trigger."""
    table = model._meta.db_table
    refuse = f"BEGIN SELECT RAISE(ABORT, 'what happened stays: {table} is append-only'); END"
    same = " OR ".join(
        " AND ".join(f'"{c}" = NEW."{c}"' for c in columns) for columns in _unique_columns(model)
    )
    exists = f'EXISTS (SELECT 1 FROM "{table}" WHERE {same})'  # noqa: S608 - names of our own models
    return {
        f"{table}_no_update": f'BEFORE UPDATE ON "{table}" {refuse}',
        f"{table}_no_delete": f'BEFORE DELETE ON "{table}" {refuse}',
        f"{table}_no_replace": f'BEFORE INSERT ON "{table}" WHEN {exists} {refuse}',
    }


def _postgresql(model: type[models.Model]) -> dict[str, str]:
    table = model._meta.db_table
    call = "EXECUTE FUNCTION shanyraq_refuse_change()"
    return {
        f"{table}_no_change": f'BEFORE UPDATE OR DELETE ON "{table}" FOR EACH ROW {call}',
        f"{table}_no_truncate": f'BEFORE TRUNCATE ON "{table}" FOR EACH STATEMENT {call}',
    }


def _wanted(vendor: str) -> dict[str, tuple[str, str]]:
    """Name of each trigger -> its table and what follows CREATE TRIGGER."""
    make = _sqlite if vendor == "sqlite" else _postgresql
    return {
        name: (model._meta.db_table, definition)
        for model in GUARDED
        for name, definition in make(model).items()
    }


def set_guards(database: BaseDatabaseWrapper) -> None:
    """Create the triggers of every append-only table that exists, replacing older ones."""
    tables = set(database.introspection.table_names())
    with database.cursor() as cursor:
        if database.vendor == "postgresql":
            cursor.execute(POSTGRESQL_FUNCTION)
        for name, (table, definition) in _wanted(database.vendor).items():
            if table in tables:
                where = f' ON "{table}"' if database.vendor == "postgresql" else ""
                cursor.execute(f'DROP TRIGGER IF EXISTS "{name}"{where}')
                cursor.execute(f'CREATE TRIGGER "{name}" {definition}')


def missing_guards() -> list[str]:
    """Names of triggers that should stand in the database and do not, or are switched off."""
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        present = {row[0] for row in cursor.fetchall()}
    return sorted(set(_wanted(connection.vendor)) - present)


def after_migration(**kwargs: Any) -> None:  # noqa: ANN401 - Django's signal sends what it likes
    """Set the guards once the last app has been migrated."""
    set_guards(connections[kwargs["using"]])
