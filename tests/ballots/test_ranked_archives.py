"""Elections with ranked answers: two shuffles between the ballots and their opening."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.ballots.builders import (
    RANKS,
    THREE,
    UUID,
    SmallElection,
    Step,
    broken_rules,
    chained,
    steps_of,
    verified,
)
from tests.ballots.mutants import mutants_of, one_of_each_kind
from tests.ballots.tool import belenios_tool, tool_accepts

from shanyraq.ballots import shuffle_proofs
from shanyraq.ballots.archive import EventType
from shanyraq.ballots.bulletin_board import BulletinBoard
from shanyraq.ballots.groups import RFC_3526_2048, Group
from shanyraq.ballots.hashing import hex_hash
from shanyraq.ballots.proofs import Ciphertext, multiply
from shanyraq.ballots.questions import RankedQuestion
from shanyraq.ballots.records import canonical, read_json
from shanyraq.ballots.shuffle_proofs import (
    Secret,
    Statement,
    check_shuffle_proof,
    prove_shuffle,
)
from shanyraq.ballots.shuffles import Shuffle, check_shuffle, make_shuffle
from shanyraq.ballots.tally import Ciphertexts, read_ciphertexts
from shanyraq.ballots.verifier import Rule

GRADES = RankedQuestion(
    "Which grade?", ("A", "B"), {"method": "MajorityJudgment", "blank": False, "grades": ["+", "-"]}
)


def election(group: Group = RFC_3526_2048, voters: int = 4) -> SmallElection:
    return SmallElection(questions=RANKS, voters=voters, group=group)


def accepted_by_tool(archive: bytes, directory: Path) -> bool:
    (directory / f"{UUID}.bel").write_bytes(archive)
    return tool_accepts(directory)


def test_ranked_answers_shuffled_twice_are_accepted_by_the_tool_and_by_us(tmp_path: Path) -> None:
    small = election()
    archive = small.archive()
    report = verified(archive)
    assert report.broken == ()
    assert report.result is not None
    answers = sorted(report.result.answers[0])
    assert answers == sorted(tuple(small.votes(voter)[0]) for voter in range(4))
    assert accepted_by_tool(archive, tmp_path)


@pytest.mark.parametrize("voters", [0, 1])
def test_none_or_one_voter_is_shuffled_too(voters: int, tmp_path: Path) -> None:
    archive = election(voters=voters).archive()
    assert verified(archive).broken == ()
    assert accepted_by_tool(archive, tmp_path)


@dataclass
class MixedElection(SmallElection):
    """Some questions are added up, others ranked; shuffled as often as the test says."""

    shuffles: int = 2

    def shuffled(self, board: BulletinBoard, ciphertexts: Ciphertexts) -> Ciphertexts:
        ranked = [isinstance(each, RankedQuestion) for each in self.questions]
        for owner in range(1, self.shuffles + 1):
            before = [row for row, is_ranked in zip(ciphertexts, ranked, strict=True) if is_ranked]
            shuffle = make_shuffle(
                self.election.key, self.election.fingerprint, before=before, randomness=self.draw
            )
            board.shuffle(owner, canonical(shuffle.json()))
            after = iter(shuffle.ciphertexts)
            ciphertexts = tuple(
                next(after) if is_ranked else row
                for row, is_ranked in zip(ciphertexts, ranked, strict=True)
            )
        board.end_shuffles()
        return ciphertexts


def test_ranked_graded_and_counted_questions_stand_in_one_election(tmp_path: Path) -> None:
    questions = (*RANKS, *THREE, GRADES)
    small = MixedElection(questions=questions, voters=3, group=RFC_3526_2048)
    archive = small.archive()
    report = verified(archive)
    assert report.broken == ()
    assert report.result is not None
    assert report.result.answers[1] == (1, 1, 1)
    assert accepted_by_tool(archive, tmp_path)


def test_a_ballot_that_encodes_nothing_counts_as_both_programs_read_it(tmp_path: Path) -> None:
    """A voter may encrypt any element of the group: that must not stop the result."""
    small = election(voters=2)

    def encode(_: Group, numbers: object) -> int:  # noqa: ARG001 - in the place of the encoder
        return RFC_3526_2048.generate(987654321)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("shanyraq.ballots.ranked.encode", encode)
        odd = small.ballot(0, [1, 2, 3])
    archive = small.archive([odd, small.ballot(1, [1, 2, 3])])
    assert verified(archive).broken == ()
    assert accepted_by_tool(archive, tmp_path)


def test_the_tool_shuffles_for_us_and_we_check_it(tmp_path: Path) -> None:
    small = election()
    steps = steps_of(small.archive())
    shuffled = next(at for at, each in enumerate(steps) if each.kind is EventType.SHUFFLE)
    (tmp_path / f"{UUID}.bel").write_bytes(chained(steps[:shuffled]))
    arguments = ("election", "shuffle", "--dir", str(tmp_path), "--trustee-id", "1")
    made = belenios_tool(*arguments, directory=tmp_path).splitlines()
    record = next(line for line in made if line.startswith('{"ciphertexts"'))
    shuffle = Shuffle.read(RFC_3526_2048, read_json(record.encode()))
    tally = steps[shuffled - 1].bodies[0]
    before = read_ciphertexts(small.election, tally)
    key, fingerprint = small.election.key, small.election.fingerprint
    assert check_shuffle(key, fingerprint, before=before, shuffle=shuffle) == []


def shuffles_of(steps: list[Step]) -> list[Step]:
    return [each for each in steps if each.kind is EventType.SHUFFLE]


def owned(owner: int, body: bytes) -> bytes:
    return canonical({"owner": owner, "payload": hex_hash(body)})


def test_one_shuffle_or_none_is_accepted_by_the_tool_and_not_by_us(tmp_path: Path) -> None:
    """Without two shufflers one person, or the order itself, tells who answered what."""
    for number, rules in ((1, {Rule.SHUFFLE_OWNERS}), (0, {Rule.SHUFFLE_OWNERS, Rule.EVENT_ORDER})):
        small = MixedElection(RANKS, voters=2, group=RFC_3526_2048, shuffles=number)
        archive = small.archive()
        assert broken_rules(archive) == rules
        assert accepted_by_tool(archive, tmp_path)


def test_two_shuffles_of_one_owner_are_accepted_by_the_tool_and_not_by_us(tmp_path: Path) -> None:
    steps = steps_of(election(voters=2).archive())
    second = shuffles_of(steps)[1]
    second.bodies[1] = owned(1, second.bodies[0])
    archive = chained(steps)
    assert broken_rules(archive) == {Rule.SHUFFLE_OWNERS}
    assert accepted_by_tool(archive, tmp_path)


@pytest.mark.parametrize("owner", [0, 3])
def test_a_shuffle_by_nobody_is_accepted_by_the_tool_and_not_by_us(
    owner: int, tmp_path: Path
) -> None:
    steps = steps_of(election(voters=2).archive())
    second = shuffles_of(steps)[1]
    second.bodies[1] = owned(owner, second.bodies[0])
    archive = chained(steps)
    assert Rule.SHUFFLE_OWNERS in broken_rules(archive)
    assert accepted_by_tool(archive, tmp_path)


def test_shuffles_exchanged_left_out_or_repeated_are_refused(toy: Group) -> None:
    steps = steps_of(election(toy).archive())
    first, second = shuffles_of(steps)
    at = steps.index(first)
    before, after = steps[:at], steps[at + 2 :]
    for forged in ([second, first], [first], [second], [first, second, second], [first, first]):
        assert broken_rules(chained([*before, *forged, *after]))
    assert not broken_rules(chained([*before, first, second, *after]))


def test_a_shuffler_who_exchanges_a_ballot_is_found(toy: Group) -> None:
    small = election(toy)
    steps = steps_of(small.archive())
    first = shuffles_of(steps)[0]
    honest = Shuffle.read(toy, read_json(first.bodies[0]))
    own = small.election.key.encrypt(toy.g, 3)
    rows = (own, *honest.ciphertexts[0][1:])
    first.bodies[0] = canonical(Shuffle((rows,), honest.proofs).json())
    first.bodies[1] = owned(1, first.bodies[0])
    assert Rule.SHUFFLE_PROOFS in broken_rules(chained(steps))


@dataclass
class MarkedElection(SmallElection):
    """The first shuffler turns the sign of a ciphertext, the second finds it and turns it back."""

    def shuffled(self, board: BulletinBoard, ciphertexts: Ciphertexts) -> Ciphertexts:
        for owner in (1, 2):
            shuffle = self._turned(ciphertexts[0])
            board.shuffle(owner, canonical(shuffle.json()))
            ciphertexts = shuffle.ciphertexts
        board.end_shuffles()
        return ciphertexts

    def _turned(self, before: Sequence[Ciphertext]) -> Shuffle:
        """A shuffle with a turned sign; now and then the sign falls out of every equation."""
        key, p = self.election.key, self.group.p
        while True:
            nonces = tuple(self.draw(self.group.q) for _ in before)
            added = [key.encrypt(1, nonce) for nonce in nonces]
            after = [multiply(self.group, pair) for pair in zip(before, added, strict=True)]
            after[0] = Ciphertext(p - after[0].alpha, after[0].beta)
            statement = Statement(key, self.election.fingerprint, before, after)
            secret = Secret(tuple(range(len(before))), nonces)
            proof = prove_shuffle(statement, secret, self.draw)
            announced = all(map(self.group.is_member, proof.announced.all()))
            if announced and check_shuffle_proof(statement, proof):
                return Shuffle((tuple(after),), (proof,))


def test_a_ballot_marked_by_a_shuffler_is_accepted_by_the_tool_and_not_by_us(
    tmp_path: Path,
) -> None:
    """-1 is no member: whoever multiplies it to a ciphertext finds it again after a shuffle."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shuffle_proofs, "_are_members", lambda *_: True)
        archive = MarkedElection(RANKS, voters=2, group=RFC_3526_2048).archive()
    assert accepted_by_tool(archive, tmp_path)
    assert Rule.SHUFFLE_PROOFS in broken_rules(archive)


def test_every_kind_of_field_matters_in_the_real_group() -> None:
    archive = election(voters=2).archive()
    assert verified(archive).is_valid
    changed = list(one_of_each_kind(mutants_of(archive)))
    assert len(changed) > 40
    assert [mutant.name for mutant in changed if verified(mutant.archive).is_valid] == []
