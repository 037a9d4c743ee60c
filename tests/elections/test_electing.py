"""The Session elects by secret ballot on paper, and the law decides who is in."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.elections.builders import (
    DAY,
    a_house,
    a_protocol,
    announced,
    counted,
    needed,
    opened,
    prepared,
)
from tests.voting.builders import actor_of, by

from shanyraq.charter.queries import ask, verdict_again
from shanyraq.elections.actions import (
    announce,
    open_election,
    record_count,
)
from shanyraq.elections.actions.announcing import BallotsNotCounted, NotUnderWay
from shanyraq.elections.actions.counting import (
    CandidateUncounted,
    MoreFoundThanIssued,
    MoreInvalidThanFound,
    MoreIssuedThanPresent,
    MoreMarksThanBallots,
    NotBeingCounted,
)
from shanyraq.elections.actions.opening import OpenedAlready
from shanyraq.elections.models import CandidateResult, Election, PaperBallotCount
from shanyraq.elections.permissions import ElectedBySecretBallot, ElectionIsOpen
from shanyraq.elections.queries import (
    candidates_of,
    elected_by,
    election_pack,
    placed,
    results_of,
)
from shanyraq.platform.journal import entries_of
from shanyraq.sittings.actions import close_session, finish_item
from shanyraq.sittings.enums import ItemState
from shanyraq.sittings.models import AgendaItem
from shanyraq.voting.actions import open_vote
from shanyraq.voting.actions.opening import ItemNotTakenUp, NoQuorumForVote
from shanyraq.voting.enums import LegalEffect
from shanyraq.voting.permissions import NotTheCounter, RunsNoVotes

pytestmark = pytest.mark.django_db


def elected_places(election: Election) -> list[int]:
    """Places on the ballot of those elected."""
    found = results_of(election).filter(elected=True)
    return sorted(found.values_list("candidate__number", flat=True))


# Opening.


def test_opening_keeps_how_many_may_vote_and_nobody_by_name() -> None:
    house = a_house(members=24, present=20)
    election = opened(house, 2)
    assert (election.roll, election.members) == (20, 24)
    facts = entries_of(election.public_id)[-1].facts
    assert facts == {"roll": 20, "members": 24}
    related = {field.related_model for field in Election._meta.get_fields()}
    assert not {"Membership", "Voter", "Attendance"} & {
        one.__name__ for one in related if one is not None and not isinstance(one, str)
    }


@pytest.mark.parametrize("lacking", [1, 0])
def test_an_election_opens_with_a_quorum_only(lacking: int) -> None:
    least = ask("session_quorum", on=DAY, facts={"members": 24, "present": 0}).needed or 0
    house = a_house(members=24, present=least - lacking)
    election = prepared(house, 2)
    if lacking:
        with pytest.raises(NoQuorumForVote):
            open_election(occasion=by(house.hall.chair), election=election)
    else:
        assert open_election(occasion=by(house.hall.chair), election=election).is_open


def test_an_election_opens_once_under_its_question_by_who_presides() -> None:
    house = a_house()
    election = prepared(house, 2)
    with pytest.raises(RunsNoVotes):
        open_election(occasion=by(actor_of(house.hall.members[0])), election=election)
    AgendaItem.objects.filter(pk=house.item.pk).update(state=ItemState.WAITING)
    with pytest.raises(ItemNotTakenUp):
        open_election(occasion=by(house.hall.chair), election=election)
    AgendaItem.objects.filter(session=house.hall.session).update(state=ItemState.FINISHED)
    AgendaItem.objects.filter(pk=house.hall.question.pk).update(state=ItemState.DISCUSSED)
    assert open_election(occasion=by(house.hall.clerk), election=election).is_open
    with pytest.raises(OpenedAlready):
        open_election(occasion=by(house.hall.chair), election=election)


def test_nothing_ends_while_ballots_are_out_and_an_open_vote_elects_nobody() -> None:
    house = a_house()
    with pytest.raises(ElectedBySecretBallot):
        open_vote(occasion=by(house.hall.chair), item=house.item)
    election = opened(house, 2)
    item = AgendaItem.objects.get(pk=election.item_id)
    with pytest.raises(ElectionIsOpen):
        finish_item(occasion=by(house.hall.chair), item=item)
    AgendaItem.objects.filter(pk=item.pk).update(state=ItemState.FINISHED)
    with pytest.raises(ElectionIsOpen):
        close_session(occasion=by(house.hall.chair), session=house.hall.session)
    AgendaItem.objects.filter(pk=item.pk).update(state=ItemState.DISCUSSED)
    announced(house, election, [24, 24])
    assert finish_item(occasion=by(house.hall.chair), item=item).state == ItemState.FINISHED


# Counting.


def test_the_working_organ_enters_the_protocol_and_may_correct_it() -> None:
    house = a_house()
    election = opened(house, 2)
    with pytest.raises(NotTheCounter):
        record_count(
            occasion=by(actor_of(house.hall.members[0])),
            election=election,
            protocol=a_protocol(election, [1, 1]),
        )
    counted(house, election, [20, 3])
    counted(house, election, [20, 4])
    assert PaperBallotCount.objects.count() == 2
    announce(occasion=by(house.hall.chair), election=election)
    votes = CandidateResult.objects.order_by("candidate__number").values_list("votes", flat=True)
    assert list(votes) == [20, 4]


@pytest.mark.parametrize(
    ("numbers", "refusal"),
    [
        ({"issued": 25}, MoreIssuedThanPresent),
        ({"issued": 20, "found": 21}, MoreFoundThanIssued),
        ({"found": 20, "invalid": 21}, MoreInvalidThanFound),
        ({"found": 20, "invalid": 3}, MoreMarksThanBallots),
    ],
)
def test_numbers_that_do_not_add_up_are_refused(
    numbers: dict[str, int], refusal: type[Exception]
) -> None:
    house = a_house()
    election = opened(house, 2)
    with pytest.raises(refusal):
        record_count(
            occasion=by(house.hall.clerk),
            election=election,
            protocol=a_protocol(election, [18, 2], **numbers),
        )
    right = a_protocol(election, [18, 2], issued=23, found=20, invalid=2)
    record_count(occasion=by(house.hall.clerk), election=election, protocol=right)
    count = PaperBallotCount.objects.get()
    assert (count.issued, count.found, count.valid) == (23, 20, 18)


def test_every_candidate_is_counted_and_nobody_else() -> None:
    house = a_house()
    election = opened(house, 2)
    protocol = a_protocol(election, [3, 3])
    for votes in ({}, {**protocol.votes, "somebody": 1}):
        changed = type(protocol)(issued=24, found=24, invalid=0, votes=votes, file=protocol.file)
        with pytest.raises(CandidateUncounted):
            record_count(occasion=by(house.hall.clerk), election=election, protocol=changed)


def test_ballots_are_counted_between_opening_and_result() -> None:
    house = a_house()
    election = prepared(house, 1)
    with pytest.raises(NotBeingCounted):
        record_count(
            occasion=by(house.hall.clerk), election=election, protocol=a_protocol(election, [0])
        )
    with pytest.raises(NotUnderWay):
        announce(occasion=by(house.hall.chair), election=election)
    open_election(occasion=by(house.hall.chair), election=election)
    with pytest.raises(BallotsNotCounted):
        announce(occasion=by(house.hall.chair), election=election)
    announced(house, election, [24])
    with pytest.raises(NotBeingCounted):
        counted(house, election, [23])
    with pytest.raises(NotUnderWay):
        announce(occasion=by(house.hall.chair), election=election)


# The result; the votes here are made up.


def test_as_many_pass_as_there_are_seats_and_the_result_binds() -> None:
    house = a_house()
    least = needed(24)
    election = opened(house, house.seats)
    announced(house, election, [least] * house.seats)
    election.refresh_from_db()
    assert elected_places(election) == list(range(1, house.seats + 1))
    assert (election.unfilled, election.legal_effect) == (0, LegalEffect.BINDING)
    assert election.effect is not None
    assert election.effect.clause.startswith("R3")
    assert not Election.objects.filter(repeats=election).exists()
    first = verdict_again(results_of(election)[0].verdict)
    assert (first.rule, first.clause, first.needed) == ("candidate_elected", "E9.1", least)


def test_exactly_half_is_not_enough() -> None:
    house = a_house()
    election = opened(house, 2)
    announced(house, election, [12, needed(24)])
    assert elected_places(election) == [2]


def test_ten_pass_for_nine_seats_and_the_first_nine_by_votes_get_them() -> None:
    house = a_house()
    many = house.seats + 1
    election = opened(house, many)
    announced(house, election, [24 - number for number in range(many)])
    assert elected_places(election) == list(range(1, many))
    last = results_of(election).get(candidate__number=many)
    assert last.verdict.outcome == "met"
    assert not last.elected
    assert not Election.objects.filter(repeats=election).exists()


def test_a_tie_for_the_last_seat_is_voted_again_and_more_votes_win() -> None:
    house = a_house()
    many = house.seats + 1
    election = opened(house, many)
    announced(house, election, [*[20] * (many - 2), 15, 15])
    assert elected_places(election) == list(range(1, many - 1))
    again = Election.objects.get(repeats=election)
    assert (again.seats, again.round, candidates_of(again).count()) == (1, 2, 2)
    open_election(occasion=by(house.hall.chair), election=again)
    announced(house, again, [5, 6])
    assert elected_places(again) == [2]
    verdict = verdict_again(results_of(again)[0].verdict)
    assert verdict.rule == "candidate_elected_in_repeat_vote"
    assert elected_by(election.nomination).count() == house.seats


def test_a_repeat_vote_that_is_tied_is_voted_again() -> None:
    house = a_house()
    election = opened(house, house.seats + 1)
    announced(house, election, [*[20] * (house.seats - 1), 15, 15])
    again = Election.objects.get(repeats=election)
    open_election(occasion=by(house.hall.chair), election=again)
    announced(house, again, [12, 12])
    assert elected_places(again) == []
    third = Election.objects.get(repeats=again)
    assert (third.seats, third.round, candidates_of(third).count()) == (1, 3, 2)


def test_eight_pass_and_the_ninth_needs_the_majority_where_nobody_stands_against() -> None:
    house = a_house()
    election = opened(house, house.seats)
    announced(house, election, [*[20] * (house.seats - 1), 12])
    again = Election.objects.get(repeats=election)
    assert (again.seats, candidates_of(again).count()) == (1, 1)
    open_election(occasion=by(house.hall.chair), election=again)
    announced(house, again, [needed(24) - 1])
    third = Election.objects.get(repeats=again)
    open_election(occasion=by(house.hall.chair), election=third)
    announced(house, third, [needed(24)])
    assert elected_places(third) == [1]


def test_seats_without_candidates_stay_empty() -> None:
    house = a_house()
    election = opened(house, house.seats - 1)
    announced(house, election, [24] * (house.seats - 1))
    election.refresh_from_db()
    assert election.unfilled == 1
    assert not Election.objects.filter(repeats=election).exists()


def test_the_law_of_the_day_before_elections_were_known_gives_no_result() -> None:
    before = dt.date(2007, 6, 18)
    facts = {"took_part": 24, "for": 24}
    pack = election_pack(DAY)
    assert ask("candidate_elected", on=before, facts=facts, layers=(pack,)).needed is None
    assert ask("candidate_elected", on=DAY, facts=facts, layers=(pack,)).met


# Small numbers, every order.


@given(
    votes=st.lists(st.integers(0, 6), min_size=1, max_size=6),
    seats=st.integers(1, 4),
    least=st.integers(1, 6),
)
def test_seats_go_to_the_most_votes_and_never_past_a_tie(
    votes: list[int], seats: int, least: int
) -> None:
    by_key = dict(enumerate(votes))
    passed = [one for one, own in by_key.items() if own >= least]
    outcome = placed(by_key, passed=passed, seats=seats, rivals_beyond_seats=1)
    assert len(outcome.elected) + outcome.unfilled == seats
    assert set(outcome.elected) <= set(passed)
    out = [one for one in passed if one not in outcome.elected]
    assert all(by_key[won] > by_key[lost] for won in outcome.elected for lost in out)
    if not outcome.unfilled:
        assert outcome.contenders == ()
    rest = [one for one in by_key if one not in outcome.elected]
    assert set(outcome.contenders) <= set(rest)
    assert bool(outcome.contenders) == bool(outcome.unfilled and rest)
    if out and outcome.unfilled:
        tied = {by_key[one] for one in out}
        assert len(out) > outcome.unfilled
        assert max(tied) in {by_key[one] for one in outcome.contenders}
