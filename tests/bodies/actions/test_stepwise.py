"""An act alone does not do what the charter does step by step."""

from functools import partial

import pytest
from tests.bodies.builders import (
    SPRING,
    SUMMER,
    a_body,
    a_post,
    a_seat,
    an_act,
    include,
    secretary,
)
from tests.conftest import an_occasion
from tests.membership.builders import a_sitting
from tests.people.builders import a_person

from shanyraq.bodies.actions import (
    EntersBySteps,
    LeavesBySteps,
    ProposedFirst,
    appoint,
    appoint_by_steps,
    end_by_steps,
    end_membership,
    include_by_steps,
)
from shanyraq.bodies.enums import Category, Issuer, Role
from shanyraq.bodies.models import Membership
from shanyraq.people.enums import Classification
from shanyraq.platform.journal import entries_of

pytestmark = pytest.mark.django_db

ENTRANTS = [
    (Category.NATIONAL_CULTURAL_ASSOCIATION, "R14.1a"),
    (Category.OTHER_PUBLIC_ASSOCIATION, "R14.1b"),
    (Category.STATE_BODY, "R14.2a"),
    (Category.OTHER_PERSON, "R14.2d"),
]


@pytest.mark.parametrize(("category", "clause"), ENTRANTS)
def test_once_the_record_has_begun_nobody_is_included_by_an_act_alone(
    category: Category, clause: str
) -> None:
    body, act = a_body(), an_act()
    a_seat(body)
    keeper, person = secretary(), a_person()
    with pytest.raises(EntersBySteps) as refused:
        include(body, person=person, category=category, act=act, actor=keeper)
    assert refused.value.verdict is not None
    assert refused.value.verdict.clause == clause
    assert refused.value.remedy_sentence
    assert not Membership.objects.filter(person=person).exists()
    seat = include_by_steps(
        occasion=an_occasion(actor=keeper),
        organization=body,
        person=person,
        category=category,
        act=act,
        start_date=SPRING,
    )
    assert [entry.action for entry in entries_of(seat.public_id)] == ["bodies.include_by_steps"]


def test_the_record_begins_with_a_composition_of_one_act_and_one_day() -> None:
    body, act = a_body(), an_act()
    assert include(body, act=act).pk
    assert include(body, act=act).pk
    with pytest.raises(EntersBySteps):
        include(body, act=an_act(number="8"))
    with pytest.raises(EntersBySteps):
        include(body, act=act, start=SUMMER)


def test_the_first_composition_stands_once_the_body_has_been_called_together() -> None:
    body, act = a_body(), an_act()
    include(body, act=act)
    a_sitting(a_body(Classification.COUNCIL))
    assert include(body, act=act).pk
    a_sitting(body)
    with pytest.raises(EntersBySteps):
        include(body, act=act)


def test_a_deputy_after_the_first_ones_is_proposed_before_the_act() -> None:
    post = a_post(Role.DEPUTY_CHAIR, seats=None)
    put = partial(appoint, post=post, start_date=SPRING)
    first = an_act(issuer=Issuer.PRESIDENT)
    assert put(occasion=an_occasion(), act=first, person=a_person()).pk
    later = partial(
        put,
        occasion=an_occasion(actor=secretary()),
        person=a_person(),
        act=an_act(issuer=Issuer.PRESIDENT, number="8"),
    )
    second_post = a_post(Role.DEPUTY_CHAIR, body=post.organization, seats=None)
    for one in (post, second_post):
        with pytest.raises(ProposedFirst) as refused:
            later(post=one)
        assert refused.value.verdict is not None
        assert refused.value.verdict.clause == "R7.4"
    assert appoint_by_steps(**later.keywords).pk


def test_a_post_without_a_proposal_is_filled_by_an_act_alone() -> None:
    post = a_post(Role.WORKING_ORGAN, seats=None)
    put = partial(appoint, occasion=an_occasion(), post=post, start_date=SPRING)
    for number in ("7", "8"):
        assert put(person=a_person(), act=an_act(number=number)).pk


@pytest.mark.parametrize(("issuer", "clause"), [(Issuer.CHAIR, "R15.2"), (Issuer.MEMBER, "R20.3")])
def test_no_act_alone_ends_a_seat_in_the_assembly(issuer: Issuer, clause: str) -> None:
    seat = a_seat(a_body())
    end = partial(
        end_membership,
        occasion=an_occasion(actor=secretary()),
        membership=seat,
        act=an_act(issuer=issuer),
        end_date=SUMMER,
    )
    with pytest.raises(LeavesBySteps) as refused:
        end()
    assert refused.value.verdict is not None
    assert refused.value.verdict.clause == clause
    seat.refresh_from_db()
    assert seat.end_date is None
    assert end_by_steps(**end.keywords).end_date == SUMMER


@pytest.mark.parametrize("kind", [Classification.COUNCIL, Classification.ADVISORY_BODY])
def test_seats_formed_by_the_chair_end_by_an_act_alone(kind: Classification) -> None:
    seat = a_seat(a_body(kind))
    occasion = an_occasion(actor=secretary())
    ended = end_membership(occasion=occasion, membership=seat, act=an_act(), end_date=SUMMER)
    assert ended.end_date == SUMMER
