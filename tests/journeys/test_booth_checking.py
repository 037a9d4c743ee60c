"""What a browser's trustee finds wrong with a ballot or with trustees, held to the pure core."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser
from tests.ballots.builders import SmallElection
from tests.ballots.mutants import leaves, mutated
from tests.journeys.booth import BoothPage, booth_in
from tests.journeys.trustees import a_table

from shanyraq.ballots.ballot import check_ballot
from shanyraq.ballots.groups import GROUPS
from shanyraq.ballots.hashing import base64_hash
from shanyraq.ballots.proofs import prove_knowledge
from shanyraq.ballots.questions import HomomorphicQuestion
from shanyraq.ballots.records import canonical
from shanyraq.ballots.trustees import Trustees

pytestmark = pytest.mark.journey

GROUP = GROUPS["BELENIOS-2048"]
ELECTIONS = {
    "plain": SmallElection([HomomorphicQuestion("Which?", ("A", "B"), 1, 2)]),
    "blank": SmallElection([HomomorphicQuestion("Which?", ("A", "B"), 0, 1, blank=True)]),
    "two": SmallElection([HomomorphicQuestion("Which?", ("A", "B"), 0, 1)] * 2),
}
FAULTS = """const election = await booth.readElection(told.election);
  const faults = [];
  for (const ballot of told.ballots) faults.push(await booth.findFault(election, ballot));
  return faults;"""
TRUSTEES = """const election = await booth.readElection(told.election);
  const tried = booth.checkTrustees(election, JSON.parse(told.trustees));
  return tried.then(() => "", ({ code, detail }) => `${code} ${detail}`);"""


@pytest.fixture(scope="module")
def booth(browser: Browser) -> Iterator[BoothPage]:
    with booth_in(browser) as opened:
        yield opened


def faults(booth: BoothPage, small: SmallElection, *ballots: bytes) -> list[str]:
    told = {"election": small.election.body.decode(), "ballots": [one.decode() for one in ballots]}
    return booth.run(FAULTS, list, **told)


def broken(small: SmallElection, body: bytes) -> list[str]:
    """The places that the core finds wrong, the first one first."""
    _, wrong = check_ballot(small.election, body, {int(one) for one in small.public})
    return [str(one.rule) for one in wrong]


def signed_anew(small: SmallElection, body: bytes) -> bytes:
    """A ballot of the first voter under a signature that holds, whatever it says."""
    unsigned = {name: held for name, held in json.loads(body).items() if name != "signature"}
    hashed = base64_hash(canonical(unsigned))
    proof = prove_knowledge(GROUP, small.secrets[0], prefix=f"sig|{hashed}|", randomness=small.draw)
    return canonical({**unsigned, "signature": {"hash": hashed, "proof": proof.json()}})


@pytest.mark.parametrize("kind", ELECTIONS)
def test_ballots_of_all_kinds_of_answers_hold(booth: BoothPage, kind: str) -> None:
    small = ELECTIONS[kind]
    ballots = [one.body for one in small.ballots()]
    assert faults(booth, small, *ballots) == [""] * len(ballots)


@pytest.mark.parametrize("kind", ELECTIONS)
def test_a_ballot_changed_by_one_anywhere_does_not_hold(booth: BoothPage, kind: str) -> None:
    small = ELECTIONS[kind]
    body = small.ballots()[0].body
    mutants = [mutated(body, path) for path in leaves(json.loads(body))]
    assert all(faults(booth, small, *mutants))
    assert all(broken(small, mutant) for mutant in mutants)


def test_each_proof_is_asked_for(booth: BoothPage) -> None:
    """Signed anew, so that the signature says nothing of what is wrong."""
    small = ELECTIONS["blank"]
    body = small.ballots()[0].body
    answer = {"choices", "individual_proofs", "overall_proof", "blank_proof"}
    paths = [path for path in leaves(json.loads(body)) if answer & {*map(str, path)}]
    found = faults(booth, small, *(signed_anew(small, mutated(body, path)) for path in paths))
    for path, fault in zip(paths, found, strict=True):
        assert fault.startswith(f"answers[0].{path[2]}"), (path, fault)


def test_a_negated_ciphertext_is_no_member(booth: BoothPage) -> None:
    small = ELECTIONS["plain"]
    held = json.loads(small.ballots()[0].body)
    choice = held["answers"][0]["choices"][0]
    choice["beta"] = str(GROUP.p - int(choice["beta"]))
    assert faults(booth, small, signed_anew(small, canonical(held))) == ["answers[0].choices"]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace(b"{", b"{ ", 1),
        lambda text: text.replace(b'{"election_uuid"', b'{"more":1,"election_uuid"', 1),
        lambda text: text.replace(b'{"challenge"', b'{"more":1,"challenge"', 1),
        lambda text: text.replace(b'"alpha":"', b'"alpha":"0', 1),
        lambda _: b"null",
        lambda _: b"[]",
        lambda _: b"x",
    ],
)
def test_a_ballot_written_otherwise_is_none(booth: BoothPage, change: object) -> None:
    assert callable(change)
    small = ELECTIONS["plain"]
    body = change(small.ballots()[0].body)
    assert faults(booth, small, body) == ["form"]
    assert broken(small, body) == ["ballot.form"]


def test_trustees_of_a_ceremony_hold_and_no_field_of_theirs_may_change(booth: BoothPage) -> None:
    trustees = Trustees((a_table(booth, GROUP, "pp").hold(),))
    small = SmallElection(ELECTIONS["plain"].questions, trustees=trustees)
    record = canonical(trustees.json())
    assert verdict(booth, small, record) == ""
    for path in leaves(json.loads(record)):
        assert verdict(booth, small, mutated(record, path)).startswith("trustees-altered"), path


def test_the_key_of_the_election_is_that_of_its_trustees(booth: BoothPage) -> None:
    small, other = SmallElection(), SmallElection(seed=2)
    assert verdict(booth, small, canonical(small.held.json())) == ""
    wrong = verdict(booth, small, canonical(other.held.json()))
    assert wrong == "trustees-altered the key of the election"
    assert verdict(booth, small, b"[]") == wrong
    assert verdict(booth, small, b'[["Other",{}]]') == "trustees-altered Other"


def verdict(booth: BoothPage, small: SmallElection, trustees: bytes) -> str:
    told = {"election": small.election.body.decode(), "trustees": trustees.decode()}
    return booth.run(TRUSTEES, str, **told)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    raised=st.tuples(st.sampled_from(sorted(GROUPS)), st.integers(1, 2**2047)),
    exponent=st.one_of(st.integers(0, 20), st.integers(0, 2**256 - 1)),
)
def test_shared_squarings_give_what_plain_powers_give(
    booth: BoothPage, raised: tuple[str, int], exponent: int
) -> None:
    name, base = raised
    group = GROUPS[name]
    body = """const group = booth.findGroup(told.name);
      const exponent = BigInt(told.exponent) % (group.q + 1n);
      return `${group.chain(BigInt(told.base)).power(exponent)}`;"""
    told = {"name": name, "base": str(base), "exponent": str(exponent)}
    answer = booth.run(body, str, **told)
    assert int(answer) == pow(base, exponent % int(group.q + 1), int(group.p))
