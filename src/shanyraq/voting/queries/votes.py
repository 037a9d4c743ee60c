"""Reads of votes and decisions: what is open, how it stands, who may vote."""

from django.db.models import Count, QuerySet
from django.shortcuts import get_object_or_404

from shanyraq.people.models import Person
from shanyraq.platform.occasion import Actor
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.tally import Result
from shanyraq.voting.enums import Choice, State
from shanyraq.voting.models import Ballot, Decision, Dissent, HandCount, Vote, Voter


def vote_of(public_id: str) -> Vote:
    """The vote of a public identifier.

    Raises:
        Http404: there is none.
    """
    return get_object_or_404(_votes().select_related("decision"), public_id=public_id)


def vote_known(public_id: str) -> Vote:
    """The vote of a public identifier with its decision, for a part of a page.

    Raises:
        LookupError: there is none.
    """
    vote = _votes().select_related("decision").filter(public_id=public_id).first()
    if vote is None:
        raise LookupError(public_id)
    return vote


def decision_of(public_id: str) -> Decision:
    """The decision of a public identifier.

    Raises:
        Http404: there is none.
    """
    return get_object_or_404(_decisions(), public_id=public_id)


def open_vote(session: Session) -> Vote | None:
    """The vote that a Session holds now."""
    return _votes().filter(session=session, state=State.OPEN).first()


def votes_of(session: Session) -> QuerySet[Vote]:
    """Every vote of a Session, the latest first."""
    return _votes().filter(session=session)


def votes_on(item: AgendaItem) -> QuerySet[Vote]:
    """Every vote on an item of the agenda, the latest first."""
    return _votes().filter(item=item)


def decisions_of(session: Session) -> QuerySet[Decision]:
    """What a Session decided, in the order of adoption."""
    return _decisions().filter(vote__session=session).order_by("vote__closed_at", "pk")


def dissents_of(decision: Decision) -> QuerySet[Dissent]:
    """Opinions on a decision in the order in which they came."""
    return decision.dissents.select_related("person")


def tally_of(vote: Vote) -> Result:
    """How a vote stands: what was cast or counted so far in its base; final once it is closed."""
    if vote.votes_for is not None:
        return Result(
            base=vote.base,
            votes_for=vote.votes_for,
            against=vote.votes_against or 0,
            abstained=vote.votes_abstained or 0,
        )
    return _by_ballots(vote) if vote.is_electronic else _by_hands(vote)


def _by_ballots(vote: Vote) -> Result:
    cast = Ballot.objects.filter(voter__vote=vote).values_list("choice").annotate(Count("pk"))
    counts = dict(cast)
    return Result(
        base=vote.base,
        votes_for=counts.get(Choice.FOR, 0),
        against=counts.get(Choice.AGAINST, 0),
        abstained=counts.get(Choice.ABSTAIN, 0),
    )


def _by_hands(vote: Vote) -> Result:
    count = hand_count(vote)
    if count is None:
        return Result(base=vote.base, votes_for=0)
    return Result(
        base=vote.base,
        votes_for=count.votes_for,
        against=count.votes_against,
        abstained=count.votes_abstained,
    )


def hand_count(vote: Vote) -> HandCount | None:
    """What the clerk counted; None while nothing was."""
    return HandCount.objects.filter(vote=vote).first()


def voter_of(vote: Vote, actor: Actor) -> Voter | None:
    """The actor's right to vote, with the ballot if it was used."""
    return (
        Voter.objects.filter(vote=vote, membership__person__public_id=actor.public_id)
        .select_related("ballot")
        .first()
    )


def may_vote(vote: Vote, person: Person) -> bool:
    """Whether a person may still cast a vote: on the roll, not voted, vote open and electronic."""
    unused = Voter.objects.filter(vote=vote, membership__person=person, ballot=None)
    return vote.is_open and vote.is_electronic and unused.exists()


def _votes() -> QuerySet[Vote]:
    return Vote.objects.select_related("session__body", "item")


def _decisions() -> QuerySet[Decision]:
    return Decision.objects.select_related(
        "vote__session__body", "vote__item", "vote__quorum", "vote__result", "verdict", "effect"
    )
