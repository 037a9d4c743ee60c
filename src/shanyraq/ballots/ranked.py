"""Answers that rank or grade: one number for each choice, all hidden in one ciphertext.

They cannot be added up under encryption. They are shuffled until nobody can join them to voters,
and then each is decrypted (the format calls such questions non-homomorphic).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from gmpy2 import mpz

from shanyraq.ballots.groups import Group, Randomness
from shanyraq.ballots.proofs import (
    Ciphertext,
    Proof,
    PublicKey,
    check_knowledge,
    prove_knowledge,
)
from shanyraq.ballots.records import read_object, within

BITS = 8
"""Bits that the number of one choice takes."""

LARGEST_NUMBER = 2**BITS - 1
"""The largest number that a choice can be given."""


class UnfitAnswer(ValueError):
    """One ciphertext cannot hold these numbers: too many or too large, or the group embeds none."""


def most_choices(group: Group) -> int:
    """How many choices one answer can number; 0 in a group that embeds nothing.

    >>> from shanyraq.ballots.groups import GROUPS
    >>> most_choices(GROUPS["RFC-3526-2048"]), most_choices(GROUPS["BELENIOS-2048"])
    (254, 0)
    """
    return 0 if group.padding is None else (int(group.q).bit_length() - group.padding) // BITS


def encode(group: Group, numbers: Sequence[int]) -> int:
    """The element that holds numbers, first to last: their bytes, then the least padding that fits.

    >>> from shanyraq.ballots.groups import GROUPS
    >>> encode(GROUPS["RFC-3526-2048"], [3, 1, 2])
    mpz(50397697)

    Raises:
        UnfitAnswer: a number is not a byte, or they are more than the group can hold.
    """
    if len(numbers) > most_choices(group):
        raise UnfitAnswer(f"{len(numbers)} numbers in one answer, at most {most_choices(group)}")
    if not all(0 <= number <= LARGEST_NUMBER for number in numbers):
        raise UnfitAnswer(f"a number is at most {LARGEST_NUMBER} and not negative")
    first = mpz(int.from_bytes(bytes(numbers))) << (group.padding or 0)
    return next(element for element in count(first) if group.is_member(element))


def decode(group: Group, element: int, choices: int) -> tuple[int, ...]:
    """The numbers of so many choices that an element holds.

    Every element holds some: a ballot that was not encoded as above counts as these numbers.

    >>> from shanyraq.ballots.groups import GROUPS
    >>> decode(GROUPS["RFC-3526-2048"], 50397697, 3)
    (3, 1, 2)
    """
    held = int(element) >> (group.padding or 0) & ((1 << BITS * choices) - 1)
    return tuple(held.to_bytes(choices))


@dataclass(frozen=True, slots=True)
class RankedAnswer:
    """An answer in a ballot: the ciphertext, and the proof that its voter made it."""

    choices: Ciphertext
    proof: Proof

    @classmethod
    def read(cls, group: Group, value: object, where: str = "") -> "RankedAnswer":
        """An answer from its JSON; membership is asked by the check.

        Raises:
            MalformedRecord: it is none.
        """
        fields = read_object(value, where, fields=("choices", "proof"), strictly=True)
        return cls(
            Ciphertext.read(group, fields["choices"], within(where, "choices")),
            Proof.read(group, fields["proof"], within(where, "proof")),
        )

    def json(self) -> dict[str, dict[str, str]]:
        """The answer as its record holds it."""
        return {"choices": self.choices.json(), "proof": self.proof.json()}


def make_ranked_answer(
    key: PublicKey, statement: str, *, numbers: Sequence[int], randomness: Randomness
) -> RankedAnswer:
    """Encrypt the numbers of the choices under the election's key.

    `statement` is what binds the answer to its election and credential: the fingerprint of the
    election, a bar, and the public credential in decimal.

    Raises:
        UnfitAnswer: one ciphertext cannot hold these numbers.
    """
    element, nonce = encode(key.group, numbers), randomness(key.group.q)
    choices = key.encrypt(element, nonce)
    prefix = _prefix(key, statement, choices)
    proof = prove_knowledge(key.group, nonce, prefix=prefix, randomness=randomness)
    return RankedAnswer(choices, proof)


def check_ranked_answer(key: PublicKey, statement: str, *, answer: RankedAnswer) -> bool:
    """Whether an answer is a ciphertext of the group that was made for this very ballot."""
    choices, is_member = answer.choices, key.group.is_member
    if not (is_member(choices.alpha) and is_member(choices.beta)):
        return False
    prefix = _prefix(key, statement, choices)
    return check_knowledge(key.group, choices.alpha, prefix=prefix, proof=answer.proof)


def _prefix(key: PublicKey, statement: str, choices: Ciphertext) -> str:
    return f"raweg|{statement}|{key.element},{choices.alpha},{choices.beta}|"
