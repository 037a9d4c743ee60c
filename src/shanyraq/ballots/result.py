"""The result: the tally opened with the factors of enough trustees."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isqrt

from shanyraq.ballots.decryption import PartialDecryption
from shanyraq.ballots.groups import Group
from shanyraq.ballots.proofs import Ciphertext
from shanyraq.ballots.questions import Election, HomomorphicQuestion, Question
from shanyraq.ballots.ranked import LARGEST_NUMBER, decode
from shanyraq.ballots.records import (
    MalformedRecord,
    Reason,
    canonical,
    read_each,
    read_json,
    read_list,
    read_number,
    read_object,
    read_weight,
    write_weight,
)
from shanyraq.ballots.trustees import Trustees

Answered = tuple[int, ...] | tuple[tuple[int, ...], ...]
"""The votes of each choice (the blank first), or the numbers in each ranked answer."""


@dataclass(frozen=True, slots=True)
class Result:
    """What was answered to each question."""

    answers: tuple[Answered, ...]

    @classmethod
    def read(cls, election: Election, body: bytes) -> "Result":
        """A result from its record.

        Raises:
            MalformedRecord: it is none to the questions of this election.
        """
        rows = read_list(
            read_object(read_json(body), fields=("result",), strictly=True)["result"],
            "result",
            length=len(election.questions),
        )
        result = cls(
            tuple(
                _read_answer(question, row, f"result[{at}]")
                for at, (question, row) in enumerate(zip(election.questions, rows, strict=True))
            )
        )
        if result.body != body:
            raise MalformedRecord("", Reason.NOT_CANONICAL)
        return result

    @property
    def body(self) -> bytes:
        """The record of the result."""
        return canonical({"result": [[_json(each) for each in answer] for answer in self.answers]})


class WrongTally(ValueError):
    """The factors open no number of votes that could have been cast."""


def opened(
    election: Election,
    ciphertexts: Sequence[Sequence[Ciphertext]],
    *,
    trustees: Trustees,
    decryptions: Mapping[int, PartialDecryption],
) -> Iterator[tuple[Question, tuple[int, ...]]]:
    """What each ciphertext hides, by question, opened with the decryptions of trustees by number.

    Raises:
        TooFewTrustees: those given cannot open it together.
    """
    group = election.group
    for at, (question, row) in enumerate(zip(election.questions, ciphertexts, strict=True)):
        factors = (
            trustees.combine(
                group, {owner: d.factors[at][place] for owner, d in decryptions.items()}
            )
            for place in range(len(row))
        )
        pairs = zip(row, factors, strict=True)
        yield question, tuple(each.beta * group.inverse(f) % group.p for each, f in pairs)


def open_tally(
    election: Election,
    ciphertexts: Sequence[Sequence[Ciphertext]],
    *,
    trustees: Trustees,
    decryptions: Mapping[int, PartialDecryption],
    weight: int,
) -> Result:
    """Open a tally of a total weight with the partial decryptions of trustees, by their numbers.

    Raises:
        TooFewTrustees: those given cannot open it together.
        WrongTally: a sum is no number from 0 to the total weight.
    """
    group = election.group
    rows = opened(election, ciphertexts, trustees=trustees, decryptions=decryptions)
    return Result(
        tuple(
            tuple(logarithm(group, element, weight) for element in row)
            if isinstance(question, HomomorphicQuestion)
            else tuple(decode(group, element, question.choices) for element in row)
            for question, row in rows
        )
    )


def is_result_of(
    group: Group, result: Result, *, rows: Iterable[tuple[Question, tuple[int, ...]]], weight: int
) -> bool:
    """Whether a result states what was opened: no logarithm is needed to see that."""
    return all(
        _state(group, stated, question=question, row=row, weight=weight)
        for stated, (question, row) in zip(result.answers, rows, strict=True)
    )


def _state(
    group: Group,
    stated: Sequence[int | tuple[int, ...]],
    *,
    question: Question,
    row: Sequence[int],
    weight: int,
) -> bool:
    return len(stated) == len(row) and all(
        each <= weight and group.generate(each) == element
        if isinstance(each, int)
        else each == decode(group, element, question.choices)
        for each, element in zip(stated, row, strict=True)
    )


def logarithm(group: Group, element: int, most: int) -> int:
    """The exponent of g that gives an element, from 0 to the most (baby steps, giant steps).

    >>> from shanyraq.ballots.groups import GROUPS
    >>> group = GROUPS["BELENIOS-2048"]
    >>> logarithm(group, group.generate(351), 400)
    351

    Raises:
        WrongTally: it is none of these.
    """
    step = isqrt(most) + 1
    small, power = {}, 1
    for exponent in range(step):
        small[power] = exponent
        power = power * group.g % group.p
    back, place = group.inverse(power), element
    for giant in range(step + 1):
        if place in small and giant * step + small[place] <= most:
            return giant * step + small[place]
        place = place * back % group.p
    raise WrongTally


def _read_answer(question: Question, value: object, where: str) -> Answered:
    if isinstance(question, HomomorphicQuestion):
        return read_each(value, where, read_weight, length=question.choices)

    def read_ranks(item: object, at: str) -> tuple[int, ...]:
        return read_each(item, at, _read_rank, length=question.choices)

    return read_each(value, where, read_ranks)


def _read_rank(value: object, where: str) -> int:
    number = read_number(value, where)
    if number > LARGEST_NUMBER:
        raise MalformedRecord(where, Reason.OUT_OF_RANGE)
    return number


def _json(value: int | tuple[int, ...]) -> object:
    return write_weight(value) if isinstance(value, int) else list(value)
