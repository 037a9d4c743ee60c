"""The groups: their numbers, membership, tables and chains that give what plain powers give."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ballots.builders import seeded

from shanyraq.ballots.groups import GROUPS, Group, UnknownGroup, find_group

DATA = Path(__file__).parent / "data"
RECORDED = json.loads((DATA / "groups.json").read_text(encoding="utf-8"))
EACH = pytest.mark.parametrize("group", GROUPS.values(), ids=str)


def test_the_numbers_are_those_recorded_from_the_format() -> None:
    ours = {name: {k: str(getattr(group, k)) for k in "pqg"} for name, group in GROUPS.items()}
    assert ours == {name: {k: row[k] for k in "pqg"} for name, row in RECORDED.items()}


@EACH
def test_the_generator_generates_a_subgroup_of_prime_order(group: Group) -> None:
    assert group.p == group.q * group.cofactor + 1
    assert group.is_member(group.g)
    assert group.power(group.g, group.q - 1) * group.g % group.p == 1


@EACH
def test_what_stands_outside_the_subgroup_is_no_member(group: Group) -> None:
    minus = group.p - group.g
    assert group.is_member(1)
    assert not any(group.is_member(x) for x in (0, group.p, -1, group.p + 1, group.p - 1, minus))


def test_an_element_of_order_three_is_no_member() -> None:
    group = GROUPS["BELENIOS-2048"]
    third = pow(5, int(group.p - 1) // 3, int(group.p))
    assert third != 1
    assert pow(third, 3, int(group.p)) == 1
    assert not group.is_member(third)
    assert not group.is_base_of(group.chain(third))


@EACH
@given(data=st.data())
@settings(max_examples=12, deadline=None)
def test_tables_and_chains_give_what_plain_powers_give(group: Group, data: st.DataObject) -> None:
    draw = seeded(data.draw(st.integers(0, 2**32)))
    exponent = draw(group.q) >> (0, 0, 0, 100, int(group.q).bit_length())[draw(5)]
    base = group.generate(draw(group.q))
    plain = pow(int(base), exponent, int(group.p))
    assert group.power(base, exponent) == plain
    assert group.chain(base).power(exponent) == plain
    assert group.generate(exponent) == pow(int(group.g), exponent, int(group.p))


@EACH
def test_a_chain_reaches_the_order_itself(group: Group) -> None:
    assert group.chain(group.generate(5)).power(group.q) == 1
    assert group.is_base_of(group.chain(group.generate(5)))


def test_a_group_is_found_by_name_and_version() -> None:
    assert find_group("RFC-3526-2048", 1) is GROUPS["RFC-3526-2048"]
    for name, version in (("Ed25519", 1), ("BELENIOS-2048", 2)):
        with pytest.raises(UnknownGroup, match=name):
            find_group(name, version)
