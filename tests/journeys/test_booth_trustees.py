"""A trustee's key and decryption in Chromium, held to the pure core."""

import json
import random
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Browser
from tests.journeys.booth import BoothPage, booth_in

from shanyraq.ballots.decryption import PartialDecryption, check_decryption
from shanyraq.ballots.groups import GROUPS, Group
from shanyraq.ballots.pedersen import Pedersen
from shanyraq.ballots.proofs import Ciphertext, PublicKey, prove_key
from shanyraq.ballots.questions import Election, HomomorphicQuestion, make_election
from shanyraq.ballots.result import open_tally
from shanyraq.ballots.trustee_keys import TrusteeKey
from shanyraq.ballots.trustees import Single, Trustees

pytestmark = pytest.mark.journey

UUID = "vAQmELzQnnEA8N"
COUNTS = [0, 3, 5]
QUESTION = HomomorphicQuestion("Three?", tuple("ABC"), 0, 3)
GROUP_NAMES = sorted(GROUPS)
TRIED = """const tried = async (act) => {
    try { await act(); return "none"; } catch (error) { return error.code; }
  };"""
DECRYPT = """const { group, fingerprint } = await booth.readElection(told.election);
  const exponent = booth.readPrivateKey(group, told.privateKey);
  const owner = booth.findOwner(group, told.trustees, exponent);
  const steps = [];
  const progress = (...step) => { steps.push(step); };
  const how = { group, fingerprint, exponent, tally: told.tally, progress };
  return { owner, payload: await booth.decrypt(how), steps };"""


@pytest.fixture(scope="module")
def booth(browser: Browser) -> Iterator[BoothPage]:
    with booth_in(browser) as opened:
        yield opened


class Ceremony:
    """A single trustee and three of whom two suffice, dealt by the test itself."""

    def __init__(self, group: Group, seed: int = 1) -> None:
        self.group, self.random = group, random.Random(seed).randrange  # noqa: S311 - tests must repeat
        q = int(group.q)
        single, free, slope = (self.random(q) for _ in range(3))
        self.secrets = [single, *((free + slope * number) % q for number in (1, 2, 3))]
        self.keys = [self.key(secret) for secret in self.secrets]
        pedersen = Pedersen(2, (), (), tuple(self.keys[1:]))
        self.trustees = Trustees((Single(self.keys[0]), pedersen))
        self.key_of_all = PublicKey(group, group.generate(single + free))

    def key(self, secret: int) -> TrusteeKey:
        proof = prove_key(self.group, secret, self.random)
        return TrusteeKey(self.group.generate(secret), proof)

    def election(self) -> Election:
        return make_election(
            key=self.key_of_all, uuid=UUID, name="T", description="Synthetic", questions=[QUESTION]
        )

    def tally(self) -> list[Ciphertext]:
        generate, q = self.group.generate, int(self.group.q)
        return [self.key_of_all.encrypt(generate(count), self.random(q)) for count in COUNTS]

    def told(self, tally: Sequence[Ciphertext], private_key: object) -> dict[str, Any]:
        return {
            "election": self.election().body.decode(),
            "trustees": self.trustees.json(),
            "privateKey": json.dumps(private_key),
            "tally": [[ciphertext.json() for ciphertext in tally]],
        }


@pytest.mark.parametrize("name", GROUP_NAMES)
def test_a_trustees_key_made_here_is_proved(booth: BoothPage, name: str) -> None:
    body = """const group = booth.findGroup(told.name);
      const made = await booth.makeTrusteeKey({ group, name: "Төраға" });
      const own = booth.readPrivateKey(group, made.privateKey);
      const owner = booth.findOwner(group, [["Single", made.publicKey]], own);
      return { ...made, checked: await booth.checkTrusteeKey(group, made.publicKey), owner };"""
    made = booth.run(body, dict, name=name)
    group = GROUPS[name]
    key = TrusteeKey.read(group, made["publicKey"])
    assert list(key.faults(group, "")) == []
    assert made["publicKey"]["public_key"] == str(
        group.generate(int(json.loads(made["privateKey"])))
    )
    assert (made["publicKey"]["name"], made["checked"], made["owner"]) == ("Төраға", True, 1)


@pytest.mark.parametrize("field", ["challenge", "response"])
def test_a_key_whose_proof_was_changed_is_not_proved(booth: BoothPage, field: str) -> None:
    group = GROUPS["BELENIOS-2048"]
    key = Ceremony(group).keys[0].json()
    body = "return booth.checkTrusteeKey(booth.findGroup('BELENIOS-2048'), told.key);"
    assert booth.run(body, bool, key=key) is True
    changed = json.loads(json.dumps(key))
    changed["pok"][field] = str((int(changed["pok"][field]) + 1) % group.q)
    assert booth.run(body, bool, key=changed) is False
    changed["pok"][field] = str(int(key["pok"][field]) + int(group.q))  # type: ignore[index] # plain JSON
    assert booth.run(body, bool, key=changed) is False


@pytest.mark.parametrize("name", GROUP_NAMES)
def test_any_two_shares_and_the_single_key_open_the_tally(booth: BoothPage, name: str) -> None:
    ceremony = Ceremony(GROUPS[name])
    election, tally = ceremony.election(), ceremony.tally()
    decryptions: dict[int, PartialDecryption] = {}
    for secret in ceremony.secrets:
        # what the ceremony gives is a sum that was never reduced
        private: object = {"decryption_key": str(secret + 2 * int(ceremony.group.q))}
        private = str(secret) if not decryptions else private
        answer = booth.run(DECRYPT, dict, **ceremony.told(tally, private))
        decryption = PartialDecryption.read(election, answer["payload"].encode(), [len(COUNTS)])
        assert decryption.body.decode() == answer["payload"]
        public = ceremony.keys[answer["owner"] - 1].public_key
        wrong = check_decryption(election, [tally], public=public, decryption=decryption)
        assert list(wrong) == []
        assert answer["steps"] == [[1, 3], [2, 3], [3, 3]]
        decryptions[answer["owner"]] = decryption
    assert sorted(decryptions) == [1, 2, 3, 4]
    for pair in combinations((2, 3, 4), 2):
        given = {owner: decryptions[owner] for owner in (1, *pair)}
        opened = open_tally(
            election, [tally], trustees=ceremony.trustees, decryptions=given, weight=5
        )
        assert json.loads(opened.body)["result"] == [COUNTS]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({}, "none"),
        ({"privateKey": '"12345"'}, "key-not-of-election"),
        ({"privateKey": "12345"}, "key-unreadable"),
        ({"privateKey": '{"decryption_key":"x"}'}, "key-unreadable"),
        ({"privateKey": '"-1"'}, "key-unreadable"),
        ({"privateKey": ""}, "key-unreadable"),
        ({"tally": {}}, "tally-unreadable"),
        ({"tally": [{}]}, "tally-unreadable"),
        ({"tally": [[{"alpha": "01", "beta": "1"}]]}, "number-malformed"),
        ({"tally": [[{"alpha": "2", "beta": "1"}]]}, "not-in-group"),
        ({"tally": [[{"alpha": "0", "beta": "1"}]]}, "not-in-group"),
    ],
)
def test_a_key_or_a_tally_that_is_none_is_refused(
    booth: BoothPage, change: dict[str, object], code: str
) -> None:
    ceremony = Ceremony(GROUPS["BELENIOS-2048"])
    told = ceremony.told(ceremony.tally(), str(ceremony.secrets[0])) | change
    body = f"{TRIED} return tried(async () => {{ {DECRYPT} }});"
    assert booth.run(body, str, **told) == code
