from datetime import date

import pytest

from shanyraq.law.facts import FactKind, FactValue, UnfitFact, checked_fact, read_fact


@pytest.mark.parametrize(
    ("written", "kind", "value"),
    [
        ("76", FactKind.NUMBER, 76),
        ("0", FactKind.NUMBER, 0),
        ("2008-09-15", FactKind.DATE, date(2008, 9, 15)),
        ("yes", FactKind.YES_NO, True),
        ("Иә", FactKind.YES_NO, True),
        ("нет", FactKind.YES_NO, False),
        ("roll_call", FactKind.WORD, "roll_call"),
    ],
)
def test_facts_are_read_as_people_write_them(
    written: str, kind: FactKind, value: FactValue
) -> None:
    assert checked_fact("fact", read_fact("fact", written, kind), kind) == value


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("-1", FactKind.NUMBER),
        ("7.5", FactKind.NUMBER),
        ("²", FactKind.NUMBER),
        ("", FactKind.NUMBER),
        ("20080915", FactKind.DATE),
        ("2008-02-30", FactKind.DATE),
        ("maybe", FactKind.YES_NO),
    ],
)
def test_what_is_no_such_fact_is_refused(written: str, kind: FactKind) -> None:
    with pytest.raises(UnfitFact, match="is expected"):
        read_fact("fact", written, kind)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (True, FactKind.NUMBER),
        (1, FactKind.YES_NO),
        (-1, FactKind.NUMBER),
        (2**53, FactKind.NUMBER),
        ("76", FactKind.NUMBER),
        (date(1, 1, 1), FactKind.DATE),
    ],
)
def test_a_value_of_another_kind_is_refused(value: FactValue, kind: FactKind) -> None:
    with pytest.raises(UnfitFact):
        checked_fact("fact", value, kind)


def test_a_number_too_large_is_told_so() -> None:
    with pytest.raises(UnfitFact, match="not greater than 9007199254740991"):
        checked_fact("members", 2**53, FactKind.NUMBER)
    with pytest.raises(UnfitFact, match="not negative"):
        checked_fact("members", -1, FactKind.NUMBER)
    assert checked_fact("members", 2**53 - 1, FactKind.NUMBER)
