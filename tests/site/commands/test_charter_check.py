import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.law.builders import small_data, the_folder

from shanyraq.law.loading import FILES
from shanyraq.site.commands.charter_check import charter, decision

ON = ("--on", "2008-09-15")
FIFTY = ("council_decision", *ON, "members=76", "for=50")


def check(*arguments: str) -> Result:
    return CliRunner().invoke(charter, ["check", *arguments])


def verify(path: Path, *arguments: str) -> Result:
    return CliRunner().invoke(decision, ["verify", str(path), *arguments])


@pytest.mark.parametrize(
    ("arguments", "outcome", "status"),
    [
        (("session_quorum", *ON, "members=504", "present=351"), "met", 0),
        (("session_quorum", *ON, "members=504", "present=335"), "not_met", 1),
        (("session_quorum", "--on", "2003-01-01", "members=504", "present=351"), "text_unknown", 1),
        (("session_quorum", "--on", "2012-01-16", "members=504", "present=351"), "no_provision", 1),
        (("session_quorum", *ON, "members=504"), "undetermined", 1),
        (("session_decision", *ON, "present=312", "for=157"), "met", 0),
        (("extraordinary_request", *ON, "members=400", "signatures=133"), "not_met", 1),
        (FIFTY, "not_met", 1),
        (("council_decision", *ON, "members=76", "for=51"), "met", 0),
        (("ordinary_sessions_per_year", *ON, "held=1"), "met", 0),
        (("session_notice", *ON, "start=2008-10-15", "published=2008-09-16"), "not_met", 1),
        (("announcement_content", *ON, "names_day=yes", "names_place=no"), "undetermined", 1),
        (("convene_session", *ON, "posts=member,council_member"), "not_met", 1),
        (("convene_session", *ON, "posts=chair"), "met", 0),
        (("convene_session", *ON), "not_met", 1),
    ],
)
def test_the_exit_status_tells_the_outcome(
    arguments: Sequence[str], outcome: str, status: int
) -> None:
    result = check(*arguments, "--json")
    assert result.exit_code == status
    assert json.loads(result.stdout)["result"]["outcome"] == outcome
    assert result.stderr.endswith(".\n")


def test_json_is_one_trace_on_standard_output_and_all_else_goes_elsewhere() -> None:
    result = check(*FIFTY, "--json", "--lang", "ru")
    trace = json.loads(result.stdout)
    assert result.stdout.count("\n") == 1
    assert (trace["format"], trace["as_of"]) == ("charter.trace/1", "2008-09-15")
    assert (trace["nodes"][0]["needed"], trace["nodes"][0]["clause"]) == (51, "R9.2c")
    assert result.stderr.startswith("Не принято.")


@pytest.mark.parametrize(
    ("language", "begins"), [("kk", "Қабылданбады."), ("ru", "Не принято."), ("en", "Not adopted.")]
)
def test_the_sentence_is_in_the_language_asked_for(language: str, begins: str) -> None:
    assert check(*FIFTY, "--lang", language).stdout.startswith(begins)


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("sesion_quorum", *ON), ("'sesion_quorum'", "session_quorum")),
        (("session_quorum", *ON, "seats=1"), ("seats=1", "Known: members, present")),
        (("session_quorum", *ON, "members"), ("'members'", "FACT=VALUE")),
        (("session_quorum", *ON, "members=many"), ("members=many", "a whole number")),
        (("session_quorum", *ON, "members=-4"), ("-4", "")),
        (("session_quorum", *ON, "members=4", "members=5"), ("members", "twice")),
        (("session_quorum", *ON, "members=4", "present=5"), ("present=5", "members=4")),
        (("session_quorum", "--on", "yesterday"), ("yesterday", "2007-07-26")),
        (("session_quorum", "--on", "2008-02-30"), ("2008-02-30", "a date such as")),
        (("session_quorum",), ("--on", "")),
        (("session_quorum", *ON, "--pack", "moon"), ("'moon'", "kz-assembly-2002")),
        (("session_quorum", *ON, "--lang", "de"), ("'de'", "kk")),
    ],
)
def test_wrong_use_is_named_with_what_is_known(
    arguments: Sequence[str], named: Sequence[str]
) -> None:
    result = check(*arguments, "--json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert [word for word in named if word not in result.stderr] == []


def test_a_broken_pack_is_wrong_use(tmp_path: Path) -> None:
    for name in FILES:
        (tmp_path / name).write_text("{}")
    result = check("session_quorum", *ON, "--pack", str(tmp_path))
    assert result.exit_code == 2
    assert "a value, and there is none" in result.stderr


def test_a_layer_is_asked_only_when_it_is_named() -> None:
    result = check(*FIFTY, "--layer", str(the_folder()), "--json")
    assert result.exit_code == 1


def test_a_stored_verdict_is_verified_and_a_changed_one_is_not(tmp_path: Path) -> None:
    path = tmp_path / "trace.json"
    path.write_text(check(*FIFTY, "--json").stdout, encoding="utf-8")
    assert verify(path).exit_code == 0
    path.write_text(path.read_text(encoding="utf-8").replace('"value":50', '"value":51'))
    changed = verify(path)
    assert (changed.exit_code, changed.stdout) == (1, "differs\n")
    assert "trace.result.outcome: stored 'not_met', recomputed 'met'" in changed.stderr


def test_what_is_no_trace_is_wrong_use(tmp_path: Path) -> None:
    path = tmp_path / "trace.json"
    path.write_bytes(b"\xff\xfe")
    assert verify(path).exit_code == 2
    path.write_text("{}")
    assert verify(path).exit_code == 2
    assert verify(tmp_path / "missing.json").exit_code == 2


def test_mutants_that_no_case_notices_are_named_beside_the_score(tmp_path: Path) -> None:
    for name, data in small_data().items():
        (tmp_path / name).write_text(json.dumps(data, default=str), encoding="utf-8")
    result = CliRunner().invoke(charter, ["mutate", "--pack", str(tmp_path)])
    assert result.exit_code == 1
    assert "survived: rules.yaml: rules → 0 → fraction = '1/3'" in result.stderr
    assert " 0 failed a case, " in result.stdout
    assert CliRunner().invoke(charter, ["mutate", "--pack", "moon"]).exit_code == 2


def test_asking_the_law_needs_no_django() -> None:
    asked = "import sys, shanyraq.site.commands.charter_check; print('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)  # noqa: S603 - our own words
    assert done.stdout == "False\n"


LAYERED = ("council_decision", "--on", "2009-03-02", "members=76", "present=60", "for=40")


@pytest.mark.parametrize(
    ("layers", "outcome", "status"),
    [
        ("kz-law-test-higher", "met", 0),
        ("kz-law-test-equal", "conflict", 1),
        ("kz-law-2008,kz-law-test-equal", "text_unknown", 1),
        ("moon", None, 2),
    ],
)
def test_layers_are_asked_beside_the_pack(layers: str, outcome: str | None, status: int) -> None:
    result = check(*LAYERED, "--layers", layers, "--json")
    assert result.exit_code == status
    if outcome:
        assert json.loads(result.stdout)["result"]["outcome"] == outcome


def test_the_acts_that_give_way_are_told_beside_the_one_that_prevails() -> None:
    result = check(*LAYERED, "--layers", "kz-law-test-higher", "--layer", "kz-law-test-higher")
    told = result.stdout.replace("\N{NO-BREAK SPACE}", " ")
    assert told.endswith("Prevails: Test act No. T-1. Gives way: Decree No. 856.\n")


def test_a_layered_verdict_is_verified_with_the_packs_it_names(tmp_path: Path) -> None:
    for layer in ("kz-law-2008", "kz-law-test-higher", "kz-law-test-equal"):
        path = tmp_path / f"{layer}.json"
        asked = [each for each in LAYERED if layer != "kz-law-2008" or "present" not in each]
        path.write_text(check(*asked, "--layer", layer, "--json").stdout, encoding="utf-8")
        assert verify(path).exit_code == 0, layer
        assert verify(path, "--pack", "kz-assembly-2002").exit_code == 1
