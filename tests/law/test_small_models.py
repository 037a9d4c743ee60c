"""Every small body in every state: the engine against an oracle that reads the clauses by itself.

The oracle knows neither shares nor thresholds of the pack. It counts persons one by one, as the
sentence of the clause does: "at least two thirds take part" is "for each who is absent two attend".
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import combinations, product

import pytest
from tests.law.builders import DAY, the_law, the_pack

from shanyraq.law import Charter, Outcome, Verdict, find_pack, load_pack
from shanyraq.law.demands import timed_demands
from shanyraq.law.gaps import dead_ends
from shanyraq.law.kinds import CountRule, DeadlineRule, FrequencyRule, ThresholdRule

MOST = 12
DEFAULT, STRICT = "kz-small-assembly-statute", "kz-small-assembly-statute-strict"
People = frozenset[int]
Reading = Callable[[People, People], bool]


@cache
def the_statutes_law(statute: str) -> Charter:
    return the_law(the_pack(), load_pack(find_pack(statute)))


# How each clause reads, person by person: those who did it among those of whom it speaks.


def two_for_each_other(doing: People, among: People) -> bool:
    """At least two thirds: each who stays out is outweighed by two."""
    return pairs_cover(doing, among - doing, each=2)


def three_for_each_other(doing: People, among: People) -> bool:
    """At least three quarters: each who stays out is outweighed by three."""
    return pairs_cover(doing, among - doing, each=3)


def one_for_two_others(doing: People, among: People) -> bool:
    """At least one third: each who signs stands for two who do not."""
    return pairs_cover(among - doing, doing, each=2, at_most=True)


def one_for_each_other(doing: People, among: People) -> bool:
    """At least half: each who stays out is outweighed by one."""
    return pairs_cover(doing, among - doing, each=1)


def more_than_others(doing: People, among: People) -> bool:
    """More than half: when each other is paired with one of them, somebody is left over."""
    left = list(doing)
    for _ in among - doing:
        if not left:
            return False
        left.pop()
    return bool(left)


def pairs_cover(many: People, few: People, *, each: int, at_most: bool = False) -> bool:
    """Whether everyone of `few` gets `each` of `many`; or, at most, whether nobody is left."""
    left = list(many)
    for _ in few:
        taken, left = left[:each], left[each:]
        if len(taken) < each and not at_most:
            return False
    return not (at_most and left)


READINGS: dict[str, tuple[str, str, Reading]] = {
    "session_quorum": ("members", "present", two_for_each_other),
    "session_decision": ("present", "for", more_than_others),
    "extraordinary_request": ("members", "signatures", one_for_two_others),
    "council_decision": ("members", "for", two_for_each_other),
    "council_poll": ("members", "for", two_for_each_other),
    "council_meeting_presence": ("members", "present", one_for_each_other),
}
STATUTE_READINGS: dict[tuple[str, str], tuple[str, str, Reading]] = {
    (DEFAULT, "small_assembly_quorum"): ("members", "present", two_for_each_other),
    (DEFAULT, "small_assembly_decision"): ("present", "for", more_than_others),
    (STRICT, "small_assembly_quorum"): ("members", "present", three_for_each_other),
    (STRICT, "small_assembly_decision"): ("present", "for", two_for_each_other),
}


def bodies() -> Iterator[People]:
    """Bodies of one to twelve persons."""
    return (frozenset(range(size)) for size in range(1, MOST + 1))


def parts(body: People) -> Iterator[People]:
    """Every set of persons of a body."""
    for size in range(len(body) + 1):
        yield from map(frozenset, combinations(sorted(body), size))


@cache
def asked(statute: str, rule: str, *, whole: tuple[str, int], part: tuple[str, int]) -> Verdict:
    return the_statutes_law(statute).check(rule, dict([whole, part]))


def agrees(statute: str, rule: str, reading: tuple[str, str, Reading]) -> None:
    whole, part, says = reading
    for body in bodies():
        for doing in parts(body):
            verdict = asked(statute, rule, whole=(whole, len(body)), part=(part, len(doing)))
            assert verdict.met is says(doing, body), (rule, len(body), len(doing))
        least = min(len(doing) for doing in parts(body) if says(doing, body))
        law = the_statutes_law(statute)
        assert law.check(rule, {whole: len(body)}).needed == least


@pytest.mark.parametrize("rule", READINGS)
def test_every_set_of_persons_of_every_small_body_is_judged_as_the_clause_reads(rule: str) -> None:
    agrees(DEFAULT, rule, READINGS[rule])


@pytest.mark.parametrize(("statute", "rule"), STATUTE_READINGS)
def test_every_set_of_persons_is_judged_as_the_statute_reads(statute: str, rule: str) -> None:
    agrees(statute, rule, STATUTE_READINGS[statute, rule])


def test_no_threshold_is_left_without_an_oracle() -> None:
    thresholds = {rule.id for rule in the_pack().book.rules if isinstance(rule, ThresholdRule)}
    assert thresholds == set(READINGS)
    for statute in (DEFAULT, STRICT):
        rules = load_pack(find_pack(statute)).book.rules
        named = {rule.id for rule in rules if isinstance(rule, ThresholdRule)}
        assert named == {rule for of, rule in STATUTE_READINGS if of == statute}


def votes_of(size: int) -> Iterator[Mapping[str, int]]:
    """Every way the members of a body can act, by how many act so."""
    for absent in range(size + 1):
        for votes_for in range(size - absent + 1):
            for against in range(size - absent - votes_for + 1):
                for abstaining in range(size - absent - votes_for - against + 1):
                    silent = size - absent - votes_for - against - abstaining
                    yield {
                        "absent": absent,
                        "for": votes_for,
                        "against": against,
                        "abstaining": abstaining,
                        "silent": silent,
                    }


@pytest.mark.parametrize("size", range(1, MOST + 1))
def test_every_way_a_small_session_can_end_is_judged_alike(size: int) -> None:
    for votes in votes_of(size):
        attending = size - votes["absent"]
        lawful = asked(
            DEFAULT, "session_quorum", whole=("members", size), part=("present", attending)
        )
        adopted = asked(
            DEFAULT, "session_decision", whole=("present", attending), part=("for", votes["for"])
        )
        others = votes["against"] + votes["abstaining"] + votes["silent"]
        assert lawful.met is (attending >= votes["absent"] * 2)
        assert adopted.met is (votes["for"] > others)


@pytest.mark.parametrize("size", range(1, MOST + 1))
def test_every_way_a_small_council_can_end_is_judged_alike(size: int) -> None:
    for votes in votes_of(size):
        adopted = votes["for"] >= 2 * (size - votes["for"])
        for rule in ("council_decision", "council_poll"):
            verdict = asked(DEFAULT, rule, whole=("members", size), part=("for", votes["for"]))
            assert verdict.met is adopted


COUNTS: dict[str, Callable[[People], bool]] = {
    "one_member_one_vote": lambda votes: not any(combinations(votes, 2)),
    "deputy_chairs": lambda deputies: len(list(combinations(deputies, 2))) == 1,
    "membership_submission": lambda deputies: any(True for _ in deputies),
    "council_convened_by_chair": lambda deputies: not deputies,
}


@pytest.mark.parametrize("rule", COUNTS)
def test_every_small_count_is_judged_as_the_clause_reads(rule: str) -> None:
    [fact] = the_pack().rules_called(rule)[0].facts
    for number in range(MOST + 1):
        persons = frozenset(range(number))
        assert the_law().check(rule, {fact: number}).met is COUNTS[rule](persons), number


def test_no_count_is_left_without_an_oracle() -> None:
    counts = {rule.id for rule in the_pack().book.rules if isinstance(rule, CountRule)}
    assert counts == set(COUNTS)


def test_every_state_of_a_joint_convening_and_of_a_poll_is_judged_as_read() -> None:
    for one, other in product((True, False), repeat=2):
        convened = {"deputies_in_office_signed": one, "chair_consents": other}
        assert the_law().check("council_convened_jointly", convened).met is (one and other)
        closing = {"all_answered": one, "time_over": other}
        assert the_law().check("poll_may_close", closing).met is (one or other)


def test_without_deputies_the_chair_convenes_the_council() -> None:
    law = the_law()
    stuck = {end.name for end in dead_ends(law, {"deputy_chair"})}
    assert "jointly_convene_council" in stuck
    assert "convene_council_without_deputies" not in stuck
    verdict = law.check("council_convened_by_chair", {"deputies": 0})
    assert (verdict.met, verdict.reading) == (True, "A15")
    assert law.can("convene_council_without_deputies", {"chair"}).met
    assert not law.can("convene_council_without_deputies", {"working_organ"}).met
    assert not law.check("council_convened_by_chair", {"deputies": 1}).met


def test_without_a_chair_nobody_convenes_and_the_dead_end_is_named() -> None:
    law = the_law()
    ends = {end.name: end for end in dead_ends(law, {"chair"})}
    end = ends["convene_session"]
    assert (end.clause, end.readings) == ("R8.1a", ("A16",))
    assert end.sentence("en") == (
        "Nobody can now convene a Session: it belongs to the Chair of the Assembly, and the post is"
        " vacant. Regulation, clause 8, para 1."
    )
    assert end.sentence("ru") == (
        "Сейчас никто не может созвать сессию: полномочие принадлежит — Председатель Ассамблеи,"
        " должность вакантна. Положение, пункт 8, абзац 1."
    )
    assert end.sentence("kk") == (
        "Қазір мұны ешкім жасай алмайды: сессияны шақыру. Өкілеттік иесі — Ассамблея Төрағасы,"
        " лауазым бос. Ереже, 8-тармақ, 1-абзац."
    )
    others = set(the_pack().head.holders) - {"chair"}
    for name in ("convene_session", "convene_extraordinary_session_on_request"):
        assert name in ends
        assert all(not law.can(name, {post}).met for post in others)
    assert "open_session" not in ends


def test_with_every_post_held_there_is_no_dead_end_and_before_the_act_none_is_told() -> None:
    assert dead_ends(the_law(), ()) == []
    assert dead_ends(the_law(on=DAY.replace(year=2001)), {"chair"}) == []


def test_the_demands_in_time_are_those_of_the_pack_with_what_they_need() -> None:
    found = {demand.name: demand for demand in timed_demands(the_statutes_law(DEFAULT))}
    timed = [r.id for r in the_pack().book.rules if isinstance(r, DeadlineRule | FrequencyRule)]
    assert set(found) == {*timed, "small_assembly_notice"}
    notice = found["session_notice"]
    assert (notice.act, notice.anchor, notice.clause) == ("published", "start", "R8.1b")
    assert notice.needs == {"start": "date", "published": "date"}
    yearly = found["ordinary_sessions_per_year"]
    assert (yearly.act, yearly.anchor, yearly.verdict.needed) == ("held", None, 1)
    assert yearly.verdict.last_lawful_day == DAY.replace(month=12, day=31)
    assert found["small_assembly_notice"].severity == "warning"


def test_demands_whose_words_are_not_at_hand_are_not_told() -> None:
    early = the_law(on=DAY.replace(year=2003))
    assert {demand.name for demand in timed_demands(early)} == {"annual_plan_approval"}
    assert all(
        early.check(name, {}).outcome is Outcome.TEXT_UNKNOWN
        for name in ("session_notice", "council_poll_open")
    )
