"""A ballot is cast by its credential alone; the worker checks it; the last one counts."""

import json
from collections import Counter

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from hypothesis import given
from hypothesis import strategies as st
from tests.elections.builders import DAY, a_house
from tests.elections.commission import (
    Commission,
    a_sealed_box,
    an_open_box,
    into,
    seeded,
    signed_anew,
)
from tests.voting.builders import by

from shanyraq.ballots.ballot import make_ballot
from shanyraq.ballots.records import canonical
from shanyraq.elections.actions import close_ballots, keep_verdicts
from shanyraq.elections.actions._boxes import NotAtThisStage
from shanyraq.elections.actions._verdicts import mixed, released
from shanyraq.elections.actions.casting import (
    BallotMalformed,
    BallotsNotTaken,
    BallotTooLarge,
    BallotUnsigned,
    CredentialUnknown,
    TooManyBallots,
)
from shanyraq.elections.enums import BallotState
from shanyraq.elections.models import BallotBox, ReceivedBallot
from shanyraq.elections.queries import (
    ballot_tracked,
    ballots_on_board,
    box_law,
    checked,
    election_record,
    hash_of,
    head_of,
    result_of,
    tracker_of,
    turnout_of,
    waiting_in,
)
from shanyraq.platform.journal import entries_of
from shanyraq.platform.models import AnsweredRequest, JournalEntry
from shanyraq.platform.occasion import SYSTEM

pytestmark = pytest.mark.django_db


@pytest.fixture
def commission() -> Commission:
    """An open box with two candidates and twelve voters."""
    return an_open_box(a_house(members=12), 2)


def answered(box: BallotBox, ballot: ReceivedBallot) -> ReceivedBallot:
    """The ballot as its voter finds it by the tracker."""
    found = ballot_tracked(box, tracker_of(ballot.sha256))
    assert found is not None
    return found


def test_a_box_takes_ballots_from_its_opening_to_its_closing() -> None:
    sealed = a_sealed_box(a_house(members=12), 1)
    with pytest.raises(BallotsNotTaken):
        sealed.vote(0, [1])
    with pytest.raises(NotAtThisStage):
        sealed.close()


def test_casting_leaves_no_entry_no_answered_request_and_no_name(commission: Commission) -> None:
    before = JournalEntry.objects.count(), AnsweredRequest.objects.count()
    commission.vote(0, [1, 0])
    commission.count()
    assert (JournalEntry.objects.count(), AnsweredRequest.objects.count()) == before
    names = {field.name for field in ReceivedBallot._meta.get_fields()}
    assert names == {
        "id", "public_id", "box", "sha256", "credential", "body", "state", "findings",
    }  # fmt: skip


def test_a_ballot_is_found_by_its_tracker_and_reaches_the_board_with_the_others(
    commission: Commission,
) -> None:
    ballot = commission.vote(0, [1, 0])
    body, head = bytes(ballot.body), head_of(commission.box)
    assert answered(commission.box, ballot).state == BallotState.RECEIVED
    assert turnout_of(commission.box) == 0
    commission.count()
    found = answered(commission.box, ballot)
    assert (found.state, found.findings, found.is_held) == (BallotState.ACCEPTED, [], True)
    assert turnout_of(commission.box) == 1
    assert head_of(commission.box) == head
    commission.close()
    assert [bytes(one.body) for one in ballots_on_board(commission.box)] == [body]
    assert not answered(commission.box, ballot).is_held
    assert head_of(commission.box) != head
    assert ballot_tracked(commission.box, "no tracker") is None
    assert ballot_tracked(commission.box, tracker_of("00" * 32)) is None


def test_the_last_ballot_of_a_credential_counts_and_the_same_one_changes_nothing(
    commission: Commission,
) -> None:
    first = commission.a_ballot(0, [0, 1])
    for ballot in (first, commission.a_ballot(0, [1, 1]), first):
        into(commission.box, ballot)
    for voter in range(1, 4):
        commission.vote(voter, [1, 0])
    commission.close()
    assert into(commission.box, first).state == BallotState.ACCEPTED
    commission.decrypt()
    commission.conclude()
    result = result_of(commission.box)
    assert result is not None
    assert result.answers == ((4, 1),)
    assert ballots_on_board(commission.box).count() == 5
    facts = entries_of(commission.box.public_id)[-2].facts
    assert (facts["ballots"], facts["counted"]) == (5, 4)


@pytest.mark.parametrize("change", [b"", b"{}", b"no JSON", b" "])
def test_what_is_no_ballot_is_refused(commission: Commission, change: bytes) -> None:
    right = commission.a_ballot(0, [1, 0])
    with pytest.raises(BallotMalformed):
        into(commission.box, right + change if change == b" " else change)
    assert into(commission.box, right).state == BallotState.RECEIVED


def test_a_ballot_larger_than_any_of_this_election_is_refused(commission: Commission) -> None:
    with pytest.raises(BallotTooLarge):
        into(commission.box, b"0" * 1_000_000)


def test_a_credential_that_is_not_on_the_list_is_refused(commission: Commission) -> None:
    election = election_record(commission.box)
    stranger = make_ballot(election, 7, votes=[[1, 0]], randomness=seeded(5))
    with pytest.raises(CredentialUnknown):
        into(commission.box, stranger.body)


def test_a_ballot_that_its_voter_did_not_sign_is_refused_at_the_door(
    commission: Commission,
) -> None:
    own, other = (json.loads(commission.a_ballot(voter, [1, 0])) for voter in (0, 1))
    for wrong in (
        {**own, "answers": other["answers"]},
        {**own, "signature": other["signature"]},
        {**own, "credential": other["credential"]},
    ):
        with pytest.raises(BallotUnsigned):
            into(commission.box, canonical(wrong))
    assert not ReceivedBallot.objects.exists()
    assert into(commission.box, canonical(own)).state == BallotState.RECEIVED


def test_ballots_that_prove_nothing_are_kept_apart_with_what_is_wrong(
    commission: Commission,
) -> None:
    box = commission.box
    own, other = (json.loads(commission.a_ballot(voter, [1, 0])) for voter in (0, 1))
    copied = {**own, "answers": other["answers"]}
    swapped = json.loads(json.dumps(own))
    swapped["answers"][0]["choices"].reverse()
    bad = [into(box, signed_anew(commission, 0, one)) for one in (copied, swapped)]
    good = into(box, canonical(own))
    commission.count()
    for ballot in bad:
        found = answered(box, ballot)
        assert found.state == BallotState.REFUSED
        assert found.findings
    assert answered(box, good).state == BallotState.ACCEPTED
    assert turnout_of(box) == 1
    commission.close()
    assert ballots_on_board(box).count() == 1


def test_closing_checks_what_still_waits(commission: Commission) -> None:
    kept = [commission.vote(voter, [1, 0]) for voter in range(3)]
    late = checked(commission.box, waiting_in(commission.box))
    commission.close()
    assert {answered(commission.box, one).state for one in kept} == {BallotState.ACCEPTED}
    records = commission.box.board.count()
    keep_verdicts(occasion=by(SYSTEM), box=commission.box, findings=late)
    assert commission.box.board.count() == records
    with pytest.raises(NotAtThisStage):
        close_ballots(occasion=by(commission.house.hall.chair), box=commission.box)


def test_the_worker_is_asked_when_the_box_opens_and_looks_again_and_no_ballot_asks_for_it(
    commission: Commission,
) -> None:
    asked = DBTaskResult.objects.filter(task_path__endswith="verify_ballots")
    [opened] = asked.all()
    assert opened.args_kwargs == {"args": [], "kwargs": {"box": commission.box.public_id}}
    for voter in range(3):
        commission.vote(voter, [1, 0])
    assert asked.get() == opened
    commission.count()
    again = asked.get()
    assert again != opened
    assert again.run_after > timezone.now()
    commission.vote(3, [1, 0])
    assert asked.get() == again
    asked.delete()
    commission.vote(4, [1, 0])
    assert asked.count() == 1
    commission.close()
    asked.delete()
    commission.count()
    assert not asked.exists()


def some_ballots(own: list[int]) -> list[ReceivedBallot]:
    """Ballots of the credentials given, in this order of arrival."""
    return [
        ReceivedBallot(sha256=str(number), credential=str(one)) for number, one in enumerate(own)
    ]


@given(st.lists(st.integers(0, 12), max_size=30), st.integers(1, 5))
def test_ballots_leave_for_the_board_only_from_among_enough_voters(
    own: list[int], batch: int
) -> None:
    ballots = some_ballots(own)
    voters, gone = set(own), {int(one.credential) for one in released(ballots, batch)}
    left = [one for one in ballots if int(one.credential) not in gone]
    assert len(gone) == (len(voters) - batch if len(voters) >= 2 * batch else 0)
    assert released(ballots, batch=0) == ballots
    assert len(left) + sum(own.count(one) for one in gone) == len(ballots)


def test_what_one_voter_sends_again_and_again_makes_no_batch() -> None:
    batch = 3
    assert not released(some_ballots([0] * 10 + list(range(1, 2 * batch - 1))), batch)
    assert released(some_ballots([0] * 10 + list(range(1, 2 * batch))), batch)


def test_so_many_ballots_of_one_credential_are_taken_as_the_reading_says(
    commission: Commission,
) -> None:
    most = box_law(DAY).most_ballots
    own = [commission.vote(0, [number % 2, 0]) for number in range(most)]
    one_more = commission.a_ballot(0, [1, 1])
    with pytest.raises(TooManyBallots):
        into(commission.box, one_more)
    again = signed_anew(commission, 0, json.loads(bytes(own[0].body)))
    with pytest.raises(TooManyBallots):
        into(commission.box, again)
    assert into(commission.box, bytes(own[0].body)) == own[0]
    assert commission.vote(1, [1, 0]).state == BallotState.RECEIVED
    commission.close()
    assert turnout_of(commission.box) == 2


@given(st.lists(st.integers(0, 3), max_size=12))
def test_ballots_are_mixed_and_those_of_one_credential_keep_their_order(own: list[int]) -> None:
    ballots = some_ballots(own)
    order = mixed(ballots)
    assert Counter(one.sha256 for one in order) == Counter(one.sha256 for one in ballots)
    for credential in set(own):
        places = [int(one.sha256) for one in order if one.credential == str(credential)]
        assert places == sorted(places)


@given(st.binary(min_size=32, max_size=32))
def test_a_tracker_is_the_hash_in_other_signs(held: bytes) -> None:
    assert hash_of(tracker_of(held.hex())) == held.hex()


@given(st.text())
def test_what_is_no_tracker_finds_nothing(text: str) -> None:
    assert hash_of(text) in {"", hash_of(text.strip())}
