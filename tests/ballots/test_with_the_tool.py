"""Archives made wholly by us, judged by the program of others; and what it lets through.

Each crafted archive is well chained and is accepted by `belenios-tool` 2.0; ours rejects it by the
rule that the tool does not have.
"""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.ballots.builders import (
    THREE,
    UUID,
    WITH_BLANK,
    SmallElection,
    a_threshold_group,
    broken_rules,
    chained,
    seeded,
    steps_of,
    verified,
)
from tests.ballots.tool import tool_accepts

from shanyraq.ballots.archive import EventType
from shanyraq.ballots.hashing import hex_hash
from shanyraq.ballots.proofs import PublicKey
from shanyraq.ballots.questions import HomomorphicQuestion
from shanyraq.ballots.records import canonical
from shanyraq.ballots.trustees import Trustees
from shanyraq.ballots.verifier import Rule

NINE = (HomomorphicQuestion("Тоғыз депутат", tuple("ABCDEFGHI"), 0, 9),)


def accepted_by_tool(archive: bytes, directory: Path) -> bool:
    (directory / f"{UUID}.bel").write_bytes(archive)
    return tool_accepts(directory)


def test_nine_candidates_and_twelve_voters(tmp_path: Path) -> None:
    small = SmallElection(questions=NINE, voters=12)
    ballots = [
        small.ballot(voter, [int((voter + place) % 3 > 0) for place in range(9)])
        for voter in range(12)
    ]
    archive = small.archive([*ballots, small.ballot(0, [0] * 9)])
    report = verified(archive)
    assert report.is_valid
    assert report.result is not None
    marks = [[(voter + place) % 3 > 0 for place in range(9)] for voter in range(1, 12)]
    assert report.result.answers == (tuple(map(sum, zip(*marks, strict=True))),)
    assert accepted_by_tool(archive, tmp_path)


@pytest.mark.parametrize("owners", [(1, 2), (1, 3), (2, 3)])
def test_a_blank_and_any_two_of_three_trustees(tmp_path: Path, owners: tuple[int, ...]) -> None:
    small = SmallElection(questions=WITH_BLANK)
    pedersen, shares = a_threshold_group(small.group, 2, 3, randomness=seeded(12))
    small = SmallElection(
        questions=WITH_BLANK, trustees=Trustees((pedersen,)), trustee_secrets=shares
    )
    archive = small.archive(owners=owners)
    report = verified(archive)
    assert report.is_valid
    assert report.result is not None
    assert report.result.answers == ((1, 2, 1),)
    assert accepted_by_tool(archive, tmp_path)


def test_two_questions_of_which_one_offers_a_blank(tmp_path: Path) -> None:
    archive = SmallElection(questions=(*THREE, *WITH_BLANK)).archive()
    assert verified(archive).is_valid
    assert accepted_by_tool(archive, tmp_path)


def test_an_election_nobody_voted_in(tmp_path: Path) -> None:
    archive = SmallElection().archive([])
    assert verified(archive).is_valid
    assert accepted_by_tool(archive, tmp_path)


def test_what_both_reject(tmp_path: Path) -> None:
    steps = steps_of(SmallElection().archive())
    steps[-1].bodies[0] = b'{"result":[[2,2,0]]}'
    archive = chained(steps)
    assert not accepted_by_tool(archive, tmp_path)
    assert broken_rules(archive) == {Rule.RESULT_RECOMPUTED}


def test_a_ballots_dropped_by_the_order_of_events(tmp_path: Path) -> None:
    """Of ballots in two runs the tool counts the last run alone."""
    small = SmallElection()
    early, late = small.ballots()[:2], small.ballots()[2:]
    file, board = small.board()
    for ballot in early:
        board.cast(ballot.body)
    board.end_ballots()
    for ballot in late:
        board.cast(ballot.body)
    small.open(board, small.tally(late), (1, 2))
    archive = file.getvalue()
    assert accepted_by_tool(archive, tmp_path)
    assert broken_rules(archive) >= {Rule.EVENT_ORDER, Rule.TALLY_RECOMPUTED}


def test_b_an_older_ballot_replayed_after_a_newer_one(tmp_path: Path) -> None:
    small = SmallElection()
    old, new = small.ballot(0, [1, 0, 0]), small.ballot(0, [0, 1, 0])
    archive = small.archive([old, new, old])
    assert accepted_by_tool(archive, tmp_path)
    assert broken_rules(archive) == {Rule.BALLOT_UNIQUE}


@pytest.mark.parametrize(
    ("spoilt", "rule"),
    [
        (b"[]", Rule.TALLY_FORM),
        (b'[[{"alpha":"1","beta":"1"},{"alpha":"1","beta":"1"},{"alpha":"1","beta":"1"}]]',
         Rule.TALLY_RECOMPUTED),
    ],
)  # fmt: skip
def test_c_another_encrypted_tally(tmp_path: Path, spoilt: bytes, rule: Rule) -> None:
    steps = steps_of(SmallElection().archive())
    at = next(n for n, step in enumerate(steps) if step.kind is EventType.ENCRYPTED_TALLY)
    numbers = json.loads(steps[at].bodies[1]) | {"encrypted_tally": hex_hash(spoilt)}
    steps[at].bodies[:] = [spoilt, canonical(numbers)]
    archive = chained(steps)
    assert accepted_by_tool(archive, tmp_path)
    assert broken_rules(archive) == {rule}


@pytest.mark.parametrize("change", [{"num_tallied": 3}, {"total_weight": 5}])
def test_c_wrong_numbers_beside_the_tally(tmp_path: Path, change: dict[str, int]) -> None:
    steps = steps_of(SmallElection().archive())
    at = next(n for n, step in enumerate(steps) if step.kind is EventType.ENCRYPTED_TALLY)
    steps[at].bodies[1] = canonical(json.loads(steps[at].bodies[1]) | change)
    archive = chained(steps)
    assert accepted_by_tool(archive, tmp_path)
    assert broken_rules(archive) == {Rule.TALLY_NUMBERS}


@pytest.mark.parametrize(
    "missing", [{EventType.END_BALLOTS}, {EventType.END_BALLOTS, EventType.ENCRYPTED_TALLY}]
)
def test_d_a_missing_end_of_voting_or_tally(tmp_path: Path, missing: set[EventType]) -> None:
    steps = steps_of(SmallElection().archive())
    archive = chained([step for step in steps if step.kind not in missing])
    assert accepted_by_tool(archive, tmp_path)
    assert Rule.EVENT_ORDER in broken_rules(archive)


def test_f_two_partial_decryptions_of_one_trustee(tmp_path: Path) -> None:
    steps = steps_of(SmallElection().archive())
    archive = chained([*steps[:-1], steps[-3], steps[-1]])
    assert accepted_by_tool(archive, tmp_path)
    assert broken_rules(archive) == {Rule.DECRYPTION_OWNERS}


def test_bounds_that_no_answer_can_meet(tmp_path: Path) -> None:
    """At least two choices and at most one: nobody can vote, and the tool finds nothing amiss."""
    small = SmallElection()
    record = json.loads(small.election.body)
    record["questions"][0] |= {"min": 2, "max": 1}
    small.election = replace(small.election, body=canonical(record))
    assert small.election.key == PublicKey(small.group, small.held.public_key(small.group))
    archive = small.archive([])
    assert accepted_by_tool(archive, tmp_path)
    assert Rule.ELECTION_FORM in broken_rules(archive)
