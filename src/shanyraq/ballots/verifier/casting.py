"""The ballots of an archive: each checked once, the last of each credential counted."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field

from shanyraq.ballots.archive import ArchiveReader, Record
from shanyraq.ballots.ballot import Ballot, BallotRule
from shanyraq.ballots.hashing import hex_hash
from shanyraq.ballots.homomorphic import AnswerRule
from shanyraq.ballots.questions import Election, HomomorphicQuestion, RankedQuestion
from shanyraq.ballots.tally import Counter
from shanyraq.ballots.verifier.checking import Cast, Checked, Checker, Checking
from shanyraq.ballots.verifier.findings import Ledger, Rule
from shanyraq.ballots.verifier.setup import Setup


@dataclass(slots=True)
class BallotBox:
    """Takes ballots in the order of the archive; memory holds hashes, credentials and sums.

    `known` are hashes of ballots whose proofs the caller has verified before and vouches for.
    """

    reader: ArchiveReader
    ledger: Ledger
    setup: Setup
    processes: int
    known: Container[str] = ()
    count: int = 0
    taken_over: int = 0
    counter: Counter = field(init=False)
    _checking: Checking = field(init=False)
    _asked: tuple[Rule, ...] = field(init=False)
    _seen: set[str] = field(default_factory=set)
    _last: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        election = self.setup.election
        self.counter = Counter(election)
        self._asked = tuple(_rules_of(election))
        self._checking = Checking(Checker(election, frozenset(self.setup.weights)), self.processes)

    def put(self, record: Record) -> None:
        """Take the next ballot."""
        name = hex_hash(record.body)
        self.ledger.look(Rule.BALLOT_UNIQUE, record.number, holds=name not in self._seen)
        self._seen.add(name)
        self.count += 1
        is_known = name in self.known
        self.taken_over += is_known
        self._note(self._checking.put(Cast(record.number, record.offset, record.body, is_known)))

    def finish(self) -> None:
        """Wait until all ballots are checked and counted."""
        self._note(self._checking.finish())

    def _note(self, results: Iterable[Checked]) -> None:
        for checked in results:
            self.ledger.look_at_ballot(checked.record, self._asked, checked.broken)
            if checked.credential is not None:
                self._count(checked.credential, checked)

    def _count(self, credential: int, checked: Checked) -> None:
        """Let a sound ballot take the place of the one its voter had cast before."""
        weight = 1 if self.setup.election.is_shuffled else self.setup.weights[credential]
        if (before := self._last.get(credential)) is not None:
            body = self.reader.body_at(before)
            replaced = Ballot.read(self.setup.election, body)
            self.counter.remove(replaced.ciphertexts, weight)
        self._last[credential] = checked.offset
        self.counter.add(checked.ciphertexts, weight)


def _rules_of(election: Election) -> Iterable[Rule]:
    """What is asked of a ballot to these questions."""
    yield from (
        Rule(each)
        for each in (
            BallotRule.FORM,
            BallotRule.ELECTION,
            BallotRule.CREDENTIAL,
            BallotRule.SIGNATURE,
            AnswerRule.MEMBERSHIP,
        )
    )
    questions = [each for each in election.questions if isinstance(each, HomomorphicQuestion)]
    if questions:
        yield Rule.BALLOT_INDIVIDUAL
        yield Rule.BALLOT_OVERALL
    if any(question.blank for question in questions):
        yield Rule.BALLOT_BLANK
    if any(isinstance(each, RankedQuestion) for each in election.questions):
        yield Rule.BALLOT_RANKED
