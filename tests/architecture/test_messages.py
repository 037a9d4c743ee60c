"""The catalogues' tool: it reads strings from everywhere and sees every kind of fault."""

import importlib
from pathlib import Path

import pytest
from babel.messages import Message

ROOT = Path(__file__).parents[2]


with pytest.MonkeyPatch.context() as path:
    path.syspath_prepend(str(ROOT / "tools"))
    messages = importlib.import_module("messages")


def faults(english: str, translated: str) -> str:
    return "; ".join(messages.faults_of(Message(english, translated)))


def test_strings_are_read_from_modules_and_templates() -> None:
    found = {english for english, _context in messages.messages_of(messages.from_source())}
    assert "Skip to content" in found
    assert "The date can be moved in a demonstration only." in found
    assert "First page" in found
    assert "%(num)d day" in found


def test_a_right_translation_has_no_fault() -> None:
    assert faults("{present} present", "{present} қатысуда") == ""


@pytest.mark.parametrize(
    ("english", "translated", "fault"),
    [
        ("Send", "", "is not translated"),
        ("Send", "Send", "no Cyrillic letter"),
        ("{present} present", "{here} қатысуда", "other placeholders"),
        ("%(n)s present", "қатысуда", "other placeholders"),
    ],
)
def test_each_kind_of_fault_is_seen(english: str, translated: str, fault: str) -> None:
    assert fault in faults(english, translated)


def test_a_string_that_is_not_in_the_catalogue_is_seen() -> None:
    template = messages.from_source()
    template.add("A string nobody has translated")
    assert any(
        "not in the catalogue" in fault and "A string nobody has translated" in fault
        for fault in messages.catalogue_faults("kk", template)
    )


def test_whatever_is_translated_is_translated_well() -> None:
    wrong = [
        f"{language}: {one.id!r} {fault}"
        for language in messages.LANGUAGES
        for one in messages.messages_of(messages.read(language)).values()
        for fault in messages.faults_of(one)
        if fault != "is not translated"
    ]
    assert wrong == []
