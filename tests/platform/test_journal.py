"""The journal: nobody changes it, and whoever does is found out."""

import json
from collections.abc import Mapping

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import an_occasion

from shanyraq.platform import journal
from shanyraq.platform.guards import missing_guards, set_guards
from shanyraq.platform.models import JournalEntry, JournalValue

TABLE = JournalEntry._meta.db_table


def append(
    subject: str = "session1", withheld: Mapping[str, journal.Json] | None = None
) -> JournalEntry:
    return journal.append(
        action="tests.happen",
        occasion=an_occasion(),
        subject=subject,
        facts={"present": 267},
        withheld=withheld or {},
        verdicts=[],
    )


def attempt(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.django_db
def test_entries_follow_one_another_in_a_chain() -> None:
    first, second = append(), append()
    assert json.loads(bytes(first.body))["previous"] == journal.START
    assert json.loads(bytes(second.body))["previous"] == first.hash
    assert journal.verify() == []


@pytest.mark.django_db
def test_what_happened_to_a_subject_is_read_in_order() -> None:
    append("a")
    append("b")
    append("a")
    assert [entry.sequence for entry in journal.entries_of("a")] == [1, 3]
    assert journal.entries_of("a")[0].facts == {"present": 267}


REPLACED = f"INSERT OR REPLACE INTO {TABLE} SELECT * FROM {TABLE} WHERE sequence = 1"  # noqa: S608 - our own table
ATTEMPTS = {
    "update": f"UPDATE {TABLE} SET actor = 'somebody else' WHERE sequence = 1",  # noqa: S608 - our own table
    "delete": f"DELETE FROM {TABLE} WHERE sequence = 1",  # noqa: S608 - our own table
    "replace": REPLACED,
    "truncate": f"TRUNCATE {TABLE} CASCADE",
}
#: What a database does not know by this name it does by another.
OTHERWISE = {
    ("postgresql", "replace"): f"INSERT INTO {TABLE} SELECT * FROM {TABLE} WHERE sequence = 1 "  # noqa: S608 - our own table
    "ON CONFLICT (sequence) DO UPDATE SET actor = 'somebody else'",
    ("sqlite", "truncate"): f"DELETE FROM {TABLE}",  # noqa: S608 - our own table
}


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ATTEMPTS)
def test_the_database_refuses_to_change_an_entry(kind: str) -> None:
    entry = append()
    statement = OTHERWISE.get((connection.vendor, kind), ATTEMPTS[kind])
    with pytest.raises(DatabaseError, match="append-only"):
        attempt(statement)
    assert JournalEntry.objects.get() == entry
    assert journal.verify() == []


@pytest.mark.django_db
def test_replace_is_refused_without_recursive_triggers_too() -> None:
    if connection.vendor != "sqlite":
        attempt("SELECT 1")
        return
    append()
    attempt("PRAGMA recursive_triggers=OFF")
    with pytest.raises(DatabaseError, match="append-only"):
        attempt(REPLACED)


@pytest.mark.django_db
def test_a_missing_guard_is_named() -> None:
    assert missing_guards() == []
    name = f"{TABLE}_no_delete" if connection.vendor == "sqlite" else f"{TABLE}_no_truncate"
    where = "" if connection.vendor == "sqlite" else f" ON {TABLE}"
    attempt(f"DROP TRIGGER {name}{where}")
    assert missing_guards() == [name]
    assert journal.verify() == [f"guard {name} is missing"]
    set_guards(connection)
    assert journal.verify() == []


def without_guards() -> None:
    for name in (n for n in _guard_names() if n.startswith(TABLE)):
        where = "" if connection.vendor == "sqlite" else f" ON {TABLE}"
        attempt(f"DROP TRIGGER {name}{where}")


def _guard_names() -> list[str]:
    kinds = (
        ("update", "delete", "replace") if connection.vendor == "sqlite" else ("change", "truncate")
    )
    return [f"{TABLE}_no_{kind}" for kind in kinds]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("SET actor = 'x' WHERE sequence = 2", "entry 2 is shown otherwise than its bytes say"),
        ("SET hash = 'x' WHERE sequence = 2", "entry 2 has another hash than its bytes"),
    ],
)
def test_a_change_behind_the_guards_is_found(change: str, fault: str) -> None:
    append()
    append()
    without_guards()
    attempt(f"UPDATE {TABLE} {change}")
    assert fault in journal.verify()


@pytest.mark.django_db
def test_an_entry_taken_out_is_found() -> None:
    for _ in range(3):
        append()
    without_guards()
    attempt(f"DELETE FROM {TABLE} WHERE sequence = 2")  # noqa: S608 - our own table
    assert "entry 3 is not chained to the entry before it" in journal.verify()


@pytest.mark.django_db
def test_a_value_about_a_person_can_be_erased_and_the_chain_stands() -> None:
    entry = append(withheld={"name": "Әйгерім"})
    assert "Әйгерім" not in bytes(entry.body).decode()
    assert journal.verify() == []
    JournalValue.objects.all().delete()
    assert journal.verify() == []


@pytest.mark.django_db
def test_a_value_about_a_person_that_was_changed_is_found() -> None:
    append(withheld={"name": "Әйгерім"})
    JournalValue.objects.update(value="Another")
    assert journal.verify() == ["entry 1 has a withheld value that does not fit"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(value=JSON)
def test_canonical_bytes_say_the_value_and_do_not_depend_on_order(value: journal.Json) -> None:
    written = journal.canonical(value)
    assert json.loads(written) == value
    assert journal.canonical(json.loads(written)) == written
