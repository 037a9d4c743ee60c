"""Messages between trustees, sealed in Chromium and opened by the core, and the other way round."""

import json
import random
from collections.abc import Iterator

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESCCM
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser
from tests.ballots.builders import seeded
from tests.journeys.booth import BoothPage, booth_in

from shanyraq.ballots.groups import GROUPS, Group
from shanyraq.ballots.proofs import PublicKey
from shanyraq.ballots.records import canonical
from shanyraq.ballots.sealed_messages import (
    BrokenSeal,
    CeremonyKeys,
    _cipher,
    _nonce,
    _opened,
    new_seed,
    seal,
    unseal,
)

pytestmark = pytest.mark.journey

QUICK = GROUPS["BELENIOS-2048"]
DRAW = seeded(7)
GROUP_NAMES = sorted(GROUPS)
SEEDS = [new_seed(seeded(seed)) for seed in range(3)]
SENDER, ADDRESSEE, THIRD = (CeremonyKeys.from_seed(QUICK, seed) for seed in SEEDS)
#: Base64 to bytes and bytes to hexadecimal digits.
BYTES = "const bytes = (text) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));"
ENCRYPT = f"""{BYTES}
  const hidden = await booth.encryptCcm(bytes(told.key), bytes(told.nonce), bytes(told.text));
  return booth.hexOf(hidden);"""
DECRYPT = f"""{BYTES}
  return booth.decryptCcm(bytes(told.key), bytes(told.nonce), bytes(told.data))
    .then(booth.hexOf, (error) => [error.code, error.detail].join(' '));"""
SEAL = """const group = booth.findGroup(told.group);
  const sender = await booth.CeremonyKeys.fromSeed(group, told.seed);
  const randomness = booth.secureRandomness;
  const addressee = BigInt(told.addressee);
  return booth.seal({ sender, addressee, message: told.message, randomness });"""
UNSEAL = """const group = booth.findGroup(told.group);
  const addressee = await booth.CeremonyKeys.fromSeed(group, told.seed);
  return booth.unseal({ addressee, sender: BigInt(told.sender), sealed: told.sealed })
    .catch((error) => `${error.code} ${error.detail}`.trim());"""


@pytest.fixture(scope="module")
def booth(browser: Browser) -> Iterator[BoothPage]:
    with booth_in(browser) as opened:
        yield opened


def told(booth: BoothPage, **parts: bytes) -> dict[str, object]:
    return {name: booth.packed(part) for name, part in parts.items()}


def both_ways(booth: BoothPage, text: bytes, *, key: bytes, nonce: bytes) -> None:
    expected = AESCCM(key, tag_length=8).encrypt(nonce, text, None)
    hidden = booth.run(ENCRYPT, str, **told(booth, key=key, nonce=nonce, text=text))
    assert hidden == expected.hex()
    shown = booth.run(DECRYPT, str, **told(booth, key=key, nonce=nonce, data=expected))
    assert shown == text.hex()


@given(
    key=st.binary(min_size=32, max_size=32),
    nonce=st.binary(min_size=13, max_size=13),
    text=st.binary(max_size=300),
)
@settings(deadline=None, max_examples=40)
def test_ccm_is_that_of_another_library(
    booth: BoothPage, *, key: bytes, nonce: bytes, text: bytes
) -> None:
    both_ways(booth, text, key=key, nonce=nonce)


@pytest.mark.parametrize("length", [0, 1, 15, 16, 17, 32, 4096, 65535])
def test_ccm_takes_texts_of_every_length_that_it_can_write(booth: BoothPage, length: int) -> None:
    drawn = random.Random(length)  # noqa: S311 - tests must repeat
    key, nonce, text = (drawn.randbytes(size) for size in (32, 13, length))
    both_ways(booth, text, key=key, nonce=nonce)


def test_ccm_takes_no_longer_text(booth: BoothPage) -> None:
    key, nonce = bytes(32), bytes(13)
    body = f"try {{ {ENCRYPT} }} catch (error) {{ return error.name; }}"
    long = told(booth, key=key, nonce=nonce, text=bytes(65536))
    assert booth.run(body, str, **long) == "RangeError"
    data = told(booth, key=key, nonce=nonce, data=bytes(65536 + 8))
    assert booth.run(DECRYPT, str, **data) == "seal-broken length"


def test_ccm_opens_nothing_that_was_changed(booth: BoothPage) -> None:
    drawn = random.Random(1)  # noqa: S311 - tests must repeat
    key, nonce, text = drawn.randbytes(32), drawn.randbytes(13), drawn.randbytes(20)
    data = AESCCM(key, tag_length=8).encrypt(nonce, text, None)
    whole = {"key": key, "nonce": nonce, "data": data}
    assert booth.run(DECRYPT, str, **told(booth, **whole)) == text.hex()
    for name, part in whole.items():
        for place in range(len(part)):
            changed = bytes([*part[:place], part[place] ^ 1, *part[place + 1 :]])
            given = told(booth, **{**whole, name: changed})
            assert booth.run(DECRYPT, str, **given) == "seal-broken tag", (name, place)
    for short in (b"", data[:7], data[:8], data[:-1], data[1:]):
        given = told(booth, **{**whole, "data": short})
        what = "length" if len(short) < 8 else "tag"
        assert booth.run(DECRYPT, str, **given) == f"seal-broken {what}"


@given(seed=st.integers(0, 2**32), group=st.sampled_from(sorted(GROUPS)))
@settings(deadline=None, max_examples=8)
def test_a_seed_gives_the_same_keys(booth: BoothPage, seed: int, group: str) -> None:
    body = """const group = booth.findGroup(told.group);
      const keys = await booth.CeremonyKeys.fromSeed(group, told.seed);
      return [`${keys.verification}`, `${keys.encryption}`];"""
    text = new_seed(seeded(seed))
    keys = CeremonyKeys.from_seed(GROUPS[group], text)
    made = booth.run(body, list, group=group, seed=text)
    assert made == [str(keys.verification), str(keys.encryption)]


def test_a_new_seed_is_one_of_22_letters_and_never_the_same(booth: BoothPage) -> None:
    made = booth.run(
        "return Array.from({ length: 20 }, () => booth.newSeed(booth.secureRandomness));", list
    )
    assert len(set(made)) == 20
    assert all(CeremonyKeys.from_seed(QUICK, seed) for seed in made)


@given(message=st.text(max_size=200), seed=st.integers(0, 2**32))
@settings(deadline=None, max_examples=12)
def test_what_the_core_seals_is_read_in_the_browser(
    booth: BoothPage, message: str, seed: int
) -> None:
    sealed = seal(SENDER, ADDRESSEE.encryption, message, randomness=seeded(seed))
    assert read(booth, sealed) == message


@given(message=st.text(max_size=200))
@settings(deadline=None, max_examples=12)
def test_what_the_browser_seals_is_read_by_the_core(booth: BoothPage, message: str) -> None:
    sealed = written(booth, QUICK, message)
    assert unseal(ADDRESSEE, SENDER.verification, sealed) == message
    for keys, sender in ((THIRD, SENDER), (ADDRESSEE, THIRD)):
        with pytest.raises(BrokenSeal):
            unseal(keys, sender.verification, sealed)


def test_the_long_group_seals_too(booth: BoothPage) -> None:
    group = GROUPS["RFC-3526-2048"]
    sender, addressee = (CeremonyKeys.from_seed(group, seed) for seed in SEEDS[:2])
    sealed = written(booth, group, "Аягөз", addressee=addressee.encryption)
    assert unseal(addressee, sender.verification, sealed) == "Аягөз"
    back = seal(sender, addressee.encryption, "Аягөз", randomness=seeded(1))
    assert read(booth, back, group=group, sender=sender.verification) == "Аягөз"


def written(
    booth: BoothPage, group: Group, message: str, *, addressee: int = ADDRESSEE.encryption
) -> str:
    told = {"group": group.name, "seed": SEEDS[0], "addressee": str(addressee)}
    return booth.run(SEAL, str, message=message, **told)


def read(
    booth: BoothPage,
    sealed: str,
    *,
    group: Group = QUICK,
    seed: str = SEEDS[1],
    sender: int = SENDER.verification,
) -> str:
    told = {"group": group.name, "seed": seed, "sender": str(sender)}
    return booth.run(UNSEAL, str, sealed=sealed, **told)


def sealed_42() -> str:
    return seal(SENDER, ADDRESSEE.encryption, "42", randomness=seeded(9))


def test_nobody_else_reads_it_or_can_have_written_it(booth: BoothPage) -> None:
    assert read(booth, sealed_42()) == "42"
    assert read(booth, sealed_42(), seed=SEEDS[2]) == "seal-broken tag"
    assert read(booth, sealed_42(), sender=THIRD.verification) == "seal-broken sender"


def test_what_was_written_to_another_cannot_be_passed_on(booth: BoothPage) -> None:
    """The addressee encrypts the sender's signed words anew, to a third."""
    words = _opened(ADDRESSEE, sealed_42())
    content = QUICK.generate(3)
    hidden = PublicKey(QUICK, THIRD.encryption).encrypt(content, 4)
    data = _cipher(content).encrypt(_nonce(hidden.alpha), canonical(words.json()), None)
    passed_on = canonical({**hidden.json(), "data": data.hex()}).decode()
    assert read(booth, passed_on, seed=SEEDS[2]) == "seal-broken addressee"


@pytest.mark.parametrize(("message", "said"), [("7", "7"), (7, "record-malformed message")])
def test_what_was_sealed_must_be_a_text(booth: BoothPage, message: object, said: str) -> None:
    words = SENDER.sign(compact({"recipient": str(ADDRESSEE.encryption), "message": message}), DRAW)
    hidden = PublicKey(QUICK, ADDRESSEE.encryption).encrypt(QUICK.g, 4)
    data = _cipher(QUICK.g).encrypt(_nonce(hidden.alpha), canonical(words.json()), None)
    assert read(booth, compact({**hidden.json(), "data": data.hex()})) == said


def test_what_is_signed_must_be_a_text(booth: BoothPage) -> None:
    body = """try { return booth.readSigned(booth.findGroup(told.group), told.signed).message; }
      catch ({ code }) { return code; }"""
    signed = SENDER.sign("7", DRAW).json()
    assert booth.run(body, str, group=QUICK.name, signed=signed) == "7"
    for wrong in ({**signed, "message": 7}, {"signature": signed["signature"]}, None, "x"):
        assert booth.run(body, str, group=QUICK.name, signed=wrong) == "record-malformed"


def compact(parts: dict[str, object]) -> str:
    return canonical(parts).decode()


def test_every_part_of_it_matters(booth: BoothPage) -> None:
    parts = json.loads(sealed_42())
    outside = str(QUICK.p - int(parts["alpha"]))
    data = parts["data"]
    wrong = {
        compact({**parts, "alpha": str(int(parts["alpha"]) + 1)}): "not-in-group",
        compact({**parts, "alpha": outside}): "not-in-group",
        compact({**parts, "beta": outside}): "not-in-group",
        compact({**parts, "beta": "0" + parts["beta"]}): "number-malformed",
        compact({**parts, "beta": str(int(QUICK.g) * int(parts["beta"]) % QUICK.p)}): "seal-broken",
        compact({**parts, "data": f"{int(data, 16) ^ 1:x}".zfill(len(data))}): "seal-broken",
        compact({**parts, "data": data[:-2]}): "seal-broken",
        compact({**parts, "data": data[:14]}): "seal-broken",
        compact({**parts, "data": data[:-1]}): "record-malformed",
        compact({**parts, "data": "zz"}): "record-malformed",
        compact({**parts, "data": 7}): "record-malformed",
        compact({"alpha": parts["alpha"], "beta": parts["beta"]}): "record-malformed",
        json.dumps(parts): "record-malformed",
        "": "record-malformed",
        "null": "record-malformed",
        "[]": "record-malformed",
    }
    for sealed, code in wrong.items():
        assert read(booth, sealed).split()[0] == code, sealed[-80:]


def test_a_field_that_stands_twice_is_not_read(booth: BoothPage) -> None:
    body = """try { return JSON.stringify(booth.readRecord(told.text, ["a"])); }
      catch (error) { return error.code; }"""
    assert booth.run(body, str, text='{"a":"1","b":2}') == '{"a":"1","b":2}'
    for text in ('{"a":"1","a":"2"}', '{"b":2}', '{ "a":"1"}', '{"a":1.0}', "7", "a", ""):
        assert booth.run(body, str, text=text) == "record-malformed"
