"""Trustees: their records, and that any so many of a threshold group open what others cannot."""

import json
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ballots.builders import a_single_trustee, a_threshold_group, seeded
from tests.ballots.toy import TOY

from shanyraq.ballots.groups import BELENIOS_2048, Group
from shanyraq.ballots.pedersen import Pedersen
from shanyraq.ballots.proofs import PublicKey, prove_key
from shanyraq.ballots.records import MalformedRecord, canonical
from shanyraq.ballots.trustee_keys import SignedMessage, TrusteeKey
from shanyraq.ballots.trustees import Single, TooFewTrustees, Trustees


def a_mixed_list(group: Group, seed: int = 3) -> tuple[Trustees, dict[int, int]]:
    """A single trustee and any two of three: numbers 1, then 2 to 4; with their secrets."""
    draw = seeded(seed)
    secret = draw(group.q)
    pedersen, shares = a_threshold_group(group, 2, 3, randomness=draw)
    trustees = Trustees((a_single_trustee(group, secret, draw), pedersen))
    return trustees, dict(enumerate([secret, *shares], 1))


def test_records_are_read_as_they_are_written() -> None:
    trustees, _ = a_mixed_list(BELENIOS_2048)
    assert Trustees.read(BELENIOS_2048, canonical(trustees.json())) == trustees
    assert trustees.faults(BELENIOS_2048) == []
    assert [list(span) for _, span in trustees.numbered] == [[1], [2, 3, 4]]


@pytest.mark.parametrize("owners", [(1, 2, 3), (1, 2, 4), (1, 3, 4), (1, 2, 3, 4)])
def test_enough_trustees_open_a_ciphertext(owners: tuple[int, ...]) -> None:
    trustees, secrets = a_mixed_list(TOY)
    hidden = PublicKey(TOY, trustees.public_key(TOY)).encrypt(TOY.generate(7), 5)
    factors = {owner: TOY.power(hidden.alpha, secrets[owner]) for owner in owners}
    opened = hidden.beta * TOY.inverse(trustees.combine(TOY, factors)) % TOY.p
    assert opened == TOY.generate(7)


@pytest.mark.parametrize("owners", [(), (1,), (1, 2), (2, 3, 4)])
def test_too_few_trustees_open_nothing(owners: tuple[int, ...]) -> None:
    trustees, _ = a_mixed_list(TOY)
    assert not trustees.suffice(owners)
    with pytest.raises(TooFewTrustees):
        trustees.combine(TOY, dict.fromkeys(owners, 1))


@given(st.integers(1, 4), st.integers(0, 3), st.integers(0, 2**32))
@settings(max_examples=25, deadline=None)
def test_any_so_many_of_a_threshold_group_suffice(needed: int, spare: int, seed: int) -> None:
    draw, size = seeded(seed), needed + spare
    pedersen, shares = a_threshold_group(TOY, needed, size, randomness=draw)
    trustees = Trustees((pedersen,))
    alpha, key = TOY.generate(draw(TOY.q)), trustees.public_key(TOY)
    whole = {
        trustees.combine(TOY, {n: TOY.power(alpha, shares[n - 1]) for n in owners})
        for owners in combinations(range(1, size + 1), needed)
    }
    assert len(whole) == 1
    assert pedersen.public_key(TOY) == key


def test_a_lone_trustee_cannot_hide_others_behind_a_made_up_key() -> None:
    draw = seeded(4)
    single = a_single_trustee(TOY, draw(TOY.q), draw)
    rogue = TOY.generate(9) * TOY.inverse(single.key.public_key) % TOY.p
    fake = Single(TrusteeKey(rogue, prove_key(TOY, 9, draw)))
    assert Trustees((single, fake)).faults(TOY) == ["[1].pok"]


def spoilt(path: str, value: object) -> list[str]:
    """The faults of a threshold group with one field of its record exchanged."""
    pedersen, _ = a_threshold_group(TOY, 2, 3, randomness=seeded(5))
    record: object = json.loads(canonical([pedersen.json()]))
    *way, last = path.split("/")
    at = record
    for step in way:
        at = at[int(step) if step.isdigit() else step]  # type: ignore[index]
    at[int(last) if last.isdigit() else last] = value  # type: ignore[index]
    return Trustees.read(TOY, canonical(record)).faults(TOY)


@pytest.mark.parametrize(
    ("path", "value", "fault"),
    [
        ("0/1/certs/1/signature/response", "0", "[0].certs[1].signature"),
        ("0/1/coefexps/2/signature/challenge", "0", "[0].coefexps[2].signature"),
        ("0/1/verification_keys/0/pok/response", "0", "[0].verification_keys[0].pok"),
        ("0/1/verification_keys/0/public_key", "4", "[0].verification_keys[0].public_key"),
        ("0/1/certs/1/message", "{}", "[0].certs[1].verification"),
        ("0/1/coefexps/1/message", '{"coefexps":["4"]}', "[0].coefexps[1]"),
        ("0/1/coefexps/1/message", f'{{"coefexps":["{TOY.p - 1}","4"]}}', "[0].coefexps[1]"),
    ],
)
def test_each_part_of_a_key_ceremony_is_checked(path: str, value: object, fault: str) -> None:
    assert fault in spoilt(path, value)


def test_one_trustee_does_not_stand_in_twice() -> None:
    pedersen, _ = a_threshold_group(TOY, 2, 3, randomness=seeded(6))
    certificates = (pedersen.certificates[0], *pedersen.certificates[:2])
    twice = Pedersen(2, certificates, pedersen.coefficients, pedersen.keys)
    assert "[0].certs[1]" in Trustees((twice,)).faults(TOY)


@pytest.mark.parametrize(
    "body",
    [
        b"[]",
        b'[["Solo",{}]]',
        b'[["Single"]]',
        b'[["Pedersen",{"threshold":0,"certs":[],"coefexps":[],"verification_keys":[]}]]',
        b'[["Pedersen",{"threshold":"2","certs":[],"coefexps":[],"verification_keys":[]}]]',
    ],
)
def test_a_list_of_trustees_that_is_none_is_malformed(body: bytes) -> None:
    with pytest.raises(MalformedRecord):
        Trustees.read(TOY, body)


def test_a_signed_message_is_read_as_it_is_written() -> None:
    pedersen, _ = a_threshold_group(TOY, 1, 1, randomness=seeded(7))
    signed = pedersen.certificates[0]
    assert SignedMessage.read(TOY, json.loads(canonical(signed.json()))) == signed
