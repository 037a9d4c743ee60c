"""Records are read strictly: what Python would let through is not let through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shanyraq.ballots.records import (
    BEYOND_WEIGHTS,
    LARGEST_PLAIN_NUMBER,
    MalformedRecord,
    Reason,
    canonical,
    read_decimal,
    read_flag,
    read_json,
    read_list,
    read_number,
    read_object,
    read_text,
    read_weight,
    write_weight,
)


@given(st.integers(min_value=0, max_value=10**700))
def test_a_number_is_read_as_it_is_written(number: int) -> None:
    assert read_decimal(str(number)) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "007",
        "+7",
        "-7",
        " 7",
        "7 ",
        "7\n",
        "1_0",
        "1e3",
        "\u0667",
        "\uff17",
        "0x7",
        "7.0",
        7,
        None,
    ],
)
def test_what_python_takes_for_a_number_is_none_here(text: object) -> None:
    with pytest.raises(MalformedRecord):
        read_decimal(text, "alpha")


def test_a_number_has_a_bound() -> None:
    assert read_decimal("6", below=7) == 6
    with pytest.raises(MalformedRecord, match="alpha is out of range"):
        read_decimal("7", "alpha", below=7)


@given(st.integers(min_value=0, max_value=2**70))
def test_a_weight_is_read_as_it_is_written_and_no_other_way(weight: int) -> None:
    written = write_weight(weight)
    assert read_weight(written) == weight
    assert isinstance(written, int) == (weight <= LARGEST_PLAIN_NUMBER)
    with pytest.raises(MalformedRecord):
        read_weight(str(weight) if isinstance(written, int) else weight)


@pytest.mark.parametrize(
    ("read", "fits", "does_not"),
    [
        (read_number, 0, True),
        (read_number, 0, -1),
        (read_number, 0, 1.0),
        (read_flag, True, 1),
        (read_text, "", 1),
        (read_text, "𐐀", "\ud800"),
        (read_list, [], {}),
    ],
)
def test_each_kind_is_told_from_its_neighbours(
    read: object, fits: object, does_not: object
) -> None:
    assert callable(read)
    assert read(fits) == fits
    with pytest.raises(MalformedRecord):
        read(does_not)


def test_an_object_has_the_fields_that_are_asked_for() -> None:
    assert read_object({"a": 1, "b": 2}, fields=["a"])["a"] == 1
    for value, strictly, reason in (
        ([], False, Reason.NOT_AN_OBJECT),
        ({}, False, Reason.MISSING),
        ({"a": 1, "b": 2}, True, Reason.UNKNOWN),
    ):
        with pytest.raises(MalformedRecord) as found:
            read_object(value, fields=["a"], strictly=strictly)
        assert found.value.reason is reason


@pytest.mark.parametrize("body", [b'{"a":1,"a":1}', b"{", b"\xff", b"NaN", b"[" * 100_000])
def test_what_is_no_plain_json_is_malformed(body: bytes) -> None:
    assert read_json(b'{"a":1}') == {"a": 1}
    with pytest.raises(MalformedRecord):
        read_json(body)


def test_canonical_text_keeps_the_order_and_every_letter() -> None:
    assert canonical({"b": "ғ", "a": [True, 1]}) == '{"b":"ғ","a":[true,1]}'.encode()


@pytest.mark.parametrize(
    "body", [rb'"\ud800"', rb'{"\udfff":1}', rb'["a\uDC00\uD800"]', b'"\xed\xa0\x80"']
)
def test_half_a_character_is_no_text(body: bytes) -> None:
    with pytest.raises(MalformedRecord) as told:
        read_json(body)
    assert told.value.reason is Reason.NOT_JSON


def test_a_whole_character_may_be_escaped() -> None:
    assert read_json(rb'"\u0416\ud83d\ude00"') == "Ж\U0001f600"


def test_a_field_named_twice_is_told_in_signs_that_can_be_written() -> None:
    with pytest.raises(MalformedRecord) as told:
        read_json(rb'{"a\ud800":1,"a\ud800":2}')
    assert told.value.reason is Reason.TWICE
    assert told.value.where.encode()


def test_a_weight_has_a_bound() -> None:
    assert read_weight(str(BEYOND_WEIGHTS - 1)) == BEYOND_WEIGHTS - 1
    for beyond in (str(BEYOND_WEIGHTS), "9" * 5000):
        with pytest.raises(MalformedRecord) as told:
            read_weight(beyond)
        assert told.value.reason is Reason.OUT_OF_RANGE
