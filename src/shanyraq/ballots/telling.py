"""Tell what a verifier found in Kazakh, Russian or English, and as data for other programs."""

import unicodedata
from collections.abc import Iterator
from typing import Literal, get_args

from shanyraq.ballots.phrases import PHRASES
from shanyraq.ballots.verifier.findings import Fault, Finding, Report

Language = Literal["kk", "ru", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


def tell_finding(finding: Finding, language: Language) -> Iterator[str]:
    """One rule: whether it holds and of how much it was asked; then each place where it does not.

    >>> from shanyraq.ballots.verifier import Rule
    >>> list(tell_finding(Finding(Rule.BALLOT_UNIQUE, 2, (Fault(8),)), "en"))
    ['BROKEN (2): No ballot was cast twice. [ballot.unique]', '  record 8']
    """
    words = PHRASES[language]
    state = "broken" if finding.faults else "holds" if finding.looked_at else "not-asked"
    asked = f" ({finding.looked_at})" if finding.looked_at else ""
    yield f"{words[state]}{asked}: {words[finding.rule]} [{finding.rule}]"
    for fault in finding.faults:
        yield f"  {tell_fault(fault, language)}"


def tell_fault(fault: Fault, language: Language) -> str:
    """Where a rule is broken, and why if the place alone does not say it."""
    words = PHRASES[language]
    place = words["record"].format(record=fault.record)
    where = f", {_shown(fault.where)}" if fault.where else ""
    why = f": {words[fault.reason]}" if fault.reason else ""
    return f"{place}{where}{why}"


def tell_report(report: Report, language: Language) -> Iterator[str]:
    """The whole report, a line each: the election, every rule, the conclusion."""
    words = PHRASES[language]
    yield from _tell_election(report, language)
    for finding in report.findings:
        yield from tell_finding(finding, language)
    verdict = words["valid"] if report.is_valid else words["invalid"]
    yield verdict.format(number=len(report.broken))


def _tell_election(report: Report, language: Language) -> Iterator[str]:
    words = PHRASES[language]
    if report.election and report.tally:
        election = report.election
        yield words["election"].format(
            uuid=election.uuid, name=_shown(election.name), fingerprint=election.fingerprint
        )
        yield words["ballots"].format(cast=report.ballots, counted=report.tally.counted)
    if report.taken_over:
        yield words["taken-over"].format(number=report.taken_over)
    if report.fingerprint:
        yield words["last-event"].format(hash=report.fingerprint)


def _shown(text: str) -> str:
    """Text of an archive without signs that rule a terminal: they could feign a verdict."""
    return "".join("\ufffd" if _rules(sign) else sign for sign in text)


def _rules(sign: str) -> bool:
    """Whether a sign steers what is shown: controls, directions, ends of lines."""
    kind = unicodedata.category(sign)
    return kind.startswith("C") or kind in {"Zl", "Zp"}


def report_json(report: Report) -> dict[str, object]:
    """The report as data; numbers of records count from 1."""
    return {
        "valid": report.is_valid,
        "election": report.election and report.election.uuid,
        "fingerprint": report.election and report.election.fingerprint,
        "last_event": report.fingerprint,
        "ballots": report.ballots,
        "counted": report.tally and report.tally.counted,
        "taken_over": report.taken_over,
        "result": report.result and report.result.answers,
        "findings": [_finding_json(finding) for finding in report.findings],
    }


def _finding_json(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "holds": finding.holds,
        "looked_at": finding.looked_at,
        "faults": [
            {"record": fault.record, "where": fault.where, "reason": fault.reason}
            for fault in finding.faults
        ],
    }
