"""Commands that shuffle ranked ballots between the end of voting and the opening of the tally."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from shanyraq.ballots.archive import ArchiveWriter, NoArchive
from shanyraq.ballots.bulletin_board import BulletinBoard
from shanyraq.ballots.duties import InvalidArchive
from shanyraq.ballots.mixing import (
    NotAShuffler,
    NothingToShuffle,
    TooFewShuffles,
    WrongShuffle,
    check_shuffles_end,
    turn_of,
)
from shanyraq.site.commands.ballots import ARCHIVE, FILE, PROCESSORS

processes_option = click.option("--processes", default=PROCESSORS, show_default="one a processor")


@contextmanager
def _told(archive: Path) -> Iterator[None]:
    """Tell in one sentence why there is nothing to shuffle."""
    try:
        yield
    except NoArchive:
        raise click.UsageError(f"{archive} is no archive of an election.") from None
    except InvalidArchive as invalid:
        raise click.ClickException(f"{archive} breaks rules: {invalid}.") from invalid
    except (NothingToShuffle, NotAShuffler, WrongShuffle, TooFewShuffles) as refused:
        raise click.ClickException(f"{refused}.") from refused


@click.command()
@click.argument("archive", type=ARCHIVE)
@click.option("--owner", type=int, required=True, help="The number of the trustee who shuffles.")
@click.option("--output", type=FILE, help="Write the shuffle here instead of into the archive.")
@click.option("--made", type=ARCHIVE, help="Take in a shuffle made elsewhere instead.")
@processes_option
def shuffle(
    archive: Path, owner: int, processes: int, *, output: Path | None, made: Path | None
) -> None:
    """Shuffle the ranked ballots of ARCHIVE as one of its trustees.

    The whole archive is verified first, and a shuffle made elsewhere against it. At least two
    trustees shuffle, each at an own computer; then come `end-shuffles` and the decryptions.

    Exit status: 0 shuffled, 1 the archive or the shuffle is refused, 2 wrong use.
    """
    with _told(archive):
        with archive.open("rb") as file:
            turn = turn_of(file, owner, processes=processes)
        body = made.read_bytes().strip() if made else turn.shuffle(secrets.randbelow)
        turn.check(body)
    if output:
        output.write_bytes(body + b"\n")
    else:
        with archive.open("r+b") as file:
            BulletinBoard(ArchiveWriter.resume(file)).shuffle(owner, body)
    click.echo(f"Shuffled into {output or archive}.")


@click.command()
@click.argument("archive", type=ARCHIVE)
@processes_option
def end_shuffles(archive: Path, processes: int) -> None:
    """Say in ARCHIVE that its ranked ballots are shuffled enough to be opened.

    Exit status: 0 ended, 1 another trustee has to shuffle first, 2 wrong use.
    """
    with _told(archive):
        with archive.open("rb") as file:
            check_shuffles_end(file, processes=processes)
        with archive.open("r+b") as file:
            BulletinBoard(ArchiveWriter.resume(file)).end_shuffles()
    click.echo(f"{archive} waits for its trustees to open the tally.")
