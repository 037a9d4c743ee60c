"""The files of an election held without a server: archives, keys, lists, each written once."""

import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from shanyraq.ballots.archive import (
    ArchiveReader,
    ArchiveWriter,
    Event,
    EventType,
    NoArchive,
    TruncatedArchive,
)
from shanyraq.ballots.bulletin_board import BulletinBoard
from shanyraq.ballots.credentials import read_credentials
from shanyraq.ballots.groups import Randomness, UnknownGroup
from shanyraq.ballots.questions import Election
from shanyraq.ballots.records import MalformedRecord, canonical, read_json

FILE = click.Path(dir_okay=False, path_type=Path)
FILE_AT_HAND = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)
PRIVATE, PUBLIC = 0o600, 0o644
LAST_OF_SETUP = 5

randomness: Randomness = secrets.randbelow


def write_once(path: Path, body: bytes, mode: int = PUBLIC) -> None:
    """Write a file that must not be there yet; a private one can be read by its owner alone.

    Raises:
        click.UsageError: it is there, or cannot be written.
    """
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    except OSError as refused:
        raise click.UsageError(f"{path} cannot be written: {refused.strerror}.") from refused
    with os.fdopen(handle, "wb") as file:
        file.write(body)
    click.echo(f"written: {path}", err=True)


def read_file(path: Path) -> object:
    """The content of a JSON file.

    Raises:
        click.UsageError: it is none.
    """
    try:
        return read_json(path.read_bytes())
    except (OSError, MalformedRecord) as unreadable:
        raise click.UsageError(f"{path} cannot be read: {unreadable}.") from unreadable


def read_settings(path: Path) -> dict[str, object]:
    """The content of a YAML or JSON file of named fields.

    Raises:
        click.UsageError: it is none.
    """
    from ruamel.yaml import YAML  # noqa: PLC0415 - slow import
    from ruamel.yaml.error import YAMLError  # noqa: PLC0415 - as above

    try:
        content = YAML(typ="safe").load(path)
    except (OSError, YAMLError) as unreadable:
        raise click.UsageError(f"{path} cannot be read: {unreadable}") from unreadable
    if not isinstance(content, dict):
        raise click.UsageError(f"{path} holds no named fields.")
    return content


def write_json(path: Path, content: object, mode: int = PUBLIC) -> None:
    """Write a new JSON file.

    Raises:
        click.UsageError: it is there, or cannot be written.
    """
    write_once(path, canonical(content) + b"\n", mode)


@dataclass(frozen=True, slots=True)
class Opened:
    """An archive as far as its set-up tells: the election, its credentials, what happened last."""

    election: Election
    weights: Mapping[int, int]
    last: EventType
    ballots: frozenset[str]


def read_archive(path: Path) -> Opened:
    """What an archive says of its election, without verifying it.

    Raises:
        click.UsageError: it is no archive that can be read.
    """
    bodies: dict[int, bytes] = {}
    events: list[Event] = []
    try:
        with path.open("rb") as file:
            for record in ArchiveReader(file):
                if record.is_event:
                    events.append(Event.read(record.body))
                elif record.number <= LAST_OF_SETUP:
                    bodies[record.number] = record.body
        election = Election.read(bodies[2])
        weights = read_credentials(election.group, bodies[4])
        last = events[-1].type
    except (NoArchive, TruncatedArchive, MalformedRecord, UnknownGroup, LookupError) as wrong:
        raise click.UsageError(f"{path} is no archive to go on with: {wrong}") from wrong
    cast = (event.payload for event in events if event.type is EventType.BALLOT)
    return Opened(election, weights, last, frozenset(name for name in cast if name))


@contextmanager
def board_of(path: Path) -> Iterator[BulletinBoard]:
    """The board of an archive that is gone on with."""
    with path.open("r+b") as file:
        yield BulletinBoard(ArchiveWriter.resume(file))
