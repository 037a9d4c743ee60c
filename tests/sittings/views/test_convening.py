"""The pages by which a Session is prepared, convened and recorded."""

import datetime as dt

import pytest
from django.http import FileResponse
from django.test import Client
from django.urls import reverse
from tests.people.builders import an_account
from tests.sittings.builders import (
    TODAY,
    Institution,
    a_file,
    a_plan,
    a_session,
    an_institution,
    at_ten,
    earliest,
)

from shanyraq.people.models import Person
from shanyraq.sittings.actions import prepare_session
from shanyraq.sittings.enums import ItemKind, Kind, State
from shanyraq.sittings.models import Session

pytestmark = pytest.mark.django_db

ONE_DAY = dt.timedelta(days=1)


def signed_in(browser: Client, person: Person) -> Client:
    browser.force_login(an_account(email=f"{person.public_id}@example.kz", person=person))
    return browser


def filled(day: dt.date, **changed: str) -> dict[str, str]:
    """The form as the secretary fills it in."""
    return {
        "kind": Kind.ORDINARY,
        "day_day": str(day.day),
        "day_month": str(day.month),
        "day_year": str(day.year),
        "time": "10:00",
        "place_kk": "Астана",
        "place_ru": "Астана",
        "agenda_kk": "Есеп тыңдау\n\nТұжырымдама",
        "agenda_ru": "Заслушать отчёт\nКонцепция",
        "competence": "R6.1",
        "request_key": "k1",
        **changed,
    }


def posted(browser: Client, data: dict[str, str]) -> tuple[int, str]:
    answer = browser.post(reverse("sittings:prepare"), data)
    return answer.status_code, answer.content.decode()


def a_draft(house: Institution) -> Session:
    return prepare_session(occasion=house.by(house.secretary, hour=9), plan=a_plan())


def test_the_form_starts_with_the_earliest_lawful_day(browser: Client) -> None:
    house = an_institution()
    page = signed_in(browser, house.secretary).get(reverse("sittings:prepare")).content.decode()
    first = earliest()
    assert f'name="day_day" id="id_day_day" value="{first.day}"' in page
    assert "Only the Chair convenes a Session" in page


def test_without_signing_in_one_is_asked_to(browser: Client) -> None:
    an_institution()
    answer = browser.get(reverse("sittings:prepare"))
    assert (answer.status_code, "login" in answer.headers["Location"]) == (302, True)


def test_a_member_is_told_whose_it_is(browser: Client) -> None:
    house = an_institution()
    answer = signed_in(browser, house.member).get(reverse("sittings:prepare"))
    assert answer.status_code == 403
    assert "somebody else" in answer.content.decode()


def test_a_whole_form_prepares_a_session_with_its_questions(browser: Client) -> None:
    house = an_institution()
    status, _page = posted(signed_in(browser, house.secretary), filled(earliest()))
    session = Session.objects.get()
    assert (status, session.state, session.starts_at) == (303, State.PREPARED, at_ten(earliest()))
    titles = list(session.items.standing().values_list("kind", "title_ru"))
    assert titles[1:] == [
        (ItemKind.OTHER_QUESTIONS, "Заслушать отчёт"),
        (ItemKind.OTHER_QUESTIONS, "Концепция"),
    ]


def test_the_same_request_prepares_once(browser: Client) -> None:
    house = an_institution()
    signed_in(browser, house.secretary)
    assert [posted(browser, filled(earliest()))[0] for _ in range(2)] == [303, 303]
    assert Session.objects.count() == 1


def test_too_short_a_notice_keeps_what_was_typed_and_offers_the_earliest_day(
    browser: Client,
) -> None:
    house = an_institution()
    day = earliest() - ONE_DAY
    status, page = posted(signed_in(browser, house.secretary), filled(day))
    assert (status, Session.objects.count()) == (409, 0)
    assert 'data-refusal="notice-too-short"' in page
    assert "Заслушать отчёт" in page
    assert f'name="day" value="{earliest().isoformat()}"' in page


def test_the_offered_day_is_taken_with_one_press(browser: Client) -> None:
    house = an_institution()
    signed_in(browser, house.secretary)
    data = filled(earliest() - ONE_DAY) | {"day": earliest().isoformat()}
    assert posted(browser, data)[0] == 303
    assert Session.objects.get().day == earliest()


@pytest.mark.parametrize(
    "changed",
    [
        {"day_day": "31", "day_month": "2"},
        {"time": "25:00"},
        {"place_ru": ""},
        {"agenda_kk": " \n "},
        {"agenda_ru": "Один вопрос"},
        {"kind": "secret"},
        {"competence": ""},
        {"competence": "R99"},
    ],
)
def test_a_form_that_is_not_well_filled_is_answered_with_itself(
    browser: Client, changed: dict[str, str]
) -> None:
    house = an_institution()
    data = filled(earliest(), **changed)
    status, page = posted(signed_in(browser, house.secretary), data)
    assert (status, Session.objects.count()) == (422, 0)
    assert "Error:" in page


@pytest.mark.parametrize(
    ("days", "asked"),
    [
        (0, (Kind.ORDINARY, "it is in time")),
        (-1, (Kind.ORDINARY, "earliest lawful day")),
        (-1, (Kind.EXTRAORDINARY, "is held by")),
        (60, (Kind.EXTRAORDINARY, "is held by")),
    ],
)
def test_while_a_day_is_chosen_its_last_lawful_day_is_shown(
    browser: Client, days: int, asked: tuple[Kind, str]
) -> None:
    an_institution()
    kind, said = asked
    answer = browser.get(reverse("sittings:timing"), filled(earliest() + days * ONE_DAY, kind=kind))
    assert said in answer.content.decode()


@pytest.mark.parametrize("asked", [{}, {"day": "2008-13-40"}, {"day": "2008-10-20", "kind": "x"}])
def test_no_day_shows_nothing(browser: Client, asked: dict[str, str]) -> None:
    answer = browser.get(reverse("sittings:timing"), asked)
    assert (answer.status_code, answer.content.decode().strip()) == (200, "")


def test_a_draft_is_moved(browser: Client) -> None:
    house = an_institution()
    session = a_draft(house)
    address = reverse("sittings:change", args=[session.public_id])
    signed_in(browser, house.secretary)
    assert browser.get(address).status_code == 200
    assert browser.post(address, filled(earliest() + ONE_DAY)).status_code == 303
    session.refresh_from_db()
    assert session.day == earliest() + ONE_DAY


def test_the_chair_reads_and_convenes(browser: Client) -> None:
    house = an_institution()
    session = a_draft(house)
    address = reverse("sittings:convene", args=[session.public_id])
    signed_in(browser, house.chair)
    assert "Convene the Session" in browser.get(address).content.decode()
    assert browser.post(address, {"request_key": "k"}).status_code == 303
    session.refresh_from_db()
    assert session.state == State.ANNOUNCED


def test_the_secretary_presses_in_vain(browser: Client) -> None:
    house = an_institution()
    session = a_draft(house)
    address = reverse("sittings:convene", args=[session.public_id])
    answer = signed_in(browser, house.secretary).post(address, {"request_key": "k"})
    session.refresh_from_db()
    assert (answer.status_code, session.state) == (403, State.PREPARED)


def test_the_secretary_records_the_signed_act(browser: Client) -> None:
    house = an_institution()
    session = a_draft(house)
    address = reverse("sittings:record-convening", args=[session.public_id])
    signed_in(browser, house.secretary)
    assert "signed on paper" in browser.get(address).content.decode()
    data = {"number": "12", "date": TODAY.isoformat(), "request_key": "k"}
    assert browser.post(address, data).status_code == 422
    answer = browser.post(address, data | {"file": a_file(name="order.pdf")})
    session.refresh_from_db()
    assert (answer.status_code, session.state) == (303, State.ANNOUNCED)
    shown = browser.get(reverse("sittings:session", args=[session.public_id])).content.decode()
    assert "No. 12" in shown


def test_the_signed_act_is_public_once_the_session_is_announced(browser: Client) -> None:
    house = an_institution()
    session = a_draft(house)
    address = reverse("sittings:act", args=[session.public_id])
    assert browser.get(address).status_code == 404
    record = reverse("sittings:record-convening", args=[session.public_id])
    data = {"number": "12", "date": TODAY.isoformat(), "file": a_file(name="order.pdf")}
    signed_in(browser, house.secretary).post(record, data | {"request_key": "k"})
    browser.logout()
    served = browser.get(address)
    assert isinstance(served, FileResponse)
    assert b"".join(served) == b"%PDF-1.7 text"
    assert served.headers["Content-Type"] == "application/pdf"
    assert served.headers["Content-Disposition"].startswith("attachment")
    assert served.headers["X-Content-Type-Options"] == "nosniff"
    for page in ("sittings:session", "desks:session"):
        shown = browser.get(reverse(page, args=[session.public_id])).content.decode()
        assert f'href="{address}"' in shown


def test_a_day_without_law_is_explained_on_the_page(browser: Client) -> None:
    house = an_institution()
    session = a_session(house.assembly, state=State.PREPARED, day=dt.date(2012, 1, 16))
    signed_in(browser, house.chair)
    shown = browser.get(reverse("sittings:convene", args=[session.public_id]))
    assert shown.status_code == 200
