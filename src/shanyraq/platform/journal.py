"""The journal: every act in a chain of hashes that nobody can quietly change."""

import datetime as dt
import hashlib
import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

import rfc8785
from django.db import connection
from django.utils import timezone

from shanyraq.platform.guards import missing_guards
from shanyraq.platform.models import JournalEntry, JournalValue
from shanyraq.platform.occasion import Occasion

Json: TypeAlias = str | int | bool | Sequence["Json"] | Mapping[str, "Json"] | None

FORMAT = "shanyraq.journal/1"
START = "0" * 64
#: Key of PostgreSQL's advisory lock under which entries are appended one after another.
LOCK = 856_2002
#: How many rows are fetched at a time when the whole chain is walked.
CHUNK = 2000


@dataclass(frozen=True, slots=True)
class Entry:
    """One act as the journal tells it."""

    sequence: int
    action: str
    actor: str
    subject: str
    on: dt.date
    at: dt.datetime
    recorded_at: dt.datetime
    facts: Mapping[str, Any]
    verdicts: Sequence[str]
    hash: str


def canonical(value: Json) -> bytes:
    """The one sequence of bytes for a value (RFC 8785)."""
    return rfc8785.dumps(value)


def append(
    *,
    action: str,
    occasion: Occasion,
    subject: str,
    facts: Mapping[str, Json],
    withheld: Mapping[str, Json],
    verdicts: Sequence[str],
) -> JournalEntry:
    """Add an entry to the end of the chain, inside the transaction of its act."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    last = JournalEntry.objects.order_by("-sequence").first()
    sequence, previous = (last.sequence + 1, last.hash) if last else (1, START)
    recorded_at = timezone.now()
    salts = {name: secrets.token_hex(16) for name in withheld}
    body = canonical(
        {
            "format": FORMAT,
            "sequence": sequence,
            "previous": previous,
            "action": action,
            "actor": occasion.actor.public_id,
            "subject": subject,
            "on": occasion.on.isoformat(),
            "at": occasion.at.isoformat(),
            "recorded_at": recorded_at.isoformat(),
            "facts": dict(facts),
            "verdicts": list(verdicts),
            "withheld": {n: salted_hash(salts[n], v) for n, v in withheld.items()},
        }
    )
    entry = JournalEntry.objects.create(
        sequence=sequence,
        body=body,
        hash=hashlib.sha256(body).hexdigest(),
        action=action,
        actor=occasion.actor.public_id,
        subject=subject,
        on=occasion.on,
        at=occasion.at,
        recorded_at=recorded_at,
    )
    JournalValue.objects.bulk_create(
        JournalValue(entry=entry, name=n, salt=salts[n], value=v) for n, v in withheld.items()
    )
    return entry


def salted_hash(salt: str, value: Json) -> str:
    """The hash under which a withheld value stands in the chain."""
    return hashlib.sha256(salt.encode() + canonical(value)).hexdigest()


def read(row: JournalEntry) -> Entry:
    """An entry as its own bytes tell it."""
    told = json.loads(bytes(row.body))
    return Entry(
        sequence=told["sequence"],
        action=told["action"],
        actor=told["actor"],
        subject=told["subject"],
        on=dt.date.fromisoformat(told["on"]),
        at=dt.datetime.fromisoformat(told["at"]),
        recorded_at=dt.datetime.fromisoformat(told["recorded_at"]),
        facts=told["facts"],
        verdicts=told["verdicts"],
        hash=row.hash,
    )


def entries_of(*subjects: str) -> list[Entry]:
    """What happened to the subjects named, in the order in which it was recorded."""
    return [read(row) for row in JournalEntry.objects.filter(subject__in=subjects)]


def verify() -> list[str]:
    """Walk the whole chain and name every fault found; an empty list means it is whole."""
    faults = [f"guard {name} is missing" for name in missing_guards()]
    previous, expected = START, 1
    withheld = _Withheld()
    for row in JournalEntry.objects.values_list(*COLUMNS).iterator(chunk_size=CHUNK):
        entry = _Row(*row)
        faults += _faults_of(entry, expected, previous, withheld=withheld.of(entry.sequence))
        previous, expected = entry.hash, entry.sequence + 1
    return faults


class _Row(NamedTuple):
    """An entry as its columns show it; a plain tuple, since hundreds of thousands are walked."""

    sequence: int
    body: bytes
    hash: str
    action: str
    actor: str
    subject: str
    on: dt.date
    at: dt.datetime
    recorded_at: dt.datetime


COLUMNS = _Row._fields


class _Withheld:
    """The values kept outside the chain, walked beside the entries in the same order."""

    def __init__(self) -> None:
        values = JournalValue.objects.order_by("entry_id")
        self._rows = values.values_list("entry_id", "name", "salt", "value").iterator(CHUNK)
        self._next = next(self._rows, None)

    def of(self, sequence: int) -> list[tuple[str, str, Json]]:
        """Name, salt and value of each that belongs to an entry."""
        found = []
        while self._next is not None and self._next[0] <= sequence:
            found.append(self._next[1:])
            self._next = next(self._rows, None)
        return found


def _faults_of(
    row: _Row, expected: int, previous: str, *, withheld: Sequence[tuple[str, str, Json]]
) -> list[str]:
    body = bytes(row.body)
    told = json.loads(body)
    checks = {
        "does not follow the entry before it": row.sequence == expected == told["sequence"],
        "is not chained to the entry before it": told["previous"] == previous,
        "has another hash than its bytes": hashlib.sha256(body).hexdigest() == row.hash,
        "is shown otherwise than its bytes say": _columns_agree(row, told),
        "has a withheld value that does not fit": _withheld_fit(withheld, told["withheld"]),
    }
    return [f"entry {row.sequence} {fault}" for fault, sound in checks.items() if not sound]


def _columns_agree(row: _Row, told: Mapping[str, Any]) -> bool:
    return (
        (row.action, row.actor, row.subject) == (told["action"], told["actor"], told["subject"])
        and row.on.isoformat() == told["on"]
        and row.at == dt.datetime.fromisoformat(told["at"])
        and row.recorded_at == dt.datetime.fromisoformat(told["recorded_at"])
    )


def _withheld_fit(values: Sequence[tuple[str, str, Json]], hashes: Mapping[str, str]) -> bool:
    """Values that were erased leave their hash behind; values that stand must fit theirs."""
    return all(salted_hash(salt, value) == hashes.get(name) for name, salt, value in values)
