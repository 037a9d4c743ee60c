import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st
from tests.law.builders import DAY, a_higher_pack, the_data, the_law, the_pack

from shanyraq.law import UnreadableTrace, Verdict, all_of, verdict_of, verify_decision
from shanyraq.law.kinds import DutyRule, PowerRule, RightRule
from shanyraq.law.loading import build_pack

Tampering = Callable[[dict[str, Any]], object]


def a_composed_verdict(*, present: int = 266) -> Verdict:
    law = the_law()
    quorum = {"members": 400, "present": present}
    conditions = [
        law.check("session_quorum", quorum, sources={"present": "attendance:abc"}),
        law.check("session_notice", {"start": date(2008, 10, 15), "published": date(2008, 9, 15)}),
        law.can("open_session", {"working_organ"}),
        law.check("announcement_content", {"names_day": True}),
    ]
    return all_of("open", conditions, on=DAY)


def test_a_stored_verdict_is_recomputed_from_its_bytes() -> None:
    verdict = a_composed_verdict()
    found = verify_decision(verdict.canonical, the_pack())
    assert found.agrees
    assert found.sha256 == verdict.sha256


def test_canonical_bytes_are_the_same_after_a_round_trip() -> None:
    verdict = a_composed_verdict()
    assert rfc8785.dumps(json.loads(verdict.canonical)) == verdict.canonical


@given(st.integers(0, 500), st.data(), st.dates(date(2001, 1, 1), date(2013, 1, 1)))
def test_every_answer_of_every_day_is_recomputed(
    members: int, data: st.DataObject, on: date
) -> None:
    present = data.draw(st.integers(0, members))
    law = the_law(on=on)
    verdict = law.check("session_quorum", {"members": members, "present": present})
    assert verify_decision(verdict.canonical, the_pack()).agrees


def test_every_rule_of_the_pack_is_recomputed() -> None:
    law = the_law()
    for rule in the_pack().book.rules:
        holds = isinstance(rule, PowerRule | RightRule | DutyRule)
        verdict = law.can(rule.id, {"chair"}) if holds else law.check(rule.id, {})
        assert verify_decision(verdict.trace, the_pack()).agrees, rule.id


def test_layers_and_conflicts_are_recomputed() -> None:
    facts = {"members": 76, "present": 51, "for": 34}
    for rank in ("constitutional_law_and_law", "this_regulation"):
        packs = [the_pack(), a_higher_pack(rank=rank)]
        verdict = the_law(*packs).check("council_decision", facts)
        assert verify_decision(verdict.canonical, packs).agrees, rank


TAMPERINGS: dict[str, tuple[Tampering, str]] = {
    "a fact": (lambda trace: trace["nodes"][1]["facts"][1].update(value=267), "outcome"),
    "an outcome": (lambda trace: trace["nodes"][1].update(outcome="met"), "outcome"),
    "the result": (lambda trace: trace["result"].update(outcome="met"), "trace.result.outcome"),
    "a number": (lambda trace: trace["nodes"][1].update(needed=266), "needed"),
    "a clause": (lambda trace: trace["nodes"][1].update(clause="R9.2c"), "clause"),
    "a reading": (lambda trace: trace["nodes"][1].update(reading="A13"), "reading"),
    "a condition left out": (lambda trace: trace["nodes"][0]["children"].pop(), "nodes[4]"),
    "the pack": (lambda trace: trace["packs"][0].update(sha256="0" * 64), "sha256"),
    "something added": (lambda trace: trace.update(note="trust me"), "trace.note"),
    "a number as words": (
        lambda trace: trace["nodes"][1]["facts"][0].update(value="many"),
        "nodes",
    ),
    "a rule of another name": (lambda trace: trace["nodes"][1].update(rule="luck"), "nodes"),
}


@pytest.mark.parametrize(("tampering", "place"), TAMPERINGS.values(), ids=TAMPERINGS)
def test_what_was_tampered_with_is_named(tampering: Tampering, place: str) -> None:
    trace = json.loads(a_composed_verdict().canonical)
    tampering(trace)
    found = verify_decision(json.dumps(trace), the_pack())
    places = [difference.place for difference in found.differences]
    assert not found.agrees
    assert any(place in each for each in places)


def test_a_trace_moved_to_another_day_has_another_hash() -> None:
    verdict = a_composed_verdict()
    trace = {**verdict.trace, "as_of": "2008-09-16"}
    found = verify_decision(trace, the_pack())
    assert found.agrees
    assert found.sha256 != verdict.sha256


def test_the_same_facts_under_another_law_are_another_verdict() -> None:
    data = the_data()
    data["rules.yaml"]["rules"][0]["fraction"] = "1/2"
    found = verify_decision(a_composed_verdict().canonical, build_pack(data, Path("changed")))
    places = {difference.place for difference in found.differences}
    assert {"trace.result.outcome", "trace.packs[0].sha256"} & places


def test_the_version_of_the_engine_may_differ() -> None:
    trace = json.loads(a_composed_verdict().canonical)
    trace["engine"]["version"] = "9.9"
    assert verify_decision(trace, the_pack()).agrees


@pytest.mark.parametrize(
    "written",
    [
        "",
        "[]",
        "not json",
        "{}",
        '{"format": "charter.trace/2"}',
        '{"format": "charter.trace/1"}',
        '{"format": "charter.trace/1", "as_of": "2008-09-15", "nodes": []}',
        '{"format": "charter.trace/1", "as_of": "soon", "nodes": [{"id": "n1"}]}',
        '{"format": "charter.trace/1", "as_of": "2008-09-15", "nodes": [7]}',
    ],
)
def test_what_is_no_trace_is_refused(written: str) -> None:
    with pytest.raises(UnreadableTrace):
        verify_decision(written, the_pack())


def test_a_stored_verdict_is_told_again() -> None:
    verdict = a_composed_verdict()
    told = verdict_of(json.loads(verdict.canonical), [the_pack()]).sentence("kk")
    assert told == verdict.sentence("kk")
