"""Findings are told in three languages, all of them complete."""

import string
from dataclasses import replace

import pytest
from tests.ballots.builders import SmallElection, verified

from shanyraq.ballots.phrases import PHRASES
from shanyraq.ballots.records import Reason
from shanyraq.ballots.telling import Language, tell_fault, tell_report
from shanyraq.ballots.verifier import Fault, Report, Rule


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("language", PHRASES)
def test_every_rule_and_reason_has_its_words(language: str) -> None:
    assert PHRASES[language].keys() == PHRASES["en"].keys() >= {*Rule, *Reason}
    for key, sentence in PHRASES[language].items():
        assert fields(sentence) == fields(PHRASES["en"][key]), key


def test_no_two_sentences_are_alike() -> None:
    for phrases in PHRASES.values():
        assert len({*phrases.values()}) == len(phrases)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "record 7, credential: is missing"),
        ("ru", "запись 7, credential: отсутствует"),
        ("kk", "7-жазба, credential: жоқ"),
    ],
)
def test_a_fault_names_record_place_and_reason(language: Language, told: str) -> None:
    assert tell_fault(Fault(7, "credential", Reason.MISSING), language) == told


def test_what_was_not_asked_is_not_said_to_hold() -> None:
    lines = list(tell_report(verified(SmallElection().archive()), "en"))
    blank = next(line for line in lines if "[ballot.blank-proof]" in line)
    assert blank.startswith("nothing to look at: ")


@pytest.mark.parametrize("sign", ["\x1b", "\n", "\r", "\x9b", "\u202e", "\u2028", "\x00"])
def test_nothing_in_an_archive_rules_the_terminal(sign: str) -> None:
    told = tell_fault(Fault(7, f"a{sign}b", Reason.UNKNOWN), "en")
    assert sign not in told
    small = SmallElection(voters=0)
    name = f"A{sign}VALID: every rule holds."
    record = replace(small.election, name=name)
    first = next(tell_report(Report((), election=record, tally=small.tally([])), "en"))
    assert sign not in first
    assert "A\ufffdVALID" in first
