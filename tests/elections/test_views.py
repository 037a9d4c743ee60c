"""The pages of a nomination and of an election: the Working Organ's way, and what all may see."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from pytest_django.asserts import assertNumQueries
from tests.elections.builders import (
    DAY,
    House,
    a_house,
    announced,
    counted,
    listed,
    opened,
    prepared,
    voted,
)
from tests.people.builders import an_account
from tests.sittings.builders import a_file
from tests.voting.builders import an_item

from shanyraq.elections.models import Election
from shanyraq.elections.queries import candidates_of, nominees_of
from shanyraq.people.models import Person
from shanyraq.platform import clock
from shanyraq.platform.languages import LANGUAGES
from shanyraq.platform.models import ClockShift
from shanyraq.sittings.enums import ItemKind, ItemState
from shanyraq.sittings.models import AgendaItem

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_the_day(settings: Settings) -> None:
    settings.DEMONSTRATION = True
    settings.LANGUAGE_CODE = "en"
    ClockShift.objects.create(days=(DAY - clock.today()).days)


def signed_in(client: Client, person: Person) -> Client:
    client.force_login(an_account(email=f"{person.public_id}@example.kz", person=person))
    return client


def clerk(client: Client, house: House) -> Client:
    return signed_in(client, Person.objects.get(public_id=house.hall.clerk.public_id))


def page(item: AgendaItem) -> str:
    return reverse("elections:of-item", args=[item.public_id])


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_working_organ_writes_the_list_on_its_page(client: Client) -> None:
    house = a_house()
    address = reverse("elections:nominees", args=[house.nomination_item.public_id])
    assert client.get(address).status_code == 302
    clerk(client, house)
    assert "Write the list" in text(client, page(house.nomination_item))
    chosen = [seat.person.public_id for seat in house.hall.members[:2]]
    assert text(client, address).count("<option") == len(house.hall.members)
    assert client.post(address, {"persons": chosen}).status_code == 303
    assert nominees_of(house.nomination_item).count() == 2
    voted(house)
    assert "Write the list" not in text(client, page(house.nomination_item))
    assert client.post(address, {"persons": chosen}).status_code == 409


def test_a_member_finds_no_form(client: Client) -> None:
    house = a_house()
    signed_in(client, house.hall.members[0].person)
    for name in ("nominees", "prepare"):
        item = house.nomination_item if name == "nominees" else house.item
        assert client.get(reverse(f"elections:{name}", args=[item.public_id])).status_code == 403


def test_without_a_decision_of_the_council_the_refusal_names_the_clause(client: Client) -> None:
    house = a_house()
    clerk(client, house)
    address = reverse("elections:prepare", args=[house.item.public_id])
    answer = client.post(address, {"nomination": "", "seats": 9})
    assert answer.status_code == 409
    assert "clause 9" in answer.content.decode()
    listed(house, 2)
    decision = voted(house).decision
    data = {"nomination": decision.public_id, "seats": house.seats}
    assert client.post(address, data).status_code == 303
    assert Election.objects.get().nomination == decision


def test_the_whole_way_from_the_ballot_to_the_result(client: Client) -> None:
    house = a_house()
    election = prepared(house, 2, seats=1)
    clerk(client, house)
    assert "Open the election" in text(client, page(house.item))
    done = client.post(reverse("elections:open", args=[election.public_id]))
    assert (done.status_code, done.headers["Location"]) == (303, page(house.item))
    count = reverse("elections:count", args=[election.public_id])
    assert "24" in text(client, count)
    keys = [f"votes_{one.public_id}" for one in candidates_of(election)]
    numbers = {"issued": 24, "found": 22, "invalid": 2, keys[0]: 21, keys[1]: 3}
    assert client.post(count, {**numbers, "file": a_file()}).status_code == 422
    numbers[keys[0]] = 17
    assert client.post(count, {**numbers, "file": a_file()}).status_code == 303
    assert "Announce the result" in text(client, page(house.item))
    client.post(reverse("elections:announce", args=[election.public_id]))
    shown = text(Client(), page(house.item))
    assert "Binding" in shown
    assert "Constitutional Law on elections" in shown
    assert "Elected" in shown
    got = Client().get(reverse("elections:protocol", args=[election.public_id]))
    assert b"".join(got.streaming_content) == a_file().read()  # type: ignore[attr-defined] # a file
    got.close()


def test_numbers_stay_with_the_clerks_until_the_result_is_announced(client: Client) -> None:
    house = a_house()
    election = opened(house, 1)
    counted(house, election, [23])
    protocol = reverse("elections:protocol", args=[election.public_id])
    assert client.get(protocol).status_code == 404
    shown = text(client, page(house.item))
    assert "the result is not announced yet" in shown
    assert '<svg class="bar"' not in shown
    got = clerk(client, house).get(protocol)
    assert got.status_code == 200
    got.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_result_is_shown_in_each_language(client: Client, language: str) -> None:
    house = a_house()
    announced(house, opened(house, 2), [24, 12])
    client.cookies["django_language"] = language
    assert "<svg" in text(client, page(house.item))
    assert text(client, page(house.nomination_item))


@pytest.mark.parametrize("many", [2, 9])
def test_the_result_asks_as_often_for_nine_as_for_two(client: Client, many: int) -> None:
    house = a_house()
    announced(house, opened(house, many, seats=1), [24, *range(many - 1)])
    text(client, page(house.item))
    with assertNumQueries(QUERIES):
        text(client, page(house.item))


QUERIES = 11


def test_other_questions_have_no_election(client: Client) -> None:
    house = a_house()
    other = an_item(house.hall.session, 3, kind=ItemKind.MEMBER_REPORTS, state=ItemState.WAITING)
    assert client.get(page(other)).status_code == 404


def test_the_questions_lead_to_their_pages(client: Client) -> None:
    house = a_house()
    for item in (house.item, house.nomination_item):
        shown = text(client, reverse("sittings:session", args=[item.session.public_id]))
        assert page(item) in shown
