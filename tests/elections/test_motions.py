"""A Session votes on a motion secretly, with the same ballot box that elects (R8.3c, A10, A47)."""

from io import BytesIO
from pathlib import Path

import pytest
from tests.ballots.tool import tool_accepts
from tests.elections.builders import House
from tests.elections.commission import into
from tests.elections.motions import (
    ABSTAIN,
    AGAINST,
    FOR,
    a_motion_commission,
    a_result,
    a_sealed_motion,
    a_voting_hall,
    cast_all,
    closed,
    marks,
    opened_and_counted,
    put,
)
from tests.voting.builders import actor_of, another_member, by, choose, present_at

from shanyraq.ballots.homomorphic import UnfitVote
from shanyraq.ballots.verifier import verify
from shanyraq.elections.actions import abandon, seal
from shanyraq.elections.actions._boxes import KeysNotChecked, NotAtThisStage
from shanyraq.elections.actions.abandoning import BoxFinished
from shanyraq.elections.actions.casting import BallotsNotTaken
from shanyraq.elections.actions.motions import NAMED, RollOutdated
from shanyraq.elections.enums import BallotState, BoxState
from shanyraq.elections.models import BallotBox, ReceivedBallot
from shanyraq.elections.queries import (
    archive_name,
    box_law,
    box_of_question,
    head_of,
    may_reveal,
    motion_count_of,
)
from shanyraq.people.models import Wording
from shanyraq.platform.journal import entries_of
from shanyraq.sittings.actions import close_session, finish_item, register_departure
from shanyraq.sittings.enums import ItemState
from shanyraq.sittings.models import AgendaItem
from shanyraq.voting.actions import (
    Motion,
    cast_ballot,
    close_vote,
    count_hands,
    open_vote,
    void_vote,
)
from shanyraq.voting.actions.casting import VotedSecretly
from shanyraq.voting.actions.closing import AlreadyClosed, BoxNotCounted, EndedWithoutResult
from shanyraq.voting.actions.opening import MethodNotChosen, NoSealedBox, WordingSealed
from shanyraq.voting.enums import Choice, Method, State
from shanyraq.voting.models import Ballot, Vote
from shanyraq.voting.permissions import RunsNoVotes, VoteIsOpen

pytestmark = pytest.mark.django_db

MOTION = Motion(
    question=Wording(kk="Бекітілсін бе?", ru="Утвердить?", en="Shall it be approved?"),
    text=Wording(kk="Бекітілсін.", ru="Утвердить.", en="It is approved."),
)


def test_a_secret_vote_opens_with_its_sealed_box_whose_keys_are_at_hand() -> None:
    house = a_voting_hall()
    commission = a_motion_commission(house, motion=MOTION)
    commission.make_key()
    commission.give_out()
    with pytest.raises(NoSealedBox):
        put(commission)
    seal(occasion=by(house.hall.clerk), box=commission.box)
    with pytest.raises(KeysNotChecked):
        put(commission)
    commission.check(*commission.devices[: commission.box.threshold])
    with pytest.raises(RunsNoVotes):
        open_vote(occasion=by(actor_of(house.hall.members[0])), item=house.item)
    assert Vote.objects.filter(method=Method.SECRET_ELECTRONIC).count() == 0
    vote = put(commission)
    box = BallotBox.objects.get(pk=commission.box.pk)
    assert (box.state, box.vote, box.opened_at) == (BoxState.OPEN, vote, vote.opened_at)
    assert (vote.question_en, vote.text_en) == ("Shall it be approved?", "It is approved.")
    assert (vote.base, vote.voters.count(), box.roll.count()) == (12, 12, 12)
    facts = entries_of(vote.public_id)[0].facts
    assert (facts["box"], facts["head"]) == (box.public_id, head_of(box))
    with pytest.raises(VoteIsOpen):
        put(commission)


def test_what_was_sealed_is_put_to_the_vote_and_nothing_else() -> None:
    house = a_voting_hall()
    a_sealed_motion(house, motion=MOTION)
    other = Motion(question=MOTION.question, text=Wording(kk="Жоқ.", ru="Нет.", en="No."))
    with pytest.raises(WordingSealed):
        open_vote(occasion=by(house.hall.chair), item=house.item, motion=other)
    vote = open_vote(occasion=by(house.hall.chair), item=house.item, motion=MOTION)
    assert vote.text_ru == "Утвердить."


def test_the_session_chooses_the_method_first() -> None:
    house = a_voting_hall(method=None)
    commission = a_sealed_motion(house)
    with pytest.raises(MethodNotChosen):
        put(commission)
    AgendaItem.objects.filter(pk=house.item.pk).update(state=ItemState.WAITING)
    AgendaItem.objects.filter(pk=house.hall.method_item.pk).update(state=ItemState.DISCUSSED)
    choose(house.hall, Method.SECRET_ELECTRONIC)
    AgendaItem.objects.filter(pk=house.hall.method_item.pk).update(state=ItemState.FINISHED)
    AgendaItem.objects.filter(pk=house.item.pk).update(state=ItemState.DISCUSSED)
    assert put(commission).is_secret


def test_those_present_are_those_who_have_a_code() -> None:
    house = a_voting_hall()
    commission = a_sealed_motion(house)
    hall = house.hall
    late = another_member(hall)
    register_departure(occasion=by(hall.clerk), session=hall.session, membership=hall.members[0])
    with pytest.raises(RollOutdated) as refused:
        put(commission)
    assert refused.value.facts == {"without": "–", "gone": hall.members[0].person.name}
    present_at(hall.session, [hall.members[0], late], hour=11)
    with pytest.raises(RollOutdated) as refused:
        put(commission)
    assert refused.value.facts == {"without": late.person.name, "gone": "–"}
    assert Vote.objects.filter(method=Method.SECRET_ELECTRONIC).count() == 0
    register_departure(occasion=by(hall.clerk), session=hall.session, membership=late)
    assert put(commission).base == len(hall.members)


def test_of_many_only_the_first_names_are_told() -> None:
    house = a_voting_hall(members=24, present=17)
    commission = a_sealed_motion(house)
    present_at(house.hall.session, house.hall.members[17:], hour=11)
    with pytest.raises(RollOutdated) as refused:
        put(commission)
    without = str(refused.value.facts["without"])
    assert without.endswith(f"+{24 - 17 - NAMED}")
    assert without.count(",") == NAMED


# Voting.


def test_no_ballot_by_name_and_no_hands_are_taken_in_a_secret_vote() -> None:
    house = a_voting_hall()
    commission = a_sealed_motion(house)
    vote = put(commission)
    with pytest.raises(VotedSecretly):
        cast_ballot(occasion=by(actor_of(house.hall.members[0])), vote=vote, choice=FOR)
    with pytest.raises(VotedSecretly):
        count_hands(occasion=by(house.hall.clerk), vote=vote, votes_for=7, against=0, abstained=0)
    ballot = commission.vote(0, marks(FOR))
    commission.count()
    assert ReceivedBallot.objects.get(sha256=ballot.sha256).state == BallotState.ACCEPTED
    assert Ballot.objects.count() == 0


@pytest.mark.parametrize("wrong", [[0, 0, 0], [1, 1, 0], [1, 1, 1]])
def test_a_ballot_takes_one_position(wrong: list[int]) -> None:
    commission = a_sealed_motion(a_voting_hall())
    put(commission)
    with pytest.raises(UnfitVote):
        commission.a_ballot(0, wrong)


# Closing.


def test_a_motion_is_adopted_by_the_ballots_of_its_box(tmp_path: Path) -> None:
    house = a_voting_hall()
    commission = a_sealed_motion(house, motion=MOTION)
    vote = put(commission)
    cast_all(commission, {FOR: 8, AGAINST: 2, ABSTAIN: 1})
    commission.vote(8, marks(FOR))
    with pytest.raises(BoxNotCounted):
        closed(commission, vote)
    late = commission.a_ballot(11, marks(AGAINST))
    commission.close()
    with pytest.raises(BallotsNotTaken):
        into(commission.box, late)
    with pytest.raises(BoxNotCounted):
        closed(commission, vote)
    commission.decrypt(*commission.devices[1:])
    commission.conclude()
    with pytest.raises(RunsNoVotes):
        close_vote(occasion=by(actor_of(house.hall.members[0])), vote=vote)
    vote = closed(commission, vote)
    assert (vote.votes_for, vote.votes_against, vote.votes_abstained) == (9, 1, 1)
    assert (vote.base, vote.adopted, vote.decision.text_en) == (12, True, "It is approved.")
    assert vote.decision.legal_effect
    facts = entries_of(vote.public_id)[-1].facts
    assert (facts["for"], facts["head"]) == (9, head_of(commission.box))
    with pytest.raises(AlreadyClosed):
        closed(commission, vote)
    assert verify(BytesIO(commission.archive()), finished=True, equal=True).broken == ()
    (tmp_path / archive_name(commission.box)).write_bytes(commission.archive())
    assert tool_accepts(tmp_path)


@pytest.mark.parametrize("lacking", [1, 0])
def test_abstaining_and_not_voting_count_in_the_base(lacking: int) -> None:
    commission = a_sealed_motion(a_voting_hall())
    vote = put(commission)
    cast_all(commission, {FOR: vote.needed - lacking, ABSTAIN: 2})
    opened_and_counted(commission)
    vote = closed(commission, vote)
    assert (vote.base, vote.votes_against, vote.votes_abstained) == (12, 0, 2)
    assert (vote.adopted, hasattr(vote, "decision")) == (not lacking, not lacking)


def test_a_tie_is_not_adopted() -> None:
    vote = a_result({FOR: 6, AGAINST: 6})
    assert (vote.adopted, vote.votes_for, vote.votes_against) == (False, 6, 6)


def test_who_leaves_after_the_opening_changes_nothing_in_the_base() -> None:
    house = a_voting_hall()
    commission = a_sealed_motion(house)
    vote = put(commission)
    register_departure(
        occasion=by(house.hall.clerk),
        session=house.hall.session,
        membership=house.hall.members[0],
    )
    present_at(house.hall.session, [another_member(house.hall)], hour=11)
    cast_all(commission, {FOR: 7})
    opened_and_counted(commission)
    vote = closed(commission, vote)
    assert (vote.base, vote.votes_for, vote.adopted) == (12, 7, True)


def test_nothing_ends_while_the_box_is_not_counted() -> None:
    house = a_voting_hall()
    commission = a_sealed_motion(house)
    vote = put(commission)
    commission.close()
    with pytest.raises(VoteIsOpen):
        finish_item(occasion=by(house.hall.chair), item=house.item)
    commission.decrypt()
    commission.conclude()
    closed(commission, vote)
    item = finish_item(occasion=by(house.hall.chair), item=AgendaItem.objects.get(pk=house.item.pk))
    assert item.state == ItemState.FINISHED
    close_session(occasion=by(house.hall.chair, hour=12), session=house.hall.session)


def test_so_few_ballots_that_they_may_reveal_are_warned_of_as_in_an_election() -> None:
    commission = a_sealed_motion(a_voting_hall())
    put(commission)
    enough = box_law(commission.box.item.session.day).minimum_electorate
    cast_all(commission, {FOR: enough - 1})
    commission.count()
    assert may_reveal(commission.box)
    commission.vote(enough - 1, marks(ABSTAIN))
    commission.count()
    assert not may_reveal(commission.box)


# Giving up.


def test_a_vote_whose_box_is_given_up_has_no_result_and_may_be_held_again() -> None:
    house = a_voting_hall()
    commission = a_sealed_motion(house)
    vote = put(commission)
    cast_all(commission, {FOR: 12})
    abandon(occasion=by(house.hall.chair), box=commission.box, reason="Two keys are lost.")
    vote = Vote.objects.get(pk=vote.pk)
    assert (vote.state, vote.result, vote.adopted) == (State.VOID, None, None)
    assert entries_of(vote.public_id)[-1].action == "voting.void_vote"
    assert motion_count_of(commission.box) is None
    with pytest.raises(EndedWithoutResult):
        closed(commission, vote)
    with pytest.raises(AlreadyClosed):
        void_vote(occasion=by(house.hall.chair), vote=vote)
    with pytest.raises(NoSealedBox):
        put(commission)
    again = a_sealed_motion(house, seed=2)
    second = put(again)
    cast_all(again, {FOR: 9})
    opened_and_counted(again)
    assert closed(again, second).adopted
    with pytest.raises(BoxFinished):
        abandon(occasion=by(house.hall.chair), box=again.box, reason="Too late.")


def test_after_a_vote_without_result_the_session_may_vote_by_hands() -> None:
    house = a_voting_hall()
    commission = a_sealed_motion(house)
    put(commission)
    abandon(occasion=by(house.hall.chair), box=commission.box, reason="A lost key.")
    house.hall.method_item.refresh_from_db()
    choose_again(house)
    vote = open_vote(occasion=by(house.hall.chair), item=house.item)
    count_hands(occasion=by(house.hall.clerk), vote=vote, votes_for=8, against=0, abstained=0)
    assert close_vote(occasion=by(house.hall.chair), vote=vote).adopted


def choose_again(house: House) -> None:
    """The Session chooses hands for everything that follows."""
    states = AgendaItem.objects.filter(session=house.hall.session)
    states.filter(pk=house.item.pk).update(state=ItemState.FINISHED)
    states.filter(pk=house.hall.method_item.pk).update(state=ItemState.DISCUSSED)
    choose(house.hall, Method.OPEN_SHOW_OF_HANDS)
    states.filter(pk=house.hall.method_item.pk).update(state=ItemState.FINISHED)
    states.filter(pk=house.item.pk).update(state=ItemState.DISCUSSED)


def test_a_box_opens_once() -> None:
    house = a_voting_hall()
    commission = a_sealed_motion(house)
    vote = put(commission)
    cast_all(commission, {FOR: 12})
    opened_and_counted(commission)
    closed(commission, vote)
    with pytest.raises(NoSealedBox):
        put(commission)
    with pytest.raises(NotAtThisStage):
        commission.close()
    assert box_of_question(house.item) is None
    assert list(Choice) == [FOR, AGAINST, ABSTAIN]
