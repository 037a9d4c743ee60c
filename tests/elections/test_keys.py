"""The trustees make the key in steps, in person, and show that their shares are at hand."""

import json

import pytest
from tests.elections.builders import a_house
from tests.elections.commission import (
    Commission,
    a_commission,
    a_sealed_box,
    an_electronic_election,
    seeded,
)
from tests.voting.builders import by

from shanyraq.ballots.proofs import sign
from shanyraq.ballots.records import canonical
from shanyraq.elections.actions import check_key, open_election, submit_key_message
from shanyraq.elections.actions._boxes import KeysNotChecked, NotAtThisStage
from shanyraq.elections.actions.keys import (
    KeyCheckedAlready,
    KeyMessageUnfit,
    KeyNotShown,
    NotThisStep,
    StepDone,
)
from shanyraq.elections.actions.opening import BoxNotSealed
from shanyraq.elections.enums import KeyStep
from shanyraq.elections.permissions import NotATrustee
from shanyraq.elections.queries import (
    ceremony_input,
    current_step,
    group_of,
    key_check_message,
    trustee_of,
)

pytestmark = pytest.mark.django_db


def a_new_commission() -> Commission:
    """A commission that has done nothing yet."""
    house = a_house()
    return a_commission(house, an_electronic_election(house, 1))


def given(commission: Commission, number: int, step: KeyStep) -> str:
    """What the server tells a trustee, counted from 0."""
    trustee = trustee_of(commission.box, commission.devices[number].person)
    assert trustee is not None
    return ceremony_input(trustee, step)


def sent(commission: Commission, number: int, step: KeyStep, *, message: str) -> None:
    """A trustee, counted from 0, sends a message, whatever it is."""
    actor = commission.devices[number].person.actor
    submit_key_message(occasion=by(actor), box=commission.box, step=step, message=message)


def test_all_trustees_finish_a_step_before_the_next_begins() -> None:
    commission = a_new_commission()
    first, *others = commission.devices
    commission.send(first, KeyStep.CERTIFICATE)
    with pytest.raises(StepDone):
        commission.send(first, KeyStep.CERTIFICATE)
    assert given(commission, 0, KeyStep.POLYNOMIAL) == ""
    with pytest.raises(NotThisStep):
        sent(commission, 0, KeyStep.POLYNOMIAL, message="{}")
    for device in others:
        commission.send(device, KeyStep.CERTIFICATE)
    assert current_step(commission.box) == KeyStep.POLYNOMIAL
    assert given(commission, 0, KeyStep.SHARE) == ""
    for step in (KeyStep.POLYNOMIAL, KeyStep.SHARE):
        for device in commission.devices:
            commission.send(device, step)
    assert current_step(commission.box) is None


def test_nobody_but_a_trustee_sends_a_message_of_the_key() -> None:
    commission = a_new_commission()
    for actor in (commission.registrar.actor, commission.house.hall.clerk):
        with pytest.raises(NotATrustee):
            submit_key_message(
                occasion=by(actor), box=commission.box, step=KeyStep.CERTIFICATE, message="{}"
            )


def test_a_message_that_fits_nobody_is_not_kept() -> None:
    commission = a_new_commission()
    first, second, third = commission.devices
    own = first.answer(KeyStep.CERTIFICATE, given(commission, 0, KeyStep.CERTIFICATE))
    forged = json.loads(own)
    forged["signature"]["response"] = "1"
    halved = json.dumps({**forged, "message": "\ud800"})
    for message in ("", "{}", "no JSON", json.dumps(forged), halved):
        with pytest.raises(KeyMessageUnfit):
            sent(commission, 0, KeyStep.CERTIFICATE, message=message)
    sent(commission, 0, KeyStep.CERTIFICATE, message=own)
    with pytest.raises(KeyMessageUnfit):
        sent(commission, 1, KeyStep.CERTIFICATE, message=own)
    for device in (second, third):
        commission.send(device, KeyStep.CERTIFICATE)
    dealt = first.answer(KeyStep.POLYNOMIAL, given(commission, 0, KeyStep.POLYNOMIAL))
    for change in ("secrets", "coefexps"):
        wrong = json.loads(dealt)
        wrong[change] = wrong[change][:-1] if change == "secrets" else forged
        with pytest.raises(KeyMessageUnfit):
            sent(commission, 0, KeyStep.POLYNOMIAL, message=json.dumps(wrong))
    with pytest.raises(KeyMessageUnfit):
        sent(commission, 1, KeyStep.POLYNOMIAL, message=dealt)
    for device in commission.devices:
        commission.send(device, KeyStep.POLYNOMIAL)
    share = first.answer(KeyStep.SHARE, given(commission, 0, KeyStep.SHARE))
    with pytest.raises(KeyMessageUnfit):
        sent(commission, 1, KeyStep.SHARE, message=share)
    sent(commission, 0, KeyStep.SHARE, message=share)


def test_a_trustee_shows_the_own_share_once_the_box_is_sealed() -> None:
    commission = a_sealed_box(a_house(), 1)
    box, (first, second, _) = commission.box, commission.devices
    chair, election = by(commission.house.hall.chair), commission.election
    stranger = sign(
        group_of(box), first.secret + 1, message=key_check_message(box), randomness=seeded(3)
    )
    for signature in ("", "{}", canonical(stranger.json()).decode()):
        with pytest.raises(KeyNotShown):
            check_key(occasion=by(first.person.actor), box=box, signature=signature)
    with pytest.raises(NotATrustee):
        check_key(occasion=by(commission.registrar.actor), box=box, signature="{}")
    commission.check(first)
    with pytest.raises(KeyCheckedAlready):
        commission.check(first)
    with pytest.raises(KeysNotChecked):
        open_election(occasion=chair, election=election)
    commission.check(second)
    assert open_election(occasion=chair, election=election).is_open
    with pytest.raises(NotAtThisStage):
        commission.check(commission.devices[2])


def test_an_electronic_election_opens_with_a_sealed_box_only() -> None:
    house = a_house()
    election = an_electronic_election(house, 1)
    with pytest.raises(BoxNotSealed):
        open_election(occasion=by(house.hall.chair), election=election)
    a_commission(house, election)
    with pytest.raises(BoxNotSealed):
        open_election(occasion=by(house.hall.chair), election=election)
