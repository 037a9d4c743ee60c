"""A poll is closed: who counts, what is adopted, what became of those who came and went."""

import datetime as dt

import pytest
from tests.bodies.builders import a_seat
from tests.voting.builders import (
    DAY,
    a_council,
    a_poll,
    actor_of,
    answer,
    by,
    concluded,
    poll_ends,
    sheet,
)

from shanyraq.bodies.models import Membership
from shanyraq.charter.queries import ask, verdict_again
from shanyraq.law import Outcome
from shanyraq.platform.journal import verify
from shanyraq.sittings.enums import ItemState
from shanyraq.sittings.enums import State as SessionState
from shanyraq.sittings.models import Session
from shanyraq.sittings.permissions import NotYours
from shanyraq.voting.actions import answer_poll, close_poll
from shanyraq.voting.actions._steps import PollIsClosed
from shanyraq.voting.actions.concluding import PollStillRuns
from shanyraq.voting.enums import Choice, LegalEffect
from shanyraq.voting.models import Decision, Vote
from shanyraq.voting.queries import (
    answers_of,
    open_polls,
    poll_votes,
    unanswered,
)

pytestmark = pytest.mark.django_db

NEXT = DAY + dt.timedelta(days=1)


def vote_of(poll: Session) -> Vote:
    return poll_votes(poll).get()


def leaves(member: Membership, on: dt.date) -> None:
    Membership.objects.filter(pk=member.pk).update(end_date=on)


# Closing.


def test_two_thirds_of_all_members_adopt_and_a_decision_is_made() -> None:
    house = a_council()
    poll = a_poll(house)
    needed = vote_of(poll).needed
    answer(poll, house.members[:needed])
    concluded(house, poll)
    vote = vote_of(poll)
    assert (vote.adopted, vote.votes_for) == (True, needed)
    assert vote.result is not None
    assert (vote.result.outcome, vote.result.clause) == (Outcome.MET, "R9.3a")
    decision = vote.decision
    assert decision.number == f"P{poll.number}/1"
    assert decision.legal_effect == LegalEffect.RECOMMENDATORY
    assert verdict_again(decision.verdict).met
    assert vote.item.state == ItemState.FINISHED
    assert verify() == []


def test_one_short_of_two_thirds_lapses_with_its_explanation() -> None:
    house = a_council()
    poll = a_poll(house)
    needed = vote_of(poll).needed
    answer(poll, house.members[: needed - 1])
    concluded(house, poll)
    vote = vote_of(poll)
    assert vote.adopted is False
    assert not Decision.objects.exists()
    assert vote.result is not None
    told = verdict_again(vote.result)
    assert (told.outcome, told.needed) == (Outcome.NOT_MET, needed)


def test_each_question_has_its_own_result() -> None:
    house = a_council(members=3)
    poll = a_poll(house, questions=2)
    first, second = sheet(poll)
    for member in house.members:
        answers = {first: Choice.FOR, second: Choice.AGAINST}
        answer_poll(occasion=by(actor_of(member)), poll=poll, answers=answers)
    close_poll(occasion=by(house.clerk), poll=poll)
    assert [vote.adopted for vote in poll_votes(poll)] == [True, False]


def test_a_poll_closes_when_its_time_is_over_or_everybody_has_answered() -> None:
    house = a_council(members=2)
    early, timely = a_poll(house), a_poll(house)
    answer(early, house.members[:1])
    with pytest.raises(PollStillRuns):
        close_poll(occasion=by(house.clerk), poll=early)
    answer(early, house.members[1:])
    assert close_poll(occasion=by(house.clerk), poll=early).state == SessionState.CLOSED
    with pytest.raises(PollStillRuns):
        close_poll(occasion=by(house.clerk), poll=timely)
    assert concluded(house, timely).state == SessionState.CLOSED


def test_only_the_working_organ_closes_and_once() -> None:
    house = a_council(members=2)
    poll = a_poll(house)
    answer(poll, house.members)
    with pytest.raises(NotYours):
        close_poll(occasion=by(actor_of(house.members[0])), poll=poll)
    close_poll(occasion=by(house.clerk), poll=poll)
    with pytest.raises(PollIsClosed):
        close_poll(occasion=by(house.clerk), poll=poll)


# Who comes and goes while it runs.


def test_who_leaves_before_the_end_is_out_of_the_total_and_the_answer_lapses() -> None:
    house = a_council(members=6)
    poll = a_poll(house)
    answer(poll, house.members[:3])
    answer(poll, house.members[3:4], Choice.AGAINST)
    leaves(house.members[0], NEXT)
    leaves(house.members[3], NEXT)
    poll = concluded(house, poll)
    vote = vote_of(poll)
    assert (vote.base, vote.votes_for, vote.votes_against) == (4, 2, 0)
    assert [one.lapsed for one in answers_of(poll)].count(True) == 2


def test_a_resignation_can_bring_what_is_needed_within_reach() -> None:
    house = a_council(members=6)
    poll, other = a_poll(house), a_poll(house)
    short = vote_of(poll).needed - 1
    for one in (poll, other):
        answer(one, house.members[:short])
    assert not council_adopts(votes_for=short, members=6)
    assert council_adopts(votes_for=short, members=4)
    for member in house.members[4:]:
        leaves(member, NEXT)
    assert vote_of(concluded(house, poll)).adopted is council_adopts(votes_for=short, members=4)


def council_adopts(*, votes_for: int, members: int) -> bool:
    return ask("council_poll", on=DAY, facts={"members": members, "for": votes_for}).met


def test_who_comes_while_it_runs_is_in_the_total_and_gets_a_sheet() -> None:
    house = a_council(members=3)
    poll = a_poll(house)
    newcomer = a_seat(house.body, name="Жаңа мүше", start=NEXT)
    answer(poll, [newcomer], on=NEXT)
    silent = a_seat(house.body, name="Екінші жаңа мүше", start=NEXT)
    poll = concluded(house, poll)
    vote = vote_of(poll)
    assert (vote.base, vote.votes_for) == (5, 1)
    assert silent.person in [one.person for one in answers_of(poll)]


def test_the_day_on_which_the_poll_ended_counts_and_not_the_day_it_was_closed() -> None:
    house = a_council(members=3)
    poll = a_poll(house, days=1)
    answer(poll, house.members)
    late = DAY + dt.timedelta(days=4)
    leaves(house.members[0], DAY + dt.timedelta(days=2))
    close_poll(occasion=by(house.clerk, on=late), poll=poll)
    assert vote_of(poll).base == 3


# Reads.


def test_it_is_told_which_polls_await_somebodys_answer() -> None:
    house = a_council(members=2)
    poll = a_poll(house)
    at = by(house.clerk).at
    member = actor_of(house.members[0])
    assert unanswered(member, at) == [poll]
    assert unanswered(house.clerk, at) == []
    assert list(open_polls(DAY)) == [poll]
    answer(poll, house.members[:1])
    assert unanswered(member, at) == []
    concluded(house, poll)
    assert list(open_polls(DAY)) == []
    assert unanswered(actor_of(house.members[1]), poll_ends()) == []


@pytest.mark.parametrize("members", range(1, 13))
def test_adopted_exactly_when_the_law_says_so(members: int) -> None:
    """Every number of answers for, in every Council up to twelve."""
    house = a_council(members=members)
    for votes_for in range(members + 1):
        poll = a_poll(house)
        answer(poll, house.members[:votes_for])
        answer(poll, house.members[votes_for:], Choice.ABSTAIN)
        close_poll(occasion=by(house.clerk), poll=poll)
        vote = vote_of(poll)
        assert vote.adopted is (3 * votes_for >= 2 * members)
        assert vote.adopted is (votes_for >= vote.needed)
        assert hasattr(vote, "decision") is vote.adopted
