"""What waits for one person, by posts, sheets, tasks and cases."""

import datetime as dt

import pytest
from tests.assignments.builders import AFTER, a_scene, assigned, on
from tests.bodies.builders import a_body, a_holding, a_post, a_region
from tests.conftest import an_occasion
from tests.people.builders import a_person
from tests.sittings.builders import TODAY, an_institution
from tests.sittings.meeting_builders import (
    a_council,
    a_council_meeting,
    a_meeting_plan,
    a_small_assembly,
)

from shanyraq.bodies.enums import Role
from shanyraq.desks.queries.own import asks_of_own
from shanyraq.people.enums import Classification
from shanyraq.people.models import Person
from shanyraq.platform.occasion import NOBODY
from shanyraq.sittings.actions import prepare_meeting, sign_convening
from shanyraq.sittings.enums import ItemKind
from shanyraq.sittings.models import Session

pytestmark = pytest.mark.django_db


def keys(person: Person, day: dt.date = TODAY) -> set[str]:
    return {one.key for one in asks_of_own(an_occasion(actor=person.actor, on=day))}


def a_region_without_statute() -> tuple[str, Person]:
    body = a_body(Classification.SMALL_ASSEMBLY, area=a_region())
    chair = a_person(name="Өңір төрағасы")
    a_holding(a_post(Role.SMALL_ASSEMBLY_CHAIR, body=body), person=chair)
    return f"statute:{body.public_id}", chair


def test_a_demand_is_put_to_the_one_who_has_the_power_in_the_own_region() -> None:
    an_institution()
    key, chair = a_region_without_statute()
    assert key in keys(chair)


def test_the_same_demand_is_not_put_to_the_chair_of_another_region() -> None:
    an_institution()
    key, _chair = a_region_without_statute()
    other = a_person(name="Басқа төраға")
    region = a_region(iso="KZ-39", name="Қостанай облысы")
    elsewhere = a_body(Classification.SMALL_ASSEMBLY, area=region)
    a_holding(a_post(Role.SMALL_ASSEMBLY_CHAIR, body=elsewhere), person=other)
    assert key not in keys(other)


def test_nothing_waits_for_somebody_without_a_post() -> None:
    an_institution()
    assert asks_of_own(an_occasion(actor=NOBODY, on=TODAY)) == []


def test_an_overdue_assignment_stands_on_the_desk_of_its_executor() -> None:
    scene = a_scene()
    task = assigned(scene)
    executor = task.lead_person
    assert executor is not None
    found = [one for one in asks_of_own(on(executor.actor, AFTER)) if one.key == "assignment"]
    assert [one.urgency for one in found] == ["late"]
    assert task.number in found[0].title


def test_a_meeting_stands_on_the_desk_of_whoever_has_still_to_sign() -> None:
    house = a_council()
    key = f"sign:{a_council_meeting(house).public_id}"
    first, second = house.deputies
    assert [key in keys(one) for one in (first, second, house.house.chair)] == [True, True, False]
    for one in house.deputies:
        sign_convening(occasion=house.house.by(one), session=Session.objects.get())
    assert [key in keys(one) for one in (first, second, house.house.chair)] == [False, False, True]


def test_a_prepared_meeting_of_a_small_assembly_stands_on_the_desk_of_its_chair() -> None:
    house = an_institution()
    region = a_small_assembly(area=a_region())
    plan = a_meeting_plan(ItemKind.SMALL_ASSEMBLY_QUESTION)
    occasion = an_occasion(actor=region.clerk.actor, on=TODAY)
    meeting = prepare_meeting(occasion=occasion, body=region.body, plan=plan)
    key = f"sign:{meeting.public_id}"
    assert key in keys(region.chair)
    assert not any(key in keys(one) for one in (region.clerk, house.deputy, house.chair))
