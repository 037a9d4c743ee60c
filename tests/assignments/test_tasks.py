"""Letters: to executors who have an address, in their language, and never the only place."""

import datetime as dt

import pytest
from django.core import mail
from pytest_django import Settings
from tests.assignments.builders import DUE, NEXT_DAY, a_scene, accepted, an_order, assigned

from shanyraq.assignments.tasks import REMINDED_BEFORE, remind_executors, tell_executors
from shanyraq.people.models import Person
from shanyraq.platform import clock
from shanyraq.platform.models import ClockShift

pytestmark = pytest.mark.django_db


def go_to(day: dt.date) -> None:
    ClockShift.objects.create(days=(day - clock.today()).days + clock.days_shifted())


@pytest.fixture(autouse=True)
def _letters(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    go_to(NEXT_DAY)


def test_executors_with_an_address_are_told_in_their_language() -> None:
    scene = a_scene()
    Person.objects.filter(pk=scene.member.pk).update(
        email="member@example.kz", preferred_language="en"
    )
    clerk = Person.objects.filter(public_id=scene.clerk.public_id)
    clerk.update(email="clerk@example.kz", preferred_language="ru")
    assignment = assigned(scene, an_order(lead_body=scene.working_organ, co_persons=[scene.member]))
    tell_executors.call(assignment=assignment.public_id)
    letters = {letter.to[0]: letter for letter in mail.outbox}
    assert set(letters) == {"member@example.kz", "clerk@example.kz"}
    assert "Make a plan" in letters["member@example.kz"].body
    assert "Составить план" in letters["clerk@example.kz"].body


def test_nobody_without_an_address_is_written_to() -> None:
    scene = a_scene()
    tell_executors.call(assignment=assigned(scene).public_id)
    assert mail.outbox == []


def test_a_reminder_comes_before_the_deadline_and_only_while_there_is_something_to_do() -> None:
    scene = a_scene()
    Person.objects.filter(pk=scene.member.pk).update(email="member@example.kz")
    accepted(scene, assigned(scene), day=NEXT_DAY)
    running = assigned(scene)
    go_to(DUE - dt.timedelta(days=REMINDED_BEFORE + 1))
    remind_executors.call()
    assert mail.outbox == []
    go_to(DUE - dt.timedelta(days=REMINDED_BEFORE))
    remind_executors.call()
    assert [running.number in letter.subject for letter in mail.outbox] == [True]
