"""The box of a secret vote on a motion is set up: for which question, by whom, among how many."""

from collections.abc import Sequence

import pytest
from pytest_django import Settings
from tests.elections.builders import House, a_house
from tests.elections.motions import (
    a_motion_commission,
    a_sealed_motion,
    a_voting_hall,
    put,
    some_trustees,
)
from tests.people.builders import a_person
from tests.voting.builders import actor_of, by

from shanyraq.ballots.questions import HomomorphicQuestion
from shanyraq.elections.actions import abandon, prepare_secret_vote, seal
from shanyraq.elections.actions._commission import RolesJoined, TrusteesMiscounted, TrusteeTwice
from shanyraq.elections.actions.appointing import (
    BoxInUse,
)
from shanyraq.elections.actions.preparing import ItemIsOver
from shanyraq.elections.actions.putting import MotionUnworded, NoMotionHere
from shanyraq.elections.actions.sealing import TooFewToHide
from shanyraq.elections.enums import BoxState
from shanyraq.elections.models import BallotBox
from shanyraq.elections.queries import (
    box_law,
    box_of_question,
    election_record,
)
from shanyraq.people.models import Person, Wording
from shanyraq.platform.journal import entries_of
from shanyraq.platform.occasion import Actor
from shanyraq.sittings.actions import register_departure
from shanyraq.sittings.enums import ItemState
from shanyraq.sittings.models import AgendaItem
from shanyraq.sittings.permissions import NotYours
from shanyraq.voting.actions import (
    Motion,
)

pytestmark = pytest.mark.django_db

MOTION = Motion(
    question=Wording(kk="Бекітілсін бе?", ru="Утвердить?", en="Shall it be approved?"),
    text=Wording(kk="Бекітілсін.", ru="Утвердить.", en="It is approved."),
)


def set_up(
    house: House,
    trustees: Sequence[Person],
    *,
    item: AgendaItem | None = None,
    actor: Actor | None = None,
    registrar: Person | None = None,
    motion: Motion | None = MOTION,
) -> BallotBox:
    """A box set up for the question by the Working Organ, unless something else is told."""
    return prepare_secret_vote(
        occasion=by(actor or house.hall.clerk),
        item=item or house.item,
        registrar=registrar or a_person(name="Тіркеуші"),
        trustees=trustees,
        motion=motion,
    )


# Setting up.


def test_the_working_organ_sets_up_a_box_for_a_question_of_the_session() -> None:
    house = a_voting_hall()
    trustees = some_trustees(house.hall)
    with pytest.raises(NotYours):
        set_up(house, trustees, actor=actor_of(house.hall.members[0]))
    with pytest.raises(TrusteesMiscounted):
        set_up(house, trustees[1:])
    with pytest.raises(TrusteeTwice):
        set_up(house, [trustees[1], *trustees[1:]])
    with pytest.raises(MotionUnworded):
        set_up(house, trustees, motion=Motion(question=Wording(kk="Сұрақ", ru=" ", en="What?")))
    box = set_up(house, trustees)
    assert (box.election, box.vote, box.motion.question_en) == (None, None, "Shall it be approved?")
    assert box_of_question(house.item) == box
    assert entries_of(box.public_id)[0].facts["text_en"] == "It is approved."
    with pytest.raises(BoxInUse):
        set_up(house, trustees)
    abandon(occasion=by(house.hall.chair), box=box, reason="Another wording.")
    assert set_up(house, trustees, motion=None).motion.question_en == house.item.title_en


def test_registrar_and_trustee_are_different_persons(settings: Settings) -> None:
    house = a_voting_hall()
    trustees = some_trustees(house.hall)
    settings.DEMONSTRATION = False
    with pytest.raises(RolesJoined):
        set_up(house, trustees, registrar=trustees[0])
    settings.DEMONSTRATION = True
    assert set_up(house, trustees, registrar=trustees[0]).registrar == trustees[0]


def test_no_box_is_set_up_for_an_election_another_body_or_the_method() -> None:
    house = a_house()
    trustees = some_trustees(house.hall)
    for item in (house.item, house.nomination_item, house.hall.method_item):
        with pytest.raises(NoMotionHere):
            set_up(house, trustees, item=item)


def test_no_box_is_set_up_for_a_question_that_is_over() -> None:
    house = a_voting_hall()
    trustees = some_trustees(house.hall)
    AgendaItem.objects.filter(pk=house.item.pk).update(state=ItemState.FINISHED)
    with pytest.raises(ItemIsOver):
        set_up(house, trustees)
    AgendaItem.objects.filter(pk=house.item.pk).update(state=ItemState.WAITING)
    assert set_up(house, trustees).state == BoxState.PREPARING


def test_the_archive_asks_the_motion_with_exactly_one_of_three_answers() -> None:
    commission = a_sealed_motion(a_voting_hall(), motion=MOTION)
    record = election_record(commission.box)
    (question,) = record.questions
    assert isinstance(question, HomomorphicQuestion)
    assert question.question == "Бекітілсін бе? / Утвердить? / Shall it be approved?"
    assert [one.split(" / ")[2] for one in question.answers] == [
        "I vote for",
        "I vote against",
        "I abstain",
    ]
    assert (question.minimum, question.maximum, question.blank) == (1, 1, False)
    assert "It is approved." in record.body.decode()


@pytest.mark.parametrize("lacking", [1, 0])
def test_among_too_few_no_secret_vote_is_held_in_a_box(lacking: int) -> None:
    house = a_voting_hall()
    many = box_law(house.hall.session.day).minimum_electorate - lacking
    for member in house.hall.members[many:]:
        register_departure(
            occasion=by(house.hall.clerk), session=house.hall.session, membership=member
        )
    commission = a_motion_commission(house)
    commission.make_key()
    commission.give_out()
    if lacking:
        with pytest.raises(TooFewToHide):
            seal(occasion=by(house.hall.clerk), box=commission.box)
    else:
        seal(occasion=by(house.hall.clerk), box=commission.box)
        commission.check()
        assert put(commission).base == many


# Opening.
