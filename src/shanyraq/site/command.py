"""The `shanyraq` command."""

import os
import sys
from importlib import import_module

import click

from shanyraq import __version__

FAMILIES = {
    "ballots": "ballots_family:ballots",
    "calendar": "calendar:calendar",
    "charter": "charter_family:charter",
    "decision": "charter_check:decision",
    "demo": "demo:demo",
    "journal": "installation:journal",
    "serve": "installation:serve",
}
"""Where each command stands: its module is read only when it is asked for."""


class Lately(click.Group):
    """Commands read when they are asked for: who verifies a ballot box need not read the law."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted({*super().list_commands(ctx), *FAMILIES})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        if cmd_name not in FAMILIES:
            return super().get_command(ctx, cmd_name)
        module, _, name = FAMILIES[cmd_name].partition(":")
        command: click.Command = getattr(import_module(f"shanyraq.site.commands.{module}"), name)
        return command


@click.group(cls=Lately)
@click.version_option(__version__, prog_name="shanyraq")
def main() -> None:
    """Run a consultative assembly by its own law."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shanyraq.site.settings")


@main.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    """Run one of Django's own commands."""
    from django.core.management import execute_from_command_line  # noqa: PLC0415 - slow import

    execute_from_command_line([sys.argv[0], *arguments])
