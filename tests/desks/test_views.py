"""Each page for whom it is for, in three languages, at a bounded cost, and refused to others."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings
from tests.bodies.builders import a_seat
from tests.desks.builders import it_is, reading, signed_in, the_secretary
from tests.people.builders import a_person, a_persona
from tests.sittings.builders import (
    TITLE,
    TODAY,
    Institution,
    a_session,
    an_institution,
    arrived,
    many_seats,
)

from shanyraq.sittings.actions import open_session
from shanyraq.sittings.enums import ContentType, State
from shanyraq.sittings.models import Paper, Session

pytestmark = pytest.mark.django_db

LANGUAGES = ("kk", "ru", "en")
#: However much there is to show, a page asks the database no more often than this.
AT_MOST = {"home": 15, "secretary": 64, "chair": 64, "member": 20, "hall": 10, "session": 16}


def an_assembly_with(sessions: int) -> tuple[Institution, Session]:
    """So many Sessions of each state, and the one that is held today."""
    institution = an_institution(members=4)
    for number in range(sessions):
        day = TODAY - dt.timedelta(days=30 + number)
        a_session(institution.assembly, state=State.CLOSED, day=day, number=10 - number)
        later = TODAY + dt.timedelta(days=40 + number)
        a_session(institution.assembly, state=State.PREPARED, day=later, number=20 + number)
    today = a_session(institution.assembly, number=14)
    arrived(today, institution.seats[:3])
    it_is()
    return institution, today


def address(name: str, session: Session) -> str:
    of_a_session = name in {"member", "hall", "session"}
    return reverse(f"desks:{name}", args=[session.public_id] if of_a_session else [])


def reader(name: str, institution: Institution, language: str = "kk") -> Client:
    people = {
        "secretary": institution.secretary,
        "chair": institution.chair,
        "deputy": institution.deputy,
        "member": institution.member,
    }
    return signed_in(people[name], language=language) if name in people else reading(language)


def text_of(client: Client, path: str, *, status: int = 200) -> str:
    response = client.get(path)
    assert response.status_code == status, path
    return response.content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", AT_MOST)
def test_each_page_is_shown_in_three_languages(name: str, language: str) -> None:
    institution, today = an_assembly_with(1)
    page = text_of(reader(name, institution, language), address(name, today))
    assert f'<html lang="{language}">' in page


@pytest.mark.parametrize("sessions", [1, 3])
@pytest.mark.parametrize("name", AT_MOST)
def test_sessions_cost_a_bounded_number_of_questions(
    name: str, sessions: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    institution, today = an_assembly_with(sessions)
    client = reader(name, institution)
    with django_assert_max_num_queries(AT_MOST[name]):
        text_of(client, address(name, today))


@pytest.mark.parametrize("name", ["home", "hall", "session"])
def test_more_members_do_not_cost_more_questions(
    name: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    institution, today = an_assembly_with(1)
    arrived(today, many_seats(institution.assembly, 50))
    with django_assert_max_num_queries(AT_MOST[name]):
        text_of(reading(), address(name, today))


@pytest.mark.parametrize("name", ["home", "secretary", "chair"])
def test_an_empty_institution_has_its_pages(name: str) -> None:
    institution = an_institution()
    it_is()
    page = text_of(reader(name, institution), reverse(f"desks:{name}"))
    assert 'class="empty"' in page


@pytest.mark.parametrize(
    ("name", "whose"),
    [("secretary", "secretary"), ("chair", "chair"), ("member", "member")],
)
def test_a_desk_is_open_to_its_own_and_to_nobody_else(name: str, whose: str) -> None:
    institution, today = an_assembly_with(1)
    path = address(name, today)
    for who in ("secretary", "chair", "member"):
        status = 200 if who == whose else 403
        text_of(reader(who, institution), path, status=status)
    deputy = 200 if name == "chair" else 403
    text_of(signed_in(institution.deputy), path, status=deputy)
    text_of(signed_in(a_person(name="Бөтен")), path, status=403)


@pytest.mark.parametrize("name", ["secretary", "chair", "member"])
def test_a_desk_asks_to_sign_in(name: str) -> None:
    _, today = an_assembly_with(1)
    response = reading().get(address(name, today))
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/account/login/?next=/")


def test_a_member_who_left_office_has_no_page() -> None:
    institution, today = an_assembly_with(1)
    seat = institution.seats[0]
    seat.end_date = TODAY
    seat.save()
    text_of(reader("member", institution), address("member", today), status=403)


def test_a_draft_is_public_to_nobody_and_read_by_those_who_prepare() -> None:
    institution, _ = an_assembly_with(1)
    draft = Session.objects.get(state=State.PREPARED)
    path = address("session", draft)
    text_of(reading(), path, status=404)
    text_of(reader("member", institution), path, status=404)
    text_of(the_secretary(institution), path)
    for name in ("hall", "member"):
        text_of(reader("member", institution), address(name, draft), status=404)
    assert draft.public_id not in text_of(reading(), "/")


def test_the_code_of_the_hall_is_shown_to_those_who_lead_the_session_only() -> None:
    institution, today = an_assembly_with(1)
    path = address("hall", today)
    assert "ABCDEF" in text_of(the_secretary(institution), path)
    assert "ABCDEF" in text_of(reader("chair", institution), path)
    assert "ABCDEF" not in text_of(reader("member", institution), path)
    assert "ABCDEF" not in text_of(reading(), path)


def test_the_code_of_the_hall_is_shown_on_the_day_only() -> None:
    institution, today = an_assembly_with(1)
    it_is(TODAY - dt.timedelta(days=1))
    assert "ABCDEF" not in text_of(the_secretary(institution), address("hall", today))


def test_each_post_leads_to_its_own_desk() -> None:
    institution, today = an_assembly_with(1)
    leads = {
        "secretary": reverse("desks:secretary"),
        "chair": reverse("desks:chair"),
        "deputy": reverse("desks:chair"),
        "member": address("member", today),
    }
    for who, there in leads.items():
        response = reader(who, institution).get(reverse("desks:desk"))
        assert response.headers["Location"] == there
        assert there in text_of(reader(who, institution), "/")
    stranger = signed_in(a_person(name="Бөтен"))
    assert stranger.get(reverse("desks:desk")).headers["Location"] == reverse("desks:own")


def test_roles_are_offered_in_a_demonstration_only(settings: Settings) -> None:
    an_assembly_with(1)
    offered = reverse("people:persona", args=[a_persona().user.actor.public_id])
    assert offered not in text_of(reading(), "/")
    settings.DEMONSTRATION = True
    assert offered in text_of(reading(), "/")


def test_a_member_registers_on_the_day_and_is_told_so() -> None:
    institution, today = an_assembly_with(1)
    check_in = reverse("sittings:check-in", args=[today.public_id])
    absent, present = institution.seats[3].person, institution.seats[0].person
    assert check_in in text_of(signed_in(absent), address("member", today))
    assert check_in not in text_of(signed_in(present), address("member", today))
    it_is(TODAY - dt.timedelta(days=1))
    assert check_in not in text_of(signed_in(absent), address("member", today))


def test_the_chair_is_shown_the_effect_of_yes_and_of_no() -> None:
    institution, _ = an_assembly_with(1)
    draft = Session.objects.get(state=State.PREPARED)
    page = text_of(reader("chair", institution, "en"), reverse("desks:chair"))
    assert reverse("sittings:convene", args=[draft.public_id]) in page
    assert "4 members are sent invitations." in page
    assert "it can no longer be held on" in page


def test_a_deputy_presides_and_convenes_nothing() -> None:
    institution, today = an_assembly_with(1)
    arrived(today, institution.seats[3:])
    page = text_of(signed_in(institution.deputy), reverse("desks:chair"))
    assert reverse("sittings:open", args=[today.public_id]) in page
    assert "/convene/" not in page
    assert "/convene/" in text_of(reader("chair", institution), reverse("desks:chair"))


def test_a_deputy_beside_the_chair_who_presides_finds_no_buttons_until_the_chair_left() -> None:
    institution, today = an_assembly_with(1)
    chair = a_seat(institution.assembly, person=institution.chair)
    arrived(today, [*institution.seats[3:], chair])
    deputy, opening = (
        signed_in(institution.deputy),
        reverse("sittings:open", args=[today.public_id]),
    )
    assert opening not in text_of(deputy, reverse("desks:chair"))
    open_session(occasion=institution.by(institution.chair), session=today)
    begin = reverse("sittings:begin-item", args=[today.public_id, today.items.all()[0].public_id])
    take = reverse("sittings:take-the-chair", args=[today.public_id])
    assert begin in text_of(reader("chair", institution), reverse("desks:chair"))
    page = text_of(deputy, reverse("desks:chair"))
    assert (begin in page, take in page) == (False, False)
    today.attendances.filter(membership=chair).update(left_at=today.starts_at)
    assert take in text_of(deputy, reverse("desks:chair"))


def test_papers_are_reached_from_the_agenda() -> None:
    institution, today = an_assembly_with(1)
    paper = Paper.objects.create(
        item=today.items.all()[0],
        file="papers/draft.pdf",
        content_type=ContentType.PDF,
        sha256="0" * 64,
        size=21_000,
        attached_at=today.starts_at,
        **TITLE.columns("title"),
    )
    there = reverse("sittings:paper", args=[paper.public_id])
    for name in ("home", "member", "session"):
        assert there in text_of(reader(name, institution), address(name, today))


def test_minutes_are_offered_once_a_session_is_closed() -> None:
    institution, today = an_assembly_with(1)
    closed = Session.objects.get(state=State.CLOSED)
    for session, offered in ((closed, True), (today, False)):
        minutes = reverse("minutes:pdf", args=[session.public_id, "kk"])
        assert (minutes in text_of(reading(), address("session", session))) is offered
    desk = text_of(the_secretary(institution), reverse("desks:secretary"))
    assert reverse("minutes:minutes", args=[closed.public_id]) in desk


@pytest.mark.parametrize("on", [dt.date(2003, 1, 1), dt.date(2012, 1, 16)])
@pytest.mark.parametrize("name", ["home", "hall", "session"])
def test_pages_stand_where_the_law_is_silent(name: str, on: dt.date) -> None:
    institution = an_institution(members=4, start=dt.date(2002, 5, 5))
    session = a_session(institution.assembly, day=on)
    it_is(on)
    text_of(reading(), address(name, session))


@pytest.mark.parametrize("name", ["secretary", "chair"])
def test_no_desk_is_given_by_a_law_that_is_not_in_force(name: str) -> None:
    institution = an_institution(start=dt.date(2002, 5, 5))
    it_is(dt.date(2012, 1, 16))
    text_of(reader(name, institution), reverse(f"desks:{name}"), status=403)


def test_the_name_of_the_institution_is_that_of_the_day() -> None:
    an_institution()
    client = reading("en")
    it_is(dt.date(2008, 9, 15))
    assert "<h1>Assembly of the People of Kazakhstan</h1>" in text_of(client, "/")
    it_is(dt.date(2006, 1, 1))
    assert "Peoples" in text_of(client, "/").split("<h1>")[1].split("</h1>")[0]
