"""Persons appointed, included and leaving, by acts that the charter gives force."""

import datetime as dt
from functools import partial

import pytest
from tests.bodies.builders import (
    NEXT_DAY,
    SPRING,
    SUMMER,
    TODAY,
    a_body,
    a_post,
    a_seat,
    an_act,
    holder_of,
    include,
    secretary,
)
from tests.conftest import an_occasion
from tests.people.builders import a_person

from shanyraq.bodies.actions import (
    EndedAlready,
    EndsBeforeItBegins,
    HeldAlready,
    LimitUnknown,
    NotEligible,
    PostFilled,
    PostGone,
    TermNamed,
    appoint,
    end_by_steps,
    end_membership,
    include_member,
)
from shanyraq.bodies.enums import Category, Issuer, Role
from shanyraq.bodies.models import Membership
from shanyraq.bodies.permissions import NotARecorder, SignedByAnother
from shanyraq.people.enums import Classification
from shanyraq.platform.journal import entries_of, verify
from shanyraq.platform.models import JournalEntry
from shanyraq.platform.occasion import Actor

pytestmark = pytest.mark.django_db


def test_a_post_for_one_takes_no_second_holder_until_the_first_has_left() -> None:
    post = a_post(Role.CHAIR)
    put = partial(appoint, occasion=an_occasion(), post=post, act=an_act(issuer=Issuer.PRESIDENT))
    first = put(person=a_person(), start_date=SPRING)
    with pytest.raises(PostFilled) as refused:
        put(person=a_person(), start_date=SUMMER)
    assert refused.value.facts["most"] == 1
    end_membership(occasion=an_occasion(), membership=first, act=an_act(), end_date=SUMMER)
    assert put(person=a_person(), start_date=SUMMER).pk


def test_the_chair_is_held_without_a_term() -> None:
    put = partial(
        appoint,
        occasion=an_occasion(),
        post=a_post(Role.CHAIR),
        person=a_person(),
        act=an_act(issuer=Issuer.PRESIDENT),
        start_date=SPRING,
    )
    with pytest.raises(TermNamed) as refused:
        put(end_date=SUMMER)
    assert refused.value.verdict is not None
    assert refused.value.verdict.clause == "R7.1"
    assert put().end_date is None


def test_the_charter_says_how_many_deputies_there_are() -> None:
    post = a_post(Role.DEPUTY_CHAIR, seats=None)
    put = partial(
        appoint,
        occasion=an_occasion(),
        post=post,
        act=an_act(issuer=Issuer.PRESIDENT),
        start_date=SPRING,
    )
    put(person=a_person())
    put(person=a_person())
    with pytest.raises(PostFilled) as refused:
        put(person=a_person())
    assert refused.value.facts["most"] == 2
    assert refused.value.verdict is not None
    assert refused.value.verdict.clause == "R7.3"
    assert Membership.objects.count() == 2


def test_where_the_law_is_silent_on_deputies_none_is_appointed() -> None:
    put = partial(
        appoint,
        occasion=an_occasion(),
        post=a_post(Role.DEPUTY_CHAIR, seats=None),
        act=an_act(issuer=Issuer.PRESIDENT),
        person=a_person(),
    )
    with pytest.raises(LimitUnknown):
        put(start_date=dt.date(2012, 1, 16))
    assert put(start_date=SPRING).pk


def test_deputies_are_appointed_by_the_president_alone() -> None:
    put = partial(
        appoint,
        occasion=an_occasion(),
        post=a_post(Role.DEPUTY_CHAIR, seats=None),
        person=a_person(),
        start_date=SPRING,
    )
    with pytest.raises(SignedByAnother):
        put(act=an_act(issuer=Issuer.CHAIR))
    assert put(act=an_act(issuer=Issuer.PRESIDENT)).pk


def test_the_same_person_holds_a_post_once_at_a_time() -> None:
    person = a_person()
    put = partial(
        appoint,
        occasion=an_occasion(),
        post=a_post(Role.WORKING_ORGAN, seats=None),
        person=person,
        act=an_act(),
    )
    put(start_date=SPRING, end_date=SUMMER)
    with pytest.raises(HeldAlready):
        put(start_date=NEXT_DAY)
    assert put(start_date=SUMMER).pk


def test_an_appointment_keeps_to_the_days_of_the_post() -> None:
    put = partial(
        appoint,
        occasion=an_occasion(),
        post=a_post(Role.WORKING_ORGAN, start_date=SPRING, end_date=SUMMER),
        person=a_person(),
        act=an_act(),
    )
    with pytest.raises(PostGone):
        put(start_date=SPRING - dt.timedelta(days=1), end_date=SUMMER)
    with pytest.raises(PostGone):
        put(start_date=SPRING)
    assert put(start_date=SPRING, end_date=SUMMER).pk


def test_an_appointment_ends_after_it_begins() -> None:
    put = partial(
        appoint,
        occasion=an_occasion(),
        post=a_post(Role.WORKING_ORGAN),
        person=a_person(),
        act=an_act(),
        start_date=SPRING,
    )
    with pytest.raises(EndsBeforeItBegins):
        put(end_date=SPRING)
    assert put(end_date=NEXT_DAY).pk


def test_the_composition_is_formed_by_the_chair_alone() -> None:
    body = a_body()
    with pytest.raises(SignedByAnother) as refused:
        include(body, act=an_act(issuer=Issuer.DEPUTY_CHAIR))
    assert refused.value.verdict is not None
    assert refused.value.verdict.clause == "R13"
    seat = include(body, act=an_act(issuer=Issuer.CHAIR))
    assert len(entries_of(seat.public_id)[0].verdicts) == 2


def test_before_the_decree_and_after_its_repeal_nobody_is_included() -> None:
    body = a_body()
    for lawless in (dt.date(2001, 1, 1), dt.date(2012, 1, 16)):
        with pytest.raises(SignedByAnother):
            include(body, act=an_act(date=lawless), start=lawless)
    assert include(body, act=an_act(date=SPRING)).pk


def test_only_the_secretary_or_the_chair_includes_a_member() -> None:
    body, act = a_body(), an_act()
    member = include(body, act=act).person.actor
    with pytest.raises(NotARecorder):
        include(body, act=act, actor=member)
    for actor in (secretary(), holder_of(Role.CHAIR, body)):
        assert include(body, act=act, actor=actor).pk


def test_a_person_has_one_seat_in_a_body_at_a_time() -> None:
    body, person = a_body(Classification.ADVISORY_BODY), a_person()
    first = include(body, person=person)
    with pytest.raises(HeldAlready):
        include(body, person=person, start=SUMMER)
    end_membership(occasion=an_occasion(), membership=first, act=an_act(), end_date=SUMMER)
    assert include(body, person=person, start=SUMMER).pk


def test_no_seat_is_given_before_a_later_one() -> None:
    body, person = a_body(), a_person()
    include(body, person=person, start=SUMMER)
    with pytest.raises(HeldAlready):
        include(body, person=person, start=SPRING)


@pytest.mark.parametrize(
    ("kind", "category", "allowed"),
    [
        (Classification.ASSEMBLY, Category.OTHER_PERSON, True),
        (Classification.ASSEMBLY, Category.LOCAL_EXECUTIVE_BODY, False),
        (Classification.SMALL_ASSEMBLY, Category.LOCAL_EXECUTIVE_BODY, True),
        (Classification.SMALL_ASSEMBLY, Category.OTHER_PERSON, False),
        (Classification.ADVISORY_BODY, Category.OTHER_PERSON, True),
    ],
)
def test_the_charter_names_the_categories(
    *, kind: Classification, category: Category, allowed: bool
) -> None:
    local = kind == Classification.SMALL_ASSEMBLY
    act = an_act(issuer=Issuer.SMALL_ASSEMBLY_CHAIR if local else Issuer.CHAIR)
    seat = partial(include, a_body(kind), category=category, act=act)
    if allowed:
        assert seat().category == category
    else:
        with pytest.raises(NotEligible) as refused:
            seat()
        assert refused.value.verdict is not None
        assert not Membership.objects.exists()


def test_the_council_is_formed_from_members_of_the_assembly() -> None:
    top, council = a_body(), a_body(Classification.COUNCIL)
    person = a_person()
    with pytest.raises(NotEligible):
        include(council, person=person)
    a_seat(top, person=person)
    assert include(council, person=person, category=Category.OTHER_ASSEMBLY_MEMBER).pk


def test_the_head_of_a_small_assembly_sits_in_the_council_without_being_a_member() -> None:
    a_body()
    council = a_body(Classification.COUNCIL)
    assert include(council, category=Category.SMALL_ASSEMBLY_HEAD).pk
    with pytest.raises(NotEligible):
        include(council, category=Category.OTHER_PERSON)


def test_a_seat_ends_once_and_after_its_first_day() -> None:
    seat = include(a_body(Classification.ADVISORY_BODY))
    end = partial(end_membership, occasion=an_occasion(), membership=seat, act=an_act())
    with pytest.raises(EndsBeforeItBegins):
        end(end_date=SPRING)
    assert end(end_date=SUMMER).end_date == SUMMER
    with pytest.raises(EndedAlready):
        end(end_date=TODAY)


def test_a_member_leaves_by_a_statement_or_is_removed_by_the_chair() -> None:
    body, act = a_body(), an_act()
    end = partial(end_by_steps, occasion=an_occasion(), end_date=SUMMER)
    seat, other = include(body, act=act), include(body, act=act)
    with pytest.raises(SignedByAnother):
        end(membership=seat, act=an_act(issuer=Issuer.DEPUTY_CHAIR))
    assert end(membership=seat, act=an_act(issuer=Issuer.MEMBER)).ended_by is not None
    assert end(membership=other, act=an_act(issuer=Issuer.CHAIR)).ended_by is not None


def test_a_stranger_ends_and_fills_nothing() -> None:
    seat = include(a_body())
    stranger = an_occasion(actor=Actor("stranger"))
    with pytest.raises(NotARecorder):
        end_membership(occasion=stranger, membership=seat, act=an_act(), end_date=SUMMER)
    with pytest.raises(NotARecorder):
        appoint(
            occasion=stranger,
            post=a_post(Role.SECRETARIAT, body=seat.organization),
            person=seat.person,
            act=an_act(),
            start_date=SPRING,
        )
    seat.refresh_from_db()
    assert seat.end_date is None


def test_the_journal_names_people_by_their_identifiers() -> None:
    person = a_person(name="Әлиев Бақыт")
    seat = include(a_body(), person=person)
    body = bytes(JournalEntry.objects.get(subject=seat.public_id).body).decode()
    assert person.public_id in body
    assert "Әлиев" not in body
    assert verify() == []


def test_a_repeated_request_seats_once() -> None:
    body, person, act = a_body(), a_person(), an_act()
    seat = partial(
        include_member,
        occasion=an_occasion(request_key="k1"),
        organization=body,
        person=person,
        category=Category.OTHER_PERSON,
        act=act,
        start_date=SPRING,
    )
    assert seat() == seat()
    assert Membership.objects.count() == 1
