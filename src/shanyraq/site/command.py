"""The `shanyraq` command."""

import os
import sys

import click

from shanyraq import __version__
from shanyraq.site.commands import (
    ballots_keys,
    ballots_setup,
    ballots_shuffle,
    ballots_trustee,
    ballots_voting,
    calendar,
    charter_dry_run,
    charter_swap,
    charter_text,
    demo,
    installation,
)
from shanyraq.site.commands.ballots import ballots
from shanyraq.site.commands.charter_check import charter, decision


@click.group()
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


for command in (charter_text.import_text, charter_text.show, charter_text.coverage):
    charter.add_command(command)
charter.add_command(charter_swap.swap)
charter.add_command(charter_dry_run.dry_run)
main.add_command(charter)
for command in (ballots_keys.key, ballots_keys.decrypt):
    ballots_trustee.trustee.add_command(command)
for command in (
    ballots_setup.identifier,
    ballots_setup.credentials,
    ballots_setup.make,
    ballots_voting.vote,
    ballots_voting.cast,
    ballots_voting.close,
    ballots_shuffle.shuffle,
    ballots_shuffle.end_shuffles,
    ballots_voting.result,
    ballots_trustee.trustee,
):
    ballots.add_command(command)
main.add_command(ballots)
main.add_command(decision)
main.add_command(installation.serve)
main.add_command(demo.demo)
main.add_command(installation.journal)
main.add_command(calendar.calendar)
