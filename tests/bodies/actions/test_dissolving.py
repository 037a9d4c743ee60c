"""Bodies end by an act, and with them their posts and memberships."""

import datetime as dt
from functools import partial

import pytest
from tests.bodies.builders import (
    SPRING,
    SUMMER,
    TODAY,
    WORDS,
    a_body,
    a_holding,
    a_post,
    a_seat,
    an_act,
    include,
    secretary,
)
from tests.conftest import an_occasion
from tests.people.builders import a_person

from shanyraq.bodies.actions import (
    BeginsLater,
    DesignatedAlready,
    DissolvedAlready,
    NotTheWorkingOrgan,
    appoint,
    designate_working_organ,
    dissolve_body,
    end_membership,
    establish_body,
)
from shanyraq.bodies.enums import Category, Issuer, Office, Role
from shanyraq.bodies.permissions import SignedByAnother
from shanyraq.bodies.queries import designations_of, members_in_office
from shanyraq.people.enums import AdvisoryForm, Classification
from shanyraq.people.models import Organization

pytestmark = pytest.mark.django_db


def a_centre() -> Organization:
    return establish_body(
        occasion=an_occasion(),
        act=an_act(),
        classification=Classification.ADVISORY_BODY,
        name=WORDS,
        form=AdvisoryForm.ANALYTICAL_CENTRE,
    )


def test_an_advisory_body_ends_by_the_chairs_act_with_everything_in_it() -> None:
    centre, assembly = a_centre(), a_body()
    seat, other = a_seat(centre), a_seat(assembly)
    holding = a_holding(a_post(Role.ADVISORY_SECRETARY, body=centre))
    end = partial(dissolve_body, occasion=an_occasion(actor=secretary()), body=centre, on=SUMMER)
    with pytest.raises(SignedByAnother) as refused:
        end(act=an_act(issuer=Issuer.DEPUTY_CHAIR))
    assert refused.value.verdict is not None
    assert refused.value.verdict.clause == "R11"
    act = an_act()
    assert end(act=act).dissolution_date == SUMMER
    for ended in (seat, holding):
        ended.refresh_from_db()
        assert (ended.end_date, ended.ended_by) == (SUMMER, act)
    other.refresh_from_db()
    assert other.end_date is None
    assert not Organization.objects.filter(pk=centre.pk).on(SUMMER).exists()
    with pytest.raises(DissolvedAlready):
        end(act=act)


def test_what_begins_later_stands_in_the_way_of_the_end() -> None:
    centre = a_centre()
    end = partial(dissolve_body, occasion=an_occasion(), body=centre, act=an_act())
    with pytest.raises(BeginsLater):
        end(on=SPRING)
    a_seat(centre, start=TODAY)
    with pytest.raises(BeginsLater):
        end(on=SUMMER)
    assert end(on=TODAY + dt.timedelta(days=1)).dissolution_date


def test_the_working_organ_fills_an_advisory_body_that_the_chair_created() -> None:
    centre, keeper = a_centre(), secretary()
    act = an_act(issuer=Issuer.WORKING_ORGAN)
    seat = include(centre, category=Category.OTHER_PERSON, act=act, actor=keeper)
    assert list(members_in_office(centre, SPRING)) == [seat]
    put = partial(
        appoint,
        occasion=an_occasion(actor=keeper),
        post=a_post(Role.ADVISORY_SECRETARY, body=centre),
        person=a_person(),
        start_date=SPRING,
    )
    with pytest.raises(SignedByAnother):
        put(act=an_act(issuer=Issuer.DEPUTY_CHAIR))
    assert put(act=act).pk


@pytest.mark.parametrize("office", list(Office))
def test_an_office_outside_the_list_is_warned_of_and_let_in(office: Office) -> None:
    body = a_body(Classification.COORDINATION_COUNCIL)
    seat = include(body, office=office)
    assert (seat.warning is not None) == (office == Office.OTHER)
    if seat.warning is not None:
        assert seat.warning.clause == "R10.2"


def test_the_coordination_council_is_composed_by_the_chair_alone() -> None:
    body = a_body(Classification.COORDINATION_COUNCIL)
    with pytest.raises(SignedByAnother):
        include(body, office=Office.HEAD_OF_GOVERNMENT, act=an_act(issuer=Issuer.WORKING_ORGAN))
    assert include(body, office=Office.HEAD_OF_GOVERNMENT).pk


def test_a_small_assemblys_head_outside_the_assembly_is_warned_of() -> None:
    assembly, council = a_body(), a_body(Classification.COUNCIL)
    outside = include(council, category=Category.SMALL_ASSEMBLY_HEAD)
    assert outside.warning is not None
    assert outside.warning.clause == "R9.1a"
    person = a_seat(assembly).person
    inside = include(council, person=person, category=Category.SMALL_ASSEMBLY_HEAD)
    assert inside.warning is None


def test_the_working_organ_is_designated_by_decree_again_and_again() -> None:
    organ = a_body(Classification.WORKING_ORGAN)
    call = partial(designate_working_organ, occasion=an_occasion(), body=organ, name=WORDS)
    decree = an_act(issuer=Issuer.PRESIDENT)
    with pytest.raises(SignedByAnother):
        call(act=an_act(), start_date=SPRING)
    first, second = (call(act=decree, start_date=day) for day in (SPRING, SUMMER))
    assert designations_of(organ) == [second, first]
    with pytest.raises(DesignatedAlready):
        call(act=decree, start_date=SUMMER)
    with pytest.raises(NotTheWorkingOrgan):
        call(body=a_body(), act=decree, start_date=TODAY)


def test_a_seat_is_ended_by_whoever_gives_it() -> None:
    body = a_body(Classification.COORDINATION_COUNCIL)
    seat = include(body, office=Office.HEAD_OF_GOVERNMENT)
    end = partial(end_membership, occasion=an_occasion(), membership=seat, end_date=SUMMER)
    with pytest.raises(SignedByAnother):
        end(act=an_act(issuer=Issuer.DEPUTY_CHAIR))
    assert end(act=an_act()).end_date == SUMMER
