"""Elections whose every secret part was made in Chromium, verified by a program of others.

Keys, ballots and decryptions come from the booth's modules; `belenios-tool` sets up, shuffles,
computes the result and verifies, and so does the verifier of our own.
"""

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from tests.journeys.booth import BoothPage, booth_in

from shanyraq.ballots.verifier import verify

pytestmark = pytest.mark.journey

UUID = "vAQmELzQnnEA8N"
NINE = {"answers": [f"Candidate {at}" for at in range(9)], "min": 0, "max": 9, "question": "Nine?"}
BLANK = {"answers": ["A", "B", "C"], "blank": True, "min": 1, "max": 2, "question": "Two of three?"}
RANKED = {
    "type": "NonHomomorphic",
    "value": {"answers": ["A", "B", "C", "D"], "question": "In which order?"},
}
MAKE_KEYS = """const group = booth.findGroup(told.group);
  const keys = [];
  for (const name of told.names) keys.push(await booth.makeTrusteeKey({ group, name }));
  return keys;"""
CAST = """const election = await booth.readElection(told.election);
  const made = await booth.makeBallot({ election, credential: told.code, answers: told.answers });
  return (await made.release()).text;"""
DECRYPT = """const { group, fingerprint } = await booth.readElection(told.election);
  const exponent = booth.readPrivateKey(group, told.key);
  const owner = booth.findOwner(group, told.trustees, exponent);
  return [owner, await booth.decrypt({ group, fingerprint, exponent, tally: told.tally })];"""

#: As a page does it: the worker takes the archive, its bytes told as Base64.
DECRYPT_ARCHIVE = """
  const archive = Uint8Array.from(atob(told.archive), (one) => one.charCodeAt(0));
  const visit = new booth.Booth();
  const counted = await visit.ask("count", { ...told, archive });
  const answer = { ...counted, ...(await visit.ask("decrypt", told)) };
  await visit.close();
  return answer;"""


@pytest.fixture(scope="module")
def booth(browser: Browser) -> Iterator[BoothPage]:
    with booth_in(browser) as opened:
        yield opened


def program() -> str:
    """Debian's tool: a missing one is an error in CI and a loud skip elsewhere."""
    found = shutil.which("belenios-tool")
    if not found and os.environ.get("CI"):
        pytest.fail("CI needs belenios-tool (Debian: belenios-tool)")
    if not found:
        pytest.skip("elections of the booth need belenios-tool (Debian: belenios-tool)")
    return found


@dataclass
class Count:
    """An election in a folder, held with the tool for all that is no secret."""

    booth: BoothPage
    folder: Path
    keys: list[dict[str, Any]]
    codes: list[str]

    def tool(self, *words: str, told: str = "") -> str:
        line = [program(), *words]
        ended = subprocess.run(  # noqa: S603 - a program of the system
            line, input=told, cwd=self.folder, capture_output=True, text=True, check=False
        )
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    def add(self, kind: str, *records: str) -> None:
        told = "".join(f"{record.strip()}\n" for record in records)
        self.tool("archive", "add-event", "--type", kind, told=told)

    def add_owned(self, kind: str, owner: int, record: str) -> None:
        body = record.strip()
        name = hashlib.sha256(body.encode()).hexdigest()
        self.add(kind, body, f'{{"owner":{owner},"payload":"{name}"}}')

    def read(self, name: str) -> str:
        return (self.folder / name).read_text().strip()

    def cast(self, code: str, answers: Sequence[Sequence[int]]) -> str:
        election = self.read("election.json")
        text = self.booth.run(CAST, str, election=election, code=code, answers=answers)
        self.add("Ballot", text)
        return text

    def decrypt(self, key: dict[str, Any], tally: str) -> None:
        told = {
            "election": self.read("election.json"),
            "trustees": json.loads(self.read("trustees.json")),
        }
        told |= {"key": key["privateKey"], "tally": json.loads(tally)}
        owner, record = self.booth.run(DECRYPT, list, **told)
        self.add_owned("PartialDecryption", owner, record)

    def decrypt_archive(self, key: dict[str, Any]) -> None:
        archive = BoothPage.packed((self.folder / f"{UUID}.bel").read_bytes())
        told = {"archive": archive, "privateKey": key["privateKey"]}
        answer = self.booth.run(DECRYPT_ARCHIVE, dict, **told)
        self.add_owned("PartialDecryption", answer["owner"], answer["payload"])

    def verify(self) -> None:
        """By the tool, and by the verifier of our own that is stricter."""
        self.tool("election", "verify")
        with (self.folder / f"{UUID}.bel").open("rb") as file:
            report = verify(file)
        assert report.broken == ()

    def tally(self) -> str:
        self.add("EndBallots")
        tally, sized = self.tool("election", "compute-encrypted-tally").splitlines()
        self.add("EncryptedTally", tally, sized)
        return tally

    def result(self) -> list[Any]:
        result = self.tool("election", "compute-result")
        self.add("Result", result)
        return list(json.loads(result)["result"])


def opened(
    booth: BoothPage, folder: Path, *, questions: list[Any], group: str, voters: int
) -> Count:
    """An election with two trustees whose keys were made in the browser."""
    keys = booth.run(MAKE_KEYS, list, group=group, names=["A", "B"])
    count = Count(booth, folder, keys, [])
    template = {"description": "Synthetic", "name": "Test", "questions": questions}
    template |= {"administrator": "A", "credential_authority": "B"}
    (folder / "template.json").write_text(json.dumps(template))
    public = "".join(json.dumps(key["publicKey"]) + "\n" for key in keys)
    (folder / "public_keys.jsons").write_text(public)
    where = ("--group", group, "--uuid", UUID)
    count.tool("setup", "make-trustees")
    count.tool("setup", "make-election", *where, "--template", "template.json")
    count.tool("setup", "generate-credentials", *where, "--count", str(voters))
    next(folder.glob("*.pubcreds")).rename(folder / "public_creds.json")
    listed = next(folder.glob("*.privcreds")).read_text().splitlines()
    count.codes = [line.split()[1] for line in listed]
    count.tool("archive", "init")
    return count


def test_marks_and_a_blank_vote_made_here_are_counted_and_verified_by_the_tool(
    booth: BoothPage, tmp_path: Path
) -> None:
    questions = [NINE, BLANK]
    count = opened(booth, tmp_path, questions=questions, group="BELENIOS-2048", voters=4)
    none, every, three = [0] * 9, [1] * 9, [1, 0, 0, 1, 0, 0, 0, 0, 1]
    count.cast(count.codes[0], [every, [0, 1, 0, 0]])
    count.cast(count.codes[1], [none, [1, 0, 0, 0]])
    count.cast(count.codes[2], [three, [0, 0, 1, 1]])
    count.cast(count.codes[0], [three, [0, 1, 0, 1]])  # a vote again: the last counts
    count.tally()
    for key in reversed(count.keys):
        count.decrypt_archive(key)
    assert count.result() == [[2, 0, 0, 2, 0, 0, 0, 0, 2], [1, 1, 1, 2]]
    count.verify()


def test_ranks_made_here_are_shuffled_opened_and_verified_by_the_tool(
    booth: BoothPage, tmp_path: Path
) -> None:
    questions = [RANKED, BLANK]
    count = opened(booth, tmp_path, questions=questions, group="RFC-3526-2048", voters=3)
    ranks = [[1, 2, 3, 4], [4, 3, 2, 1], [0, 255, 1, 2]]
    for code, values in zip(count.codes, ranks, strict=True):
        count.cast(code, [values, [0, 0, 0, 1]])
    tally = json.loads(count.tally())
    for owner in (1, 2):
        shuffle = count.tool("election", "shuffle", "--trustee-id", str(owner)).splitlines()[0]
        count.add_owned("Shuffle", owner, shuffle)
    count.add("EndShuffles")
    tally[0] = json.loads(shuffle)["ciphertexts"][0]
    for key in count.keys:
        count.decrypt(key, json.dumps(tally))
    orders, marks = count.result()
    assert (sorted(orders), marks) == (sorted(ranks), [0, 0, 0, 3])
    count.verify()
