"""Letters of a demonstration are kept, not sent."""

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from pytest_django import Settings

from shanyraq.platform.models import Mail
from shanyraq.platform.outbox import OutboxBackend

pytestmark = pytest.mark.django_db


def send(*recipients: str) -> None:
    letter = EmailMessage("Invitation", "Come.", "a@localhost", list(recipients))
    letter.attach("session.ics", "BEGIN:VCALENDAR", "text/calendar")
    assert OutboxBackend().send_messages([letter]) == len(recipients)


def test_a_letter_is_kept_for_each_recipient() -> None:
    send("b@localhost", "c@localhost")
    assert sorted(Mail.objects.values_list("recipient", flat=True)) == [
        "b@localhost",
        "c@localhost",
    ]


def test_the_outbox_shows_letters_in_a_demonstration_only(
    client: Client, settings: Settings
) -> None:
    send("b@localhost")
    assert client.get("/outbox/").status_code == 404
    settings.DEMONSTRATION = True
    assert "b@localhost" in client.get("/outbox/").content.decode()


def test_what_was_attached_can_be_opened_in_a_demonstration_only(
    client: Client, settings: Settings
) -> None:
    send("b@localhost")
    address = f"/outbox/{Mail.objects.get().public_id}/"
    assert client.get(address).status_code == 404
    settings.DEMONSTRATION = True
    assert client.get(address).content == b"BEGIN:VCALENDAR"
