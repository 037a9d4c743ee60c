"""Closing a poll of the Council: every question has its result, what is adopted is a decision."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.models import Membership
from shanyraq.charter.models import StoredVerdict
from shanyraq.law import Verdict, all_of
from shanyraq.platform.journal import Json
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import Done, action
from shanyraq.sittings.enums import ItemState
from shanyraq.sittings.enums import State as SessionState
from shanyraq.sittings.models import Session
from shanyraq.sittings.permissions import require_met, require_power
from shanyraq.tally import Result
from shanyraq.voting.actions._steps import answered, held_poll
from shanyraq.voting.enums import State
from shanyraq.voting.hooks import after_decision
from shanyraq.voting.models import Decision, Vote, Voter
from shanyraq.voting.permissions import POLLING
from shanyraq.voting.queries import (
    council_competence,
    effect_of,
    may_close_poll,
    nomination_warning,
    opening_time,
    poll_majority,
    poll_result,
    poll_subject,
    poll_votes,
    roll_day,
)

#: Name of the verdict that holds together all that makes a decision by poll.
TOGETHER = "council_decision_by_poll"


class PollStillRuns(Refusal):
    """Members still have time to answer, and not all have."""

    code = "poll-still-runs"
    message = _("The poll ends on {ends}; {answered} of {members} members have answered.")
    remedy = _("Wait for the end, or for the last answer: then it may be closed at once.")


@action("voting.close_poll", powers=("conduct_council_polls",))
def close_poll(*, occasion: Occasion, poll: Session) -> Done[Session]:
    """Close a poll and ask the law for the result of each question (R9.3a, R9.2c).

    Counted are the members of the Council in office on the day on which the poll ended and their
    answers: who left before is out of the total number (A26) and the answer has lapsed like a
    signature (A5); who came during the poll is in it (A13). What is adopted makes a decision.

    Raises:
        NotYours: the actor is not of the Working Organ.
        PollIsClosed: it is over.
        PollStillRuns: its time has not run out and not everybody has answered.
        LawSilent: the law gives no answer.
    """
    power = require_power(POLLING, occasion)
    held = held_poll(poll)
    closing, standing = may_close_poll(held, occasion.at, on=occasion.on)
    numbers = {"answered": standing.answered, "members": standing.members}
    require_met(closing, PollStillRuns, ends=held.ends_at, **numbers)
    seats = list(standing.seats)
    decisions = [_concluded(vote, seats, occasion) for vote in poll_votes(held)]
    held.state, held.closed_at = SessionState.CLOSED, occasion.at
    held.save()
    made = [one for one in decisions if one is not None]
    for decision in made:
        for follows in after_decision:
            follows(decision=decision, occasion=occasion)
    kept = [StoredVerdict.objects.keep(one) for one in (power, closing)]
    rested = [vote.result for vote in poll_votes(held) if vote.result]
    return Done(held, facts=_facts(held, numbers), verdicts=[*kept, *rested])


def _concluded(vote: Vote, seats: Sequence[Membership], occasion: Occasion) -> Decision | None:
    """One question closed, with the decision it makes when it was adopted."""
    _complete_roll(vote, seats)
    result = poll_result(vote, seats)
    poll = vote.session
    majority = answered(
        poll_majority(poll, members=result.base, votes_for=result.votes_for, on=occasion.on)
    )
    _keep(vote, result, majority=majority, occasion=occasion)
    return _decided(vote, majority, occasion) if majority.met else None


def _complete_roll(vote: Vote, seats: Sequence[Membership]) -> None:
    """Add to the roll who came to the Council during the poll and has not answered."""
    known = set(vote.voters.values_list("membership_id", flat=True))
    Voter.objects.bulk_create(
        Voter(vote=vote, membership=seat) for seat in seats if seat.pk not in known
    )


def _keep(vote: Vote, result: Result, *, majority: Verdict, occasion: Occasion) -> None:
    vote.state, vote.closed_at = State.CLOSED, occasion.at
    vote.members = vote.present = vote.base = result.base
    vote.needed = majority.needed or 0
    vote.result = StoredVerdict.objects.keep(majority)
    vote.adopted = majority.met
    vote.votes_for = result.votes_for
    vote.votes_against = result.against
    vote.votes_abstained = result.abstained
    vote.save()
    item = vote.item
    item.state, item.finished_at = ItemState.FINISHED, occasion.at
    item.save()


def _decided(vote: Vote, majority: Verdict, occasion: Occasion) -> Decision:
    poll, kind, on = vote.session, vote.item.kind, occasion.on
    conditions = [
        poll_subject(kind, on=on),
        nomination_warning(kind, on=on),
        opening_time(poll, closed_on=roll_day(poll, occasion.at), on=on),
        council_competence(kind, on=on),
        majority,
    ]
    effect = effect_of(vote.item, on=on)
    words = {
        f"{stem}_{one}": getattr(vote, f"{source}_{one}")
        for stem, source in (("title", "question"), ("text", "text"))
        for one in ("kk", "ru", "en")
    }
    return Decision.objects.create(
        vote=vote,
        number=f"P{poll.number}/{vote.item.number}",
        legal_effect=effect.value or "",
        adopted_on=on,
        verdict=StoredVerdict.objects.keep(all_of(TOGETHER, conditions, on=on)),
        effect=StoredVerdict.objects.keep(effect),
        **words,
    )


def _facts(poll: Session, numbers: dict[str, int]) -> dict[str, Json]:
    return {
        **numbers,
        "questions": [
            {
                "vote": vote.public_id,
                "base": vote.base,
                "needed": vote.needed,
                "for": vote.votes_for,
                "against": vote.votes_against,
                "abstained": vote.votes_abstained,
                "adopted": vote.adopted,
                "decision": vote.decision.public_id if vote.adopted else None,
            }
            for vote in poll_votes(poll)
        ],
    }
