from pathlib import Path

import pytest
from tests.law.builders import the_folder, the_pack

from shanyraq.law import BrokenPack
from shanyraq.law.cases import CaseFile, count_cases, failures, load_cases
from shanyraq.law.kinds import DutyRule, PowerRule, RightRule

BOUNDARIES = 5
DAYS_AROUND_EACH = 3


def the_cases() -> tuple[CaseFile, ...]:
    return load_cases(the_folder())


def test_the_pack_answers_as_its_cases_expect() -> None:
    assert list(failures(the_pack(), the_cases())) == []


def test_every_rule_has_a_case_that_passes_and_one_that_fails() -> None:
    expected = {(c.rule, c.expect["outcome"]) for f in the_cases() for c in f.cases if c.expect}
    powers = {power for file in the_cases() for power in file.powers}
    always_met = {"legal_effect"}
    for rule in the_pack().book.rules:
        if isinstance(rule, PowerRule | RightRule | DutyRule):
            assert rule.id in powers
        else:
            assert (rule.id, "met") in expected, rule.id
            assert (rule.id, "not_met") in expected or rule.id in always_met, rule.id


def test_every_clause_stands_in_the_table_of_states_at_every_boundary() -> None:
    table = next(file.states for file in the_cases() if file.states)
    assert set(table.clauses) == set(the_pack().head.clauses)
    assert len(table.days) == BOUNDARIES * DAYS_AROUND_EACH
    changes = {state.from_ for state in the_pack().head.states} | {the_pack().ends}
    assert changes <= set(table.days)


def test_a_case_that_is_not_answered_so_is_named() -> None:
    wrong = CaseFile.model_validate(
        {
            "cases": [
                {
                    "name": "fifty is enough",
                    "rule": "council_decision",
                    "on": "2008-09-15",
                    "facts": {"members": 76, "for": 50},
                    "expect": {"outcome": "met"},
                },
                {
                    "name": "no such fact",
                    "rule": "council_decision",
                    "on": "2008-09-15",
                    "facts": {"seats": 76},
                    "expect": {"outcome": "met"},
                },
            ],
            "names": {"2006-01-01": "Assembly of the People of Kazakhstan"},
            "parameters": {"A9": {"proxy": True}},
        }
    )
    found = list(failures(the_pack(), (wrong,)))
    assert [line.split(":")[0] for line in found] == [
        "name on 2006-01-01",
        "A9.proxy",
        "fifty is enough",
        "no such fact",
    ]


def test_the_cases_are_counted() -> None:
    assert count_cases((CaseFile(),)) == 0
    assert count_cases(the_cases()) > len(the_pack().book.rules)


def test_a_broken_file_of_cases_is_refused(tmp_path: Path) -> None:
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "wrong.yaml").write_text("cases: [{name: x}]")
    with pytest.raises(BrokenPack, match=r"wrong\.yaml"):
        load_cases(tmp_path)
