"""The key ceremony: any so many of the trustees can open, and who cheats is named.

Tests named by an 8 are attacks, counted as in the document on secret ballots.
"""

import json
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ballots.builders import seeded
from tests.ballots.toy import TOY

from shanyraq.ballots.ceremony_records import Dealing, Hand, Place, Share, fingerprint_of
from shanyraq.ballots.key_generation import (
    Ceremony,
    Complaint,
    Ground,
    accept,
    conclude,
    deal,
    hands,
    make_certificate,
    open_private_key,
    with_signatures,
)
from shanyraq.ballots.pedersen import Pedersen
from shanyraq.ballots.proofs import Proof
from shanyraq.ballots.records import canonical, read_json, read_object
from shanyraq.ballots.sealed_messages import BrokenSeal, CeremonyKeys, new_seed, seal
from shanyraq.ballots.trustee_keys import SignedMessage
from shanyraq.ballots.trustees import Trustees

DRAW = seeded(11)
KEYS = [CeremonyKeys.from_seed(TOY, new_seed(DRAW)) for _ in range(5)]
CERTIFICATES = [make_certificate(keys, DRAW) for keys in KEYS]


def ceremony(size: int = 3, threshold: int = 2) -> Ceremony:
    return Ceremony.of(TOY, threshold, CERTIFICATES[:size])


def dealt(held: Ceremony, seed: int = 1) -> list[Dealing]:
    draw = seeded(seed)
    return [deal(held, keys, draw) for keys in KEYS[: len(held.trustees)]]


def accepted(held: Ceremony, passed: tuple[Hand, ...]) -> list[Share]:
    draw = seeded(2)
    keys = KEYS[: len(held.trustees)]
    return [
        accept(held, own, hand, randomness=draw) for own, hand in zip(keys, passed, strict=True)
    ]


def concluded(held: Ceremony) -> tuple[Pedersen, list[Share]]:
    passed = hands(held, dealt(held))
    shares = accepted(held, passed)
    return conclude(held, passed[0].coefficients, shares), shares


def complaint(
    ground: Ground, against: int | None, act: Callable[..., object], *given: object, **named: object
) -> None:
    with pytest.raises(Complaint) as raised:
        act(*given, **named)
    assert (raised.value.ground, raised.value.against) == (ground, against)
    assert (against is None) == (not str(raised.value).startswith("trustee"))


@given(
    shape=st.integers(1, 5).flatmap(lambda n: st.tuples(st.just(n), st.integers(1, n))),
    exponent=st.integers(0, 2**64),
)
@settings(deadline=None, max_examples=25)
def test_any_so_many_trustees_open_what_is_encrypted(shape: tuple[int, int], exponent: int) -> None:
    size, threshold = shape
    held = ceremony(size, threshold)
    record, shares = concluded(held)
    trustees = Trustees((record,))
    assert trustees.faults(TOY) == []
    secrets = [
        open_private_key(keys, share.private_key) for keys, share in zip(KEYS, shares, strict=False)
    ]
    alpha = TOY.generate(exponent)
    opened = TOY.power(trustees.public_key(TOY), exponent)
    for owners in combinations(range(1, size + 1), threshold):
        factors = {owner: TOY.power(alpha, secrets[owner - 1]) for owner in owners}
        assert trustees.combine(TOY, factors) == opened


def test_messages_are_read_as_they_are_written() -> None:
    held = ceremony()
    dealings = dealt(held)
    passed = hands(held, dealings)
    share = accepted(held, passed)[0].named("Аягөз")
    assert Dealing.read(TOY, read_json(canonical(dealings[0].json()))) == dealings[0]
    assert Hand.read(TOY, read_json(canonical(passed[0].json()))) == passed[0]
    assert Share.read(TOY, read_json(canonical(share.json()))) == share
    assert share.public_key.name == "Аягөз"


def test_the_threshold_lies_between_one_and_all() -> None:
    assert ceremony(3, 3).threshold == 3
    for threshold in (0, 4):
        complaint(Ground.THRESHOLD, None, ceremony, 3, threshold)


def certificate(signer: CeremonyKeys, **fields: object) -> SignedMessage:
    own = {"verification": str(signer.verification), "encryption": str(signer.encryption)}
    return signer.sign(json.dumps({**own, **fields}), seeded(3))


def test_a_certificate_must_be_signed_by_itself() -> None:
    first, second = CERTIFICATES[:2]
    forged = replace(second, signature=first.signature)
    complaint(Ground.CERTIFICATE, 2, Ceremony.of, TOY, 1, [first, forged])
    other = certificate(KEYS[1], verification=str(KEYS[2].verification))
    complaint(Ground.CERTIFICATE, 2, Ceremony.of, TOY, 1, [first, other])


@pytest.mark.parametrize("name", ["verification", "encryption"])
def test_8_the_keys_of_a_certificate_are_members_although_the_tool_does_not_ask(name: str) -> None:
    outside = TOY.p - getattr(KEYS[1], name)
    for wrong in (str(outside), "0", "1", str(TOY.p), "x"):
        forged = certificate(KEYS[1], **{name: wrong})
        complaint(Ground.CERTIFICATE, 2, Ceremony.of, TOY, 1, [CERTIFICATES[0], forged])


def test_8_two_certificates_of_one_key_are_refused() -> None:
    first, second = CERTIFICATES[:2]
    again = make_certificate(KEYS[0], seeded(4))
    assert again != first
    complaint(Ground.TWICE, 3, Ceremony.of, TOY, 2, [first, second, again])
    half = certificate(KEYS[2], encryption=str(KEYS[0].encryption))
    complaint(Ground.TWICE, 3, Ceremony.of, TOY, 2, [first, second, half])


def placed(**changes: object) -> list[SignedMessage]:
    group = str(changes.get("group", TOY.name))
    size, threshold = int(str(changes.get("size", 3))), int(str(changes.get("threshold", 2)))
    shift = int(str(changes.get("shift", 0)))
    return [
        make_certificate(keys, DRAW, Place(group, size, threshold, index + shift))
        for index, keys in enumerate(KEYS[:3], 1)
    ]


def test_a_certificate_that_names_its_place_holds_there_alone() -> None:
    assert len(Ceremony.of(TOY, 2, placed()).trustees) == 3
    for changes in ({"group": "OTHER"}, {"size": 4}, {"threshold": 3}, {"shift": 1}):
        complaint(Ground.PLACE, 1, Ceremony.of, TOY, 2, placed(**changes))


def test_a_stranger_has_no_part() -> None:
    held = ceremony()
    complaint(Ground.STRANGER, None, deal, held, KEYS[4], DRAW)


def changed_coefficients(dealing: Dealing, signer: CeremonyKeys, row: list[str]) -> Dealing:
    signed = signer.sign(json.dumps({"coefexps": row}), seeded(5))
    return replace(dealing, coefficients=signed)


def test_8_a_polynomial_of_another_threshold_names_its_dealer() -> None:
    held, other = ceremony(3, 2), ceremony(3, 3)
    dealings = dealt(held)
    dealings[1] = deal(other, KEYS[1], DRAW)
    complaint(Ground.THRESHOLD, 2, hands, held, dealings)
    passed = replace(
        hands(held, dealt(held))[0], coefficients=(*(each.coefficients for each in dealings),)
    )
    complaint(Ground.THRESHOLD, 2, accept, held, KEYS[0], passed, randomness=DRAW)


def test_coefficients_must_be_members_and_signed_by_the_dealer() -> None:
    held = ceremony()
    dealings = dealt(held)
    row = json.loads(dealings[1].coefficients.message)["coefexps"]
    outside = [str(TOY.p - int(row[0])), row[1]]
    for forged in (
        changed_coefficients(dealings[1], KEYS[1], outside),
        changed_coefficients(dealings[1], KEYS[2], row),
        replace(dealings[1], coefficients=SignedMessage("{}", Proof(1, 1))),
    ):
        complaint(Ground.COEFFICIENTS, 2, hands, held, [dealings[0], forged, dealings[2]])


def test_missing_messages_are_missed() -> None:
    held = ceremony()
    dealings = dealt(held)
    complaint(Ground.NUMBER, None, hands, held, dealings[:2])
    short = replace(dealings[2], secrets=dealings[2].secrets[:2])
    complaint(Ground.NUMBER, 3, hands, held, [*dealings[:2], short])
    passed = hands(held, dealings)
    fewer = replace(passed[0], secrets=passed[0].secrets[:2])
    complaint(Ground.NUMBER, None, accept, held, KEYS[0], fewer, randomness=DRAW)
    shares = accepted(held, passed)
    complaint(Ground.NUMBER, None, conclude, held, passed[0].coefficients, shares[:2])


def test_8_a_wrong_share_names_its_dealer() -> None:
    held = ceremony()
    dealings = dealt(held)
    wrong = seal(KEYS[2], KEYS[0].encryption, '{"secret":"7"}', randomness=DRAW)
    unreadable = dealings[2].secrets[1]
    unsigned = seal(KEYS[1], KEYS[0].encryption, '{"secret":"7"}', randomness=DRAW)
    empty = seal(KEYS[2], KEYS[0].encryption, "{}", randomness=DRAW)
    for share in (wrong, unreadable, unsigned, empty):
        forged = [*dealings[:2], replace(dealings[2], secrets=(share, *dealings[2].secrets[1:]))]
        passed = hands(held, forged)
        complaint(Ground.SHARE, 3, accept, held, KEYS[0], passed[0], randomness=DRAW)
        accept(held, KEYS[1], passed[1], randomness=DRAW)


def test_8_an_administrator_who_exchanges_the_own_polynomial_is_found() -> None:
    held = ceremony()
    first, again = dealt(held), dealt(held, seed=6)
    passed = hands(held, [again[0], *first[1:]])
    old = replace(passed[0], polynomial=first[0].polynomial)
    complaint(Ground.POLYNOMIAL, None, accept, held, KEYS[0], old, randomness=DRAW)
    other = replace(passed[0], polynomial=first[1].polynomial)
    complaint(Ground.POLYNOMIAL, None, accept, held, KEYS[0], other, randomness=DRAW)


def test_a_key_that_was_not_dealt_or_is_not_proved_names_its_trustee() -> None:
    held = ceremony()
    passed = hands(held, dealt(held))
    shares = accepted(held, passed)
    swapped = [shares[0], replace(shares[1], public_key=shares[2].public_key), shares[2]]
    unproved = replace(shares[1].public_key, proof=shares[0].public_key.proof)
    for forged in (swapped, [shares[0], replace(shares[1], public_key=unproved), shares[2]]):
        complaint(Ground.KEY, 2, conclude, held, passed[0].coefficients, forged)


def test_each_trustee_confirms_what_all_have_seen() -> None:
    held = ceremony()
    record, shares = concluded(held)
    kind, fields = with_signatures(held, record, shares)
    names = ["threshold", "certs", "coefexps", "verification_keys", "signatures"]
    assert (kind, list(read_object(fields, fields=names))) == ("Pedersen", names)
    assert Trustees.read(TOY, canonical([[kind, fields]])) == Trustees((record,))
    silent = [replace(shares[0], signature=None), *shares[1:]]
    complaint(Ground.SIGNATURE, 1, with_signatures, held, record, silent)
    other = [*shares[:2], replace(shares[2], signature=shares[1].signature)]
    complaint(Ground.SIGNATURE, 3, with_signatures, held, record, other)


def test_a_decryption_key_opens_for_its_trustee_alone() -> None:
    _, shares = concluded(ceremony())
    assert TOY.generate(open_private_key(KEYS[0], shares[0].private_key)) == (
        shares[0].public_key.public_key
    )
    for keys in (KEYS[1], KEYS[3]):
        with pytest.raises(BrokenSeal):
            open_private_key(keys, shares[0].private_key)


def test_the_whole_key_is_never_a_share() -> None:
    record, shares = concluded(ceremony())
    whole = record.public_key(TOY)
    assert whole not in {share.public_key.public_key for share in shares}


def test_8_an_administrator_who_sits_in_for_a_trustee_is_heard_when_all_read_aloud() -> None:
    """The first trustee is shown a third whom the administrator made up."""
    sitting_in = [*CERTIFICATES[:2], CERTIFICATES[4]]
    shown = Ceremony.of(TOY, 2, sitting_in)
    dealings = [deal(shown, keys, DRAW) for keys in (KEYS[0], KEYS[1], KEYS[4])]
    accept(shown, KEYS[0], hands(shown, dealings)[0], randomness=DRAW)
    heard = fingerprint_of(sitting_in, [each.coefficients for each in dealings])
    truth = [each.coefficients for each in dealt(ceremony())]
    assert heard != fingerprint_of(CERTIFICATES[:3], truth)


def test_the_fingerprint_is_reckoned_from_the_record_too() -> None:
    held = ceremony()
    passed = hands(held, dealt(held))
    record = conclude(held, passed[0].coefficients, accepted(held, passed))
    seen = fingerprint_of(held.certificates, passed[2].coefficients)
    assert fingerprint_of(record.certificates, record.coefficients) == seen
    exchanged = (record.coefficients[1], record.coefficients[0], record.coefficients[2])
    assert fingerprint_of(record.certificates, exchanged) != seen
