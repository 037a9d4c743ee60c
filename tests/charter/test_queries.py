"""A provision on a day: its official wording, our summary, or that the wording is not at hand."""

import datetime as dt
from pathlib import Path

import pytest
from tests.conftest import an_occasion

from shanyraq.charter.actions import import_text
from shanyraq.charter.models import StoredVerdict
from shanyraq.charter.queries import (
    ask,
    force_on,
    law_on,
    may,
    provision,
    verdict_again,
    verdicts_citing,
    wordings_of,
)
from shanyraq.law import all_of
from shanyraq.platform.occasion import SYSTEM

pytestmark = pytest.mark.django_db

DAY, EARLY = dt.date(2008, 9, 15), dt.date(2006, 1, 1)
FIXTURE = Path(__file__).parents[1] / "law" / "statute" / "consolidated_kk.txt"


def import_fixture() -> None:
    text = FIXTURE.read_text(encoding="utf-8")
    import_text(occasion=an_occasion(), text=text, act="U020000856_", language="kk")


def test_without_an_imported_text_there_is_our_summary() -> None:
    found = provision("R8.3a", DAY, "ru")
    assert (found.status, found.official, found.official_language) == ("known", "", "")
    assert found.summary.startswith("Без участия двух третей")
    assert (found.label, found.words) == ("Краткое пояснение", "Положение, пункт 8, абзац 3")


def test_an_imported_text_is_shown_with_its_language() -> None:
    import_fixture()
    found = provision("R3", DAY, "en")
    assert found.official.startswith("Кеңес жиналысын Бас шебер шақырады.")
    assert (found.official_language, found.eid) == ("kk", "chp_2__sec_3")


def test_a_part_is_shown_by_its_own_words() -> None:
    import_fixture()
    assert provision("R2.3", DAY, "kk").official == "жаңа жол салуға көмектесу."


def test_a_wording_that_is_not_at_hand_is_not_shown() -> None:
    import_fixture()
    found = provision("R1", EARLY, "kk")
    assert (found.status, found.official, found.summary) == ("unknown", "", "")
    assert found.known_from == dt.date(2007, 7, 26)


def test_a_wording_names_the_act_that_brought_it_or_none_when_no_note_tells() -> None:
    acts = [provision(address, DAY, "kk") for address in ("R8", "R7", "D.2", "S1")]
    told = [(found.since.year, found.by and found.by.number) for found in acts]
    assert told == [(2007, "370"), (2007, None), (2002, "856"), (2005, "1561")]


def test_the_institution_bears_the_name_of_the_day() -> None:
    names = [provision("R1", on, "en").name for on in (EARLY, DAY)]
    assert names == [
        "Assembly of the Peoples of Kazakhstan",
        "Assembly of the People of Kazakhstan",
    ]


def test_words_replaced_by_a_later_act_are_put_back_before_it() -> None:
    import_fixture()
    before, after = (provision("D.2", on, "kk")._shelf for on in (EARLY, DAY))
    text = "көпіршілер кеңесінің жоспары"
    assert before.named_as_of(text, dt.date(2006, 6, 8)) == "салушылар кеңесінің жоспары"
    assert after.named_as_of(text, dt.date(2006, 6, 9)) == text


@pytest.mark.parametrize(
    ("on", "force", "status"),
    [
        (dt.date(2002, 4, 25), "before", "before"),
        (dt.date(2002, 4, 26), "in_force", "known"),
        (dt.date(2011, 9, 6), "in_force", "known"),
        (dt.date(2011, 9, 7), "repealed", "after"),
    ],
)
def test_the_act_has_a_first_and_a_last_day(on: dt.date, force: str, status: str) -> None:
    assert (force_on(on), provision("R22", on, "en").status) == (force, status)


def test_the_wordings_of_a_provision_follow_its_amendments() -> None:
    told = [(w.begins.year, w.is_known, w.by and w.by.number) for w in wordings_of("R12")]
    assert told == [(2002, False, "856"), (2005, False, "1561"), (2008, True, "576")]


def test_a_provision_that_was_never_amended_has_one_wording() -> None:
    assert [(w.begins.year, w.ends.year) for w in wordings_of("R22")] == [(2002, 2011)]


def test_a_change_without_a_note_has_no_act() -> None:
    assert [(w.begins.year, w.by is None) for w in wordings_of("R7")] == [
        (2002, False),
        (2007, True),
    ]


def test_the_law_is_asked_on_a_day() -> None:
    facts = {"members": 504, "present": 351}
    asked = ask("session_quorum", on=DAY, facts=facts, sources={"present": "attendance:x"})
    assert asked == law_on(DAY).check("session_quorum", facts, sources={"present": "attendance:x"})
    assert asked.needed == 336


def test_who_may_follows_from_the_posts_held() -> None:
    verdict = may("convene_session", actor=SYSTEM, on=DAY)
    assert (verdict.met, verdict.clause) == (False, "R8.1a")


def test_a_stored_verdict_is_told_again_exactly() -> None:
    quorum = ask("session_quorum", on=DAY, facts={"members": 400, "present": 266})
    power = law_on(DAY).can("open_session", ["chair"])
    stored = StoredVerdict.objects.keep(all_of("open", [power, quorum], on=DAY))
    assert verdict_again(stored).canonical == bytes(stored.canonical)


def test_verdicts_are_found_by_the_provision_they_rest_on() -> None:
    for present in (266, 267, 268):
        facts = {"members": 400, "present": present}
        StoredVerdict.objects.keep(ask("session_quorum", on=DAY, facts=facts))
    found, number = verdicts_citing("R8", limit=2)
    assert (len(found), number) == (2, 3)
