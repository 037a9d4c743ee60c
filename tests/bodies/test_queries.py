"""Who sits where, who holds what, and what follows from it."""

import datetime as dt

import pytest
from tests.bodies.builders import SPRING, TODAY, a_body, a_holding, a_post, a_region, a_seat
from tests.people.builders import a_person

from shanyraq.bodies.enums import Category, Role
from shanyraq.bodies.models import Membership
from shanyraq.bodies.queries import (
    NotEstablished,
    assembly,
    bodies_on,
    chair,
    composition_by_category,
    composition_by_region,
    council,
    holders,
    is_in_office,
    members_in_office,
    most_at_once,
    named_like,
    small_assemblies,
    working_organ,
)
from shanyraq.people.enums import Classification
from shanyraq.platform.authority import HeldPost, posts_of
from shanyraq.platform.occasion import Actor

pytestmark = pytest.mark.django_db

EVE = SPRING - dt.timedelta(days=1)


def test_the_bodies_are_found_once_established() -> None:
    with pytest.raises(NotEstablished) as refused:
        assembly()
    assert refused.value.status == 404
    made = [
        a_body(Classification.ASSEMBLY),
        a_body(Classification.COUNCIL),
        a_body(Classification.WORKING_ORGAN),
    ]
    assert [assembly(), council(), working_organ()] == made


def test_small_assemblies_stand_in_the_order_of_their_names() -> None:
    for number, name in enumerate(("Қостанай", "Ақмола", "Жамбыл")):
        a_body(
            Classification.SMALL_ASSEMBLY, name=name, area=a_region(name=name, iso=f"KZ-{number}")
        )
    assert [body.name_kk for body in small_assemblies()] == ["Ақмола", "Жамбыл", "Қостанай"]


def test_members_in_office_stand_in_the_order_of_the_kazakh_alphabet() -> None:
    body = a_body()
    for name in ("Ғабитов Қайрат", "Гүлнарова Әсем", "Әлиев Бақыт", "Абаев Сұлтан"):
        a_seat(body, name=name)
    names = [seat.person.name_kk for seat in members_in_office(body, TODAY)]
    assert names == ["Абаев Сұлтан", "Әлиев Бақыт", "Гүлнарова Әсем", "Ғабитов Қайрат"]


def test_members_are_in_office_from_their_first_day_to_the_day_before_the_end() -> None:
    body = a_body()
    a_seat(body, start=SPRING, end=TODAY)
    assert [members_in_office(body, on).count() for on in (EVE, SPRING, TODAY)] == [0, 1, 0]


def test_a_post_is_no_seat() -> None:
    post = a_post(Role.CHAIR)
    holding = a_holding(post)
    assert not members_in_office(post.organization, TODAY)
    assert not is_in_office(holding.person, post.organization, TODAY)
    a_seat(post.organization, person=holding.person)
    assert is_in_office(holding.person, post.organization, TODAY)


def test_holders_of_a_post_change_with_the_day() -> None:
    post = a_post(Role.CHAIR)
    earlier = a_holding(post, start=SPRING, end=TODAY)
    later = a_holding(post, start=TODAY)
    assert chair(EVE) is None
    assert chair(SPRING) == earlier.person
    assert chair(TODAY) == later.person
    assert list(holders(Role.CHAIR, TODAY)) == [later]


def test_holders_are_found_in_one_body_or_in_all() -> None:
    ours, theirs = (
        a_post(
            Role.SMALL_ASSEMBLY_CHAIR,
            body=a_body(Classification.SMALL_ASSEMBLY, area=a_region(iso=iso)),
        )
        for iso in ("KZ-11", "KZ-15")
    )
    a_holding(theirs)
    own = a_holding(ours)
    assert list(holders(Role.SMALL_ASSEMBLY_CHAIR, TODAY, ours.organization)) == [own]
    assert holders(Role.SMALL_ASSEMBLY_CHAIR, TODAY).count() == 2


def test_authority_follows_from_what_is_held_on_the_date() -> None:
    body = a_body()
    person = a_person()
    a_seat(body, person=person, start=SPRING)
    a_holding(a_post(Role.DEPUTY_CHAIR, body=body), person=person, start=SPRING, end=TODAY)
    member = HeldPost("member", body.public_id, "assembly")
    deputy = HeldPost("deputy_chair", body.public_id, "assembly")
    assert posts_of(person.actor, EVE) == frozenset()
    assert posts_of(person.actor, SPRING) == {member, deputy}
    assert posts_of(person.actor, TODAY) == {member}


@pytest.mark.parametrize(
    ("kind", "post"),
    [
        (Classification.ASSEMBLY, {"member"}),
        (Classification.COUNCIL, {"council_member"}),
        (Classification.SMALL_ASSEMBLY, {"small_assembly_member"}),
        (Classification.ADVISORY_BODY, set()),
    ],
)
def test_a_seat_gives_the_post_the_law_calls_it_by(kind: Classification, post: set[str]) -> None:
    seat = a_seat(a_body(kind))
    assert {held.post for held in posts_of(seat.person.actor, TODAY)} == post


def test_a_stranger_holds_nothing() -> None:
    a_seat(a_body())
    assert posts_of(Actor("stranger"), TODAY) == frozenset()
    assert posts_of(Actor(""), TODAY) == frozenset()


def test_who_comes_after_another_is_not_counted_beside_him() -> None:
    post = a_post(seats=None)
    a_holding(post, start=SPRING, end=TODAY)
    a_holding(post, start=TODAY)
    assert most_at_once(Membership.objects.all(), SPRING) == 1
    a_holding(post, start=SPRING)
    assert most_at_once(Membership.objects.all(), SPRING) == 2
    assert most_at_once(Membership.objects.none(), SPRING) == 0


def test_a_name_is_found_in_any_language_whatever_the_case() -> None:
    body = a_body()
    a_seat(body, name="Ғабитов Қайрат")
    a_seat(body, name="Абаев Сұлтан")
    seats = members_in_office(body, TODAY)
    assert [seat.person.name_kk for seat in named_like(seats, "қайрат ҒАБ")] == ["Ғабитов Қайрат"]
    assert named_like(seats, "aliyev").count() == 2
    assert not named_like(seats, "%")


def test_the_composition_adds_up() -> None:
    body, region = a_body(), a_region()
    a_seat(body, category=Category.STATE_BODY, area=region)
    a_seat(body, category=Category.STATE_BODY, area=region)
    a_seat(body, category=Category.OTHER_PERSON)
    seats = list(members_in_office(body, TODAY))
    assert [share.count for share in composition_by_category(seats)] == [2, 1]
    assert [share.count for share in composition_by_region(seats)] == [2, 1]


def test_bodies_stand_in_their_order_with_holders_members_and_secretariats() -> None:
    small = a_body(Classification.SMALL_ASSEMBLY, name="Кіші ассамблея")
    secretariat = a_body(Classification.SECRETARIAT, name="Хатшылық", parent=small)
    top = a_body(Classification.ASSEMBLY)
    a_seat(top)
    holding = a_holding(a_post(Role.SECRETARIAT_HEAD, body=secretariat))
    first, second = bodies_on(TODAY)
    assert (first.body, first.members) == (top, 1)
    assert (second.body, second.below[0].body) == (small, secretariat)
    assert second.below[0].posts[0].holdings == [holding]


def test_the_list_of_bodies_asks_as_often_for_sixteen_as_for_one(
    django_assert_max_num_queries: object,
) -> None:
    for number in range(3):
        area = a_region(name=f"Облыс {number}", iso=f"KZ-{number}")
        a_holding(
            a_post(Role.SMALL_ASSEMBLY_CHAIR, body=a_body(Classification.SMALL_ASSEMBLY, area=area))
        )
    assert callable(django_assert_max_num_queries)
    with django_assert_max_num_queries(4):
        assert len(bodies_on(TODAY)) == 3
