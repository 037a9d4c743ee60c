"""The encrypted tally: the ballots that count, put together without being opened."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from shanyraq.ballots.ballot import Ballot
from shanyraq.ballots.groups import Group
from shanyraq.ballots.hashing import hex_hash
from shanyraq.ballots.proofs import Ciphertext, multiply
from shanyraq.ballots.questions import Election, HomomorphicQuestion, Question, RankedQuestion
from shanyraq.ballots.records import (
    MalformedRecord,
    Reason,
    canonical,
    read_each,
    read_json,
    read_list,
    read_number,
    read_object,
    read_text,
    read_weight,
    write_weight,
)

Ciphertexts = tuple[tuple[Ciphertext, ...], ...]
"""For each question: of each choice the product, or of a ranked one all answers, sorted."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The encrypted tally of an election.

    `counted` is the number of ballots that count, `weight` the sum of their weights.
    """

    ciphertexts: Ciphertexts
    counted: int
    weight: int

    @property
    def body(self) -> bytes:
        """The record of the ciphertexts."""
        return write_ciphertexts(self.ciphertexts)

    @property
    def sized(self) -> bytes:
        """The record that the event names: the numbers and the hash of the ciphertexts."""
        record = {
            "num_tallied": self.counted,
            "total_weight": write_weight(self.weight),
            "encrypted_tally": hex_hash(self.body),
        }
        return canonical(record)


@dataclass(frozen=True, slots=True)
class SizedTally:
    """What an archive says of its tally: the numbers, and the hash of the ciphertexts."""

    counted: int
    weight: int
    payload: str

    @classmethod
    def read(cls, body: bytes) -> "SizedTally":
        """The record that the event of the tally names.

        Raises:
            MalformedRecord: it is none.
        """
        names = ("num_tallied", "total_weight", "encrypted_tally")
        fields = read_object(read_json(body), fields=names)
        return cls(
            read_number(fields[names[0]], names[0]),
            read_weight(fields[names[1]], names[1]),
            read_text(fields[names[2]], names[2]),
        )


@dataclass(slots=True)
class Counter:
    """Puts ballots together one by one: memory does not grow where choices are only added up.

    The ballots must be sound: what is no member of the group cannot be taken back.
    """

    election: Election
    _sums: list[list[Ciphertext]] = field(init=False)
    _counted: int = 0
    _weight: int = 0

    def __post_init__(self) -> None:
        self._sums = [
            [Ciphertext(1, 1)] * question.choices
            if isinstance(question, HomomorphicQuestion)
            else []
            for question in self.election.questions
        ]

    def add(self, ciphertexts: Ciphertexts, weight: int = 1) -> None:
        """Count the ciphertexts of a ballot.

        Raises:
            WeightedRank: a ranked answer would count more than once.
        """
        for question, sums, choices in self._by_question(ciphertexts):
            if isinstance(question, HomomorphicQuestion):
                self._multiply(sums, choices, weight)
            elif weight == 1:
                sums.extend(choices)
            else:
                raise WeightedRank
        self._counted += 1
        self._weight += weight

    def remove(self, ciphertexts: Ciphertexts, weight: int = 1) -> None:
        """Take back a ballot that was counted: its voter has cast another one."""
        for question, sums, choices in self._by_question(ciphertexts):
            if isinstance(question, HomomorphicQuestion):
                self._multiply(sums, choices, -weight)
            else:
                sums.remove(choices[0])
        self._counted -= 1
        self._weight -= weight

    def _by_question(
        self, ciphertexts: Ciphertexts
    ) -> Iterator[tuple[Question, list[Ciphertext], tuple[Ciphertext, ...]]]:
        return zip(self.election.questions, self._sums, ciphertexts, strict=True)

    def _multiply(self, sums: list[Ciphertext], choices: Sequence[Ciphertext], weight: int) -> None:
        group = self.election.group
        for at, choice in enumerate(choices):
            sums[at] = multiply(group, [sums[at], _weighed(group, choice, weight)])

    @property
    def tally(self) -> Tally:
        """The tally of all ballots counted so far."""
        questions = zip(self.election.questions, self._sums, strict=True)
        ciphertexts = tuple(
            tuple(sums if isinstance(question, HomomorphicQuestion) else sorted(sums, key=_order))
            for question, sums in questions
        )
        return Tally(ciphertexts, self._counted, self._weight)


class WeightedRank(ValueError):
    """A ranked answer counts once: a weight is not possible."""


def last_ballots(ballots: Iterable[Ballot]) -> list[Ballot]:
    """The last ballot of each credential: the one that counts."""
    return list({ballot.credential: ballot for ballot in ballots}.values())


def count_ballots(election: Election, ballots: Iterable[Ballot]) -> Tally:
    """The encrypted tally of ballots, each of weight one, in the order they were cast."""
    counter = Counter(election)
    for ballot in last_ballots(ballots):
        counter.add(ballot.ciphertexts)
    return counter.tally


def to_shuffle(election: Election, ciphertexts: Ciphertexts) -> Ciphertexts:
    """The ciphertexts of the ranked questions alone."""
    questions = zip(election.questions, ciphertexts, strict=True)
    return tuple(row for question, row in questions if isinstance(question, RankedQuestion))


def shuffled_into(
    election: Election, ciphertexts: Ciphertexts, shuffled: Ciphertexts
) -> Ciphertexts:
    """All ciphertexts, those of the ranked questions in their new order."""
    rows = iter(shuffled)
    return tuple(
        next(rows) if isinstance(question, RankedQuestion) else row
        for question, row in zip(election.questions, ciphertexts, strict=True)
    )


def read_ciphertexts(election: Election, body: bytes) -> Ciphertexts:
    """The ciphertexts of a tally from their record; membership is asked apart.

    Raises:
        MalformedRecord: they are none to the questions of this election, or not canonical.
    """
    ciphertexts = read_ciphertext_lists(election, read_json(body), "")
    if write_ciphertexts(ciphertexts) != body:
        raise MalformedRecord("", Reason.NOT_CANONICAL)
    return ciphertexts


def read_ciphertext_lists(election: Election, value: object, where: str) -> Ciphertexts:
    """A list of ciphertexts for each question from JSON.

    Raises:
        MalformedRecord: it is none to the questions of this election.
    """
    rows = read_list(value, where, length=len(election.questions))

    def read(item: object, at: str) -> Ciphertext:
        return Ciphertext.read(election.group, item, at)

    return tuple(
        read_each(
            row,
            f"{where}[{at}]",
            read,
            length=question.choices if isinstance(question, HomomorphicQuestion) else None,
        )
        for at, (question, row) in enumerate(zip(election.questions, rows, strict=True))
    )


def write_ciphertexts(ciphertexts: Sequence[Sequence[Ciphertext]]) -> bytes:
    """The record of a list of ciphertexts for each question."""
    return canonical([[each.json() for each in row] for row in ciphertexts])


def _weighed(group: Group, choice: Ciphertext, weight: int) -> Ciphertext:
    if weight == 1:
        return choice
    return Ciphertext(group.power(choice.alpha, weight), group.power(choice.beta, weight))


def _order(ciphertext: Ciphertext) -> tuple[int, int]:
    return ciphertext.alpha, ciphertext.beta
