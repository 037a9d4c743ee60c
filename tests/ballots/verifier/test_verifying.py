"""The verifier: a finding for each rule, none hiding the next, the same in one process or two."""

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from tests.ballots.builders import (
    RANKS,
    THREE,
    WITH_BLANK,
    SmallElection,
    Step,
    a_single_trustee,
    a_threshold_group,
    broken_rules,
    chained,
    seeded,
    steps_of,
    verified,
)

from shanyraq.ballots.archive import EventType, NoArchive
from shanyraq.ballots.ballot import BallotRule
from shanyraq.ballots.credentials import write_credentials
from shanyraq.ballots.groups import Group
from shanyraq.ballots.hashing import hex_hash
from shanyraq.ballots.homomorphic import AnswerRule
from shanyraq.ballots.questions import Question
from shanyraq.ballots.records import Reason, canonical
from shanyraq.ballots.trustees import Trustees
from shanyraq.ballots.verifier import Fault, Rule, verify

MADE_BY_THE_TOOL = Path(__file__).parents[1] / "data" / "tool-made-20-voters.bel"


@pytest.mark.parametrize("processes", [1, 2])
def test_an_archive_made_by_the_tool_is_valid(processes: int) -> None:
    with MADE_BY_THE_TOOL.open("rb") as file:
        report = verify(file, processes=processes, equal=True)
    assert report.is_valid
    assert [finding.rule for finding in report.findings] == list(Rule)
    assert report.result is not None
    assert report.result.answers == ((5, 5, 5),)
    assert (report.ballots, report.taken_over) == (20, 0)
    asked = {finding.rule: finding.looked_at for finding in report.findings}
    assert asked[Rule.BALLOT_SIGNATURE] == 20
    assert asked[Rule.ARCHIVE_LAYOUT] == 55
    assert asked[Rule.BALLOT_BLANK] == asked[Rule.SHUFFLE_PROOFS] == 0


def test_every_rule_of_a_ballot_is_a_rule_of_the_verifier() -> None:
    assert {*BallotRule, *AnswerRule} <= set(Rule)


@pytest.mark.parametrize("questions", [(*THREE, *WITH_BLANK), RANKS, (*RANKS, *THREE)])
def test_our_own_archives_are_valid_with_revotes(
    toy: Group, questions: tuple[Question, ...]
) -> None:
    small = SmallElection(group=toy, questions=questions)
    cast = [*small.ballots(), small.ballot(0, *small.votes(1)), small.ballot(2, *small.votes(1))]
    report = verified(small.archive(cast))
    assert report.broken == ()
    assert report.tally is not None
    assert (report.ballots, report.tally.counted) == (6, 4)


def test_an_election_nobody_voted_in_is_valid(toy: Group) -> None:
    for questions in (THREE, RANKS):
        small = SmallElection(group=toy, questions=questions)
        assert verified(small.archive([])).is_valid


def test_a_file_of_something_else_is_no_archive() -> None:
    with pytest.raises(NoArchive):
        verify(BytesIO(b"something else"))


def test_two_processes_find_the_same_as_one() -> None:
    small = SmallElection(voters=30)
    archive = small.archive()
    spoilt = archive.replace(small.election.fingerprint.encode(), b"x" * 43, 3)
    assert len(verified(spoilt).broken) > 1
    assert verify(BytesIO(archive), processes=2).is_valid
    assert verify(BytesIO(spoilt), processes=2) == verify(BytesIO(spoilt))


def test_an_election_under_way_is_verified_so_far(toy: Group) -> None:
    small = SmallElection(group=toy)
    file, board = small.board()
    for ballot in small.ballots():
        board.cast(ballot.body)
        assert verify(file, finished=False).is_valid
    assert [finding.rule for finding in verify(file).broken] == [Rule.EVENT_COMPLETE]


def test_what_is_to_be_opened_is_told_when_nothing_is_left_to_do_before(toy: Group) -> None:
    small = SmallElection(group=toy, questions=RANKS, voters=2)
    steps = steps_of(small.archive())
    told = [verify(BytesIO(chained(steps[:n])), finished=False) for n in range(1, len(steps) + 1)]
    assert all(report.is_valid for report in told)
    opened = [report.to_open is not None for report in told]
    ended = next(at for at, step in enumerate(steps) if step.kind is EventType.END_SHUFFLES)
    last = len(steps) - 1
    assert opened == [ended <= at < last for at in range(len(steps))]
    waiting = [report.to_shuffle is not None for report in told]
    counted = next(at for at, step in enumerate(steps) if step.kind is EventType.ENCRYPTED_TALLY)
    assert waiting == [counted <= at < ended for at in range(len(steps))]
    assert [set(report.shufflers) for report in told][counted : ended + 1] == [
        set(),
        {1},
        {1, 2},
        {1, 2},
    ]


def test_ballots_vouched_for_are_taken_over_and_said_so(toy: Group) -> None:
    small = SmallElection(group=toy)
    ballots = small.ballots()
    known = {hex_hash(ballot.body) for ballot in ballots[1:]}
    report = verify(BytesIO(small.archive(ballots)), known=known)
    assert report.is_valid
    assert report.taken_over == 3


def test_one_fault_does_not_hide_another(toy: Group) -> None:
    small = SmallElection(group=toy)
    steps = steps_of(small.archive())
    steps[1].bodies[0] = steps[1].bodies[0].replace(b'"hash":"', b'"hash":"x')
    steps[-1].bodies[0] = b'{"result":[[4,4,4]]}'
    report = verified(chained([*steps[:3], steps[2], *steps[3:]])[:-1])
    assert {finding.rule for finding in report.broken} >= {
        Rule.BALLOT_SIGNATURE,
        Rule.BALLOT_UNIQUE,
        Rule.ARCHIVE_WHOLE,
    }
    signature = next(f for f in report.findings if f.rule is Rule.BALLOT_SIGNATURE)
    assert signature.faults == (Fault(7, "signature.hash"),)


def test_an_unknown_group_is_a_clear_finding(toy: Group) -> None:
    small = SmallElection(group=toy)
    steps = steps_of(small.archive())
    for change in (b'"group":"P-23"', b'"group":"Ed25519"'):
        record = steps[0].bodies[0].replace(f'"group":"{toy.name}"'.encode(), change)
        names = json.loads(steps[0].bodies[3]) | {"election": hex_hash(record)}
        first = Step(EventType.SETUP, [record, *steps[0].bodies[1:3], canonical(names)])
        report = verified(chained([first, *steps[1:]]))
        assert [finding.rule for finding in report.broken] == [Rule.ELECTION_GROUP]


def test_a_record_too_many_or_too_few_is_found(toy: Group) -> None:
    small = SmallElection(group=toy)
    steps = steps_of(small.archive())
    assert broken_rules(chained(steps)) == set()
    for bodies in ([b"{}", *steps[1].bodies], [b"{}"] * 9):
        other = [steps[0], Step(EventType.BALLOT, bodies), *steps[2:]]
        assert Rule.ARCHIVE_RECORDS in broken_rules(chained(other))


def test_a_record_after_the_last_event_is_found(toy: Group) -> None:
    archive = SmallElection(group=toy).archive()
    assert broken_rules(archive + archive[-1024 * 2 : -1024]) >= {Rule.ARCHIVE_RECORDS}
    assert Rule.ARCHIVE_WHOLE in broken_rules(archive + bytes(1024))


def test_weights_are_read_and_refused_where_each_has_one_vote(toy: Group) -> None:
    small = SmallElection(group=toy)
    small.credentials = write_credentials(small.public, [1, 2, 1, 1])
    file, _ = small.board()
    assert verify(file, finished=False).is_valid
    refused = verify(file, finished=False, equal=True).broken
    assert [finding.rule for finding in refused] == [Rule.CREDENTIALS_WEIGHTS]


def test_a_ranked_answer_weighs_one_in_any_case(toy: Group) -> None:
    small = SmallElection(group=toy, questions=RANKS)
    small.credentials = write_credentials(small.public, [1, 2, 1, 1])
    assert broken_rules(small.archive()) == {Rule.CREDENTIALS_WEIGHTS}


def test_a_ballot_says_why_it_cannot_be_read(toy: Group) -> None:
    small = SmallElection(group=toy)
    file, board = small.board()
    body = small.ballot(0, [1, 0, 0]).body
    board.cast(body.replace(b'"credential":"', b'"credential":"0'))
    report = verify(file, finished=False)
    found = next(finding for finding in report.findings if finding.rule is Rule.BALLOT_FORM)
    assert found.faults == (Fault(7, "credential", Reason.NOT_A_NUMBER),)


def test_a_setup_that_cannot_be_read_is_told_and_the_rest_read_on(toy: Group) -> None:
    small = SmallElection(group=toy)
    steps = steps_of(small.archive())
    for place, rule in (
        (0, Rule.ELECTION_FORM),
        (1, Rule.TRUSTEES_FORM),
        (2, Rule.CREDENTIALS_FORM),
    ):
        bodies = list(steps[0].bodies)
        bodies[place] = b"{}"
        found = broken_rules(chained([replace(steps[0], bodies=bodies), *steps[1:]]))
        assert found >= {rule, Rule.SETUP_RECORDS}
    assert Rule.SETUP_RECORDS in broken_rules(
        chained([replace(steps[0], bodies=[*steps[0].bodies[:3], b"[]"]), *steps[1:]])
    )


def test_a_ballot_before_the_setup_or_twice_a_setup_is_found(toy: Group) -> None:
    steps = steps_of(SmallElection(group=toy).archive())
    for other in ([steps[1], steps[0], *steps[2:]], [steps[0], *steps]):
        assert Rule.EVENT_ORDER in broken_rules(chained(other))


def test_a_record_under_another_name_is_found(toy: Group) -> None:
    archive = SmallElection(group=toy).archive()
    name = archive[1024:1088]
    renamed = archive[:1024] + name[::-1] + archive[1088:]
    assert verified(archive).is_valid
    assert broken_rules(renamed) == {Rule.ARCHIVE_NAMES}


def test_a_sum_of_votes_stands_for_one_number_alone(toy: Group) -> None:
    """With a weight past the order of the group, one archive would have two results."""
    for weight, held in ((int(toy.q) - 1, True), (int(toy.q) + 1, False)):
        small = SmallElection(group=toy, voters=1)
        small.credentials = write_credentials(small.public, [weight])
        found = {finding.rule for finding in verify(small.board()[0], finished=False).broken}
        assert found == (set() if held else {Rule.CREDENTIALS_WEIGHTS})


def test_weights_of_any_length_are_a_finding_and_no_defect(toy: Group) -> None:
    small = SmallElection(group=toy, voters=1)
    small.credentials = canonical([f"{small.public[0]},{'9' * 5000}"])
    assert Rule.CREDENTIALS_FORM in broken_rules(small.archive())
    steps = steps_of(SmallElection(group=toy).archive())
    steps[-1].bodies[0] = canonical({"result": [["9" * 5000, 0, 0]]})
    assert broken_rules(chained(steps)) == {Rule.RESULT_FORM}


def test_half_a_character_in_a_record_is_a_finding_and_no_defect(toy: Group) -> None:
    steps = steps_of(SmallElection(group=toy).archive())
    body = steps[1].bodies[0]
    for field in (b'"election_uuid":"', b'"election_hash":"', b'"hash":"'):
        steps[1].bodies[0] = body.replace(field, field + rb"\ud800")
        assert Rule.BALLOT_FORM in broken_rules(chained(steps))


def test_a_key_whose_secret_everybody_knows_is_found(toy: Group) -> None:
    order = int(toy.q)
    for secrets, rules in (
        ([0], {Rule.ELECTION_KEY, Rule.TRUSTEES_PROOFS}),
        ([5, order - 5], {Rule.ELECTION_KEY}),
    ):
        singles = tuple(a_single_trustee(toy, each, seeded(3)) for each in secrets)
        small = SmallElection(group=toy, trustees=Trustees(singles), trustee_secrets=secrets)
        assert broken_rules(small.archive(owners=range(1, len(secrets) + 1))) == rules


def test_a_credential_that_everybody_knows_is_found(toy: Group) -> None:
    small = SmallElection(group=toy, voters=1)
    small.secrets, small.public = [0], [1]
    small.credentials = write_credentials(small.public)
    assert broken_rules(small.archive()) == {Rule.CREDENTIALS_MEMBERSHIP}


def test_one_key_is_not_that_of_two_trustees(toy: Group) -> None:
    pair = tuple(a_single_trustee(toy, 5, seeded(seed)) for seed in (1, 2))
    small = SmallElection(
        group=toy, questions=RANKS, trustees=Trustees(pair), trustee_secrets=[5, 5]
    )
    assert broken_rules(small.archive()) == {Rule.TRUSTEES_PROOFS}


def test_members_of_a_threshold_of_one_hold_the_same_share(toy: Group) -> None:
    pedersen, shares = a_threshold_group(toy, 1, 3, randomness=seeded(30))
    assert len({key.public_key for key in pedersen.keys}) == 1
    small = SmallElection(group=toy, trustees=Trustees((pedersen,)), trustee_secrets=shares)
    assert broken_rules(small.archive(owners=[2])) == set()


def test_before_the_setup_there_is_nothing_to_be_valid(toy: Group) -> None:
    archive = SmallElection(group=toy).archive()[:1024]
    broken = verify(BytesIO(archive), finished=False).broken
    assert [finding.rule for finding in broken] == [Rule.EVENT_COMPLETE]
