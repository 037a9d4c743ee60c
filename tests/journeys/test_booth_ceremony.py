"""The key ceremony with trustees at browsers, at the command line and with the core together."""

import json
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser
from tests.ballots.builders import (
    WITH_BLANK,
    SmallElection,
    Step,
    broken_rules,
    chained,
    seeded,
    steps_of,
)
from tests.ballots.tool import belenios_tool, tool_accepts
from tests.journeys.booth import BoothPage, booth_in
from tests.journeys.trustees import (
    BrowserTrustee,
    Table,
    Trustee,
    a_table,
    ask,
    given_for,
    opened,
    text,
)

from shanyraq.ballots.archive import EventType
from shanyraq.ballots.ceremony_records import Dealing, Place, Share, fingerprint_of
from shanyraq.ballots.groups import GROUPS
from shanyraq.ballots.key_generation import make_certificate, with_signatures
from shanyraq.ballots.pedersen import Pedersen
from shanyraq.ballots.proofs import Proof, check_signature
from shanyraq.ballots.records import canonical, read_json
from shanyraq.ballots.sealed_messages import CeremonyKeys, new_seed
from shanyraq.ballots.trustee_keys import SignedMessage
from shanyraq.ballots.trustees import Trustees
from shanyraq.site.command import main

pytestmark = pytest.mark.journey

GROUP = GROUPS["BELENIOS-2048"]


@pytest.fixture(scope="module")
def booth(browser: Browser) -> Iterator[BoothPage]:
    with booth_in(browser) as opened:
        yield opened


@pytest.mark.parametrize("places", ["bbb", "bpb", "pbp"])
@pytest.mark.parametrize("name", sorted(GROUPS))
def test_trustees_of_both_kinds_make_one_key(booth: BoothPage, name: str, places: str) -> None:
    group = GROUPS[name]
    table = a_table(booth, group, places)
    record = table.hold()
    trustees = Trustees((record,))
    assert trustees.faults(group) == []
    item = with_signatures(table.ceremony, record, table.shares)
    assert Trustees.read(group, canonical([item])) == trustees
    for number, key in enumerate(record.keys, 1):
        assert group.generate(table.secret_of(number)) == key.public_key


@pytest.mark.parametrize(("places", "threshold"), [("b", 1), ("bp", 2), ("bpbpb", 3)])
def test_other_numbers_of_trustees_make_a_key_too(
    booth: BoothPage, places: str, threshold: int
) -> None:
    table = a_table(booth, GROUP, places, threshold=threshold)
    assert Trustees((table.hold(),)).faults(GROUP) == []


def test_what_browsers_send_is_written_as_the_core_writes_it(booth: BoothPage) -> None:
    table = a_table(booth, GROUP, "bbb")
    first = table.trustees[0]
    place = text(Place(GROUP.name, 3, 2, 1).json())
    certificate = first.certify(place)
    assert text(SignedMessage.read(GROUP, json.loads(certificate)).json()) == certificate
    assert json.loads(certificate)["message"].startswith(f'{{"context":{place},"verification":"')
    table.hold()
    dealing = first.deal(given_for(2, table.certificates))
    assert text(Dealing.read(GROUP, json.loads(dealing)).json()) == dealing
    assert text(Share.read(GROUP, json.loads(first.share)).json()) == first.share
    assert first.key == first.key.strip() + "\n"


def test_any_two_of_three_open_a_tally(booth: BoothPage, tmp_path: Path) -> None:
    table = a_table(booth, GROUP, "bpb")
    record = table.hold()
    secrets = [table.secret_of(number) for number in (1, 2, 3)]
    small = SmallElection(
        questions=WITH_BLANK, trustees=Trustees((record,)), trustee_secrets=secrets
    )
    steps = steps_of(small.archive(owners=(2, 3)))
    opened = [step.kind for step in steps].index(EventType.PARTIAL_DECRYPTION)
    before, result = steps[:opened], steps[-1]
    parts = {2: steps[opened]}
    for owner in (1, 3):
        answer = decrypted(booth, table, owner, archive=chained(before))
        assert answer["owner"] == owner
        parts[owner] = part(owner, answer["payload"].encode())
    file = tmp_path / f"{small.uuid}.bel"
    for pair in combinations((1, 2, 3), 2):
        file.write_bytes(chained([*before, *(parts[owner] for owner in pair), result]))
        assert broken_rules(file.read_bytes()) == set()
        assert tool_accepts(tmp_path)


def decrypted(
    booth: BoothPage, table: Table, number: int, *, archive: bytes, share_of: int | None = None
) -> dict[str, Any]:
    """What the page of a trustee makes of an archive, from the two files of the trustee."""
    files = {
        "key": table.trustees[number - 1].key,
        "share": table.trustees[(share_of or number) - 1].share,
    }
    return opened(booth, archive, **files)


def part(owner: int, payload: bytes) -> Step:
    owned = canonical({"owner": owner, "payload": sha256(payload).hexdigest()})
    return Step(EventType.PARTIAL_DECRYPTION, [payload, owned])


def test_a_key_opens_with_its_own_share_in_its_own_election(booth: BoothPage) -> None:
    table, other = (a_table(booth, GROUP, places) for places in ("bpb", "pbb"))
    record = table.hold()
    other.hold()
    secrets = [table.secret_of(number) for number in (1, 2, 3)]
    small = SmallElection(
        questions=WITH_BLANK, voters=2, trustees=Trustees((record,)), trustee_secrets=secrets
    )
    steps = steps_of(small.archive(owners=(2, 3)))
    opened = [step.kind for step in steps].index(EventType.PARTIAL_DECRYPTION)
    archive = chained(steps[:opened])
    assert decrypted(booth, table, 3, archive=archive)["owner"] == 3
    assert decrypted(booth, table, 3, archive=archive, share_of=1)["code"] == "share-unreadable"
    assert decrypted(booth, other, 3, archive=archive)["code"] == "key-not-of-election"


def signed(booth: BoothPage, key: str, share: str) -> dict[str, Any]:
    files = {"key": key, "share": share}
    return ask(booth, "sign-check", group=GROUP.name, message="key check|Ақпан", **files)


def test_a_key_is_shown_to_be_at_hand(booth: BoothPage) -> None:
    table = a_table(booth, GROUP, "bpb")
    record = table.hold()

    def holds(number: int, signature: str, message: str = "key check|Ақпан") -> bool:
        proof = Proof.read(GROUP, read_json(signature.encode()))
        public = record.keys[number - 1].public_key
        return check_signature(GROUP, public, message=message, signature=proof)

    for number, one in enumerate(table.trustees, 1):
        signature = signed(booth, one.key, one.share)["signature"]
        assert holds(number, signature)
        assert not holds(number % 3 + 1, signature)
        assert not holds(number, signature, "key check|Наурыз")
    first, second = table.trustees[:2]
    assert signed(booth, first.key, second.share)["code"] == "share-unreadable"
    for share in ("", "null", "{", '{"private_key":7}', '{"private_key":"{}"}'):
        assert signed(booth, first.key, share)["code"] == "share-unreadable"
    for key in ("", first.key[1:], "0" + first.key[1:], first.share):
        assert signed(booth, key, first.share)["code"] == "key-unreadable"
    assert list(signed(booth, f" {first.key}\r\n", first.share + "\n")) == ["signature"]


def test_a_sealed_box_must_be_that_of_the_own_ceremony(booth: BoothPage) -> None:
    """A leader who plays all others shows each trustee another ceremony and seals only one."""
    table, other = (a_table(booth, GROUP, "bpb") for _ in range(2))
    record = table.hold()
    other.hold()
    told = fingerprint_of(record.certificates, record.coefficients)
    first, second, third = table.trustees
    assert isinstance(first, BrowserTrustee)
    assert isinstance(third, BrowserTrustee)
    assert first.fingerprint == third.fingerprint == told
    sealed = sealed_with(record)
    for one in (first, second, third):
        assert checked(booth, one, sealed) == {"fingerprint": told}
    assert checked(booth, other.trustees[0], sealed)["code"] == "key-not-of-election"
    assert checked(booth, first, sealed, fingerprint="another")["code"] == "election-altered"
    assert checked(booth, first, sealed_with(by_impostors(record)))["code"] == "key-not-sealed"
    swapped = (record.certificates[1], record.certificates[0], record.certificates[2])
    altered = sealed_with(replace(record, certificates=swapped))
    assert checked(booth, first, altered)["code"] == "trustees-altered"


def sealed_with(record: Pedersen) -> bytes:
    """The archive of a sealed box that these trustees hold."""
    small = SmallElection(questions=WITH_BLANK, trustees=Trustees((record,)))
    file, _ = small.board()
    return file.getvalue()


def by_impostors(record: Pedersen) -> Pedersen:
    """The same polynomials and shares under certificates of somebody else."""
    size = len(record.keys)
    keys = [CeremonyKeys.from_seed(GROUP, new_seed(seeded(at))) for at in range(50, 50 + size)]
    places = [Place(GROUP.name, size, record.threshold, at) for at in range(1, size + 1)]
    drawn = seeded(60)
    return replace(
        record,
        certificates=tuple(
            make_certificate(one, drawn, place) for one, place in zip(keys, places, strict=True)
        ),
        coefficients=tuple(
            one.sign(row.message, drawn) for one, row in zip(keys, record.coefficients, strict=True)
        ),
    )


def checked(booth: BoothPage, trustee: Trustee, sealed: bytes, **told: str) -> dict[str, Any]:
    """What a trustee's page says of the archive of a sealed box."""
    files = {"key": trustee.key, "share": trustee.share, **told}
    return ask(booth, "seal-check", archive=booth.packed(sealed), **files)


def test_a_single_trustees_key_is_shown_too(booth: BoothPage) -> None:
    made = ask(booth, "trustee-key", group=GROUP.name)
    told = {"group": GROUP.name, "message": "key check|1", "privateKey": made["privateKey"]}
    proof = Proof.read(GROUP, json.loads(ask(booth, "sign-check", **told)["signature"]))
    public = int(made["publicKey"]["public_key"])
    assert check_signature(GROUP, public, message="key check|1", signature=proof)
    told["privateKey"] = "x"
    assert ask(booth, "sign-check", **told)["code"] == "key-unreadable"


class CommandLine:
    """A trustee at the command line, whose key file is also that of the page."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *words: str) -> str:
        """The message that a command writes."""
        output = self.folder / f"{words[0]}.json"
        line = ["ballots", "trustee", *words, "--key", str(self.folder / "my.key")]
        ended = CliRunner().invoke(main, [*line, "--output", str(output)])
        assert ended.exit_code == 0, ended.output
        return output.read_text(encoding="utf-8").strip()

    def write(self, name: str, *messages: object) -> str:
        path = self.folder / name
        path.write_text("".join(f"{text(one)}\n" for one in messages), encoding="utf-8")
        return str(path)

    @property
    def key(self) -> str:
        """The file of the key."""
        return (self.folder / "my.key").read_text(encoding="utf-8")

    @key.setter
    def key(self, content: str) -> None:
        (self.folder / "my.key").write_text(content, encoding="utf-8")

    share = ""

    def certify(self, given: str) -> str:
        place = Place.read(read_json(given.encode()))
        numbers = ["--size", str(place.size), "--threshold", str(place.threshold)]
        return self.run("certificate", "--index", str(place.index), *numbers)

    def agreed(self, given: str) -> list[str]:
        certificates = self.write("certificates.txt", *json.loads(given)["certs"])
        return ["--certificates", certificates, "--threshold", "2"]

    def deal(self, given: str) -> str:
        return self.run("deal", *self.agreed(given))

    def accept(self, given: str) -> str:
        hand = self.write("hand.json", json.loads(given)["hand"])
        self.share = self.run("accept", hand, *self.agreed(given))
        return self.share


class WithTheTool:
    """A trustee with the program that others wrote."""

    share = ""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def step(self, number: int, *options: str, given: str = "") -> str:
        command = ("setup", "generate-trustee-key-threshold", "--group", GROUP.name)
        arguments = ("--step", str(number), *options)
        return belenios_tool(*command, *arguments, directory=self.folder, given=given).strip()

    def agreed(self, given: str) -> list[str]:
        lines = "".join(f"{text(one)}\n" for one in json.loads(given)["certs"])
        (self.folder / "certs").write_text(lines, encoding="utf-8")
        return ["--certs", "certs", "--key", str(next(self.folder.glob("*.key")))]

    @property
    def key(self) -> str:
        """The file of the key."""
        return next(self.folder.glob("*.key")).read_text(encoding="utf-8")

    @key.setter
    def key(self, content: str) -> None:
        next(self.folder.glob("*.key")).write_text(content, encoding="utf-8")

    def certify(self, given: str) -> str:
        del given
        self.step(1)
        return next(self.folder.glob("*.cert")).read_text(encoding="utf-8")

    def deal(self, given: str) -> str:
        return self.step(3, *self.agreed(given), "--threshold", "2")

    def accept(self, given: str) -> str:
        hand = text(json.loads(given)["hand"]) + "\n"
        self.share = self.step(5, *self.agreed(given), given=hand)
        return self.share


def test_a_trustee_with_the_tool_takes_part_with_trustees_at_browsers(
    booth: BoothPage, tmp_path: Path
) -> None:
    table = a_table(booth, GROUP, "bbb")
    by_tool = WithTheTool(tmp_path)
    table.trustees = [table.trustees[0], by_tool, table.trustees[2]]
    record = table.hold()
    assert Trustees((record,)).faults(GROUP) == []
    proof = Proof.read(GROUP, json.loads(signed(booth, by_tool.key, by_tool.share)["signature"]))
    public, message = record.keys[1].public_key, "key check|Ақпан"
    assert check_signature(GROUP, public, message=message, signature=proof)


class Switching:
    """A trustee who goes from the page to the command line, or back, after every step."""

    def __init__(self, booth: BoothPage, folder: Path, *, page_first: bool) -> None:
        self.ways = [a_table(booth, GROUP, "b").trustees[0], CommandLine(folder)]
        if not page_first:
            self.ways.reverse()
        self.key = self.share = ""

    def switched(self, step: str, given: str) -> str:
        way = self.ways[0]
        if self.key:
            way.key = self.key
        message = str(getattr(way, step)(given))
        self.key, self.share = way.key, message
        self.ways.reverse()
        return message

    def certify(self, given: str) -> str:
        return self.switched("certify", given)

    def deal(self, given: str) -> str:
        return self.switched("deal", given)

    def accept(self, given: str) -> str:
        return self.switched("accept", given)


@pytest.mark.parametrize("page_first", [True, False])
def test_a_trustee_may_switch_between_page_and_command_line(
    booth: BoothPage, tmp_path: Path, *, page_first: bool
) -> None:
    table = a_table(booth, GROUP, "pbp")
    switching = Switching(booth, tmp_path, page_first=page_first)
    table.trustees = [switching, *table.trustees[1:]]
    record = table.hold()
    assert Trustees((record,)).faults(GROUP) == []
    proof = Proof.read(
        GROUP, json.loads(signed(booth, switching.key, switching.share)["signature"])
    )
    public, message = record.keys[0].public_key, "key check|Ақпан"
    assert check_signature(GROUP, public, message=message, signature=proof)


def test_a_certificate_is_made_anew_from_the_same_file_of_the_key(booth: BoothPage) -> None:
    place = text(Place(GROUP.name, 3, 2, 1).json())
    first, other = (ask(booth, "ceremony-certificate", input=place) for _ in range(2))
    again = ask(booth, "ceremony-certificate", input=place, key=first["key"])
    assert again["key"] == first["key"] != other["key"]
    keys = [json.loads(json.loads(one["message"])["message"]) for one in (first, again, other)]
    assert keys[0] == keys[1] != keys[2]
