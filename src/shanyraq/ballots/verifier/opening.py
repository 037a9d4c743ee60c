"""The end of an archive: the tally, its shuffles, what the trustees made of it, the result."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from shanyraq.ballots.archive import Record
from shanyraq.ballots.decryption import PartialDecryption, check_decryption
from shanyraq.ballots.hashing import hex_hash
from shanyraq.ballots.questions import Election
from shanyraq.ballots.records import (
    MalformedRecord,
    read_json,
    read_number,
    read_object,
    read_text,
)
from shanyraq.ballots.result import Result, is_result_of, opened
from shanyraq.ballots.shuffles import Shuffle, check_shuffle
from shanyraq.ballots.tally import (
    Ciphertexts,
    SizedTally,
    Tally,
    read_ciphertexts,
    shuffled_into,
    to_shuffle,
)
from shanyraq.ballots.trustees import Trustees
from shanyraq.ballots.verifier.findings import Ledger, Rule

LEAST_SHUFFLES = 2
"""Fewer would let one shuffler know who gave which answer."""


@dataclass(frozen=True, slots=True)
class Owned:
    """Which trustee a record is from, and its hash."""

    owner: int
    payload: str

    @classmethod
    def read(cls, body: bytes) -> "Owned":
        """The record that the event names.

        Raises:
            MalformedRecord: it is none.
        """
        fields = read_object(read_json(body), fields=("owner", "payload"), strictly=True)
        return cls(read_number(fields["owner"], "owner"), read_text(fields["payload"], "payload"))


@dataclass(slots=True)
class Opening:
    """Follows the opening of one election, always from the verifier's own tally."""

    ledger: Ledger
    election: Election
    trustees: Trustees | None
    tally: Tally
    ciphertexts: Ciphertexts = field(init=False)
    shufflers: set[int] = field(default_factory=set)
    decryptions: dict[int, PartialDecryption] = field(default_factory=dict)
    asked: set[int] = field(default_factory=set)
    result: Result | None = None

    def __post_init__(self) -> None:
        self.ciphertexts = self.tally.ciphertexts

    @property
    def ranked(self) -> Ciphertexts:
        """The present ciphertexts of each ranked question."""
        return to_shuffle(self.election, self.ciphertexts)

    def check_tally(self, records: Sequence[Record]) -> None:
        """Compare the tally in the archive with one's own."""
        ciphertexts, sized = records
        try:
            read_ciphertexts(self.election, ciphertexts.body)
            numbers = SizedTally.read(sized.body)
        except MalformedRecord as malformed:
            self.ledger.malformed(Rule.TALLY_FORM, ciphertexts.number, malformed)
            return
        self.ledger.look(Rule.TALLY_FORM, ciphertexts.number, holds=True)
        same = ciphertexts.body == self.tally.body
        self.ledger.look(Rule.TALLY_RECOMPUTED, ciphertexts.number, holds=same)
        for name, stated, own in (
            ("num_tallied", numbers.counted, self.tally.counted),
            ("total_weight", numbers.weight, self.tally.weight),
            ("encrypted_tally", numbers.payload, hex_hash(ciphertexts.body)),
        ):
            self.ledger.look(Rule.TALLY_NUMBERS, sized.number, holds=stated == own, where=name)

    def check_shuffle(self, records: Sequence[Record]) -> None:
        """Check a shuffle of the present ciphertexts and go on with what it made of them."""
        record, _ = records
        self._owner(Rule.SHUFFLE_FORM, Rule.SHUFFLE_OWNERS, records)
        try:
            shuffle = Shuffle.read(self.election.group, read_json(record.body))
        except MalformedRecord as malformed:
            self.ledger.malformed(Rule.SHUFFLE_FORM, record.number, malformed)
            return
        key, fingerprint = self.election.key, self.election.fingerprint
        faults = check_shuffle(key, fingerprint, before=self.ranked, shuffle=shuffle)
        places = ["" if each.question is None else f"[{each.question}]" for each in faults]
        self.ledger.look_at_places(Rule.SHUFFLE_PROOFS, record.number, places)
        if not faults:
            self.ciphertexts = shuffled_into(self.election, self.ciphertexts, shuffle.ciphertexts)

    def check_shuffles(self, record: int) -> None:
        """See whether enough different trustees have shuffled."""
        holds = len(self.shufflers) >= LEAST_SHUFFLES
        self.ledger.look(Rule.SHUFFLE_OWNERS, record, holds=holds)

    def check_decryption(self, records: Sequence[Record]) -> None:
        """Check what one trustee made of the present ciphertexts."""
        record, _ = records
        owner = self._owner(Rule.DECRYPTION_FORM, Rule.DECRYPTION_OWNERS, records)
        try:
            shape = [len(row) for row in self.ciphertexts]
            read = PartialDecryption.read(self.election, record.body, shape)
        except MalformedRecord as malformed:
            self.ledger.malformed(Rule.DECRYPTION_FORM, record.number, malformed)
            return
        if owner is None or self.trustees is None:
            return
        public = self.trustees.keys[owner - 1].public_key
        faults = list(
            check_decryption(self.election, self.ciphertexts, public=public, decryption=read)
        )
        self.ledger.look_at_places(Rule.DECRYPTION_PROOFS, record.number, faults)
        if not faults:
            self.decryptions[owner] = read

    def check_result(self, records: Sequence[Record]) -> None:
        """Open one's own tally and compare."""
        record = records[0]
        try:
            self.result = Result.read(self.election, record.body)
        except MalformedRecord as malformed:
            self.ledger.malformed(Rule.RESULT_FORM, record.number, malformed)
            return
        self.ledger.look(Rule.RESULT_FORM, record.number, holds=True)
        enough = self.trustees is not None and self.trustees.suffice(list(self.decryptions))
        self.ledger.look(Rule.DECRYPTION_SUFFICIENT, record.number, holds=enough)
        if self.trustees is None or not enough:
            return
        rows = opened(
            self.election,
            self.ciphertexts,
            trustees=self.trustees,
            decryptions=self.decryptions,
        )
        weight = self.tally.weight
        same = is_result_of(self.election.group, self.result, rows=rows, weight=weight)
        self.ledger.look(Rule.RESULT_RECOMPUTED, record.number, holds=same)

    def _owner(self, form: Rule, owners: Rule, records: Sequence[Record]) -> int | None:
        """The trustee that a record is from, if it is one that had not yet done this."""
        record, owned = records
        try:
            read = Owned.read(owned.body)
        except MalformedRecord as malformed:
            self.ledger.malformed(form, owned.number, malformed)
            return None
        holds = read.payload == hex_hash(record.body)
        self.ledger.look(form, owned.number, holds=holds, where="payload")
        before = self.shufflers if owners is Rule.SHUFFLE_OWNERS else self.asked
        number = len(self.trustees.keys) if self.trustees else 0
        fits = read.owner not in before and 1 <= read.owner <= number
        before.add(read.owner)
        self.ledger.look(owners, owned.number, holds=fits, where="owner")
        return read.owner if fits else None
