from collections.abc import Sequence
from itertools import permutations

import pytest
from tests.law.builders import DAY, the_law

from shanyraq.law import Outcome, Verdict, all_of, read_trace
from shanyraq.law.findings import Finding


def an_answer(outcome: Outcome) -> Verdict:
    return Verdict(on=DAY, rule=outcome.value, kind="threshold", finding=Finding(outcome))


def a_warning() -> Verdict:
    return the_law().check("council_meeting_presence", {"members": 76, "present": 1})


@pytest.mark.parametrize(
    ("outcomes", "composed"),
    [
        ([], Outcome.MET),
        ([Outcome.MET, Outcome.MET], Outcome.MET),
        ([Outcome.MET, Outcome.UNDETERMINED], Outcome.UNDETERMINED),
        ([Outcome.UNDETERMINED, Outcome.TEXT_UNKNOWN, Outcome.MET], Outcome.TEXT_UNKNOWN),
        ([Outcome.TEXT_UNKNOWN, Outcome.NOT_MET, Outcome.CONFLICT], Outcome.NOT_MET),
        ([Outcome.NO_PROVISION, Outcome.CONFLICT], Outcome.CONFLICT),
    ],
)
def test_conditions_compose_whatever_their_order(
    outcomes: Sequence[Outcome], composed: Outcome
) -> None:
    for order in permutations(outcomes):
        assert all_of("act", map(an_answer, order), on=DAY).outcome is composed


def test_a_warning_stays_in_the_tree_and_refuses_nothing() -> None:
    warned = all_of("act", [an_answer(Outcome.MET), a_warning()], on=DAY)
    assert warned.met
    assert [child.met for child in warned.children] == [True, False]
    assert not all_of("act", [an_answer(Outcome.NOT_MET), a_warning()], on=DAY).met


def test_the_failing_condition_lends_its_clause_and_number() -> None:
    law = the_law()
    fails = law.check("session_quorum", {"members": 400, "present": 266})
    composed = all_of("open", [law.can("open_session", {"chair"}), fails], on=DAY)
    assert (composed.clause, composed.needed) == ("R8.3a", fails.needed)
    assert composed.reading == "A6"


def test_the_same_question_has_the_same_hash_and_another_has_another() -> None:
    law = the_law()
    facts = {"members": 76, "for": 50}
    one, again = law.check("council_decision", facts), law.check("council_decision", facts)
    other = law.check("council_decision", facts, sources={"for": "vote:abc"})
    assert one.sha256 == again.sha256 != other.sha256


@pytest.mark.parametrize("written", ["", "[]", "{", "7"])
def test_what_is_no_trace_is_not_read(written: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_trace(written)
