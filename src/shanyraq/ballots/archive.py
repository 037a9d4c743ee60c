"""The archive of an election: records in a tar file, byte for byte as the format lays them out.

The file only ever grows. Each record is named by the hash of its body; events form a chain, each
naming the one before it. There is no end mark and no filling up: every byte is accounted for.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from typing import BinaryIO

from shanyraq.ballots.hashing import hex_hash
from shanyraq.ballots.records import (
    MalformedRecord,
    Reason,
    canonical,
    read_decimal,
    read_json,
    read_number,
    read_object,
    read_text,
)

BLOCK = 512
FIRST = "BELENIOS"
DATA, EVENT = ".data.json", ".event.json"
VERSION = 1
LARGEST_RECORD = 8**11 - 1
OCTAL = re.compile("[0-7]{11}")
NAME_ENDS, SIZE, CHECKSUM = 100, slice(124, 135), slice(148, 156)


class EventType(StrEnum):
    """What happens in an election, in the order in which it happens."""

    SETUP = "Setup"
    BALLOT = "Ballot"
    END_BALLOTS = "EndBallots"
    ENCRYPTED_TALLY = "EncryptedTally"
    SHUFFLE = "Shuffle"
    END_SHUFFLES = "EndShuffles"
    PARTIAL_DECRYPTION = "PartialDecryption"
    RESULT = "Result"


BARE = frozenset({EventType.END_BALLOTS, EventType.END_SHUFFLES})
"""Events that name no record."""


class NoArchive(ValueError):
    """The file does not even begin as an archive of an election."""


class TruncatedArchive(ValueError):
    """The file stops in the middle of a record."""

    def __init__(self, record: int) -> None:
        self.record = record
        super().__init__(f"record {record} is cut off")


@dataclass(frozen=True, slots=True)
class Record:
    """One record of an archive: its number (from 1), its name, its body and where that begins.

    `laid_out` says whether its header and the zeros after it are what the format asks for.
    """

    number: int
    name: str
    body: bytes
    offset: int
    laid_out: bool

    @property
    def is_event(self) -> bool:
        """Whether it is named as an event."""
        return self.name.endswith(EVENT)

    @property
    def is_named_by_hash(self) -> bool:
        """Whether its name is the hash of its body."""
        return self.name in {hex_hash(self.body) + DATA, hex_hash(self.body) + EVENT}


@dataclass(frozen=True, slots=True)
class Event:
    """An event of the chain: what happened, after which event, and the record that it is about."""

    type: EventType
    height: int
    parent: str | None = None
    payload: str | None = None

    @classmethod
    def read(cls, body: bytes) -> "Event":
        """An event from its record, which must be written the one way the format allows.

        Raises:
            MalformedRecord: it is none.
        """
        names = ("height", "type")
        fields = read_object(
            read_json(body), fields=names, optional=("parent", "payload"), strictly=True
        )
        kind, parent, payload = fields["type"], fields.get("parent"), fields.get("payload")
        if kind not in list(EventType):
            raise MalformedRecord("type", Reason.UNKNOWN)
        event = cls(
            EventType(read_text(kind, "type")),
            read_number(fields["height"], "height"),
            None if parent is None else read_text(parent, "parent"),
            None if payload is None else read_text(payload, "payload"),
        )
        if (event.payload is None) != (event.type in BARE):
            raise MalformedRecord("payload", Reason.UNKNOWN if event.payload else Reason.MISSING)
        if event.body != body:
            raise MalformedRecord("", Reason.NOT_CANONICAL)
        return event

    @property
    def body(self) -> bytes:
        """The record of the event."""
        fields = {
            "parent": self.parent,
            "height": self.height,
            "type": self.type.value,
            "payload": self.payload,
        }
        return canonical({name: value for name, value in fields.items() if value is not None})


def header(name: str, size: int, timestamp: int) -> bytes:
    """The tar header of a record: one block.

    Raises:
        ValueError: a number does not fit into its field.
    """
    if not 0 <= size <= LARGEST_RECORD or not 0 <= timestamp <= LARGEST_RECORD:
        raise ValueError("size or timestamp do not fit into a tar header")
    block = bytearray(BLOCK)
    texts = {0: name, 100: "0000644", 108: "0000000", 116: "0000000", 156: "0"}
    numbers = {124: f"{size:011o}", 136: f"{timestamp:011o}", 148: " " * 8}
    for offset, text in (texts | numbers).items():
        block[offset : offset + len(text)] = text.encode()
    block[CHECKSUM] = f"{sum(block):06o}\0 ".encode()
    return bytes(block)


def packed(name: str, body: bytes, timestamp: int) -> bytes:
    """A record as it stands in the file: header, body, zeros up to a full block."""
    return header(name, len(body), timestamp) + body + bytes(-len(body) % BLOCK)


class ArchiveWriter:
    """Appends records and events to an archive.

    Attributes:
        timestamp: the moment of the first record, in seconds since 1970, that every record bears.
        last: the hash of the last event; None before the first.
        height: the number of events.
    """

    def __init__(self, file: BinaryIO, timestamp: int) -> None:
        self._file, self.timestamp = file, timestamp
        self.last: str | None = None
        self.height = 0

    @classmethod
    def begin(cls, file: BinaryIO, timestamp: int) -> "ArchiveWriter":
        """Begin an archive in an empty file."""
        writer = cls(file, timestamp)
        file.write(packed(FIRST, write_first(timestamp), timestamp))
        return writer

    @classmethod
    def resume(cls, file: BinaryIO) -> "ArchiveWriter":
        """Go on with an archive, its file open for reading and writing.

        Raises:
            NoArchive: the file is none.
            TruncatedArchive: it stops in the middle of a record.
            MalformedRecord: an event cannot be read.
        """
        reader = ArchiveReader(file)
        writer = cls(file, reader.timestamp or 0)
        for record in reader:
            if record.is_event:
                writer.last = hex_hash(record.body)
                writer.height = Event.read(record.body).height + 1
        return writer

    def data(self, body: bytes) -> str:
        """Append a record of data; its hash."""
        name = hex_hash(body)
        self._file.write(packed(name + DATA, body, self.timestamp))
        return name

    def event(self, kind: EventType, *bodies: bytes) -> str:
        """Append records and the event about the last of them; the event's hash."""
        payload = None
        for body in bodies:
            payload = self.data(body)
        event = Event(kind, self.height, self.last, payload).body
        self.last, self.height = hex_hash(event), self.height + 1
        self._file.write(packed(self.last + EVENT, event, self.timestamp))
        return self.last


class ArchiveReader:
    """Reads the records of an archive one after another; memory holds one at a time.

    Attributes:
        timestamp: the moment in the first record, in seconds since 1970, that every record bears;
            None if the first record does not say it as it should.
    """

    def __init__(self, file: BinaryIO) -> None:
        """Look at the first record.

        Raises:
            NoArchive: it is not the first record of an archive.
        """
        self._file, self._size = file, file.seek(0, os.SEEK_END)
        file.seek(0)
        if file.read(len(FIRST) + 1) != FIRST.encode() + b"\0":
            raise NoArchive
        self.timestamp: int | None = None
        try:
            self.timestamp = read_first(next(iter(self)).body)
        except (MalformedRecord, TruncatedArchive):
            return

    def __iter__(self) -> Iterator[Record]:
        """All records in order.

        Raises:
            TruncatedArchive: the file stops in the middle of one.
        """
        offset = 0
        for number in count(1):
            self._file.seek(offset)
            block = self._file.read(BLOCK)
            if not block:
                return
            record = self._record(block, number)
            offset += BLOCK + len(record.body) + -len(record.body) % BLOCK
            yield record

    def body_at(self, offset: int) -> bytes:
        """The body of a record once more, from where it begins."""
        self._file.seek(offset - BLOCK)
        return self._record(self._file.read(BLOCK), 0).body

    def _record(self, block: bytes, number: int) -> Record:
        """The record whose header was just read."""
        size = block[SIZE].decode("ascii", "replace")
        if len(block) < BLOCK or not OCTAL.fullmatch(size):
            raise TruncatedArchive(number)
        offset, length = self._file.tell(), int(size, 8)
        if offset + length + -length % BLOCK > self._size:
            raise TruncatedArchive(number)
        body = self._file.read(length)
        padding = self._file.read(-length % BLOCK)
        name = block[:NAME_ENDS].rstrip(b"\0").decode("ascii", "replace")
        expected = header(name, length, self.timestamp or 0) if name.isascii() else b""
        return Record(number, name, body, offset, block == expected and not any(padding))


def read_first(body: bytes) -> int:
    """The moment in the first record, in seconds since 1970.

    Raises:
        MalformedRecord: it says none, or is not written the one way the format allows.
    """
    fields = read_object(read_json(body), fields=("version", "timestamp"), strictly=True)
    if fields["version"] != VERSION or isinstance(fields["version"], bool):
        raise MalformedRecord("version", Reason.UNKNOWN)
    timestamp = int(read_decimal(fields["timestamp"], "timestamp", below=LARGEST_RECORD))
    if write_first(timestamp) != body:
        raise MalformedRecord("", Reason.NOT_CANONICAL)
    return timestamp


def write_first(timestamp: int) -> bytes:
    """The first record."""
    return canonical({"version": VERSION, "timestamp": str(timestamp)})
