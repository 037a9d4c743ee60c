"""Sealed messages: read by the addressee alone, written by the sender alone."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ballots.builders import seeded
from tests.ballots.toy import TOY

from shanyraq.ballots.proofs import PublicKey
from shanyraq.ballots.records import canonical
from shanyraq.ballots.sealed_messages import (
    BrokenSeal,
    CeremonyKeys,
    UnfitSeed,
    _cipher,
    _nonce,
    _opened,
    new_seed,
    seal,
    unseal,
)

SENDER, ADDRESSEE, THIRD = (
    CeremonyKeys.from_seed(TOY, new_seed(seeded(seed))) for seed in range(3)
)


def sealed(message: str = "42") -> str:
    return seal(SENDER, ADDRESSEE.encryption, message, randomness=seeded(9))


@given(message=st.text(), seed=st.integers(0, 2**32))
@settings(deadline=None, max_examples=50)
def test_what_is_sealed_is_read_by_the_addressee(message: str, seed: int) -> None:
    written = seal(SENDER, ADDRESSEE.encryption, message, randomness=seeded(seed))
    assert unseal(ADDRESSEE, SENDER.verification, written) == message


def test_nobody_else_reads_it() -> None:
    with pytest.raises(BrokenSeal, match="opened"):
        unseal(THIRD, SENDER.verification, sealed())


def test_nobody_else_can_have_written_it() -> None:
    with pytest.raises(BrokenSeal, match="sender"):
        unseal(ADDRESSEE, THIRD.verification, sealed())


def test_what_was_written_to_another_cannot_be_passed_on() -> None:
    """The addressee encrypts the sender's signed words anew, to a third."""
    words = _opened(ADDRESSEE, sealed())
    content = TOY.generate(3)
    hidden = PublicKey(TOY, THIRD.encryption).encrypt(content, 4)
    data = _cipher(content).encrypt(_nonce(hidden.alpha), canonical(words.json()), None)
    passed_on = canonical({**hidden.json(), "data": data.hex()}).decode()
    with pytest.raises(BrokenSeal, match="somebody else"):
        unseal(THIRD, SENDER.verification, passed_on)


@pytest.mark.parametrize("field", ["alpha", "beta", "data"])
def test_every_part_of_it_matters(field: str) -> None:
    parts = json.loads(sealed())
    number = int(parts[field], 16 if field == "data" else 10) + 1
    parts[field] = f"{number:x}" if field == "data" else str(number)
    with pytest.raises(BrokenSeal, match="opened"):
        unseal(ADDRESSEE, SENDER.verification, json.dumps(parts))


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"alpha":"1","beta":"1","data":"zz"}', '{"alpha":"1","beta":"1"}']
)
def test_what_is_no_message_is_not_opened(text: str) -> None:
    with pytest.raises(BrokenSeal, match="opened"):
        unseal(ADDRESSEE, SENDER.verification, text)


def test_a_message_cut_short_is_not_opened() -> None:
    parts = json.loads(sealed())
    for data in ("", parts["data"][:14], parts["data"][:-2]):
        with pytest.raises(BrokenSeal, match="opened"):
            unseal(ADDRESSEE, SENDER.verification, json.dumps({**parts, "data": data}))


def test_a_seed_gives_both_keys_and_is_told_from_a_typing_error() -> None:
    seed = new_seed(seeded(0))
    assert len(seed) == 22
    assert CeremonyKeys.from_seed(TOY, seed) == SENDER
    assert SENDER.signing != SENDER.reading
    for mistyped in (seed[:-1], seed + "1", "0" + seed[1:]):
        with pytest.raises(UnfitSeed, match="22 letters"):
            CeremonyKeys.from_seed(TOY, mistyped)
