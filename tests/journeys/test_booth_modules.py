"""The booth's modules in Chromium: vectors of the format, the same results as in Python."""

import base64
import hashlib
import json
import random
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser
from tests.journeys.booth import BoothPage, booth_in

from shanyraq.ballots.groups import GROUPS, Group

pytestmark = pytest.mark.journey

DATA = Path(__file__).parents[1] / "ballots" / "data"
VECTORS: dict[str, Any] = json.loads((DATA / "vectors.json").read_text())
ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
quick, ranking = GROUPS["BELENIOS-2048"], GROUPS["RFC-3526-2048"]

seeds = st.integers(0, 2**32)
groups = st.sampled_from([quick, ranking])
some = settings(max_examples=15, deadline=None)


@pytest.fixture(scope="module")
def booth(browser: Browser) -> Iterator[BoothPage]:
    with booth_in(browser) as opened:
        yield opened


def base64_hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip("=")


def record_of(start: str) -> str:
    """The first record of the archive made by the tool that begins so."""
    with tarfile.open(DATA / "tool-made-20-voters.bel") as archive:
        bodies = (archive.extractfile(member) for member in archive)
        texts = (body.read().decode() for body in bodies if body)
        return next(text for text in texts if text.startswith(start))


def a_code(randomness: random.Random) -> str:
    """A voter's code with its check character, from the format's own definition."""
    drawn = "".join(randomness.choices(ALPHABET, k=14))
    number = 0
    for character in drawn:
        number = number * 58 + ALPHABET.index(character)
    whole = drawn + ALPHABET[53 - number % 53]
    return "-".join(whole[at : at + 3] for at in range(0, 15, 3))


def code_of(booth: BoothPage, body: str, **told: object) -> str:
    """The code of the failure of what is run, `none` if it works."""
    wrapped = f"try {{ {body} }} catch (error) {{ return error.code; }} return 'none';"
    return booth.run(wrapped, str, **told)


def test_the_groups_are_those_of_the_format(booth: BoothPage) -> None:
    body = """return [...booth.GROUPS.values()].map(({ name, p, q, g, embedding }) =>
      [name, `${p}`, `${q}`, `${g}`, embedding?.padding ?? null]);"""
    known = [[g.name, str(g.p), str(g.q), str(g.g), g.padding] for g in GROUPS.values()]
    assert sorted(booth.run(body, list)) == sorted(known)


def test_a_voters_code_gives_the_vectors_exponent_and_credential(booth: BoothPage) -> None:
    told = VECTORS["credential"]
    body = """const group = booth.findGroup("BELENIOS-2048");
      const code = booth.readCredential(told.secret);
      const exponent = await booth.secretExponent(group, told.uuid, code);
      const element = booth.publicCredential(group, exponent);
      return [`${exponent}`, await booth.hexHash(`${element}`)];"""
    expected = [told["exponent_decimal"], told["public_decimal_sha256"]]
    assert booth.run(body, list, **told) == expected


def test_an_election_has_the_fingerprint_that_the_tool_gives_it(booth: BoothPage) -> None:
    body = """const election = await booth.readElection(told.text);
      return [election.fingerprint, `${election.publicKey}`, election.questions];"""
    text = record_of('{"version":1,"desc')
    fingerprint, key, questions = booth.run(body, list, text=text)
    assert fingerprint == VECTORS["election"]["fingerprint_b64"]
    assert key == json.loads(text)["public_key"]
    shape = {"kind": "homomorphic", "answers": 3, "blank": False, "minimum": 0, "maximum": 1}
    assert questions == [shape]


def test_a_ballot_of_the_tool_has_its_tracker_and_the_hash_it_signs(booth: BoothPage) -> None:
    body = """const { signature, ...unsigned } = JSON.parse(told.text);
      const tracker = await booth.base64Hash(booth.canonical(JSON.parse(told.text)));
      return [tracker, await booth.base64Hash(booth.canonical(unsigned)), signature.hash];"""
    vector = VECTORS["first_ballot"]
    told = booth.run(body, list, text=record_of('{"election_uuid"'))
    assert told == [vector["tracker_b64"], vector["unsigned_sha256_b64"], told[2]]
    assert told[2] == vector["signature_hash_field"]


@pytest.mark.parametrize("ranks", VECTORS["nh_encode"])
def test_ranks_are_written_into_the_elements_of_the_vectors(booth: BoothPage, ranks: str) -> None:
    body = """const group = booth.findGroup("RFC-3526-2048");
      const element = booth.encode(group, told.ranks);
      return [`${element}`, booth.decode(group, element, told.ranks.length)];"""
    values = json.loads(ranks)
    assert booth.run(body, list, ranks=values) == [VECTORS["nh_encode"][ranks], values]


@some
@given(group=groups, seed=seeds)
def test_powers_are_those_of_python(booth: BoothPage, group: Group, seed: int) -> None:
    drawn = random.Random(seed)  # noqa: S311 - tests must repeat
    base = pow(int(group.g), drawn.randrange(1, int(group.q)), int(group.p))
    exponents = [0, 1, 2, int(group.q) - 1, *(drawn.randrange(int(group.q)) for _ in range(4))]
    body = """const group = booth.findGroup(told.name);
      const table = group.fixedBase(BigInt(told.base));
      const bits = group.q.toString(2).length; // no multiple of the narrow comb's width
      const narrow = new booth.FixedBase(table.base, group.p, bits, { teeth: 5, tables: 3 });
      return told.exponents.map(BigInt).map((exponent) => [
        `${group.power(table.base, exponent)}`, `${table.power(exponent)}`,
        `${narrow.power(exponent)}`, `${group.generate(exponent)}`]);"""
    told = {"name": group.name, "base": str(base), "exponents": [str(one) for one in exponents]}
    p = int(group.p)
    expected = [[str(pow(base, e, p))] * 3 + [str(pow(int(group.g), e, p))] for e in exponents]
    assert booth.run(body, list, **told) == expected


@some
@given(group=groups, seed=seeds)
def test_membership_is_that_of_python(booth: BoothPage, group: Group, seed: int) -> None:
    drawn = random.Random(seed)  # noqa: S311 - tests must repeat
    member = group.generate(drawn.randrange(int(group.q)))
    edges = [0, 1, group.p - 1, group.p, group.p + 1, group.p - member, member]
    numbers = [*edges, *(drawn.randrange(int(group.p)) for _ in range(3))]
    body = """const group = booth.findGroup(told.name);
      return told.numbers.map((number) => group.isMember(BigInt(number)));"""
    told = {"name": group.name, "numbers": [str(number) for number in numbers]}
    assert booth.run(body, list, **told) == [group.is_member(number) for number in numbers]


@some
@given(
    group=groups,
    prefix=st.text(st.characters(codec="utf-8")),
    elements=st.lists(st.integers(0, 2**2048), max_size=9),
)
def test_challenges_are_those_of_python(
    *, booth: BoothPage, group: Group, prefix: str, elements: list[int]
) -> None:
    body = """const elements = told.elements.map(BigInt);
      return `${await booth.hashToScalar(booth.findGroup(told.name), told.prefix, elements)}`;"""
    texts = [str(element) for element in elements]
    answer = booth.run(body, str, name=group.name, prefix=prefix, elements=texts)
    assert answer == str(group.hash_to_scalar(prefix, elements))


texts = st.text(st.characters(codec="utf-8"))
names = st.text("abcdefgh_", min_size=1)
records = st.recursive(
    st.integers(-(2**31), 2**31) | texts | st.booleans(),
    lambda inner: st.lists(inner) | st.dictionaries(names, inner),
)


@settings(max_examples=60, deadline=None)
@given(record=records)
def test_records_are_written_and_hashed_as_in_python(booth: BoothPage, record: object) -> None:
    body = """const text = booth.canonical(JSON.parse(told.text));
      return [text, await booth.base64Hash(text)];"""
    text = json.dumps(record, separators=(",", ":"), ensure_ascii=False)
    assert booth.run(body, list, text=json.dumps(record)) == [text, base64_hash(text)]


@some
@given(values=st.lists(st.integers(0, 255), min_size=1, max_size=40))
def test_ranks_take_the_first_element_that_fits(booth: BoothPage, values: list[int]) -> None:
    body = """const group = booth.findGroup("RFC-3526-2048");
      const element = booth.encode(group, told.values);
      return [`${element}`, booth.decode(group, element, told.values.length)];"""
    first = int.from_bytes(bytes(values)) << 8
    element = next(x for x in range(first, first + 256) if ranking.is_member(x))
    assert booth.run(body, list, values=values) == [str(element), values]


@some
@given(seed=seeds)
def test_codes_are_read_however_they_are_spaced(booth: BoothPage, seed: int) -> None:
    code = a_code(random.Random(seed))  # noqa: S311 - tests must repeat
    body = """const group = booth.findGroup(told.name);
      const code = booth.readCredential(told.typed);
      return [code, `${await booth.secretExponent(group, told.uuid, code)}`];"""
    typed = f" {code.replace('-', '', 2).replace('-', ' – ', 1)}\n"
    stretched = hashlib.pbkdf2_hmac("sha256", code.encode(), b"vAQmELzQnnEA8N", 1000, 32)
    expected = [code, str(int.from_bytes(stretched) % quick.q)]
    told = {"name": quick.name, "typed": typed, "uuid": "vAQmELzQnnEA8N"}
    assert booth.run(body, list, **told) == expected


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Qxo-dVR-gex-ph3-i49", "none"),
        ("Qxo-dVR-gex-ph3-i4", "credential-length"),
        ("Qxo-dVR-gex-ph3-i499", "credential-length"),
        ("", "credential-length"),
        ("Qxo-dVR-gex-ph3-i48", "credential-check"),
        ("Qxo-dVR-gex-hp3-i49", "credential-check"),
        ("Qxo-dVR-gex-ph3-i40", "credential-character"),
        ("Qxо-dVR-gex-ph3-i49", "credential-character"),  # a Cyrillic o
    ],
)
def test_a_mistyped_code_is_told_by_what_is_wrong(booth: BoothPage, typed: str, code: str) -> None:
    assert code_of(booth, "booth.readCredential(told.typed);", typed=typed) == code


@pytest.mark.parametrize("text", ["0", "7", "99"])
def test_a_number_in_plain_digits_is_read(booth: BoothPage, text: str) -> None:
    assert booth.run("return `${booth.readNumber(told.text, 100n)}`;", str, text=text) == text


@pytest.mark.parametrize(
    "text",
    ["", "-1", "+1", "01", "00", "1e1", "0x1", " 1", "1_0", "\u0661", "100", "9" * 5000, 7, None],
)
def test_a_number_written_otherwise_is_refused(booth: BoothPage, text: object) -> None:
    assert code_of(booth, "booth.readNumber(told.text, 100n);", text=text) == "number-malformed"


def test_randomness_draws_again_what_is_not_below_the_bound(booth: BoothPage) -> None:
    """Nine bits are drawn for a bound of 300: the highest seven of the first byte do not count."""
    body = """const drawn = [[255, 255], [1, 44], [1, 43]];
      const real = crypto.getRandomValues;
      crypto.getRandomValues = (bytes) => bytes.set(drawn.shift());
      try { return [`${booth.secureRandomness(300n)}`, drawn.length]; }
      finally { crypto.getRandomValues = real; }"""
    assert booth.run(body, list) == ["299", 0]


def test_randomness_reaches_every_number_below_the_bound_and_no_other(booth: BoothPage) -> None:
    body = """const drawn = Array.from({ length: 2000 }, () => `${booth.secureRandomness(5n)}`);
      return [...new Set(drawn)].sort();"""
    assert booth.run(body, list) == ["0", "1", "2", "3", "4"]


def test_without_a_secure_context_the_booth_says_so(browser: Browser, booth: BoothPage) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script("Object.defineProperty(crypto, 'subtle', { value: undefined });")
    page.goto(booth.address)
    bare = BoothPage(page, booth.address)
    assert code_of(bare, "await booth.sha256('');") == "insecure-context"
    context.close()
