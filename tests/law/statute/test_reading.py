"""A consolidated text is read whole: our own with the faults of the official one, and that one."""

import os
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from shanyraq.law.statute import Statute, UnknownLanguageError, read_statute
from shanyraq.law.statute.passages import Passage

FIXTURE = Path(__file__).with_name("consolidated_kk.txt")


def our_statute() -> Statute:
    return read_statute(FIXTURE.read_text(encoding="utf-8"), "kk")


def official_text() -> str:
    path = os.environ.get("SHANYRAQ_STATUTE")
    if not path:
        pytest.skip("SHANYRAQ_STATUTE does not name the official text: it was NOT read")
    return Path(path).read_text(encoding="utf-8")


def letters_of(text: str) -> Counter[str]:
    return Counter(re.sub(r"[\W\d_]|Ескерту", "", text))


def everything_in(statute: Statute) -> str:
    notes = {event.id.rstrip("ab"): event.note for event in statute.events}
    passages = [p.wording if p.kind == "annex" else p.heading + p.wording for p in statute.passages]
    return "".join([*passages, *notes.values()])


def test_clauses_chapters_and_sections_are_found() -> None:
    statute = our_statute()
    addresses = [passage.address for passage in statute.passages]
    assert addresses == [
        *("D.T", "D.S", "D.P", "D.1", "D.2", "D.5", "S0", "S1", "S2", "R0"),
        *("CH1", "R1", "R2", "CH2", "R3", "R4"),
    ]
    assert [statute.count(kind) for kind in ("clause", "chapter", "section")] == [6, 2, 2]


def test_wrapped_lines_are_joined_inside_a_block_and_across_a_blank_line() -> None:
    statute = our_statute()
    assert "өтеді және оның күні" in statute.passage("R3").wording
    assert "тіреуін шайып кетеді" in statute.passage("S2").wording


def test_a_list_stays_with_the_words_that_open_it() -> None:
    second = our_statute().passage("R2").wording.split("\n")
    assert second[1:] == [
        "әр көпір барлық адамға ашық;",
        "тас пен ағаштың сапасы тексеріледі;",
        "жаңа жол салуға көмектесу.",
    ]


def test_parts_carry_akoma_ntoso_identifiers() -> None:
    eids = [eid for eid, _ in our_statute().passage("R3").parts()]
    assert eids[:3] == [
        "chp_2__sec_3__para_1",
        "chp_2__sec_3__para_2",
        "chp_2__sec_3__para_2__point_1",
    ]


def test_runs_are_restored_in_headings_stamps_and_lists() -> None:
    restored = [run.restored for run in our_statute().runs]
    assert restored == [
        *("салуға көмектесу", "2003 жылғы 5 мамырдағы", "N 12 Жарлығымен", "істейді"),
        *("Кеңес жиналысы", "хақылы"),
    ]


def test_notes_become_events_with_their_targets() -> None:
    found = [(event.id, event.kind, *event.targets) for event in our_statute().events]
    assert found == [
        ("N.0", "repealed", "*"),
        ("N.1", "amended", "D.T", "D.P"),
        ("N.2", "terminology", "*"),
        ("N.3", "amended", "D.1"),
        ("N.4a", "amended", "R2"),
        ("N.4b", "amended", "R2"),
        ("N.5a", "replaced", "R3"),
        ("N.5b", "amended", "R3"),
        ("N.6", "replaced", "CH2.title"),
    ]


def test_an_event_names_day_number_and_changed_terms() -> None:
    terminology = our_statute().events[2]
    assert (terminology.on, terminology.number) == (date(2006, 6, 9), "31")
    assert terminology.terms[0] == ("салушылар кеңесінің", "көпіршілер кеңесінің")


def test_what_finds_no_place_is_reported_and_a_whole_text_leaves_nothing() -> None:
    torn = FIXTURE.read_text(encoding="utf-8").replace("3. Кеңес жин", "9. Кеңес жин")
    unplaced = read_statute(torn, "kk").unplaced
    assert [block.text[:8] for block in unplaced][:1] == ["9. Кеңес"]
    assert our_statute().unplaced == ()


def test_an_unread_note_is_reported() -> None:
    torn = FIXTURE.read_text(encoding="utf-8").replace("1-тармаққа өзгерту енгізілді", "Бірдеңе")
    assert [block.text[:15] for block in read_statute(torn, "kk").unplaced] == ["Ескерту. Бірдең"]


def test_no_letter_is_lost() -> None:
    statute = our_statute()
    assert letters_of(everything_in(statute)) == letters_of(FIXTURE.read_text(encoding="utf-8"))


def test_reading_twice_is_reading_once() -> None:
    assert our_statute() == our_statute()


def test_a_language_without_a_grammar_is_refused() -> None:
    with pytest.raises(UnknownLanguageError):
        read_statute("Положение", "ru")


def test_a_passage_without_lists_has_one_part() -> None:
    passage = Passage("R1", "clause", "regulation", "chp_1__sec_1", "Бір сөйлем.")
    assert passage.parts() == [("chp_1__sec_1__para_1", "Бір сөйлем.")]


def test_the_official_text_is_read_whole() -> None:
    statute = read_statute(official_text(), "kk")
    clauses = [p for p in statute.passages if p.kind == "clause" and p.component == "regulation"]
    counts = len(clauses), statute.count("chapter"), statute.count("section"), len(statute.events)
    assert counts == (24, 6, 6, 19)
    assert statute.unplaced == ()


def test_no_letter_of_the_official_text_is_lost() -> None:
    text = official_text()
    assert letters_of(everything_in(read_statute(text, "kk"))) == letters_of(text)


def test_the_official_runs_are_the_words_of_the_law() -> None:
    statute = read_statute(official_text(), "kk")
    assert "Ассамблея сессиясы:" in statute.passage("R8").wording
    assert statute.passage("R6").wording.split("\n")[3].endswith("жасауға қатысу;")
    unheard = [word for run in statute.runs for word in run.unheard]
    assert unheard == ["жандандыру", "шақырылады", "міндетті"]
    assert len(statute.runs) == 28
