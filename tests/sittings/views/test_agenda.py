"""The pages of the agenda and of papers."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.people.builders import an_account
from tests.sittings.builders import Institution, a_file, a_session, an_institution

from shanyraq.people.models import Person
from shanyraq.sittings.enums import ItemKind, State
from shanyraq.sittings.models import Paper, Session

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.7 text"


def signed_in(browser: Client, person: Person) -> Client:
    browser.force_login(an_account(email=f"{person.public_id}@example.kz", person=person))
    return browser


def a_question(**changed: str) -> dict[str, str]:
    told = {"kind": ItemKind.AMENDMENTS, "title_kk": "Түзету", "title_ru": "Поправка"}
    return {**told, "request_key": "k", **changed}


def a_desk(browser: Client, state: State = State.ANNOUNCED) -> tuple[Institution, Session]:
    house = an_institution()
    signed_in(browser, house.secretary)
    return house, a_session(house.assembly, state=state)


def with_paper(browser: Client, session: Session, content: bytes = PDF) -> int:
    address = reverse("sittings:papers", args=[session.public_id])
    item = session.items.get(number=2)
    titles = {"title_kk": "Баяндама", "title_ru": "Доклад", "request_key": "k"}
    data = titles | {"item": item.public_id, "file": a_file(content)}
    return browser.post(address, data).status_code


def test_a_question_is_added_reworded_and_taken_off(browser: Client) -> None:
    house, session = a_desk(browser)
    address = reverse("sittings:agenda", args=[session.public_id])
    told = a_question(rapporteur=str(house.member.pk))
    assert browser.post(address, told).status_code == 303
    item = session.items.get(number=3)
    assert item.rapporteur == house.member
    assert "Түзету" in browser.get(address).content.decode()
    own = reverse("sittings:item", args=[item.public_id])
    assert 'value="Түзету"' in browser.get(own).content.decode()
    assert browser.post(own, a_question(title_kk="Басқа")).status_code == 303
    drop = reverse("sittings:drop-item", args=[session.public_id, item.public_id])
    assert browser.post(drop).status_code == 303
    assert session.items.standing().count() == 2


def test_an_open_sessions_agenda_is_only_shown(browser: Client) -> None:
    _house, session = a_desk(browser, State.OPEN)
    address = reverse("sittings:agenda", args=[session.public_id])
    assert "its agenda stands" in browser.get(address).content.decode()
    assert browser.post(address, a_question()).status_code == 409


@pytest.mark.parametrize(
    "changed", [{"title_ru": ""}, {"kind": ItemKind.MAZHILIS_CANDIDATES}, {"rapporteur": "999999"}]
)
def test_a_question_not_well_filled_is_shown_again(
    browser: Client, changed: dict[str, str]
) -> None:
    _house, session = a_desk(browser)
    address = reverse("sittings:agenda", args=[session.public_id])
    assert browser.post(address, a_question(**changed)).status_code == 422


def test_a_paper_is_attached_and_served_as_a_file_to_save(browser: Client) -> None:
    _house, session = a_desk(browser)
    assert with_paper(browser, session) == 303
    paper = Paper.objects.get()
    shown = browser.get(reverse("sittings:papers", args=[session.public_id])).content.decode()
    address = reverse("sittings:paper", args=[paper.public_id])
    assert address in shown
    answer = Client().get(address)
    assert answer.getvalue() == PDF
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Type"] == "application/pdf"


def test_a_paper_of_a_draft_is_for_those_who_prepare(browser: Client) -> None:
    _house, session = a_desk(browser, State.PREPARED)
    with_paper(browser, session)
    address = reverse("sittings:paper", args=[Paper.objects.get().public_id])
    assert Client().get(address).status_code == 404
    answer = browser.get(address)
    assert (answer.status_code, answer.getvalue()) == (200, PDF)


def test_a_file_of_another_kind_is_refused_on_the_form(browser: Client) -> None:
    _house, session = a_desk(browser)
    assert with_paper(browser, session, b"MZ\x90") == 415
    assert Paper.objects.count() == 0
