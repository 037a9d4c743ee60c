"""The command by which an installation passes to another charter pack."""

import os

import click

from shanyraq.site.commands.installation import prepare
from shanyraq.site.home import home, remember_pack


@click.command()
@click.option("--to", "name", required=True, help="The charter pack to live under from now on.")
def swap(name: str) -> None:
    """Let new acts be judged by another charter pack; what was decided stays as it was.

    The change is entered in the journal. Every stored verdict is recomputed from its own pack
    before and after, and the command says how many agree. Start running processes anew.
    """
    prepare()
    from shanyraq.charter.actions import swap_pack  # noqa: PLC0415 - needs Django set up
    from shanyraq.charter.queries import PACK  # noqa: PLC0415 - needs Django set up
    from shanyraq.platform import clock  # noqa: PLC0415 - needs Django set up
    from shanyraq.platform.occasion import SYSTEM, Occasion  # noqa: PLC0415 - needs Django set up
    from shanyraq.platform.refusals import Refusal  # noqa: PLC0415 - needs Django set up

    click.echo(f"The charter so far: {PACK}.")
    _recompute()
    try:
        change = swap_pack(occasion=Occasion(actor=SYSTEM, at=clock.now()), to=name)
    except Refusal as refusal:
        raise click.ClickException(f"{refusal.sentence} {refusal.remedy_sentence}") from refusal
    remember_pack(home(), name)
    click.echo(f"The charter from now on: {name} ({change.after}), sha256 {change.after.sha256}.")
    _recompute()
    click.echo("Entered in the journal. Start the running processes anew.")
    if os.environ.get("SHANYRAQ_PACK"):
        click.echo("SHANYRAQ_PACK is set and prevails over what is remembered: change it too.")


def _recompute() -> None:
    """Say how many stored verdicts their own law still gives.

    Raises:
        click.ClickException: one of them differs.
    """
    from shanyraq.charter.models import StoredVerdict  # noqa: PLC0415 - needs Django set up
    from shanyraq.charter.queries.verdicts import disagreeing  # noqa: PLC0415 - as above

    number, differing = StoredVerdict.objects.count(), list(disagreeing())
    if differing:
        raise click.ClickException(f"{len(differing)} of {number} stored verdicts differ")
    click.echo(f"{number} stored verdicts recomputed, each from its own law: all agree.")
