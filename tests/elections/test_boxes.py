"""An election by an electronic box, from the commission to the announced result."""

from io import BytesIO
from pathlib import Path

import pytest
from tests.ballots.tool import tool_accepts
from tests.elections.builders import House, a_house
from tests.elections.commission import (
    Commission,
    an_open_box,
    into,
)
from tests.voting.builders import by

from shanyraq.ballots.verifier import verify
from shanyraq.elections.actions import announce
from shanyraq.elections.actions.casting import BallotsNotTaken
from shanyraq.elections.enums import BallotState
from shanyraq.elections.models import Election
from shanyraq.elections.queries import (
    archive_name,
    count_of,
    elected_by,
    head_of,
    results_of,
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
    first.refresh_from_db()
    assert (first.state, again.state) == (BallotState.ACCEPTED, BallotState.RECEIVED)
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
