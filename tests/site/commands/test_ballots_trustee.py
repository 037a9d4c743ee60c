"""The key ceremony at the command line: three trustees, an administrator, files between them."""

import json
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from shanyraq.ballots.ceremony_records import Share
from shanyraq.ballots.groups import BELENIOS_2048
from shanyraq.ballots.key_generation import open_private_key
from shanyraq.ballots.sealed_messages import CeremonyKeys
from shanyraq.ballots.trustees import Trustees
from shanyraq.site.command import main


class Table:
    """The files of a ceremony, two of three."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.agreed = ["--certificates", self.path("certs"), "--threshold", "2"]

    def path(self, name: str) -> str:
        return str(self.directory / name)

    def run(self, *arguments: str) -> Result:
        return CliRunner().invoke(main, ["ballots", "trustee", *arguments])

    def done(self, *arguments: str) -> str:
        result = self.run(*arguments)
        assert result.exit_code == 0, result.output
        return result.output

    def join(self, *sources: str, to: str) -> None:
        texts = [Path(self.path(name)).read_text(encoding="utf-8") for name in sources]
        Path(self.path(to)).write_text("".join(texts), encoding="utf-8")

    def certify(self, *, placed: bool = False) -> None:
        for number in "123":
            place = ["--index", number, "--size", "3", "--threshold", "2"] if placed else []
            files = ["--key", self.path(f"key{number}"), "--output", self.path(f"cert{number}")]
            self.done("certificate", *files, *place)
        self.join("cert1", "cert2", "cert3", to="certs")

    def deal(self) -> None:
        for number in "123":
            files = ["--key", self.path(f"key{number}"), "--output", self.path(f"deal{number}")]
            self.done("deal", *self.agreed, *files)
        dealings = [self.path(f"deal{number}") for number in "123"]
        self.done("hands", *self.agreed, "--directory", self.path("hands"), *dealings)

    def accept(self, number: str, *options: str) -> Result:
        files = ["--key", self.path(f"key{number}"), "--output", self.path(f"share{number}")]
        hand = self.path(f"hands/{number}.hand")
        return self.run("accept", *self.agreed, *files, *options, hand)

    def conclude(self, *options: str) -> Result:
        dealings = [part for n in "123" for part in ("--dealing", self.path(f"deal{n}"))]
        shares = [part for n in "123" for part in ("--share", self.path(f"share{n}"))]
        output = ["--output", self.path("trustees.json")]
        return self.run("conclude", *self.agreed, *dealings, *shares, *output, *options)


@pytest.fixture
def table(tmp_path: Path) -> Table:
    return Table(tmp_path)


@pytest.mark.parametrize("later", [False, True], ids=["plain", "later-versions"])
def test_three_trustees_make_a_key_that_two_can_open(table: Table, *, later: bool) -> None:
    table.certify(placed=later)
    table.deal()
    accepted = [table.accept(number, "--name", f"Trustee {number}") for number in "123"]
    assert [result.exit_code for result in accepted] == [0, 0, 0]
    concluded = table.conclude(*(["--confirmed"] if later else []))
    assert "any 2 of 3 trustees" in concluded.output
    read_aloud = {each.output.split()[-1] for each in [*accepted, concluded]}
    assert len(read_aloud) == 1
    written = (table.directory / "trustees.json").read_bytes().strip()
    trustees = Trustees.read(BELENIOS_2048, written)
    assert trustees.faults(BELENIOS_2048) == []
    assert [key.name for key in trustees.keys] == ["Trustee 1", "Trustee 2", "Trustee 3"]
    assert (b'"signatures"' in written) == later
    seed = (table.directory / "key2").read_text(encoding="utf-8").strip()
    share = Share.read(BELENIOS_2048, json.loads((table.directory / "share2").read_text()))
    secret = open_private_key(CeremonyKeys.from_seed(BELENIOS_2048, seed), share.private_key)
    assert BELENIOS_2048.generate(secret) == trustees.keys[1].public_key


def test_who_dealt_a_wrong_share_is_named(table: Table) -> None:
    table.certify()
    table.deal()
    first, second = (json.loads(Path(table.path(f"hands/{n}.hand")).read_text()) for n in (1, 2))
    first["secrets"][2] = second["secrets"][2]
    Path(table.path("hands/1.hand")).write_text(json.dumps(first), encoding="utf-8")
    refused = table.accept("1")
    assert refused.exit_code == 1
    assert "trustee 3: the share dealt does not fit" in refused.stderr
    assert table.accept("2").exit_code == 0
    assert not Path(table.path("share1")).exists()


def test_a_key_is_kept_for_its_owner_and_never_written_over(table: Table) -> None:
    table.certify()
    key = Path(table.path("key1"))
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    before = key.read_text(encoding="utf-8")
    again = table.run("certificate", "--key", str(key), "--output", table.path("other"))
    assert again.exit_code == 2
    assert "is there already" in again.stderr
    assert key.read_text(encoding="utf-8") == before


def test_wrong_use_is_told_in_a_sentence(table: Table) -> None:
    table.certify()
    files = ["--key", table.path("k"), "--output", table.path("c")]
    assert table.run("certificate", *files, "--index", "1").exit_code == 2
    Path(table.path("key1")).write_text("too short", encoding="utf-8")
    mistyped = table.run(
        "deal", *table.agreed, "--key", table.path("key1"), "--output", table.path("d")
    )
    assert (mistyped.exit_code, "22 letters" in mistyped.stderr) == (2, True)
    Path(table.path("certs")).write_text("{}\n", encoding="utf-8")
    unreadable = table.run(
        "deal", *table.agreed, "--key", table.path("key2"), "--output", table.path("d")
    )
    assert (unreadable.exit_code, "is missing" in unreadable.stderr) == (2, True)


def test_a_certificate_of_another_ceremony_is_named(table: Table) -> None:
    table.certify(placed=True)
    other = ["--certificates", table.path("certs"), "--threshold", "3"]
    refused = table.run("deal", *other, "--key", table.path("key1"), "--output", table.path("d"))
    assert refused.exit_code == 1
    assert "trustee 1: the certificate was made for another ceremony" in refused.stderr
