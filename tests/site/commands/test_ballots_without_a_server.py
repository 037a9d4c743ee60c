"""An election from the first key to the result with nothing but commands and files."""

import csv
import json
import stat
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader
from tests.ballots.tool import tool_accepts

from shanyraq.site.commands.ballots_family import ballots

UUID = "ShanyraqTestAA"
MARKED = {"answers": ["A", "B", "C"], "min": 0, "max": 2, "question": "Кім? Who?"}
RANKED = {"type": "NonHomomorphic", "value": {"answers": ["A", "B"], "question": "In what order?"}}
VOTERS = ("Әлиев Ә.", "Berg B.", "Čech C.")


def run(folder: Path, *arguments: object, given: str = "") -> Result:
    """A command run in a folder; its files stand there."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return CliRunner().invoke(ballots, [*map(str, arguments)], input=given)


def done(folder: Path, *arguments: object, given: str = "") -> str:
    result = run(folder, *arguments, given=given)
    assert result.exit_code == 0, result.output
    return result.stdout.strip()


def refused(folder: Path, *arguments: object, given: str = "") -> str:
    result = run(folder, *arguments, given=given)
    assert result.exit_code == 2, result.output
    return result.stderr


def set_up(
    folder: Path, question: object, trustees: Sequence[str], *, group: str = "BELENIOS-2048"
) -> dict[str, str]:
    """An election with its archive; each voter's credential."""
    (folder / "voters.txt").write_text("\n".join(VOTERS), encoding="utf-8")
    done(folder, "credentials", UUID, "voters.txt", "--group", group)
    settings = {"uuid": UUID, "name": "Сынақ", "group": group, "questions": [question]}
    (folder / "questions.yaml").write_text(json.dumps(settings), encoding="utf-8")
    keys = [word for file in trustees for word in ("--trustee", file)]
    done(folder, "make", "questions.yaml", *keys, "--credentials", "public_credentials.json")
    with (folder / "credentials.csv").open(encoding="utf-8", newline="") as file:
        return dict(csv.reader(file))


def cast(folder: Path, credential: str, votes: str) -> str:
    """The tracker of a ballot that was made and cast."""
    tracker = done(folder, "vote", f"{UUID}.bel", votes, "--out", "ballot.json", given=credential)
    assert done(folder, "cast", f"{UUID}.bel", "ballot.json") == tracker.splitlines()[-1]
    (folder / "ballot.json").unlink()
    return tracker


def two_keys(folder: Path, group: str = "BELENIOS-2048") -> list[str]:
    for number in (1, 2):
        files = ("--key", f"private-{number}.json", "--output", f"public-{number}.json")
        done(folder, "trustee", "key", "--group", group, *files)
    return ["public-1.json", "public-2.json"]


def opened(folder: Path, numbers: Sequence[int], *, ceremony: bool = False) -> object:
    for number in numbers:
        key = ["--key", f"private-{number}.json", "--output", f"decryption-{number}.json"]
        key += ["--share", f"share-{number}.json"] if ceremony else []
        done(folder, "trustee", "decrypt", f"{UUID}.bel", *key)
    files = [f"decryption-{number}.json" for number in numbers]
    return json.loads(done(folder, "result", f"{UUID}.bel", *files))


def test_a_list_that_is_not_the_registrars_is_told(tmp_path: Path) -> None:
    set_up(tmp_path, MARKED, two_keys(tmp_path))
    same = run(tmp_path, "compare", f"{UUID}.bel", "public_credentials.json")
    assert same.exit_code == 0
    assert f"your {len(VOTERS)} credentials and no others" in same.stdout
    done(tmp_path, "credentials", UUID, "voters.txt", "--out", "other")
    own = json.loads((tmp_path / "public_credentials.json").read_text())
    other = json.loads((tmp_path / "other" / "public_credentials.json").read_text())
    for held, told in (
        (other, "3 credentials are not yours, 3 lack"),
        ([own[0], other[1], own[2]], "1 credentials are not yours, 1 lack"),
        (own[:2], "1 credentials are not yours, 0 lack"),
    ):
        (tmp_path / "mine.json").write_text(json.dumps(held), encoding="utf-8")
        different = run(tmp_path, "compare", f"{UUID}.bel", "mine.json")
        assert (different.exit_code, told in different.stderr) == (1, True), different.stderr
    (tmp_path / "mine.json").write_text('{"a": 1}', encoding="utf-8")
    assert "no list" in refused(tmp_path, "compare", f"{UUID}.bel", "mine.json")


def test_choices_are_marked_counted_and_opened(tmp_path: Path) -> None:
    codes = set_up(tmp_path, MARKED, two_keys(tmp_path))
    assert tuple(codes) == VOTERS
    for voter, votes in zip(VOTERS, ("[[1,0,0]]", "[[1,1,0]]", "[[0,0,1]]"), strict=True):
        cast(tmp_path, codes[voter], votes)
    cast(tmp_path, codes[VOTERS[0]], "[[0,0,1]]")
    assert "3 ballots count" in done(tmp_path, "close", f"{UUID}.bel", "--least", "3")
    key = ("--key", "private-1.json", "--output", "early.json")
    archive = ("trustee", "decrypt", f"{UUID}.bel", *key)
    assert "--least" in refused(tmp_path, *archive, "--least", 4)
    assert "--head" in refused(tmp_path, *archive, "--head", "0" * 64)
    told = done(tmp_path, *archive, "--least", 3)
    assert told.startswith("Ballots counted: 3. Last event of the archive: ")
    (tmp_path / "early.json").unlink()
    assert done(tmp_path, *archive, "--head", told.split()[-1]) == told
    assert opened(tmp_path, (1, 2)) == [[1, 1, 2]]
    assert "VALID" in done(tmp_path, "verify", f"{UUID}.bel")
    assert tool_accepts(tmp_path)


def test_ranks_are_shuffled_by_two_and_opened(tmp_path: Path) -> None:
    codes = set_up(tmp_path, RANKED, two_keys(tmp_path, "RFC-3526-2048"), group="RFC-3526-2048")
    cast(tmp_path, codes[VOTERS[0]], "[[1,2]]")
    cast(tmp_path, codes[VOTERS[1]], "[[2,1]]")
    done(tmp_path, "close", f"{UUID}.bel")
    done(tmp_path, "shuffle", f"{UUID}.bel", "--owner", 1)
    one = ("--key", "private-1.json", "--output", "early.json")
    early = refused(tmp_path, "trustee", "decrypt", f"{UUID}.bel", *one)
    assert "not ready to be opened" in early
    done(tmp_path, "shuffle", f"{UUID}.bel", "--owner", 2)
    done(tmp_path, "end-shuffles", f"{UUID}.bel")
    result = opened(tmp_path, (1, 2))
    assert isinstance(result, list)
    assert sorted(result[0]) == [[1, 2], [2, 1]]
    assert tool_accepts(tmp_path)


def test_any_two_of_three_trustees_hold_a_ceremony_and_open(tmp_path: Path) -> None:
    two = ("--threshold", 2)
    for number in (1, 2, 3):
        files = ("--key", f"private-{number}.json", "--output", f"certificate-{number}")
        done(tmp_path, "trustee", "certificate", *two, "--size", 3, "--index", number, *files)
    certificates = [tmp_path / f"certificate-{number}" for number in (1, 2, 3)]
    together = b"".join(path.read_bytes() for path in certificates)
    (tmp_path / "certificates").write_bytes(together)
    known = (*two, "--certificates", "certificates")
    for number in (1, 2, 3):
        files = ("--key", f"private-{number}.json", "--output", f"dealing-{number}")
        done(tmp_path, "trustee", "deal", *known, *files)
    dealings = [f"dealing-{number}" for number in (1, 2, 3)]
    done(tmp_path, "trustee", "hands", *known, "--directory", "hands", *dealings)
    for number in (1, 2, 3):
        files = ("--key", f"private-{number}.json", "--output", f"share-{number}.json")
        done(tmp_path, "trustee", "accept", *known, *files, f"hands/{number}.hand")
    given = [word for each in dealings for word in ("--dealing", each)]
    given += [word for n in (1, 2, 3) for word in ("--share", f"share-{n}.json")]
    done(tmp_path, "trustee", "conclude", *known, *given, "--output", "trustees.json")
    codes = set_up(tmp_path, MARKED, ["trustees.json"])
    cast(tmp_path, codes[VOTERS[2]], "[[0,1,1]]")
    done(tmp_path, "close", f"{UUID}.bel")
    assert opened(tmp_path, (1, 3), ceremony=True) == [[0, 1, 1]]
    assert tool_accepts(tmp_path)


def test_slips_and_lists_keep_to_those_they_are_for(tmp_path: Path) -> None:
    (tmp_path / "voters.txt").write_text("\n".join(VOTERS), encoding="utf-8")
    address = ("--address", "https://example.org/vote", "--lang", "kk")
    done(tmp_path, "credentials", UUID, "voters.txt", *address)
    for private in ("credentials.csv", "slips.pdf"):
        assert stat.S_IMODE((tmp_path / private).stat().st_mode) == 0o600
    rows = (tmp_path / "credentials.csv").read_text(encoding="utf-8")
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "slips.pdf").pages)
    for line in rows.splitlines():
        name, code = line.rsplit(",", 1)
        assert name in text
        assert code in text
        assert code not in (tmp_path / "public_credentials.json").read_text(encoding="utf-8")
    assert "cannot be written" in refused(tmp_path, "credentials", UUID, "voters.txt")


def test_what_is_not_sound_is_not_cast_or_opened(tmp_path: Path) -> None:
    archive = f"{UUID}.bel"
    codes = set_up(tmp_path, MARKED, two_keys(tmp_path))
    code = codes[VOTERS[0]]
    assert "no credential" in refused(tmp_path, "vote", archive, "[[1,0,0]]", given="abc")
    assert "do not allow" in refused(tmp_path, "vote", archive, "[[1,1,1]]", given=code)
    assert "do not allow" in refused(tmp_path, "vote", archive, "[[1,0]", given=code)
    assert "stay closed" in refused(tmp_path, "close", archive)
    done(tmp_path, "vote", archive, "[[1,0,0]]", given=code)
    ballot = (tmp_path / "ballot.json").read_text(encoding="utf-8")
    (tmp_path / "other.json").write_text(ballot.replace('"hash":"', '"hash":"x'), encoding="utf-8")
    assert "ballot.signature" in refused(tmp_path, "cast", archive, "other.json")
    done(tmp_path, "cast", archive, "ballot.json")
    assert "cast before" in refused(tmp_path, "cast", archive, "ballot.json")
    assert "stay closed" in refused(tmp_path, "close", archive, "--least", "2")
    done(tmp_path, "close", archive)
    assert "has ended" in refused(tmp_path, "cast", archive, "ballot.json")
    assert "has ended" in refused(tmp_path, "close", archive)
    assert "do not open" in refused(tmp_path, "result", archive, "ballot.json")


def test_a_key_opens_one_tally_of_a_sound_archive(tmp_path: Path) -> None:
    archive, one = f"{UUID}.bel", ("--key", "private-1.json", "--output")
    codes = set_up(tmp_path, MARKED, two_keys(tmp_path))
    cast(tmp_path, codes[VOTERS[0]], "[[1,0,0]]")
    before = (tmp_path / archive).read_bytes()
    cast(tmp_path, codes[VOTERS[1]], "[[1,0,0]]")
    done(tmp_path, "close", archive)
    done(tmp_path, "trustee", "decrypt", archive, *one, "decryption.json")
    done(tmp_path, "trustee", "decrypt", archive, *one, "again.json")
    (tmp_path / "subset.bel").write_bytes(before)
    done(tmp_path, "close", "subset.bel")
    assert "another tally" in refused(tmp_path, "trustee", "decrypt", "subset.bel", *one, "x.json")
    sound = (tmp_path / archive).read_bytes()
    assert b'"num_tallied":2' in sound
    (tmp_path / "spoilt.bel").write_bytes(sound.replace(b'"num_tallied":2', b'"num_tallied":3'))
    assert "not sound" in refused(tmp_path, "trustee", "decrypt", "spoilt.bel", *one, "x.json")
    done(tmp_path, "trustee", "key", "--key", "p.json", "--output", "q.json")
    strange = ("--key", "p.json", "--output", "x.json")
    stranger = refused(tmp_path, "trustee", "decrypt", archive, *strange)
    assert "nobody's" in stranger
    assert "do not open" in refused(tmp_path, "result", archive, "decryption.json")


def test_an_identifier_is_one_that_can_be_used(tmp_path: Path) -> None:
    uuid = done(tmp_path, "identifier")
    (tmp_path / "voters.txt").write_text("A\nA\n", encoding="utf-8")
    assert "on a line of the list, once" in refused(tmp_path, "credentials", uuid, "voters.txt")
    assert "identifier" in refused(tmp_path, "credentials", "0O", "voters.txt")


def test_an_election_that_cannot_be_held_is_not_made(tmp_path: Path) -> None:
    set_up(tmp_path, MARKED, two_keys(tmp_path))
    good = ["--trustee", "public-1.json", "--credentials", "public_credentials.json"]
    for name, settings, told in (
        ("bounds", {"uuid": UUID, "questions": [MARKED | {"min": 3}]}, "cannot be held"),
        ("ranks", {"uuid": UUID, "questions": [RANKED]}, "cannot be held"),
        ("group", {"uuid": UUID, "questions": [MARKED], "group": "P"}, "The group is one of"),
    ):
        (tmp_path / name).write_text(json.dumps(settings), encoding="utf-8")
        assert told in refused(tmp_path, "make", name, *good)
    key = json.loads((tmp_path / "public-1.json").read_text(encoding="utf-8"))
    key["pok"]["response"] = "1"
    (tmp_path / "public-1.json").write_text(json.dumps(key), encoding="utf-8")
    folder = ("--out", "elsewhere")
    assert "trustees.proofs" in refused(tmp_path, "make", "questions.yaml", *good, *folder)
