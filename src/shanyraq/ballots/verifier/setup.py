"""The beginning of an archive: the election, its trustees, the public credentials."""

from collections.abc import Sequence
from dataclasses import dataclass

from shanyraq.ballots.archive import Record
from shanyraq.ballots.credentials import read_credentials
from shanyraq.ballots.groups import Group, UnknownGroup
from shanyraq.ballots.hashing import hex_hash
from shanyraq.ballots.questions import Election
from shanyraq.ballots.records import MalformedRecord, read_json, read_object
from shanyraq.ballots.trustees import Trustees
from shanyraq.ballots.verifier.findings import Ledger, Rule

NAMED = ("election", "trustees", "credentials")


@dataclass(frozen=True, slots=True)
class Setup:
    """What the election begins with; what could not be read is missing."""

    election: Election
    trustees: Trustees | None
    weights: dict[int, int]


def check_setup(ledger: Ledger, records: Sequence[Record], *, equal: bool) -> Setup | None:
    """Check the four records of the set-up; None if the election cannot be read.

    `equal` asks that every credential weighs the same.
    """
    election, trustees, credentials, named = records
    _check_names(ledger, records[:3], named)
    read = _read_election(ledger, election)
    if read is None:
        return None
    held = _read_trustees(ledger, read.group, trustees)
    weights = _read_credentials(ledger, read.group, credentials)
    ledger.look(
        Rule.CREDENTIALS_WEIGHTS,
        credentials.number,
        holds=_are_fair(weights, read, equal=equal or read.is_shuffled),
    )
    holds = held is not None and _has_key(read, held)
    ledger.look(Rule.ELECTION_KEY, election.number, holds=holds, where="public_key")
    return Setup(read, held, weights)


def _are_fair(weights: dict[int, int], election: Election, *, equal: bool) -> bool:
    """Whether weights are equal where they must be, and one sum of votes stands for one number.

    A sum that reaches the order of the group begins anew at nought.
    """
    return sum(weights.values()) < election.group.q and not (equal and {*weights.values()} - {1})


def _has_key(election: Election, trustees: Trustees) -> bool:
    """Whether the election's key is the one that its trustees hold, and hides anything."""
    try:
        key = trustees.public_key(election.group)
    except MalformedRecord:
        return False
    return _is_key(election.group, key) and key == election.public_key


def _is_key(group: Group, element: int) -> bool:
    """Whether an element can be a key: everybody knows the secret of the unit."""
    return element != 1 and group.is_member(element)


def _check_names(ledger: Ledger, records: Sequence[Record], named: Record) -> None:
    try:
        fields = read_object(read_json(named.body), fields=NAMED)
    except MalformedRecord as malformed:
        ledger.malformed(Rule.SETUP_RECORDS, named.number, malformed)
        return
    for name, record in zip(NAMED, records, strict=True):
        holds = fields[name] == hex_hash(record.body)
        ledger.look(Rule.SETUP_RECORDS, named.number, holds=holds, where=name)


def _read_election(ledger: Ledger, record: Record) -> Election | None:
    try:
        election = Election.read(record.body)
    except MalformedRecord as malformed:
        ledger.malformed(Rule.ELECTION_FORM, record.number, malformed)
        return None
    except UnknownGroup:
        ledger.look(Rule.ELECTION_GROUP, record.number, holds=False, where="group")
        return None
    ledger.look(Rule.ELECTION_FORM, record.number, holds=True)
    ledger.look(Rule.ELECTION_GROUP, record.number, holds=True)
    return election


def _read_trustees(ledger: Ledger, group: Group, record: Record) -> Trustees | None:
    try:
        trustees = Trustees.read(group, record.body)
    except MalformedRecord as malformed:
        ledger.malformed(Rule.TRUSTEES_FORM, record.number, malformed)
        return None
    ledger.look(Rule.TRUSTEES_FORM, record.number, holds=True)
    ledger.look_at_places(Rule.TRUSTEES_PROOFS, record.number, trustees.faults(group))
    return trustees


def _read_credentials(ledger: Ledger, group: Group, record: Record) -> dict[int, int]:
    try:
        weights = read_credentials(group, record.body)
    except MalformedRecord as malformed:
        ledger.malformed(Rule.CREDENTIALS_FORM, record.number, malformed)
        return {}
    ledger.look(Rule.CREDENTIALS_FORM, record.number, holds=True)
    for at, public in enumerate(weights):
        holds = _is_key(group, public)
        ledger.look(Rule.CREDENTIALS_MEMBERSHIP, record.number, holds=holds, where=f"[{at}]")
    return weights
