"""An official text is taken in once, journaled, and read into provisions."""

import datetime as dt
import os
from pathlib import Path

import pytest
from tests.conftest import an_occasion

from shanyraq.charter.actions import NotTheText, UnknownAct, UnreadableLanguage, import_text
from shanyraq.charter.models import AmendmentNote, ImportedText, ProvisionText
from shanyraq.platform.journal import entries_of

pytestmark = pytest.mark.django_db

ACT = "U020000856_"
FIXTURE = Path(__file__).parents[1] / "law" / "statute" / "consolidated_kk.txt"


def a_text() -> str:
    return FIXTURE.read_text(encoding="utf-8")


def an_import(*, text: str = "", act: str = ACT, language: str = "kk") -> ImportedText:
    return import_text(occasion=an_occasion(), text=text or a_text(), act=act, language=language)


def test_a_text_becomes_provisions_and_notes() -> None:
    imported = an_import()
    addresses = imported.provisions.values_list("address", flat=True)
    assert list(addresses)[-3:] == ["CH2", "R3", "R4"]
    assert imported.notes.count() == 9


def test_a_wording_is_valid_from_the_last_amendment_of_the_pack() -> None:
    third = an_import().provisions.get(address="R3")
    assert (third.valid_from, third.valid_to) == (dt.date(2007, 7, 26), dt.date(2011, 9, 7))


def test_the_import_is_journaled_with_its_counts() -> None:
    imported = an_import()
    entry = entries_of(imported.public_id)[0]
    assert entry.action == "charter.import_text"
    assert (entry.facts["provisions"], entry.facts["events"], entry.facts["unplaced"]) == (16, 9, 0)


def test_twice_is_the_same_as_once() -> None:
    first, second = an_import(), an_import()
    assert first == second
    counts = [model.objects.count() for model in (ImportedText, ProvisionText, AmendmentNote)]
    assert counts == [1, 16, 9]


def test_a_corrected_source_stands_beside_the_older_one() -> None:
    older = an_import()
    newer = an_import(text=a_text().replace("тас керек", "тас қажет") + "\n")
    assert ImportedText.objects.current(ACT, "kk") == newer
    assert older.provisions.count() == newer.provisions.count()


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"act": "X000000000_"}, UnknownAct),
        ({"language": "ru"}, UnreadableLanguage),
        ({"text": "Бұл заң емес."}, NotTheText),
    ],
)
def test_what_is_no_text_of_a_known_act_is_refused(
    changed: dict[str, str], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        an_import(**changed)
    assert ImportedText.objects.count() == 0


def test_the_official_text_leaves_nothing_unplaced() -> None:
    path = os.environ.get("SHANYRAQ_STATUTE")
    if not path:
        pytest.skip("SHANYRAQ_STATUTE does not name the official text: it was NOT imported")
    imported = an_import(text=Path(path).read_text(encoding="utf-8"))
    assert imported.unplaced == []
    assert imported.notes.count() == 19
    assert imported.provisions.filter(address__regex=r"^R[1-9]").count() == 24
