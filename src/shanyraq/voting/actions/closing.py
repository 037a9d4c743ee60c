"""Closing a vote: the law is asked whether it was adopted, and a decision follows if it was."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from shanyraq.charter.models import StoredVerdict
from shanyraq.law import Verdict, all_of
from shanyraq.platform.journal import Json
from shanyraq.platform.live import publish
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import Done, action
from shanyraq.sittings.models import Session
from shanyraq.sittings.permissions import PROCEDURES
from shanyraq.tally import Result
from shanyraq.voting.actions._steps import answered, require_not_asked_by_poll
from shanyraq.voting.enums import Purpose, State
from shanyraq.voting.hooks import after_decision
from shanyraq.voting.models import Decision, Vote
from shanyraq.voting.permissions import require_closer
from shanyraq.voting.queries import (
    box_count,
    competence_of,
    effect_of,
    hand_count,
    majority_of,
    method_verdict,
    quorum_of,
    tally_of,
)

#: Name of the verdict that holds together all that makes a decision of a Session.
TOGETHER = "session_decision_adopted"
#: The same of a meeting of another body.
TOGETHER_AT_MEETING = "meeting_decision_adopted"


class AlreadyClosed(Refusal):
    """The vote was closed before; its result stands."""

    code = "already-closed"
    message = _("The vote closed at {closed}; its result stands.")


class HandsNotCounted(Refusal):
    """A vote by show of hands ends when the hands have been counted."""

    code = "hands-not-counted"
    message = _("The hands have not been counted yet.")
    remedy = _("Enter the count, then close the vote.")


class BoxNotCounted(Refusal):
    """A secret vote ends when its box has been counted."""

    code = "box-not-counted"
    message = _("The electronic ballot box has not been counted yet.")
    remedy = _(
        "It is closed, the holders of its key open it, and it is counted; then close the vote."
    )


class EndedWithoutResult(Refusal):
    """The vote ended with the giving up of its box."""

    code = "ended-without-result"
    message = _("The vote ended without a result on {closed}: its ballot box was given up.")
    remedy = _("Put the question to the vote again.")


@action(
    "voting.close_vote",
    powers=("close_vote", "preside_at_council", "organise_advisory_bodies"),
    local=("preside_at_small_assembly",),
)
def close_vote(*, occasion: Occasion, vote: Vote) -> Done[Vote]:
    """Close a vote and ask the law for its result (R8.3b, readings A7, A8).

    An adopted vote on a question makes a decision, whose legal effect the law sets (R3); an
    adopted vote on the method sets how the Session, or the question, is voted on. What is not
    adopted keeps its result and changes nothing.

    Raises:
        RunsNoVotes: the actor does not close votes.
        NotPresiding: somebody else presides (A16).
        AskedByPoll: it is a question of a poll.
        AlreadyClosed: the vote is over.
        EndedWithoutResult: it was secret, and its box was given up.
        HandsNotCounted: hands were raised and nobody entered the count.
        BoxNotCounted: it is secret, and its box is not counted.
        LawSilent: the law gives no answer.
    """
    power = require_closer(occasion, vote.session)
    held = Vote.objects.select_for_update(of=("self",)).get(pk=vote.pk)
    _require_open(held)
    result, told = _counted(held)
    majority = answered(majority_of(held, votes_for=result.votes_for, on=occasion.on))
    _keep(held, result, majority=majority, occasion=occasion)
    decision = _decided(held, majority, occasion)
    if decision is not None:
        for follows in after_decision:
            follows(decision=decision, occasion=occasion)
    for topic in held.topics:
        publish(topic)
    verdicts = [_stored(power), *([decision.verdict, decision.effect] if decision else [])]
    facts = {**_facts(held, decision), **told}
    return Done(held, facts=facts, verdicts=[*verdicts, _stored(majority)])


def _require_open(vote: Vote) -> None:
    require_not_asked_by_poll(vote)
    if vote.is_void:
        raise EndedWithoutResult(closed=vote.closed_at)
    if not vote.is_open:
        raise AlreadyClosed(closed=vote.closed_at)


def _counted(vote: Vote) -> tuple[Result, Mapping[str, str]]:
    """What was cast, raised or found in the box, and what the journal keeps of a box."""
    if vote.is_secret:
        count = box_count(vote)
        if count is None:
            raise BoxNotCounted
        return count.result, count.facts
    if not vote.is_electronic and hand_count(vote) is None:
        raise HandsNotCounted
    return tally_of(vote), {}


def _keep(vote: Vote, result: Result, *, majority: Verdict, occasion: Occasion) -> None:
    vote.state = State.CLOSED
    vote.closed_at = occasion.at
    vote.result = _stored(majority)
    vote.adopted = majority.met
    vote.votes_for = result.votes_for
    vote.votes_against = result.against
    vote.votes_abstained = result.abstained
    vote.save()


def _decided(vote: Vote, majority: Verdict, occasion: Occasion) -> Decision | None:
    """The decision an adopted question makes, with everything it rests on."""
    if vote.purpose == Purpose.METHOD or not vote.adopted:
        return None
    session = vote.session
    method = method_verdict(session, vote.item, on=occasion.on)
    conditions = [
        quorum_of(vote),
        *([method] if method else []),
        competence_of(vote.item, on=occasion.on),
        majority,
    ]
    effect = effect_of(vote.item, on=occasion.on)
    together = TOGETHER if session.is_session else TOGETHER_AT_MEETING
    return Decision.objects.create(
        vote=vote,
        number=_number_of_decision(session),
        **_wording(vote),
        legal_effect=effect.value or "",
        adopted_on=occasion.on,
        verdict=_stored(all_of(together, conditions, on=occasion.on)),
        effect=_stored(effect),
    )


def _number_of_decision(session: Session) -> str:
    """The number of the next decision of a sitting: "15/1", "C3/1", "KZ-11-4/1"."""
    place = Decision.objects.filter(vote__session=session).count() + 1
    prefix = PROCEDURES[session.body.classification].prefix
    if session.body.area is not None:
        prefix = f"{session.body.area.iso}-"
    return f"{prefix}{session.number}/{place}"


def _wording(vote: Vote) -> dict[str, str]:
    titles = {f"title_{one}": getattr(vote, f"question_{one}") for one in ("kk", "ru", "en")}
    return titles | {f"text_{one}": getattr(vote, f"text_{one}") for one in ("kk", "ru", "en")}


def _stored(verdict: Verdict) -> StoredVerdict:
    return StoredVerdict.objects.keep(verdict)


def _facts(vote: Vote, decision: Decision | None) -> dict[str, Json]:
    return {
        "session": vote.session.public_id,
        "item": vote.item.public_id,
        "purpose": str(vote.purpose),
        "proposed_method": str(vote.proposed_method),
        "base": vote.base,
        "needed": vote.needed,
        "for": vote.votes_for,
        "against": vote.votes_against,
        "abstained": vote.votes_abstained,
        "adopted": vote.adopted,
        "decision": decision.public_id if decision else None,
        "number": decision.number if decision else None,
        "legal_effect": str(decision.legal_effect) if decision else None,
    }
