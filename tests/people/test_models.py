"""What is kept of persons and accounts, and what is not."""

import datetime as dt

import pytest
from django.core.exceptions import FieldDoesNotExist
from django.db import IntegrityError, transaction
from django.utils.translation import override
from tests.people.builders import a_person

from shanyraq.people.enums import AreaKind, Classification
from shanyraq.people.models import Area, Organization, Person, User
from shanyraq.platform.occasion import Actor

pytestmark = pytest.mark.django_db


def a_region(*, valid_from: dt.date | None = None, valid_until: dt.date | None = None) -> Area:
    return Area.objects.create(
        name_kk="Абай облысы",
        name_ru="область Абай",
        name_en="Abay Region",
        iso="KZ-10",
        classification=AreaKind.OBLAST,
        valid_from=valid_from,
        valid_until=valid_until,
    )


def test_persons_are_sorted_by_the_kazakh_alphabet() -> None:
    for name in ("Ғабитов Қайрат", "Гүлнарова Әсем", "Әлиев Бақыт", "Абаев Сұлтан", "Бөрі Айдос"):
        a_person(name=name)
    names = Person.objects.order_by("name_kk_sort").values_list("name_kk", flat=True)
    assert list(names) == [
        "Абаев Сұлтан",
        "Әлиев Бақыт",
        "Бөрі Айдос",
        "Гүлнарова Әсем",
        "Ғабитов Қайрат",
    ]


def test_the_sort_column_follows_a_change_of_name() -> None:
    person = a_person(name="Яковлева Анна")
    before = person.name_kk_sort
    person.name_kk = "Абаева Анна"
    person.save()
    assert person.name_kk_sort < before


def test_a_person_is_called_in_the_readers_language() -> None:
    person = a_person(name="Әлиев Бақыт", name_en="Aliyev Bakyt")
    with override("en"):
        assert str(person) == "Aliyev Bakyt"
    with override("kk"):
        assert str(person) == "Әлиев Бақыт"


@pytest.mark.parametrize("field", ["ethnicity", "nationality", "faith", "religion", "opinion"])
def test_nothing_is_kept_that_must_never_decide(field: str) -> None:
    with pytest.raises(FieldDoesNotExist):
        Person._meta.get_field(field)


def test_an_account_acts_as_its_person() -> None:
    person = a_person()
    user = User.objects.create_user("aigul@example.kz", "correct horse battery", person=person)
    assert user.actor == Actor(person.public_id) == person.actor


def test_an_account_without_a_person_acts_as_itself() -> None:
    user = User.objects.create_user("clock@example.kz")
    assert user.actor == Actor(user.public_id)
    assert not user.has_usable_password()


def test_an_address_signs_in_however_it_is_typed() -> None:
    user = User.objects.create_user(" Aigul@Example.KZ ", "correct horse battery")
    assert User.objects.get_by_natural_key("AIGUL@example.kz ") == user


def test_an_address_in_capitals_is_not_stored() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(email="Aigul@example.kz")
    assert User.objects.create(email="aigul@example.kz").pk


def test_a_region_exists_from_its_first_day_to_the_day_before_its_end() -> None:
    region = a_region(valid_from=dt.date(2022, 6, 8), valid_until=dt.date(2030, 1, 1))
    assert region not in Area.objects.on(dt.date(2022, 6, 7))
    assert region in Area.objects.on(dt.date(2022, 6, 8))
    assert region in Area.objects.on(dt.date(2029, 12, 31))
    assert region not in Area.objects.on(dt.date(2030, 1, 1))


def test_a_region_does_not_end_before_it_begins() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        a_region(valid_from=dt.date(2022, 6, 8), valid_until=dt.date(2022, 6, 8))
    assert a_region(valid_from=dt.date(2022, 6, 8), valid_until=dt.date(2022, 6, 9)).pk


def test_a_region_has_one_small_assembly() -> None:
    region = a_region()

    def establish() -> Organization:
        return Organization.objects.create(
            classification=Classification.SMALL_ASSEMBLY,
            area=region,
            name_kk="Кіші ассамблея",
            name_ru="Малая ассамблея",
            name_en="Small assembly",
        )

    first = establish()
    with pytest.raises(IntegrityError), transaction.atomic():
        establish()
    first.dissolution_date = dt.date(2010, 1, 1)
    first.save()
    assert establish().pk
