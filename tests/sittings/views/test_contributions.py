"""The page of a question's discussion: read by everybody, written by members of the body."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from tests.people.builders import an_account
from tests.sittings.builders import TODAY, Institution, a_session, an_institution

from shanyraq.people.models import Person
from shanyraq.sittings.enums import ItemKind, State
from shanyraq.sittings.models import AgendaItem, Contribution

pytestmark = pytest.mark.django_db

POSTED = {"language": "ru", "text": "Согласна с проектом.", "request_key": "k"}


def signed_in(browser: Client, person: Person) -> Client:
    browser.force_login(an_account(email=f"{person.public_id}@example.kz", person=person))
    return browser


def a_question_of(house: Institution, state: State = State.ANNOUNCED) -> AgendaItem:
    session = a_session(house.assembly, state=state, day=TODAY + dt.timedelta(days=1))
    return session.items.exclude(kind=ItemKind.CHOOSE_VOTING_METHOD).get()


def address(item: AgendaItem) -> str:
    return reverse("sittings:discussion", args=[item.public_id])


def test_a_member_writes_and_everybody_reads_it_under_the_question(browser: Client) -> None:
    house = an_institution()
    item = a_question_of(house)
    signed_in(browser, house.member)
    assert "Add my contribution" in browser.get(address(item)).content.decode()
    assert browser.post(address(item), POSTED).status_code == 303
    assert browser.post(address(item), POSTED).status_code == 303
    assert Contribution.objects.count() == 1
    browser.logout()
    page = browser.get(address(item)).content.decode()
    assert 'lang="ru"' in page
    assert POSTED["text"] in page
    assert house.member.name_en in page
    assert "Add my contribution" not in page
    for name in ("sittings:session", "desks:session"):
        shown = browser.get(reverse(name, args=[item.session.public_id])).content.decode()
        assert f'href="{address(item)}"' in shown
        assert "1 contribution of members" in shown


def test_the_empty_form_is_answered_with_itself(browser: Client) -> None:
    house = an_institution()
    item = a_question_of(house)
    signed_in(browser, house.member)
    assert browser.post(address(item), POSTED | {"text": ""}).status_code == 422
    assert browser.post(address(item), POSTED | {"text": "  "}).status_code == 422
    assert not Contribution.objects.exists()


@pytest.mark.parametrize("who", ["secretary", "chair"])
def test_others_read_and_are_refused(browser: Client, who: str) -> None:
    house = an_institution()
    item = a_question_of(house)
    signed_in(browser, getattr(house, who))
    assert browser.get(address(item)).status_code == 200
    assert browser.post(address(item), POSTED).status_code == 403


def test_a_draft_is_not_shown_to_the_public(browser: Client) -> None:
    house = an_institution()
    item = a_question_of(house, State.PREPARED)
    assert browser.get(address(item)).status_code == 404
    assert signed_in(browser, house.secretary).get(address(item)).status_code == 200
