"""The record kept by page: every step of it, from the act with its file to the end of a body."""

import datetime as dt
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.bodies.builders import (
    SPRING,
    TODAY,
    a_body,
    a_document,
    a_holding,
    a_post,
    a_seat,
    an_act,
    region_with_offices,
)
from tests.people.builders import a_person, an_account

from shanyraq.bodies.enums import AgreementState, Category, DocumentKind, Issuer, Office, Role
from shanyraq.bodies.models import Act, Agreement, BodyDocument, Designation, Membership, Post
from shanyraq.bodies.queries import layers_of, members_in_office
from shanyraq.people.enums import AdvisoryForm, Classification
from shanyraq.people.models import Organization, Person

pytestmark = pytest.mark.django_db

THREE = ("kk", "ru", "en")


def signed_in(browser: Client, person: Person) -> Client:
    browser.force_login(an_account(email=f"{person.public_id}@example.kz", person=person))
    return browser


def staff_of(body: Organization, role: Role) -> Person:
    return a_holding(a_post(role, body=body, seats=None)).person


@pytest.fixture
def organ(browser: Client) -> Organization:
    """The Working Organ, one of whose staff sits at the browser."""
    body = a_body(Classification.WORKING_ORGAN, name="Бөлім")
    signed_in(browser, staff_of(body, Role.WORKING_ORGAN))
    return body


def day_fields(name: str, day: dt.date) -> dict[str, str]:
    parts = {"day": day.day, "month": day.month, "year": day.year}
    return {f"{name}_{part}": str(value) for part, value in parts.items()}


def new_act(issuer: Issuer = Issuer.CHAIR, *, day: dt.date = SPRING) -> dict[str, Any]:
    """The fields of an act that is not in the record yet."""
    return {
        "act": "",
        "act_kind": "decision",
        "act_number": "21",
        "act_issuer": str(issuer),
        **day_fields("act_date", day),
        **{f"act_title_{one}": f"Акт {one}" for one in THREE},
    }


def texts(stem: str, text: str = "Мәтін") -> dict[str, str]:
    return {f"{stem}_{one}": text for one in THREE}


def sent(browser: Client, name: str, *args: str, **fields: Any) -> tuple[int, str]:  # noqa: ANN401
    answer = browser.post(reverse(f"bodies:{name}", args=args), {"request_key": "k1", **fields})
    return answer.status_code, answer.content.decode()


def test_a_member_of_the_council_is_included_with_the_act_and_its_file(
    browser: Client, organ: Organization
) -> None:
    assembly, council = a_body(), a_body(Classification.COUNCIL, name="Кеңес")
    person = a_seat(assembly, name="Ғабитов Қайрат").person
    page = browser.get(reverse("bodies:include", args=[council.public_id]))
    assert page.status_code == 200
    fields = {
        "person": "ғабитов",
        "category": Category.STATE_BODY,
        **day_fields("start_date", TODAY),
        **new_act(),
        "act_file": SimpleUploadedFile("act.pdf", b"%PDF-1.4 signed"),
    }
    status, text = sent(browser, "include", council.public_id, **fields)
    assert status == 303, text
    (seat,) = members_in_office(council, TODAY)
    assert (seat.person, seat.started_by.number) == (person, "21")
    assert seat.started_by.sha256
    file = browser.get(reverse("bodies:act-file", args=[seat.started_by.public_id]))
    assert file.getvalue() == b"%PDF-1.4 signed"
    del organ


def test_a_refused_act_leaves_nothing_in_the_record(browser: Client, organ: Organization) -> None:
    a_body()
    council = a_body(Classification.COUNCIL)
    outsider = a_person(name="Сырттан келген")
    fields = {"category": Category.STATE_BODY, **day_fields("start_date", TODAY), **new_act()}
    status, text = sent(browser, "include", council.public_id, person=outsider.name_kk, **fields)
    assert (status, 'value="Сырттан келген"' in text) == (409, True)
    assert not Act.objects.filter(number="21").exists()
    assert not members_in_office(council, TODAY)
    del organ


def test_one_of_several_bearers_of_a_name_is_chosen(browser: Client, organ: Organization) -> None:
    body = a_body(Classification.ADVISORY_BODY)
    first, second = a_person(), a_person()
    fields = {"category": Category.OTHER_PERSON, **day_fields("start_date", TODAY), **new_act()}
    status, text = sent(browser, "include", body.public_id, person=first.name_kk, **fields)
    assert status == 422
    assert first.public_id in text
    status, _text = sent(
        browser, "include", body.public_id, person=first.name_kk, chosen=second.public_id, **fields
    )
    assert status == 303
    assert [seat.person for seat in members_in_office(body, TODAY)] == [second]
    status, text = sent(browser, "include", body.public_id, person="Ешкім", **fields)
    assert (status, "Nobody of that name" in text) == (422, True)
    del organ


def test_a_warning_is_shown_before_and_stays_beside_the_seat(
    browser: Client, organ: Organization
) -> None:
    body = a_body(Classification.COORDINATION_COUNCIL)
    person = a_person(name="Әкімбек Нұрлан")
    fields = {
        "person": person.name_kk,
        "office": Office.OTHER,
        **day_fields("start_date", TODAY),
        **new_act(),
    }
    status, text = sent(browser, "include", body.public_id, **fields)
    assert (status, "clause 10" in text) == (409, True), text
    assert not members_in_office(body, TODAY)
    status, _text = sent(browser, "include", body.public_id, **fields, all_the_same="on")
    assert status == 303
    for shown in (
        reverse("bodies:body", args=[body.public_id]),
        reverse("bodies:person", args=[person.public_id]),
    ):
        assert "Warning" in browser.get(shown).content.decode()
    del organ


def a_centre_by_page(browser: Client, end: dt.date) -> Organization:
    """An analytical centre created by its page, until a day."""
    status, text = sent(
        browser,
        "create",
        form=AdvisoryForm.ANALYTICAL_CENTRE,
        **texts("name", "Талдау орталығы"),
        **texts("mandate"),
        **day_fields("start_date", SPRING),
        **day_fields("end_date", end),
        **new_act(),
    )
    assert status == 303, text
    return Organization.objects.get(classification=Classification.ADVISORY_BODY)


def test_an_advisory_body_is_created_filled_and_ended(browser: Client, organ: Organization) -> None:
    a_body()
    end, first_end = TODAY + dt.timedelta(days=300), TODAY + dt.timedelta(days=100)
    centre = a_centre_by_page(browser, end)
    assert (centre.form, centre.dissolution_date) == (AdvisoryForm.ANALYTICAL_CENTRE, end)
    act = str(Act.objects.get(number="21").pk)
    status, text = sent(
        browser,
        "new-post",
        centre.public_id,
        role=Role.ADVISORY_SECRETARY,
        **texts("label", "Хатшы"),
        seats="1",
        **day_fields("start_date", SPRING),
        act=act,
        act_kind="decision",
        act_issuer="chair",
    )
    assert status == 303, text
    post = Post.objects.get(organization=centre)
    status, text = sent(
        browser,
        "appoint",
        centre.public_id,
        post=str(post.pk),
        person=a_person(name="Хатшы Болатын").name_kk,
        **day_fields("start_date", TODAY),
        **new_act(Issuer.WORKING_ORGAN),
    )
    assert status == 303, text
    held = Membership.objects.get(post=post)
    assert held.end_date == end
    reached = browser.get(reverse("bodies:body", args=[centre.public_id])).content.decode()
    for name in ("include", "appoint", "new-post", "adopt", "dissolve"):
        assert reverse(f"bodies:{name}", args=[centre.public_id]) in reached
    ending = day_fields("end_date", first_end) | {"request_key": "k2"}
    status, text = sent(browser, "dissolve", centre.public_id, **ending, **new_act())
    assert status == 303, text
    held.refresh_from_db()
    assert held.end_date == first_end
    del organ


def test_a_seat_of_the_council_is_ended_and_one_of_the_assembly_is_not_ended_here(
    browser: Client, organ: Organization
) -> None:
    assembly, council = a_body(), a_body(Classification.COUNCIL)
    seat, other = a_seat(council), a_seat(assembly)
    fields = {**day_fields("end_date", TODAY), **new_act()}
    assert sent(browser, "end", council.public_id, seat.public_id, **fields)[0] == 303
    assert not members_in_office(council, TODAY)
    assert sent(browser, "end", assembly.public_id, other.public_id, **fields)[0] == 404
    del organ


def test_the_main_directions_change_by_the_chairs_act_and_show_what_changed(
    browser: Client, organ: Organization
) -> None:
    body = a_body()
    a_document(body, DocumentKind.MAIN_DIRECTIONS, text="Бірлік пен келісім", start=SPRING)
    fields = {**texts("title"), **texts("text", "Бірлік пен татулық")}
    fields |= day_fields("start_date", TODAY)
    status, _text = sent(browser, "adopt", body.public_id, **fields, **new_act(Issuer.DEPUTY_CHAIR))
    assert status == 422
    status, text = sent(browser, "adopt", body.public_id, **fields, **new_act())
    assert status == 303, text
    assert BodyDocument.objects.of_body(body).count() == 2
    page = browser.get(reverse("bodies:document", args=[body.public_id])).content.decode()
    for shown in ("<del>", "<ins>", "келісім", "1 word taken out", "1 word put in", "No. 21"):
        assert shown in page
    first = browser.get(reverse("bodies:document", args=[body.public_id]), {"version": "1"})
    assert "<del>" not in first.content.decode()
    del organ


def test_the_working_organs_department_is_designated(browser: Client, organ: Organization) -> None:
    status, text = sent(
        browser,
        "designate",
        organ.public_id,
        **texts("name", "Ішкі саясат бөлімі"),
        **day_fields("start_date", SPRING),
        **new_act(Issuer.PRESIDENT),
    )
    assert status == 303, text
    assert Designation.objects.get(body=organ).act.number == "21"
    page = browser.get(reverse("bodies:body", args=[organ.public_id])).content.decode()
    assert "Ішкі саясат бөлімі" in page


def test_a_head_is_proposed_refused_agreed_to_and_appointed_by_page() -> None:
    region, person = region_with_offices(), a_person(name="Болашақ Меңгеруші")
    organ = a_body(Classification.WORKING_ORGAN)
    a_holding(region.akim)
    headers = {"accept-language": "en", "accept": "text/html"}
    clerk = signed_in(Client(headers=headers), staff_of(region.secretariat, Role.SECRETARIAT))
    official = signed_in(Client(headers=headers), staff_of(organ, Role.WORKING_ORGAN))
    own = region.secretariat.public_id
    appointment = {
        "post": str(region.head.pk),
        "person": person.name_kk,
        **day_fields("start_date", TODAY),
        **new_act(Issuer.SMALL_ASSEMBLY_CHAIR, day=TODAY),
    }
    status, text = sent(clerk, "appoint", own, **appointment)
    assert (status, "has not agreed" in text) == (409, True)
    for answer, state in (("refuse", "refused"), ("agree", "agreed")):
        key = {"request_key": answer}
        assert (
            sent(clerk, "ask", own, **key, person=person.name_kk, note="Тәжірибесі бар")[0] == 303
        )
        asked = Agreement.objects.of_institution().get(state=AgreementState.ASKED)
        assert asked.public_id in official.get(reverse("bodies:agreements")).content.decode()
        page = clerk.get(reverse("bodies:agreement", args=[asked.public_id])).content.decode()
        assert "There is no answer yet" in page
        reply = {"answer": answer, "reason": "Себебі" if answer == "refuse" else ""}
        assert sent(clerk, "agreement", asked.public_id, **key, **reply)[0] == 403
        assert sent(official, "agreement", asked.public_id, **key, **reply)[0] == 303
        assert Agreement.objects.get(pk=asked.pk).state == state
        if answer == "refuse":
            status, text = sent(clerk, "appoint", own, **appointment)
            assert (status, "agreement was refused" in text) == (409, True)
    status, text = sent(clerk, "appoint", own, **appointment)
    assert status == 303, text
    assert Membership.objects.get(post=region.deputy).person == person
    assert Membership.objects.get(post=region.head).started_by.body == region.assembly


def test_a_statute_is_adopted_by_the_own_secretariat(browser: Client) -> None:
    region = region_with_offices()
    signed_in(browser, staff_of(region.secretariat, Role.SECRETARIAT))
    status, text = sent(
        browser,
        "adopt",
        region.assembly.public_id,
        **texts("title"),
        **texts("text"),
        **day_fields("start_date", SPRING),
        **new_act(Issuer.SMALL_ASSEMBLY_CHAIR),
    )
    assert status == 303, text
    assert layers_of(region.assembly, TODAY) == ()


PAGES = ["appoint", "adopt", "ask", "new-post"]


@pytest.mark.parametrize("name", PAGES)
def test_a_secretariat_opens_the_pages_of_its_own_region_only(browser: Client, name: str) -> None:
    regions = [region_with_offices(iso=iso, name=iso) for iso in ("KZ-11", "KZ-15", "KZ-19")]
    signed_in(browser, staff_of(regions[1].secretariat, Role.SECRETARIAT))
    for place, region in enumerate(regions):
        body = region.assembly if name == "adopt" else region.secretariat
        answer = browser.get(reverse(f"bodies:{name}", args=[body.public_id]))
        assert answer.status_code == (200 if place == 1 else 403)


def test_another_regions_request_is_not_there(browser: Client) -> None:
    own, other = (region_with_offices(iso=iso, name=iso) for iso in ("KZ-11", "KZ-15"))
    signed_in(browser, staff_of(own.secretariat, Role.SECRETARIAT))
    for region, status in ((own, 200), (other, 404)):
        asked = Agreement.objects.create(post=region.head, person=a_person(), asked_on=SPRING)
        page = browser.get(reverse("bodies:agreement", args=[asked.public_id]))
        assert page.status_code == status


def test_somebody_is_entered_in_the_register_before_anything_else(
    browser: Client, organ: Organization
) -> None:
    fields = {**texts("name", "Жаңа Адам"), "email": "new@example.kz", "preferred_language": "ru"}
    status, text = sent(browser, "register", **fields)
    assert status == 303, text
    entered = Person.objects.get(name_kk="Жаңа Адам")
    assert (entered.email, entered.preferred_language) == ("new@example.kz", "ru")
    del organ


def test_a_member_keeps_no_record_and_is_shown_no_way_to_it(browser: Client) -> None:
    body, council = a_body(), a_body(Classification.COUNCIL)
    signed_in(browser, a_seat(body).person)
    assert browser.get(reverse("bodies:include", args=[council.public_id])).status_code == 403
    assert browser.get(reverse("bodies:agreements")).status_code == 404
    assert browser.get(reverse("bodies:register")).status_code == 403
    page = browser.get(reverse("bodies:body", args=[council.public_id])).content.decode()
    assert "Keep the record" not in page


def test_the_file_of_an_act_is_opened_by_who_keeps_the_record(browser: Client) -> None:
    act = an_act()
    act.file.save("act.pdf", SimpleUploadedFile("act.pdf", b"signed"))
    act.file.close()
    address = reverse("bodies:act-file", args=[act.public_id])
    assert browser.get(address).status_code == 404
    organ = a_body(Classification.WORKING_ORGAN)
    signed_in(browser, staff_of(organ, Role.WORKING_ORGAN))
    assert browser.get(address).getvalue() == b"signed"


def test_who_is_not_signed_in_is_asked_to(browser: Client) -> None:
    council = a_body(Classification.COUNCIL)
    answer = browser.get(reverse("bodies:include", args=[council.public_id]))
    assert answer.status_code == 302
