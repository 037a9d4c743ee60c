"""Ballots made in Chromium: valid in Python, opened for an audit, told through the worker."""

import json
import random
import secrets
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser
from tests.journeys.booth import BoothPage, booth_in

from shanyraq.ballots.ballot import check_ballot
from shanyraq.ballots.credentials import make_credential, public_credential
from shanyraq.ballots.groups import GROUPS
from shanyraq.ballots.proofs import PublicKey
from shanyraq.ballots.questions import (
    Election,
    HomomorphicQuestion,
    Question,
    RankedQuestion,
    make_election,
)

pytestmark = pytest.mark.journey

UUID = "vAQmELzQnnEA8N"
NINE = HomomorphicQuestion("Nine seats?", tuple("ABCDEFGHI"), 0, 9)
BLANK = HomomorphicQuestion("Two of three?", tuple("ABC"), 1, 2, blank=True)
RANKED = RankedQuestion("In which order?", tuple("ABCD"))

ELECTION = "const election = await booth.readElection(told.election);"
MAKE = f"""{ELECTION}
  const made = await booth.makeBallot({{ ...told, election, credential: told.code }});"""
CAST = f"""{MAKE} return {{ ...(await made.release()), control: made.control }};"""
AUDIT = f"""{MAKE} return {{ opening: booth.openBallot(made), control: made.control }};"""
CHECK = f"{ELECTION} return await booth.checkOpening({{ ...told, election }});"
TRIED = """const tried = async (act) => {
    try { await act(); return "none"; } catch (error) { return error.code; }
  };"""


@pytest.fixture(scope="module")
def booth(browser: Browser) -> Iterator[BoothPage]:
    with booth_in(browser) as opened:
        yield opened


def an_election(
    *questions: Question, group: str = "BELENIOS-2048", name: str = "Сынақ"
) -> Election:
    known = GROUPS[group]
    key = PublicKey(known, known.generate(secrets.randbelow(int(known.q))))
    return make_election(
        key=key, uuid=UUID, name=name, description="Synthetic", questions=questions
    )


def a_code(seed: int = 7) -> str:
    return make_credential(random.Random(seed).randrange)  # noqa: S311 - tests must repeat


def told_of(election: Election, answers: Sequence[Sequence[int]], code: str = "") -> dict[str, Any]:
    return {"election": election.body.decode(), "answers": answers, "code": code or a_code()}


def faults_of(election: Election, text: str, code: str) -> list[str]:
    """What the verifier finds in a ballot of the holder of a code."""
    credential = public_credential(election.group, code, election.uuid)
    _, broken = check_ballot(election, text.encode(), {credential})
    return [f"{one.rule} {one.where}" for one in broken]


@st.composite
def marks(draw: st.DrawFn, question: HomomorphicQuestion) -> list[int]:
    """Values that answer a question, the blank vote's first where one is offered."""
    if question.blank and draw(st.booleans()):
        return [1] + [0] * len(question.answers)
    count = draw(st.integers(question.minimum, question.maximum))
    places = draw(st.permutations(range(len(question.answers))))[:count]
    return [0] * question.blank + [int(at in places) for at in range(len(question.answers))]


SEVERAL = an_election(NINE, BLANK)
ORDERED = an_election(RANKED, BLANK, group="RFC-3526-2048")


@settings(max_examples=12, deadline=None)
@given(nine=marks(NINE), blank=marks(BLANK), seed=st.integers(0, 2**32))
def test_a_ballot_of_any_marks_is_valid(
    *, booth: BoothPage, nine: list[int], blank: list[int], seed: int
) -> None:
    code = a_code(seed)
    cast = booth.run(CAST, dict, **told_of(SEVERAL, [nine, blank], code))
    assert faults_of(SEVERAL, cast["text"], code) == []


@settings(max_examples=4, deadline=None)
@given(ranks=st.lists(st.integers(0, 255), min_size=4, max_size=4), blank=marks(BLANK))
def test_a_ballot_of_any_ranks_is_valid(
    booth: BoothPage, ranks: list[int], blank: list[int]
) -> None:
    code = a_code()
    cast = booth.run(CAST, dict, **told_of(ORDERED, [ranks, blank], code))
    assert faults_of(ORDERED, cast["text"], code) == []


def test_a_ballot_has_the_tracker_and_the_control_code_that_python_gives_it(
    booth: BoothPage,
) -> None:
    code, answers = a_code(), [[1] * 9, [0, 1, 0, 0]]
    cast = booth.run(CAST, dict, **told_of(SEVERAL, answers, code))
    credential = public_credential(SEVERAL.group, code, UUID)
    ballot, broken = check_ballot(SEVERAL, cast["text"].encode(), {credential})
    assert (ballot is not None, broken) == (True, ())
    assert ballot is not None
    assert (cast["tracker"], cast["control"]) == (ballot.tracker, ballot.signed_hash)


def test_a_ballot_is_valid_for_nobody_else_and_in_no_other_election(booth: BoothPage) -> None:
    code = a_code()
    cast = booth.run(CAST, dict, **told_of(SEVERAL, [[1] * 9, [1, 0, 0, 0]], code))
    assert faults_of(SEVERAL, cast["text"], a_code(8)) == ["ballot.credential credential"]
    other = an_election(NINE, BLANK, name="Another")
    assert "ballot.election election_hash" in faults_of(other, cast["text"], code)


def test_two_ballots_of_the_same_marks_share_no_number_but_the_credential(
    booth: BoothPage,
) -> None:
    told = told_of(SEVERAL, [[0] * 9, [1, 0, 0, 0]])
    ballots = [json.loads(booth.run(CAST, dict, **told)["text"]) for _ in range(2)]
    first, second = ({n for a in b["answers"] for n in numbers_in(a)} for b in ballots)
    assert len(first) == 2 * 13 + 2 * 2 * 13 + 2 * 10 + 2 * (3 + 2)
    assert first & second == set()


def numbers_in(value: object) -> Iterator[str]:
    """Every number of a record."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from numbers_in(inner)


@pytest.mark.parametrize(
    ("nine", "two", "code"),
    [
        ([0] * 9, [0, 1, 0, 0], "none"),
        ([0] * 9, [0, 1, 1, 0], "none"),
        ([0] * 9, [1, 0, 0, 0], "none"),
        ([0] * 9, [0, 0, 0, 0], "answer-too-few"),
        ([0] * 9, [0, 1, 1, 1], "answer-too-many"),
        ([0] * 9, [1, 1, 0, 0], "answer-blank-and-marks"),
        ([0] * 9, [1, 0, 0], "answer-shape"),
        ([2] + [0] * 8, [1, 0, 0, 0], "answer-shape"),
        ([-1] + [0] * 8, [1, 0, 0, 0], "answer-shape"),
        ([0] * 8, [1, 0, 0, 0], "answer-shape"),
    ],
)
def test_marks_that_the_question_does_not_allow_are_refused(
    *, booth: BoothPage, nine: list[int], two: list[int], code: str
) -> None:
    body = f"""{TRIED} {ELECTION} return tried(
      () => booth.makeBallot({{ ...told, election, credential: told.code }}));"""
    assert booth.run(body, str, **told_of(SEVERAL, [nine, two])) == code


@pytest.mark.parametrize(
    ("rank", "code"), [(255, "none"), (256, "answer-shape"), (-1, "answer-shape")]
)
def test_a_rank_beyond_a_byte_is_refused(booth: BoothPage, rank: int, code: str) -> None:
    body = f"""{TRIED} {ELECTION} return tried(
      () => booth.checkValues(election.questions[0], told.answers[0]));"""
    assert booth.run(body, str, **told_of(ORDERED, [[rank, 1, 2, 3]])) == code


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({}, "none"),
        ({"version": 2}, "election-unreadable"),
        ({"uuid": "0" * 14}, "election-unreadable"),
        ({"questions": []}, "election-unreadable"),
        ({"questions": [RANKED.json()]}, "election-unreadable"),
        ({"questions": [{**NINE.json(), "min": 3, "max": 2}]}, "election-unreadable"),
        ({"questions": [{**NINE.json(), "max": 10}]}, "election-unreadable"),
        ({"group": "Ed25519"}, "unknown-group"),
        ({"public_key": "1"}, "election-unreadable"),
        ({"public_key": "2"}, "not-in-group"),
        ({"public_key": "0"}, "not-in-group"),
        ({"public_key": str(GROUPS["BELENIOS-2048"].p + 1)}, "number-malformed"),
    ],
)
def test_an_election_is_read_strictly(
    booth: BoothPage, changed: dict[str, object], code: str
) -> None:
    text = json.dumps({**json.loads(SEVERAL.body), **changed})
    body = f"{TRIED} return tried(() => booth.readElection(told.text));"
    assert booth.run(body, str, text=text) == code


def test_an_election_with_another_fingerprint_than_the_voter_was_told_is_refused(
    booth: BoothPage,
) -> None:
    body = f"{TRIED} return tried(() => booth.readElection(told.text, told.known));"
    text = SEVERAL.body.decode()
    assert booth.run(body, str, text=text, known=SEVERAL.fingerprint) == "none"
    assert booth.run(body, str, text=text + " ", known=SEVERAL.fingerprint) == "election-altered"


def test_a_ballot_is_cast_or_opened_and_never_both(booth: BoothPage) -> None:
    body = f"""{TRIED} {MAKE}
      const other = await booth.makeBallot({{ ...told, election, credential: told.code }});
      const once = await made.release();
      other.open();
      return [await tried(() => made.open()), await tried(() => other.release()),
        (await made.release()).tracker === once.tracker];"""
    told = told_of(SEVERAL, [[1] * 9, [1, 0, 0, 0]])
    assert booth.run(body, list, **told) == ["ballot-released", "ballot-opened", True]


AUDITED = [
    (SEVERAL, [[1, 0, 1, 0, 0, 0, 0, 0, 1], [0, 0, 1, 1]]),
    (SEVERAL, [[0] * 9, [1, 0, 0, 0]]),
    (ORDERED, [[4, 3, 2, 1], [0, 1, 0, 0]]),
]


@pytest.mark.parametrize(("election", "answers"), AUDITED)
def test_an_opened_ballot_encrypts_again_to_the_same_and_cannot_be_cast(
    booth: BoothPage, election: Election, answers: list[list[int]]
) -> None:
    told = told_of(election, answers)
    audit = booth.run(AUDIT, dict, **told)
    assert booth.run(CHECK, list, **told, **audit) == []
    assert "signature" not in json.loads(audit["opening"])["ballot"]
    assert told["code"] not in audit["opening"]


def test_a_ballot_for_another_candidate_than_shown_is_found(booth: BoothPage) -> None:
    shown, made = [[1] + [0] * 8, [1, 0, 0, 0]], [[0, 1] + [0] * 7, [1, 0, 0, 0]]
    audit = booth.run(AUDIT, dict, **told_of(SEVERAL, made))
    findings = booth.run(CHECK, list, **told_of(SEVERAL, shown), **audit)
    assert findings == [{"code": "other-choice", "question": 0, "choice": at} for at in (0, 1)]


def test_other_ranks_than_shown_are_found(booth: BoothPage) -> None:
    audit = booth.run(AUDIT, dict, **told_of(ORDERED, [[2, 1, 3, 4], [1, 0, 0, 0]]))
    shown = told_of(ORDERED, [[1, 2, 3, 4], [1, 0, 0, 0]])
    expected = [{"code": "other-choice", "question": 0, "choice": 0}]
    assert booth.run(CHECK, list, **shown, **audit) == expected


def test_a_device_that_lies_about_what_it_encrypted_is_found(booth: BoothPage) -> None:
    shown, made = [[1] + [0] * 8, [1, 0, 0, 0]], [[0] * 9, [1, 0, 0, 0]]
    audit = booth.run(AUDIT, dict, **told_of(SEVERAL, made))
    lie = json.loads(audit["opening"])
    lie["answers"][0]["values"] = shown[0]
    audit["opening"] = json.dumps(lie)
    findings = booth.run(CHECK, list, **told_of(SEVERAL, shown), **audit)
    assert findings == [{"code": "other-ciphertext", "question": 0, "choice": 0}]


def test_a_device_that_opens_another_ballot_than_it_showed_is_found(booth: BoothPage) -> None:
    """It had made a ballot for somebody else, and makes an honest one once asked for an audit."""
    shown = told_of(SEVERAL, [[1] + [0] * 8, [1, 0, 0, 0]])
    dishonest = booth.run(AUDIT, dict, **told_of(SEVERAL, [[0] * 9, [1, 0, 0, 0]]))
    honest = booth.run(AUDIT, dict, **shown)
    told = {"opening": honest["opening"], "control": dishonest["control"]}
    assert booth.run(CHECK, list, **shown, **told) == [{"code": "other-control-code"}]
    told["opening"] = json.dumps(json.loads(told["opening"]) | {"control": told["control"]})
    assert booth.run(CHECK, list, **shown, **told) == [{"code": "other-control-code"}]


def test_an_opening_of_another_election_is_found(booth: BoothPage) -> None:
    answers = [[1] + [0] * 8, [1, 0, 0, 0]]
    audit = booth.run(AUDIT, dict, **told_of(an_election(NINE, BLANK), answers))
    findings = booth.run(CHECK, list, **told_of(SEVERAL, answers), **audit)
    assert findings[0] == {"code": "other-election"}


@pytest.mark.parametrize(
    "broken", ["", "{}", '{"ballot":{}}', "nothing", "numbers", "fewer", "negative"]
)
def test_an_opening_that_cannot_be_read_is_a_finding(booth: BoothPage, broken: str) -> None:
    told = told_of(SEVERAL, [[1] * 9, [1, 0, 0, 0]])
    audit = booth.run(AUDIT, dict, **told)
    opening = json.loads(audit["opening"])
    numbers = opening["answers"][0]["randomness"]
    damaged = {
        "nothing": {**opening, "answers": []},
        "numbers": {**opening, "answers": [{**opening["answers"][0], "values": ["x"] * 9}] * 2},
        "fewer": {**opening, "answers": [{"values": [1], "randomness": numbers[:1]}] * 2},
        "negative": {**opening, "answers": [{"values": [1] * 9, "randomness": ["-1"] * 9}] * 2},
    }
    audit["opening"] = json.dumps(damaged[broken]) if broken in damaged else broken
    findings = booth.run(CHECK, list, **told, **audit)
    assert {"code": "opening-malformed"} in [{"code": one["code"]} for one in findings]


VISIT = """const visit = new booth.Booth(told.worker ?? undefined);
  const steps = [];
  await visit.ask("prepare", told);
  const { control } = await visit.ask(
    "make", { credential: told.code, answers: told.answers }, (...step) => steps.push(step));
  const cast = await visit.ask("release");
  const late = await visit.ask("open").catch((error) => error.code);
  await visit.close();
  const ended = await visit.ask("release").catch((error) => error.code);
  return { ...cast, control, steps, late, ended };"""
#: Counts the workers that say they are ready.
LISTENING = """() => {
  window.Worker = class extends window.Worker {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", ({ data }) => {
        if (data.type === "ready") window.ready = (window.ready ?? 0) + 1;
      });
    }
  };
}"""
#: Browsers that have no workers, or forbid them.
WITHOUT = {
    "removed": "delete window.Worker",
    "throwing": "() => { window.Worker = class { constructor() { throw new Error('no'); } }; }",
}
ONE = an_election(NINE)


@pytest.mark.parametrize(
    ("address", "workers"), [("", 1), ("/booth/missing.js", 0), ("removed", 0), ("throwing", 0)]
)
def test_the_booth_works_in_a_worker_and_without_one(
    browser: Browser, address: str, workers: int
) -> None:
    code = a_code()
    told = told_of(ONE, [[1] * 9], code)
    with booth_in(browser) as booth:
        booth.page.evaluate(WITHOUT.get(address, LISTENING))
        visit = booth.run(VISIT, dict, **told, **({"worker": address} if workers == 0 else {}))
        assert booth.page.evaluate("window.ready ?? 0") == workers
    assert visit["steps"] == [[at, 19] for at in range(1, 20)]
    assert (visit["late"], visit["ended"]) == ("ballot-released", "not-prepared")
    assert faults_of(ONE, visit["text"], code) == []


def test_the_worker_tells_a_failure_by_its_code_and_goes_on(booth: BoothPage) -> None:
    body = """const visit = new booth.Booth();
      const code = (asked) => asked.then(() => "none", (error) => error.code);
      const make = (answers) => code(visit.ask("make", { credential: told.code, answers }));
      const codes = [await make(told.answers), await code(visit.ask("prepare", { election: "{" }))];
      codes.push(await code(visit.ask("prepare", told)), await code(visit.ask("release")));
      codes.push(await make([[2]]), await code(visit.ask("nothing")), await make(told.answers));
      codes.push(await make([[2]]), await code(visit.ask("release")));
      await visit.close();
      return codes;"""
    expected = ["not-prepared", "election-unreadable", "none", "not-prepared", "answer-shape"]
    codes = booth.run(body, list, **told_of(ONE, [[1] * 9]))
    assert codes == [*expected, "defect", "none", "answer-shape", "not-prepared"]


def test_whoever_waits_for_a_booth_that_is_closed_is_told(booth: BoothPage) -> None:
    body = """const visit = new booth.Booth();
      await visit.ask("prepare", told);
      const asked = visit.ask("make", { credential: told.code, answers: told.answers });
      const told_of = asked.then(() => "none", (error) => error.code);
      await visit.close();
      return told_of;"""
    assert booth.run(body, str, **told_of(ONE, [[1] * 9])) == "not-prepared"


def test_an_audit_and_a_trustees_key_go_through_the_worker(booth: BoothPage) -> None:
    body = """const visit = new booth.Booth();
      await visit.ask("prepare", told);
      const { control } = await visit.ask("make", { credential: told.code, answers: told.answers });
      const { opening } = await visit.ask("open");
      const { findings } = await visit.ask("check", { opening, control, answers: told.answers });
      const group = booth.findGroup("BELENIOS-2048");
      const { publicKey } = await visit.ask("trustee-key", { group: group.name, name: "A" });
      const good = await booth.checkTrusteeKey(group, publicKey);
      const bad = await booth.checkTrusteeKey(group, { ...publicKey, public_key: `${group.g}` });
      await visit.close();
      return [findings, publicKey.name, good, bad];"""
    assert booth.run(body, list, **told_of(ONE, [[1] * 9])) == [[], "A", True, False]


def test_nothing_is_sent_while_a_ballot_is_made(browser: Browser) -> None:
    with booth_in(browser) as booth:
        sent: list[str] = []
        booth.page.context.on("request", lambda request: sent.append(request.url))
        booth.run(VISIT, dict, **told_of(ONE, [[1] * 9]))
        assert [url for url in sent if not url.startswith(f"{booth.address}booth/")] == []
        assert [url for url in sent if "?" in url or "#" in url] == []
        storage = booth.page.evaluate("[localStorage.length, sessionStorage.length]")
        assert storage == [0, 0]
