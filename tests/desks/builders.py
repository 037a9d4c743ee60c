"""An institution whose desks are looked at, and clients of those who sit at them."""

import datetime as dt

from django.conf import settings
from django.test import Client
from django.utils import timezone
from tests.people.builders import an_account
from tests.sittings.builders import TODAY, Institution

from shanyraq.people.models import Person
from shanyraq.platform.clock import ZONE
from shanyraq.platform.models import ClockShift


def it_is(day: dt.date = TODAY) -> dt.date:
    """Make it that day at the institution."""
    real = timezone.now().astimezone(ZONE).date()
    ClockShift.objects.create(days=(day - real).days)
    return day


def signed_in(person: Person, *, language: str = "kk") -> Client:
    """A browser in which somebody is signed in and reads a language."""
    client = reading(language)
    account = getattr(person, "user", None) or an_account(
        email=f"{person.public_id}@example.kz", person=person
    )
    client.force_login(account)
    return client


def reading(language: str = "kk") -> Client:
    """A browser of somebody not signed in who reads a language."""
    client = Client()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    return client


def the_secretary(institution: Institution, *, language: str = "kk") -> Client:
    """The secretary's browser."""
    return signed_in(institution.secretary, language=language)
