"""Reads of secret votes, whose ballot box a chapter above holds."""

from collections.abc import Mapping

from shanyraq.sittings.models import AgendaItem
from shanyraq.voting.hooks import SecretCount, secret_votes
from shanyraq.voting.models import Vote


def box_count(vote: Vote) -> SecretCount | None:
    """How the ballot box of a secret vote was counted; None before it is."""
    return secret_votes[0].count(vote)


def sealed_columns(item: AgendaItem) -> Mapping[str, str] | None:
    """What was sealed with the ballot box of a question, as columns of a vote; None without one."""
    return secret_votes[0].wording(item)


def sealed_vote(item: AgendaItem) -> Vote | None:
    """The same as a vote that is not opened yet, to be shown."""
    columns = sealed_columns(item)
    return None if columns is None else Vote(**columns)
