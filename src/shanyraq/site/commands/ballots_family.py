"""All commands for secret ballots, each holder's own."""

from shanyraq.site.commands import (
    ballots_keys,
    ballots_setup,
    ballots_shuffle,
    ballots_trustee,
    ballots_voting,
)
from shanyraq.site.commands.ballots import ballots

for command in (ballots_keys.key, ballots_keys.decrypt):
    ballots_trustee.trustee.add_command(command)
for command in (
    ballots_setup.identifier,
    ballots_setup.credentials,
    ballots_setup.make,
    ballots_setup.compare,
    ballots_voting.vote,
    ballots_voting.cast,
    ballots_voting.close,
    ballots_shuffle.shuffle,
    ballots_shuffle.end_shuffles,
    ballots_voting.result,
    ballots_trustee.trustee,
):
    ballots.add_command(command)

__all__ = ["ballots"]
