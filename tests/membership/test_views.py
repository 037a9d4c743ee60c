"""Every step is done by page; what is under way is read by those concerned only."""

import datetime as dt
from pathlib import Path as FilePath

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings
from tests.bodies.builders import TODAY, a_holding, a_post, a_seat
from tests.membership.builders import (
    House,
    a_decision,
    a_house,
    a_sitting,
    another_seat,
    approved,
    considered,
    nominated,
    proposed,
    submitted,
)
from tests.people.builders import a_person, an_account
from tests.sittings.builders import a_file

from shanyraq.bodies.enums import Category, Role
from shanyraq.bodies.models import Membership, Post
from shanyraq.bodies.queries import is_in_office
from shanyraq.membership.actions import Claim, propose_removal
from shanyraq.membership.actions._following import follow_decision
from shanyraq.membership.enums import CandidatureState, CaseState, Ground, Path
from shanyraq.membership.models import Candidature, DeputyProposal, RemovalCase
from shanyraq.people.models import Person
from shanyraq.platform import clock
from shanyraq.sittings.enums import ItemKind, State
from shanyraq.sittings.models import AgendaItem

pytestmark = pytest.mark.django_db
ACT = {"number": "Қ-12", "date": TODAY.isoformat()}
NEW = {"name_kk": "Сейітова Айгүл", "name_ru": "Сеитова Айгуль", "name_en": "Seitova Aigul"}
SENDER = {"sender_kk": "«Бірлік» орталығы", "sender_ru": "Центр «Бирлик»", "sender_en": "Birlik"}


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: FilePath) -> None:
    settings.MEDIA_ROOT = tmp_path
    cache.clear()
    now = dt.datetime.combine(TODAY, dt.time(10), tzinfo=clock.ZONE)
    monkeypatch.setattr(clock, "now", lambda: now)


@pytest.fixture
def house() -> House:
    return a_house()


def browser_of(person: Person | None) -> Client:
    browser = Client(headers={"accept-language": "en", "accept": "text/html"})
    if person is not None:
        account = getattr(person, "user", None)
        browser.force_login(
            account or an_account(email=f"{person.public_id}@example.kz", person=person),
            backend="django.contrib.auth.backends.ModelBackend",
        )
    return browser


def at(name: str, *args: str) -> str:
    return reverse(f"membership:{name}", args=args)


def test_from_an_association_to_a_seat_by_pages(house: House) -> None:
    head, clerk = browser_of(house.head), browser_of(house.clerk)
    deputy, chair = browser_of(house.deputy), browser_of(house.chair)
    form = head.get(at("propose"))
    assert form.status_code == 200
    told = {"small_assembly": house.small.public_id, "file": a_file(), **ACT, **NEW, **SENDER}
    assert head.post(at("propose"), told).status_code == 303
    candidature = Candidature.objects.of_institution().get()
    page = at("candidature", candidature.public_id)
    assert "Put it on an agenda" in head.get(page).content.decode()

    meeting = a_sitting(house.small, state=State.PREPARED)
    put = head.post(at("put-on-agenda", candidature.public_id), {"session": meeting.public_id})
    assert put.status_code == 303
    item = AgendaItem.objects.get(about=candidature.public_id)
    AgendaItem.objects.filter(pk=item.pk).update(state="finished")
    follow_decision(decision=a_decision(item), occasion=house.by(house.head))

    council = a_sitting(house.council, state=State.PREPARED)
    agenda = at("put-on-agenda", candidature.public_id)
    assert council.public_id in clerk.get(agenda).content.decode()
    assert clerk.post(agenda, {"session": council.public_id}).status_code == 303
    refused = deputy.post(at("submit", candidature.public_id))
    assert refused.status_code == 409
    considered(house, candidature)

    assert "Submit to the Chair" in deputy.get(page).content.decode()
    assert deputy.post(at("submit", candidature.public_id)).status_code == 303
    approving = chair.get(page).content.decode()
    assert at("approve", candidature.public_id) in approving
    assert chair.post(at("approve", candidature.public_id), ACT).status_code == 303
    candidature.refresh_from_db()
    assert candidature.state == CandidatureState.APPROVED
    public = browser_of(None).get(reverse("bodies:person", args=[candidature.person.public_id]))
    assert "C3/1" in public.content.decode()


def test_a_nomination_by_a_document_is_entered_by_page(house: House) -> None:
    told = {"path": Path.STATE_BODY, **ACT, **NEW, **SENDER}
    assert browser_of(house.clerk).get(at("nominate")).status_code == 200
    assert browser_of(house.clerk).post(at("nominate"), told).status_code == 303
    found = Candidature.objects.of_institution().get()
    assert (found.path, found.small_assembly) == (Path.STATE_BODY, None)


def test_a_secretariats_nomination_belongs_to_its_region(house: House) -> None:
    told = {"path": Path.PUBLIC_ASSOCIATION, **ACT, **NEW, **SENDER}
    assert browser_of(house.head).post(at("nominate"), told).status_code == 303
    assert Candidature.objects.of_institution().get().small_assembly == house.small


def test_a_form_says_what_is_missing_and_keeps_what_was_typed(house: House) -> None:
    told = {"path": Path.STATE_BODY, **SENDER, "number": "Қ-77"}
    answer = browser_of(house.clerk).post(at("nominate"), told)
    assert answer.status_code == 422
    assert "Қ-77" in answer.content.decode()
    unknown = {"path": Path.STATE_BODY, **ACT, **SENDER, "existing": "Ешкім"}
    assert browser_of(house.clerk).post(at("nominate"), unknown).status_code == 422


def test_somebody_of_the_register_is_found_by_the_full_name(house: House) -> None:
    person = a_person(name="Қасымов Ерлан", name_en="Kassymov Yerlan")
    told = {"path": Path.STATE_BODY, **ACT, **SENDER, "existing": "kassymov yerlan"}
    assert browser_of(house.clerk).post(at("nominate"), told).status_code == 303
    assert Candidature.objects.of_institution().get().person == person


def test_the_chair_includes_at_discretion_by_page(house: House) -> None:
    person = a_person(name="Ғалым Ержан")
    chair = browser_of(house.chair)
    assert chair.get(at("include")).status_code == 200
    assert chair.post(at("include"), {**ACT, "existing": "Ғалым Ержан"}).status_code == 303
    page = browser_of(None).get(reverse("bodies:person", args=[person.public_id]))
    assert "discretionary" in page.content.decode()


@pytest.mark.parametrize("signed", [True, False])
def test_the_chair_rejects_by_page(house: House, *, signed: bool) -> None:
    candidature = submitted(house)
    told = {"reason": "", **(ACT if signed else {})}
    assert (
        browser_of(house.chair).post(at("reject", candidature.public_id), told).status_code == 303
    )
    candidature.refresh_from_db()
    assert candidature.state == CandidatureState.REJECTED


def test_the_candidate_withdraws_by_page(house: House) -> None:
    person = a_person(name="Кандидат")
    candidature = nominated(house, who=person)
    browser = browser_of(person)
    assert "Withdraw" in browser.get(at("candidature", candidature.public_id)).content.decode()
    assert browser.post(at("withdraw", candidature.public_id)).status_code == 303
    candidature.refresh_from_db()
    assert candidature.state == CandidatureState.WITHDRAWN


def test_a_candidature_under_way_is_read_by_those_concerned(house: House) -> None:
    candidature = proposed(house)
    page = at("candidature", candidature.public_id)
    member = a_person(name="Өңір мүшесі")
    a_seat(house.small, person=member, category=Category.LOCAL_EXECUTIVE_BODY)
    for person in (house.head, house.akim, house.clerk, house.chair, house.deputy, member):
        assert browser_of(person).get(page).status_code == 200, person
    for person in (house.stranger, house.seat.person, a_person(name="Басқа")):
        answer = browser_of(person).get(page)
        assert answer.status_code == 403, person
        assert (
            candidature.person.name_kk
            not in browser_of(person).get(at("candidatures")).content.decode()
        )
    assert browser_of(None).get(page).status_code == 302


def test_the_council_reads_what_is_put_before_it(house: House) -> None:
    candidature = nominated(house)
    page = at("candidature", candidature.public_id)
    assert browser_of(house.seat.person).get(page).status_code == 200
    assert browser_of(another_seat(house).person).get(page).status_code == 403


def test_candidatures_are_found_by_state_path_and_name(house: House) -> None:
    candidature = nominated(house)
    clerk = browser_of(house.clerk)
    for query, found in (("state=nominated", True), ("state=approved", False), ("q=айгүл", True),
                         ("q=ешкім", False), ("path=public_association", True)):  # fmt: skip
        page = clerk.get(f"{at('candidatures')}?{query}").content.decode()
        assert (candidature.public_id in page) is found, query


def test_a_removal_by_pages(house: House) -> None:
    member = browser_of(house.seat.person)
    person_page = reverse("bodies:person", args=[house.seat.person.public_id])
    deputy = browser_of(house.deputy)
    assert at("propose-removal", house.seat.public_id) in deputy.get(person_page).content.decode()
    told = {"ground": Ground.OTHER, "reason": "Бір жыл бойы қатыспады"}
    propose = at("propose-removal", house.seat.public_id)
    assert deputy.get(propose).status_code == 200
    assert deputy.post(propose, {"ground": Ground.OTHER}).status_code == 422
    assert deputy.post(propose, told).status_code == 303
    case = RemovalCase.objects.of_institution().get()
    page = at("removal", case.public_id)

    stated = {"text": "Келіспеймін", "language": "kk"}
    assert "Add the statement" in member.get(page).content.decode()
    assert member.post(page, stated).status_code == 303
    chair = browser_of(house.chair)
    assert "Келіспеймін" in chair.get(page).content.decode()
    assert chair.post(at("remove", case.public_id), ACT).status_code == 303
    assert not is_in_office(house.seat.person, house.assembly, TODAY)
    assert "Келіспеймін" in chair.get(page).content.decode()


def test_a_case_is_closed_by_page(house: House) -> None:
    case = a_case(house)
    chair = browser_of(house.chair)
    assert chair.get(at("close-case", case.public_id)).status_code == 200
    told = {"reason": "Мүше қалады"}
    assert chair.post(at("close-case", case.public_id), told).status_code == 303
    case.refresh_from_db()
    assert case.state == CaseState.CLOSED


def test_a_case_is_read_by_those_concerned(house: House) -> None:
    case = propose_removal(
        occasion=house.by(house.akim),
        seat=house.seat,
        claim=Claim(ground=Ground.OTHER, reason="Себеп"),
    )
    page = at("removal", case.public_id)
    for person in (house.seat.person, house.akim, house.head, house.chair, house.deputy):
        assert browser_of(person).get(page).status_code == 200, person
    for person in (house.stranger, another_seat(house).person):
        assert browser_of(person).get(page).status_code == 403, person


def test_a_post_that_ended_is_shown_to_those_who_propose(house: House) -> None:
    post = a_post(Role.SECRETARIAT, body=house.secretariat, seats=None)
    a_holding(post, person=house.seat.person, end=TODAY)
    shown = browser_of(house.deputy).get(at("removals")).content.decode()
    assert at("propose-removal", house.seat.public_id) in shown
    hidden = browser_of(house.seat.person).get(at("removals")).content.decode()
    assert "Posts that have ended" not in hidden


def test_a_member_leaves_by_one_page(house: House) -> None:
    member = browser_of(house.seat.person)
    assert at("leave", house.seat.public_id) in member.get(at("own")).content.decode()
    assert member.get(at("leave", house.seat.public_id)).status_code == 200
    assert member.post(at("leave", house.seat.public_id), {"text": ""}).status_code == 303
    assert not is_in_office(house.seat.person, house.assembly, TODAY)


def test_nobody_opens_anothers_page_of_leaving(house: House) -> None:
    answer = browser_of(house.chair).get(at("leave", house.seat.public_id))
    assert answer.status_code == 403


def test_a_deputys_appointment_by_pages(house: House) -> None:
    person = a_person(name="Ұсынылған Адам")
    clerk = browser_of(house.clerk)
    council = a_sitting(house.council, state=State.PREPARED)
    told = {"person": "Ұсынылған Адам", "session": council.public_id}
    assert clerk.get(at("propose-deputy")).status_code == 200
    assert clerk.post(at("propose-deputy"), told).status_code == 303
    refused = clerk.post(at("appoint-deputy", person.public_id), ACT)
    assert refused.status_code == 409
    assert "has not been proposed" in refused.content.decode()

    item = AgendaItem.objects.get(kind=ItemKind.DEPUTY_CHAIRS)
    follow_decision(decision=a_decision(item), occasion=house.by(house.clerk))
    assert at("appoint-deputy", person.public_id) in clerk.get(at("deputies")).content.decode()
    assert clerk.post(at("appoint-deputy", person.public_id), ACT).status_code == 303
    held = DeputyProposal.objects.get().holding
    assert held is not None
    assert clerk.get(at("release-deputy", held.public_id)).status_code == 200
    told_end = {**ACT, "day": (TODAY + dt.timedelta(days=1)).isoformat()}
    assert clerk.post(at("release-deputy", held.public_id), told_end).status_code == 303


def test_deputies_are_seen_by_everybody_and_changed_by_few(house: House) -> None:
    page = browser_of(None).get(at("deputies")).content.decode()
    assert house.deputy.name_kk in page or house.deputy.name_en in page
    assert at("propose-deputy") not in page
    assert browser_of(house.seat.person).get(at("propose-deputy")).status_code == 403
    assert (
        browser_of(house.seat.person)
        .get(at("appoint-deputy", house.seat.person.public_id))
        .status_code
        == 403
    )


def test_a_small_assembly_is_formed_by_page_in_the_own_region(house: House) -> None:
    body_page = reverse("bodies:body", args=[house.small.public_id])
    akim = browser_of(house.akim)
    members = at("form-locally", house.small.public_id)
    assert members in akim.get(body_page).content.decode()
    assert at("include-locally", house.small.public_id) in akim.get(members).content.decode()
    assert browser_of(house.stranger).get(members).status_code == 403
    told = {**ACT, "existing": a_person(name="Өңір өкілі").name_kk}
    told["category"] = Category.LOCAL_EXECUTIVE_BODY
    page = at("include-locally", house.small.public_id)
    assert akim.get(page).status_code == 200
    assert akim.post(page, told).status_code == 303
    assert browser_of(house.stranger).get(page).status_code == 403
    seat = Membership.objects.get(organization=house.small, post=None)
    end = at("end-locally", seat.public_id)
    assert end in akim.get(members).content.decode()
    assert browser_of(house.stranger).post(end, ACT).status_code == 403
    later = {**ACT, "day": (TODAY + dt.timedelta(days=1)).isoformat()}
    assert akim.post(end, later).status_code == 303


def test_an_act_is_downloaded_by_those_concerned(house: House) -> None:
    told = {"small_assembly": house.small.public_id, "file": a_file(), **ACT, **NEW, **SENDER}
    browser_of(house.head).post(at("propose"), told)
    act = Candidature.objects.of_institution().get().steps.get().act
    assert act is not None
    answer = browser_of(house.chair).get(at("act-file", act.public_id))
    assert b"".join(answer.streaming_content).startswith(b"%PDF")  # type: ignore[attr-defined]
    assert browser_of(house.stranger).get(at("act-file", act.public_id)).status_code == 403


@pytest.mark.parametrize("name", ["index", "rights", "composition", "composition-csv", "deputies"])
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_public_pages_in_every_language(house: House, name: str, language: str) -> None:
    approved(house)
    answer = Client(headers={"accept-language": language}).get(at(name))
    assert answer.status_code == 200


def test_what_concerns_the_reader_is_on_the_first_page(house: House) -> None:
    case = a_case(house)
    page = browser_of(house.seat.person).get(at("index")).content.decode()
    assert at("removal", case.public_id) in page
    assert at("own") in page


def test_lists_cost_the_same_however_long_they_are(
    house: House, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    clerk = browser_of(house.clerk)
    clerk.get(at("candidatures"))
    counts = []
    for round_ in range(2):
        for number in range(3):
            nominated(house, who=a_person(name=f"Кандидат {round_}{number}"))
        with django_assert_max_num_queries(60) as told:
            clerk.get(at("candidatures"))
        counts.append(len(told))
    assert counts[0] == counts[1]


def a_case(house: House) -> RemovalCase:
    claim = Claim(ground=Ground.OTHER, reason="Себеп")
    return propose_removal(occasion=house.by(house.deputy), seat=house.seat, claim=claim)


def test_no_page_seats_a_member_of_the_assembly_past_the_council(house: House) -> None:
    page = reverse("bodies:include", args=[house.assembly.public_id])
    assert browser_of(house.clerk).get(page).status_code == 404
    appoint = browser_of(house.clerk).get(
        reverse("bodies:appoint", args=[house.assembly.public_id])
    )
    deputy_post = Post.objects.get(role=Role.DEPUTY_CHAIR)
    assert deputy_post.public_id not in appoint.content.decode()


def test_the_council_is_asked_by_poll_about_a_deputy(house: House) -> None:
    person = a_person(name="Ұсынылған Адам")
    clerk = browser_of(house.clerk)
    assert clerk.get(at("poll-deputy")).status_code == 200
    told = {"person": person.name_kk, "day": "2008-09-25", "time": "18:00"}
    assert clerk.post(at("poll-deputy"), told).status_code == 303
    assert AgendaItem.objects.get(kind=ItemKind.DEPUTY_CHAIRS).about == person.public_id
    assert browser_of(house.deputy).get(at("poll-deputy")).status_code == 403
