"""Shuffles keep what the ballots say, lose who said it, and no other shuffle has a proof."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ballots.builders import seeded
from tests.ballots.toy import TOY

from shanyraq.ballots.groups import GROUPS, Group
from shanyraq.ballots.proofs import Ciphertext, PublicKey
from shanyraq.ballots.records import MalformedRecord, canonical, read_json
from shanyraq.ballots.shuffle_proofs import CHAIN, generator, generators
from shanyraq.ballots.shuffles import (
    Flaw,
    Shuffle,
    ShuffleFault,
    check_shuffle,
    make_shuffle,
    random_order,
)

SECRET = 123456789
KEY = PublicKey(TOY, TOY.generate(SECRET))
REAL = GROUPS["RFC-3526-2048"]
VECTORS = json.loads((Path(__file__).parent / "data" / "vectors.json").read_text(encoding="utf-8"))


def encrypted(key: PublicKey, exponents: Sequence[int], seed: int = 7) -> list[Ciphertext]:
    draw = seeded(seed)
    group = key.group
    return [key.encrypt(group.generate(each), draw(group.q)) for each in exponents]


def opened(group: Group, ciphertexts: Sequence[Ciphertext]) -> Counter[int]:
    return Counter(int(c.beta * group.power(c.alpha, -SECRET) % group.p) for c in ciphertexts)


@pytest.mark.parametrize("name", GROUPS)
def test_the_generators_are_those_of_the_tool(name: str) -> None:
    digests = {
        index: hashlib.sha256(str(generator(GROUPS[name], int(index))).encode()).hexdigest()
        for index in VECTORS[f"ggen_{name}"]
    }
    assert digests == VECTORS[f"ggen_{name}"]


def test_generators_are_members_and_independent() -> None:
    found = {generator(REAL, CHAIN), *generators(REAL, 50)}
    assert len(found) == 51
    assert all(map(REAL.is_member, found))
    tiny = Group("TINY", p=23, q=11, g=4)
    with pytest.raises(ValueError, match="TINY"):
        generators(tiny, 12)


@given(exponents=st.lists(st.integers(0, 9), max_size=20), seed=st.integers(0, 2**32))
@settings(deadline=None, max_examples=40)
def test_a_shuffle_keeps_what_the_ballots_say(exponents: list[int], seed: int) -> None:
    before = [encrypted(KEY, exponents)]
    shuffle = make_shuffle(KEY, "election", before=before, randomness=seeded(seed))
    assert check_shuffle(KEY, "election", before=before, shuffle=shuffle) == []
    assert opened(TOY, shuffle.ciphertexts[0]) == opened(TOY, before[0])
    assert not {*shuffle.ciphertexts[0]} & {*before[0]}
    written = read_json(canonical(shuffle.json()))
    assert Shuffle.read(TOY, written) == shuffle


def test_every_order_occurs_equally_often() -> None:
    draw = seeded(5)
    counted = Counter(random_order(3, draw) for _ in range(6000))
    assert len(counted) == 6
    assert all(900 < times < 1100 for times in counted.values())


def test_several_questions_in_the_real_group_are_shuffled_one_after_another() -> None:
    key = PublicKey(REAL, REAL.generate(SECRET))
    before = [encrypted(key, [1, 2, 3]), encrypted(key, [4, 4, 5], seed=8)]
    first = make_shuffle(key, "election", before=before, randomness=seeded(1))
    second = make_shuffle(key, "election", before=first.ciphertexts, randomness=seeded(2))
    assert check_shuffle(key, "election", before=before, shuffle=first) == []
    assert check_shuffle(key, "election", before=first.ciphertexts, shuffle=second) == []
    skipped = check_shuffle(key, "election", before=before, shuffle=second)
    assert skipped == [ShuffleFault(Flaw.PROOF, 0), ShuffleFault(Flaw.PROOF, 1)]


def shuffled() -> tuple[list[list[Ciphertext]], Shuffle]:
    before = [encrypted(KEY, [1, 2, 3])]
    return before, make_shuffle(KEY, "election", before=before, randomness=seeded(1))


def test_a_shuffle_is_bound_to_its_election_key_and_input() -> None:
    before, shuffle = shuffled()
    broken = [ShuffleFault(Flaw.PROOF, 0)]
    assert check_shuffle(KEY, "another", before=before, shuffle=shuffle) == broken
    other = PublicKey(TOY, TOY.generate(SECRET + 1))
    assert check_shuffle(other, "election", before=before, shuffle=shuffle) == broken
    turned = [before[0][::-1]]
    assert check_shuffle(KEY, "election", before=turned, shuffle=shuffle) == broken


def test_a_ballot_replaced_doubled_or_changed_in_the_shuffle_is_found() -> None:
    before, shuffle = shuffled()
    after = shuffle.ciphertexts[0]
    for forged in (
        (KEY.encrypt(TOY.generate(9), 5), *after[1:]),
        (after[1], *after[1:]),
        (after[1], after[0], after[2]),
        (replace(after[0], beta=after[0].beta * TOY.g % TOY.p), *after[1:]),
    ):
        found = check_shuffle(
            KEY, "election", before=before, shuffle=replace(shuffle, ciphertexts=(forged,))
        )
        assert found == [ShuffleFault(Flaw.PROOF, 0)]


def test_a_proof_made_for_forged_ciphertexts_does_not_hold() -> None:
    """The forger runs the honest prover over ciphertexts that are not those before."""
    before, _ = shuffled()
    forged = [encrypted(KEY, [9, 2, 3])]
    shuffle = make_shuffle(KEY, "election", before=forged, randomness=seeded(1))
    assert check_shuffle(KEY, "election", before=forged, shuffle=shuffle) == []
    found = check_shuffle(KEY, "election", before=before, shuffle=shuffle)
    assert found == [ShuffleFault(Flaw.PROOF, 0)]


def test_ballots_dropped_or_added_in_the_shuffle_are_found() -> None:
    before, shuffle = shuffled()
    after = shuffle.ciphertexts[0]
    for forged in (after[1:], (*after, after[0]), ()):
        found = check_shuffle(
            KEY, "election", before=before, shuffle=replace(shuffle, ciphertexts=(forged,))
        )
        assert found == [ShuffleFault(Flaw.NUMBER, 0)]


def test_questions_left_out_are_found() -> None:
    before, shuffle = shuffled()
    for forged in (
        Shuffle((), ()),
        Shuffle(shuffle.ciphertexts, ()),
        Shuffle((*shuffle.ciphertexts, ()), (*shuffle.proofs, shuffle.proofs[0])),
    ):
        found = check_shuffle(KEY, "election", before=before, shuffle=forged)
        assert found == [ShuffleFault(Flaw.QUESTIONS)]


@pytest.mark.parametrize("part", ["alpha", "beta"])
def test_ciphertexts_outside_the_group_are_found_although_the_tool_lets_them_through(
    part: str,
) -> None:
    before, shuffle = shuffled()
    after = shuffle.ciphertexts[0]
    outside = replace(after[0], **{part: TOY.p - getattr(after[0], part)})
    forged = replace(shuffle, ciphertexts=((outside, *after[1:]),))
    found = check_shuffle(KEY, "election", before=before, shuffle=forged)
    assert found == [ShuffleFault(Flaw.MEMBERSHIP, 0)]


def changed(value: object) -> Iterator[object]:
    """The same record with one number after the other changed by one, or one item left out."""
    if isinstance(value, str):
        yield str(int(value) + 1)
    elif isinstance(value, list):
        for at, item in enumerate(value):
            yield from ([*value[:at], other, *value[at + 1 :]] for other in changed(item))
        if value:
            yield value[1:]
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from ({**value, name: other} for other in changed(item))


def test_every_number_of_a_shuffle_matters() -> None:
    before, shuffle = shuffled()
    mutants = list(changed(shuffle.json()))
    accepted = []
    for mutant in mutants:
        try:
            forged = Shuffle.read(TOY, mutant)
        except MalformedRecord:
            continue
        if not check_shuffle(KEY, "election", before=before, shuffle=forged):
            accepted.append(mutant)
    assert len(mutants) > 30
    assert accepted == []
