"""The list of Sessions, the working page of one, its buttons."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.bodies.builders import a_seat
from tests.people.builders import an_account
from tests.sittings.builders import Institution, a_session, an_institution, arrived

from shanyraq.people.models import Person
from shanyraq.sittings.enums import ItemState, State
from shanyraq.sittings.models import Session

pytestmark = pytest.mark.django_db


def signed_in(browser: Client, person: Person) -> Client:
    browser.force_login(an_account(email=f"{person.public_id}@example.kz", person=person))
    return browser


def a_full_session(state: State = State.ANNOUNCED) -> tuple[Institution, Session]:
    house = an_institution()
    session = a_session(house.assembly, state=state)
    arrived(session, house.seats)
    return house, session


def page_of(browser: Client, session: Session) -> str:
    return browser.get(reverse("sittings:session", args=[session.public_id])).content.decode()


def test_an_empty_list_says_what_will_appear(browser: Client) -> None:
    an_institution()
    assert "No Session yet" in browser.get(reverse("sittings:index")).content.decode()


def test_drafts_are_seen_by_those_who_prepare(browser: Client) -> None:
    house = an_institution()
    draft = a_session(house.assembly, state=State.PREPARED, number=15)
    a_session(house.assembly, number=14)
    shown = browser.get(reverse("sittings:index")).content.decode()
    assert ("XIV " in shown, "XV " in shown) == (True, False)
    address = reverse("sittings:session", args=[draft.public_id])
    assert browser.get(address).status_code == 403
    signed_in(browser, house.secretary)
    assert "XV " in browser.get(reverse("sittings:index")).content.decode()
    assert browser.get(address).status_code == 200


def test_the_public_sees_the_session_and_no_buttons(browser: Client) -> None:
    _house, session = a_full_session()
    shown = page_of(browser, session)
    assert "Quorum is present" in shown
    assert "Open the sitting" not in shown
    assert session.hall_code not in shown


@pytest.mark.parametrize("state", State)
def test_each_state_has_its_page(browser: Client, state: State) -> None:
    house, session = a_full_session(state)
    assert str(session.roman) in page_of(signed_in(browser, house.chair), session)


def test_the_chair_opens_conducts_and_closes_by_buttons(browser: Client) -> None:
    house, session = a_full_session()
    signed_in(browser, house.chair)
    assert "Open the sitting" in page_of(browser, session)
    assert browser.post(reverse("sittings:open", args=[session.public_id])).status_code == 303
    for item in session.items.standing():
        for verb in ("begin", "finish"):
            address = reverse(f"sittings:{verb}-item", args=[session.public_id, item.public_id])
            assert browser.post(address).status_code == 303
    assert set(session.items.values_list("state", flat=True)) == {ItemState.FINISHED}
    assert "Close the sitting" in page_of(browser, session)
    assert browser.post(reverse("sittings:close", args=[session.public_id])).status_code == 303
    session.refresh_from_db()
    assert session.state == State.CLOSED


def test_a_refused_button_answers_with_the_reason(browser: Client) -> None:
    house, session = a_full_session()
    session.attendances.all().delete()
    answer = signed_in(browser, house.chair).post(
        reverse("sittings:open", args=[session.public_id])
    )
    assert (answer.status_code, "0 of 3 members" in answer.content.decode()) == (409, True)


def test_buttons_are_pressed_and_never_followed(browser: Client) -> None:
    house, session = a_full_session()
    address = reverse("sittings:open", args=[session.public_id])
    assert signed_in(browser, house.chair).get(address).status_code == 405


def test_buttons_of_presiding_are_shown_to_who_presides_only(browser: Client) -> None:
    house, session = a_full_session()
    seat = a_seat(house.assembly, person=house.chair)
    arrived(session, [seat])
    item = session.items.get(number=1)
    begin = reverse("sittings:begin-item", args=[session.public_id, item.public_id])
    assert "Open the sitting" not in page_of(signed_in(browser, house.deputy), session)
    signed_in(browser, house.chair).post(reverse("sittings:open", args=[session.public_id]))
    assert begin in page_of(browser, session)
    browser.force_login(house.deputy.user)
    shown = page_of(browser, session)
    assert (begin in shown, "Take the chair" in shown) == (False, False)
    session.attendances.filter(membership=seat).update(left_at=session.starts_at)
    assert "Take the chair" in page_of(browser, session)
    address = reverse("sittings:take-the-chair", args=[session.public_id])
    assert browser.post(address).status_code == 303
    assert begin in page_of(browser, session)
