"""An election by an electronic box, from the commission to the announced result."""

from io import BytesIO
from pathlib import Path

import pytest
from tests.ballots.tool import tool_accepts
from tests.elections.builders import DAY, House, a_house, a_protocol, needed
from tests.elections.commission import (
    Commission,
    an_open_box,
    into,
    opened_again,
)
from tests.voting.builders import by

from shanyraq.ballots.verifier import verify
from shanyraq.elections.actions import abandon, announce, record_count
from shanyraq.elections.actions.announcing import BoxNotOpened
from shanyraq.elections.actions.casting import BallotElsewhere, BallotsNotTaken
from shanyraq.elections.actions.counting import CountedByTheBox
from shanyraq.elections.enums import BallotState, State
from shanyraq.elections.models import Election
from shanyraq.elections.queries import (
    archive_name,
    ballot_tracked,
    box_law,
    count_of,
    elected_by,
    head_of,
    may_reveal,
    results_of,
    tracker_of,
    turnout_of,
)
from shanyraq.platform.journal import entries_of

pytestmark = pytest.mark.django_db


def elected_places(election: Election) -> list[int]:
    """Places on the ballot of those elected."""
    found = results_of(election).filter(elected=True)
    return sorted(found.values_list("candidate__number", flat=True))


def finished(commission: Commission) -> Election:
    """Closed, opened by as many trustees as are needed, concluded and announced."""
    commission.close()
    commission.decrypt(*commission.devices[: commission.box.threshold])
    commission.conclude()
    election = commission.election
    announce(occasion=by(commission.house.hall.chair), election=election)
    return Election.objects.get(pk=election.pk)


def marked(house: House, votes: list[int], *, seats: int | None = None) -> Election:
    """An election in which the candidates get so many marks, by a ballot of everybody."""
    commission = an_open_box(house, len(votes), seats=seats)
    for voter in range(len(commission.credentials)):
        commission.vote(voter, [int(voter < many) for many in votes])
    return finished(commission)


def test_a_whole_election_with_a_lost_key_a_second_ballot_and_a_late_one(tmp_path: Path) -> None:
    house = a_house(members=12)
    commission = an_open_box(house, 2, seats=1)
    first = commission.vote(0, [0, 1])
    for voter in range(1, 11):
        commission.vote(voter, [1, int(voter % 5 == 0)])
    commission.count()
    again = commission.vote(0, [1, 0])
    assert into(commission.box, bytes(again.body)) == again
    found = ballot_tracked(commission.box, tracker_of(first.sha256))
    assert found is not None
    assert (found.state, again.state) == (BallotState.ACCEPTED, BallotState.RECEIVED)
    late = commission.a_ballot(11, [0, 1])
    election = finished(commission)
    with pytest.raises(BallotsNotTaken):
        into(commission.box, late)
    count = count_of(election)
    assert count is not None
    assert (count.issued, count.found, count.invalid) == (12, 11, 0)
    assert list(count.votes.values()) == [11, 2]
    assert elected_places(election) == [1]
    assert turnout_of(commission.box) == 11
    assert [one.pk for one in elected_by(election.nomination)] == [
        election.candidates.get(number=1).person_id
    ]
    archive = commission.archive()
    report = verify(BytesIO(archive), equal=True)
    assert report.broken == ()
    assert report.fingerprint == head_of(commission.box)
    assert entries_of(commission.box.public_id)[-1].facts["head"] == head_of(commission.box)
    (tmp_path / archive_name(commission.box)).write_bytes(archive)
    assert tool_accepts(tmp_path)


def test_ten_pass_for_nine_seats_and_the_first_nine_by_votes_get_them() -> None:
    house = a_house(members=20)
    many = house.seats + 1
    election = marked(house, [20 - number for number in range(many)])
    assert min(one.votes for one in results_of(election)) >= needed(20)
    assert elected_places(election) == list(range(1, many))
    assert not Election.objects.filter(repeats=election).exists()


def test_eight_pass_and_an_electronic_repeat_vote_fills_the_ninth_seat() -> None:
    house = a_house(members=12)
    passing, least = house.seats - 1, needed(12)
    election = marked(house, [*[least] * passing, least - 1, least - 2, 0])
    assert elected_places(election) == list(range(1, passing + 1))
    again = Election.objects.get(repeats=election)
    assert again.is_electronic
    assert [one.person for one in again.candidates.all()] == [
        one.person for one in election.candidates.filter(number__in=(passing + 1, passing + 2))
    ]
    commission = opened_again(house, again)
    for voter in range(12):
        commission.vote(voter, [int(voter < 5), int(voter >= 5)])
    assert elected_places(finished(commission)) == [2]


def test_a_tie_for_the_ninth_seat_is_voted_again() -> None:
    house = a_house(members=12)
    most = house.seats - 1
    election = marked(house, [*[12] * most, needed(12), needed(12)])
    assert elected_places(election) == list(range(1, most + 1))
    assert election.unfilled == 1
    again = Election.objects.get(repeats=election)
    assert [one.person_id for one in again.candidates.order_by("number")] == [
        one.person_id for one in election.candidates.filter(number__gt=most)
    ]
    commission = opened_again(house, again)
    for voter in range(12):
        commission.vote(voter, [int(voter < 5), int(voter >= 5)])
    assert elected_places(finished(commission)) == [2]
    assert elected_by(election.nomination).count() == house.seats


def test_an_election_given_up_with_its_box_is_held_anew_on_the_same_question() -> None:
    house = a_house(members=12)
    lost = an_open_box(house, 1)
    lost.vote(0, [1])
    abandon(occasion=by(house.hall.chair), box=lost.box, reason="Two keys are lost.")
    election = lost.election
    assert (election.state, election.roll) == (State.PREPARED, None)
    with pytest.raises(BallotsNotTaken):
        lost.vote(1, [1])
    commission = opened_again(house, election)
    with pytest.raises(BallotElsewhere):
        into(commission.box, lost.a_ballot(2, [1]))
    for voter in range(12):
        commission.vote(voter, [1])
    assert elected_places(finished(commission)) == [1]


def test_an_electronic_election_takes_no_protocol_and_no_result_before_its_box_is_opened() -> None:
    house = a_house(members=12)
    commission = an_open_box(house, 1)
    election = commission.election
    with pytest.raises(CountedByTheBox):
        record_count(
            occasion=by(house.hall.clerk), election=election, protocol=a_protocol(election, [1])
        )
    with pytest.raises(BoxNotOpened):
        announce(occasion=by(house.hall.chair), election=election)
    assert may_reveal(commission.box)
    for voter in range(box_law(DAY).minimum_electorate):
        commission.vote(voter, [1])
    commission.count()
    assert not may_reveal(commission.box)
    assert elected_places(finished(commission)) == [1]
