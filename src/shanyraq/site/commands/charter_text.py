"""Commands for the texts of the law: bring one in, show a provision, count what holds the rows."""

import datetime as dt
import sys
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import click

from shanyraq.law import BrokenPack, find_pack, load_pack
from shanyraq.law.coverage import Reason, examine, load_coverage
from shanyraq.law.provisions import LANGUAGES, Language
from shanyraq.law.summaries import summaries_of
from shanyraq.site.commands.charter_check import own_pack
from shanyraq.site.commands.installation import prepare

if TYPE_CHECKING:
    from shanyraq.charter.models import ImportedText
    from shanyraq.charter.queries import ProvisionOn

FAULTS = 1
DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.command("import-text")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--act", required=True, help="The act's number, such as U020000856_.")
@click.option("--lang", type=click.Choice(LANGUAGES), required=True)
def import_text(file: Path, act: str, lang: Language) -> None:
    """Read the official consolidated text in FILE into provisions and amendment notes.

    Every letter-spaced run that was restored is named, and all that found no place. The same
    file twice changes nothing. Exit status: 0 everything has its place, 1 something has not.
    """
    prepare()
    from django.utils import translation  # noqa: PLC0415 - needs Django set up

    from shanyraq.charter import actions  # noqa: PLC0415 - needs Django set up
    from shanyraq.platform import clock  # noqa: PLC0415 - needs Django set up
    from shanyraq.platform.occasion import SYSTEM, Occasion  # noqa: PLC0415 - needs Django set up
    from shanyraq.platform.refusals import Refusal  # noqa: PLC0415 - needs Django set up

    text = file.read_text(encoding="utf-8")
    try:
        imported = actions.import_text(
            occasion=Occasion(actor=SYSTEM, at=clock.now(), request_key=_key(text, act, lang)),
            text=text,
            act=act,
            language=lang,
        )
    except Refusal as refusal:
        with translation.override("en"):
            told = f"{refusal.sentence} {refusal.remedy_sentence}".strip()
        raise click.UsageError(told) from refusal
    _report(imported)
    sys.exit(FAULTS if imported.unplaced else 0)


@click.command()
@click.argument("address")
@click.option("--on", "day", type=DAY, help="The day; today when none is given.")
@click.option("--lang", type=click.Choice(LANGUAGES), default="kk", show_default=True)
def show(address: str, day: dt.datetime | None, lang: Language) -> None:
    """Show the provision at ADDRESS, such as R8 or R8.3a, as it stood on a day.

    The official text where it was imported, else our summary, which says that it is one.
    """
    if address not in (known := summaries_of(own_pack()).addresses):
        near = ", ".join(a for a in known if a.startswith(address[:2]))
        raise click.UsageError(f"Nothing stands at {address!r}. Known nearby: {near or known[0]}.")
    prepare()
    from django.utils import translation  # noqa: PLC0415 - needs Django set up

    from shanyraq.charter.queries import provision  # noqa: PLC0415 - needs Django set up
    from shanyraq.platform import clock  # noqa: PLC0415 - needs Django set up

    on = day.date() if day else clock.today()
    with translation.override(lang):
        click.echo("\n\n".join(_told(provision(address, on, lang))))


@click.command()
@click.option("--pack", "name", default=own_pack, help="The pack examined; else one's own.")
def coverage(name: str) -> None:
    """Count what holds each row of the act: rules, rights, duties, powers, or a reason.

    Exit status: 0 every row is held, 1 a row is missing or an unknown rule is named.
    """
    try:
        folder = find_pack(name)
        pack, found = load_pack(folder), load_coverage(folder)
    except (BrokenPack, ValueError) as broken:
        raise click.ClickException(str(broken)) from broken
    report = examine(found, pack, known=summaries_of(name).addresses)
    acts = ", ".join(f"{count} {act}" for act, count in sorted(report.by_act.items()))
    click.echo(f"{report.rows} rows ({acts})")
    click.echo(f"{report.held:4} held by a rule, right, duty or power")
    for reason in Reason:
        click.echo(f"{report.reasons[reason]:4} {reason.replace('_', ' ')}")
    for fault in report.faults:
        click.echo(fault, err=True)
    sys.exit(FAULTS if report.faults else 0)


def _key(text: str, act: str, language: str) -> str:
    return sha256(f"{act} {language} {text}".encode()).hexdigest()


def _report(imported: "ImportedText") -> None:
    for line, printed, restored, unheard in imported.runs:
        doubt = f"  (nowhere else in the text: {', '.join(unheard)})" if unheard else ""
        click.echo(f"line {line}: {printed} -> {restored}{doubt}")
    for line, text in imported.unplaced:
        click.echo(f"line {line}: no place for: {text}", err=True)
    kinds = list(imported.provisions.values_list("kind", "component"))
    clauses, chapters = (
        kinds.count(("clause", "regulation")),
        kinds.count(("chapter", "regulation")),
    )
    sections = kinds.count(("section", "strategy"))
    click.echo(f"{len(imported.runs)} letter-spaced runs restored")
    click.echo(f"{clauses} clauses in {chapters} chapters, {sections} sections of the Strategy")
    click.echo(f"{imported.notes.count()} amendment events, {len(imported.unplaced)} unplaced")


def _told(found: "ProvisionOn") -> list[str]:
    from django.utils.translation import gettext as _  # noqa: PLC0415 - needs Django set up

    from shanyraq.charter.queries.wordings import sentences  # noqa: PLC0415 - needs Django set up

    heading = ". ".join(part for part in (found.words, found.title) if part)
    parts = [heading, *sentences(found)]
    if found.official and found.official_language != found.language:
        parts.append(_("Official text in Kazakh:"))
    parts += [found.official] if found.official else []
    parts += [f"{found.label}. {found.notice}\n{found.summary}"] if found.summary else []
    return parts
