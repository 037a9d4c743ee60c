"""Commands of a trustee, offline: a key without a ceremony, and a share of the opening.

A private key is kept as the Belenios tool keeps it; a share of the opening is a file of its own.
"""

import json
from pathlib import Path

import click

from shanyraq.ballots.archive import NoArchive
from shanyraq.ballots.ceremony_records import Share
from shanyraq.ballots.duties import (
    AnotherArchive,
    InvalidArchive,
    NotATrustee,
    NothingToOpen,
    SecondTally,
    TooFewBallots,
    open_share,
)
from shanyraq.ballots.groups import BELENIOS_2048, GROUPS, Group
from shanyraq.ballots.key_generation import open_private_key
from shanyraq.ballots.proofs import prove_key
from shanyraq.ballots.records import read_object, read_text
from shanyraq.ballots.sealed_messages import BrokenSeal, CeremonyKeys
from shanyraq.ballots.trustee_keys import TrusteeKey
from shanyraq.site.commands.ballots import ARCHIVE, FILE, PROCESSORS
from shanyraq.site.commands.ballots_files import (
    PRIVATE,
    randomness,
    read_archive,
    read_file,
    write_json,
)

REFUSALS = {
    NoArchive: "This is no archive of an election.",
    NothingToOpen: "The tally is not ready to be opened.",
    NotATrustee: "The key is nobody's in this election.",
    SecondTally: "The key has opened another tally before. A key opens one.",
    TooFewBallots: "Fewer ballots are counted than --least says; they stay closed.",
    AnotherArchive: "The last event of the archive is not that of --head.",
}


@click.command()
@click.option(
    "--group",
    "name",
    type=click.Choice(list(GROUPS)),
    default=BELENIOS_2048.name,
    show_default=True,
)
@click.option("--name", "own_name", help="The trustee's name, shown beside the key.")
@click.option("--key", "key", type=FILE, required=True, help="Where the new key is kept.")
@click.option("--output", type=FILE, required=True, help="The public key to hand in.")
def key(name: str, own_name: str | None, *, key: Path, output: Path) -> None:
    """Make a key that is needed in any case; with others, hold a ceremony instead."""
    group = GROUPS[name]
    secret = randomness(group.q)
    made = TrusteeKey(group.generate(secret), prove_key(group, secret, randomness), own_name)
    write_json(key, str(secret), PRIVATE)
    write_json(output, made.json())


@click.command()
@click.argument("archive", type=ARCHIVE)
@click.option("--key", "key", type=ARCHIVE, required=True, help="The trustee's own key.")
@click.option("--share", type=ARCHIVE, help="After a ceremony: what one accepted.")
@click.option("--state", type=FILE, help="Remembers what the key opened; beside it unless given.")
@click.option("--output", type=FILE, required=True, help="The share of the opening to hand in.")
@click.option("--processes", default=PROCESSORS, show_default="one a processor")
@click.option("--least", default=0, help="The fewest ballots that are opened.")
@click.option("--head", help="The hash of the last event that others see; refuse another.")
def decrypt(  # noqa: PLR0917 - click fills them by name
    archive: Path,
    key: Path,
    share: Path | None,
    state: Path | None,
    output: Path,
    processes: int,
    least: int,
    head: str | None,
) -> None:
    """Open one's share of the tally of ARCHIVE: of all of it alone, and of one tally ever.

    The whole archive is verified and its tally reckoned anew before anything is opened.
    """
    secret = secret_of(read_archive(archive).election.group, key, share)
    remembered = state or key.with_name(f"{key.name}.opened")
    before = opened_before(remembered)
    try:
        with archive.open("rb") as file:
            made = open_share(
                file,
                secret=secret,
                opened_before=before,
                randomness=randomness,
                processes=processes,
                least=least,
                last=head,
            )
    except InvalidArchive as invalid:
        raise click.UsageError(f"The archive is not sound: {invalid}.") from invalid
    except tuple(REFUSALS) as refused:
        raise click.UsageError(REFUSALS[type(refused)]) from refused
    if before is None:
        write_json(remembered, {"opened": made.opened}, PRIVATE)
    write_json(output, {"owner": made.owner, "decryption": json.loads(made.decryption.body)})
    click.echo(f"Ballots counted: {made.counted}. Last event of the archive: {made.last}")


def secret_of(group: Group, key: Path, share: Path | None) -> int:
    """The secret that opens, from a key alone or from the key of a ceremony and a share.

    Raises:
        click.UsageError: the share is not that of the key.
    """
    if share is None:
        return int(group.read_scalar(read_file(key), str(key)))
    keys = CeremonyKeys.from_seed(group, key.read_text(encoding="utf-8").strip())
    try:
        return open_private_key(keys, Share.read(group, read_file(share)).private_key)
    except BrokenSeal as broken:
        raise click.UsageError("The share is not that of this key.") from broken


def opened_before(state: Path) -> str | None:
    """The hash of what the key has opened before; None if it has opened nothing.

    Raises:
        click.UsageError: the file cannot be read, so that nothing may be opened.
    """
    if not state.exists():
        return None
    fields = read_object(read_file(state), fields=("opened",))
    return read_text(fields["opened"], "opened")
