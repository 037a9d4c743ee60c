"""Changes to persons, accounts and regions: each refusal beside its allowed twin."""

import datetime as dt
from pathlib import Path

import pytest
from pytest_django import Settings
from tests.conftest import an_occasion
from tests.people.builders import PASSWORD, a_person, an_account

from shanyraq.people.actions import (
    AddressTaken,
    AreasUnreadable,
    WeakPassword,
    load_areas,
    offer_persona,
    open_account,
    register_person,
)
from shanyraq.people.models import Area, Person, Persona, User, Wording
from shanyraq.people.permissions import NotAKeeper, PersonasOff
from shanyraq.people.queries import personas, regions_on
from shanyraq.platform.journal import entries_of
from shanyraq.platform.models import JournalEntry
from shanyraq.platform.occasion import Actor

pytestmark = pytest.mark.django_db

REGIONS = Path(__file__).parents[2] / "packs" / "kz-areas.yaml"
NAME = Wording(kk="Сейітова Айгүл", ru="Сеитова Айгуль", en="Seitova Aigul")
TITLE = Wording(kk="Хатшы", ru="Секретарь", en="Secretary")
STRANGER = Actor("stranger")


def test_the_journal_tells_of_a_new_person_without_naming_her() -> None:
    person = register_person(occasion=an_occasion(), name=NAME, email="Aigul@Example.kz ")
    assert (person.name_ru, person.email) == ("Сеитова Айгуль", "aigul@example.kz")
    assert entries_of(person.public_id)[0].facts == {}
    written = bytes(JournalEntry.objects.get(subject=person.public_id).body).decode()
    assert "Айгуль" not in written
    assert "example.kz" not in written


def test_a_stranger_does_not_keep_the_register() -> None:
    with pytest.raises(NotAKeeper):
        register_person(occasion=an_occasion(actor=STRANGER), name=NAME)
    assert not Person.objects.exists()


def test_an_account_is_opened_for_a_person() -> None:
    person = a_person()
    user = open_account(
        occasion=an_occasion(), person=person, email="Aigul@example.kz", password=PASSWORD
    )
    assert user.person == person
    assert user.check_password(PASSWORD)


def test_a_stranger_opens_no_account() -> None:
    with pytest.raises(NotAKeeper):
        open_account(occasion=an_occasion(actor=STRANGER), person=a_person(), email="a@example.kz")
    assert not User.objects.exists()


def test_an_address_and_a_person_have_one_account_each() -> None:
    taken = an_account(email="aigul@example.kz")
    with pytest.raises(AddressTaken):
        open_account(occasion=an_occasion(), person=a_person(), email="AIGUL@example.kz")
    assert taken.person is not None
    with pytest.raises(AddressTaken):
        open_account(occasion=an_occasion(), person=taken.person, email="other@example.kz")
    assert open_account(occasion=an_occasion(), person=a_person(), email="other@example.kz").pk


def test_a_password_easy_to_guess_is_refused() -> None:
    with pytest.raises(WeakPassword) as refused:
        open_account(
            occasion=an_occasion(), person=a_person(), email="a@example.kz", password="1" * 20
        )
    assert refused.value.status == 422
    assert not User.objects.exists()


def test_a_persona_is_offered_in_a_demonstration_only(settings: Settings) -> None:
    person = an_account().person
    assert person is not None
    settings.DEMONSTRATION = False
    with pytest.raises(PersonasOff):
        offer_persona(occasion=an_occasion(), person=person, title=TITLE, order=1)
    assert not Persona.objects.exists()
    settings.DEMONSTRATION = True
    persona = offer_persona(occasion=an_occasion(), person=person, title=TITLE, order=1)
    assert list(personas()) == [persona]


def test_the_file_of_regions_holds_14_oblasts_and_2_cities() -> None:
    country = load_areas(occasion=an_occasion(), source=REGIONS)
    regions = regions_on(dt.date(2008, 9, 15))
    kinds = [region.classification for region in regions]
    assert (kinds.count("oblast"), kinds.count("city")) == (14, 2)
    assert {region.parent for region in regions} == {country}
    assert regions[0].name_kk == "Ақмола облысы"
    assert [region.iso_former for region in regions if region.iso == "KZ-63"] == ["KZ-VOS"]


def test_a_file_of_regions_taken_in_twice_changes_nothing() -> None:
    load_areas(occasion=an_occasion(), source=REGIONS)
    before = list(Area.objects.order_by("pk").values())
    load_areas(occasion=an_occasion(), source=REGIONS)
    assert list(Area.objects.order_by("pk").values()) == before


@pytest.mark.parametrize(
    "text",
    [
        "",
        "just words",
        "schema: areas/2",
        "schema: areas/1\nregions: [",
        "schema: areas/1\ncountry: {iso: KZ, kk: a, ru: b, en: c}\nregions: []\nmore: 1",
    ],
)
def test_a_broken_file_of_regions_is_refused(tmp_path: Path, text: str) -> None:
    source = tmp_path / "areas.yaml"
    source.write_text(text, encoding="utf-8")
    with pytest.raises(AreasUnreadable):
        load_areas(occasion=an_occasion(), source=source)
    assert not Area.objects.exists()


def test_a_stranger_loads_no_regions() -> None:
    with pytest.raises(NotAKeeper):
        load_areas(occasion=an_occasion(actor=STRANGER), source=REGIONS)
    assert not Area.objects.exists()
