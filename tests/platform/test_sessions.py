"""Rows of sessions tell the day on which they end, and no moment of signing in."""

import datetime as dt

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone
from tests.people.builders import an_account

from shanyraq.people.models import User

pytestmark = pytest.mark.django_db


def test_signing_in_leaves_no_moment_in_the_session_or_the_account() -> None:
    before = timezone.now()
    client = Client()
    client.force_login(an_account(email="member@example.kz"))
    assert client.session["_auth_user_id"]
    ends = Session.objects.get().expire_date
    assert ends.astimezone(dt.UTC).time() == dt.time()
    assert ends - before > dt.timedelta(days=1)
    kinds = {field.get_internal_type() for field in User._meta.local_concrete_fields}
    assert not kinds & {"DateTimeField", "DateField", "TimeField"}
