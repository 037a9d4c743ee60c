"""Several packs asked together: statutes below the charter, a law above it, equals beside it."""

from datetime import date

import pytest
from tests.law.builders import DAY, the_law, the_pack

from shanyraq.law import (
    Charter,
    Outcome,
    Pack,
    UnfitFact,
    UnknownReading,
    UnknownRule,
    find_pack,
    load_pack,
    verify_decision,
)
from shanyraq.law.cases import failures, load_cases
from shanyraq.law.contents import pack_from_bytes
from shanyraq.law.grammar import NO_BREAK
from shanyraq.law.loading import BrokenPack, build_pack, read_yaml
from shanyraq.law.mutation import mutate_pack
from shanyraq.law.packs import FOR_GOOD
from shanyraq.law.provisions import Language

STATUTE, STRICT = "kz-small-assembly-statute", "kz-small-assembly-statute-strict"
LAW, HIGHER, EQUAL = "kz-law-2008", "kz-law-test-higher", "kz-law-test-equal"
WITH_LAW = date(2008, 10, 20)
VOTES = {"members": 76, "present": 60, "for": 40}


def called(name: str) -> Pack:
    return load_pack(find_pack(name))


def layered(*names: str, on: date = DAY) -> Charter:
    return the_law(the_pack(), *map(called, names), on=on)


def told(law: Charter, language: Language, rule: str, **facts: int) -> str:
    return law.check(rule, facts).sentence(language).replace(NO_BREAK, " ")


@pytest.mark.parametrize("name", [STATUTE, STRICT, LAW, HIGHER, EQUAL])
def test_each_layer_answers_as_its_cases_expect_and_they_notice_each_change(name: str) -> None:
    folder = find_pack(name)
    assert list(failures(load_pack(folder), load_cases(folder))) == []
    assert mutate_pack(folder).complete


def test_a_statute_answers_what_the_regulation_leaves_to_it() -> None:
    facts = {"members": 40, "present": 28}
    with pytest.raises(UnknownRule):
        layered().check("small_assembly_quorum", facts)
    assert layered(STATUTE).check("small_assembly_quorum", facts).met
    assert not layered(STRICT).check("small_assembly_quorum", facts).met
    assert layered(STATUTE).can("convene_small_assembly", {"small_assembly_chair"}).met
    assert layered(STATUTE).can("preside_at_small_assembly", {"secretariat"}).value == "on_behalf"


def test_the_default_statute_mirrors_the_session() -> None:
    law = layered(STATUTE)
    for rule, mirrored in (
        ("small_assembly_quorum", "session_quorum"),
        ("small_assembly_decision", "session_decision"),
    ):
        ours, theirs = the_rule(law, rule), the_rule(law, mirrored)
        assert ours == theirs


def the_rule(law: Charter, name: str) -> tuple[object, object]:
    rule = next(each for pack in law.packs for each in pack.rules.get(name, ()))
    return getattr(rule, "fraction", None), getattr(rule, "compare", None)


@pytest.mark.parametrize("name", [STATUTE, STRICT])
def test_a_statute_lives_as_long_as_the_regulation_and_says_what_it_is(name: str) -> None:
    pack = called(name)
    assert (pack.begins, pack.ends) == (the_pack().begins, the_pack().ends)
    assert "not an official text" in pack.head.title.en
    assert "не официальный текст" in pack.head.title.ru
    assert "ресми мәтін емес" in pack.head.title.kk


def test_the_charter_of_the_institution_gives_name_and_parameters_beside_any_layer() -> None:
    law = layered(STATUTE, LAW, on=WITH_LAW)
    assert law.own == the_pack()
    assert law.name("en") == the_law(on=WITH_LAW).name("en")
    assert law.parameter("A10", "methods") == the_law().parameter("A10", "methods")
    with pytest.raises(UnknownReading):
        law.parameter("A99", "methods")


def test_packs_stand_by_rank_and_a_statute_stands_last() -> None:
    packs = layered(STATUTE, LAW).packs
    assert [pack.head.rank for pack in packs] == [
        "constitutional_law_and_law",
        "this_regulation",
        "body_statute",
    ]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "kk",
            (
                "Отырыс заңды емес. Кіші ассамблеяның 40 мүшесінің 28-і қатысып отыр. Қажеті:"
                " кемінде төрттен үші, яғни 30 (4 × 28 = 112 < 3 × 40 = 120). Кіші ассамблея"
                " ережесі (үлгілік ереже, қатаң), 4-тармақ, 1-абзац. 2002 ж. 26 сәуірден бері"
                " қолданыстағы мәтін, № M-2 Үлгілік ереже. A23 оқылымы."
            ),
        ),
        (
            "ru",
            (
                "Заседание неправомочно. Участвуют 28 из 40 членов малой ассамблеи. Нужно: не"
                " менее трёх четвертей, то есть 30 (4 × 28 = 112 < 3 × 40 = 120). Положение малой"
                " ассамблеи (типовое положение, строгое), пункт 4, абзац 1. Текст действует с 26"
                " апреля 2002 г., Типовое положение № M-2. Прочтение A23."
            ),
        ),
        (
            "en",
            (
                "The meeting is not lawful. 28 of the 40 members of the small assembly take part."
                " Needed: at least three quarters, that is 30 (4 × 28 = 112 < 3 × 40 = 120)."
                " Statute of the small assembly (model statute, strict), clause 4, para 1."
                " Wording in force since 26 April 2002, Model statute No. M-2. Reading A23."
            ),
        ),
    ],
)
def test_an_explanation_names_the_statute(language: Language, expected: str) -> None:
    law = layered(STRICT)
    assert told(law, language, "small_assembly_quorum", members=40, present=28) == expected


def test_before_the_law_of_2008_the_regulation_answers_alone() -> None:
    eve = date(2008, 10, 19)
    facts = {"members": 76, "for": 51}
    with_law, alone = layered(LAW, on=eve), the_law(on=eve)
    assert (
        with_law.check("council_decision", facts).trace
        == alone.check("council_decision", facts).trace
    )


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "kk",
            (
                "2008 жылғы № 70-IV Заң, 10-бап: 2008 ж. 20 қазандағы мәтіні қолда жоқ. A38"
                " оқылымы. Басымы: № 70-IV Заң. Жол беретіні: № 856 Жарлық."
            ),
        ),
        (
            "ru",
            (
                "Закон № 70-IV 2008 года, статья 10: текста на 20 октября 2008 г. нет в нашем"
                " распоряжении. Прочтение A38. Преимущество имеет: Закон № 70-IV. Уступает: Указ"
                " № 856."
            ),
        ),
        (
            "en",
            (
                "Law No. 70-IV of 2008, article 10: the wording of 20 October 2008 is not at"
                " hand. Reading A38. Prevails: Law No. 70-IV. Gives way: Decree No. 856."
            ),
        ),
    ],
)
def test_what_the_law_governs_in_unknown_words_is_not_answered_by_the_regulation(
    language: Language, expected: str
) -> None:
    law = layered(LAW, on=WITH_LAW)
    assert told(law, language, "council_decision", members=76, **{"for": 76}) == expected


def test_powers_and_conditions_that_the_law_governs_are_unknown_too() -> None:
    law = layered(LAW, on=WITH_LAW)
    assert law.can("approve_or_reject_membership", {"chair"}).outcome is Outcome.TEXT_UNKNOWN
    assert law.check("admission_needs_meeting", {"meeting_item": True}).outcome is (
        Outcome.TEXT_UNKNOWN
    )
    assert law.holders("approve_or_reject_membership") == {"chair"}
    assert law.check("session_quorum", {"members": 3, "present": 2}).met


def test_the_law_has_no_end_and_no_words() -> None:
    pack = called(LAW)
    assert pack.ends == FOR_GOOD
    assert {pack.wording(clause, WITH_LAW).status for clause in pack.head.clauses} == {"unknown"}


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "kk",
            (
                "Қабылданды. Қатысқан 60 мүшенің 40-ы жақтап дауыс берді. Қажеті: кемінде үштен"
                " екісі, яғни 40 (3 × 40 = 120 ≥ 2 × 60 = 120). № T-1 сынақ актісі, 10-бап. 2008"
                " ж. 20 қазаннан бері қолданыстағы мәтін, № T-1 Сынақ актісі. A38 оқылымы."
                " Басымы: № T-1 Сынақ актісі. Жол беретіні: № 856 Жарлық."
            ),
        ),
        (
            "ru",
            (
                "Принято. Из 60 присутствующих членов за проголосовали 40. Нужно: не менее двух"
                " третей, то есть 40 (3 × 40 = 120 ≥ 2 × 60 = 120). Тестовый акт № T-1, статья"
                " 10. Текст действует с 20 октября 2008 г., Тестовый акт № T-1. Прочтение A38."
                " Преимущество имеет: Тестовый акт № T-1. Уступает: Указ № 856."
            ),
        ),
        (
            "en",
            (
                "Adopted. 40 of the 60 members present voted for. Needed: at least two thirds,"
                " that is 40 (3 × 40 = 120 ≥ 2 × 60 = 120). Test act No. T-1, article 10. Wording"
                " in force since 20 October 2008, Test act No. T-1. Reading A38. Prevails: Test"
                " act No. T-1. Gives way: Decree No. 856."
            ),
        ),
    ],
)
def test_a_higher_act_prevails_and_both_are_named(language: Language, expected: str) -> None:
    law = layered(HIGHER, on=WITH_LAW)
    assert told(law, language, "council_decision", **VOTES) == expected
    assert not layered(on=WITH_LAW).check("council_decision", {"members": 76, "for": 40}).met


def test_the_test_acts_say_in_their_titles_that_they_are_test_data() -> None:
    for name in (HIGHER, EQUAL):
        title = called(name).head.title
        assert [title.kk[:11], title.ru[:15], title.en[:9]] == [
            "СЫНАҚ ДЕРЕГ",
            "ТЕСТОВЫЕ ДАННЫЕ",
            "TEST DATA",
        ]
        assert "test data" in called(name).reading("A38").chosen.en


def test_equals_that_say_yes_and_no_conflict_and_a_doubt_is_no_conflict() -> None:
    law = layered(EQUAL, on=WITH_LAW)
    conflict = law.check("council_decision", VOTES)
    assert conflict.outcome is Outcome.CONFLICT
    assert [child.clause for child in conflict.children] == ["R9.2c", "L10"]
    doubt = law.check("council_decision", {"members": 76, "for": 51})
    assert (doubt.outcome, doubt.lacking) == (Outcome.UNDETERMINED, ("present",))


def test_meetings_are_counted_by_half_years() -> None:
    for on, last in ((date(2009, 6, 30), "30 June 2009"), (date(2009, 7, 1), "31 December 2009")):
        law = layered(HIGHER, on=on)
        sentence = told(law, "en", "council_meetings_per_half_year", held=0)
        assert f"Needed: at least 1 in half a year, by {last} (0 < 1)." in sentence
        met = told(law, "ru", "council_meetings_per_half_year", held=1)
        assert "Нужно: не менее 1 раза за полугодие" in met


@pytest.mark.parametrize(
    ("name", "facts"),
    [(LAW, {"members": 76, "for": 51}), (HIGHER, VOTES), (EQUAL, VOTES)],
)
def test_a_layered_verdict_is_recomputed_from_its_trace(name: str, facts: dict[str, int]) -> None:
    verdict = layered(name, on=WITH_LAW).check("council_decision", facts)
    packs = [pack_from_bytes(pack.canonical) for pack in (the_pack(), called(name))]
    assert verify_decision(verdict.trace, packs).agrees
    assert {pack["id"] for pack in verdict.trace["packs"]} == {pack.id for pack in packs}


def test_a_part_is_never_more_than_its_whole_in_any_layer() -> None:
    with pytest.raises(UnfitFact):
        layered(HIGHER, on=WITH_LAW).check("council_decision", {**VOTES, "for": 61})


def test_a_rule_is_governed_only_by_a_clause_whose_words_are_unknown() -> None:
    folder = find_pack(LAW)
    names = ("pack.yaml", "rules.yaml", "readings.yaml", "review.yaml")
    data = {name: read_yaml(folder / name) for name in names}
    data["pack.yaml"]["clauses"]["L10"] = {}
    with pytest.raises(BrokenPack, match="found 'L10'"):
        build_pack(data, folder)
