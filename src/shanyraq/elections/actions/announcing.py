"""Announcing the result: the election law is asked for each candidate (readings A11, A12, A45)."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from shanyraq.charter.models import StoredVerdict
from shanyraq.elections.actions._ballot import put_on_the_ballot
from shanyraq.elections.enums import State
from shanyraq.elections.models import Candidate, CandidateResult, Election
from shanyraq.elections.queries import (
    Count,
    Placing,
    answer_of,
    candidates_of,
    count_of,
    effect_of,
    place_of,
    placed,
    rivals_beyond_seats,
)
from shanyraq.law import Verdict
from shanyraq.platform.journal import Json
from shanyraq.platform.live import publish
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import Done, action
from shanyraq.voting.actions._steps import answered
from shanyraq.voting.permissions import require_closer


class NotUnderWay(Refusal):
    """A result is announced once, of an election that opened."""

    code = "not-under-way"
    message = _("This election is not under way: it has not opened, or its result was announced.")
    remedy = _("Open it first; an announced result stands.")


class BallotsNotCounted(Refusal):
    """The result follows from the commission's protocol."""

    code = "ballots-not-counted"
    message = _("The protocol of the counting commission has not been entered yet.")
    remedy = _("The Working Organ enters the protocol; then the result is announced.")


class BoxNotOpened(Refusal):
    """The result of an electronic ballot follows from its opened box."""

    code = "box-not-opened"
    message = _("The electronic ballot box has not been counted yet.")
    remedy = _(
        "It is closed, the holders of its key open it, and it is counted; then announce the result."
    )


@action("elections.announce", powers=("close_vote",))
def announce(*, occasion: Occasion, election: Election) -> Done[Election]:
    """Announce who is elected, with the law's answer on each candidate and the force of it (R3).

    More candidates above the majority than seats: the first by votes. A tie for the last seat, or
    a seat left empty, prepares a repeat vote among those who still stand (reading A45).

    Raises:
        RunsNoVotes: the actor does not close votes.
        NotPresiding: somebody else presides (A16).
        NotUnderWay: it has not opened, or its result was announced.
        BallotsNotCounted: there is no protocol.
        BoxNotOpened: it is electronic, and its box is not counted.
        LawSilent: the law gives no answer.
    """
    power = require_closer(occasion, election.item.session)
    held = Election.objects.select_for_update(of=("self",)).get(pk=election.pk)
    if held.state != State.OPEN:
        raise NotUnderWay
    count = count_of(held)
    if count is None:
        raise BoxNotOpened if held.is_electronic else BallotsNotCounted
    votes = count.votes
    answers = _answers(held, votes, count=count, occasion=occasion)
    placing = _placed(held, votes, answers)
    results = _kept_results(votes, answers, placing)
    effect = _close(held, placing, occasion)
    repeat = _repeat(held, placing, occasion)
    publish(held.item.session.topic)
    verdicts = [StoredVerdict.objects.keep(power), effect, *(one.verdict for one in results)]
    return Done(held, facts=_facts(held, results, repeat=repeat), verdicts=verdicts)


def _answers(
    election: Election, votes: Mapping[int, int], *, count: Count, occasion: Occasion
) -> dict[int, Verdict]:
    """The election law's yes or no to each candidate."""
    return {
        one: answered(answer_of(election, one, votes, count=count, on=occasion.on)) for one in votes
    }


def _placed(
    election: Election, votes: Mapping[int, int], answers: Mapping[int, Verdict]
) -> Placing:
    return placed(
        votes,
        passed=[one for one, verdict in answers.items() if verdict.met],
        seats=election.seats,
        rivals_beyond_seats=rivals_beyond_seats(election.pack),
    )


def _kept_results(
    votes: Mapping[int, int], answers: Mapping[int, Verdict], placing: Placing
) -> list[CandidateResult]:
    return CandidateResult.objects.bulk_create(
        CandidateResult(
            candidate_id=one,
            votes=own,
            place=place_of(one, votes),
            elected=one in placing.elected,
            verdict=StoredVerdict.objects.keep(answers[one]),
        )
        for one, own in votes.items()
    )


def _close(election: Election, placing: Placing, occasion: Occasion) -> StoredVerdict:
    effect = effect_of(election, on=occasion.on)
    election.state, election.announced_at = State.ANNOUNCED, occasion.at
    election.unfilled = placing.unfilled
    election.effect = StoredVerdict.objects.keep(effect)
    election.legal_effect = effect.value or ""
    election.save()
    return election.effect


def _repeat(election: Election, placing: Placing, occasion: Occasion) -> Election | None:
    """The repeat vote for the seats left, prepared; None when none is left or nobody stands."""
    if not placing.contenders:
        return None
    again = Election.objects.create(
        item=election.item,
        nomination=election.nomination,
        pack=election.pack,
        seats=placing.unfilled,
        method=election.method,
        round=election.round + 1,
        repeats=election,
        prepared_at=occasion.at,
    )
    standing = {one.pk: one.person for one in candidates_of(election)}
    put_on_the_ballot(again, (standing[one] for one in sorted(placing.contenders)))
    return again


def _facts(
    election: Election, results: list[CandidateResult], *, repeat: Election | None
) -> dict[str, Json]:
    keys = {one.pk: one.public_id for one in Candidate.objects.filter(election=election)}
    return {
        "votes": {keys[one.candidate_id]: one.votes for one in results},
        "elected": [keys[one.candidate_id] for one in results if one.elected],
        "unfilled": election.unfilled,
        "legal_effect": str(election.legal_effect),
        "repeat": repeat.public_id if repeat else None,
    }
