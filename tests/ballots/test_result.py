"""Decryption and result: what was voted comes out, and nothing else is upheld."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ballots.builders import (
    RANKS,
    THREE,
    WITH_BLANK,
    SmallElection,
    a_threshold_group,
    seeded,
)
from tests.ballots.toy import TOY

from shanyraq.ballots.decryption import PartialDecryption, check_decryption
from shanyraq.ballots.groups import Group
from shanyraq.ballots.questions import Question
from shanyraq.ballots.records import MalformedRecord
from shanyraq.ballots.result import Result, WrongTally, is_result_of, logarithm, open_tally, opened
from shanyraq.ballots.trustees import TooFewTrustees, Trustees


def any_two_of_three(group: Group) -> SmallElection:
    pedersen, shares = a_threshold_group(group, 2, 3, randomness=seeded(8))
    return SmallElection(
        group=group,
        questions=WITH_BLANK,
        trustees=Trustees((pedersen,)),
        trustee_secrets=shares,
    )


@pytest.mark.parametrize("owners", [*combinations((1, 2, 3), 2), (1, 2, 3)])
def test_a_lost_key_does_not_lose_the_election(toy: Group, owners: tuple[int, ...]) -> None:
    small = any_two_of_three(toy)
    tally = small.tally(small.ballots())
    given = {owner: small.decryption(owner, tally.ciphertexts) for owner in owners}
    result = open_tally(
        small.election, tally.ciphertexts, trustees=small.held, decryptions=given, weight=4
    )
    assert result.answers == ((1, 2, 1),)


def test_one_of_three_opens_nothing(toy: Group) -> None:
    small = any_two_of_three(toy)
    tally = small.tally(small.ballots())
    given = {3: small.decryption(3, tally.ciphertexts)}
    with pytest.raises(TooFewTrustees):
        open_tally(
            small.election, tally.ciphertexts, trustees=small.held, decryptions=given, weight=4
        )


def test_a_factor_is_upheld_for_its_key_tally_and_election_alone(toy: Group) -> None:
    small = SmallElection(group=toy)
    ciphertexts = small.tally(small.ballots()).ciphertexts
    made = small.decryption(1, ciphertexts)

    def faults(
        decryption: PartialDecryption = made, owner: int = 1, of: SmallElection = small
    ) -> list[str]:
        public = small.held.keys[owner - 1].public_key
        shown = of.tally(of.ballots()).ciphertexts if of is not small else ciphertexts
        return list(check_decryption(of.election, shown, public=public, decryption=decryption))

    assert faults() == []
    assert len(faults(owner=2)) == 3
    assert len(faults(of=SmallElection(group=toy, uuid="AnotherUuidHere"))) == 3
    wrong = replace(made, factors=((1, *made.factors[0][1:]),))
    assert faults(wrong) == ["decryption_proofs[0][0]"]
    outside = replace(made, factors=((toy.p - made.factors[0][0], *made.factors[0][1:]),))
    assert faults(outside) == ["decryption_factors[0][0]"]


def test_a_decryption_is_read_as_it_is_written_and_of_no_other_shape(toy: Group) -> None:
    small = SmallElection(group=toy, questions=(*THREE, *RANKS))
    ciphertexts = small.tally(small.ballots()).ciphertexts
    made = small.decryption(1, ciphertexts)
    assert PartialDecryption.read(small.election, made.body, [3, 4]) == made
    for shape in ([3, 3], [3], [4, 4]):
        with pytest.raises(MalformedRecord):
            PartialDecryption.read(small.election, made.body, shape)


@given(most=st.integers(0, 3000), data=st.data())
@settings(max_examples=40, deadline=None)
def test_a_number_of_votes_is_found_within_its_bound(most: int, data: st.DataObject) -> None:
    votes = data.draw(st.integers(0, most))
    assert logarithm(TOY, TOY.generate(votes), most) == votes
    with pytest.raises(WrongTally):
        logarithm(TOY, TOY.generate(most + 1), most)


@pytest.mark.parametrize("questions", [THREE, RANKS])
def test_a_result_is_upheld_without_a_search(toy: Group, questions: tuple[Question, ...]) -> None:
    small = SmallElection(group=toy, questions=questions)
    tally = small.tally(small.ballots())
    given = {owner: small.decryption(owner, tally.ciphertexts) for owner in (1, 2)}
    result = open_tally(
        small.election, tally.ciphertexts, trustees=small.held, decryptions=given, weight=4
    )

    def upheld(stated: Result, weight: int = 4) -> bool:
        rows = opened(small.election, tally.ciphertexts, trustees=small.held, decryptions=given)
        return is_result_of(toy, stated, rows=rows, weight=weight)

    assert upheld(result)
    assert Result.read(small.election, result.body) == result
    answer = result.answers[0]
    assert not upheld(Result((answer[:-1],)))
    assert not upheld(Result(((answer[1], answer[0], *answer[2:]),)))
    if questions is THREE:
        assert not upheld(result, weight=1)


@pytest.mark.parametrize(
    "body",
    [
        b'{"result":[[1,2]]}',
        b'{"result":[[1,2,-3]]}',
        b'{"result":[[1,2,true]]}',
        b'{"result":[[1,2,"3"]]}',
        b'{"result":[[1,2,3]] }',
        b'{"result":[[1,2,3]],"more":1}',
    ],
)
def test_a_result_is_written_one_way_alone(toy: Group, body: bytes) -> None:
    small = SmallElection(group=toy)
    assert Result.read(small.election, b'{"result":[[1,2,3]]}').answers == ((1, 2, 3),)
    with pytest.raises(MalformedRecord):
        Result.read(small.election, body)


def test_a_rank_is_a_byte(toy: Group) -> None:
    small = SmallElection(group=toy, questions=RANKS)
    assert Result.read(small.election, b'{"result":[[[1,2,255]]]}').answers == (((1, 2, 255),),)
    with pytest.raises(MalformedRecord):
        Result.read(small.election, b'{"result":[[[1,2,256]]]}')
