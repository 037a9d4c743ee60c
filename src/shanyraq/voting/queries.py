"""Reads of votes: what is open, how it stands, who may vote, what was decided and by whom."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, QuerySet
from django.shortcuts import get_object_or_404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.enums import Category
from shanyraq.bodies.queries import members_in_office
from shanyraq.charter.queries import ask, law_on
from shanyraq.law import Verdict
from shanyraq.people.models import Person
from shanyraq.platform.clock import date_of
from shanyraq.platform.languages import active
from shanyraq.platform.occasion import Actor
from shanyraq.sittings.enums import ItemKind
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.tally import Result
from shanyraq.voting.enums import BUILT, Choice, Method, Purpose, State
from shanyraq.voting.models import Ballot, Decision, Dissent, HandCount, Vote, Voter

#: How the charter calls the body that a Session is, when it asks who holds a power.
SESSION = "session"
#: The power by which the Session chooses the method of voting (R8.3c).
CHOOSING = "determine_voting_method"

NOT_BUILT_REASONS: dict[Method, Promise] = {
    Method.ROLL_CALL: _("Voting by roll call comes in a later version."),
    Method.SECRET_PAPER: _("Secret voting on paper comes in a later version."),
    Method.SECRET_ELECTRONIC: _("Secret electronic voting comes in a later version."),
}


@dataclass(frozen=True, slots=True)
class OfferedMethod:
    """A method of voting the Session may choose by law, and whether it can be held here.

    Attributes:
        reason: why it cannot; empty when it can.
    """

    method: Method
    available: bool
    reason: str | Promise = ""

    @property
    def label(self) -> str:
        """What it is called in the reader's language."""
        return str(self.method.label)


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


def vote_of(public_id: str) -> Vote:
    """The vote of a public identifier.

    Raises:
        Http404: there is none.
    """
    return get_object_or_404(_votes(), public_id=public_id)


def decision_of(public_id: str) -> Decision:
    """The decision of a public identifier.

    Raises:
        Http404: there is none.
    """
    return get_object_or_404(_decisions(), public_id=public_id)


def open_vote(session: Session) -> Vote | None:
    """The vote that a Session holds now."""
    return _votes().filter(session=session, state=State.OPEN).first()


def latest_vote(session_public_id: str) -> Vote | None:
    """The vote that a Session opened last, with its decision if it made one."""
    votes = _votes().select_related("decision").filter(session__public_id=session_public_id)
    return votes.first()


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


def methods(on: dt.date) -> list[OfferedMethod]:
    """Methods of voting which the charter offers on a date, those built here first."""
    words = law_on(on).parameter("A10", "methods")
    offered = [Method(str(word)) for word in (words if isinstance(words, Iterable) else ())]
    return [
        OfferedMethod(method, method in BUILT, NOT_BUILT_REASONS.get(method, ""))
        for method in sorted(offered, key=lambda one: one not in BUILT)
    ]


def method_vote(session: Session, item: AgendaItem | None = None) -> Vote | None:
    """The adopted vote by which the method for a question was chosen (R8.3c, reading A10).

    A question's own choice goes before the Session's; of several the latest counts.
    """
    adopted = Vote.objects.filter(session=session, purpose=Purpose.METHOD, adopted=True)
    own = None if item is None else adopted.filter(item=item).first()
    return own or adopted.filter(item__kind=ItemKind.CHOOSE_VOTING_METHOD).first()


def chosen_method(session: Session, item: AgendaItem | None = None) -> Method | None:
    """How a Session votes, or how it votes on one question; None while it has not chosen."""
    vote = method_vote(session, item)
    return None if vote is None else Method(vote.proposed_method)


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


def right_to_vote(vote: Vote, *, registered: bool) -> Verdict:
    """What the law says of one who was, or was not, registered when the vote opened (A7)."""
    facts = {"registered_when_vote_opened": registered}
    return ask("vote_needs_presence", on=date_of(vote.opened_at), facts=facts)


def quorum_of(vote: Vote) -> Verdict:
    """The law's answer on presence when a vote opened, asked again with the numbers kept."""
    return ask(
        "session_quorum",
        on=date_of(vote.opened_at),
        facts={"members": vote.members, "present": vote.base},
        sources={
            "members": f"membership:{vote.session.body.public_id}",
            "present": f"vote:{vote.public_id}",
        },
    )


def majority_of(vote: Vote, *, votes_for: int, on: dt.date) -> Verdict:
    """The law's answer on so many votes for in a vote's base (R8.3b, readings A7, A8)."""
    return ask(
        "session_decision",
        on=on,
        facts={"present": vote.base, "for": votes_for},
        sources=dict.fromkeys(("present", "for"), f"vote:{vote.public_id}"),
    )


def method_verdict(session: Session, item: AgendaItem, *, on: dt.date) -> Verdict:
    """The law's answer on whether the method was chosen before a question is voted on (R8.3c)."""
    vote = method_vote(session, item)
    sources = {} if vote is None else {"method_chosen": f"vote:{vote.public_id}"}
    facts = {"method_chosen": vote is not None}
    return ask("method_before_vote", on=on, facts=facts, sources=sources)


def competence_of(item: AgendaItem, *, on: dt.date) -> Verdict:
    """The law's answer on whether an item is within the Session's powers (R8.4)."""
    procedural = item.kind == ItemKind.CHOOSE_VOTING_METHOD
    return law_on(on).can(CHOOSING if procedural else item.kind, {SESSION})


def effect_of(item: AgendaItem, *, on: dt.date) -> Verdict:
    """The law's answer on what force a decision on an item has (R3); `value` is the word."""
    return ask("legal_effect", on=on, facts={"decision": str(item.kind)})


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


def _position(voter: Voter) -> Position:
    ballot: Ballot | None = getattr(voter, "ballot", None)
    name = voter.membership.person.name
    if ballot is None:
        return Position(name, None, None)
    return Position(name, Choice(ballot.choice), ballot.cast_at)


def _votes() -> QuerySet[Vote]:
    return Vote.objects.select_related("session__body", "item")


def _decisions() -> QuerySet[Decision]:
    return Decision.objects.select_related(
        "vote__session__body", "vote__item", "vote__quorum", "vote__result", "verdict", "effect"
    )
