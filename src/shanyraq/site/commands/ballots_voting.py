"""Commands from the first ballot to the result, on an archive that lies at hand."""

import json
from collections.abc import Sequence
from pathlib import Path

import click

from shanyraq.ballots.archive import EventType
from shanyraq.ballots.ballot import check_ballot, make_ballot
from shanyraq.ballots.credentials import UnfitCredential, secret_exponent
from shanyraq.ballots.decryption import PartialDecryption
from shanyraq.ballots.hashing import base64_hash, hex_hash
from shanyraq.ballots.homomorphic import UnfitVote
from shanyraq.ballots.ranked import UnfitAnswer
from shanyraq.ballots.records import (
    MalformedRecord,
    canonical,
    read_each,
    read_json,
    read_number,
    read_object,
)
from shanyraq.ballots.result import WrongTally, open_tally
from shanyraq.ballots.secrecy import exposures_before
from shanyraq.ballots.trustees import TooFewTrustees
from shanyraq.ballots.verifier import Report
from shanyraq.site.commands.ballots import read_report
from shanyraq.site.commands.ballots_files import (
    FILE,
    FILE_AT_HAND,
    board_of,
    randomness,
    read_archive,
    read_file,
    write_once,
)


@click.command()
@click.argument("archive", type=FILE_AT_HAND)
@click.argument("votes")
@click.option("--credential", prompt=True, hide_input=True, help="Asked for when not given.")
@click.option("--out", "path", type=FILE, default=Path("ballot.json"), show_default=True)
def vote(archive: Path, votes: str, credential: str, *, path: Path) -> None:
    """Encrypt VOTES into a ballot, on the voter's own device.

    VOTES is, for each question, 0 or 1 for each choice (the blank first) or the rank of each
    choice: [[0,1,0]] or [[2,1,3]].
    """
    election = read_archive(archive).election
    try:
        secret = secret_exponent(election.group, credential, election.uuid)
        answers = read_each(read_json(votes.encode()), "votes", read_vote)
        ballot = make_ballot(election, secret, votes=answers, randomness=randomness)
    except UnfitCredential:
        raise click.UsageError("This is no credential: a character is wrong.") from None
    except (UnfitVote, UnfitAnswer, MalformedRecord, ValueError) as unfit:
        raise click.UsageError(f"The questions do not allow these votes. {unfit}") from unfit
    write_once(path, ballot.body)
    click.echo(ballot.tracker)


def read_vote(value: object, where: str) -> tuple[int, ...]:
    """The numbers of a vote on one question.

    Raises:
        MalformedRecord: it is none.
    """
    return read_each(value, where, read_number)


@click.command()
@click.argument("archive", type=FILE_AT_HAND)
@click.argument("ballot", type=FILE_AT_HAND)
def cast(archive: Path, ballot: Path) -> None:
    """Check BALLOT and append it to the archive; its tracker is told."""
    at_hand, body = read_archive(archive), ballot.read_bytes()
    if at_hand.last not in {EventType.SETUP, EventType.BALLOT}:
        raise click.UsageError("Voting has ended.")
    if hex_hash(body) in at_hand.ballots:
        raise click.UsageError("This ballot was cast before.")
    _, broken = check_ballot(at_hand.election, body, at_hand.weights)
    if broken:
        rules = ", ".join(f"{each.rule} ({each.where})" for each in broken)
        raise click.UsageError(f"The ballot is not sound: {rules}.")
    with board_of(archive) as board:
        board.cast(body)
    click.echo(base64_hash(body))


@click.command()
@click.argument("archive", type=FILE_AT_HAND)
@click.option("--least", type=int, default=0, help="The fewest ballots that are opened.")
def close(archive: Path, least: int) -> None:
    """End the voting and append the encrypted tally of the ballots that count."""
    report = sound_report(archive)
    if read_archive(archive).last not in {EventType.SETUP, EventType.BALLOT}:
        raise click.UsageError("Voting has ended before.")
    if report.tally is None or exposures_before(report.tally.counted, max(1, least)):
        raise click.UsageError("So few ballots would tell how somebody voted; they stay closed.")
    with board_of(archive) as board:
        board.end_ballots()
        board.show_tally(report.tally)
    click.echo(f"{report.tally.counted} ballots count.")


@click.command()
@click.argument("archive", type=FILE_AT_HAND)
@click.argument("decryptions", type=FILE_AT_HAND, nargs=-1, required=True)
def result(archive: Path, decryptions: Sequence[Path]) -> None:
    """Append the trustees' DECRYPTIONS and the result that they open; then verify the whole."""
    report = sound_report(archive)
    election, trustees, tally = report.election, report.trustees, report.tally
    if election is None or trustees is None or tally is None or report.to_open is None:
        raise click.UsageError("The tally is not ready to be opened.")
    shape = [len(row) for row in report.to_open]
    try:
        given = {
            owner: PartialDecryption.read(election, body, shape)
            for owner, body in map(read_decryption, decryptions)
        }
        opened = open_tally(
            election, report.to_open, trustees=trustees, decryptions=given, weight=tally.weight
        )
    except (TooFewTrustees, WrongTally, MalformedRecord) as wrong:
        raise click.UsageError(f"These decryptions do not open the tally. {wrong}") from wrong
    before = archive.read_bytes()
    with board_of(archive) as board:
        for owner, decryption in given.items():
            board.decrypt(owner, decryption.body)
        board.show_result(opened)
    if not read_report(archive, finished=True).is_valid:
        archive.write_bytes(before)
        raise click.UsageError("A decryption is not sound; the archive was left as it was.")
    click.echo(json.dumps(opened.answers))


def read_decryption(path: Path) -> tuple[int, bytes]:
    """A trustee's number and partial decryption from the file that the trustee handed over.

    Raises:
        MalformedRecord: it is none.
    """
    fields = read_object(read_file(path), fields=("owner", "decryption"))
    return read_number(fields["owner"], "owner"), canonical(fields["decryption"])


def sound_report(archive: Path) -> Report:
    """What the verifier finds in an archive under way.

    Raises:
        click.UsageError: a rule is broken, so that nothing may be appended.
    """
    report = read_report(archive, finished=False)
    if not report.is_valid:
        rules = ", ".join(finding.rule for finding in report.broken)
        raise click.UsageError(f"The archive is not sound: {rules}.")
    return report
