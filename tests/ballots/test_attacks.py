"""Attacks on secret ballots, each tried with all that an attacker could do and found out.

The numbers are those of the list of attacks in the documentation for auditors.
"""

import json
from dataclasses import replace

import pytest
from gmpy2 import powmod
from tests.ballots.builders import (
    RANKS,
    THREE,
    SmallElection,
    Step,
    a_threshold_group,
    broken_rules,
    chained,
    seeded,
    steps_of,
)

from shanyraq.ballots.archive import EventType
from shanyraq.ballots.ballot import Answer, Ballot, BallotRule, check_ballot
from shanyraq.ballots.groups import BELENIOS_2048, Group, UnknownGroup
from shanyraq.ballots.hashing import base64_hash, hex_hash
from shanyraq.ballots.homomorphic import AnswerRule, HomomorphicAnswer
from shanyraq.ballots.proofs import (
    Ciphertext,
    Hidden,
    Proof,
    multiply,
    prove_knowledge,
    prove_one_of,
)
from shanyraq.ballots.questions import Election
from shanyraq.ballots.records import canonical
from shanyraq.ballots.trustees import Trustees
from shanyraq.ballots.verifier import Rule

HALL = SmallElection()


def resigned(small: SmallElection, voter: int, answers: tuple[Answer, ...]) -> Ballot:
    """A ballot of these answers, honestly signed by a voter: what a copyist would cast."""
    unsigned = Ballot(
        small.election.uuid,
        small.election.fingerprint,
        small.public[voter],
        answers,
        "",
        Proof(0, 0),
    )
    hashed = base64_hash(canonical(unsigned.unsigned))
    signature = prove_knowledge(
        small.group, small.secrets[voter], prefix=f"sig|{hashed}|", randomness=small.draw
    )
    return replace(unsigned, signed_hash=hashed, signature=signature)


def rules(small: SmallElection, ballot: Ballot) -> set[str]:
    _, broken = check_ballot(small.election, ballot.body, set(small.public))
    return {each.rule for each in broken}


def answer_of(ballot: Ballot) -> HomomorphicAnswer:
    answer = ballot.answers[0]
    assert isinstance(answer, HomomorphicAnswer)
    return answer


def test_1_a_ballot_copied_under_another_credential_is_found() -> None:
    victim = HALL.ballot(0, [1, 0, 1])
    assert rules(HALL, resigned(HALL, 0, victim.answers)) == set()
    assert rules(HALL, resigned(HALL, 1, victim.answers)) == {
        AnswerRule.INDIVIDUAL,
        AnswerRule.OVERALL,
    }


def test_1_a_ranked_ballot_copied_under_another_credential_is_found(toy: Group) -> None:
    small = SmallElection(group=toy, questions=RANKS)
    victim = small.ballot(0, [1, 2, 3])
    assert rules(small, resigned(small, 0, victim.answers)) == set()
    assert rules(small, resigned(small, 1, victim.answers)) == {BallotRule.RANKED}


def test_1_a_ballot_with_its_answers_permuted_is_found() -> None:
    answer = answer_of(HALL.ballot(0, [1, 0, 1]))
    swapped = replace(
        answer,
        choices=answer.choices[::-1],
        individual_proofs=answer.individual_proofs[::-1],
    )
    assert rules(HALL, resigned(HALL, 0, (swapped,))) == {AnswerRule.OVERALL}


def test_1_an_answer_copied_to_another_question_with_other_bounds_is_found(toy: Group) -> None:
    narrow = replace(THREE[0], maximum=1)
    small = SmallElection(group=toy, questions=(*THREE, narrow))
    ballot = small.ballot(0, [1, 0, 1], [1, 0, 0])
    assert BallotRule.FORM in rules(small, resigned(small, 0, (ballot.answers[0],) * 2))


def test_1_a_ballot_copied_from_another_election_is_found(toy: Group) -> None:
    here = SmallElection(group=toy)
    there = SmallElection(group=toy, uuid="AnotherUuidHere")
    there.secrets, there.public = here.secrets, here.public
    assert there.election.public_key == here.election.public_key
    ballot = there.ballot(0, [1, 0, 1])
    assert rules(there, ballot) == set()
    assert rules(here, ballot) == {
        BallotRule.ELECTION,
        AnswerRule.INDIVIDUAL,
        AnswerRule.OVERALL,
    }
    relabelled = resigned(here, 0, ballot.answers)
    assert rules(here, relabelled) == {AnswerRule.INDIVIDUAL, AnswerRule.OVERALL}


@pytest.mark.parametrize("part", ["alpha", "beta", "statement", "key", "group"])
def test_2_each_part_of_a_statement_changes_the_challenge(part: str) -> None:
    seen = {
        "alpha": ("prove|F|1|2,3|", "prove|F|1|4,3|"),
        "beta": ("prove|F|1|2,3|", "prove|F|1|2,5|"),
        "statement": ("prove|F|1|2,3|", "prove|G|1|2,3|"),
        "key": ("pok|BELENIOS-2048|5|", "pok|BELENIOS-2048|6|"),
        "group": ("pok|BELENIOS-2048|5|", "pok|RFC-3526-2048|5|"),
    }[part]
    one, other = (BELENIOS_2048.hash_to_scalar(prefix, [7]) for prefix in seen)
    assert one != other


def test_2_a_ciphertext_chosen_after_its_challenge_is_found() -> None:
    """With a challenge that leaves the ciphertext out, any value at all could be proved."""
    group, key = HALL.group, HALL.election.key
    answer = answer_of(HALL.ballot(0, [1, 0, 0]))
    moved = Ciphertext(answer.choices[0].alpha, answer.choices[0].beta * group.g % group.p)
    forged = replace(answer, choices=(moved, *answer.choices[1:]))
    assert rules(HALL, resigned(HALL, 0, (forged,))) == {
        AnswerRule.INDIVIDUAL,
        AnswerRule.OVERALL,
    }
    assert key.group is group


def test_3_no_two_voters_can_be_shown_one_tracker(toy: Group) -> None:
    small = SmallElection(group=toy)
    same = [small.ballot(voter, [1, 0, 0]).tracker for voter in (0, 1, 2, 0)]
    assert len(set(same)) == 4
    ballot = small.ballot(0, [1, 0, 0])
    assert Rule.BALLOT_UNIQUE in broken_rules(small.archive([ballot, ballot]))


def test_4_an_older_ballot_replayed_after_a_newer_one_is_found(toy: Group) -> None:
    small = SmallElection(group=toy)
    old, new = small.ballot(0, [1, 0, 0]), small.ballot(0, [0, 1, 0])
    assert broken_rules(small.archive([old, new])) == set()
    assert broken_rules(small.archive([old, new, old])) == {Rule.BALLOT_UNIQUE}


def test_4_revotes_in_another_order_are_another_tally(toy: Group) -> None:
    small = SmallElection(group=toy)
    old, new = small.ballot(0, [1, 0, 0]), small.ballot(0, [0, 1, 0])
    steps = steps_of(small.archive([old, new]))
    steps[1], steps[2] = steps[2], steps[1]
    assert Rule.TALLY_RECOMPUTED in broken_rules(chained(steps))


@pytest.mark.parametrize("kept", [2, 3])
def test_5_a_ballot_dropped_is_another_tally(toy: Group, kept: int) -> None:
    steps = steps_of(SmallElection(group=toy).archive())
    assert {step.kind for step in steps[1:5]} == {EventType.BALLOT}
    found = broken_rules(chained([*steps[:kept], *steps[5:]]))
    assert {Rule.TALLY_RECOMPUTED, Rule.TALLY_NUMBERS} <= found


def test_6_group_parameters_are_never_taken_from_data(toy: Group) -> None:
    body = json.loads(SmallElection(group=toy).election.body)
    for group in ("TOY-161", {"p": "23", "q": "11", "g": "2"}):
        with pytest.raises((UnknownGroup, ValueError)):
            Election.read(canonical(body | {"group": group}))
    with_numbers = Election.read(canonical(body | {"p": "23", "q": "11", "g": "2"}))
    assert with_numbers.group is toy


def element_of_order(order: int, group: Group) -> int:
    """An element outside the subgroup, of a small order."""
    found = next(
        element
        for base in range(2, 100)
        if (element := powmod(base, (group.p - 1) // order, group.p)) != 1
    )
    assert powmod(found, order, group.p) == 1
    return found


@pytest.mark.parametrize("order", [2, 3, 6])
@pytest.mark.parametrize("part", ["alpha", "beta"])
def test_7_an_element_of_small_order_hidden_in_a_ciphertext_is_found(order: int, part: str) -> None:
    answer = answer_of(HALL.ballot(0, [1, 0, 0]))
    small = element_of_order(order, HALL.group)
    first = answer.choices[0]
    moved = replace(first, **{part: getattr(first, part) * small % HALL.group.p})
    forged = replace(answer, choices=(moved, *answer.choices[1:]))
    assert AnswerRule.MEMBERSHIP in rules(HALL, resigned(HALL, 0, (forged,)))


@pytest.mark.parametrize("value", [0, -1, 2])
def test_7_what_is_no_element_is_found(value: int) -> None:
    answer = answer_of(HALL.ballot(0, [1, 0, 0]))
    number = value % HALL.group.p
    forged = replace(answer, choices=(Ciphertext(number, number), *answer.choices[1:]))
    assert AnswerRule.MEMBERSHIP in rules(HALL, resigned(HALL, 0, (forged,)))


def test_7_the_unit_is_an_element_but_proves_nothing() -> None:
    answer = answer_of(HALL.ballot(0, [1, 0, 0]))
    forged = replace(answer, choices=(Ciphertext(1, 1), *answer.choices[1:]))
    assert rules(HALL, resigned(HALL, 0, (forged,))) == {AnswerRule.INDIVIDUAL, AnswerRule.OVERALL}


def test_7_numbers_beyond_their_range_are_found() -> None:
    ballot = HALL.ballot(0, [1, 0, 0])
    answer, (p, q) = answer_of(ballot), (HALL.group.p, HALL.group.q)
    first, proof = answer.choices[0], answer.individual_proofs[0][0]
    for moved in (replace(first, alpha=first.alpha + p), replace(first, beta=first.beta + p)):
        forged = replace(answer, choices=(moved, *answer.choices[1:]))
        assert rules(HALL, resigned(HALL, 0, (forged,))) == {BallotRule.FORM}
    for large in (replace(proof, challenge=proof.challenge + q), replace(proof, response=q)):
        proofs = ((large, answer.individual_proofs[0][1]), *answer.individual_proofs[1:])
        forged = replace(answer, individual_proofs=proofs)
        assert rules(HALL, resigned(HALL, 0, (forged,))) == {BallotRule.FORM}
    signature = replace(ballot.signature, response=ballot.signature.response + q)
    assert rules(HALL, replace(ballot, signature=signature)) == {BallotRule.FORM}


def test_8_a_threshold_key_that_nobody_dealt_is_found(toy: Group) -> None:
    pedersen, shares = a_threshold_group(toy, 2, 3, randomness=seeded(20))
    other, _ = a_threshold_group(toy, 2, 3, randomness=seeded(21))
    small = SmallElection(group=toy, trustees=Trustees((pedersen,)), trustee_secrets=shares)
    steps = steps_of(small.archive())
    for wrong in (
        replace(pedersen, keys=other.keys),
        replace(pedersen, coefficients=other.coefficients),
        replace(pedersen, certificates=other.certificates),
        replace(pedersen, threshold=1),
    ):
        bodies = list(steps[0].bodies)
        bodies[1] = canonical(Trustees((wrong,)).json())
        bodies[3] = canonical(json.loads(bodies[3]) | {"trustees": hex_hash(bodies[1])})
        found = broken_rules(chained([Step(EventType.SETUP, bodies), *steps[1:]]))
        assert Rule.TRUSTEES_PROOFS in found
        assert Rule.SETUP_RECORDS not in found


@pytest.mark.parametrize("hidden", [2, -1, 5])
def test_14_a_mark_that_is_neither_nought_nor_one_is_found(hidden: int) -> None:
    """The attacker's code proves what it can: that the mark is one of the values it has."""
    answer = forged_marks([hidden, 0, 0])
    assert AnswerRule.INDIVIDUAL in rules(HALL, resigned(HALL, 0, (answer,)))


def test_14_more_marks_than_allowed_are_found() -> None:
    assert rules(HALL, resigned(HALL, 0, (forged_marks([0, 1, 1]),))) == set()
    assert rules(HALL, resigned(HALL, 0, (forged_marks([1, 1, 1]),))) == {AnswerRule.OVERALL}


def test_14_a_negative_mark_that_balances_the_sum_is_found() -> None:
    assert rules(HALL, resigned(HALL, 0, (forged_marks([3, -1, 0]),))) == {AnswerRule.INDIVIDUAL}


def forged_marks(values: list[int]) -> HomomorphicAnswer:
    """An answer of any values, with honest-looking proofs that claim too much where they must."""
    key, draw = HALL.election.key, HALL.draw
    statement = f"{HALL.election.fingerprint}|{HALL.public[0]}"
    hidden = [Hidden(draw(HALL.group.q), value) for value in values]
    choices = tuple(key.encrypt(HALL.group.generate(each.value), each.nonce) for each in hidden)

    def proved(
        about: str, one: Ciphertext, what: Hidden, *, allowed: list[int]
    ) -> tuple[Proof, ...]:
        claimed = allowed if what.value in allowed else [what.value, *allowed[1:]]
        prefix = f"prove|{about}|{one.alpha},{one.beta}|"
        claims = [(what, value) for value in claimed]
        return tuple(prove_one_of(key, prefix, claims=claims, randomness=draw))

    whole = statement + "|" + ",".join(f"{each.alpha},{each.beta}" for each in choices)
    total = Hidden(sum(each.nonce for each in hidden), sum(values))
    pairs = zip(choices, hidden, strict=True)
    return HomomorphicAnswer(
        choices,
        tuple(proved(statement, *pair, allowed=[0, 1]) for pair in pairs),
        proved(whole, multiply(HALL.group, choices), total, allowed=[0, 1, 2]),
    )


@pytest.mark.parametrize("lost", [1, 2, 3])
def test_15_a_lost_trustee_key_does_not_lose_the_election(toy: Group, lost: int) -> None:
    pedersen, shares = a_threshold_group(toy, 2, 3, randomness=seeded(22))
    small = SmallElection(group=toy, trustees=Trustees((pedersen,)), trustee_secrets=shares)
    left = [owner for owner in (1, 2, 3) if owner != lost]
    assert broken_rules(small.archive(owners=left)) == set()
