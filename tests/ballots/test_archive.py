"""The archive: byte for byte the file that the format's own tool makes."""

from collections import deque
from io import BytesIO
from pathlib import Path

import pytest
from tests.ballots.builders import MOMENT, chained, steps_of

from shanyraq.ballots.archive import (
    FIRST,
    LARGEST_RECORD,
    ArchiveReader,
    ArchiveWriter,
    Event,
    EventType,
    NoArchive,
    Record,
    TruncatedArchive,
    header,
    packed,
    read_first,
    write_first,
)
from shanyraq.ballots.hashing import base64_hash, hex_hash
from shanyraq.ballots.records import MalformedRecord

DATA = Path(__file__).parent / "data"
MADE_BY_THE_TOOL = (DATA / "tool-made-20-voters.bel").read_bytes()


def test_what_the_tool_wrote_is_written_again_byte_for_byte() -> None:
    reader = ArchiveReader(BytesIO(MADE_BY_THE_TOOL))
    assert reader.timestamp is not None
    file = BytesIO()
    writer = ArchiveWriter.begin(file, reader.timestamp)
    for step in steps_of(MADE_BY_THE_TOOL):
        writer.event(step.kind, *step.bodies)
    assert file.getvalue() == MADE_BY_THE_TOOL
    assert all(record.laid_out for record in reader)


def test_hashes_and_events_are_those_recorded(vectors: dict[str, dict[str, str]]) -> None:
    records = list(ArchiveReader(BytesIO(MADE_BY_THE_TOOL)))
    election, ballot = records[1].body, records[6].body
    assert hex_hash(election) == vectors["election"]["sha256_hex"]
    assert base64_hash(election) == vectors["election"]["fingerprint_b64"]
    assert base64_hash(ballot) == vectors["first_ballot"]["tracker_b64"]
    events = [record.body.decode() for record in records if record.is_event]
    assert events[:3] == list(vectors["events"])


def test_an_archive_is_gone_on_with() -> None:
    steps = steps_of(MADE_BY_THE_TOOL)
    file = BytesIO(chained(steps[:5]))
    writer = ArchiveWriter.resume(file)
    for step in steps[5:]:
        writer.event(step.kind, *step.bodies)
    assert file.getvalue() == chained(steps)


def test_a_file_that_does_not_begin_as_an_archive_is_none() -> None:
    for content in (b"", b"BELENIO", b"PK\x03\x04", bytes(512), b"BELENIOS2" + bytes(600)):
        with pytest.raises(NoArchive):
            ArchiveReader(BytesIO(content))


def test_a_file_cut_off_is_read_as_far_as_it_goes() -> None:
    for cut in (1, 513, len(MADE_BY_THE_TOOL) // 2):
        reader = ArchiveReader(BytesIO(MADE_BY_THE_TOOL[:-cut]))
        read: list[Record] = []
        with pytest.raises(TruncatedArchive) as found:
            deque(map(read.append, reader))
        assert found.value.record == len(read) + 1


@pytest.mark.parametrize("offset", [0, 100, 108, 116, 120, 124, 136, 148, 155, 156, 157, 345, 511])
def test_each_byte_of_a_header_is_asked_for(offset: int) -> None:
    changed = bytearray(MADE_BY_THE_TOOL)
    changed[1024 + offset] ^= 1
    records: list[Record] = []
    try:
        records += ArchiveReader(BytesIO(bytes(changed)))
    except TruncatedArchive:
        return
    assert not all(record.laid_out and record.is_named_by_hash for record in records[1:])


def test_zeros_after_a_record_are_asked_for() -> None:
    changed = bytearray(MADE_BY_THE_TOOL)
    changed[512 + 100] = 1
    assert not next(iter(ArchiveReader(BytesIO(bytes(changed))))).laid_out


def test_a_header_holds_no_more_than_its_fields() -> None:
    assert len(header("x", 8**11 - 1, 0)) == 512
    for size, moment in ((8**11, 0), (-1, 0), (0, 8**11)):
        with pytest.raises(ValueError, match="do not fit"):
            header("x", size, moment)


@pytest.mark.parametrize(
    "body",
    [
        b'{"height":0,"type":"Setup"}',
        b'{"height":1,"type":"EndBallots","payload":"x"}',
        b'{"height":0,"type":"Ballots","payload":"x"}',
        b'{"height":00,"type":"Ballot","payload":"x"}',
        b'{"type":"Ballot","height":0,"payload":"x"}',
        b'{"height":0,"type":"Ballot","payload":"x","more":1}',
        b'{"height":true,"type":"Ballot","payload":"x"}',
        b'{"height":0, "type":"Ballot","payload":"x"}',
    ],
)
def test_an_event_is_written_one_way_alone(body: bytes) -> None:
    assert Event.read(b'{"height":0,"type":"Ballot","payload":"x"}').type is EventType.BALLOT
    with pytest.raises(MalformedRecord):
        Event.read(body)


@pytest.mark.parametrize(
    "body",
    [
        b'{"version":2,"timestamp":"1206000000"}',
        b'{"version":true,"timestamp":"1206000000"}',
        b'{"version":1,"timestamp":1206000000}',
        b'{"version":1,"timestamp":"01206000000"}',
        b'{"version":1, "timestamp":"1206000000"}',
    ],
)
def test_the_first_record_is_written_one_way_alone(body: bytes) -> None:
    assert read_first(b'{"version":1,"timestamp":"1206000000"}') == MOMENT
    with pytest.raises(MalformedRecord):
        read_first(body)


def test_a_record_that_claims_more_than_the_file_holds_is_cut_off_and_not_made_room_for() -> None:
    class Counting(BytesIO):
        largest = 0

        def read(self, size: int | None = -1, /) -> bytes:
            self.largest = max(self.largest, size or 0)
            return super().read(size)

    file = Counting(packed(FIRST, write_first(1), 1) + header("x", LARGEST_RECORD, 1) + b"abc")
    with pytest.raises(TruncatedArchive):
        list(ArchiveReader(file))
    assert file.largest <= 1024
