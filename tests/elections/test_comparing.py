"""The registrar looks at the sealed list before anybody votes beside it."""

import json

import pytest
from tests.elections.builders import a_house
from tests.elections.commission import (
    Commission,
    a_commission,
    a_ready_box,
    a_sealed_box,
    an_electronic_election,
)
from tests.voting.builders import by

from shanyraq.ballots.credentials import write_credentials
from shanyraq.ballots.hashing import hex_hash
from shanyraq.elections.actions import check_credentials, draw_up_roll, open_election, seal
from shanyraq.elections.actions._boxes import CredentialsNotCompared, NotAtThisStage
from shanyraq.elections.actions.comparing import CredentialsCompared, CredentialsSwapped
from shanyraq.elections.enums import State
from shanyraq.elections.models import PublicCredential
from shanyraq.elections.permissions import NotTheRegistrar
from shanyraq.elections.queries import credentials_record, group_of
from shanyraq.platform.journal import entries_of

pytestmark = pytest.mark.django_db


def compared(commission: Commission, record: bytes) -> None:
    occasion = by(commission.registrar.actor)
    check_credentials(occasion=occasion, box=commission.box, record=record)


def test_voting_opens_only_once_the_registrar_found_the_own_list_in_the_archive() -> None:
    commission = a_sealed_box(a_house(members=12), 1)
    chair, election = by(commission.house.hall.chair), commission.election
    for device in commission.devices:
        commission.show_key(device)
    with pytest.raises(CredentialsNotCompared):
        open_election(occasion=chair, election=election)
    commission.compare()
    assert open_election(occasion=chair, election=election).state == State.OPEN


def test_a_list_that_was_changed_before_the_sealing_is_found() -> None:
    house = a_house(members=12)
    commission = a_commission(house, an_electronic_election(house, 1))
    box, clerk = commission.box, by(house.hall.clerk)
    commission.make_key()
    draw_up_roll(occasion=clerk, box=box)
    own = commission.public_list()
    swapped = sorted([group_of(box).generate(7), *map(int, json.loads(own)[1:])])
    for one in map(str, swapped):
        PublicCredential.objects.create(box=box, value=one, sha256=hex_hash(one.encode()))
    seal(occasion=clerk, box=box)
    with pytest.raises(CredentialsSwapped):
        compared(commission, own)
    assert write_credentials(swapped) == credentials_record(box)


def test_the_list_is_compared_by_the_registrar_once_while_the_box_is_sealed() -> None:
    commission = a_ready_box(a_house(members=12), 1)
    with pytest.raises(NotAtThisStage):
        compared(commission, b"[]")
    seal(occasion=by(commission.house.hall.clerk), box=commission.box)
    own = credentials_record(commission.box)
    with pytest.raises(NotTheRegistrar):
        check_credentials(occasion=by(commission.house.hall.clerk), box=commission.box, record=own)
    compared(commission, own)
    with pytest.raises(CredentialsCompared):
        compared(commission, own)
    facts = entries_of(commission.box.public_id)[-1].facts
    assert facts["list"] == hex_hash(own)
