"""Writing to the end of a box's public archive, inside the transaction of an act."""

from shanyraq.ballots.archive import Event, EventType, write_first
from shanyraq.ballots.hashing import hex_hash
from shanyraq.elections.enums import RecordKind
from shanyraq.elections.models import BallotBox, BoardRecord
from shanyraq.elections.queries import board_of


class BoardWriter:
    """Appends records and events to the archive of a box that is held fast.

    Attributes:
        last: the hash of the last event; None before the first.
    """

    def __init__(self, box: BallotBox) -> None:
        """Find the end of the archive."""
        self._box, records = box, board_of(box)
        end = records.values_list("position", flat=True).last()
        self._position = 0 if end is None else end + 1
        event = records.filter(kind=RecordKind.EVENT).last()
        self.last = event.sha256 if event else None
        self._height = Event.read(bytes(event.body)).height + 1 if event else 0

    def begin(self, timestamp: int) -> None:
        """Write the first record; the moment in it, in seconds since 1970, is the only one."""
        self._add(RecordKind.HEADER, write_first(timestamp))

    def event(self, kind: EventType, *bodies: bytes) -> str:
        """Append records and the event about the last of them; the event's hash."""
        payload = None
        for body in bodies:
            payload = self._add(RecordKind.DATA, body)
        event = Event(kind, self._height, self.last, payload).body
        self.last, self._height = self._add(RecordKind.EVENT, event, kind), self._height + 1
        return self.last

    def _add(self, kind: RecordKind, body: bytes, event: str = "") -> str:
        sha256 = hex_hash(body)
        BoardRecord.objects.create(
            box=self._box,
            position=self._position,
            kind=kind,
            event=str(event),
            sha256=sha256,
            body=body,
        )
        self._position += 1
        return sha256
