"""Questions to the law about a vote; each answer names the record its facts were read from."""

import datetime as dt

from shanyraq.charter.queries import ask, law_on
from shanyraq.law import Verdict
from shanyraq.platform.clock import date_of
from shanyraq.sittings.enums import ItemKind
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.voting.models import Vote
from shanyraq.voting.queries.choosing import method_vote

#: How the charter calls the body that a Session is, when it asks who holds a power.
SESSION = "session"
#: The power by which the Session chooses the method of voting (R8.3c).
CHOOSING = "determine_voting_method"


def right_to_vote(vote: Vote, *, registered: bool) -> Verdict:
    """What the law says of one who was, or was not, registered when the vote opened (A7)."""
    facts = {"registered_when_vote_opened": registered}
    return ask("vote_needs_presence", on=date_of(vote.opened_at), facts=facts)


def quorum_of(vote: Vote) -> Verdict:
    """The law's answer on presence when a vote opened, asked again with the numbers kept."""
    return ask(
        "session_quorum",
        on=date_of(vote.opened_at),
        facts={"members": vote.members, "present": vote.present},
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
