"""Half-open periods, and what the database itself refuses."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st
from tests.bodies.builders import SPRING, a_body, a_holding, a_post, a_seat, an_act
from tests.people.builders import a_person

from shanyraq.bodies.enums import Role
from shanyraq.bodies.models import Membership, Post
from shanyraq.people.models import Organization

DAYS = st.integers(min_value=0, max_value=12)
FIRST = dt.date(2008, 1, 1)


def day(number: int) -> dt.date:
    return FIRST + dt.timedelta(days=number)


@given(
    start=DAYS,
    length=st.one_of(st.none(), st.integers(min_value=1, max_value=12)),
    asked=st.integers(min_value=-2, max_value=26),
)
@pytest.mark.django_db
def test_a_membership_runs_from_its_first_day_to_the_day_before_its_end(
    start: int, length: int | None, asked: int
) -> None:
    with transaction.atomic():
        end = None if length is None else day(start + length)
        seat = a_seat(Organization.objects.first() or a_body(), start=day(start), end=end)
        runs = start <= asked and (length is None or asked < start + length)
        assert (seat in Membership.objects.on(day(asked))) == runs
        transaction.set_rollback(True)


@given(
    start=DAYS,
    length=st.one_of(st.none(), st.integers(min_value=1, max_value=12)),
    first=DAYS,
    lasting=st.one_of(st.none(), st.integers(min_value=1, max_value=12)),
)
@pytest.mark.django_db
def test_two_periods_overlap_when_they_share_a_day(
    *, start: int, length: int | None, first: int, lasting: int | None
) -> None:
    own = set(range(start, 40 if length is None else start + length))
    other = set(range(first, 40 if lasting is None else first + lasting))
    with transaction.atomic():
        end = None if length is None else day(start + length)
        seat = a_seat(Organization.objects.first() or a_body(), start=day(start), end=end)
        until = None if lasting is None else day(first + lasting)
        assert (seat in Membership.objects.during(day(first), until)) == bool(own & other)
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_a_membership_ends_after_it_begins() -> None:
    body = a_body()
    with pytest.raises(IntegrityError), transaction.atomic():
        a_seat(body, start=SPRING, end=SPRING)
    assert a_seat(body, start=SPRING, end=SPRING + dt.timedelta(days=1)).pk


@pytest.mark.django_db
def test_nobody_has_two_open_seats_in_one_body() -> None:
    body, person = a_body(), a_person()
    a_seat(body, person=person)
    with pytest.raises(IntegrityError), transaction.atomic():
        a_seat(body, person=person, start=SPRING + dt.timedelta(days=9))
    assert a_seat(body, person=a_person()).pk


@pytest.mark.django_db
def test_nobody_holds_a_post_twice_at_once() -> None:
    post, person = a_post(), a_person()
    a_holding(post, person=person)
    with pytest.raises(IntegrityError), transaction.atomic():
        a_holding(post, person=person)
    assert a_seat(post.organization, person=person).pk


@pytest.mark.django_db
def test_a_seat_has_a_category() -> None:
    body, act = a_body(), an_act()
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(
            person=a_person(), organization=body, start_date=SPRING, started_by=act
        )
    assert a_holding(a_post(body=body)).category == ""


@pytest.mark.django_db
def test_what_an_act_ended_has_an_end() -> None:
    seat = a_seat(a_body())
    seat.ended_by = an_act()
    with pytest.raises(IntegrityError), transaction.atomic():
        seat.save()
    seat.end_date = SPRING + dt.timedelta(days=1)
    seat.save()


@pytest.mark.django_db
def test_a_post_exists_within_its_days() -> None:
    post = a_post(Role.CHAIR, start_date=day(1), end_date=day(3))
    assert [post in Post.objects.on(day(n)) for n in range(5)] == [False, True, True, False, False]
