"""The public pages: they show names and posts, in the reader's order, and nothing else."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.bodies.builders import a_body, a_holding, a_post, a_region, a_seat

from shanyraq.bodies.enums import Role
from shanyraq.people.enums import Classification
from shanyraq.people.models import Person

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("name", ["bodies:members", "bodies:index", "bodies:members-csv"])
def test_a_page_shows_in_each_language(client: Client, name: str, language: str) -> None:
    a_seat(a_body(), area=a_region())
    page = client.get(reverse(name), headers={"accept-language": language})
    assert page.status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_members_asks_as_often_for_many_as_for_one(
    client: Client, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    body, region = a_body(), a_region()
    for _ in range(count):
        a_seat(body, area=region)
    with django_assert_max_num_queries(8):
        client.get(reverse("bodies:members"))


def test_the_list_of_members_is_empty_before_the_first_act(client: Client) -> None:
    assert client.get(reverse("bodies:members")).status_code == 404
    a_body()
    page = client.get(reverse("bodies:members"))
    assert page.status_code == 200
    assert 'class="empty"' in page.content.decode()


def test_a_member_is_found_by_a_part_of_the_name(client: Client) -> None:
    body = a_body()
    a_seat(body, name="Ғабитов Қайрат")
    a_seat(body, name="Абаев Сұлтан")
    page = client.get(reverse("bodies:members"), {"q": "ҚАЙРАТ"}).content.decode()
    assert "Ғабитов" in page
    assert "Абаев" not in page
    nobody = client.get(reverse("bodies:members"), {"q": "<script>"}).content.decode()
    assert "Ғабитов" not in nobody
    assert "<script>alert" not in nobody


def test_a_body_shows_its_posts_members_and_the_bodies_below(client: Client) -> None:
    small = a_body(Classification.SMALL_ASSEMBLY, name="Кіші ассамблея")
    a_body(Classification.SECRETARIAT, name="Хатшылық", parent=small)
    holding = a_holding(a_post(Role.SMALL_ASSEMBLY_CHAIR, body=small))
    seat = a_seat(small, name="Абаев Сұлтан")
    page = client.get(reverse("bodies:body", args=[small.public_id])).content.decode()
    for text in ("Хатшылық", holding.person.name_kk, seat.person.name_kk):
        assert text in page


def test_a_person_is_shown_with_posts_and_acts_and_nothing_private(client: Client) -> None:
    holding = a_holding(a_post(label="Ассамблея Төрағасы"))
    Person.objects.filter(pk=holding.person.pk).update(
        email="private@example.kz", birth_date="1970-01-02", gender="female"
    )
    address = reverse("bodies:person", args=[holding.person.public_id])
    page = client.get(address, headers={"accept-language": "en"}).content.decode()
    assert "Ассамблея Төрағасы" in page
    assert "No. 7" in page
    for private in ("private@example.kz", "1970", "emale"):
        assert private not in page


def test_nobody_is_at_a_false_address(client: Client) -> None:
    assert client.get(reverse("bodies:person", args=["nobody"])).status_code == 404
    assert client.get(reverse("bodies:body", args=["nobody"])).status_code == 404


def test_the_file_of_members_holds_no_formula(client: Client) -> None:
    a_seat(a_body(), name="=1+1")
    rows = client.get(reverse("bodies:members-csv")).content.decode().splitlines()
    assert rows[1].startswith("'=1+1")
