"""The command that tries an amendment of the charter on everything that was decided."""

import datetime as dt
import sys
from typing import TYPE_CHECKING

import click

from shanyraq.law.amending import Change, UnfitChange
from shanyraq.law.facts import WrongQuestion
from shanyraq.law.provisions import LANGUAGES, Language
from shanyraq.site.commands.charter_text import DAY
from shanyraq.site.commands.installation import prepare

if TYPE_CHECKING:
    from shanyraq.charter.queries import Otherwise

SOME_DIFFER = 1


@click.command("dry-run")
@click.option("--change", "changes", multiple=True, required=True, metavar="RULE.FIELD=VALUE")
@click.option("--since", type=DAY, help="The first day of the verdicts examined.")
@click.option("--until", type=DAY, help="The last day of the verdicts examined.")
@click.option("--lang", type=click.Choice(LANGUAGES), default="en", show_default=True)
def dry_run(
    changes: tuple[str, ...],
    since: dt.datetime | None,
    until: dt.datetime | None,
    *,
    lang: Language,
) -> None:
    """Name the past verdicts that would have come out otherwise under a changed charter.

    Nothing is changed: the charter is amended in memory, and every stored verdict that rests on a
    changed rule is asked again from its own facts. Exit status: 0 none differs, 1 some differ,
    2 no such change is possible.
    """
    prepare()
    from shanyraq.charter.queries import dry_run as run  # noqa: PLC0415 - needs Django set up

    try:
        found = run(
            [Change.read(written) for written in changes],
            since=since.date() if since else None,
            until=until.date() if until else None,
            progress=_progress,
        )
    except (UnfitChange, WrongQuestion) as wrong:
        raise click.UsageError(str(wrong)) from wrong
    for each in found.otherwise:
        click.echo(_line(each, lang))
    click.echo(f"{found.examined} verdicts examined, {found.differing} would differ")
    sys.exit(SOME_DIFFER if found.differing else 0)


def _progress(done: int, total: int) -> None:
    click.echo(f"{done} of {total} read", err=True)


def _line(each: "Otherwise", lang: Language) -> str:
    stored = each.stored
    needed = f" ({each.needed_before} -> {each.needed_after})" if each.needed_before else ""
    outcomes = f"{each.old_outcome} -> {each.new_outcome}{needed}"
    told = each.before.tell(lang).reason
    return f"{stored.on} {stored.public_id} {stored.rule}: {outcomes}. {told}"
