"""Shuffles: the ranked ballots encrypted anew in a secret order, so that nobody is joined to his.

A shuffle takes the ciphertexts of each ranked question as the shuffle before left them (the first:
as the encrypted tally sorts them) and proves that it changed nothing else. One honest shuffler is
enough for secrecy; the proof makes all of them harmless for the result.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from shanyraq.ballots.groups import Group, Randomness
from shanyraq.ballots.proofs import Ciphertext, PublicKey
from shanyraq.ballots.records import read_each, read_list, read_object, within
from shanyraq.ballots.shuffle_proofs import (
    Secret,
    ShuffleProof,
    Statement,
    check_shuffle_proof,
    prove_shuffle,
)

Ciphertexts = Sequence[Sequence[Ciphertext]]
"""The ciphertexts of each ranked question, one a ballot."""


@dataclass(frozen=True, slots=True)
class Shuffle:
    """The ciphertexts of each ranked question in their new order, and the proof for each."""

    ciphertexts: tuple[tuple[Ciphertext, ...], ...]
    proofs: tuple[ShuffleProof, ...]

    @classmethod
    def read(cls, group: Group, value: object, where: str = "") -> "Shuffle":
        """A shuffle from its JSON; membership and lengths are asked by the check.

        Raises:
            MalformedRecord: it is none.
        """

        def ciphertext(value: object, where: str) -> Ciphertext:
            return Ciphertext.read(group, value, where)

        def proof(value: object, where: str) -> ShuffleProof:
            return ShuffleProof.read(group, value, where)

        fields = read_object(value, where, fields=("ciphertexts", "proofs"))
        path = within(where, "ciphertexts")
        questions = enumerate(read_list(fields["ciphertexts"], path))
        return cls(
            tuple(read_each(each, f"{path}[{at}]", ciphertext) for at, each in questions),
            read_each(fields["proofs"], within(where, "proofs"), proof),
        )

    def json(self) -> dict[str, object]:
        """The shuffle as its record holds it."""
        return {
            "ciphertexts": [[each.json() for each in question] for question in self.ciphertexts],
            "proofs": [proof.json() for proof in self.proofs],
        }


class Flaw(StrEnum):
    """What can be wrong with the shuffle of one question."""

    QUESTIONS = "questions"
    NUMBER = "number"
    MEMBERSHIP = "membership"
    PROOF = "proof"


@dataclass(frozen=True, slots=True)
class ShuffleFault:
    """A flaw, and which of the ranked questions, from 0, has it; None where it is the whole."""

    flaw: Flaw
    question: int | None = None


def make_shuffle(
    key: PublicKey, fingerprint: str, *, before: Ciphertexts, randomness: Randomness
) -> Shuffle:
    """Shuffle the ciphertexts of each ranked question and prove it.

    `fingerprint` is that of the election. What was done is forgotten with the end of the call.
    """
    made = [_shuffle_one(key, fingerprint, each, randomness=randomness) for each in before]
    return Shuffle(tuple(after for after, _ in made), tuple(proof for _, proof in made))


def _shuffle_one(
    key: PublicKey, fingerprint: str, before: Sequence[Ciphertext], *, randomness: Randomness
) -> tuple[tuple[Ciphertext, ...], ShuffleProof]:
    nonces = tuple(randomness(key.group.q) for _ in before)
    secret = Secret(random_order(len(before), randomness), nonces)
    after = tuple(_anew(key, before[source], nonces[source]) for source in secret.order)
    statement = Statement(key, fingerprint, before, after)
    return after, prove_shuffle(statement, secret, randomness)


def random_order(size: int, randomness: Randomness) -> tuple[int, ...]:
    """One of all orders of so many, each as likely as any other (Fisher and Yates)."""
    order = list(range(size))
    for last in range(size - 1, 0, -1):
        chosen = randomness(last + 1)
        order[last], order[chosen] = order[chosen], order[last]
    return tuple(order)


def _anew(key: PublicKey, ciphertext: Ciphertext, nonce: int) -> Ciphertext:
    """The same content, encrypted anew."""
    added = key.encrypt(1, nonce)
    return Ciphertext(
        ciphertext.alpha * added.alpha % key.group.p, ciphertext.beta * added.beta % key.group.p
    )


def check_shuffle(
    key: PublicKey, fingerprint: str, *, before: Ciphertexts, shuffle: Shuffle
) -> list[ShuffleFault]:
    """Every flaw of a shuffle of these ciphertexts; none if it is right.

    The ciphertexts before must be those of checked ballots, or of a checked shuffle.
    """
    if not len(before) == len(shuffle.ciphertexts) == len(shuffle.proofs):
        return [ShuffleFault(Flaw.QUESTIONS)]
    pairs = zip(before, shuffle.ciphertexts, shuffle.proofs, strict=True)
    found = [
        (_flaw(Statement(key, fingerprint, old, new), proof), question)
        for question, (old, new, proof) in enumerate(pairs)
    ]
    return [ShuffleFault(flaw, question) for flaw, question in found if flaw]


def _flaw(statement: Statement, proof: ShuffleProof) -> Flaw | None:
    """What is wrong with the shuffle of one question."""
    if len(statement.before) != len(statement.after):
        return Flaw.NUMBER
    is_member = statement.group.is_member
    if not all(is_member(each.alpha) and is_member(each.beta) for each in statement.after):
        return Flaw.MEMBERSHIP
    return None if check_shuffle_proof(statement, proof) else Flaw.PROOF
