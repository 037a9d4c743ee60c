import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.law.builders import the_data, the_folder, the_pack

from shanyraq.law import BrokenPack, UnknownPack, find_pack, load_leading_pack, load_pack
from shanyraq.law.loading import FILES, Data, build_pack
from shanyraq.law.packs import NAMED_ON_PAGES, Vocabulary
from shanyraq.law.provisions import LANGUAGES, Language, packs_folders

#: The packs that bring an institution of their own.
LEADING = sorted(
    path.parent.name for folder in packs_folders() for path in folder.glob("*/demonstration.yaml")
)
Breaking = Callable[[dict[str, Data]], object]


def rule(data: dict[str, Data], name: str) -> dict[str, Any]:
    rules: list[dict[str, Any]] = data["rules.yaml"]["rules"]
    return next(each for each in rules if each["id"] == name)


def put(file: str, key: str, value: object) -> Breaking:
    return lambda data: data[file].update({key: value})


def put_in_rule(name: str, **values: object) -> Breaking:
    return lambda data: rule(data, name).update(values)


def drop_from_rule(name: str, key: str) -> Breaking:
    return lambda data: rule(data, name).pop(key)


BROKEN: dict[str, tuple[Breaking, str, str]] = {
    "an unknown key": (put("pack.yaml", "colour", "gold"), "pack.yaml", "no key of this name"),
    "a format of another day": (
        put("pack.yaml", "format", "charter-pack/9"),
        "pack.yaml",
        "format",
    ),
    "an unknown rank": (put("pack.yaml", "rank", "decree"), "pack.yaml", "rank"),
    "an act that is not named": (put("pack.yaml", "made_by", "decree-1"), "pack.yaml", "one of"),
    "states with a gap": (
        lambda data: data["pack.yaml"]["states"].pop(1),
        "pack.yaml",
        "the end of the state before",
    ),
    "states that begin late": (
        lambda data: data["pack.yaml"]["states"].pop(0),
        "pack.yaml",
        "states from 2002-04-26 to 2011-09-07",
    ),
    "a date that is none": (
        lambda data: data["pack.yaml"]["clauses"]["R8"].update(known_from="26.07.2007"),
        "pack.yaml",
        "a date such as",
    ),
    "an event of no act": (
        lambda data: data["pack.yaml"]["events"][0].update(by="decree-1"),
        "pack.yaml",
        "one of",
    ),
    "a language left out": (
        lambda data: data["pack.yaml"]["title"].pop("kk"),
        "pack.yaml",
        "a value, and there is none",
    ),
    "a word for pages left out": (
        lambda data: data["pack.yaml"]["vocabulary"].pop("government"),
        "pack.yaml",
        "a value, and there is none",
    ),
    "a word for pages left out in one language": (
        lambda data: data["pack.yaml"]["vocabulary"]["akim"].pop("ru"),
        "pack.yaml",
        "a value, and there is none",
    ),
    "nobody called as pages call him": (
        lambda data: data["pack.yaml"]["holders"].pop("national_cultural_association"),
        "pack.yaml",
        "a word for 'national_cultural_association' too",
    ),
    "a decimal fraction": (
        put_in_rule("session_quorum", fraction="0.667"),
        "rules.yaml",
        'a fraction such as "2/3"',
    ),
    "a fraction above one": (
        put_in_rule("session_quorum", fraction="3/2"),
        "rules.yaml",
        'a fraction such as "2/3"',
    ),
    "an unknown comparator": (put_in_rule("session_quorum", compare="ge "), "rules.yaml", "'gt'"),
    "an unknown base": (
        put_in_rule("session_quorum", base={"fact": "members", "counts": "everybody"}),
        "rules.yaml",
        "council_members",
    ),
    "a span of nothing": (
        put_in_rule("session_notice", duration="one month"),
        "rules.yaml",
        'a span such as "P1M"',
    ),
    "a number in quotes": (put_in_rule("deputy_chairs", exactly="2"), "rules.yaml", "integer"),
    "a limit left out": (
        drop_from_rule("deputy_chairs", "exactly"),
        "rules.yaml",
        "one of minimum, maximum, exactly",
    ),
    "a condition of nothing": (
        drop_from_rule("vote_needs_presence", "requires"),
        "rules.yaml",
        "requires, any_of, one_of or none_of",
    ),
    "a kind nobody knows": (put_in_rule("leave", kind="wish"), "rules.yaml", "closed kinds"),
    "a clause that is not in the act": (put_in_rule("leave", clause="R99"), "rules.yaml", "'R99'"),
    "a reading that is not kept": (put_in_rule("leave", readings=["A99"]), "rules.yaml", "'A99'"),
    "a holder that is not named": (put_in_rule("leave", holders=["king"]), "rules.yaml", "'king'"),
    "a fact that is not declared": (
        put_in_rule("deputy_chairs", of="chairs"),
        "rules.yaml",
        "chairs",
    ),
    "a word that is not declared": (put_in_rule("legal_effect", default="x"), "rules.yaml", "'x'"),
    "a parameter that no reading sets": (
        put_in_rule("membership_submission", minimum="$A42.persons"),
        "rules.yaml",
        "a parameter that a reading sets",
    ),
    "a step that checks no rule": (
        lambda data: rule(data, "annual_plan")["steps"][0].update(checks="luck"),
        "rules.yaml",
        "'luck'",
    ),
    "two rules of one name at a time": (
        lambda data: data["rules.yaml"]["rules"].append(rule(data, "leave")),
        "rules.yaml",
        "one leave at a time",
    ),
    "a text with the place of another fact": (
        lambda data: rule(data, "deputy_chairs")["says"]["because"].update(ru="{held}"),
        "rules.yaml",
        "'held'",
    ),
    "a text that forgets a fact": (
        lambda data: rule(data, "deputy_chairs")["says"]["because"].update(en="In office"),
        "rules.yaml",
        "the same facts named in each language",
    ),
    "a reading without its reason": (
        lambda data: data["readings.yaml"]["readings"]["A7"].pop("why"),
        "readings.yaml",
        "a value, and there is none",
    ),
    "a review without its next day": (
        lambda data: data["review.yaml"].pop("next_review"),
        "review.yaml",
        "a value, and there is none",
    ),
}


@pytest.mark.parametrize(("breaking", "file", "expected"), BROKEN.values(), ids=BROKEN)
def test_a_broken_pack_is_refused_with_its_place(
    breaking: Breaking, file: str, expected: str
) -> None:
    data = the_data()
    breaking(data)
    with pytest.raises(BrokenPack) as refused:
        build_pack(data, Path("broken"))
    assert refused.value.file == str(Path("broken") / file)
    assert expected in str(refused.value)
    assert refused.value.place


def test_the_pack_itself_is_taken() -> None:
    assert build_pack(the_data(), Path("whole")).sha256 == the_pack().sha256


def test_a_fault_names_its_line(tmp_path: Path) -> None:
    folder = a_copy(tmp_path)
    rules = (folder / "rules.yaml").read_text(encoding="utf-8")
    (folder / "rules.yaml").write_text(rules.replace("compare: ge", "compare: at least", 1))
    line = rules[: rules.index("compare: ge")].count("\n") + 1
    with pytest.raises(
        BrokenPack, match=f"line {line}: rules → 0 → threshold → compare"
    ) as refused:
        load_pack(folder)
    assert refused.value.line == line


def test_a_contradiction_names_its_line(tmp_path: Path) -> None:
    folder = a_copy(tmp_path)
    head = (folder / "pack.yaml").read_text(encoding="utf-8")
    (folder / "pack.yaml").write_text(head.replace("made_by: decree-856", "made_by: decree-1"))
    line = head[: head.index("made_by")].count("\n") + 1
    with pytest.raises(BrokenPack, match=f"line {line}: made_by"):
        load_pack(folder)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("a: [", "YAML"),
        ("a: 1\na: 2\n", "duplicate key"),
        ("- a\n", "a mapping of keys to values"),
        ("", "a mapping of keys to values"),
        ("{name}", "no key of this name"),
    ],
)
def test_what_is_no_pack_file_is_refused(tmp_path: Path, written: str, expected: str) -> None:
    folder = a_copy(tmp_path)
    (folder / "pack.yaml").write_text(written)
    with pytest.raises(BrokenPack, match=r"pack\.yaml") as refused:
        load_pack(folder)
    assert expected in str(refused.value) or "a value, and there is none" in str(refused.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    folder = a_copy(tmp_path)
    (folder / "readings.yaml").unlink()
    with pytest.raises(BrokenPack, match=r"readings\.yaml.*a file of this name"):
        load_pack(folder)


def test_a_pack_is_found_where_the_environment_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_copy(tmp_path)
    monkeypatch.setenv("SHANYRAQ_PACKS", str(tmp_path))
    assert find_pack(folder.name) == folder
    with pytest.raises(UnknownPack, match=f"Known: {folder.name}"):
        find_pack("kz-assembly-2002")


def test_the_way_a_file_is_written_does_not_change_the_hash(tmp_path: Path) -> None:
    folder = a_copy(tmp_path)
    rules = (folder / "rules.yaml").read_text(encoding="utf-8")
    (folder / "rules.yaml").write_text(f"# a remark\n{rules}", encoding="utf-8")
    assert load_pack(folder).sha256 == the_pack().sha256


def test_every_change_of_the_law_changes_the_hash() -> None:
    data = the_data()
    rule(data, "session_quorum")["fraction"] = "1/2"
    assert build_pack(data, Path("changed")).sha256 != the_pack().sha256


def a_copy(tmp_path: Path) -> Path:
    """A copy of the first pack that a test may break."""
    folder = tmp_path / "copied"
    folder.mkdir()
    for name in FILES:
        (folder / name).write_bytes((the_folder() / name).read_bytes())
    return folder


def test_an_institution_lives_under_a_pack_with_words_for_its_pages() -> None:
    assert load_leading_pack(the_folder()).sha256 == the_pack().sha256
    with pytest.raises(BrokenPack, match="vocabulary: words for pages: charter, assembly"):
        load_leading_pack(find_pack("kz-law-2008"))


@pytest.mark.parametrize("name", LEADING)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pack_that_can_lead_has_every_word_of_pages(name: str, language: Language) -> None:
    pack = load_leading_pack(find_pack(name))
    words = {one: text.spoken(language) for one, text in pack.words.items()}
    assert {*NAMED_ON_PAGES, *Vocabulary.model_fields} <= words.keys()
    cyrillic = {one for one, word in words.items() if re.search(r"[\u0400-\u04ff]", word)}
    assert cyrillic == (set() if language == "en" else words.keys())
