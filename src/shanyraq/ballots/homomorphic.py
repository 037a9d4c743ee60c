"""Answers that mark choices: each mark is encrypted, and all marks are added up unopened.

Proofs show that every mark is 0 or 1 and that their number is allowed, so that no voter can give a
choice more than one vote or take one away.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from shanyraq.ballots.groups import Group, Randomness
from shanyraq.ballots.hashing import decimals
from shanyraq.ballots.powers import PowerChain
from shanyraq.ballots.proofs import (
    Alternative,
    Ciphertext,
    Hidden,
    Proof,
    PublicKey,
    check_one_of,
    multiply,
    prove_one_of,
)
from shanyraq.ballots.questions import HomomorphicQuestion
from shanyraq.ballots.records import read_each, read_object, within

MARKS = (0, 1)


BLANK, SUM = 0, 1
"""What the proofs over all choices speak about: the blank's ciphertext, the product of the rest."""


class UnfitVote(ValueError):
    """The question does not allow these marks."""


@dataclass(frozen=True, slots=True)
class HomomorphicAnswer:
    """An answer in a ballot: a ciphertext for each choice, and the proofs that it is allowed."""

    choices: tuple[Ciphertext, ...]
    individual_proofs: tuple[tuple[Proof, ...], ...]
    overall_proof: tuple[Proof, ...]
    blank_proof: tuple[Proof, ...] | None = None

    @classmethod
    def read(
        cls, group: Group, question: HomomorphicQuestion, *, value: object, where: str = ""
    ) -> "HomomorphicAnswer":
        """An answer from its JSON; membership and proofs are asked by the check.

        Raises:
            MalformedRecord: it is none, or none to this question.
        """
        offered = ("blank_proof",) if question.blank else ()
        names = ("choices", "individual_proofs", "overall_proof", *offered)
        fields = read_object(value, where, fields=names, strictly=True)
        number = question.choices

        def ciphertext(item: object, at: str) -> Ciphertext:
            return Ciphertext.read(group, item, at)

        def proofs(item: object, at: str, length: int = len(MARKS)) -> tuple[Proof, ...]:
            return read_each(
                item, at, lambda each, here: Proof.read(group, each, here), length=length
            )

        at = {name: within(where, name) for name in names}
        values = question.maximum - question.minimum + 1 + question.blank
        blank = proofs(fields["blank_proof"], at["blank_proof"]) if question.blank else None
        return cls(
            read_each(fields["choices"], at["choices"], ciphertext, length=number),
            read_each(fields["individual_proofs"], at["individual_proofs"], proofs, length=number),
            proofs(fields["overall_proof"], at["overall_proof"], values),
            blank,
        )

    def json(self) -> dict[str, object]:
        """The answer as its record holds it."""
        blank = {} if self.blank_proof is None else {"blank_proof": _json(self.blank_proof)}
        return {
            "choices": [each.json() for each in self.choices],
            "individual_proofs": [_json(proofs) for proofs in self.individual_proofs],
            "overall_proof": _json(self.overall_proof),
            **blank,
        }


def make_homomorphic_answer(
    key: PublicKey,
    statement: str,
    *,
    question: HomomorphicQuestion,
    values: Sequence[int],
    randomness: Randomness,
) -> HomomorphicAnswer:
    """Encrypt marks (0 or 1 for each choice, the blank first) under the election's key.

    `statement` is what binds the answer to its election and credential: the fingerprint of the
    election, a bar, and the public credential in decimal.

    Raises:
        UnfitVote: the question does not allow these marks.
    """
    if not question.allows(values):
        raise UnfitVote
    group = key.group
    hidden = [Hidden(randomness(group.q), value) for value in values]
    choices = [key.encrypt(group.generate(each.value), each.nonce) for each in hidden]

    def prove(prefix: str, claims: Sequence[tuple[Hidden, int]]) -> tuple[Proof, ...]:
        return tuple(prove_one_of(key, prefix, claims=claims, randomness=randomness))

    marks = zip(choices, hidden, strict=True)
    parts = (hidden[0], _added(hidden[question.blank :]))
    overall, *blank = (
        prove(prefix, [(parts[part], value) for part, value in claims])
        for prefix, claims in _claims(key.group, statement, question, choices)
    )
    return HomomorphicAnswer(
        tuple(choices),
        tuple(prove(_prefix(statement, c), [(h, mark) for mark in MARKS]) for c, h in marks),
        overall,
        *blank,
    )


class AnswerRule(StrEnum):
    """What an answer must fulfil."""

    MEMBERSHIP = "ballot.membership"
    INDIVIDUAL = "ballot.individual-proofs"
    OVERALL = "ballot.overall-proof"
    BLANK = "ballot.blank-proof"


def check_homomorphic_answer(
    key: PublicKey, statement: str, *, question: HomomorphicQuestion, answer: HomomorphicAnswer
) -> Iterator[tuple[AnswerRule, str]]:
    """The rules that an answer breaks, each with the path of what breaks it."""
    group = key.group
    chains = [_chained(group, choice) for choice in answer.choices]
    for at, (alpha, beta) in enumerate(chains):
        if not group.is_base_of(alpha):
            yield AnswerRule.MEMBERSHIP, f"choices[{at}].alpha"
        if not group.is_base_of(beta):
            yield AnswerRule.MEMBERSHIP, f"choices[{at}].beta"
    for at, (choice, proofs) in enumerate(
        zip(answer.choices, answer.individual_proofs, strict=True)
    ):
        claims = [Alternative(*chains[at], mark) for mark in MARKS]
        if not check_one_of(key, _prefix(statement, choice), claims=claims, proofs=proofs):
            yield AnswerRule.INDIVIDUAL, f"individual_proofs[{at}]"
    yield from _check_together(key, statement, question=question, answer=answer, first=chains[0])


Chains = tuple[PowerChain, PowerChain]


def _check_together(
    key: PublicKey,
    statement: str,
    *,
    question: HomomorphicQuestion,
    answer: HomomorphicAnswer,
    first: Chains,
) -> Iterator[tuple[AnswerRule, str]]:
    """The proofs over all choices; `first` are the chains of the first one."""
    total = multiply(key.group, answer.choices[question.blank :])
    parts = (first, _chained(key.group, total))
    made = (
        (AnswerRule.OVERALL, "overall_proof", answer.overall_proof),
        (AnswerRule.BLANK, "blank_proof", answer.blank_proof or ()),
    )
    asked = _claims(key.group, statement, question, answer.choices)
    for (prefix, pairs), (rule, where, proofs) in zip(asked, made, strict=False):
        claims = [Alternative(*parts[part], value) for part, value in pairs]
        if not check_one_of(key, prefix, claims=claims, proofs=proofs):
            yield rule, where


def _claims(  # noqa: PLR0917 - what a prefix is written from
    group: Group, statement: str, question: HomomorphicQuestion, choices: Sequence[Ciphertext]
) -> list[tuple[str, list[tuple[int, int]]]]:
    """What is proved of all choices together: of which part, one of which values.

    Without a blank: the sum of the marks is allowed. With one: that, or the blank is marked; and
    the blank is not marked, or nothing else is.
    """
    pairs = (number for choice in choices for number in (choice.alpha, choice.beta))
    whole = f"{statement}|{decimals(pairs)}"
    allowed = [(SUM, value) for value in range(question.minimum, question.maximum + 1)]
    if not question.blank:
        return [(_prefix(whole, multiply(group, choices)), allowed)]
    return [
        (f"bproof1|{whole}|", [(BLANK, 1), *allowed]),
        (f"bproof0|{whole}|", [(BLANK, 0), (SUM, 0)]),
    ]


def _prefix(statement: str, choice: Ciphertext) -> str:
    return f"prove|{statement}|{choice.alpha},{choice.beta}|"


def _chained(group: Group, choice: Ciphertext) -> Chains:
    return group.chain(choice.alpha), group.chain(choice.beta)


def _added(hidden: Sequence[Hidden]) -> Hidden:
    """What one knows of the product of ciphertexts."""
    return Hidden(sum(each.nonce for each in hidden), sum(each.value for each in hidden))


def _json(proofs: Sequence[Proof]) -> list[dict[str, str]]:
    return [proof.json() for proof in proofs]
