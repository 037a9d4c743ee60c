"""The clerk's desk and the member's own check-in."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.people.builders import an_account
from tests.sittings.builders import Institution, a_session, an_institution, arrived

from shanyraq.people.models import Person
from shanyraq.sittings.enums import State
from shanyraq.sittings.models import Session
from shanyraq.sittings.queries import present

pytestmark = pytest.mark.django_db


def signed_in(browser: Client, person: Person) -> Client:
    browser.force_login(an_account(email=f"{person.public_id}@example.kz", person=person))
    return browser


def a_desk(browser: Client, *, members: int = 3) -> tuple[Institution, Session]:
    house = an_institution(members=members)
    signed_in(browser, house.secretary)
    return house, a_session(house.assembly)


def desk(browser: Client, session: Session, **asked: str) -> str:
    address = reverse("sittings:attendance", args=[session.public_id])
    return browser.get(address, asked).content.decode()


def test_the_desk_shows_members_the_quorum_and_the_code(browser: Client) -> None:
    _house, session = a_desk(browser)
    shown = desk(browser, session)
    assert all(text in shown for text in ("Member 000", "Member 002", "No quorum yet", "ABCDEF"))


def test_one_press_comes_and_one_press_leaves(browser: Client) -> None:
    house, session = a_desk(browser)
    names = [session.public_id, house.seats[0].public_id]
    answer = browser.post(reverse("sittings:arrival", args=names), {"q": "000", "show": "all"})
    assert answer.status_code == 303
    assert answer.headers["Location"].endswith("/attendance/?q=000&show=all")
    assert present(session).count() == 1
    assert "Has left" in desk(browser, session, q="000")
    assert browser.post(reverse("sittings:departure", args=names)).status_code == 303
    assert present(session).count() == 0
    assert "left at 10:00" in desk(browser, session)


def test_many_are_ticked_and_registered(browser: Client) -> None:
    house, session = a_desk(browser)
    ticked = [seat.public_id for seat in house.seats[:2]]
    address = reverse("sittings:register-many", args=[session.public_id])
    assert browser.post(address, {"member": [*ticked, "nobody"]}).status_code == 303
    assert present(session).count() == 2


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "МҮШЕ 001"}, ["Member 001"]),
        ({"show": "present"}, ["Member 000"]),
        ({"show": "absent"}, ["Member 001", "Member 002"]),
        ({"q": "nobody"}, []),
    ],
)
def test_members_are_found_by_name_and_by_presence(
    browser: Client, asked: dict[str, str], found: list[str]
) -> None:
    house, session = a_desk(browser)
    arrived(session, house.seats[:1])
    shown = desk(browser, session, **asked)
    assert [f"Member 00{n}" for n in range(3) if f"Member 00{n}" in shown] == found


def test_a_long_list_comes_in_pages_with_few_questions_to_the_database(
    browser: Client, django_assert_max_num_queries: object
) -> None:
    _house, session = a_desk(browser, members=120)
    with django_assert_max_num_queries(40):  # type: ignore[operator] # pytest-django's own type
        first = desk(browser, session)
    assert ("Member 099" in first, "Member 100" in first) == (True, False)
    assert "Member 100" in desk(browser, session, page="2")


def test_the_desk_is_the_clerks(browser: Client) -> None:
    house = an_institution()
    session = a_session(house.assembly)
    address = reverse("sittings:attendance", args=[session.public_id])
    assert browser.get(address).status_code == 302
    assert signed_in(browser, house.member).get(address).status_code == 403


def own_page(session: Session) -> str:
    return reverse("sittings:check-in", args=[session.public_id])


def test_a_member_checks_in_on_the_own_phone(browser: Client) -> None:
    house = an_institution()
    session = a_session(house.assembly)
    address = own_page(session)
    assert browser.get(address).status_code == 302
    signed_in(browser, house.member)
    assert "Code shown in the hall" in browser.get(address).content.decode()
    assert browser.post(address, {"code": "abcdef", "request_key": "k"}).status_code == 303
    assert "You are registered as present" in browser.get(address).content.decode()


@pytest.mark.parametrize(("state", "status"), [(State.PREPARED, 404), (State.ANNOUNCED, 200)])
def test_nothing_is_told_of_a_draft(browser: Client, state: State, status: int) -> None:
    house = an_institution()
    session = a_session(house.assembly, state=state)
    signed_in(browser, house.member)
    assert browser.get(own_page(session)).status_code == status


def test_a_forged_code_comes_back_with_what_was_typed(browser: Client) -> None:
    house = an_institution()
    session = a_session(house.assembly)
    signed_in(browser, house.member)
    answer = browser.post(own_page(session), {"code": "FORGED", "request_key": "k"})
    page = answer.content.decode()
    assert (answer.status_code, present(session).count()) == (422, 0)
    assert 'value="FORGED"' in page
    assert session.hall_code not in page


def test_who_is_no_member_is_told_so(browser: Client) -> None:
    house = an_institution()
    session = a_session(house.assembly)
    signed_in(browser, house.secretary)
    assert "Only members in office" in browser.get(own_page(session)).content.decode()
    answer = browser.post(own_page(session), {"code": "ABCDEF", "request_key": "k"})
    assert answer.status_code == 403
