"""Hashes: as anybody reckons them, and each part of a statement counts."""

import base64
import hashlib

from hypothesis import given
from hypothesis import strategies as st

from shanyraq.ballots.groups import BELENIOS_2048
from shanyraq.ballots.hashing import base64_hash, decimals, hash_to_number, hex_hash

NUMBERS = st.lists(st.integers(min_value=0, max_value=2**300), min_size=1, max_size=5)


@given(st.binary())
def test_both_ways_of_writing_a_hash_are_the_same_hash(body: bytes) -> None:
    assert base64.b64decode(base64_hash(body) + "=").hex() == hex_hash(body)
    assert len(base64_hash(body)) == 43


@given(st.text(), NUMBERS)
def test_a_challenge_is_the_hash_of_prefix_and_numbers_in_decimal(
    prefix: str, numbers: list[int]
) -> None:
    text = prefix + ",".join(str(number) for number in numbers)
    whole = int(hashlib.sha256(text.encode()).hexdigest(), 16)
    assert hash_to_number(text) == whole
    assert BELENIOS_2048.hash_to_scalar(prefix, numbers) == whole % BELENIOS_2048.q


@given(NUMBERS, NUMBERS)
def test_no_two_lists_of_numbers_are_written_alike(one: list[int], other: list[int]) -> None:
    assert (decimals(one) == decimals(other)) == (one == other)
