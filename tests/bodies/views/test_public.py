"""The public pages: they show names and posts, in the reader's order, and nothing else."""

import datetime as dt
from functools import partial

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.bodies.builders import (
    SPRING,
    SUMMER,
    TODAY,
    a_body,
    a_holding,
    a_post,
    a_region,
    a_seat,
    an_act,
    region_with_offices,
)
from tests.conftest import an_occasion
from tests.people.builders import a_person

from shanyraq.bodies.actions import appoint, end_membership
from shanyraq.bodies.enums import Category, Competence, Role
from shanyraq.bodies.models import Designation
from shanyraq.bodies.queries import competences, staff_on
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


@pytest.mark.parametrize("count", [1, 3])
def test_pages_ask_as_often_for_many_rows_as_for_one(
    client: Client, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    region, act = region_with_offices(), an_act()
    organ = a_body(Classification.WORKING_ORGAN)
    for number in range(count):
        a_holding(a_post(Role.SECRETARIAT, body=region.secretariat, label=f"Қызметкер {number}"))
        a_holding(a_post(Role.WORKING_ORGAN, body=organ, label=f"Маман {number}"))
        a_seat(region.assembly, category=Category.LOCAL_EXECUTIVE_BODY)
        name = {"name_kk": "Бөлім", "name_ru": "Отдел", "name_en": "Department"}
        day = SPRING + dt.timedelta(days=number)
        Designation.objects.create(body=organ, act=act, start_date=day, **name)
    somebody = a_seat(region.assembly).person
    for number in range(count):
        a_holding(a_post(body=region.assembly, label=f"Лауазым {number}"), person=somebody)
    pages = {
        reverse("bodies:body", args=[region.assembly.public_id]): 14,
        reverse("bodies:body", args=[region.secretariat.public_id]): 14,
        reverse("bodies:body", args=[organ.public_id]): 14,
        reverse("bodies:staff"): 5,
        reverse("bodies:person", args=[somebody.public_id]): 4,
        reverse("bodies:act", args=[act.public_id]): 8,
        reverse("bodies:index"): 7,
    }
    for address, most in pages.items():
        with django_assert_max_num_queries(most):
            assert client.get(address).status_code == 200


def test_long_lists_are_paged_and_searched(client: Client) -> None:
    body = a_body()
    for number in range(53):
        a_seat(body, name=f"Мүше {number:02}")
    for address in (reverse("bodies:members"), reverse("bodies:body", args=[body.public_id])):
        first = client.get(address).content.decode()
        second = client.get(address, {"page": "2"}).content.decode()
        assert ("Мүше 49" in first, "Мүше 50" in first) == (True, False)
        assert ("Мүше 49" in second, "Мүше 52" in second) == (False, True)
        found = client.get(address, {"q": "мүше 52"}).content.decode()
        assert ("Мүше 52" in found, "Мүше 51" in found) == (True, False)


def test_the_staff_page_counts_vacancies_and_competences(client: Client) -> None:
    organ = a_body(Classification.WORKING_ORGAN)
    post = a_post(Role.WORKING_ORGAN, body=organ, seats=3)
    post.competence = Competence.SCHOLAR
    post.save()
    a_holding(post)
    (found,) = staff_on(TODAY)
    assert (found.held, found.vacant) == (1, 2)
    assert competences([found]) == [(str(Competence.SCHOLAR.label), 1, 2)]
    page = client.get(reverse("bodies:staff"), headers={"accept-language": "en"})
    assert "2 vacancies" in page.content.decode()
    assert "Scholar" in page.content.decode()


def test_a_body_shows_who_holds_a_post_by_office_and_how_it_passed_on(client: Client) -> None:
    region, new = region_with_offices(), a_person(name="Жаңа Әкім")
    appointed = partial(appoint, occasion=an_occasion(), post=region.akim, act=an_act())
    first = appointed(person=a_person(name="Бұрынғы Әкім"), start_date=SPRING)
    end_membership(occasion=an_occasion(), membership=first, act=an_act(), end_date=SUMMER)
    appointed(person=new, start_date=SUMMER)
    address = reverse("bodies:body", args=[region.assembly.public_id])
    page = client.get(address).content.decode()
    for text in ("Облыс әкімі", "Бұрынғы Әкім", "Жаңа Әкім", 'id="handovers"'):
        assert text in page


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
