"""The commands for the texts of the law."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from shanyraq.charter.models import ImportedText
from shanyraq.platform.models import JournalEntry
from shanyraq.site.command import main

pytestmark = pytest.mark.django_db

FIXTURE = Path(__file__).parents[2] / "law" / "statute" / "consolidated_kk.txt"
ACT = "U020000856_"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["charter", *arguments])


def imported(path: Path = FIXTURE, *, act: str = ACT, language: str = "kk") -> Result:
    return run("import-text", str(path), "--act", act, "--lang", language)


def test_an_import_reports_runs_counts_and_places() -> None:
    result = imported()
    assert result.exit_code == 0
    assert "К е ң е с ж и н а л ы с ы -> Кеңес жиналысы" in result.output
    assert "4 clauses in 2 chapters, 2 sections of the Strategy" in result.output
    assert "9 amendment events, 0 unplaced" in result.output


def test_importing_twice_changes_nothing_and_is_journaled_once() -> None:
    first, second = imported(), imported()
    assert first.output == second.output
    assert (ImportedText.objects.count(), JournalEntry.objects.count()) == (1, 1)


def test_what_found_no_place_is_named_and_ends_with_one(tmp_path: Path) -> None:
    torn = tmp_path / "torn.txt"
    text = FIXTURE.read_text(encoding="utf-8").replace("3. Кеңес жин", "9. Кеңес жин")
    torn.write_text(text, encoding="utf-8")
    result = imported(torn)
    assert result.exit_code == 1
    assert "no place for: 9. Кеңес жиналысын" in result.stderr


def test_a_refused_import_is_wrong_use() -> None:
    unknown = imported(act="X000000000_")
    assert unknown.exit_code == 2
    assert "No charter pack carries the act X000000000_." in unknown.stderr
    assert imported(language="ru").exit_code == 2


def test_a_provision_is_shown_with_its_official_wording() -> None:
    imported()
    shown = run("show", "R3", "--on", "2008-09-15", "--lang", "kk").output
    assert "Ереже, 3-тармақ" in shown
    assert "Кеңес жиналысы:" in shown


def test_another_languages_text_is_announced_beside_our_summary() -> None:
    imported()
    shown = run("show", "R3", "--on", "2008-09-15", "--lang", "en").output
    assert "Official text in Kazakh:" in shown
    assert "Summary. Written by the authors of the software." in shown


def test_a_wording_not_at_hand_says_so_and_names_the_institution_of_the_day() -> None:
    shown = run("show", "R1", "--on", "2006-01-01", "--lang", "en").output
    assert "the wording of 1\u00a0January\u00a02006 is not at hand" in shown
    for name in ("халықтары Ассамблеясы", "Ассамблея народов", "Assembly of the Peoples"):
        assert name in shown


def test_an_unknown_address_is_wrong_use_and_names_those_nearby() -> None:
    result = run("show", "R99")
    assert result.exit_code == 2
    assert "R9.2c" in result.output


def test_coverage_prints_what_holds_the_rows() -> None:
    result = run("coverage")
    assert result.exit_code == 0
    assert "119 rows (8 D, 18 N, 93 R)" in result.output
    assert "66 held by a rule, right, duty or power" in result.output


def test_the_official_text_is_imported_whole() -> None:
    path = os.environ.get("SHANYRAQ_STATUTE")
    if not path:
        pytest.skip("SHANYRAQ_STATUTE does not name the official text: it was NOT imported")
    result = imported(Path(path))
    assert "24 clauses in 6 chapters, 6 sections of the Strategy" in result.output
    assert "19 amendment events, 0 unplaced" in result.output
    shown = run("show", "R8", "--on", "2008-09-15", "--lang", "kk").output
    assert "Ассамблея сессиясы:" in shown
    third = run("show", "R6.3", "--on", "2008-09-15", "--lang", "kk").output
    assert "жасауға қатысу;" in third
