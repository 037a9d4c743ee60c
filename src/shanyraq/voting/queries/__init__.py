"""Reads of votes: how they stand, what the law says of them, who was there, what was decided."""

from shanyraq.voting.queries.choosing import (
    NOT_BUILT_REASONS,
    OfferedMethod,
    chosen_method,
    method_vote,
    methods,
)
from shanyraq.voting.queries.law import (
    competence_of,
    effect_of,
    majority_of,
    method_verdict,
    quorum_of,
    right_to_vote,
)
from shanyraq.voting.queries.rolls import (
    CategoryCount,
    Position,
    presence_by_category,
    roll,
    shows_choices,
)
from shanyraq.voting.queries.votes import (
    decision_of,
    decisions_of,
    dissents_of,
    hand_count,
    may_vote,
    open_vote,
    tally_of,
    vote_known,
    vote_of,
    voter_of,
    votes_of,
    votes_on,
)

__all__ = [
    "NOT_BUILT_REASONS",
    "CategoryCount",
    "OfferedMethod",
    "Position",
    "chosen_method",
    "competence_of",
    "decision_of",
    "decisions_of",
    "dissents_of",
    "effect_of",
    "hand_count",
    "majority_of",
    "may_vote",
    "method_verdict",
    "method_vote",
    "methods",
    "open_vote",
    "presence_by_category",
    "quorum_of",
    "right_to_vote",
    "roll",
    "shows_choices",
    "tally_of",
    "vote_known",
    "vote_of",
    "voter_of",
    "votes_of",
    "votes_on",
]
