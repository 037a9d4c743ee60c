"""One member, one vote, in person, while the vote is open; hands add up."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from tests.people.builders import a_person
from tests.voting.builders import (
    a_hall,
    a_question_open,
    actor_of,
    another_member,
    by,
    cast,
    counted,
    present_at,
)

from shanyraq.platform.journal import entries_of
from shanyraq.platform.models import JournalEntry
from shanyraq.voting.actions import cast_ballot, close_vote, count_hands, open_vote
from shanyraq.voting.actions.casting import (
    AlreadyVoted,
    CountsDoNotAddUp,
    HandsAlreadyCounted,
    NotRegisteredWhenOpened,
    VoteClosed,
    VotedByHands,
    VotedElectronically,
)
from shanyraq.voting.enums import Choice, Method
from shanyraq.voting.models import Ballot, HandCount, Vote, Voter
from shanyraq.voting.permissions import NotTheCounter
from shanyraq.voting.queries import may_vote, tally_of

pytestmark = pytest.mark.django_db

HANDS = Method.OPEN_SHOW_OF_HANDS


@pytest.mark.parametrize("choice", Choice)
def test_a_member_present_votes_once(choice: Choice) -> None:
    hall = a_hall()
    vote = a_question_open(hall)
    person = hall.members[0].person
    assert may_vote(vote, person)
    ballot = cast_ballot(occasion=by(person.actor), vote=vote, choice=choice)
    assert ballot.choice == choice
    assert not may_vote(vote, person)
    assert entries_of(ballot.public_id)[0].facts == {"vote": vote.public_id, "choice": choice}


def test_a_second_vote_is_refused_and_the_first_stands() -> None:
    hall = a_hall()
    vote = a_question_open(hall)
    first, second = actor_of(hall.members[0]), actor_of(hall.members[1])
    cast_ballot(occasion=by(first), vote=vote, choice=Choice.FOR)
    entries = JournalEntry.objects.count()
    with pytest.raises(AlreadyVoted) as refused:
        cast_ballot(occasion=by(first), vote=vote, choice=Choice.AGAINST)
    assert (refused.value.status, refused.value.verdict is not None) == (409, True)
    assert Ballot.objects.get().choice == Choice.FOR
    assert JournalEntry.objects.count() == entries
    cast_ballot(occasion=by(second), vote=vote, choice=Choice.AGAINST)
    assert Ballot.objects.count() == 2


def test_a_repeated_request_is_harmless_and_shows_the_first() -> None:
    hall = a_hall()
    vote = a_question_open(hall)
    actor = actor_of(hall.members[0])
    first = cast_ballot(occasion=by(actor, request_key="k"), vote=vote, choice=Choice.FOR)
    again = cast_ballot(occasion=by(actor, request_key="k"), vote=vote, choice=Choice.FOR)
    assert first == again
    assert Ballot.objects.count() == 1


def test_a_request_repeated_after_closing_still_shows_the_first() -> None:
    hall = a_hall()
    vote = a_question_open(hall)
    actor = actor_of(hall.members[0])
    first = cast_ballot(occasion=by(actor, request_key="k"), vote=vote, choice=Choice.FOR)
    close_vote(occasion=by(hall.chair), vote=vote)
    assert cast_ballot(occasion=by(actor, request_key="k"), vote=vote, choice=Choice.FOR) == first


def test_nobody_votes_without_presence() -> None:
    hall = a_hall(present=10)
    vote = a_question_open(hall)
    with pytest.raises(NotRegisteredWhenOpened) as refused:
        cast_ballot(occasion=by(actor_of(hall.members[11])), vote=vote, choice=Choice.FOR)
    assert refused.value.status == 403
    assert refused.value.verdict is not None
    cast_ballot(occasion=by(actor_of(hall.members[9])), vote=vote, choice=Choice.FOR)
    assert Ballot.objects.count() == 1


def test_a_later_arrival_waits_for_the_next_vote() -> None:
    hall = a_hall(present=10)
    vote = a_question_open(hall)
    late = another_member(hall)
    present_at(hall.session, [late], hour=11)
    with pytest.raises(NotRegisteredWhenOpened):
        cast_ballot(occasion=by(actor_of(late)), vote=vote, choice=Choice.FOR)
    close_vote(occasion=by(hall.chair), vote=vote)
    again = open_vote(occasion=by(hall.chair), item=hall.item)
    assert cast_ballot(occasion=by(actor_of(late)), vote=again, choice=Choice.FOR)


def test_somebody_who_is_no_member_does_not_vote() -> None:
    vote = a_question_open(a_hall())
    with pytest.raises(NotRegisteredWhenOpened):
        cast_ballot(occasion=by(a_person().actor), vote=vote, choice=Choice.FOR)


def test_nobody_votes_after_closing() -> None:
    hall = a_hall()
    vote = a_question_open(hall)
    cast(vote, hall.members[:8])
    close_vote(occasion=by(hall.chair), vote=vote)
    with pytest.raises(VoteClosed):
        cast_ballot(occasion=by(actor_of(hall.members[9])), vote=vote, choice=Choice.AGAINST)
    vote.refresh_from_db()
    assert (vote.votes_for, vote.votes_against) == (8, 0)
    assert Ballot.objects.count() == 8


def test_in_a_vote_by_hands_no_ballot_is_sent() -> None:
    hall = a_hall()
    vote = a_question_open(hall, HANDS)
    with pytest.raises(VotedByHands):
        cast_ballot(occasion=by(actor_of(hall.members[0])), vote=vote, choice=Choice.FOR)


def test_the_clerk_counts_hands() -> None:
    hall = a_hall()
    vote = a_question_open(hall, HANDS)
    counted(hall, vote, votes_for=7, against=3, abstained=1)
    result = tally_of(vote)
    assert (result.votes_for, result.against, result.not_voting) == (7, 3, 1)


def test_hands_that_do_not_add_up_are_refused() -> None:
    hall = a_hall()
    vote = a_question_open(hall, HANDS)
    with pytest.raises(CountsDoNotAddUp) as refused:
        counted(hall, vote, votes_for=7, against=5, abstained=1)
    assert refused.value.facts == {"counted": 13, "base": 12}
    with pytest.raises(CountsDoNotAddUp):
        counted(hall, vote, votes_for=7, against=-1)
    assert not HandCount.objects.filter(vote=vote).exists()
    counted(hall, vote, votes_for=7, against=5)


def test_hands_are_counted_once() -> None:
    hall = a_hall()
    vote = a_question_open(hall, HANDS)
    counted(hall, vote, votes_for=7)
    with pytest.raises(HandsAlreadyCounted):
        counted(hall, vote, votes_for=12)
    assert tally_of(vote).votes_for == 7


def test_only_the_working_organ_counts_hands() -> None:
    hall = a_hall()
    vote = a_question_open(hall, HANDS)
    with pytest.raises(NotTheCounter):
        count_hands(
            occasion=by(actor_of(hall.members[0])), vote=vote, votes_for=7, against=0, abstained=0
        )


def test_in_an_electronic_vote_no_hands_are_counted() -> None:
    hall = a_hall()
    vote = a_question_open(hall)
    with pytest.raises(VotedElectronically):
        counted(hall, vote, votes_for=7)


def test_the_database_itself_holds_one_ballot_a_voter() -> None:
    hall = a_hall()
    vote = a_question_open(hall)
    cast(vote, hall.members[:1])
    voter = Voter.objects.get(vote=vote, membership=hall.members[0])
    with pytest.raises(IntegrityError), transaction.atomic():
        Ballot.objects.create(voter=voter, choice=Choice.AGAINST, cast_at=vote.opened_at)
    with pytest.raises(IntegrityError), transaction.atomic():
        Voter.objects.create(vote=vote, membership=hall.members[0])
    assert Ballot.objects.get().choice == Choice.FOR


def test_the_database_itself_holds_counts_within_the_base() -> None:
    hall = a_hall()
    vote = a_question_open(hall, HANDS)
    with pytest.raises(IntegrityError), transaction.atomic():
        HandCount.objects.create(
            vote=vote,
            base=12,
            votes_for=12,
            votes_against=1,
            votes_abstained=0,
            counted_at=vote.opened_at,
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Vote.objects.filter(pk=vote.pk).update(base=13)


def test_the_database_itself_holds_one_open_vote_a_session() -> None:
    hall = a_hall()
    vote = a_question_open(hall)
    vote.pk, vote.public_id = None, "another"
    with pytest.raises(IntegrityError), transaction.atomic():
        vote.save(force_insert=True)


ROLL = Voter._meta.db_table
REPLACED = {
    "sqlite": f"INSERT OR REPLACE INTO {ROLL} (vote_id, membership_id) "  # noqa: S608 - our own table
    f"SELECT vote_id, membership_id FROM {ROLL}",
    "postgresql": f"INSERT INTO {ROLL} (vote_id, membership_id) "  # noqa: S608 - our own table
    f"SELECT vote_id, membership_id FROM {ROLL} "
    "ON CONFLICT (vote_id, membership_id) DO UPDATE SET id = EXCLUDED.id",
}


def test_no_voter_is_replaced_whatever_the_connection_is_set_to() -> None:
    hall = a_hall()
    vote = a_question_open(hall)
    frozen = list(vote.voters.order_by("pk").values_list("pk", "membership_id"))
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA recursive_triggers=OFF")
        with pytest.raises(DatabaseError, match="what happened stays"), transaction.atomic():
            cursor.execute(REPLACED[connection.vendor])
    assert list(vote.voters.order_by("pk").values_list("pk", "membership_id")) == frozen


def test_ballots_and_voters_are_never_changed_or_deleted() -> None:
    hall = a_hall()
    vote = a_question_open(hall)
    cast(vote, hall.members[:1])
    for change in (
        lambda: Ballot.objects.update(choice=Choice.AGAINST),
        lambda: Ballot.objects.all().delete(),
        lambda: Voter.objects.filter(ballot=None).delete(),
        lambda: Voter.objects.update(membership=hall.members[1]),
    ):
        with pytest.raises(DatabaseError, match="what happened stays"), transaction.atomic():
            change()
    assert Ballot.objects.get().choice == Choice.FOR
