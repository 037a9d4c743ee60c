"""The page by which a region enters the institution."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.bodies.builders import TODAY, a_body, a_holding, a_post, a_region
from tests.bodies.views.test_recording import day_fields, new_act, sent, signed_in, texts

from shanyraq.bodies.enums import Issuer, Role
from shanyraq.bodies.models import Act, Post
from shanyraq.people.enums import Classification
from shanyraq.people.models import Organization

pytestmark = pytest.mark.django_db

NUMBER = new_act()["act_number"]


@pytest.fixture(autouse=True)
def assembly() -> Organization:
    """The Assembly, to whose record the regions belong."""
    return a_body()


def staff(browser: Client, role: Role, body: Organization) -> Client:
    return signed_in(browser, a_holding(a_post(role, body=body, seats=None)).person)


@pytest.fixture
def organ(browser: Client) -> Client:
    """A browser at which somebody on the staff of the Working Organ sits."""
    return staff(browser, Role.WORKING_ORGAN, a_body(Classification.WORKING_ORGAN))


def fields() -> dict[str, object]:
    return {
        **texts("name", "Абай облысының кіші ассамблеясы"),
        **texts("office", "Хатшылық"),
        **day_fields("start_date", TODAY),
        **new_act(Issuer.PRESIDENT),
    }


def test_the_way_to_it_is_shown_to_the_working_organ_for_regions_without_one(
    organ: Client,
) -> None:
    area, other = a_region(), a_region(iso="KZ-15", name="Ақтөбе облысы")
    a_body(Classification.SMALL_ASSEMBLY, area=other)
    page = organ.get(reverse("bodies:index")).content.decode()
    assert reverse("bodies:found", args=[area.public_id]) in page
    assert reverse("bodies:found", args=[other.public_id]) not in page
    organ.logout()
    page = organ.get(reverse("bodies:index")).content.decode()
    assert reverse("bodies:found", args=[area.public_id]) not in page


def test_a_region_is_entered_with_the_act_that_establishes_it(organ: Client) -> None:
    area = a_region()
    page = organ.get(reverse("bodies:found", args=[area.public_id])).content.decode()
    label = str(Classification.SMALL_ASSEMBLY.label)
    assert f'value="{area.name_kk}: ' in page
    assert label in page
    status, _page = sent(organ, "found", area.public_id, **fields())
    assert status == 303
    small = Organization.objects.get(classification=Classification.SMALL_ASSEMBLY)
    assert (small.area, small.founding_date) == (area, TODAY)
    assert Post.objects.filter(organization__in=[small, *small.children.all()]).count() == 4
    assert Act.objects.get(number=NUMBER).issuer == Issuer.PRESIDENT
    assert organ.get(reverse("bodies:body", args=[small.public_id])).status_code == 200


def test_where_one_stands_the_page_says_so_and_records_no_act(organ: Client) -> None:
    area = a_region()
    a_body(Classification.SMALL_ASSEMBLY, area=area, name="Ақмоланың кіші ассамблеясы")
    status, page = sent(organ, "found", area.public_id, **fields())
    assert status == 409
    assert "Ақмоланың кіші ассамблеясы" in page
    assert not Act.objects.filter(number=NUMBER).exists()


def test_others_are_refused_the_page(browser: Client) -> None:
    area, other = a_region(), a_region(iso="KZ-15", name="Ақтөбе облысы")
    address = reverse("bodies:found", args=[area.public_id])
    assert browser.get(address).status_code == 302
    region = a_body(Classification.SMALL_ASSEMBLY, area=other)
    staff(browser, Role.SMALL_ASSEMBLY_CHAIR, region)
    assert browser.get(address).status_code == 403


def test_there_is_no_page_of_a_region_that_is_not_in_the_record(organ: Client) -> None:
    assert organ.get(reverse("bodies:found", args=["nowhere"])).status_code == 404
