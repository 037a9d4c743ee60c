from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.law.builders import DAY, a_higher_pack, the_law, the_pack

from shanyraq.law import Charter, Outcome, UnknownFact, UnknownReading, UnknownRule
from shanyraq.law.grammar import NO_BREAK
from shanyraq.law.kinds import DutyRule, PowerRule, RightRule, Rule

LIFE = st.dates(date(2001, 1, 1), date(2013, 12, 31))
ABOUT_PERSONS = {
    *("language", "region", "gender", "sex", "category", "ethnicity", "ethnos", "nationality"),
    *("faith", "religion", "race"),
}


def asked(rule: Rule, on: date) -> Outcome:
    law = the_law(on=on)
    holds = isinstance(rule, PowerRule | RightRule | DutyRule)
    return (law.can(rule.id, set()) if holds else law.check(rule.id, {})).outcome


def test_the_day_alone_decides_where_there_is_no_law() -> None:
    for rule in the_pack().book.rules:
        assert asked(rule, date(2002, 4, 25)) is Outcome.NO_PROVISION, rule.id
        assert asked(rule, date(2011, 9, 7)) is Outcome.NO_PROVISION, rule.id
        assert asked(rule, DAY) in {Outcome.UNDETERMINED, Outcome.NOT_MET}, rule.id


@given(LIFE)
def test_text_unknown_comes_before_known_and_never_after(on: date) -> None:
    pack = the_pack()
    for clause, entry in pack.head.clauses.items():
        wording = pack.wording(clause, on)
        if not pack.begins <= on < pack.ends:
            assert wording.status == "none"
        else:
            known = on >= (entry.known_from or pack.begins)
            assert wording.status == ("known" if known else "unknown")


def test_the_wordings_of_a_clause_share_no_day_and_leave_none() -> None:
    pack, one_day = the_pack(), timedelta(days=1)
    life = [pack.begins + one_day * n for n in range((pack.ends - pack.begins).days)]
    for clause in pack.head.clauses:
        wordings = [pack.wording(clause, on) for on in life]
        for on, wording in zip(life, wordings, strict=True):
            assert wording.since is None or wording.since <= on
            assert wording.until is not None
            assert on < wording.until
        changes = sum(one != other for one, other in pairwise(wordings))
        assert changes <= 1, "the text prints one wording, so there are two at most"


def test_a_plain_member_convenes_no_session_and_is_told_who_does() -> None:
    law = the_law()
    refused, allowed = law.can("convene_session", {"member"}), law.can("convene_session", {"chair"})
    assert (refused.outcome, refused.clause, refused.met) == (Outcome.NOT_MET, "R8.1a", False)
    assert "the Chair of the Assembly" in refused.sentence("en")
    assert allowed.met
    assert law.holders("convene_session") == {"chair"}


def test_the_working_organ_records_the_word_of_who_presides_but_convenes_nothing() -> None:
    law = the_law()
    assert law.can("open_session", {"working_organ"}).value == "on_behalf"
    assert law.can("open_session", {"chair", "working_organ"}).value == "in_person"
    assert not law.can("convene_session", {"working_organ"}).met
    assert law.can("record_convening_act", {"working_organ"}).met


def test_posts_nobody_names_give_nothing_and_take_nothing() -> None:
    law = the_law()
    assert not law.can("convene_session", {"akim", "visitor"}).met
    assert law.can("convene_session", {"chair", "visitor"}).met


@pytest.mark.parametrize("rule", ["sesion_quorum", "convene_session", "leave"])
def test_what_is_no_rule_about_facts_is_not_checked(rule: str) -> None:
    with pytest.raises(UnknownRule):
        the_law().check(rule, {})


@pytest.mark.parametrize("power", ["session_quorum", "rule_the_world"])
def test_what_is_no_power_is_not_asked_of_posts(power: str) -> None:
    with pytest.raises(UnknownRule):
        the_law().can(power, {"chair"})
    with pytest.raises(UnknownRule):
        the_law().holders(power)


def test_an_unknown_fact_is_named_with_the_known_ones() -> None:
    with pytest.raises(UnknownFact, match=r"'seats'. Known: members, present\.$"):
        the_law().check("session_quorum", {"seats": 400})


def test_parameters_are_read_by_their_reading() -> None:
    methods = the_law().parameter("A10", "methods")
    assert isinstance(methods, tuple)
    assert methods[0] == the_law().parameter("A10", "default_method_vote")
    for reading, name in (("A10", "colour"), ("A99", "methods")):
        with pytest.raises(UnknownReading):
            the_law().parameter(reading, name)


@pytest.mark.parametrize(
    ("on", "names"),
    [
        (
            date(2006, 1, 1),
            (
                "Қазақстан халықтары Ассамблеясы",
                "Ассамблея народов Казахстана",
                "Assembly of the Peoples of Kazakhstan",
            ),
        ),
        (
            date(2007, 7, 26),
            (
                "Қазақстан халқы Ассамблеясы",
                "Ассамблея народа Казахстана",
                "Assembly of the People of Kazakhstan",
            ),
        ),
    ],
)
def test_the_institution_is_named_as_on_the_day(on: date, names: tuple[str, str, str]) -> None:
    law = the_law(on=on)
    assert (law.name("kk"), law.name("ru"), law.name("en")) == names


def test_a_higher_act_prevails_and_the_lower_one_is_named() -> None:
    law = the_law(the_pack(), a_higher_pack())
    verdict = law.check("council_decision", {"members": 76, "present": 51, "for": 34})
    assert verdict.met
    assert verdict.overridden == (the_pack(),)
    assert "Gives way: Decree No. 856" in verdict.sentence("en").replace(NO_BREAK, " ")
    alone = the_law().check("council_decision", {"members": 76, "for": 34})
    assert not alone.met


def test_equals_that_differ_are_a_conflict_for_a_person_to_decide() -> None:
    equal = a_higher_pack(rank="this_regulation")
    law = the_law(the_pack(), equal)
    verdict = law.check("council_decision", {"members": 76, "present": 51, "for": 34})
    assert verdict.outcome is Outcome.CONFLICT
    assert [child.outcome for child in verdict.children] == [Outcome.NOT_MET, Outcome.MET]
    agreed = law.check("council_decision", {"members": 76, "present": 51, "for": 51})
    assert agreed.met


def test_packs_are_asked_in_the_order_of_their_ranks() -> None:
    packs = Charter.at(DAY, packs=[the_pack(), a_higher_pack()]).packs
    assert [pack.id for pack in packs] == ["kz.law.70-iv", "kz.assembly.regulation"]


def test_no_fact_of_the_law_is_about_what_a_person_is_by_birth_or_belief() -> None:
    pack = the_pack()
    names = {*pack.book.facts, *(name for rule in pack.book.rules for name in rule.facts)}
    assert [name for name in names if ABOUT_PERSONS & set(name.split("_"))] == []
