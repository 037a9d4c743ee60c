"""Pages of meetings: who sees what, and that each act can be reached and done by page."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from tests.conftest import an_occasion
from tests.people.builders import an_account
from tests.sittings.builders import TODAY, a_file, arrived
from tests.sittings.meeting_builders import (
    SOON,
    CouncilHouse,
    a_convened_meeting,
    a_council,
    a_council_meeting,
    a_meeting_plan,
    a_small_assembly,
)

from shanyraq.people.models import Person
from shanyraq.platform import clock
from shanyraq.sittings.actions import attach_paper, begin_item, open_session, prepare_meeting
from shanyraq.sittings.enums import ItemKind, State
from shanyraq.sittings.models import Session
from shanyraq.voting.models import Vote

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    _stand_on(monkeypatch, TODAY)


def _stand_on(monkeypatch: pytest.MonkeyPatch, day: dt.date) -> None:
    moment = an_occasion(on=day).at
    monkeypatch.setattr(clock, "now", lambda: moment)
    monkeypatch.setattr(clock, "today", lambda: day)


def page_of(person: Person | None, *, email: str = "one@example.kz") -> Client:
    """A browser in which a person, or nobody, is signed in."""
    client = Client()
    if person is not None:
        client.force_login(an_account(email=email, person=person))
    return client


def an_open_meeting() -> tuple[CouncilHouse, Session]:
    """A meeting of the Council whose question is under discussion."""
    council = a_council()
    session = a_convened_meeting(council)
    arrived(session, council.seats)
    chair = council.house.by(council.second, on=SOON)
    session = open_session(occasion=chair, session=session)
    begin_item(occasion=chair, item=session.items.get())
    return council, session


def test_a_draft_of_the_council_is_for_those_who_prepare_and_sign_it() -> None:
    council = a_council()
    session = a_council_meeting(council)
    address = reverse("sittings:session", args=[session.public_id])
    listed = reverse("sittings:body", args=[council.council.public_id])
    insiders = [council.house.secretary, council.second, council.house.chair]
    for number, person in enumerate(insiders):
        client = page_of(person, email=f"in{number}@example.kz")
        assert client.get(address).status_code == 200
        assert address in client.get(listed).content.decode()
    outsider = page_of(council.seats[0].person)
    assert outsider.get(address).status_code == 403
    assert address not in outsider.get(listed).content.decode()


def test_the_deputies_and_the_chair_sign_by_page() -> None:
    council = a_council()
    session = a_council_meeting(council)
    address = reverse("sittings:sign", args=[session.public_id])
    for number, person in enumerate((*council.deputies, council.house.chair)):
        client = page_of(person, email=f"s{number}@example.kz")
        assert client.get(address).status_code == 200
        assert client.post(address).status_code == 303
    session.refresh_from_db()
    assert session.state == State.ANNOUNCED
    assert (
        page_of(None).get(reverse("sittings:session", args=[session.public_id])).status_code == 200
    )


def test_the_working_organ_prepares_moves_and_records_by_page() -> None:
    council = a_council()
    client = page_of(council.house.secretary)
    fields = {
        "day_day": SOON.day,
        "day_month": SOON.month,
        "day_year": SOON.year,
        "time": "10:00",
        "place_kk": "Астана",
        "place_ru": "Астана",
        "place_en": "",
        "kind": ItemKind.IMPORTANT_QUESTIONS,
        "title_kk": "Мәселе",
        "title_ru": "Вопрос",
        "title_en": "",
    }
    address = reverse("sittings:prepare-meeting", args=[council.council.public_id])
    assert client.get(address).status_code == 200
    assert client.post(address, fields).status_code == 303
    session = Session.objects.get()
    moved = client.post(
        reverse("sittings:change", args=[session.public_id]), fields | {"time": "11:00"}
    )
    assert moved.status_code == 303
    paper = reverse("sittings:record-signature", args=[session.public_id])
    assert client.get(paper).status_code == 200
    signed = {
        "person": council.second.public_id,
        "number": "К-1",
        "date_day": TODAY.day,
        "date_month": TODAY.month,
        "date_year": TODAY.year,
        "file": a_file(),
    }
    assert client.post(paper, signed).status_code == 303
    assert session.signatures.get().person == council.second


def test_who_presides_puts_a_question_to_the_vote_and_writes_a_conclusion(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    council, session = an_open_meeting()
    _stand_on(monkeypatch, SOON)
    client = page_of(council.second)
    item = session.items.get()
    assert client.get(reverse("sittings:session", args=[session.public_id])).status_code == 200
    conclude = reverse("sittings:conclude", args=[item.public_id])
    assert client.get(conclude).status_code == 200
    text = {"conclusion_kk": "Қолдау", "conclusion_ru": "Поддержать", "conclusion_en": ""}
    assert client.post(conclude, text).status_code == 303
    item.refresh_from_db()
    assert item.conclusion_ru == "Поддержать"
    ballot = reverse("voting:open", args=[item.public_id])
    assert client.get(ballot).status_code == 200
    question = {f"question_{one}": "Мәселе" for one in ("kk", "ru", "en")}
    opened = client.post(ballot, question | {"method": "open_electronic"})
    assert opened.status_code == 303
    vote = Vote.objects.get()
    assert (vote.method, vote.base) == ("open_electronic", len(council.seats))
    for name in ("voting:conduct", "voting:vote", "voting:names"):
        assert client.get(reverse(name, args=[vote.public_id])).status_code == 200


def test_the_hall_the_members_page_and_the_minutes_of_a_meeting(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    council, session = an_open_meeting()
    _stand_on(monkeypatch, SOON)
    client = page_of(council.seats[0].person)
    for name in ("desks:hall", "desks:member", "desks:session", "minutes:minutes"):
        answer = client.get(reverse(name, args=[session.public_id]))
        assert answer.status_code == 200
    for language in ("kk", "ru", "en"):
        assert client.get(reverse("minutes:pdf", args=[session.public_id, language])).content


def test_papers_of_a_small_assembly_are_for_its_own_people() -> None:
    council, region = a_council(), a_small_assembly()
    clerk = an_occasion(actor=region.clerk.actor)
    plan = a_meeting_plan(ItemKind.SMALL_ASSEMBLY_QUESTION)
    session = prepare_meeting(occasion=clerk, body=region.body, plan=plan)
    item = session.items.get()
    paper = attach_paper(occasion=clerk, item=item, title=plan.agenda[0].title, file=a_file())
    Session.objects.filter(pk=session.pk).update(
        state=State.ANNOUNCED, announced_at=clerk.at, decided_on=TODAY
    )
    address = reverse("sittings:paper", args=[paper.public_id])
    public = reverse("sittings:session", args=[session.public_id])
    insiders = [region.clerk, region.seats[0].person, council.house.secretary]
    for number, person in enumerate(insiders):
        client = page_of(person, email=f"p{number}@example.kz")
        assert b"".join(client.get(address)) == b"%PDF-1.7 text"
        assert address in client.get(public).content.decode()
    outsider = page_of(council.seats[0].person)
    assert outsider.get(address).status_code == 404
    assert address not in outsider.get(public).content.decode()
    shown = outsider.get(reverse("desks:session", args=[session.public_id]))
    assert address not in shown.content.decode()


def test_without_a_statute_the_list_says_what_is_lacking() -> None:
    region = a_small_assembly(statute="")
    client = page_of(region.clerk)
    answer = client.get(reverse("sittings:body", args=[region.body.public_id]))
    assert answer.status_code == 200
    prepare = reverse("sittings:prepare-meeting", args=[region.body.public_id])
    assert prepare not in answer.content.decode()
    assert client.get(prepare).status_code == 409
