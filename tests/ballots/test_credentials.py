"""Credentials: the same exponents as the format's own tool, and no mistyped one."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ballots.builders import seeded

from shanyraq.ballots.credentials import (
    UnfitCredential,
    make_credential,
    public_credential,
    read_credential,
    read_credentials,
    secret_exponent,
    write_credentials,
)
from shanyraq.ballots.groups import BELENIOS_2048
from shanyraq.ballots.hashing import hex_hash
from shanyraq.ballots.questions import BASE58
from shanyraq.ballots.records import MalformedRecord

VECTOR = json.loads((Path(__file__).parent / "data" / "vectors.json").read_text(encoding="utf-8"))[
    "credential"
]


def test_a_credential_gives_the_recorded_exponent_and_public_half() -> None:
    secret, uuid = VECTOR["secret"], VECTOR["uuid"]
    assert str(secret_exponent(BELENIOS_2048, secret, uuid)) == VECTOR["exponent_decimal"]
    public = public_credential(BELENIOS_2048, secret, uuid)
    assert hex_hash(str(public).encode()) == VECTOR["public_decimal_sha256"]


@given(st.integers(0, 2**32), st.integers(0, 14), st.sampled_from(BASE58))
def test_one_mistyped_character_is_noticed(seed: int, place: int, other: str) -> None:
    written = make_credential(seeded(seed))
    characters = list(written.replace("-", ""))
    assert read_credential(written.replace("-", " ")) == written
    if characters[place] != other and (BASE58.index(characters[place]) - BASE58.index(other)) % 53:
        characters[place] = other
        with pytest.raises(UnfitCredential):
            read_credential("".join(characters))


@pytest.mark.parametrize("written", ["", "abc", "0" * 15, "1" * 16, "1" * 14 + "l"])
def test_what_is_no_credential_is_refused(written: str) -> None:
    with pytest.raises(UnfitCredential):
        read_credential(written)


def test_the_public_list_is_sorted_and_read_back_with_weights() -> None:
    three = [BELENIOS_2048.generate(exponent) for exponent in (3, 2, 1)]
    assert read_credentials(BELENIOS_2048, write_credentials(three)) == dict.fromkeys(three, 1)
    written = write_credentials(three, [1, 5, 1])
    assert read_credentials(BELENIOS_2048, written)[three[1]] == 5
    assert json.loads(write_credentials(three)) == [str(each) for each in sorted(three)]


@pytest.mark.parametrize("body", [b'["4","4"]', b'["4,0"]', b'["4,"]', b'["04"]', b"[4]", b"{}"])
def test_a_public_list_that_is_none_is_malformed(body: bytes) -> None:
    with pytest.raises(MalformedRecord):
        read_credentials(BELENIOS_2048, body)
