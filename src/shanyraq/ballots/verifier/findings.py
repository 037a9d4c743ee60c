"""What a verifier finds: for each rule, how often it was asked and where it is broken."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from shanyraq.ballots.ballot import Broken
from shanyraq.ballots.questions import Election
from shanyraq.ballots.records import MalformedRecord, Reason
from shanyraq.ballots.result import Result
from shanyraq.ballots.tally import Ciphertexts, Tally
from shanyraq.ballots.trustees import Trustees


class Rule(StrEnum):
    """What an archive must fulfil, in the order in which it is told."""

    ARCHIVE_WHOLE = "archive.whole"
    ARCHIVE_FIRST = "archive.first"
    ARCHIVE_LAYOUT = "archive.layout"
    ARCHIVE_NAMES = "archive.names"
    ARCHIVE_RECORDS = "archive.records"
    EVENT_FORM = "event.form"
    EVENT_CHAIN = "event.chain"
    EVENT_PAYLOAD = "event.payload"
    EVENT_ORDER = "event.order"
    EVENT_COMPLETE = "event.complete"
    SETUP_RECORDS = "setup.records"
    ELECTION_FORM = "election.form"
    ELECTION_GROUP = "election.group"
    ELECTION_KEY = "election.key"
    TRUSTEES_FORM = "trustees.form"
    TRUSTEES_PROOFS = "trustees.proofs"
    CREDENTIALS_FORM = "credentials.form"
    CREDENTIALS_MEMBERSHIP = "credentials.membership"
    CREDENTIALS_WEIGHTS = "credentials.weights"
    BALLOT_FORM = "ballot.form"
    BALLOT_ELECTION = "ballot.election"
    BALLOT_CREDENTIAL = "ballot.credential"
    BALLOT_UNIQUE = "ballot.unique"
    BALLOT_SIGNATURE = "ballot.signature"
    BALLOT_MEMBERSHIP = "ballot.membership"
    BALLOT_INDIVIDUAL = "ballot.individual-proofs"
    BALLOT_OVERALL = "ballot.overall-proof"
    BALLOT_BLANK = "ballot.blank-proof"
    BALLOT_RANKED = "ballot.ranked-proof"
    TALLY_FORM = "tally.form"
    TALLY_RECOMPUTED = "tally.recomputed"
    TALLY_NUMBERS = "tally.numbers"
    SHUFFLE_FORM = "shuffle.form"
    SHUFFLE_OWNERS = "shuffle.owners"
    SHUFFLE_PROOFS = "shuffle.proofs"
    DECRYPTION_FORM = "decryption.form"
    DECRYPTION_OWNERS = "decryption.owners"
    DECRYPTION_PROOFS = "decryption.proofs"
    DECRYPTION_SUFFICIENT = "decryption.sufficient"
    RESULT_FORM = "result.form"
    RESULT_RECOMPUTED = "result.recomputed"


@dataclass(frozen=True, slots=True)
class Fault:
    """Where a rule is broken: the number of the record (from 1), the place in it, and why."""

    record: int
    where: str = ""
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found of one rule.

    `looked_at` is the number of things it was asked of (records as a rule): none where an archive
    has no such thing or did not come so far.
    """

    rule: Rule
    looked_at: int
    faults: tuple[Fault, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether it is broken nowhere."""
        return not self.faults


@dataclass(frozen=True, slots=True)
class Report:
    """All that a verifier found in an archive, rule by rule.

    Attributes:
        findings: one for each rule, in order.
        election: the election as the archive describes it; None if it cannot be read.
        ballots: how many ballots were cast, those replaced later among them.
        tally: the tally as the verifier reckoned it; None if the ballots could not be read.
        trustees: the trustees as the archive describes them; None if they cannot be read.
        shown: the ciphertexts of the tally as far as they are shuffled, as the verifier reckoned
            them; None before the tally is shown.
        to_open: the same, once nothing is left to be done before the trustees open them.
        to_shuffle: the ciphertexts of each ranked question that the next shuffler takes; None
            where no shuffle may come now.
        shufflers: the numbers of the trustees who have shuffled.
        result: the result as the archive states it; None if there is none.
        fingerprint: the hash of the last event, which stands for the whole archive.
        taken_over: ballots whose proofs were not asked again, because the caller vouched for them.
    """

    findings: tuple[Finding, ...]
    election: Election | None = None
    ballots: int = 0
    tally: Tally | None = None
    trustees: Trustees | None = None
    shown: Ciphertexts | None = None
    to_open: Ciphertexts | None = None
    to_shuffle: Ciphertexts | None = None
    shufflers: frozenset[int] = frozenset()
    result: Result | None = None
    fingerprint: str | None = None
    taken_over: int = 0

    @property
    def is_valid(self) -> bool:
        """Whether every rule holds."""
        return all(finding.holds for finding in self.findings)

    @property
    def broken(self) -> tuple[Finding, ...]:
        """The rules that do not hold."""
        return tuple(finding for finding in self.findings if not finding.holds)


@dataclass(slots=True)
class Ledger:
    """Gathers what is found, rule by rule, while an archive is read."""

    looked: dict[Rule, int] = field(default_factory=lambda: dict.fromkeys(Rule, 0))
    faults: dict[Rule, list[Fault]] = field(default_factory=lambda: {rule: [] for rule in Rule})

    def look(self, rule: Rule, record: int, *, holds: bool, where: str = "") -> bool:
        """Note that a rule was asked of a record; the answer is handed back."""
        self.looked[rule] += 1
        if not holds:
            self.faults[rule].append(Fault(record, where))
        return holds

    def look_at_places(self, rule: Rule, record: int, faults: Iterable[str]) -> None:
        """Note that a rule was asked of a record, and each place where it is broken."""
        self.looked[rule] += 1
        self.faults[rule] += [Fault(record, where) for where in faults]

    def look_at_ballot(self, record: int, asked: Iterable[Rule], broken: Iterable[Broken]) -> None:
        """Note what was asked of a ballot and what it breaks."""
        for rule in asked:
            self.looked[rule] += 1
        for each in broken:
            self.faults[Rule(each.rule)].append(Fault(record, each.where, each.reason))

    def malformed(self, rule: Rule, record: int, fault: MalformedRecord) -> None:
        """Note that a record cannot be read."""
        self.looked[rule] += 1
        self.faults[rule].append(Fault(record, fault.where, fault.reason))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found, a finding for each rule."""
        return tuple(Finding(rule, self.looked[rule], tuple(self.faults[rule])) for rule in Rule)
