"""Reads of who was there when a vote opened, by category and by name."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from shanyraq.bodies.enums import Category
from shanyraq.bodies.queries import members_in_office
from shanyraq.platform.clock import date_of
from shanyraq.platform.languages import active
from shanyraq.voting.enums import Choice
from shanyraq.voting.models import Ballot, Vote, Voter


@dataclass(frozen=True, slots=True)
class CategoryCount:
    """Members of one category: how many in office, how many were present."""

    label: str
    members: int
    present: int


@dataclass(frozen=True, slots=True)
class Position:
    """One voter by name; the choice is None when he did not vote or hands were only counted."""

    name: str
    choice: Choice | None
    cast_at: dt.datetime | None


def presence_by_category(vote: Vote) -> list[CategoryCount]:
    """Members in office and those present when a vote opened, by category; for the whole roll."""
    office = members_in_office(vote.session.body, date_of(vote.opened_at)).order_by()
    members = _by_category(office.values_list("category", flat=True))
    voters = vote.voters.values_list("membership__category", flat=True)
    present = _by_category(voters)
    return [
        CategoryCount(str(category.label), members[category], present.get(category, 0))
        for category in Category
        if category in members
    ]


def _by_category(values: Iterable[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return counts


def roll(vote: Vote) -> list[Position]:
    """Who was present when a vote opened and how each voted, by name; open voting is public."""
    language = active()
    voters = vote.voters.select_related("membership__person", "ballot").order_by(
        f"membership__person__name_{language}_sort", "pk"
    )
    return [_position(voter) for voter in voters]


def shows_choices(vote: Vote) -> bool:
    """Whether the roll tells how each voted: in a closed electronic vote."""
    return vote.is_electronic and not vote.is_open


def _position(voter: Voter) -> Position:
    ballot: Ballot | None = getattr(voter, "ballot", None)
    name = voter.membership.person.name
    if ballot is None:
        return Position(name, None, None)
    return Position(name, Choice(ballot.choice), ballot.cast_at)
