"""The pages of members' requests: who sees what, the buttons, the Chair's answer."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from tests.people.builders import an_account
from tests.sittings.builders import TODAY, Institution, an_institution

from shanyraq.charter.queries import ask
from shanyraq.people.models import Person, Wording
from shanyraq.sittings.actions import (
    file_request,
    sign_request,
    start_request,
    withdraw_signature,
)
from shanyraq.sittings.enums import ItemKind, Kind, RequestState, State
from shanyraq.sittings.models import ExtraordinaryRequest, RequestSignature, Session
from shanyraq.sittings.queries import window

pytestmark = pytest.mark.django_db

MEMBERS = 6
SUBJECT = Wording(kk="Тасқын туралы", ru="О паводке", en="On the flood")
STARTED = {"subject_kk": "Тасқын", "subject_ru": "Паводок", "reason": "Су", "request_key": "k"}


def signed_in(browser: Client, person: Person) -> Client:
    browser.force_login(an_account(email=f"{person.public_id}@example.kz", person=person))
    return browser


def needed() -> int:
    found = ask("extraordinary_request", on=TODAY, facts={"members": MEMBERS}).needed
    assert found is not None
    return found


def a_request(house: Institution, *, signatures: int = 1) -> ExtraordinaryRequest:
    one = start_request(occasion=house.by(house.member, hour=8), subject=SUBJECT, reason="Су басты")
    for seat in house.seats[1:signatures]:
        sign_request(occasion=house.by(seat.person, hour=8), request=one)
    return one


def a_filed_one(house: Institution) -> ExtraordinaryRequest:
    one = a_request(house, signatures=needed())
    return file_request(occasion=house.by(house.member, hour=9), request=one)


def shown(browser: Client, one: ExtraordinaryRequest) -> str:
    return browser.get(reverse("sittings:request", args=[one.public_id])).content.decode()


def filled(day: dt.date, **changed: str) -> dict[str, str]:
    """The form as the Chair fills it in."""
    return {
        "day_day": str(day.day),
        "day_month": str(day.month),
        "day_year": str(day.year),
        "time": "10:00",
        "place_kk": "Астана",
        "place_ru": "Астана",
        "power": ItemKind.OTHER_QUESTIONS,
        "competence": "R6.6",
        "request_key": "k1",
        **changed,
    }


def last_day() -> dt.date:
    last = window(TODAY, TODAY).last_lawful_day
    assert last is not None
    return last


def test_a_member_starts_on_the_phone_and_sees_the_request(browser: Client) -> None:
    house = an_institution(members=MEMBERS)
    signed_in(browser, house.member)
    assert "Start a request" in browser.get(reverse("sittings:requests")).content.decode()
    assert "page--phone" in browser.get(reverse("sittings:request-start")).content.decode()
    answer = browser.post(reverse("sittings:request-start"), STARTED)
    one = ExtraordinaryRequest.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (
        303,
        reverse("sittings:request", args=[one.public_id]),
    )
    page = shown(browser, one)
    assert "You signed on" in page
    assert f"{needed() - 1} more" in page


def test_who_is_no_member_cannot_start(browser: Client) -> None:
    house = an_institution()
    answer = signed_in(browser, house.secretary).get(reverse("sittings:request-start"))
    assert answer.status_code == 403


def test_what_was_typed_is_kept_when_something_is_missing(browser: Client) -> None:
    house = an_institution()
    signed_in(browser, house.member)
    answer = browser.post(reverse("sittings:request-start"), STARTED | {"subject_ru": ""})
    assert (answer.status_code, "Тасқын" in answer.content.decode()) == (422, True)
    assert not ExtraordinaryRequest.objects.exists()


@pytest.mark.parametrize(
    ("who", "sees"), [("deputy", False), ("secretary", True), ("chair", True), ("member", True)]
)
def test_who_signed_is_for_members_the_working_organ_and_the_chair(
    browser: Client, who: str, *, sees: bool
) -> None:
    house = an_institution(members=MEMBERS)
    one = a_request(house, signatures=2)
    page = shown(signed_in(browser, getattr(house, who)), one)
    assert (house.seats[1].person.name_en in page) is sees
    assert "Signatures:" in page


def test_the_public_sees_the_number_alone(browser: Client) -> None:
    house = an_institution(members=MEMBERS)
    one = a_request(house, signatures=2)
    page = shown(browser, one)
    assert "Who signed" not in page
    assert not any(seat.person.name_en in page for seat in house.seats)
    assert f"{MEMBERS} members in office" in page
    assert "On the flood" in browser.get(reverse("sittings:requests")).content.decode()


def test_the_buttons_sign_withdraw_and_give_up(browser: Client) -> None:
    house = an_institution(members=MEMBERS)
    one = a_request(house)
    signed_in(browser, house.seats[1].person)
    assert "Sign the request" in shown(browser, one)
    for name, standing in (("request-sign", 2), ("request-withdraw", 1)):
        address = reverse(f"sittings:{name}", args=[one.public_id])
        assert browser.post(address, {"request_key": name}).status_code == 303
        assert RequestSignature.objects.filter(request=one).standing().count() == standing
    drop = reverse("sittings:request-drop", args=[one.public_id])
    assert browser.post(drop, {"request_key": "d"}).status_code == 403
    assert signed_in(browser, house.member).post(drop, {"request_key": "e"}).status_code == 303
    assert "given up" in shown(browser, one)


def test_one_short_is_refused_with_numbers_clause_and_remedy(browser: Client) -> None:
    house = an_institution(members=MEMBERS)
    one = a_request(house, signatures=needed() - 1)
    address = reverse("sittings:request-file", args=[one.public_id])
    signed_in(browser, house.member)
    answer = browser.post(address, {"request_key": "k"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert f"{needed() - 1} of the {MEMBERS} members in office" in page
    assert "Collect 1 more" in page
    assert 'class="clause"' in page
    sign_request(occasion=house.by(house.seats[-1].person), request=one)
    assert browser.post(address, {"request_key": "l"}).status_code == 303
    assert "Awaiting decision" in shown(browser, one)


def test_the_chair_convenes_from_the_page(browser: Client) -> None:
    house = an_institution(members=MEMBERS)
    one = a_filed_one(house)
    signed_in(browser, house.chair)
    assert "Convene the Session" in shown(browser, one)
    address = reverse("sittings:request-convene", args=[one.public_id])
    assert browser.get(address).status_code == 200
    late = browser.post(address, filled(last_day() + dt.timedelta(days=1)))
    assert (late.status_code, Session.objects.exists()) == (409, False)
    assert browser.post(address, filled(last_day(), competence="")).status_code == 422
    assert browser.post(address, filled(last_day())).status_code == 303
    session = Session.objects.get()
    assert (session.kind, session.state) == (Kind.EXTRAORDINARY, State.ANNOUNCED)
    item = session.items.get(kind=ItemKind.OTHER_QUESTIONS)
    assert (item.title_ru, item.competence) == (SUBJECT.ru, "R6.6")
    assert str(session) in shown(browser, one)


def test_the_working_organ_prepares_from_the_page_and_cannot_convene(browser: Client) -> None:
    house = an_institution(members=MEMBERS)
    one = a_filed_one(house)
    signed_in(browser, house.secretary)
    assert "Prepare the Session for the Chair" in shown(browser, one)
    convene = reverse("sittings:request-convene", args=[one.public_id])
    assert browser.get(convene).status_code == 403
    prepare = reverse("sittings:request-prepare", args=[one.public_id])
    assert browser.post(prepare, filled(last_day())).status_code == 303
    assert Session.objects.get().state == State.PREPARED
    page = shown(signed_in(browser, house.chair), one)
    assert reverse("sittings:convene", args=[Session.objects.get().public_id]) in page


def test_the_chair_declines_from_the_page(browser: Client) -> None:
    house = an_institution(members=MEMBERS)
    one = a_filed_one(house)
    signed_in(browser, house.chair)
    address = reverse("sittings:request-decline", args=[one.public_id])
    assert browser.post(address, {"reason": " ", "request_key": "k"}).status_code == 422
    assert browser.post(address, {"reason": "Шешілді", "request_key": "k"}).status_code == 303
    one.refresh_from_db()
    assert one.state == RequestState.DECLINED
    browser.logout()
    assert "Шешілді" in shown(browser, one)


def test_a_request_without_any_signature_left_is_shown(browser: Client) -> None:
    house = an_institution(members=MEMBERS)
    one = a_request(house)
    withdraw_signature(occasion=house.by(house.member), request=one)
    assert "All were taken back" in shown(signed_in(browser, house.secretary), one)
