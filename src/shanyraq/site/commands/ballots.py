"""Commands for secret ballots without a server: verify an archive, vote, close, show the result."""

import json
import os
import sys
from pathlib import Path

import click

from shanyraq.ballots.archive import NoArchive
from shanyraq.ballots.groups import UnknownGroup
from shanyraq.ballots.records import MalformedRecord
from shanyraq.ballots.sealed_messages import UnfitSeed
from shanyraq.ballots.telling import LANGUAGES, Language, report_json, tell_report
from shanyraq.ballots.verifier import Report
from shanyraq.ballots.verifier import verify as verify_archive

INVALID, WRONG_USE = 1, 2

FILE = click.Path(dir_okay=False, path_type=Path)
ARCHIVE = click.Path(exists=True, dir_okay=False, path_type=Path)
PROCESSORS = os.cpu_count() or 1


class Plainly(click.Group):
    """Commands that say of a file that cannot be read what is wrong with it."""

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; a malformed record is wrong use, not a defect."""
        try:
            return super().invoke(ctx)
        except (MalformedRecord, UnknownGroup, UnfitSeed) as wrong:
            raise click.UsageError(f"A file is not what it should be: {wrong}.") from wrong


@click.group(cls=Plainly)
def ballots() -> None:
    """Hold and verify secret ballots, with no server and no database."""


@ballots.command()
@click.argument("archive", type=ARCHIVE)
@click.option("--json", "as_json", is_flag=True, help="Write the findings as one JSON object.")
@click.option("--lang", type=click.Choice(LANGUAGES), default="en", show_default=True)
@click.option("--so-far", is_flag=True, help="The election is under way: no result is expected.")
@click.option("--one-vote-each", is_flag=True, help="Refuse credentials that weigh more than one.")
@click.option("--processes", default=PROCESSORS, show_default="one a processor")
def verify(
    archive: Path,
    lang: Language,
    processes: int,
    *,
    as_json: bool,
    so_far: bool,
    one_vote_each: bool,
) -> None:
    """Verify the archive of an election (a .bel file), rule by rule.

    Exit status: 0 every rule holds, 1 something in the archive is wrong, 2 the file cannot be read
    or is no archive of an election.
    """
    report = read_report(archive, processes, finished=not so_far, equal=one_vote_each)
    if as_json:
        click.echo(json.dumps(report_json(report), ensure_ascii=False))
    else:
        for line in tell_report(report, lang):
            click.echo(line)
    sys.exit(0 if report.is_valid else INVALID)


def read_report(
    archive: Path, processes: int = PROCESSORS, *, finished: bool, equal: bool = False
) -> Report:
    """What the verifier finds in an archive.

    Raises:
        click.UsageError: the file cannot be read or is no archive.
    """
    try:
        with archive.open("rb") as file:
            return verify_archive(file, processes=processes, finished=finished, equal=equal)
    except NoArchive:
        raise click.UsageError(f"{archive} is no archive of an election.") from None
    except OSError as unreadable:
        raise click.UsageError(f"{archive} cannot be read: {unreadable}") from unreadable
