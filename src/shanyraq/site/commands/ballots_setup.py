"""Commands that set up a secret ballot: its identifier, credentials on slips, its archive."""

import csv
import io
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import click
import segno

from shanyraq.ballots.archive import ArchiveWriter
from shanyraq.ballots.bulletin_board import BulletinBoard
from shanyraq.ballots.credentials import (
    make_credential,
    public_credential,
    read_credentials,
    write_credentials,
)
from shanyraq.ballots.groups import BELENIOS_2048, GROUPS, Group, UnknownGroup
from shanyraq.ballots.questions import BASE58, IDENTIFIER, Election
from shanyraq.ballots.records import MalformedRecord, canonical
from shanyraq.ballots.telling import LANGUAGES
from shanyraq.ballots.trustees import Trustees
from shanyraq.ballots.verifier import verify
from shanyraq.platform.documents import cell, pdf
from shanyraq.site.commands.ballots_files import (
    FILE_AT_HAND,
    FOLDER,
    PRIVATE,
    randomness,
    read_archive,
    read_file,
    read_settings,
    write_once,
)

SLIPS = Path(__file__).parent / "slips.typ"
LENGTH = 14
WORDS = {
    "kk": {
        "title": "Жасырын дауыс беру коды",
        "keep": "Кодты ешкімге көрсетпеңіз. Ол дауыс беру аяқталғанша керек.",
        "election": "Сайлау",
    },
    "ru": {
        "title": "Код для тайного голосования",
        "keep": "Никому не показывайте код. Он нужен до конца голосования.",
        "election": "Выборы",
    },
    "en": {
        "title": "Code for the secret ballot",
        "keep": "Show the code to nobody. You need it until voting ends.",
        "election": "Election",
    },
}


@click.command()
def identifier() -> None:
    """Choose the identifier of a new election: credentials and questions need it."""
    click.echo("".join(BASE58[randomness(len(BASE58))] for _ in range(LENGTH)))


@click.command()
@click.argument("uuid")
@click.argument("voters", type=FILE_AT_HAND)
@click.option("--group", "group_name", type=click.Choice(list(GROUPS)), default=BELENIOS_2048.name)
@click.option("--address", default="", help="Where one votes: the code follows it as #fragment.")
@click.option("--lang", type=click.Choice(LANGUAGES), default="kk", show_default=True)
@click.option("--out", "folder", type=FOLDER, default=Path())
def credentials(  # noqa: PLR0917 - click fills them by name
    uuid: str, voters: Path, group_name: str, address: str, lang: str, folder: Path
) -> None:
    """The registrar makes a credential for each of VOTERS (a name a line), offline.

    Writes slips.pdf to be cut and handed out, credentials.csv (who has which: keep it secret,
    destroy it after dispatch) and public_credentials.json, the only one of the three that leaves
    the registrar's hands for the server.
    """
    if not IDENTIFIER.fullmatch(uuid):
        raise click.UsageError("The identifier is made by `shanyraq ballots identifier`.")
    names = [
        name for line in voters.read_text(encoding="utf-8").splitlines() if (name := line.strip())
    ]
    if not names or len(set(names)) != len(names):
        raise click.UsageError("Each voter stands on a line of the list, once.")
    codes = [make_credential(randomness) for _ in names]
    public = [public_credential(GROUPS[group_name], code, uuid) for code in codes]
    folder.mkdir(parents=True, exist_ok=True)
    held = list(zip(names, codes, strict=True))
    write_once(folder / "credentials.csv", table_of(held), PRIVATE)
    write_once(folder / "slips.pdf", slips(held, uuid, address=address, lang=lang), PRIVATE)
    write_once(folder / "public_credentials.json", write_credentials(public))


@click.command()
@click.argument("archive", type=FILE_AT_HAND)
@click.argument("own", type=FILE_AT_HAND)
def compare(archive: Path, own: Path) -> None:
    """The registrar finds the OWN public list in the sealed ARCHIVE, before voting opens.

    OWN is the public_credentials.json that was kept. Exit status: 0 the archive holds it and no
    other code, 1 it does not, 2 wrong use.
    """
    sealed = read_archive(archive)
    try:
        made = read_credentials(sealed.election.group, canonical(read_file(own)))
    except MalformedRecord as wrong:
        raise click.UsageError(f"{own} is no list of public credentials: {wrong}.") from wrong
    strange, missing = sealed.weights.keys() - made.keys(), made.keys() - sealed.weights.keys()
    if made != sealed.weights:
        message = f"NOT your list: {len(strange)} credentials are not yours, {len(missing)} lack."
        raise click.ClickException(message)
    click.echo(f"The archive holds your {len(made)} credentials and no others.")
    click.echo(f"Fingerprint of the election: {sealed.election.fingerprint}")


def table_of(held: Sequence[tuple[str, str]]) -> bytes:
    """Who has which credential, as a table for programs."""
    file = io.StringIO()
    csv.writer(file).writerows((cell(name), code) for name, code in held)
    return file.getvalue().encode()


def slips(held: Sequence[tuple[str, str]], uuid: str, *, address: str, lang: str) -> bytes:
    """A slip for each voter, to be cut: name, credential, and the same as a QR code.

    With an address the QR code opens it; the credential stands in the fragment, which browsers
    never send.
    """
    rows = [
        {
            "name": name,
            "code": code,
            "picture": segno.make(f"{address}#{code}" if address else code, error="m").svg_inline(
                scale=4, border=2
            ),
        }
        for name, code in held
    ]
    return pdf(SLIPS, {"words": WORDS[lang], "lang": lang, "uuid": uuid, "slips": rows})


@click.command()
@click.argument("questions", type=FILE_AT_HAND)
@click.option(
    "--trustee",
    "trustee_files",
    type=FILE_AT_HAND,
    multiple=True,
    required=True,
    help="A public key, or the record of a key ceremony; in the order of the trustees.",
)
@click.option("--credentials", "public_file", type=FILE_AT_HAND, required=True)
@click.option("--at", type=int, default=lambda: int(time.time()), help="Seconds since 1970.")
@click.option("--out", "folder", type=FOLDER, default=Path())
def make(  # noqa: PLR0917 - click fills them by name
    questions: Path, trustee_files: Sequence[Path], public_file: Path, at: int, folder: Path
) -> None:
    """Set up the election of QUESTIONS (YAML or JSON) and begin its archive.

    QUESTIONS holds uuid, name, description and questions as the election's record has them, and if
    need be group, administrator and credential_authority.
    """
    settings = read_settings(questions)
    group = GROUPS.get(str(settings.get("group", BELENIOS_2048.name)))
    if group is None:
        raise click.UsageError(f"The group is one of {', '.join(GROUPS)}.")
    try:
        archive, election = begun(group, settings, (trustee_files, public_file), at=at)
    except (MalformedRecord, UnknownGroup) as wrong:
        raise click.UsageError(f"This election cannot be held: {wrong}.") from wrong
    folder.mkdir(parents=True, exist_ok=True)
    write_once(folder / f"{election.uuid}.bel", archive)
    click.echo(f"{election.uuid} {election.fingerprint}")


def begun(
    group: Group, settings: Mapping[str, object], files: tuple[Sequence[Path], Path], *, at: int
) -> tuple[bytes, Election]:
    """A new archive with its set-up, verified, and its election.

    Raises:
        click.UsageError: a key, the ceremony or a credential is not sound.
        MalformedRecord: a record cannot be read.
        UnknownGroup: the group or version is not known.
    """
    trustees = Trustees.read(group, canonical([item_of(path) for path in files[0]]))
    public = canonical(read_file(files[1]))
    record = {
        "version": 1,
        "description": settings.get("description", ""),
        "name": settings.get("name", ""),
        "group": group.name,
        "public_key": str(trustees.public_key(group)),
        "questions": settings.get("questions"),
        "uuid": settings.get("uuid"),
    }
    holders = ("administrator", "credential_authority")
    record |= {name: settings[name] for name in holders if name in settings}
    election, file = Election.read(canonical(record)), io.BytesIO()
    BulletinBoard(ArchiveWriter.begin(file, at)).set_up(election, trustees, public)
    report = verify(file, finished=False, equal=True)
    if not report.is_valid:
        rules = ", ".join(finding.rule for finding in report.broken)
        raise click.UsageError(f"The set-up is not sound: {rules}.")
    return file.getvalue(), election


def item_of(path: Path) -> object:
    """A trustee for the list: a single public key, or the one that a key ceremony ends with."""
    content = read_file(path)
    return content[0] if isinstance(content, list) and content else ["Single", content]
