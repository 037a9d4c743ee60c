"""Ranked answers: what is encoded is decoded, and a proof holds for one ballot alone."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ballots.builders import seeded
from tests.ballots.toy import TOY

from shanyraq.ballots.groups import GROUPS, Group
from shanyraq.ballots.proofs import Ciphertext, Proof, PublicKey
from shanyraq.ballots.ranked import (
    LARGEST_NUMBER,
    RankedAnswer,
    UnfitAnswer,
    check_ranked_answer,
    decode,
    encode,
    make_ranked_answer,
    most_choices,
)
from shanyraq.ballots.records import MalformedRecord

GROUP = GROUPS["RFC-3526-2048"]
KEY = PublicKey(GROUP, GROUP.generate(9))
VECTORS = json.loads((Path(__file__).parent / "data" / "vectors.json").read_text(encoding="utf-8"))
NUMBERS = st.integers(0, LARGEST_NUMBER)


@pytest.mark.parametrize(("numbers", "element"), VECTORS["nh_encode"].items())
def test_numbers_are_encoded_as_the_tool_encodes_them(numbers: str, element: str) -> None:
    assert str(encode(GROUP, json.loads(numbers))) == element


@given(numbers=st.lists(NUMBERS, max_size=most_choices(GROUP)))
@settings(deadline=None)
def test_what_was_encoded_is_decoded(numbers: list[int]) -> None:
    element = encode(GROUP, numbers)
    assert GROUP.is_member(element)
    assert decode(GROUP, element, len(numbers)) == tuple(numbers)


@given(first=st.lists(NUMBERS, min_size=3, max_size=3), second=st.lists(NUMBERS, min_size=3))
@settings(deadline=None)
def test_different_answers_are_different_elements(first: list[int], second: list[int]) -> None:
    other = second[:3]
    assert (encode(GROUP, first) == encode(GROUP, other)) == (first == other)


@given(exponent=st.integers(0, 2**64), choices=st.integers(0, 9))
def test_every_element_holds_some_numbers(exponent: int, choices: int) -> None:
    numbers = decode(GROUP, GROUP.generate(exponent), choices)
    assert len(numbers) == choices
    assert all(0 <= number <= LARGEST_NUMBER for number in numbers)


def test_the_most_choices_fit_and_one_more_does_not() -> None:
    for group, most in ((GROUP, 254), (TOY, 18)):
        assert most_choices(group) == most
        full = [LARGEST_NUMBER] * most
        assert decode(group, encode(group, full), most) == tuple(full)
        with pytest.raises(UnfitAnswer, match=f"at most {most}"):
            encode(group, [0] * (most + 1))


@pytest.mark.parametrize("number", [-1, LARGEST_NUMBER + 1])
def test_a_number_that_is_no_byte_is_refused_and_never_cut(number: int) -> None:
    with pytest.raises(UnfitAnswer, match="at most 255"):
        encode(GROUP, [1, number, 1])


def test_a_group_that_embeds_nothing_takes_no_ranked_answer() -> None:
    with pytest.raises(UnfitAnswer, match="at most 0"):
        encode(GROUPS["BELENIOS-2048"], [1])


@pytest.mark.parametrize("group", [GROUP, TOY], ids=str)
def test_an_answer_is_checked_and_opened(group: Group) -> None:
    secret = 9
    key = PublicKey(group, group.generate(secret))
    answer = make_ranked_answer(key, "election|7", numbers=[2, 0, 255], randomness=seeded(1))
    assert check_ranked_answer(key, "election|7", answer=answer)
    made = answer.choices
    opened = made.beta * group.power(made.alpha, -secret) % group.p
    assert decode(group, opened, 3) == (2, 0, 255)


def test_an_answer_is_no_answer_in_another_ballot_election_or_order() -> None:
    answer = make_ranked_answer(KEY, "election|7", numbers=[1, 2], randomness=seeded(2))
    other = make_ranked_answer(KEY, "election|7", numbers=[2, 1], randomness=seeded(3))
    assert not check_ranked_answer(KEY, "election|8", answer=answer)
    assert not check_ranked_answer(KEY, "elections|7", answer=answer)
    swapped = replace(answer, choices=other.choices)
    assert not check_ranked_answer(KEY, "election|7", answer=swapped)
    wrong_key = PublicKey(GROUP, GROUP.generate(10))
    assert not check_ranked_answer(wrong_key, "election|7", answer=answer)


def test_a_ciphertext_encrypted_anew_by_another_is_refused() -> None:
    answer = make_ranked_answer(KEY, "election|7", numbers=[1, 2], randomness=seeded(2))
    added = KEY.encrypt(1, 5)
    copied = Ciphertext(
        answer.choices.alpha * added.alpha % GROUP.p, answer.choices.beta * added.beta % GROUP.p
    )
    assert not check_ranked_answer(KEY, "election|8", answer=replace(answer, choices=copied))


def test_what_is_outside_the_group_is_refused() -> None:
    answer = make_ranked_answer(KEY, "election|7", numbers=[1], randomness=seeded(2))
    alpha, beta = answer.choices.alpha, answer.choices.beta
    for choices in (Ciphertext(GROUP.p - alpha, beta), Ciphertext(alpha, GROUP.p - beta)):
        assert not check_ranked_answer(KEY, "election|7", answer=replace(answer, choices=choices))
    for choices in (Ciphertext(0, beta), Ciphertext(alpha, 0), Ciphertext(alpha, GROUP.p + beta)):
        assert not check_ranked_answer(KEY, "election|7", answer=replace(answer, choices=choices))
    larger = Proof(answer.proof.challenge + GROUP.q, answer.proof.response)
    assert not check_ranked_answer(KEY, "election|7", answer=replace(answer, proof=larger))


def test_an_answer_is_read_as_it_is_written_and_nothing_else() -> None:
    answer = make_ranked_answer(KEY, "election|7", numbers=[1, 2], randomness=seeded(2))
    assert RankedAnswer.read(GROUP, answer.json()) == answer
    half = {"choices": answer.json()["choices"]}
    broken: object
    for broken in ({**answer.json(), "more": 1}, half, [], "1"):
        with pytest.raises(MalformedRecord):
            RankedAnswer.read(GROUP, broken)
