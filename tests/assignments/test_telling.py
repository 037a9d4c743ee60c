"""What the pages of a member and the record of a handover tell of assignments."""

import datetime as dt

import pytest
from tests.assignments.builders import (
    AFTER,
    DUE,
    NEXT_DAY,
    a_scene,
    accepted,
    an_order,
    assigned,
)
from tests.bodies.builders import an_act, region_with_offices
from tests.conftest import an_occasion
from tests.people.builders import a_person

from shanyraq.assignments.models import Assignment
from shanyraq.assignments.queries import open_assignments
from shanyraq.bodies.actions import appoint, end_membership
from shanyraq.bodies.enums import Issuer
from shanyraq.bodies.models import Handover
from shanyraq.membership.queries.activity import activity_of
from shanyraq.people.models import Person

pytestmark = pytest.mark.django_db


def counted(person: Person, on: dt.date) -> list[tuple[int, int | None]]:
    return [(fact.count, fact.of) for fact in activity_of(person, on).facts[-2:]]


def test_a_members_activity_counts_assignments_carried_out_and_those_on_time() -> None:
    scene = a_scene()
    accepted(scene, assigned(scene))
    accepted(scene, assigned(scene), day=AFTER)
    assigned(scene, an_order(lead_body=scene.ministry, co_persons=[scene.member]))
    assert counted(scene.member, AFTER) == [(2, 3), (1, 2)]
    assert counted(scene.member, DUE) == [(1, 3), (1, 1)]
    assert counted(a_person(), AFTER) == [(0, 0), (0, 0)]


def test_what_was_withdrawn_is_counted_for_nobody() -> None:
    scene = a_scene()
    gone = assigned(scene)
    rows = Assignment.objects.of_institution().filter(pk=gone.pk)
    rows.update(state="withdrawn", finished_on=NEXT_DAY, withdrawal_reason="Қажет емес")
    assert counted(scene.member, AFTER)[0] == (0, 0)


def test_open_assignments_of_a_body_are_those_given_and_not_over_on_the_day() -> None:
    scene = a_scene()
    region = region_with_offices()
    assigned(scene, an_order(lead_body=region.assembly))
    assert open_assignments(body=region.assembly, on=NEXT_DAY) == 1
    assert open_assignments(body=region.assembly, on=NEXT_DAY - dt.timedelta(days=9)) == 0
    assert open_assignments(body=region.secretariat, on=NEXT_DAY) == 0


def test_a_handover_names_the_open_assignments() -> None:
    scene = a_scene()
    region = region_with_offices()
    assigned(scene, an_order(lead_body=region.assembly))
    first, day = NEXT_DAY, AFTER
    act = an_act(issuer=Issuer.PRESIDENT, date=first)
    held = appoint(
        occasion=an_occasion(), post=region.akim, person=a_person(), act=act, start_date=first
    )
    end_membership(occasion=an_occasion(), membership=held, act=act, end_date=day)
    new = a_person(name="Абаев Сұлтан")
    appoint(occasion=an_occasion(), post=region.akim, person=new, act=act, start_date=day)
    handover = Handover.objects.of_body(region.assembly).get()
    assert handover.open_assignments == 1
