"""A vote opens only in order, with a quorum, by a chosen method; then its roll is frozen."""

from typing import cast

import pytest
from django.utils import translation
from tests.conftest import an_occasion
from tests.people.builders import a_person
from tests.voting.builders import (
    DAY,
    a_hall,
    a_question_open,
    actor_of,
    another_member,
    by,
    choose,
    counted,
    present_at,
)

from shanyraq.bodies.models import Membership
from shanyraq.people.models import Wording
from shanyraq.platform.journal import entries_of
from shanyraq.platform.models import LiveEvent
from shanyraq.sittings.actions import begin_item, close_session, finish_item, register_departure
from shanyraq.sittings.enums import ItemKind, ItemState, State
from shanyraq.sittings.models import AgendaItem
from shanyraq.sittings.permissions import LawSilent
from shanyraq.voting.actions import Motion, close_vote, open_method_vote, open_vote
from shanyraq.voting.actions.opening import (
    HeldOpenly,
    ItemNotTakenUp,
    MethodNotBuilt,
    MethodNotChosen,
    MethodNotOffered,
    NoQuorumForVote,
    OutsideCompetence,
    ProceduralItem,
    SessionNotOpen,
)
from shanyraq.voting.enums import Method, Purpose
from shanyraq.voting.models import Vote
from shanyraq.voting.permissions import RunsNoVotes, VoteIsOpen
from shanyraq.voting.queries import chosen_method, methods

pytestmark = pytest.mark.django_db

HANDS, ELECTRONIC = Method.OPEN_SHOW_OF_HANDS, Method.OPEN_ELECTRONIC
SECRET = Method.SECRET_ELECTRONIC


def test_the_presiding_opens_a_vote() -> None:
    hall = a_hall()
    vote = open_method_vote(occasion=by(hall.chair), item=hall.method_item, proposed_method=HANDS)
    assert (vote.purpose, vote.base, vote.members, vote.needed) == (Purpose.METHOD, 12, 12, 7)
    assert entries_of(vote.public_id)[0].facts["base"] == 12


def test_the_working_organ_opens_it_for_the_presiding() -> None:
    hall = a_hall()
    vote = open_method_vote(occasion=by(hall.clerk), item=hall.method_item, proposed_method=HANDS)
    assert vote.is_open


def test_a_member_does_not_open_votes() -> None:
    hall = a_hall()
    with pytest.raises(RunsNoVotes) as refused:
        open_method_vote(
            occasion=by(actor_of(hall.members[0])), item=hall.method_item, proposed_method=HANDS
        )
    assert refused.value.verdict is not None
    assert Vote.objects.count() == 0


@pytest.mark.parametrize("state", [State.ANNOUNCED, State.CLOSED])
def test_nothing_is_put_to_the_vote_outside_an_open_session(state: State) -> None:
    hall = a_hall(state=state)
    with pytest.raises(SessionNotOpen):
        open_method_vote(occasion=by(hall.chair), item=hall.method_item, proposed_method=HANDS)


def test_a_question_is_voted_on_once_it_is_taken_up() -> None:
    hall = a_hall()
    choose(hall)
    with pytest.raises(ItemNotTakenUp):
        open_vote(occasion=by(hall.chair), item=hall.question)
    assert open_vote(occasion=by(hall.chair), item=hall.item).is_open


def test_no_question_is_voted_on_before_the_method() -> None:
    hall = a_hall()
    with pytest.raises(MethodNotChosen) as refused:
        open_vote(occasion=by(hall.chair), item=hall.item)
    assert refused.value.verdict is not None
    assert refused.value.verdict.clause == "R8.3c"
    AgendaItem.objects.filter(pk=hall.question.pk).update(state=ItemState.WAITING)
    AgendaItem.objects.filter(pk=hall.method_item.pk).update(state=ItemState.DISCUSSED)
    choose(hall)
    assert open_vote(occasion=by(hall.chair), item=hall.item).method == ELECTRONIC


def test_a_method_not_adopted_is_not_chosen() -> None:
    hall = a_hall()
    vote = open_method_vote(occasion=by(hall.chair), item=hall.method_item, proposed_method=HANDS)
    counted(hall, vote, votes_for=6, against=6)
    close_vote(occasion=by(hall.chair), vote=vote)
    assert chosen_method(hall.session) is None
    with pytest.raises(MethodNotChosen):
        open_vote(occasion=by(hall.chair), item=hall.item)


def test_a_question_gets_a_method_of_its_own_by_the_same_majority() -> None:
    hall = a_hall()
    choose(hall, ELECTRONIC)
    own = open_method_vote(occasion=by(hall.chair), item=hall.item, proposed_method=HANDS)
    counted(hall, own, votes_for=7, against=5)
    close_vote(occasion=by(hall.chair), vote=own)
    assert chosen_method(hall.session) == ELECTRONIC
    assert chosen_method(hall.session, hall.question) == HANDS
    assert open_vote(occasion=by(hall.chair), item=hall.item).method == HANDS


def test_the_item_on_the_method_makes_no_decision() -> None:
    hall = a_hall()
    choose(hall)
    with pytest.raises(ProceduralItem):
        open_vote(occasion=by(hall.chair), item=hall.method_item)


def test_methods_not_built_are_offered_with_the_reason_and_refused() -> None:
    hall = a_hall()
    offered = {one.method: one for one in methods(DAY)}
    assert set(offered) == set(Method)
    assert [one.method for one in methods(DAY) if one.available] == [HANDS, ELECTRONIC, SECRET]
    assert all(one.available or one.reason for one in offered.values())
    for method in (Method.ROLL_CALL, Method.SECRET_PAPER):
        with pytest.raises(MethodNotBuilt) as refused, translation.override("en"):
            open_method_vote(occasion=by(hall.chair), item=hall.method_item, proposed_method=method)
        with translation.override("en"):
            assert "later version" in refused.value.sentence
    assert Vote.objects.count() == 0


@pytest.mark.parametrize("method", [SECRET, HANDS])
def test_how_to_vote_is_itself_voted_on_openly(method: Method) -> None:
    hall = a_hall()

    def proposed() -> Vote:
        return open_method_vote(
            occasion=by(hall.chair), item=hall.method_item, proposed_method=SECRET, method=method
        )

    if method == SECRET:
        with pytest.raises(HeldOpenly):
            proposed()
    else:
        assert proposed().proposed_method == SECRET


@pytest.mark.parametrize(("present", "opens"), [(7, False), (8, True)])
def test_the_quorum_is_checked_again_before_each_vote(*, present: int, opens: bool) -> None:
    hall = a_hall(present=present)
    if opens:
        assert choose(hall).base == present
        return
    with pytest.raises(NoQuorumForVote) as refused:
        open_method_vote(occasion=by(hall.chair), item=hall.method_item, proposed_method=HANDS)
    assert refused.value.facts["needed"] == 8
    assert Vote.objects.count() == 0


def test_a_quorum_lost_after_the_method_was_chosen_stops_the_next_vote() -> None:
    hall = a_hall(present=8)
    choose(hall)
    register_departure(occasion=by(hall.clerk), session=hall.session, membership=hall.members[0])
    with pytest.raises(NoQuorumForVote):
        open_vote(occasion=by(hall.chair), item=hall.item)


def test_one_vote_at_a_time() -> None:
    hall = a_hall()
    a_question_open(hall)
    with pytest.raises(VoteIsOpen):
        open_vote(occasion=by(hall.chair), item=hall.item)
    assert Vote.objects.filter(state="open").count() == 1


def test_the_roll_is_frozen_when_the_vote_opens() -> None:
    hall = a_hall(present=10)
    vote = a_question_open(hall)
    register_departure(occasion=by(hall.clerk), session=hall.session, membership=hall.members[0])
    present_at(hall.session, [hall.members[11], another_member(hall)], hour=11)
    vote.refresh_from_db()
    assert vote.base == 10
    voters = Membership.objects.filter(votes__vote=vote)
    assert set(voters) == set(hall.members[:10])


def test_the_motion_is_what_is_voted_on() -> None:
    hall = a_hall()
    choose(hall)
    motion = Motion(
        question=Wording(kk="Сұрақ", ru="Вопрос", en="A question"),
        text=Wording(kk="Мәтін", ru="Текст", en="A text"),
    )
    vote = open_vote(occasion=by(hall.chair), item=hall.item, motion=motion)
    assert (vote.question_en, vote.text_ru) == ("A question", "Текст")


def test_nothing_opens_where_no_law_is_in_force() -> None:
    hall = a_hall(day=DAY.replace(year=2012))
    occasion = an_occasion(actor=hall.chair, on=DAY.replace(year=2012))
    with pytest.raises(LawSilent):
        open_method_vote(occasion=occasion, item=hall.method_item, proposed_method=HANDS)


def test_the_session_and_the_item_stay_while_a_vote_is_open() -> None:
    hall = a_hall()
    vote = a_question_open(hall)
    with pytest.raises(VoteIsOpen):
        finish_item(occasion=by(hall.chair), item=hall.question)
    AgendaItem.objects.filter(pk=hall.question.pk).update(state=ItemState.FINISHED)
    with pytest.raises(VoteIsOpen):
        close_session(occasion=by(hall.chair), session=hall.session)
    close_vote(occasion=by(hall.chair), vote=vote)
    close_session(occasion=by(hall.chair, hour=12), session=hall.session)
    hall.session.refresh_from_db()
    assert hall.session.state == State.CLOSED


def test_somebody_without_a_post_is_told_who_may() -> None:
    hall = a_hall()
    with pytest.raises(RunsNoVotes):
        open_vote(occasion=by(a_person().actor), item=hall.item)


def test_every_kind_of_question_built_is_within_the_powers() -> None:
    hall = a_hall(kind=ItemKind.MEMBER_REPORTS)
    vote = a_question_open(hall)
    entry = entries_of(vote.public_id)[0]
    assert len(entry.verdicts) == 4


def test_a_question_that_is_not_the_sessions_is_not_put_to_the_vote() -> None:
    hall = a_hall()
    choose(hall)
    AgendaItem.objects.filter(pk=hall.method_item.pk).update(state=ItemState.FINISHED)
    begin_item(occasion=by(hall.chair), item=hall.question)
    AgendaItem.objects.filter(pk=hall.question.pk).update(kind="approve_annual_plan")
    hall.question.refresh_from_db()
    with pytest.raises(OutsideCompetence) as refused:
        open_vote(occasion=by(hall.chair), item=hall.question)
    assert refused.value.verdict is not None
    AgendaItem.objects.filter(pk=hall.question.pk).update(kind=ItemKind.MEMBER_REPORTS)
    hall.question.refresh_from_db()
    assert open_vote(occasion=by(hall.chair), item=hall.question).is_open


def test_a_method_the_law_does_not_offer_is_refused() -> None:
    hall = a_hall()
    unheard = cast("Method", "by_acclamation")
    with pytest.raises(MethodNotOffered):
        open_method_vote(occasion=by(hall.chair), item=hall.method_item, proposed_method=unheard)
    assert Vote.objects.count() == 0
    assert open_method_vote(
        occasion=by(hall.chair), item=hall.method_item, proposed_method=HANDS
    ).is_open


def test_the_pages_are_told() -> None:
    hall = a_hall()
    LiveEvent.objects.all().delete()
    choose(hall)
    topics = LiveEvent.objects.values_list("topic", flat=True)
    sitting, own = f"sitting:{hall.session.public_id}", Vote.objects.get().topic
    assert list(topics) == [sitting, sitting, own, sitting, own]
