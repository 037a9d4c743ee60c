"""Key ceremonies in which trustees and administrators of two programs take part together."""

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest
from tests.ballots.builders import (
    RANKS,
    WITH_BLANK,
    SmallElection,
    Step,
    broken_rules,
    chained,
    seeded,
    steps_of,
)
from tests.ballots.tool import belenios_tool, tool_accepts

from shanyraq.ballots.archive import EventType
from shanyraq.ballots.ceremony_records import Dealing, Hand, Place, Share
from shanyraq.ballots.groups import GROUPS, Group
from shanyraq.ballots.key_generation import (
    Ceremony,
    Complaint,
    Ground,
    accept,
    conclude,
    deal,
    hands,
    make_certificate,
    open_private_key,
)
from shanyraq.ballots.questions import Question
from shanyraq.ballots.records import canonical
from shanyraq.ballots.sealed_messages import CeremonyKeys, new_seed, seal
from shanyraq.ballots.trustee_keys import SignedMessage
from shanyraq.ballots.trustees import Trustees

GROUP = GROUPS["BELENIOS-2048"]
LONG = GROUPS["RFC-3526-2048"]
DRAW = seeded(21)
SIZE, THRESHOLD = 3, 2


def lines(messages: Sequence[object]) -> str:
    return "".join(canonical(each).decode() + "\n" for each in messages)


@dataclass
class Table:
    """The directory of a ceremony: two trustees use our program, the second one the tool."""

    directory: Path
    keys: dict[int, CeremonyKeys]
    certificates: list[SignedMessage]
    seed_file: Path
    group: Group = GROUP

    def tool(self, step: int, *options: str, given: str = "") -> str:
        command = ("setup", "generate-trustee-key-threshold", "--group", self.group.name)
        arguments = ("--step", str(step), *options)
        return belenios_tool(*command, *arguments, directory=self.directory, given=given)

    def write(self, name: str, messages: Sequence[object]) -> str:
        (self.directory / name).write_text(lines(messages), encoding="utf-8")
        return name

    def certified(self) -> list[str]:
        return ["--certs", self.write("certs", [each.json() for each in self.certificates])]

    def ceremony(self) -> Ceremony:
        return Ceremony.of(self.group, THRESHOLD, self.certificates)

    def dealings(self) -> list[Dealing]:
        options = [*self.certified(), "--key", str(self.seed_file), "--threshold", str(THRESHOLD)]
        tools = Dealing.read(self.group, json.loads(self.tool(3, *options)))
        ours = {number: deal(self.ceremony(), keys, DRAW) for number, keys in self.keys.items()}
        return [ours.get(number, tools) for number in range(1, SIZE + 1)]

    def polynomials(self, dealings: Sequence[Dealing]) -> list[str]:
        return ["--polynomials", self.write("polynomials", [each.json() for each in dealings])]

    def tools_share(self, hand: Hand) -> Share:
        options = [*self.certified(), "--key", str(self.seed_file)]
        return Share.read(
            self.group, json.loads(self.tool(5, *options, given=lines([hand.json()])))
        )

    def shares(self, dealt: Sequence[Hand]) -> list[Share]:
        held = self.ceremony()
        return [
            accept(held, self.keys[number], hand, randomness=DRAW)
            if number in self.keys
            else self.tools_share(hand)
            for number, hand in enumerate(dealt, 1)
        ]


def laid(directory: Path, group: Group = GROUP, *, placed: bool = False) -> Table:
    step = ("setup", "generate-trustee-key-threshold", "--group", group.name, "--step", "1")
    belenios_tool(*step, directory=directory)
    tools = SignedMessage.read(group, json.loads(next(directory.glob("*.cert")).read_text()))
    keys = {number: CeremonyKeys.from_seed(group, new_seed(DRAW)) for number in (1, 3)}
    ours = {
        number: make_certificate(
            own, DRAW, Place(group.name, SIZE, THRESHOLD, number) if placed else None
        )
        for number, own in keys.items()
    }
    certificates = [ours.get(number, tools) for number in range(1, SIZE + 1)]
    return Table(directory, keys, certificates, next(directory.glob("*.key")), group)


@pytest.fixture(params=[False, True], ids=["plain", "with-places"])
def table(tmp_path: Path, request: pytest.FixtureRequest) -> Table:
    return laid(tmp_path, placed=request.param)


def test_a_ceremony_led_by_the_tool_and_one_led_by_us_come_to_the_same_record(
    table: Table,
) -> None:
    table.tool(2, *table.certified())
    dealings = table.dealings()
    polynomials = table.polynomials(dealings)
    table.tool(4, *table.certified(), *polynomials)
    names = [sha256(each.message.encode()).hexdigest() for each in table.certificates]
    passed_by_tool = [
        Hand.read(GROUP, json.loads((table.directory / f"{name}.vinput").read_text()))
        for name in names
    ]
    assert list(hands(table.ceremony(), dealings)) == passed_by_tool
    shares = table.shares(passed_by_tool)
    record = conclude(table.ceremony(), [each.coefficients for each in dealings], shares)
    given = lines([share.json() for share in shares])
    by_tool = table.tool(6, *table.certified(), *polynomials, given=given)
    assert canonical(record.json()[1]).decode() == by_tool.strip()
    kept = (table.directory / f"{names[0]}.dkey").read_text().strip()
    secret = open_private_key(table.keys[1], kept)
    assert GROUP.generate(secret) == record.keys[0].public_key


def test_what_the_tool_keeps_for_its_trustee_is_opened_by_us(table: Table) -> None:
    share = table.shares(hands(table.ceremony(), table.dealings()))[1]
    keys = CeremonyKeys.from_seed(GROUP, table.seed_file.read_text().strip())
    secret = open_private_key(keys, share.private_key)
    assert GROUP.generate(secret) == share.public_key.public_key


def test_both_refuse_a_wrong_share_and_ours_names_the_dealer(table: Table) -> None:
    dealings = table.dealings()
    held = table.ceremony()
    wrong = {
        number: seal(
            table.keys[1],
            held.trustees[number - 1].encryption,
            '{"secret":"7"}',
            randomness=DRAW,
        )
        for number in (2, 3)
    }
    secrets = (dealings[0].secrets[0], wrong[2], wrong[3])
    forged = Dealing(dealings[0].polynomial, secrets, dealings[0].coefficients)
    passed = hands(held, [forged, *dealings[1:]])
    with pytest.raises(subprocess.CalledProcessError):
        table.tools_share(passed[1])
    with pytest.raises(Complaint) as raised:
        accept(held, table.keys[3], passed[2], randomness=DRAW)
    assert (raised.value.ground, raised.value.against) == (Ground.SHARE, 1)


def test_a_certificate_that_occurs_twice_passes_the_tool_and_not_us(table: Table) -> None:
    table.certificates[2] = make_certificate(table.keys[1], DRAW)
    table.tool(2, *table.certified())
    with pytest.raises(Complaint) as raised:
        table.ceremony()
    assert (raised.value.ground, raised.value.against) == (Ground.TWICE, 3)


def test_a_key_outside_the_group_passes_the_tool_and_not_us(table: Table) -> None:
    keys = table.keys[3]
    outside = GROUP.p - keys.encryption
    content = {"verification": str(keys.verification), "encryption": str(outside)}
    table.certificates[2] = keys.sign(canonical(content).decode(), DRAW)
    table.tool(2, *table.certified())
    with pytest.raises(Complaint) as raised:
        table.ceremony()
    assert (raised.value.ground, raised.value.against) == (Ground.CERTIFICATE, 3)


@pytest.mark.parametrize(
    ("group", "questions"), [(GROUP, WITH_BLANK), (LONG, RANKS)], ids=["marked", "ranked"]
)
def test_a_tally_is_opened_by_a_trustee_of_each_program(
    group: Group, questions: Sequence[Question], tmp_path: Path
) -> None:
    table = laid(tmp_path, group)
    dealings = table.dealings()
    shares = table.shares(hands(table.ceremony(), dealings))
    record = conclude(table.ceremony(), [each.coefficients for each in dealings], shares)
    own = open_private_key(table.keys[1], shares[0].private_key)
    small = SmallElection(
        questions=questions,
        voters=2,
        group=group,
        trustees=Trustees((record,)),
        trustee_secrets=[own, 0, open_private_key(table.keys[3], shares[2].private_key)],
    )
    steps = steps_of(small.archive(owners=(1, 3)))
    decryptions = [step for step in steps if step.kind is EventType.PARTIAL_DECRYPTION]
    before = steps[: steps.index(decryptions[0])]
    file = tmp_path / f"{small.uuid}.bel"
    file.write_bytes(chained(before))
    (tmp_path / "dkey").write_text(shares[1].private_key, encoding="utf-8")
    arguments = ["--dir", ".", "--trustee-id", "2", "--key", str(table.seed_file)]
    command = ("election", "decrypt-threshold", "--decryption-key", "dkey", *arguments)
    body, owned = belenios_tool(*command, directory=tmp_path).encode().split()
    by_tool = Step(decryptions[0].kind, [body, owned])
    archive = chained([*before, decryptions[0], by_tool, steps[-1]])
    assert broken_rules(archive) == set()
    file.write_bytes(archive)
    assert tool_accepts(tmp_path)
