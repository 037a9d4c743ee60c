"""The command that builds a demonstration of the charter pack named."""

import os

import click

from shanyraq.site.commands.charter_check import own_pack
from shanyraq.site.commands.installation import prepare
from shanyraq.site.home import home, remember_pack


@click.command()
@click.option("--fresh", is_flag=True, help="Forget the installation's data and build anew.")
@click.option("--pack", "name", default=own_pack, help="The charter pack whose institution it is.")
def demo(*, fresh: bool, name: str) -> None:
    """Build the demonstration of a charter pack, unless it is there already.

    The pack is remembered, so that `shanyraq serve` asks the same law.
    """
    _choose(name)
    os.environ["SHANYRAQ_DEMONSTRATION"] = "1"
    prepare()
    from shanyraq.demonstration import building  # noqa: PLC0415 - needs Django set up
    from shanyraq.platform.refusals import Refusal  # noqa: PLC0415 - needs Django set up

    try:
        building.build(fresh=fresh, say=click.echo)
    except Refusal as refusal:
        raise click.ClickException(f"{refusal.sentence} {refusal.remedy_sentence}") from refusal
    remember_pack(home(), name)


def _choose(name: str) -> None:
    """Let this process ask the pack, before anything has read the settings.

    Raises:
        click.UsageError: no pack is called so.
    """
    from shanyraq.law import UnknownPack, find_pack  # noqa: PLC0415 - slow import

    try:
        find_pack(name)
    except UnknownPack as unknown:
        raise click.UsageError(str(unknown)) from unknown
    os.environ["SHANYRAQ_PACK"] = name
