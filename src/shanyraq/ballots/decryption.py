"""Partial decryption: what one trustee's key makes of the tally, with a proof that it did so."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from shanyraq.ballots.groups import Randomness
from shanyraq.ballots.proofs import Ciphertext, Proof, check_equality, prove_equality
from shanyraq.ballots.questions import Election
from shanyraq.ballots.records import canonical, read_each, read_json, read_list, read_object

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class PartialDecryption:
    """For each ciphertext of each question: a trustee's factor and the proof of it."""

    factors: tuple[tuple[int, ...], ...]
    proofs: tuple[tuple[Proof, ...], ...]

    @classmethod
    def read(cls, election: Election, body: bytes, shape: Sequence[int]) -> "PartialDecryption":
        """A partial decryption from its record; `shape` is the number of ciphertexts by question.

        Raises:
            MalformedRecord: it is none, or none of a tally of this shape.
        """
        group, (factors, proofs) = election.group, ("decryption_factors", "decryption_proofs")
        fields = read_object(read_json(body), fields=(factors, proofs))
        return cls(
            _read_rows(fields[factors], factors, read=group.read_element, shape=shape),
            _read_rows(fields[proofs], proofs, read=partial(Proof.read, group), shape=shape),
        )

    @property
    def body(self) -> bytes:
        """The record of the partial decryption."""
        return canonical(
            {
                "decryption_factors": [[str(each) for each in row] for row in self.factors],
                "decryption_proofs": [[proof.json() for proof in row] for row in self.proofs],
            }
        )


def decrypt_partially(
    election: Election,
    ciphertexts: Sequence[Sequence[Ciphertext]],
    *,
    secret: int,
    randomness: Randomness,
) -> PartialDecryption:
    """What the holder of a secret key adds to the opening of a tally."""
    group, prefix = election.group, _prefix(election, election.group.generate(secret))
    alphas = [[each.alpha for each in row] for row in ciphertexts]
    return PartialDecryption(
        tuple(tuple(group.power(alpha, secret) for alpha in row) for row in alphas),
        tuple(
            tuple(
                prove_equality(group, secret, base=alpha, prefix=prefix, randomness=randomness)
                for alpha in row
            )
            for row in alphas
        ),
    )


def check_decryption(
    election: Election,
    ciphertexts: Sequence[Sequence[Ciphertext]],
    *,
    public: int,
    decryption: PartialDecryption,
) -> Iterator[str]:
    """The places of factors that the proofs do not uphold, for one's own reckoning of the tally."""
    group, prefix = election.group, _prefix(election, public)
    rows = zip(ciphertexts, decryption.factors, decryption.proofs, strict=True)
    for at, row in enumerate(rows):
        for number, (ciphertext, factor, proof) in enumerate(zip(*row, strict=True)):
            if not group.is_member(factor):
                yield f"decryption_factors[{at}][{number}]"
            elif not check_equality(
                group, public, base=ciphertext.alpha, power=factor, prefix=prefix, proof=proof
            ):
                yield f"decryption_proofs[{at}][{number}]"


def _prefix(election: Election, public: int) -> str:
    return f"decrypt|{election.fingerprint}|{public}|"


def _read_rows(
    value: object, where: str, *, read: Callable[[object, str], Read], shape: Sequence[int]
) -> tuple[tuple[Read, ...], ...]:
    rows = read_list(value, where, length=len(shape))
    return tuple(
        read_each(row, f"{where}[{at}]", read, length=length)
        for at, (row, length) in enumerate(zip(rows, shape, strict=True))
    )
