"""The commission of an electronic ballot and the list of those who may vote."""

import pytest
from pytest_django import Settings
from tests.elections.builders import DAY, House, a_house, nominated, prepared
from tests.elections.commission import a_commission, a_ready_box, an_electronic_election
from tests.people.builders import a_person
from tests.voting.builders import actor_of, by

from shanyraq.charter.queries import ask
from shanyraq.elections.actions import abandon, appoint_commission, draw_up_roll, prepare
from shanyraq.elections.actions._boxes import NotAtThisStage
from shanyraq.elections.actions._commission import RolesJoined, TrusteesMiscounted, TrusteeTwice
from shanyraq.elections.actions.abandoning import BoxFinished
from shanyraq.elections.actions.appointing import (
    BoxInUse,
    HeldOnPaper,
    RollSettled,
)
from shanyraq.elections.enums import BoxState
from shanyraq.elections.models import BallotBox
from shanyraq.elections.queries import (
    ballot_methods,
    box_law,
    box_of_election,
    boxes_kept_by,
    boxes_on,
    election_pack,
    roles_joined,
    roll_of,
)
from shanyraq.people.models import Person
from shanyraq.platform.journal import entries_of
from shanyraq.sittings.enums import State as SessionState
from shanyraq.sittings.models import Session
from shanyraq.sittings.permissions import NotYours
from shanyraq.voting.actions.opening import MethodNotOffered, NoQuorumForVote, SessionNotOpen
from shanyraq.voting.enums import Method
from shanyraq.voting.permissions import RunsNoVotes

pytestmark = pytest.mark.django_db


def some_trustees(house: House) -> list[Person]:
    """As many persons as the reading says."""
    many = box_law(house.item.session.day).trustees
    return [a_person(name=f"Сенім {number}") for number in range(many)]


@pytest.mark.parametrize("method", Method)
def test_the_election_law_offers_secret_methods_only(method: Method) -> None:
    house = a_house()
    decision, offered = nominated(house, 1), ballot_methods(election_pack(house.item.session.day))

    def tried() -> str:
        return prepare(
            occasion=by(house.hall.clerk), item=house.item, nomination=decision, method=method
        ).method

    if method in offered:
        assert tried() == method
    else:
        with pytest.raises(MethodNotOffered):
            tried()


def test_the_working_organ_names_as_many_trustees_as_the_reading_says() -> None:
    house = a_house()
    election, trustees = an_electronic_election(house, 1), some_trustees(house)
    registrar = a_person(name="Тіркеуші")

    def named(many: list[Person], *, clerk: bool = True) -> BallotBox:
        actor = house.hall.clerk if clerk else actor_of(house.hall.members[0])
        return appoint_commission(
            occasion=by(actor), election=election, registrar=registrar, trustees=many
        )

    with pytest.raises(NotYours):
        named(trustees, clerk=False)
    with pytest.raises(TrusteesMiscounted):
        named(trustees[1:])
    with pytest.raises(TrusteeTwice):
        named([trustees[1], *trustees[1:]])
    box = named(trustees)
    assert (box.state, box.threshold) == (
        BoxState.PREPARING,
        box_law(box.item.session.day).threshold,
    )
    assert list(boxes_kept_by(trustees[0])) == list(boxes_kept_by(registrar)) == [box]
    with pytest.raises(BoxInUse):
        named(trustees)


def test_one_person_never_has_the_credentials_and_a_key_outside_a_demonstration(
    settings: Settings,
) -> None:
    house = a_house()
    election, trustees = an_electronic_election(house, 1), some_trustees(house)

    def joined() -> BallotBox:
        return appoint_commission(
            occasion=by(house.hall.clerk),
            election=election,
            registrar=trustees[0],
            trustees=trustees,
        )

    settings.DEMONSTRATION = False
    with pytest.raises(RolesJoined):
        joined()
    settings.DEMONSTRATION = True
    assert roles_joined(joined())


def test_an_election_on_paper_has_no_box() -> None:
    house = a_house()
    with pytest.raises(HeldOnPaper):
        a_commission(house, prepared(house, 1))


def test_the_list_is_of_those_in_the_hall_and_can_be_drawn_anew() -> None:
    house = a_house(members=24, present=20)
    commission = a_commission(house, an_electronic_election(house, 1))
    assert not roles_joined(commission.box)
    for _ in range(2):
        draw_up_roll(occasion=by(house.hall.clerk), box=commission.box)
    listed = set(roll_of(commission.box).values_list("membership", flat=True))
    assert listed == {one.pk for one in house.hall.members[:20]}
    assert entries_of(commission.box.public_id)[-1].facts == {"roll": 20, "members": 24}
    with pytest.raises(NotYours):
        draw_up_roll(occasion=by(actor_of(house.hall.members[0])), box=commission.box)
    Session.objects.filter(pk=house.item.session_id).update(state=SessionState.PREPARED)
    with pytest.raises(SessionNotOpen):
        draw_up_roll(occasion=by(house.hall.clerk), box=BallotBox.objects.get())


@pytest.mark.parametrize("lacking", [1, 0])
def test_the_list_is_drawn_up_with_a_quorum_only(lacking: int) -> None:
    least = ask("session_quorum", on=DAY, facts={"members": 24, "present": 0}).needed or 0
    house = a_house(members=24, present=least - lacking)
    commission = a_commission(house, an_electronic_election(house, 1))
    if lacking:
        with pytest.raises(NoQuorumForVote):
            draw_up_roll(occasion=by(house.hall.clerk), box=commission.box)
    else:
        draw_up_roll(occasion=by(house.hall.clerk), box=commission.box)
        assert roll_of(commission.box).count() == least


def test_the_list_stands_once_credentials_were_made_for_it() -> None:
    commission = a_ready_box(a_house(), 1)
    with pytest.raises(RollSettled):
        draw_up_roll(occasion=by(commission.house.hall.clerk), box=commission.box)


def test_a_box_given_up_is_replaced_and_stays_in_the_record() -> None:
    house = a_house()
    election = an_electronic_election(house, 1)
    box = a_commission(house, election).box
    with pytest.raises(RunsNoVotes):
        abandon(occasion=by(actor_of(house.hall.members[0])), box=box, reason="A key is lost.")
    abandon(occasion=by(house.hall.chair), box=box, reason="A key is lost.")
    assert entries_of(box.public_id)[-1].facts == {"stage": "preparing", "reason": "A key is lost."}
    assert box_of_election(election) is None
    with pytest.raises(BoxFinished):
        abandon(occasion=by(house.hall.chair), box=box, reason="Once more.")
    with pytest.raises(NotAtThisStage):
        draw_up_roll(occasion=by(house.hall.clerk), box=box)
    again = a_commission(house, election).box
    assert list(boxes_on(house.item)) == [box, again]
    assert box.uuid != again.uuid
