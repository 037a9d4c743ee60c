"""Enough trustees open the one tally, each with the own key and once."""

import json

import pytest
from tests.elections.builders import a_house
from tests.elections.commission import Commission, an_open_box, seeded
from tests.voting.builders import actor_of, by

from shanyraq.ballots.decryption import decrypt_partially
from shanyraq.ballots.proofs import Ciphertext
from shanyraq.elections.actions import conclude, submit_partial_decryption
from shanyraq.elections.actions._boxes import NotAtThisStage
from shanyraq.elections.actions.decrypting import (
    DecryptedAlready,
    DecryptionUnfit,
    TooFewDecryptions,
)
from shanyraq.elections.enums import BoxState
from shanyraq.elections.models import BallotBox
from shanyraq.elections.permissions import NotATrustee
from shanyraq.elections.queries import (
    ballots_on_board,
    ciphertexts_of,
    decryptions_of,
    election_record,
    result_of,
)
from shanyraq.sittings.permissions import NotYours

pytestmark = pytest.mark.django_db


@pytest.fixture
def commission() -> Commission:
    """A box with two ballots for the only candidate, closed."""
    opened = an_open_box(a_house(members=12), 1)
    for voter in range(2):
        opened.vote(voter, [1])
    opened.close()
    return opened


def tried(commission: Commission, decryption: bytes, *, number: int = 0) -> None:
    """A trustee, counted from 0, sends a part of the decryption, whatever it is."""
    actor = commission.devices[number].person.actor
    submit_partial_decryption(occasion=by(actor), box=commission.box, decryption=decryption)


def test_any_two_of_three_open_the_box(commission: Commission) -> None:
    _, second, third = commission.devices
    commission.decrypt(third)
    with pytest.raises(TooFewDecryptions):
        commission.conclude()
    commission.decrypt(second)
    with pytest.raises(NotYours):
        conclude(occasion=by(actor_of(commission.house.hall.members[0])), box=commission.box)
    commission.conclude()
    assert set(decryptions_of(commission.box)) == {2, 3}
    result = result_of(commission.box)
    assert result is not None
    assert result.answers == ((2,),)
    with pytest.raises(NotAtThisStage):
        commission.decrypt(commission.devices[0])
    assert BallotBox.objects.get().state == BoxState.CONCLUDED


def test_a_trustee_decrypts_once_and_in_person(commission: Commission) -> None:
    first = commission.devices[0]
    with pytest.raises(NotATrustee):
        submit_partial_decryption(
            occasion=by(commission.house.hall.clerk),
            box=commission.box,
            decryption=commission.part(first),
        )
    commission.decrypt(first)
    with pytest.raises(DecryptedAlready):
        commission.decrypt(first)


def test_what_opens_something_else_is_refused(commission: Commission) -> None:
    first, second, _ = commission.devices
    election, rows = election_record(commission.box), ciphertexts_of(commission.box)
    ballot = json.loads(bytes(ballots_on_board(commission.box)[0].body))
    choice = ballot["answers"][0]["choices"][0]
    one_vote = [[Ciphertext(int(choice["alpha"]), int(choice["beta"]))]]
    forged = json.loads(commission.part(first))
    forged["decryption_factors"][0][0] = str(rows[0][0].beta)
    attempts = [
        b"",
        b"{}",
        json.dumps(forged).encode(),
        commission.part(second),
        decrypt_partially(election, one_vote, secret=first.secret, randomness=seeded(4)).body,
    ]
    for decryption in attempts:
        with pytest.raises(DecryptionUnfit):
            tried(commission, decryption)
    tried(commission, commission.part(first))


def test_nothing_is_decrypted_while_ballots_are_cast() -> None:
    opened = an_open_box(a_house(members=12), 1)
    with pytest.raises(NotAtThisStage):
        tried(opened, b"{}")
    with pytest.raises(NotAtThisStage):
        opened.conclude()


def test_an_empty_box_opens_to_no_votes() -> None:
    opened = an_open_box(a_house(members=12), 2)
    opened.close()
    opened.decrypt()
    opened.conclude()
    result = result_of(opened.box)
    assert result is not None
    assert result.answers == ((0, 0),)
