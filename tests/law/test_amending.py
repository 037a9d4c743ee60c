"""Amendments as data: a change makes another pack in memory, or is refused with its reason."""

from dataclasses import replace
from fractions import Fraction

import pytest
from tests.law.builders import a_higher_pack, the_law, the_pack

from shanyraq.law import UnknownReading, UnknownRule
from shanyraq.law.amending import (
    Change,
    UnfitChange,
    amended,
    fields_of,
    rules_touched,
    value_before,
)
from shanyraq.law.contents import pack_from_bytes
from shanyraq.law.kinds import ThresholdRule
from shanyraq.law.verification import verdict_of

QUORUM = Change("session_quorum", ("fraction",), "3/4")


def quorum_of(*changes: str) -> ThresholdRule:
    pack = amended(the_pack(), map(Change.read, changes))
    rule = pack.rules_called("session_quorum")[0]
    assert isinstance(rule, ThresholdRule)
    return rule


@pytest.mark.parametrize(
    ("written", "change"),
    [
        ("session_quorum.fraction=3/4", QUORUM),
        ("A42.deputies_needed=2", Change("A42", ("deputies_needed",), 2)),
        ("session_notice.duration=P2M", Change("session_notice", ("duration",), "P2M")),
        (
            "announcement_content.requires.names_place=false",
            Change("announcement_content", ("requires", "names_place"), value=False),
        ),
        (
            "remove_member.holders=[chair, council]",
            Change("remove_member", ("holders",), ("chair", "council")),
        ),
    ],
)
def test_a_change_is_read_and_written_alike(written: str, change: Change) -> None:
    assert Change.read(written) == change
    assert str(change) == written
    assert Change.read(str(change)) == change


@pytest.mark.parametrize(
    "written",
    ["", "session_quorum", "session_quorum=3", "a.b=", ".fraction=2/3", "a..b=1", "a.b=["],
)
def test_what_is_no_change_is_told(written: str) -> None:
    with pytest.raises(UnfitChange):
        Change.read(written)


def test_an_amended_pack_is_another_pack_and_the_first_stays() -> None:
    before = the_pack().sha256
    pack = amended(the_pack(), [QUORUM])
    assert pack.sha256 not in {before, ""}
    assert the_pack().sha256 == before
    facts = {"members": 400, "present": 299}
    assert the_law().check("session_quorum", facts).met
    assert not the_law(pack).check("session_quorum", facts).met
    assert the_law(pack).check("session_quorum", facts).needed == 300
    assert pack_from_bytes(pack.canonical).sha256 == pack.sha256


def test_several_changes_hold_together() -> None:
    rule = quorum_of("session_quorum.fraction=1/2", "session_quorum.compare=gt")
    assert (rule.fraction, rule.compare) == (Fraction(1, 2), "gt")


def test_a_reading_changes_every_rule_that_takes_its_parameter() -> None:
    change = Change.read("A41.presence=2/3")
    assert rules_touched(the_pack(), [change]) == {"council_meeting_presence"}
    pack = amended(the_pack(), [change])
    assert pack.parameter("A41", "presence") == "2/3"
    verdict = the_law(pack).check("council_meeting_presence", {"members": 76, "present": 38})
    assert (verdict.met, verdict.needed) == (False, 51)


def test_a_list_of_a_reading_is_changed_as_a_whole() -> None:
    change = Change.read("A10.methods=[roll_call]")
    assert rules_touched(the_pack(), [change]) == {"voting_method"}
    law = the_law(amended(the_pack(), [change]))
    assert law.check("voting_method", {"method": "roll_call"}).met
    assert not law.check("voting_method", {"method": "secret_paper"}).met


def test_holders_of_a_power_are_changed() -> None:
    law = the_law(amended(the_pack(), [Change.read("remove_member.holders=[council]")]))
    assert law.can("remove_member", {"council"}).met
    assert not law.can("remove_member", {"chair"}).met


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("session_quorum.fraction=5/4", "between 0 and 1"),
        ("session_quorum.fraction=2/3", "another value: it reads so already"),
        ("session_quorum.compare=about", "'ge' or 'gt'"),
        ("session_quorum.size=3", "no field 'size'; expected: one of"),
        ("session_quorum.fraction.top=3", "nothing inside it"),
        ("session_quorum.id=other", "names or tells a rule"),
        ("session_quorum.base.fact=moon", "found 'moon'"),
        ("session_notice.duration=soon", "P1M"),
        ("remove_member.holders=[moon]", "found 'moon'"),
        ("deputy_chairs.exactly=-1", "greater than or equal to 0"),
        ("deputy_chairs.minimum=1", "one of minimum, maximum, exactly"),
        ("A42.deputies_needed=many", "of the same sort as '1'"),
        ("A41.presence=3/2", "between 0 and 1"),
    ],
)
def test_a_wrong_change_is_refused_with_what_is_expected(written: str, expected: str) -> None:
    with pytest.raises(UnfitChange) as refused:
        amended(the_pack(), [Change.read(written)])
    assert written in str(refused.value)
    assert expected in str(refused.value)


@pytest.mark.parametrize(
    ("written", "error"),
    [
        ("moon_quorum.fraction=2/3", UnknownRule),
        ("A99.presence=2/3", UnknownRule),
        ("A41.moon=2/3", UnknownReading),
        ("A41.presence.deep=2/3", UnknownReading),
    ],
)
def test_a_change_of_what_does_not_exist_is_refused(written: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        amended(the_pack(), [Change.read(written)])


def test_the_value_before_is_told_beside_the_new_one() -> None:
    assert value_before(the_pack(), QUORUM) == "2/3"
    assert value_before(the_pack(), Change.read("A42.deputies_needed=2")) == 1
    with pytest.raises(UnknownRule):
        value_before(the_pack(), Change.read("moon.fraction=2/3"))


def test_fields_that_may_be_changed_are_listed_with_their_values() -> None:
    fields = fields_of(the_pack(), "session_quorum")
    assert fields == {
        "severity": "refusal",
        "overrides": [],
        "fraction": "2/3",
        "compare": "ge",
        "of.fact": "present",
        "of.counts": "attending_members",
        "base.fact": "members",
        "base.counts": "assembly_members",
    }
    for rule in the_pack().rules:
        for place in fields_of(the_pack(), rule):
            change = Change(rule, tuple(place.split(".")), "x")
            assert value_before(the_pack(), change) == fields_of(the_pack(), rule)[place]


def test_a_stored_verdict_is_asked_again_under_the_amended_pack() -> None:
    verdict = the_law().check("session_quorum", {"members": 400, "present": 280})
    again = verdict_of(verdict.trace, [amended(the_pack(), [QUORUM])], amended=True)
    assert (verdict.met, again.met, again.needed) == (True, False, 300)
    power = the_law().can("remove_member", {"chair"})
    pack = amended(the_pack(), [Change.read("remove_member.holders=[council]")])
    assert not verdict_of(power.trace, [pack], amended=True).met


def test_a_fact_that_is_no_longer_asked_for_is_left_out() -> None:
    verdict = the_law().check("council_decision", {"members": 76, "for": 51})
    pack = replace(a_higher_pack(), head=the_pack().head)
    again = verdict_of(verdict.trace, [pack], amended=True)
    assert (again.outcome, again.lacking) == ("undetermined", ("present",))


def test_a_pack_of_kept_bytes_can_be_amended_in_its_rules() -> None:
    kept = pack_from_bytes(the_pack().canonical)
    assert amended(kept, [QUORUM]).sha256 == amended(the_pack(), [QUORUM]).sha256


def test_kept_bytes_keep_their_name_under_a_later_schema() -> None:
    older = the_pack().canonical.replace(b'"none_of":null,', b"")
    pack = pack_from_bytes(older)
    assert pack.sha256 != the_pack().sha256
    assert pack_from_bytes(pack.canonical).sha256 == pack.sha256
    assert pack.rules.keys() == the_pack().rules.keys()
