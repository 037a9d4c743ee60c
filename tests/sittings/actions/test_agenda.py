"""The agenda changes until the opening, papers until the closing, by what they are."""

import io
import zipfile
from pathlib import Path

import pytest
from pytest_django import Settings
from tests.sittings.builders import (
    TITLE,
    Institution,
    a_file,
    a_question,
    a_session,
    an_institution,
)

from shanyraq.people.models import Person, Wording
from shanyraq.platform.journal import entries_of
from shanyraq.platform.refusals import Refusal
from shanyraq.sittings.actions import _files as module
from shanyraq.sittings.actions import add_item, attach_paper, change_item, drop_item
from shanyraq.sittings.actions._files import PaperTooLarge, PaperUnreadable
from shanyraq.sittings.actions._steps import (
    AgendaEmpty,
    NotOfThisBody,
    Question,
    SessionOver,
    TitleMissing,
)
from shanyraq.sittings.actions.agenda import AgendaFixed, MethodStands
from shanyraq.sittings.enums import ContentType, ItemKind, ItemState, State
from shanyraq.sittings.models import AgendaItem, Paper, Session
from shanyraq.sittings.permissions import NotYours

pytestmark = pytest.mark.django_db

UNTITLED = Wording(kk="", ru="Отчёт", en="Report")


@pytest.fixture(autouse=True)
def _files(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


def a_package(*names: str, mimetype: str = "") -> bytes:
    """A zip archive such as a text processor writes."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        if mimetype:
            package.writestr("mimetype", mimetype)
        for name in names:
            package.writestr(name, "<x/>")
    return held.getvalue()


def last_item(session: Session) -> AgendaItem:
    item = session.items.standing().last()
    assert item
    return item


def added(
    house: Institution,
    session: Session,
    *,
    by: Person | None = None,
    question: Question | None = None,
) -> AgendaItem:
    occasion = house.by(by or house.secretary)
    return add_item(occasion=occasion, session=session, question=question or a_question())


@pytest.mark.parametrize("state", [State.PREPARED, State.ANNOUNCED])
def test_a_question_is_added_before_the_opening(state: State) -> None:
    house = an_institution()
    item = added(house, a_session(house.assembly, state=state))
    assert (item.number, item.state) == (3, ItemState.WAITING)
    assert entries_of(item.public_id)[0].facts["title"]["kk"] == TITLE.kk


@pytest.mark.parametrize("state", [State.OPEN, State.CLOSED])
def test_the_agenda_of_an_open_session_stands(state: State) -> None:
    house = an_institution()
    session = a_session(house.assembly, state=state)
    item = last_item(session)
    occasion = house.by(house.secretary)
    with pytest.raises(AgendaFixed):
        added(house, session)
    with pytest.raises(AgendaFixed):
        change_item(occasion=occasion, item=item, question=a_question())
    with pytest.raises(AgendaFixed):
        drop_item(occasion=occasion, item=item)
    assert session.items.standing().count() == 2


@pytest.mark.parametrize(
    ("question", "refusal"),
    [
        (a_question(title=UNTITLED), TitleMissing),
        (a_question(kind=ItemKind.MAZHILIS_CANDIDATES), NotOfThisBody),
    ],
)
def test_a_question_that_cannot_stand_is_not_added(
    question: Question, refusal: type[Refusal]
) -> None:
    house = an_institution()
    session = a_session(house.assembly)
    with pytest.raises(refusal):
        added(house, session, question=question)
    assert added(house, session).number == 3


def test_members_do_not_write_the_agenda() -> None:
    house = an_institution()
    session = a_session(house.assembly)
    with pytest.raises(NotYours):
        added(house, session, by=house.member)
    with pytest.raises(NotYours):
        drop_item(occasion=house.by(house.member), item=last_item(session))


def test_a_question_is_reworded_and_gets_a_rapporteur() -> None:
    house = an_institution()
    item = last_item(a_session(house.assembly))
    title = Wording(kk="Басқа", ru="Другой", en="Another")
    question = Question(kind=ItemKind.AMENDMENTS, title=title, rapporteur=house.member)
    item = change_item(occasion=house.by(house.chair), item=item, question=question)
    assert (item.title_kk, item.rapporteur) == ("Басқа", house.member)
    assert item.kind == ItemKind.AMENDMENTS
    with pytest.raises(TitleMissing):
        change_item(occasion=house.by(house.chair), item=item, question=a_question(title=UNTITLED))


def test_the_choice_of_the_method_stays_what_it_is() -> None:
    house = an_institution()
    session = a_session(house.assembly)
    method = session.items.get(kind=ItemKind.CHOOSE_VOTING_METHOD)
    occasion = house.by(house.secretary)
    with pytest.raises(MethodStands):
        change_item(occasion=occasion, item=method, question=a_question())
    with pytest.raises(MethodStands):
        drop_item(occasion=occasion, item=method)
    reworded = a_question(kind=ItemKind.CHOOSE_VOTING_METHOD)
    assert change_item(occasion=occasion, item=method, question=reworded).title_kk == TITLE.kk


def test_later_questions_move_up_and_the_dropped_one_is_kept() -> None:
    house = an_institution()
    session = a_session(house.assembly)
    dropped, last = last_item(session), added(house, session)
    drop_item(occasion=house.by(house.secretary), item=dropped)
    assert list(session.items.standing()) == [session.items.get(number=1), last]
    last.refresh_from_db()
    assert (last.number, session.items.count()) == (2, 3)
    with pytest.raises(AgendaFixed):
        drop_item(occasion=house.by(house.secretary), item=dropped)


def test_the_last_question_stays() -> None:
    house = an_institution()
    with pytest.raises(AgendaEmpty):
        drop_item(occasion=house.by(house.secretary), item=last_item(a_session(house.assembly)))


def attached(
    house: Institution,
    session: Session,
    content: bytes,
    *,
    by: Person | None = None,
    title: Wording = TITLE,
    name: str = "a.pdf",
) -> Paper:
    return attach_paper(
        occasion=house.by(by or house.secretary),
        item=last_item(session),
        title=title,
        file=a_file(content, name),
    )


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7 text", ContentType.PDF),
        (b"\x89PNG\r\n\x1a\n...", ContentType.PNG),
        (a_package("[Content_Types].xml", "word/document.xml"), ContentType.DOCX),
        (a_package("content.xml", mimetype=ContentType.ODT), ContentType.ODT),
    ],
)
def test_a_paper_is_what_its_content_is(content: bytes, kind: ContentType) -> None:
    house = an_institution()
    paper = attached(house, a_session(house.assembly), content, name="whatever.exe")
    assert (paper.content_type, paper.size, len(paper.sha256)) == (kind, len(content), 64)
    with paper.file.open() as stored:
        assert stored.read() == content
    assert ".exe" not in str(paper.file.name)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"MZ\x90\x00",
        b"<html><script>alert(1)</script>",
        b"PK\x03\x04 broken",
        a_package("evil.xml"),
        a_package("content.xml", mimetype="application/zip"),
    ],
)
def test_anything_else_is_refused_whatever_it_is_called(content: bytes) -> None:
    house = an_institution()
    with pytest.raises(PaperUnreadable) as refused:
        attached(house, a_session(house.assembly), content, name="paper.pdf")
    assert (refused.value.status, Paper.objects.count()) == (415, 0)


def test_a_paper_has_a_size_and_a_title(monkeypatch: pytest.MonkeyPatch) -> None:
    house = an_institution()
    session = a_session(house.assembly)
    with pytest.raises(TitleMissing):
        attached(house, session, b"%PDF-1.7", title=UNTITLED)
    monkeypatch.setattr(module, "LARGEST", 9)
    with pytest.raises(PaperTooLarge) as refused:
        attached(house, session, b"%PDF-1.7..")
    assert refused.value.status == 413
    assert attached(house, session, b"%PDF-1.7.").size == 9


def test_papers_come_until_the_closing_and_from_those_who_prepare() -> None:
    house = an_institution()
    open_one = a_session(house.assembly, state=State.OPEN)
    assert attached(house, open_one, b"%PDF-1.7").pk
    with pytest.raises(NotYours):
        attached(house, open_one, b"%PDF-1.7", by=house.member)
    with pytest.raises(SessionOver):
        attached(house, a_session(house.assembly, state=State.CLOSED, number=15), b"%PDF-1.7")
