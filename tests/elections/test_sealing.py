"""The credentials arrive from the registrar, and the box is sealed with all that it needs."""

from io import BytesIO

import pytest
from tests.elections.builders import DAY, a_house
from tests.elections.commission import (
    a_commission,
    a_ready_box,
    an_electronic_election,
)
from tests.voting.builders import actor_of, by, present_at

from shanyraq.ballots.credentials import write_credentials
from shanyraq.ballots.records import canonical
from shanyraq.ballots.verifier import verify
from shanyraq.elections.actions import draw_up_roll, seal, submit_credentials
from shanyraq.elections.actions._boxes import NotAtThisStage
from shanyraq.elections.actions.crediting import (
    CredentialsMiscounted,
    CredentialsSent,
    CredentialsUnfit,
    CredentialsWeighted,
    NoRoll,
    RollRedrawn,
)
from shanyraq.elections.actions.sealing import KeyNotMade, NoCredentials, TooFewToHide
from shanyraq.elections.enums import BoxState
from shanyraq.elections.permissions import NotTheRegistrar
from shanyraq.elections.queries import (
    box_law,
    candidates_of,
    election_record,
    fingerprint_of_roll,
    group_of,
    head_of,
    trustees_record,
)
from shanyraq.platform.journal import entries_of
from shanyraq.sittings.models import Attendance
from shanyraq.sittings.permissions import NotYours

pytestmark = pytest.mark.django_db


def test_the_registrar_sends_one_credential_for_each_member_on_the_list() -> None:
    house = a_house(members=12)
    commission = a_commission(house, an_electronic_election(house, 1))
    box = commission.box
    with pytest.raises(NoRoll):
        commission.hand_in(commission.public_list(12))
    draw_up_roll(occasion=by(house.hall.clerk), box=box)
    with pytest.raises(NotTheRegistrar):
        submit_credentials(
            occasion=by(house.hall.clerk),
            box=box,
            record=commission.public_list(),
            roll=fingerprint_of_roll(box),
        )
    for many in (11, 13):
        with pytest.raises(CredentialsMiscounted):
            commission.hand_in(commission.public_list(many))
    right = commission.public_list()
    commission.hand_in(right)
    assert box.credentials.count() == 12
    with pytest.raises(CredentialsSent):
        commission.hand_in(right)


def test_only_the_public_list_is_taken_as_the_tool_writes_it() -> None:
    house = a_house(members=12)
    commission = a_commission(house, an_electronic_election(house, 1))
    draw_up_roll(occasion=by(house.hall.clerk), box=commission.box)
    group = group_of(commission.box)
    elements = sorted(group.generate(number) for number in range(2, 14))
    turned = canonical([str(one) for one in reversed(elements)])
    outside = write_credentials([*elements[1:], group.p - 1])
    secret = "\n".join(commission.credentials).encode()
    for record in (b"", b"[]x", turned, outside, secret, canonical([str(elements[0])] * 12)):
        with pytest.raises(CredentialsUnfit):
            commission.hand_in(record)
    with pytest.raises(CredentialsWeighted):
        commission.hand_in(write_credentials(elements, [2] * 12))


def test_codes_made_for_a_list_that_was_drawn_up_anew_are_refused() -> None:
    house = a_house(members=24, present=20)
    commission = a_commission(house, an_electronic_election(house, 1))
    box, clerk = commission.box, by(house.hall.clerk)
    draw_up_roll(occasion=clerk, box=box)
    earlier, record = fingerprint_of_roll(box), commission.public_list()
    draw_up_roll(occasion=clerk, box=box)
    assert fingerprint_of_roll(box) == earlier
    session = house.hall.session
    Attendance.objects.filter(session=session, membership=house.hall.members[0]).update(
        left_at=by(house.hall.clerk).at
    )
    present_at(session, house.hall.members[20:21])
    draw_up_roll(occasion=clerk, box=box)
    assert box.roll.count() == 20
    with pytest.raises(RollRedrawn):
        submit_credentials(
            occasion=by(commission.registrar.actor), box=box, record=record, roll=earlier
        )
    commission.hand_in(record)
    assert box.credentials.count() == 20


def test_a_box_is_sealed_by_the_working_organ_once_everything_is_there() -> None:
    house = a_house(members=12)
    commission = a_commission(house, an_electronic_election(house, 2))
    clerk = by(house.hall.clerk)
    with pytest.raises(KeyNotMade):
        seal(occasion=clerk, box=commission.box)
    commission.make_key()
    with pytest.raises(NoCredentials):
        seal(occasion=clerk, box=commission.box)
    commission.give_out()
    with pytest.raises(NotYours):
        seal(occasion=by(actor_of(house.hall.members[0])), box=commission.box)
    box = seal(occasion=clerk, box=commission.box)
    assert box.state == BoxState.SEALED
    with pytest.raises(NotAtThisStage):
        seal(occasion=clerk, box=commission.box)
    record, facts = election_record(box), entries_of(box.public_id)[-1].facts
    assert (facts["fingerprint"], facts["head"]) == (record.fingerprint, head_of(box))
    candidates = [one.person for one in candidates_of(commission.election)]
    assert [one.split(" / ")[0] for one in record.questions[0].answers] == [
        one.name_kk for one in candidates
    ]
    assert [key.name for key in trustees_record(box).keys] == [
        device.person.name for device in commission.devices
    ]
    assert verify(BytesIO(commission.archive()), finished=False, equal=True).broken == ()


@pytest.mark.parametrize("lacking", [1, 0])
def test_among_too_few_one_votes_on_paper(lacking: int) -> None:
    house = a_house(members=box_law(DAY).minimum_electorate - lacking)
    commission = a_ready_box(house, 1)
    if lacking:
        with pytest.raises(TooFewToHide):
            seal(occasion=by(house.hall.clerk), box=commission.box)
    else:
        assert seal(occasion=by(house.hall.clerk), box=commission.box).state == BoxState.SEALED
