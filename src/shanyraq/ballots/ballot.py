"""A ballot: encrypted answers of one credential, signed, bound to one election."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from shanyraq.ballots.groups import Randomness
from shanyraq.ballots.hashing import base64_hash
from shanyraq.ballots.homomorphic import (
    AnswerRule,
    HomomorphicAnswer,
    UnfitVote,
    check_homomorphic_answer,
    make_homomorphic_answer,
)
from shanyraq.ballots.proofs import Ciphertext, Proof, check_knowledge, prove_knowledge
from shanyraq.ballots.questions import Election, HomomorphicQuestion, Question
from shanyraq.ballots.ranked import RankedAnswer, check_ranked_answer, make_ranked_answer
from shanyraq.ballots.records import (
    MalformedRecord,
    Reason,
    canonical,
    read_json,
    read_list,
    read_object,
    read_text,
    within,
)

Answer = HomomorphicAnswer | RankedAnswer


class BallotRule(StrEnum):
    """What a ballot must fulfil beside the rules of its answers."""

    FORM = "ballot.form"
    ELECTION = "ballot.election"
    CREDENTIAL = "ballot.credential"
    SIGNATURE = "ballot.signature"
    RANKED = "ballot.ranked-proof"


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that is broken, where in the record, and why if the place alone does not say it."""

    rule: str
    where: str = ""
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Ballot:
    """A ballot as its record holds it; `credential` is the public one."""

    election_uuid: str
    election_hash: str
    credential: int
    answers: tuple[Answer, ...]
    signed_hash: str
    signature: Proof

    @classmethod
    def read(cls, election: Election, body: bytes) -> "Ballot":
        """A ballot from its record, which must be written the one way the format allows.

        Raises:
            MalformedRecord: it is none to the questions of this election.
        """
        names = ("election_uuid", "election_hash", "credential", "answers", "signature")
        fields = read_object(read_json(body), fields=names, strictly=True)
        signed = read_object(
            fields["signature"], "signature", fields=("hash", "proof"), strictly=True
        )
        ballot = cls(
            read_text(fields["election_uuid"], "election_uuid"),
            read_text(fields["election_hash"], "election_hash"),
            election.group.read_element(fields["credential"], "credential"),
            _read_answers(election, fields["answers"]),
            read_text(signed["hash"], "signature.hash"),
            Proof.read(election.group, signed["proof"], "signature.proof"),
        )
        if ballot.body != body:
            raise MalformedRecord("", Reason.NOT_CANONICAL)
        return ballot

    @property
    def unsigned(self) -> dict[str, object]:
        """The ballot before it is signed, as its record holds it."""
        return {
            "election_uuid": self.election_uuid,
            "election_hash": self.election_hash,
            "credential": str(self.credential),
            "answers": [answer.json() for answer in self.answers],
        }

    @property
    def body(self) -> bytes:
        """The record of the ballot."""
        signature = {"hash": self.signed_hash, "proof": self.signature.json()}
        return canonical({**self.unsigned, "signature": signature})

    @property
    def ciphertexts(self) -> tuple[tuple[Ciphertext, ...], ...]:
        """What the tally is made of: the ciphertexts of each answer."""
        return tuple(
            answer.choices if isinstance(answer, HomomorphicAnswer) else (answer.choices,)
            for answer in self.answers
        )

    @property
    def tracker(self) -> str:
        """The hash by which a voter finds the ballot on the bulletin board."""
        return base64_hash(self.body)


def make_ballot(
    election: Election, secret: int, *, votes: Sequence[Sequence[int]], randomness: Randomness
) -> Ballot:
    """Encrypt and sign the votes of the holder of a credential.

    `secret` is the credential's scalar; a vote is, for each question, 0 or 1 for each choice (the
    blank first) or the number of each choice.

    Raises:
        UnfitVote: a question does not allow these marks.
        UnfitAnswer: a ranked answer cannot hold these numbers.
        ValueError: there are more or fewer votes than questions.
    """
    credential = election.group.generate(secret)
    statement = _statement(election, credential)
    answers = tuple(
        _make_answer(election, statement, question=question, values=values, randomness=randomness)
        for question, values in zip(election.questions, votes, strict=True)
    )
    unsigned = Ballot(election.uuid, election.fingerprint, credential, answers, "", Proof(0, 0))
    hashed = base64_hash(canonical(unsigned.unsigned))
    signature = prove_knowledge(
        election.group, secret, prefix=f"sig|{hashed}|", randomness=randomness
    )
    return Ballot(election.uuid, election.fingerprint, credential, answers, hashed, signature)


Looked = tuple[Ballot | None, tuple[Broken, ...]]
"""A ballot, if it can be read, and all that it breaks."""


def read_ballot(election: Election, body: bytes, credentials: Container[int]) -> Looked:
    """Read one ballot without asking for its proofs: only what can be told at a glance."""
    try:
        ballot = Ballot.read(election, body)
    except MalformedRecord as malformed:
        return None, (Broken(BallotRule.FORM, malformed.where, malformed.reason),)
    return ballot, tuple(_faults_at_a_glance(election, ballot, credentials))


def check_ballot(election: Election, body: bytes, credentials: Container[int]) -> Looked:
    """Check one ballot by itself.

    `credentials` are the public ones of the election, known to be members of the group. That the
    same ballot was not cast before is for the caller to see.
    """
    ballot, broken = read_ballot(election, body, credentials)
    if ballot is None:
        return None, broken
    return ballot, (*broken, *_faults_of_proofs(election, ballot))


def _faults_at_a_glance(
    election: Election, ballot: Ballot, credentials: Container[int]
) -> Iterator[Broken]:
    if ballot.election_uuid != election.uuid:
        yield Broken(BallotRule.ELECTION, "election_uuid")
    if ballot.election_hash != election.fingerprint:
        yield Broken(BallotRule.ELECTION, "election_hash")
    if ballot.credential not in credentials:
        yield Broken(BallotRule.CREDENTIAL, "credential")


def _faults_of_proofs(election: Election, ballot: Ballot) -> Iterator[Broken]:
    hashed = base64_hash(canonical(ballot.unsigned))
    if ballot.signed_hash != hashed:
        yield Broken(BallotRule.SIGNATURE, "signature.hash")
    if not check_knowledge(
        election.group, ballot.credential, prefix=f"sig|{hashed}|", proof=ballot.signature
    ):
        yield Broken(BallotRule.SIGNATURE, "signature.proof")
    statement = _statement(election, ballot.credential)
    for at, (question, answer) in enumerate(zip(election.questions, ballot.answers, strict=True)):
        for rule, where in _check_answer(election, statement, (question, answer)):
            yield Broken(rule, within(f"answers[{at}]", where) if where else f"answers[{at}]")


def _statement(election: Election, credential: int) -> str:
    """What every proof of a ballot speaks about: this election, this credential."""
    return f"{election.fingerprint}|{credential}"


def _read_answers(election: Election, value: object) -> tuple[Answer, ...]:
    items = read_list(value, "answers", length=len(election.questions))
    return tuple(
        HomomorphicAnswer.read(election.group, question, value=item, where=f"answers[{at}]")
        if isinstance(question, HomomorphicQuestion)
        else RankedAnswer.read(election.group, item, f"answers[{at}]")
        for at, (question, item) in enumerate(zip(election.questions, items, strict=True))
    )


def _make_answer(
    election: Election,
    statement: str,
    *,
    question: Question,
    values: Sequence[int],
    randomness: Randomness,
) -> Answer:
    if isinstance(question, HomomorphicQuestion):
        return make_homomorphic_answer(
            election.key, statement, question=question, values=values, randomness=randomness
        )
    if len(values) != question.choices:
        raise UnfitVote
    return make_ranked_answer(election.key, statement, numbers=values, randomness=randomness)


def _check_answer(
    election: Election, statement: str, asked: tuple[Question, Answer]
) -> Iterator[tuple[str, str]]:
    question, answer = asked
    if isinstance(question, HomomorphicQuestion) and isinstance(answer, HomomorphicAnswer):
        yield from check_homomorphic_answer(
            election.key, statement, question=question, answer=answer
        )
    elif isinstance(answer, RankedAnswer):
        choices, is_member = answer.choices, election.group.is_member
        if not (is_member(choices.alpha) and is_member(choices.beta)):
            yield AnswerRule.MEMBERSHIP, "choices"
        if not check_ranked_answer(election.key, statement, answer=answer):
            yield BallotRule.RANKED, "proof"
