"""Every row of the act is held by a rule, or by a reason of a closed list."""

from typing import Any

import pytest
from pydantic import ValidationError

from shanyraq.law import load_pack
from shanyraq.law.coverage import Coverage, CoverageReport, Reason, examine, load_coverage
from shanyraq.law.provisions import packs_folder
from shanyraq.law.summaries import summaries_of

PACK = "kz-assembly-2002"


def our_coverage(**changed: object) -> Coverage:
    coverage = load_coverage(packs_folder() / PACK)
    return coverage.model_copy(update=changed)


def report_on(coverage: Coverage) -> CoverageReport:
    pack = load_pack(packs_folder() / PACK)
    return examine(coverage, pack, known=summaries_of(PACK).addresses)


def with_row(row: str, **holding: object) -> Coverage:
    coverage = our_coverage()
    return our_coverage(rows={**coverage.rows, row: coverage.rows[row].model_copy(update=holding)})


def test_each_of_the_rows_is_held_or_has_a_reason() -> None:
    report = report_on(our_coverage())
    assert report.faults == ()
    assert (report.rows, report.by_act) == (119, {"D": 8, "N": 18, "R": 93})
    assert report.held + sum(report.reasons.values()) == report.rows


def test_the_reasons_are_counted() -> None:
    assert report_on(our_coverage()).reasons == {
        Reason.NARRATIVE: 11,
        Reason.DEFINITION: 28,
        Reason.ADDRESSEE_OUTSIDE: 1,
        Reason.LATER_CHAPTER: 13,
    }


def test_a_missing_row_is_named() -> None:
    rows = dict(our_coverage().rows)
    del rows["R8.3a"], rows["N.13"]
    faults = report_on(our_coverage(rows=rows)).faults
    assert faults == (
        *("N: 17 rows, 18 are wanted", "R: 92 rows, 93 are wanted"),
        *("R8.3a: no row", "N.13a: no row", "N.13b: no row"),
    )


def test_an_unknown_rule_is_named() -> None:
    faults = report_on(with_row("R3", held_by=("legal_affect",))).faults
    assert faults == ("R3: no rule is called legal_affect",)


def test_a_rule_that_does_not_cite_the_row_holds_nothing() -> None:
    faults = report_on(with_row("R3", held_by=("session_quorum",))).faults
    assert faults == ("R3: session_quorum does not cite it",)


@pytest.mark.parametrize(
    "holding",
    [
        {},
        {"held_by": ["legal_effect"], "reason": "narrative"},
        {"reason": "too_hard"},
        {"reason": "later_chapter"},
    ],
)
def test_a_row_without_a_clear_holder_is_refused(holding: dict[str, Any]) -> None:
    data = {"schema": "charter-coverage/1", "counts": {"R": 1}, "rows": {"R3": holding}}
    with pytest.raises(ValidationError):
        Coverage.model_validate(data)
