"""Minutes say what the journal knows, in three languages, and nothing else."""

import datetime as dt
from dataclasses import fields

import pytest
from django.conf import settings
from django.test import override_settings
from tests.elections.commission import Commission
from tests.elections.motions import (
    AGAINST,
    FOR,
    a_sealed_motion,
    a_voting_hall,
    cast_all,
    opened_and_counted,
    put,
)
from tests.elections.motions import closed as ended
from tests.minutes.builders import LETTERS, announced, closed, opened, prepared
from tests.voting.builders import by

from shanyraq.elections.actions import abandon
from shanyraq.elections.queries import head_of
from shanyraq.minutes.queries import extract_of, minutes_of
from shanyraq.minutes.queries.parts import Block, Document, Facts, Heading, Law, Quote, Table, Text
from shanyraq.platform.languages import LANGUAGES, NO_BREAK, Language

pytestmark = pytest.mark.django_db


def spoken(block: Block) -> list[str]:
    if isinstance(block, Text | Heading):
        return [block.text]
    if isinstance(block, Law):
        return [block.text, block.clause]
    if isinstance(block, Quote):
        return [block.text, block.by]
    if isinstance(block, Facts):
        return [f"{term}: {value}" for term, value in block.rows]
    return [" | ".join(row) for row in (block.head, *block.rows)]


def lines_of(document: Document, place: int) -> list[str]:
    """What a section says, its heading first."""
    section = document.sections[place]
    lines = [section.heading, *(line for block in section.blocks for line in spoken(block))]
    return [line.replace(NO_BREAK, " ") for line in lines]


def table_of(document: Document, place: int) -> Table:
    return next(one for one in document.sections[place].blocks if isinstance(one, Table))


ABOUT, CONVENING, OPENING, AGENDA, COURSE, DECISIONS, OPINIONS, CLOSING, LATER = range(9)


def test_the_sections_of_a_closed_session_in_english() -> None:
    document = minutes_of(closed().session, "en")
    assert [section.heading for section in document.sections] == [
        "1. The Session",
        "2. Convening",
        "3. Opening of the Session and quorum",
        "4. Agenda",
        "5. Consideration of the questions",
        "6. Decisions",
        "7. Dissenting opinions",
        "8. Closing of the Session",
        "9. Dissenting opinions added after the closing of the Session",
        "Annex 1. Members attending",
        "Annex 2. Entries of the journal",
    ]
    assert document.draft == ""
    assert document.lines == ["Session XV", "Ассамблея"]


QUORUM = {
    "kk": [
        "3. Сессияның ашылуы және кворум",
        "Сессия 2008 ж. 15 қыркүйекте ашылды (сағат 10:00). Төрағалық етуші: Төраға.",
        "Осы күнгі мүшелердің жалпы саны: 6",
        "Қатысушы ретінде тіркелгені: 5",
        "Қажет болғаны: кемінде 4",
        (
            "Сессия заңды. 6 мүшенің 5-і қатысып отыр. "
            "Қажеті: кемінде үштен екісі, яғни 4 (3 × 5 = 15 ≥ 2 × 6 = 12)."
        ),
        "Ереже, 8-тармақ, 3-абзац",
    ],
    "ru": [
        "3. Открытие сессии и кворум",
        "Сессия открыта 15 сентября 2008 г. в 10:00. Председательствующий: Төраға.",
        "Общее число членов на этот день: 6",
        "Зарегистрировано участвующих: 5",
        "Требовалось: не менее 4",
        (
            "Сессия правомочна. Участвуют 5 из 6 членов. "
            "Нужно: не менее двух третей, то есть 4 (3 × 5 = 15 ≥ 2 × 6 = 12)."
        ),
        "Положение, пункт 8, абзац 3",
    ],
    "en": [
        "3. Opening of the Session and quorum",
        "The Session was opened on 15 September 2008 at 10:00. Presiding: Aliyev Bakyt.",
        "Members in office on the day: 6",
        "Registered as present: 5",
        "Needed: at least 4",
        (
            "The Session is lawful. 5 of the 6 members take part. "
            "Needed: at least two thirds, that is 4 (3 × 5 = 15 ≥ 2 × 6 = 12)."
        ),
        "Regulation, clause 8, para 3",
    ],
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_quorum_in_each_language(language: Language) -> None:
    assert lines_of(minutes_of(opened().session, language), OPENING) == QUORUM[language]


def test_who_convened_it_in_person_or_on_paper() -> None:
    in_person = lines_of(minutes_of(announced().session, "en"), CONVENING)
    assert in_person[1:3] == [
        ("The Chair (Aliyev Bakyt) signed in and convened the Session on 12 August 2008."),
        "The date, the place and the tentative agenda were announced on 12 August 2008.",
    ]


def test_who_convened_it_on_paper() -> None:
    on_paper = lines_of(minutes_of(announced(on_paper=True).session, "kk"), CONVENING)
    assert on_paper[1] == (
        "Сессия Төрағаның 2008 ж. 12 тамыздағы № 12 актісімен шақырылды. "
        "Актіні журналға жұмыс органы енгізді (Хатшы)."
    )
    assert on_paper[3] == (
        "Сессия уақтылы жарияланды. Сессия 2008 ж. 15 қыркүйекте ашылады, 2008 ж. 12 тамызда "
        "жарияланды. Қажеті: кемінде 1 ай бұрын. Соңғы заңды күн: 2008 ж. 15 тамыз."
    )


def test_a_session_not_yet_held_is_a_draft_that_says_so() -> None:
    document = minutes_of(announced().session, "ru")
    assert document.draft == "Проект"
    assert list(document.notes) == ["Проект: сессия ещё не закрыта, протокол не завершён."]
    assert lines_of(document, OPENING)[1:] == ["Сессия ещё не открыта."]
    assert lines_of(document, CLOSING)[1:] == ["Сессия ещё не закрыта."]


def test_a_session_not_convened_says_so() -> None:
    document = minutes_of(prepared().session, "en")
    assert lines_of(document, CONVENING) == ["2. Convening", "The Session has not been convened."]


def test_each_vote_tells_its_base_its_result_and_its_clause() -> None:
    lines = lines_of(minutes_of(closed().session, "en"), COURSE)
    place = lines.index("Put to the vote: On the concept of the Assembly")
    assert lines[place:] == [
        "Put to the vote: On the concept of the Assembly",
        "Method of voting: open, by show of hands",
        "Time of the vote: 10:00–11:00",
        "Present with the right to vote: 5",
        "Needed: at least 3",
        "Votes counted by: Aliyev Bakyt",
        "For | Against | Abstain | Did not vote",
        "3 | 1 | 0 | 1",
        (
            "Adopted. 3 of the 5 attending members voted for. "
            "Needed: more than half, that is 3 (2 × 3 = 6 > 5)."
        ),
        "Regulation, clause 8, para 3",
    ]


def test_a_decision_stands_with_its_legal_effect() -> None:
    lines = lines_of(minutes_of(closed().session, "ru"), DECISIONS)
    assert lines == [
        "6. Решения",
        "Решение № 15/1. О концепции",
        "Дата принятия: 15 сентября 2008 г.",
        "Юридическая сила решения: рекомендательный характер.",
        "Положение, пункт 3",
    ]


def test_opinions_after_the_closing_stand_apart() -> None:
    document = minutes_of(closed().session, "en")
    assert lines_of(document, OPINIONS)[1:] == [
        "On decision No. 15/1",
        "I said so at once.",
        "Member 000, 15 September 2008, 12:00",
    ]
    assert lines_of(document, LATER)[2:] == [
        "On decision No. 15/1",
        "I say so later.",
        "Member 000, 24 September 2008, 10:00",
    ]


def test_the_attendance_tells_who_left_early() -> None:
    rows = table_of(minutes_of(closed().session, "en"), -2).rows
    assert [list(row) for row in rows[3:]] == [
        ["4", "Member 003", "09:00 – to the end", "by the clerk"],
        ["5", "Member 004", "09:00–12:00", "by the clerk"],
    ]


def test_the_journal_stands_behind_it_and_says_when_it_was_recorded() -> None:
    held = closed()
    document = minutes_of(held.session, "en")
    actions = [row[2] for row in table_of(document, -1).rows]
    assert actions == [
        "sittings.prepare_session",
        "sittings.attach_paper",
        "sittings.convene_session",
        "sittings.register_many",
        "sittings.open_session",
        "sittings.begin_item",
        "voting.open_method_vote",
        "voting.count_hands",
        "voting.close_vote",
        "sittings.finish_item",
        "sittings.begin_item",
        "voting.open_vote",
        "voting.count_hands",
        "voting.close_vote",
        "sittings.finish_item",
        "sittings.register_departure",
        "voting.add_dissent",
        "sittings.close_session",
        "voting.add_dissent",
    ]
    assert document.date == (2008, 9, 24)
    assert str(dt.datetime.now(dt.UTC).year) in lines_of(document, ABOUT)[-1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_extract_holds_the_decision_and_its_vote(language: Language) -> None:
    document = extract_of(closed().decision, language)
    assert len(document.sections) == 4
    assert document.draft == ""
    if language == "kk":
        assert lines_of(document, 2)[1] == f"№ 15/1 шешім. Тұжырымдама туралы: {LETTERS}"


def test_a_demonstration_says_that_it_is_invented() -> None:
    session = announced().session
    assert len(minutes_of(session, "en").notes) == 1
    with override_settings(DEMONSTRATION=True):
        assert minutes_of(session, "en").notes[-1] == (
            "Invented: the people, papers and decisions of this demonstration are not real."
        )
    assert not settings.DEMONSTRATION


def test_every_kind_of_block_can_be_told_apart() -> None:
    kinds = (Text, Heading, Facts, Table, Law, Quote)
    named = [next(one for one in fields(kind) if one.name == "kind").default for kind in kinds]
    assert named == ["text", "heading", "facts", "table", "law", "quote"]


def a_secret_course(*, given_up: bool = False) -> tuple[Commission, list[str]]:
    """What the minutes say of a motion that the Session votes on with a ballot box."""
    commission = a_sealed_motion(a_voting_hall())
    vote = put(commission)
    if given_up:
        abandon(occasion=by(commission.house.hall.chair), box=commission.box, reason="A lost key.")
    else:
        cast_all(commission, {FOR: 9, AGAINST: 2})
        opened_and_counted(commission)
        ended(commission, vote)
    return commission, lines_of(minutes_of(commission.house.hall.session, "en"), COURSE)


def test_a_secret_vote_tells_its_numbers_and_the_archive_by_which_anybody_counts_again() -> None:
    commission, lines = a_secret_course()
    place = lines.index("Method of voting: secret, electronic")
    told = f"{commission.box.uuid}; last event {head_of(commission.box)}"
    assert lines[place + 2 : place + 7] == [
        "Present with the right to vote: 12",
        "Needed: at least 7",
        f"Archive of the ballot box: {told}",
        "For | Against | Abstain | Did not vote",
        "9 | 2 | 0 | 1",
    ]


def test_a_secret_vote_whose_box_was_given_up_is_told_to_have_no_result() -> None:
    _commission, lines = a_secret_course(given_up=True)
    assert "The vote ended without a result: its ballot box was given up unopened." in lines
    assert "9 | 2 | 0 | 1" not in lines
