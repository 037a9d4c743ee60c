"""All commands that ask the law, look after its text or change it."""

from shanyraq.site.commands import charter_dry_run, charter_swap, charter_text
from shanyraq.site.commands.charter_check import charter

for command in (
    charter_text.import_text,
    charter_text.show,
    charter_text.coverage,
    charter_swap.swap,
    charter_dry_run.dry_run,
):
    charter.add_command(command)

__all__ = ["charter"]
