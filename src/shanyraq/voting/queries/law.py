"""Questions to the law about a vote; each answer names the record its facts were read from."""

import datetime as dt

from shanyraq.bodies.queries import MEMBER_POSTS
from shanyraq.charter.queries import ask
from shanyraq.law import Verdict
from shanyraq.platform.clock import date_of
from shanyraq.sittings import permissions as sittings_permissions
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.sittings.permissions import VOTING, rules_of
from shanyraq.sittings.queries import quorum_verdict
from shanyraq.voting.enums import Purpose
from shanyraq.voting.models import Vote
from shanyraq.voting.queries.choosing import method_vote

#: The rule by which a poll of the Council is decided (R9.3a).
POLL = "council_poll"


def right_to_vote(vote: Vote, *, registered: bool) -> Verdict:
    """What the law says of one who was, or was not, registered when the vote opened (A7).

    At a meeting of another body it is asked for the right of the body's members.
    """
    on = date_of(vote.opened_at)
    if vote.session.is_session:
        facts = {"registered_when_vote_opened": registered}
        return ask("vote_needs_presence", on=on, facts=facts)
    rules = rules_of(vote.session.body, on)
    seat = MEMBER_POSTS.get(vote.session.body.classification, "")
    return rules.law.can(rules.power(VOTING), {seat} if registered else set())


def quorum_of(vote: Vote) -> Verdict:
    """The law's answer on presence when a vote opened, asked again with the numbers kept."""
    return quorum_verdict(
        vote.session,
        members=vote.members,
        present=vote.present,
        on=date_of(vote.opened_at),
        source=f"vote:{vote.public_id}",
    )


def majority_of(vote: Vote, *, votes_for: int, on: dt.date) -> Verdict:
    """The law's answer on so many votes for in a vote's base (R8.3b, R9.2c, R16.2)."""
    rules = rules_of(vote.session.body, on)
    base = rules.procedure.base
    rule = POLL if vote.purpose == Purpose.POLL else rules.procedure.majority
    sources = dict.fromkeys((base, "for"), f"vote:{vote.public_id}")
    return rules.ask(rule, {base: vote.base, "for": votes_for}, sources=sources)


def method_verdict(session: Session, item: AgendaItem, *, on: dt.date) -> Verdict | None:
    """The law's answer on whether the method was chosen before a question is voted on (R8.3c).

    None for a meeting of another body: the clause speaks of the Session alone (A10).
    """
    if not session.is_session:
        return None
    vote = method_vote(session, item)
    sources = {} if vote is None else {"method_chosen": f"vote:{vote.public_id}"}
    facts = {"method_chosen": vote is not None}
    return ask("method_before_vote", on=on, facts=facts, sources=sources)


def competence_of(item: AgendaItem, *, on: dt.date) -> Verdict:
    """The law's answer on whether an item is within the powers of the body that sits (R8.4)."""
    return sittings_permissions.competence_of(item.kind, rules_of(item.session.body, on))


def effect_of(item: AgendaItem, *, on: dt.date) -> Verdict:
    """The law's answer on what force a decision on an item has (R3); `value` is the word."""
    return ask("legal_effect", on=on, facts={"decision": str(item.kind)})
