"""The public archive of a ballot box: its records, the file made of them, the head of its chain."""

import json
from collections.abc import Iterator

from django.db.models import F, QuerySet

from shanyraq.ballots.archive import DATA, EVENT, FIRST, EventType, packed, read_first
from shanyraq.ballots.decryption import PartialDecryption
from shanyraq.ballots.questions import Election as ElectionRecord
from shanyraq.ballots.result import Result
from shanyraq.ballots.tally import Ciphertexts, SizedTally, read_ciphertexts
from shanyraq.ballots.trustees import Trustees
from shanyraq.elections.enums import RecordKind
from shanyraq.elections.models import BallotBox, BoardRecord

#: Records read from the database at a time.
CHUNK = 50
#: How many records before its event what an event is about begins.
ELECTION, TRUSTEES, CREDENTIALS, SETUP = 4, 3, 2, 1
TALLY, SIZED = 2, 1
DECRYPTION, OWNED = 2, 1
ENDS = {RecordKind.DATA: DATA, RecordKind.EVENT: EVENT}


def board_of(box: BallotBox) -> QuerySet[BoardRecord]:
    """The records of the archive in their order."""
    return BoardRecord.objects.filter(box=box).order_by("position")


def events_of(box: BallotBox, event: EventType) -> QuerySet[BoardRecord]:
    """The events of a kind in their order."""
    return board_of(box).filter(event=event.value)


def ballots_on_board(box: BallotBox) -> QuerySet[BoardRecord]:
    """The ballots in the archive, in the order in which the last of a credential counts."""
    records = board_of(box)
    positions = events_of(box, EventType.BALLOT).annotate(ballot=F("position") - 1)
    return records.filter(position__in=positions.values("ballot"))


def about(event: BoardRecord, back: int = 1) -> bytes:
    """The record so many places before an event: the last one is what its payload names."""
    found = BoardRecord.objects.get(box_id=event.box_id, position=event.position - back)
    return bytes(found.body)


def archive_of(box: BallotBox) -> Iterator[bytes]:
    """The archive as its file holds it, byte for byte, a record at a time.

    Nothing is read before the first piece is asked for; an archive that only grows stays the
    beginning of every later one.
    """
    timestamp = 0
    for record in board_of(box).iterator(chunk_size=CHUNK):
        body = bytes(record.body)
        if record.kind == RecordKind.HEADER:
            timestamp, name = read_first(body), FIRST
        else:
            name = record.sha256 + ENDS[RecordKind(record.kind)]
        yield packed(name, body, timestamp)


def archive_name(box: BallotBox) -> str:
    """The name of the archive's file."""
    return f"{box.uuid}.bel"


def head_of(box: BallotBox) -> str:
    """The hash of the last event: whoever keeps it can tell whether anything before was changed."""
    last = board_of(box).filter(kind=RecordKind.EVENT).last()
    return last.sha256 if last else ""


def election_record(box: BallotBox) -> ElectionRecord:
    """The election as its archive describes it; there is one once the box is sealed.

    Raises:
        DoesNotExist: it is not sealed yet.
    """
    return ElectionRecord.read(about(events_of(box, EventType.SETUP).get(), ELECTION))


def trustees_record(box: BallotBox) -> Trustees:
    """The trustees as the archive names them.

    Raises:
        DoesNotExist: the box is not sealed yet.
    """
    group = election_record(box).group
    return Trustees.read(group, about(events_of(box, EventType.SETUP).get(), TRUSTEES))


def credentials_record(box: BallotBox) -> bytes:
    """The public credentials as the archive holds them, in the order of their numbers.

    Raises:
        DoesNotExist: the box is not sealed yet.
    """
    return about(events_of(box, EventType.SETUP).get(), CREDENTIALS)


def encrypted_tally_of(box: BallotBox) -> bytes | None:
    """The ciphertexts that the trustees open, as the archive holds them; None before closing."""
    event = events_of(box, EventType.ENCRYPTED_TALLY).first()
    return about(event, TALLY) if event else None


def sized_tally_of(box: BallotBox) -> SizedTally | None:
    """How many ballots the tally holds; None before closing."""
    event = events_of(box, EventType.ENCRYPTED_TALLY).first()
    return SizedTally.read(about(event, SIZED)) if event else None


def ciphertexts_of(box: BallotBox) -> Ciphertexts:
    """The same, read; empty before closing."""
    body = encrypted_tally_of(box)
    return read_ciphertexts(election_record(box), body) if body else ()


def result_of(box: BallotBox) -> Result | None:
    """The result of the archive; None before it is concluded."""
    event = events_of(box, EventType.RESULT).first()
    return Result.read(election_record(box), about(event)) if event else None


def key_check_message(box: BallotBox) -> str:
    """What a trustee signs with the share of the key to show that it is at hand."""
    return f"key check|{election_record(box).fingerprint}"


def decryptions_of(box: BallotBox) -> dict[int, PartialDecryption]:
    """The partial decryptions in the archive, by the number of their trustee."""
    election, shape = election_record(box), [len(row) for row in ciphertexts_of(box)]
    found = {}
    for event in events_of(box, EventType.PARTIAL_DECRYPTION):
        owner = int(json.loads(about(event, OWNED))["owner"])
        found[owner] = PartialDecryption.read(election, about(event, DECRYPTION), shape)
    return found
