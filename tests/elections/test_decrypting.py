"""Enough trustees open the one tally, each with the own key and once."""

import json

import pytest
from tests.elections.builders import a_house
from tests.elections.commission import Commission, an_open_box, into, seeded, signed_anew
from tests.voting.builders import actor_of, by

from shanyraq.ballots.decryption import decrypt_partially
from shanyraq.ballots.proofs import Ciphertext
from shanyraq.elections.actions import abandon, conclude, keep_verdicts, submit_partial_decryption
from shanyraq.elections.actions._boxes import NotAtThisStage
from shanyraq.elections.actions._result import TallyNotOpened, TooFewDecryptions
from shanyraq.elections.actions.abandoning import BoxFinished, ResultKnown
from shanyraq.elections.actions.decrypting import (
    DecryptedAlready,
    DecryptionUnfit,
)
from shanyraq.elections.enums import BoxState
from shanyraq.elections.models import BallotBox
from shanyraq.elections.permissions import NotATrustee
from shanyraq.elections.queries import (
    ballots_on_board,
    ciphertexts_of,
    decryptions_of,
    election_record,
    group_of,
    result_of,
)
from shanyraq.platform.occasion import SYSTEM
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


def given_up(commission: Commission) -> BallotBox:
    """The box, abandoned by who presides."""
    chair = by(commission.house.hall.chair)
    return abandon(occasion=chair, box=commission.box, reason="Another result would be welcome.")


def test_a_box_whose_result_anybody_can_reckon_is_not_given_up(commission: Commission) -> None:
    commission.decrypt(*commission.devices[:2])
    with pytest.raises(ResultKnown):
        given_up(commission)
    assert BallotBox.objects.get().state == BoxState.CLOSED
    commission.conclude()
    with pytest.raises(BoxFinished):
        given_up(commission)


def test_a_box_that_too_few_parts_open_is_given_up(commission: Commission) -> None:
    commission.decrypt(commission.devices[0])
    assert given_up(commission).state == BoxState.ABANDONED


def test_a_box_that_all_parts_together_do_not_open_is_given_up() -> None:
    opened = an_open_box(a_house(members=12), 1)
    group, ballot = group_of(opened.box), json.loads(opened.a_ballot(0, [1]))
    choice = ballot["answers"][0]["choices"][0]
    choice["beta"] = str(int(choice["beta"]) * group.generate(1000) % group.p)
    stuffed = into(opened.box, signed_anew(opened, 0, ballot))
    keep_verdicts(occasion=by(SYSTEM), box=opened.box, findings={stuffed.sha256: []})
    opened.close()
    opened.decrypt()
    with pytest.raises(TallyNotOpened):
        opened.conclude()
    assert given_up(opened).state == BoxState.ABANDONED
