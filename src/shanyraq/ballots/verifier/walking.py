"""The way through an archive: record after record, event after event, in the lawful order."""

from collections import deque
from collections.abc import Container
from dataclasses import dataclass, field

from shanyraq.ballots.archive import (
    FIRST,
    ArchiveReader,
    Event,
    EventType,
    Record,
    TruncatedArchive,
    read_first,
)
from shanyraq.ballots.hashing import hex_hash
from shanyraq.ballots.records import MalformedRecord
from shanyraq.ballots.verifier.casting import BallotBox
from shanyraq.ballots.verifier.findings import Ledger, Report, Rule
from shanyraq.ballots.verifier.opening import Opening
from shanyraq.ballots.verifier.setup import Setup, check_setup

RECORDS = {
    EventType.SETUP: 4,
    EventType.BALLOT: 1,
    EventType.END_BALLOTS: 0,
    EventType.ENCRYPTED_TALLY: 2,
    EventType.SHUFFLE: 2,
    EventType.END_SHUFFLES: 0,
    EventType.PARTIAL_DECRYPTION: 2,
    EventType.RESULT: 1,
}
"""How many records stand before each event."""

MOST_RECORDS = max(RECORDS.values())

AFTER = {
    None: {EventType.SETUP},
    EventType.SETUP: {EventType.BALLOT, EventType.END_BALLOTS},
    EventType.BALLOT: {EventType.BALLOT, EventType.END_BALLOTS},
    EventType.END_BALLOTS: {EventType.ENCRYPTED_TALLY},
    EventType.ENCRYPTED_TALLY: {EventType.PARTIAL_DECRYPTION},
    EventType.SHUFFLE: {EventType.SHUFFLE, EventType.END_SHUFFLES},
    EventType.END_SHUFFLES: {EventType.PARTIAL_DECRYPTION},
    EventType.PARTIAL_DECRYPTION: {EventType.PARTIAL_DECRYPTION, EventType.RESULT},
    EventType.RESULT: set(),
}
"""What may follow what; with ranked questions, shuffles follow the tally."""

ORDER = list(EventType)


@dataclass(slots=True)
class Walk:
    """Reads one archive and notes what it finds; nothing that is wrong ends the walk.

    `known` are hashes of ballots whose proofs the caller has verified before and vouches for.
    """

    reader: ArchiveReader
    processes: int
    known: Container[str]
    equal: bool
    ledger: Ledger = field(default_factory=Ledger)
    pending: deque[Record] = field(default_factory=lambda: deque(maxlen=MOST_RECORDS))
    waiting: int = 0
    last: str | None = None
    height: int = 0
    place: EventType | None = None
    setup: Setup | None = None
    ballots: BallotBox | None = None
    opening: Opening | None = None

    def walk(self, *, finished: bool) -> Report:
        """Read to the end; `finished` asks that the result is there, else a set-up suffices."""
        number = 0
        try:
            for record in self.reader:
                number = record.number
                self._look_at(record)
        except TruncatedArchive as cut:
            self.ledger.look(Rule.ARCHIVE_WHOLE, cut.record, holds=False)
        else:
            self.ledger.look(Rule.ARCHIVE_WHOLE, number, holds=True)
        self.ledger.look(Rule.ARCHIVE_RECORDS, number, holds=not self.waiting)
        complete = self.place is EventType.RESULT if finished else self.place is not None
        self.ledger.look(Rule.EVENT_COMPLETE, number, holds=complete)
        return self._report()

    def _report(self) -> Report:
        if self.setup is None or self.ballots is None:
            return Report(self.ledger.findings, fingerprint=self.last)
        self.ballots.finish()
        shown = self.opening.ciphertexts if self.opening else None
        return Report(
            self.ledger.findings,
            election=self.setup.election,
            ballots=self.ballots.count,
            tally=self.ballots.counter.tally,
            trustees=self.setup.trustees,
            shown=shown,
            to_open=shown if self._is_mixed() else None,
            to_shuffle=self.opening.ranked if self.opening and self._is_shuffling() else None,
            shufflers=frozenset(self.opening.shufflers if self.opening else ()),
            result=self.opening.result if self.opening else None,
            fingerprint=self.last,
            taken_over=self.ballots.taken_over,
        )

    def _is_mixed(self) -> bool:
        """Whether nothing is left to be done before the trustees open the tally."""
        return EventType.PARTIAL_DECRYPTION in self._expected()

    def _is_shuffling(self) -> bool:
        """Whether a shuffle may come now."""
        return EventType.SHUFFLE in self._expected()

    def _look_at(self, record: Record) -> None:
        self.ledger.look(Rule.ARCHIVE_LAYOUT, record.number, holds=record.laid_out)
        if record.number == 1:
            self._look_at_first(record)
            return
        self.ledger.look(Rule.ARCHIVE_NAMES, record.number, holds=record.is_named_by_hash)
        if record.is_event:
            self._look_at_event(record)
        else:
            self.pending.append(record)
            self.waiting += 1

    def _look_at_first(self, record: Record) -> None:
        try:
            read_first(record.body)
        except MalformedRecord as malformed:
            self.ledger.malformed(Rule.ARCHIVE_FIRST, record.number, malformed)
        else:
            self.ledger.look(Rule.ARCHIVE_FIRST, record.number, holds=record.name == FIRST)

    def _look_at_event(self, record: Record) -> None:
        try:
            event = Event.read(record.body)
        except MalformedRecord as malformed:
            self.ledger.malformed(Rule.EVENT_FORM, record.number, malformed)
        else:
            self.ledger.look(Rule.EVENT_FORM, record.number, holds=True)
            self._follow(event, record.number)
        self.last = hex_hash(record.body)
        self.pending.clear()
        self.waiting = 0

    def _follow(self, event: Event, number: int) -> None:
        """Look at an event's place in the chain and in the order, then at what it is about."""
        look, records = self.ledger.look, list(self.pending)
        look(Rule.EVENT_CHAIN, number, holds=event.parent == self.last, where="parent")
        look(Rule.EVENT_CHAIN, number, holds=event.height == self.height, where="height")
        self.height = event.height + 1
        look(Rule.EVENT_ORDER, number, holds=event.type in self._expected())
        self.place = max(self.place or event.type, event.type, key=ORDER.index)
        needed = RECORDS[event.type]
        look(Rule.ARCHIVE_RECORDS, number, holds=self.waiting == needed)
        if needed and records:
            named = event.payload == hex_hash(records[-1].body)
            look(Rule.EVENT_PAYLOAD, number, holds=named, where="payload")
        if len(records) >= needed:
            self._enter(event.type, number, records[len(records) - needed :])

    def _expected(self) -> set[EventType]:
        ranked = self.setup is not None and self.setup.election.is_shuffled
        if self.place is EventType.ENCRYPTED_TALLY and ranked:
            return {EventType.SHUFFLE}
        return AFTER[self.place]

    def _enter(self, kind: EventType, number: int, records: list[Record]) -> None:
        """Look at the records of an event."""
        if kind is EventType.SETUP and self.setup is None:
            self.setup = check_setup(self.ledger, records, equal=self.equal)
            if self.setup:
                self.ballots = BallotBox(
                    self.reader, self.ledger, self.setup, self.processes, self.known
                )
        elif kind is EventType.BALLOT and self.ballots:
            self.ballots.put(records[0])
        elif kind is not EventType.END_BALLOTS and self.ballots:
            self._open(kind, number, records=records, ballots=self.ballots)

    def _open(
        self, kind: EventType, number: int, *, records: list[Record], ballots: BallotBox
    ) -> None:
        """Look at the records of an event after the ballots."""
        if self.opening is None:
            ballots.finish()
            setup, tally = ballots.setup, ballots.counter.tally
            self.opening = Opening(self.ledger, setup.election, setup.trustees, tally)
        if kind is EventType.END_SHUFFLES:
            self.opening.check_shuffles(number)
        else:
            look = {
                EventType.ENCRYPTED_TALLY: self.opening.check_tally,
                EventType.SHUFFLE: self.opening.check_shuffle,
                EventType.PARTIAL_DECRYPTION: self.opening.check_decryption,
                EventType.RESULT: self.opening.check_result,
            }.get(kind)
            if look:
                look(records)
