"""What the tests of ballots are built from: seeded randomness, small elections, whole archives."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from io import BytesIO

from shanyraq.ballots.archive import ArchiveReader, ArchiveWriter, Event, EventType
from shanyraq.ballots.ballot import Ballot, make_ballot
from shanyraq.ballots.bulletin_board import BulletinBoard
from shanyraq.ballots.credentials import make_credential, secret_exponent, write_credentials
from shanyraq.ballots.decryption import PartialDecryption, decrypt_partially
from shanyraq.ballots.groups import BELENIOS_2048, Group, Randomness
from shanyraq.ballots.pedersen import Pedersen
from shanyraq.ballots.proofs import PublicKey, prove_key, sign
from shanyraq.ballots.questions import (
    Election,
    HomomorphicQuestion,
    Question,
    RankedQuestion,
    make_election,
)
from shanyraq.ballots.records import canonical
from shanyraq.ballots.result import open_tally
from shanyraq.ballots.shuffles import make_shuffle
from shanyraq.ballots.tally import Ciphertexts, Tally, count_ballots, shuffled_into, to_shuffle
from shanyraq.ballots.trustee_keys import SignedMessage, TrusteeKey
from shanyraq.ballots.trustees import Single, Trustees
from shanyraq.ballots.verifier import Report, Rule, verify

MOMENT = 1_206_000_000
UUID = "ShanyraqTestAA"
THREE = (HomomorphicQuestion("Кім? Who?", ("Ahmetov", "Berg", "Čech"), 0, 2),)
WITH_BLANK = (HomomorphicQuestion("Who?", ("A", "B"), 1, 1, blank=True),)
RANKS = (RankedQuestion("In which order?", ("A", "B", "C")),)


def seeded(seed: int) -> Randomness:
    """The same numbers for the same seed: for tests alone."""
    return random.Random(seed).randrange  # noqa: S311 - tests must repeat


def a_single_trustee(group: Group, secret: int, randomness: Randomness) -> Single:
    """A trustee who is needed in any case, with the key of a secret."""
    proof = prove_key(group, secret, randomness)
    return Single(TrusteeKey(group.generate(secret), proof))


def a_threshold_group(
    group: Group, needed: int, size: int, *, randomness: Randomness
) -> tuple[Pedersen, list[int]]:
    """Trustees of whom so many are needed, and their shares, made in one go without letters."""
    keys = [randomness(group.q) for _ in range(size)]
    polynomials = [[randomness(group.q) for _ in range(needed)] for _ in range(size)]

    def signed(secret: int, content: dict[str, object]) -> SignedMessage:
        message = canonical(content).decode()
        return SignedMessage(message, sign(group, secret, message=message, randomness=randomness))

    def shown(exponent: int) -> str:
        return str(group.generate(exponent))

    certificates = [
        signed(key, {"verification": shown(key), "encryption": shown(key + 1)}) for key in keys
    ]
    coefficients = [
        signed(key, {"coefexps": [shown(each) for each in row]})
        for key, row in zip(keys, polynomials, strict=True)
    ]
    shares = [
        sum(a * number**k for row in polynomials for k, a in enumerate(row)) % group.q
        for number in range(1, size + 1)
    ]
    shown_keys = tuple(a_single_trustee(group, share, randomness).key for share in shares)
    return Pedersen(needed, tuple(certificates), tuple(coefficients), shown_keys), shares


@dataclass
class SmallElection:
    """An election with all its secrets, for tests: two single trustees unless told otherwise."""

    questions: Sequence[Question] = THREE
    voters: int = 4
    group: Group = BELENIOS_2048
    seed: int = 1
    uuid: str = UUID
    trustees: Trustees | None = None
    trustee_secrets: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.draw = seeded(self.seed)
        if self.trustees is None:
            self.trustee_secrets = [self.draw(self.group.q) for _ in range(2)]
            singles = [a_single_trustee(self.group, s, self.draw) for s in self.trustee_secrets]
            self.trustees = Trustees(tuple(singles))
        self.held = self.trustees
        self.election: Election = make_election(
            key=PublicKey(self.group, self.held.public_key(self.group)),
            uuid=self.uuid,
            name="Сынақ",
            description="Synthetic data of a test",
            questions=self.questions,
        )
        codes = [make_credential(self.draw) for _ in range(self.voters)]
        self.secrets = [secret_exponent(self.group, code, self.uuid) for code in codes]
        self.public = [self.group.generate(secret) for secret in self.secrets]
        self.credentials = write_credentials(self.public)

    def ballot(self, voter: int, *votes: Sequence[int]) -> Ballot:
        """The ballot of a voter."""
        return make_ballot(self.election, self.secrets[voter], votes=votes, randomness=self.draw)

    def ballots(self) -> list[Ballot]:
        """A ballot of each voter, all kinds of answers in turn."""
        return [self.ballot(voter, *self.votes(voter)) for voter in range(self.voters)]

    def votes(self, voter: int) -> list[list[int]]:
        """What a voter answers unless the test says otherwise."""
        return [answers_to(question)[voter % 4] for question in self.questions]

    def tally(self, ballots: Iterable[Ballot]) -> Tally:
        """The encrypted tally of ballots."""
        return count_ballots(self.election, ballots)

    def decryption(self, owner: int, ciphertexts: Ciphertexts) -> PartialDecryption:
        """What the trustee of a number makes of ciphertexts."""
        return decrypt_partially(
            self.election,
            ciphertexts,
            secret=self.trustee_secrets[owner - 1],
            randomness=self.draw,
        )

    def board(self) -> tuple[BytesIO, BulletinBoard]:
        """A new archive with nothing but the set-up, and the board that writes it."""
        file = BytesIO()
        board = BulletinBoard(ArchiveWriter.begin(file, MOMENT))
        board.set_up(self.election, self.held, self.credentials)
        return file, board

    def archive(
        self, ballots: Sequence[Ballot] | None = None, owners: Sequence[int] = (1, 2)
    ) -> bytes:
        """A whole archive: ballots cast, counted, shuffled if need be, opened."""
        cast = self.ballots() if ballots is None else ballots
        file, board = self.board()
        for ballot in cast:
            board.cast(ballot.body)
        board.end_ballots()
        self.open(board, self.tally(cast), owners)
        return file.getvalue()

    def open(self, board: BulletinBoard, tally: Tally, owners: Sequence[int]) -> None:
        """Everything after the end of voting."""
        board.show_tally(tally)
        opened = tally.ciphertexts
        if self.election.is_shuffled:
            opened = self.shuffled(board, opened)
        decryptions = {owner: self.decryption(owner, opened) for owner in owners}
        for owner, decryption in decryptions.items():
            board.decrypt(owner, decryption.body)
        result = open_tally(
            self.election,
            opened,
            trustees=self.held,
            decryptions=decryptions,
            weight=tally.weight,
        )
        board.show_result(result)

    def shuffled(self, board: BulletinBoard, ciphertexts: Ciphertexts) -> Ciphertexts:
        """Two shuffles of the ranked questions by the first two trustees."""
        for owner in (1, 2):
            shuffle = make_shuffle(
                self.election.key,
                self.election.fingerprint,
                before=to_shuffle(self.election, ciphertexts),
                randomness=self.draw,
            )
            board.shuffle(owner, canonical(shuffle.json()))
            ciphertexts = shuffled_into(self.election, ciphertexts, shuffle.ciphertexts)
        board.end_shuffles()
        return ciphertexts


def answers_to(question: Question) -> list[list[int]]:
    """Four different answers to a question, the last a blank one where there is one."""
    number = len(question.answers)
    if isinstance(question, RankedQuestion):
        return [[(place + turn) % 4 for place in range(number)] for turn in range(4)]
    marks = [[int(place == turn % number) for place in range(number)] for turn in range(4)]
    if not question.blank:
        return marks
    return [*([0, *row] for row in marks[:3]), [1] + [0] * number]


@dataclass
class Step:
    """An event of an archive with the records before it."""

    kind: EventType
    bodies: list[bytes]


def steps_of(archive: bytes) -> list[Step]:
    """An archive taken apart, to be changed and chained anew."""
    steps: list[Step] = []
    waiting: list[bytes] = []
    for record in list(ArchiveReader(BytesIO(archive)))[1:]:
        if record.is_event:
            steps.append(Step(Event.read(record.body).type, waiting))
            waiting = []
        else:
            waiting.append(record.body)
    return steps


def chained(steps: Iterable[Step]) -> bytes:
    """An archive of these steps, well laid out and well chained."""
    file = BytesIO()
    writer = ArchiveWriter.begin(file, MOMENT)
    for step in steps:
        writer.event(step.kind, *step.bodies)
    return file.getvalue()


def verified(archive: bytes) -> Report:
    """What our verifier finds in an archive."""
    return verify(BytesIO(archive))


def broken_rules(archive: bytes) -> set[Rule]:
    """The rules that an archive breaks."""
    return {finding.rule for finding in verified(archive).broken}
