"""One ballot: made from votes, checked by itself, refused for each thing that is wrong with it."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ballots.builders import RANKS, THREE, WITH_BLANK, SmallElection

from shanyraq.ballots.ballot import Ballot, BallotRule, check_ballot
from shanyraq.ballots.groups import RFC_3526_2048, Group
from shanyraq.ballots.homomorphic import AnswerRule, UnfitVote
from shanyraq.ballots.ranked import UnfitAnswer
from shanyraq.ballots.records import Reason, canonical

HALL = SmallElection()
ALL_KINDS = SmallElection(questions=(*THREE, *WITH_BLANK, *RANKS), group=RFC_3526_2048, voters=1)


def rules(election: SmallElection, body: bytes) -> set[str]:
    _, broken = check_ballot(election.election, body, set(election.public))
    return {each.rule for each in broken}


@pytest.mark.parametrize("votes", [[0, 0, 0], [1, 0, 0], [0, 1, 1]])
def test_every_allowed_vote_makes_a_sound_ballot(votes: list[int]) -> None:
    assert rules(HALL, HALL.ballot(0, votes).body) == set()


def test_one_ballot_answers_questions_of_all_kinds() -> None:
    for blank in ([1, 0, 0], [0, 0, 1]):
        ballot = ALL_KINDS.ballot(0, [1, 1, 0], blank, [3, 0, 255])
        assert rules(ALL_KINDS, ballot.body) == set()
        assert Ballot.read(ALL_KINDS.election, ballot.body) == ballot


@pytest.mark.parametrize("votes", [[1, 1, 1], [2, 0, 0], [-1, 0, 0], [0, 0]])
def test_honest_code_makes_no_unlawful_ballot(votes: list[int]) -> None:
    with pytest.raises(UnfitVote):
        HALL.ballot(0, votes)


def test_honest_code_ranks_every_choice_with_a_byte() -> None:
    with pytest.raises(UnfitVote):
        ALL_KINDS.ballot(0, [0, 0, 0], [1, 0, 0], [1, 2])
    with pytest.raises(UnfitAnswer):
        ALL_KINDS.ballot(0, [0, 0, 0], [1, 0, 0], [1, 2, 256])
    with pytest.raises(ValueError, match="zip"):
        ALL_KINDS.ballot(0, [0, 0, 0])


@given(data=st.data())
@settings(max_examples=30, deadline=None)
def test_any_bounds_and_any_allowed_vote_make_a_sound_ballot(data: st.DataObject) -> None:
    number = data.draw(st.integers(1, 4))
    minimum = data.draw(st.integers(0, number))
    maximum = data.draw(st.integers(minimum, number))
    blank = data.draw(st.booleans())
    question = replace(
        THREE[0],
        answers=tuple("ABCD"[:number]),
        minimum=minimum,
        maximum=maximum,
        blank=blank,
    )
    marks = data.draw(st.permutations([1] * maximum + [0] * (number - maximum)))
    election = SmallElection(questions=(question,), voters=1, seed=data.draw(st.integers(0, 99)))
    votes = [0] * blank + marks
    assert rules(election, election.ballot(0, votes).body) == set()


def changed(change: Callable[[Any], object], ballot: Ballot) -> bytes:
    record = json.loads(ballot.body)
    change(record)
    return canonical(record)


SOUND = HALL.ballot(0, [1, 0, 1])
OTHER = SmallElection(uuid="AnotherUuidHere", seed=2)


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (lambda r: r.update(election_uuid="x"), BallotRule.ELECTION),
        (lambda r: r.update(election_hash="x"), BallotRule.ELECTION),
        (lambda r: r["signature"].update(hash="x"), BallotRule.SIGNATURE),
        (lambda r: r["signature"]["proof"].update(response="0"), BallotRule.SIGNATURE),
        (lambda r: r.update(credential="4"), BallotRule.CREDENTIAL),
        (
            lambda r: r["answers"][0]["individual_proofs"][1][0].update(challenge="0"),
            AnswerRule.INDIVIDUAL,
        ),
        (lambda r: r["answers"][0]["overall_proof"][2].update(response="0"), AnswerRule.OVERALL),
        (lambda r: r["answers"][0]["choices"][0].update(alpha="0"), AnswerRule.MEMBERSHIP),
        (lambda r: r["answers"][0]["choices"][2].update(beta="2"), AnswerRule.MEMBERSHIP),
        (lambda r: r["answers"][0].update(blank_proof=[]), BallotRule.FORM),
        (lambda r: r["answers"][0]["choices"].pop(), BallotRule.FORM),
        (lambda r: r["answers"].pop(), BallotRule.FORM),
        (lambda r: r.update(more=1), BallotRule.FORM),
        (lambda r: r.pop("signature"), BallotRule.FORM),
    ],
)
def test_each_thing_that_is_wrong_has_its_rule(change: Callable[[Any], object], rule: str) -> None:
    assert rules(HALL, SOUND.body) == set()
    assert rule in rules(HALL, changed(change, SOUND))


def test_a_wrong_blank_proof_has_its_rule() -> None:
    sound = ALL_KINDS.ballot(0, [0, 0, 0], [1, 0, 0], [1, 2, 3])
    body = changed(lambda r: r["answers"][1]["blank_proof"][0].update(response="1"), sound)
    assert AnswerRule.BLANK in rules(ALL_KINDS, body)


def test_a_wrong_ranked_proof_has_its_rule() -> None:
    sound = ALL_KINDS.ballot(0, [0, 0, 0], [1, 0, 0], [1, 2, 3])
    body = changed(lambda r: r["answers"][2]["proof"].update(response="1"), sound)
    assert BallotRule.RANKED in rules(ALL_KINDS, body)


@pytest.mark.parametrize("spoilt", [b" " + SOUND.body, SOUND.body.replace(b":", b": ", 1)])
def test_a_ballot_is_written_one_way_alone(spoilt: bytes) -> None:
    _, broken = check_ballot(HALL.election, spoilt, set(HALL.public))
    assert [(each.rule, each.reason) for each in broken] == [
        (BallotRule.FORM, Reason.NOT_CANONICAL)
    ]


def test_fields_in_another_order_are_another_record() -> None:
    record = json.loads(SOUND.body)
    assert rules(HALL, canonical(dict(reversed(record.items())))) == {BallotRule.FORM}


def test_nothing_that_is_wrong_hides_the_next() -> None:
    def all_at_once(record: Any) -> None:  # noqa: ANN401 - JSON
        record.update(election_uuid="x", credential="4")
        record["answers"][0]["overall_proof"][0].update(response="0")

    assert rules(HALL, changed(all_at_once, SOUND)) >= {
        BallotRule.ELECTION,
        BallotRule.CREDENTIAL,
        BallotRule.SIGNATURE,
        AnswerRule.OVERALL,
    }


def test_the_tracker_names_the_whole_ballot(toy: Group) -> None:
    small = SmallElection(group=toy)
    one, two = small.ballot(0, [1, 0, 0]), small.ballot(0, [1, 0, 0])
    assert one.tracker != two.tracker
    assert len(one.tracker) == 43


def ciphertexts_of(body: bytes) -> Sequence[object]:
    return [answer["choices"] for answer in json.loads(body)["answers"]]


def test_two_ballots_of_one_voter_do_not_look_alike() -> None:
    one, two = HALL.ballot(0, [1, 0, 1]), HALL.ballot(0, [1, 0, 1])
    assert ciphertexts_of(one.body) != ciphertexts_of(two.body)
