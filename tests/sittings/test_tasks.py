"""Invitations: each member once, in the member's language, with a calendar event."""

import datetime as dt

import pytest
from django.core import mail
from icalendar import Calendar
from tests.sittings.builders import (
    a_plan,
    a_session,
    an_institution,
    many_seats,
)

from shanyraq.people.models import Person
from shanyraq.platform import clock
from shanyraq.platform.journal import entries_of
from shanyraq.platform.tasks import TASKS
from shanyraq.sittings import tasks
from shanyraq.sittings.actions import convene_session, prepare_session
from shanyraq.sittings.models import Invitation
from shanyraq.sittings.tasks import calendar_of, send_invitations

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_2008(monkeypatch: pytest.MonkeyPatch) -> None:
    day = dt.datetime(2008, 9, 15, 10, tzinfo=clock.ZONE)
    monkeypatch.setattr(clock, "now", lambda: day)


def test_convening_asks_for_the_invitations_once_it_stands() -> None:
    house = an_institution()
    session = prepare_session(occasion=house.by(house.secretary), plan=a_plan())
    convene_session(occasion=house.by(house.chair), session=session)
    from django_tasks_db.models import DBTaskResult  # noqa: PLC0415 -- a table of the queue

    waiting = DBTaskResult.objects.get()
    assert waiting.args_kwargs["kwargs"] == {"session": session.public_id}
    assert "sittings.send_invitations" in TASKS
    assert mail.outbox == []


def test_each_member_with_an_address_is_invited_once() -> None:
    house = an_institution(members=3)
    Person.objects.filter(pk=house.seats[2].person.pk).update(email="")
    session = a_session(house.assembly)
    for _ in range(2):
        send_invitations.call(session=session.public_id)
    assert [letter.to for letter in mail.outbox] == [["member0@example.kz"], ["member1@example.kz"]]
    assert Invitation.objects.count() == 2
    entry = entries_of(session.public_id)[-1]
    assert (entry.actor, entry.facts) == ("system", {"letters": 2})


def test_four_hundred_letters_go_in_batches() -> None:
    house = an_institution(members=400)
    session = a_session(house.assembly)
    send_invitations.call(session=session.public_id)
    assert (len(mail.outbox), Invitation.objects.count()) == (400, 400)
    assert len(entries_of(session.public_id)) == 400 // tasks.BATCH


def test_a_run_that_broke_off_is_taken_up_where_it_stopped() -> None:
    house = an_institution(members=2)
    session = a_session(house.assembly)
    send_invitations.call(session=session.public_id)
    late = many_seats(house.assembly, 1)
    send_invitations.call(session=session.public_id)
    assert len(mail.outbox) == 3
    assert Invitation.objects.get(membership=late[0])


def test_a_letter_speaks_the_members_language_and_carries_the_session() -> None:
    house = an_institution(members=1)
    Person.objects.filter(pk=house.member.pk).update(preferred_language="ru")
    session = a_session(house.assembly)
    send_invitations.call(session=session.public_id)
    letter = mail.outbox[0]
    assert "Астана, Дворец" in letter.body
    assert "Заслушать отчёт" in letter.body
    assert "&" not in letter.body
    name, content, kind = letter.attachments[0]
    assert (name, kind) == ("session.ics", "text/calendar")
    assert "Астана\\, Дворец" in content


def test_the_calendar_says_when_in_universal_time() -> None:
    session = a_session(an_institution().assembly)
    calendar = Calendar.from_ical(calendar_of(session, "kk"))
    event = calendar.walk("VEVENT")[0]
    assert calendar["METHOD"] == "PUBLISH"
    assert event["UID"] == f"{session.public_id}@shanyraq"
    assert event.decoded("DTSTART") == session.starts_at
    assert event.decoded("DTSTART").utcoffset() == dt.timedelta()
