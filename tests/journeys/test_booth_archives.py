"""What a browser's trustee opens: the tally of a whole archive, and no other."""

import io
import json
import random
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from playwright.sync_api import Browser
from tests.journeys.booth import BoothPage, booth_in

from shanyraq.ballots.archive import ArchiveWriter
from shanyraq.ballots.ballot import Ballot, make_ballot
from shanyraq.ballots.bulletin_board import BulletinBoard
from shanyraq.ballots.credentials import write_credentials
from shanyraq.ballots.decryption import PartialDecryption, check_decryption
from shanyraq.ballots.groups import GROUPS
from shanyraq.ballots.hashing import base64_hash, hex_hash
from shanyraq.ballots.homomorphic import HomomorphicAnswer
from shanyraq.ballots.proofs import Ciphertext, Proof, PublicKey, prove_key, prove_knowledge
from shanyraq.ballots.questions import (
    Election,
    HomomorphicQuestion,
    Question,
    RankedQuestion,
    make_election,
)
from shanyraq.ballots.records import canonical
from shanyraq.ballots.result import open_tally
from shanyraq.ballots.tally import Tally, count_ballots
from shanyraq.ballots.trustee_keys import TrusteeKey
from shanyraq.ballots.trustees import Single, Trustees

pytestmark = pytest.mark.journey

UUID = "vAQmELzQnnEA8N"
BLANK = HomomorphicQuestion("Two of three?", tuple("ABC"), 0, 2, blank=True)
RANKED = RankedQuestion("In which order?", tuple("ABC"))
#: Bytes cross into the page as Base64.
DECRYPT = """const archive = Uint8Array.from(atob(told.archive), (one) => one.charCodeAt(0));
  const visit = new booth.Booth();
  const opened = async () => {
    const counted = await visit.ask("count", { ...told, archive });
    return { ...counted, ...(await visit.ask("decrypt", told)) };
  };
  const answer = await opened().catch(({ code }) => ({ code }));
  await visit.close();
  return answer;"""


@pytest.fixture(scope="module")
def booth(browser: Browser) -> Iterator[BoothPage]:
    with booth_in(browser) as opened:
        yield opened


@dataclass
class Held:
    """An election whose only trustee and three voters are the test's own."""

    question: Question = BLANK
    group_name: str = "BELENIOS-2048"
    stuffed: bool = False
    file: io.BytesIO = field(default_factory=io.BytesIO)

    def __post_init__(self) -> None:
        self.group, self.random = GROUPS[self.group_name], random.Random(2).randrange  # noqa: S311 - tests must repeat
        self.secret, *self.voters = (self.random(int(self.group.q)) for _ in range(5))
        if self.stuffed:
            self.voters[2] = 0  # whose credential is the unit: its secret is known to all
        self.key = self.group.generate(self.secret)
        self.election = self.an_election("T")
        proof = prove_key(self.group, self.secret, self.random)
        self.trustees = Trustees((Single(TrusteeKey(self.key, proof)),))
        self.cast_ballots: list[Ballot] = []
        self.begin()

    def begin(self) -> None:
        """Begin the archive, anew if one was begun."""
        self.file = io.BytesIO()
        self.board = BulletinBoard(ArchiveWriter.begin(self.file, 1_200_000_000))
        listed = write_credentials(self.group.generate(voter) for voter in self.voters[:3])
        self.board.set_up(self.election, self.trustees, listed)

    def an_election(self, name: str) -> Election:
        key = PublicKey(self.group, self.key)
        return make_election(
            key=key, uuid=UUID, name=name, description="Synthetic", questions=[self.question]
        )

    def ballot(self, voter: int, vote: list[int], election: Election | None = None) -> Ballot:
        return make_ballot(
            election or self.election, self.voters[voter], votes=[vote], randomness=self.random
        )

    def cast(self, ballot: Ballot) -> None:
        self.board.cast(ballot.body)
        self.cast_ballots.append(ballot)

    def count(self, ballots: list[Ballot] | None = None) -> Tally:
        self.board.end_ballots()
        tally = count_ballots(self.election, self.cast_ballots if ballots is None else ballots)
        self.board.show_tally(tally)
        return tally

    def told(self, archive: bytes | None = None, **others: object) -> dict[str, Any]:
        held = self.file.getvalue() if archive is None else archive
        return {
            "archive": BoothPage.packed(held),
            "privateKey": json.dumps(str(self.secret)),
            **others,
        }


def cast_by_three() -> Held:
    held = Held()
    for voter, vote in enumerate(([0, 1, 0, 0], [0, 1, 1, 0], [1, 0, 0, 0])):
        held.cast(held.ballot(voter, vote))
    return held


def test_the_tally_is_reckoned_from_the_last_ballot_of_each_voter(booth: BoothPage) -> None:
    held = cast_by_three()
    held.cast(held.ballot(0, [0, 0, 0, 1]))
    tally = held.count()
    answer = booth.run(DECRYPT, dict, **held.told())
    body = answer["payload"].encode()
    decryption = PartialDecryption.read(held.election, body, [4])
    checked = check_decryption(
        held.election, tally.ciphertexts, public=held.key, decryption=decryption
    )
    assert list(checked) == []
    opened = open_tally(
        held.election,
        tally.ciphertexts,
        trustees=held.trustees,
        decryptions={answer["owner"]: decryption},
        weight=3,
    )
    assert json.loads(opened.body)["result"] == [[1, 1, 1, 1]]
    assert answer["archive"] == held.board.writer.last
    expected = {"election": held.election.fingerprint, "tally": hex_hash(tally.body)}
    assert answer["decrypted"] == expected


def test_the_tally_of_an_election_in_which_nobody_voted_is_opened(booth: BoothPage) -> None:
    held = Held()
    held.count()
    assert booth.run(DECRYPT, dict, **held.told())["owner"] == 1


def test_another_trustees_decryption_before_ones_own_is_no_hindrance(booth: BoothPage) -> None:
    held = cast_by_three()
    held.count()
    payload = booth.run(DECRYPT, dict, **held.told())["payload"]
    held.board.decrypt(1, payload.encode())
    assert booth.run(DECRYPT, dict, **held.told())["owner"] == 1


def tally_of_one_voter(held: Held) -> None:
    held.count(held.cast_ballots[:1])


def ballot_after_the_end(held: Held) -> None:
    held.board.end_ballots()
    held.cast(held.ballot(0, [1, 0, 0, 0]))
    held.board.show_tally(count_ballots(held.election, held.cast_ballots))


def no_end_of_ballots(held: Held) -> None:
    held.board.show_tally(count_ballots(held.election, held.cast_ballots))


def replayed_ballot(held: Held) -> None:
    first = held.cast_ballots[0]
    held.cast(held.ballot(0, [0, 0, 0, 1]))
    held.cast(first)
    held.count()


def ballot_of_a_stranger(held: Held) -> None:
    held.cast(held.ballot(3, [1, 0, 0, 0]))
    held.count()


def ballot_of_another_election(held: Held) -> None:
    held.cast(held.ballot(0, [1, 0, 0, 0], held.an_election("Another")))
    held.count()


def second_tally_shown(held: Held) -> None:
    held.count()
    held.board.show_tally(count_ballots(held.election, held.cast_ballots[:1]))


def no_tally(held: Held) -> None:
    held.board.end_ballots()


def event_of_another_chain(held: Held) -> None:
    held.board.writer.last = hex_hash(b"another")
    held.count()


def event_left_out(held: Held) -> None:
    held.board.writer.height += 1
    held.count()


def whole(held: Held) -> None:
    held.count()


def forged(ballot: Ballot) -> Ballot:
    """A ballot that nobody signed, holding nothing, so that it hides nobody."""
    (answer,) = ballot.answers
    assert isinstance(answer, HomomorphicAnswer)
    empty = replace(answer, choices=tuple(Ciphertext(1, 1) for _ in answer.choices))
    return replace(ballot, answers=(empty,), signature=Proof(1, 1))


def one_ballot_among_forged_ones(held: Held) -> None:
    for voter in (1, 2):
        held.cast(forged(held.ballot(voter, [1, 0, 0, 0])))
    held.count()


def forged_and_signed_for(held: Held) -> None:
    """The registrar, who knows the codes, helps: only the proofs are missing."""
    unsound = forged(held.ballot(1, [1, 0, 0, 0]))
    hashed = base64_hash(canonical(unsound.unsigned))
    signature = prove_knowledge(
        held.group, held.voters[1], prefix=f"sig|{hashed}|", randomness=held.random
    )
    held.cast(replace(unsound, signed_hash=hashed, signature=signature))
    held.count()


def ballot_out_of_shape(held: Held) -> None:
    ballot = held.ballot(0, [0, 0, 0, 1])
    held.board.cast(ballot.body.replace(b'{"election_uuid"', b'{"more":1,"election_uuid"', 1))
    held.cast_ballots.append(ballot)
    held.count()


def key_of_others(held: Held) -> None:
    """Ballots are encrypted to somebody who is none of the trustees."""
    secret = held.random(int(held.group.q))
    held.key = held.group.generate(secret)
    held.election = held.an_election("Another's")
    held.begin()
    held.cast_ballots.clear()
    held.cast(held.ballot(0, [1, 0, 0, 0]))
    held.count()


def key_unproved(held: Held) -> None:
    (single,) = held.trustees.items
    assert isinstance(single, Single)
    held.trustees = Trustees((Single(replace(single.key, proof=Proof(1, 1))),))
    held.begin()
    held.count([])


@pytest.mark.parametrize(
    ("goes_on", "code"),
    [
        (whole, None),
        (tally_of_one_voter, "tally-altered"),
        (ballot_after_the_end, "archive-unreadable"),
        (no_end_of_ballots, "archive-unreadable"),
        (replayed_ballot, "archive-unreadable"),
        (ballot_of_a_stranger, "archive-unreadable"),
        (ballot_of_another_election, "archive-unreadable"),
        (second_tally_shown, "archive-unreadable"),
        (no_tally, "archive-unreadable"),
        (event_of_another_chain, "archive-unreadable"),
        (event_left_out, "archive-unreadable"),
        (one_ballot_among_forged_ones, "ballot-invalid"),
        (forged_and_signed_for, "ballot-invalid"),
        (ballot_out_of_shape, "ballot-invalid"),
        (key_of_others, "trustees-altered"),
        (key_unproved, "trustees-altered"),
    ],
)
def test_an_archive_that_would_open_something_else_is_refused(
    booth: BoothPage, goes_on: Callable[[Held], None], code: str | None
) -> None:
    held = cast_by_three()
    goes_on(held)
    assert booth.run(DECRYPT, dict, **held.told()).get("code") == code


def test_a_ballot_of_the_unit_is_no_ballot(booth: BoothPage) -> None:
    held = Held(stuffed=True)
    held.cast(held.ballot(0, [0, 1, 0, 0]))
    held.cast(held.ballot(2, [1, 0, 0, 0]))
    held.count()
    assert booth.run(DECRYPT, dict, **held.told()) == {"code": "ballot-invalid"}
    lone = Held(stuffed=True)
    lone.cast(lone.ballot(0, [0, 1, 0, 0]))
    lone.count()
    assert booth.run(DECRYPT, dict, **lone.told())["counted"] == 1


@pytest.mark.parametrize(("least", "code"), [(3, None), (4, "too-few-ballots")])
def test_fewer_voters_than_the_law_asks_for_are_not_opened(
    booth: BoothPage, least: int, code: str | None
) -> None:
    held = cast_by_three()
    held.cast(held.ballot(0, [0, 0, 0, 1]))
    held.count()
    answer = booth.run(DECRYPT, dict, **held.told(least=least))
    assert (answer.get("code"), answer.get("counted")) == (code, None if code else 3)


def test_nobody_is_told_of_where_nobody_voted(booth: BoothPage) -> None:
    held = Held()
    held.count()
    assert booth.run(DECRYPT, dict, **held.told(least=4))["counted"] == 0


def test_another_election_than_the_page_names_is_not_opened(booth: BoothPage) -> None:
    held = cast_by_three()
    held.count()
    own, other = held.election.fingerprint, held.an_election("Another").fingerprint
    assert booth.run(DECRYPT, dict, **held.told(fingerprint=own))["counted"] == 3
    assert booth.run(DECRYPT, dict, **held.told(fingerprint=other)) == {"code": "election-altered"}


def test_progress_is_told_after_each_voters_ballot(booth: BoothPage) -> None:
    held = cast_by_three()
    held.cast(held.ballot(0, [0, 0, 0, 1]))
    held.count()
    body = """const archive = Uint8Array.from(atob(told.archive), (one) => one.charCodeAt(0));
      const [visit, steps] = [new booth.Booth(), []];
      await visit.ask("count", { archive }, (...step) => { steps.push(step); });
      await visit.close();
      return steps;"""
    assert booth.run(body, list, **held.told()) == [[1, 3], [2, 3], [3, 3]]


def test_nothing_is_decrypted_that_was_not_counted(booth: BoothPage) -> None:
    held = cast_by_three()
    held.count()
    body = """const visit = new booth.Booth();
      const answer = await visit.ask("decrypt", told).catch(({ code }) => ({ code }));
      await visit.close();
      return answer;"""
    assert booth.run(body, dict, **held.told()) == {"code": "not-prepared"}


def test_a_second_tally_of_the_same_election_is_refused(booth: BoothPage) -> None:
    held, fewer = cast_by_three(), Held()
    held.count()
    fewer.cast(held.cast_ballots[0])
    fewer.count()
    before = booth.run(DECRYPT, dict, **held.told())["decrypted"]
    assert booth.run(DECRYPT, dict, **held.told(before=before))["decrypted"] == before
    assert booth.run(DECRYPT, dict, **fewer.told(before=before)) == {"code": "second-tally"}
    other = {**before, "election": "another"}
    assert booth.run(DECRYPT, dict, **fewer.told(before=other))["owner"] == 1


def test_an_archive_changed_or_cut_anywhere_is_refused(booth: BoothPage) -> None:
    held = cast_by_three()
    held.count()
    good = held.file.getvalue()
    with tarfile.open(fileobj=io.BytesIO(good)) as archive:
        _, *records = archive.getmembers()  # the first is named by no hash: the verifier's
    drawn = random.Random(3)  # noqa: S311 - tests must repeat
    for record in records:
        at = record.offset_data + drawn.randrange(record.size)
        changed = good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :]
        assert booth.run(DECRYPT, dict, **held.told(changed)) == {"code": "archive-unreadable"}, at
    for end in (0, 512, 1000, len(good) - 512, len(good) - 1):
        assert booth.run(DECRYPT, dict, **held.told(good[:end])) == {"code": "archive-unreadable"}


def test_shuffled_answers_are_left_to_the_program(booth: BoothPage) -> None:
    held = Held(RANKED, "RFC-3526-2048")
    held.cast(held.ballot(0, [1, 2, 3]))
    held.count()
    assert booth.run(DECRYPT, dict, **held.told()) == {"code": "ranked-tally"}


def test_a_key_of_nobody_opens_nothing(booth: BoothPage) -> None:
    held = cast_by_three()
    held.count()
    told = held.told(privateKey='"12345"')
    assert booth.run(DECRYPT, dict, **told) == {"code": "key-not-of-election"}
