"""The key ceremony at the command line, each trustee at an own computer, offline.

Files hold one message a line, as the Belenios tool reads and writes them: trustees and
administrator may use either program.
"""

import os
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import click

from shanyraq.ballots.ceremony_records import Dealing, Hand, Place, Share, fingerprint_of
from shanyraq.ballots.groups import GROUPS, Group, find_group
from shanyraq.ballots.key_generation import (
    Ceremony,
    Complaint,
    accept,
    conclude,
    deal,
    hands,
    make_certificate,
    with_signatures,
)
from shanyraq.ballots.records import MalformedRecord, canonical, read_json
from shanyraq.ballots.sealed_messages import CeremonyKeys, UnfitSeed, new_seed
from shanyraq.ballots.trustee_keys import SignedMessage

Read = TypeVar("Read")

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
NEW_FILE = click.Path(dir_okay=False, path_type=Path)

group_option = click.option(
    "--group", "name", type=click.Choice(list(GROUPS)), default="BELENIOS-2048", show_default=True
)
key_option = click.option("--key", "key", type=FILE, required=True, help="The trustee's own key.")
threshold_option = click.option(
    "--threshold", type=click.IntRange(1), required=True, help="How many trustees open the tally."
)
certificates_option = click.option(
    "--certificates", type=FILE, required=True, help="The certificates of all, in their order."
)
output_option = click.option(
    "--output", type=NEW_FILE, required=True, help="A file that is not there yet."
)


@contextmanager
def _told() -> Iterator[None]:
    """Tell a complaint (exit status 1) or an unreadable file (2) in one sentence."""
    try:
        yield
    except Complaint as complaint:
        raise click.ClickException(str(complaint)) from complaint
    except (MalformedRecord, UnfitSeed) as unreadable:
        raise click.UsageError(str(unreadable)) from unreadable


@click.command()
@group_option
@click.option("--key", "key", type=NEW_FILE, required=True, help="Where the new key is kept.")
@click.option("--index", type=click.IntRange(1), help="The trustee's number, from 1.")
@click.option("--size", type=click.IntRange(1), help="How many trustees there are.")
@click.option("--threshold", type=click.IntRange(1), help="How many of them open the tally.")
@output_option
def certificate(  # noqa: PLR0917 - click fills them by name
    name: str,
    key: Path,
    index: int | None,
    size: int | None,
    threshold: int | None,
    output: Path,
) -> None:
    """First round, each trustee: make a key and the certificate to hand in.

    With --index, --size and --threshold the certificate holds for that place alone.
    """
    group, place = find_group(name), None
    if index and size and threshold:
        place = Place(name, size, threshold, index)
    elif index or size or threshold:
        raise click.UsageError("--index, --size and --threshold go together.")
    seed = new_seed(secrets.randbelow)
    _write(key, [seed])
    keys = CeremonyKeys.from_seed(group, seed)
    _write(output, _lines([make_certificate(keys, secrets.randbelow, place).json()]))
    click.echo(f"Keep {key} to yourself and a copy of it in a safe. Hand in {output}.")


@click.command(name="deal")
@group_option
@key_option
@certificates_option
@threshold_option
@output_option
def deal_shares(  # noqa: PLR0917 - click fills them by name
    name: str, key: Path, certificates: Path, threshold: int, output: Path
) -> None:
    """Second round, each trustee: deal shares of an own secret to all trustees."""
    with _told():
        ceremony = _ceremony(find_group(name), certificates, threshold)
        dealing = deal(ceremony, _keys(ceremony.group, key), secrets.randbelow)
    _write(output, _lines([dealing.json()]))
    click.echo(f"Hand in {output}: each share in it is sealed to its trustee.")


@click.command(name="hands")
@group_option
@certificates_option
@threshold_option
@click.option("--directory", type=click.Path(file_okay=False, path_type=Path), required=True)
@click.argument("dealings", nargs=-1, required=True, type=FILE)
def pass_on(  # noqa: PLR0917 - click fills them by name
    name: str, certificates: Path, threshold: int, directory: Path, dealings: tuple[Path, ...]
) -> None:
    """Between the rounds, the administrator: put together what each trustee was dealt.

    DEALINGS are the trustees' files in the order of their certificates. Writes DIRECTORY/1.hand and
    so on.
    """
    with _told():
        ceremony = _ceremony(find_group(name), certificates, threshold)
        passed = hands(ceremony, _read_all(ceremony.group, dealings, Dealing.read))
    directory.mkdir(parents=True, exist_ok=True)
    for number, hand in enumerate(passed, 1):
        _write(directory / f"{number}.hand", _lines([hand.json()]))
    click.echo(f"Give each trustee his file of {directory}.")


@click.command(name="accept")
@group_option
@key_option
@certificates_option
@threshold_option
@click.option("--name", "own_name", help="The trustee's name, shown beside the key.")
@click.argument("hand", type=FILE)
@output_option
def accept_shares(  # noqa: PLR0917 - click fills them by name
    name: str,
    key: Path,
    certificates: Path,
    threshold: int,
    own_name: str | None,
    hand: Path,
    output: Path,
) -> None:
    """Third round, each trustee: check the shares dealt in HAND, and show one's part of the key.

    Exit status: 0 all shares are right, 1 a trustee is named who dealt a wrong one, 2 wrong use.
    """
    with _told():
        ceremony = _ceremony(find_group(name), certificates, threshold)
        keys = _keys(ceremony.group, key)
        dealt = _read_all(ceremony.group, [hand], Hand.read)[0]
        share = accept(ceremony, keys, dealt, randomness=secrets.randbelow)
    _write(output, _lines([(share.named(own_name) if own_name else share).json()]))
    click.echo(f"Every share is right. Hand in {output}, and keep a copy of it beside your key.")
    _compare(fingerprint_of(ceremony.certificates, dealt.coefficients))


@click.command(name="conclude")
@group_option
@certificates_option
@threshold_option
@click.option("--dealing", "dealings", multiple=True, required=True, type=FILE, help="As before.")
@click.option("--share", "shares", multiple=True, required=True, type=FILE, help="As accepted.")
@click.option("--confirmed", is_flag=True, help="Add the confirmations of later versions.")
@output_option
def conclude_ceremony(  # noqa: PLR0917 - click fills them by name
    name: str,
    certificates: Path,
    threshold: int,
    dealings: tuple[Path, ...],
    shares: tuple[Path, ...],
    output: Path,
    *,
    confirmed: bool,
) -> None:
    """At the end, the administrator: write the trustees of the election.

    Dealings and shares come in the order of the certificates.
    """
    with _told():
        ceremony = _ceremony(find_group(name), certificates, threshold)
        dealt = _read_all(ceremony.group, dealings, Dealing.read)
        answers = _read_all(ceremony.group, shares, Share.read)
        record = conclude(ceremony, [each.coefficients for each in dealt], answers)
        item = with_signatures(ceremony, record, answers) if confirmed else record.json()
    _write(output, _lines([[item]]))
    click.echo(f"{output} holds the key; any {threshold} of {len(answers)} trustees open with it.")
    _compare(fingerprint_of(record.certificates, record.coefficients))


@click.group()
def trustee() -> None:
    """Hold a share of the key of an election.

    The key ceremony: `certificate`, `deal`, `hands` (administrator), `accept`, `conclude`
    (administrator).
    """


for round_ in (certificate, deal_shares, pass_on, accept_shares, conclude_ceremony):
    trustee.add_command(round_)


def _compare(fingerprint: str) -> None:
    click.echo(f"Read this to one another, it must be the same for all: {fingerprint}")


def _ceremony(group: Group, certificates: Path, threshold: int) -> Ceremony:
    return Ceremony.of(group, threshold, _read_all(group, [certificates], SignedMessage.read))


def _keys(group: Group, key: Path) -> CeremonyKeys:
    return CeremonyKeys.from_seed(group, key.read_text(encoding="utf-8").strip())


def _read_all(
    group: Group, files: Sequence[Path], read: Callable[[Group, object, str], Read]
) -> list[Read]:
    """The messages of files, one a line.

    Raises:
        MalformedRecord: a line cannot be read; it names the file.
    """
    return [
        read(group, read_json(line, str(file)), str(file))
        for file in files
        for line in file.read_bytes().splitlines()
        if line.strip()
    ]


def _lines(messages: Sequence[object]) -> list[str]:
    return [canonical(each).decode() for each in messages]


def _write(path: Path, lines: Sequence[str]) -> None:
    """Write a file that only its owner may read; one that is there is never written over."""
    try:
        opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise click.UsageError(f"{path} is there already.") from None
    with os.fdopen(opened, "w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines)
