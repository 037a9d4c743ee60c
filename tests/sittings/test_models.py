"""What the database itself forbids."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from tests.sittings.builders import a_session, an_institution, arrived

from shanyraq.sittings.enums import ItemState, State
from shanyraq.sittings.models import AgendaItem, Attendance, Invitation, Session

pytestmark = pytest.mark.django_db


def test_a_session_is_called_by_its_roman_number() -> None:
    session = a_session(an_institution().assembly, number=14)
    assert session.roman == "XIV"
    assert str(session).startswith("XIV ")
    assert session.topic == f"sitting:{session.public_id}"
    assert session.day == dt.date(2008, 9, 15)


@pytest.mark.parametrize(
    "changed",
    [
        {"announced_at": None},
        {"state": State.OPEN, "opened_at": None},
        {"state": State.CLOSED},
        {"number": 13},
    ],
)
def test_a_session_does_not_contradict_itself(changed: dict[str, object]) -> None:
    house = an_institution()
    a_session(house.assembly, number=13)
    session = a_session(house.assembly, number=14)
    with pytest.raises(IntegrityError), transaction.atomic():
        Session.objects.filter(pk=session.pk).update(**changed)


def test_two_items_are_never_discussed_at_once_nor_share_a_number() -> None:
    session = a_session(an_institution().assembly)
    items = AgendaItem.objects.filter(session=session)
    for changed in ({"state": ItemState.DISCUSSED}, {"number": 1}):
        with pytest.raises(IntegrityError), transaction.atomic():
            items.update(**changed)


def test_a_member_is_in_the_hall_once_and_leaves_after_coming() -> None:
    house = an_institution()
    session = a_session(house.assembly)
    arrived(session, house.seats)
    with pytest.raises(IntegrityError), transaction.atomic():
        arrived(session, house.seats[:1])
    with pytest.raises(IntegrityError), transaction.atomic():
        Attendance.objects.update(left_at=session.starts_at - dt.timedelta(days=1))


def test_a_member_is_invited_once() -> None:
    house = an_institution()
    session = a_session(house.assembly)
    told = {"session": session, "membership": house.seats[0], "sent_at": session.starts_at}
    Invitation.objects.create(**told)
    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.create(**told)
