"""Figures, lists and efficiency: counted on a date, in few questions, however many rows."""

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import Settings
from tests.assignments.builders import (
    AFTER,
    DUE,
    NEXT_DAY,
    Scene,
    a_scene,
    a_small_assembly,
    accepted,
    an_order,
    assigned,
    on,
    reported,
    taken_by,
)
from tests.people.builders import an_account
from tests.voting.builders import DAY

from shanyraq.assignments.actions import assign, return_report
from shanyraq.assignments.enums import Effect, Grouping, State
from shanyraq.assignments.models import Assignment
from shanyraq.assignments.queries import (
    Scope,
    assignments_of,
    controlled_by,
    efficiency_by_body,
    execution_of,
    figures_of,
    grouped,
    overdue,
    people_named,
    to_accept,
    without_execution,
    years_held,
)
from shanyraq.assignments.queries.efficiency import share
from shanyraq.people.models import Person
from shanyraq.platform import clock
from shanyraq.platform.models import ClockShift
from shanyraq.sittings.enums import State as SessionState
from shanyraq.sittings.models import Session

pytestmark = pytest.mark.django_db


def test_figures_follow_from_the_date_alone() -> None:
    scene = a_scene()
    accepted(scene, assigned(scene))
    accepted(scene, assigned(scene), day=AFTER)
    reported(scene, assigned(scene))
    assigned(scene)
    back = reported(scene, assigned(scene))
    return_report(occasion=on(scene.clerk, DUE), report=back, reason="Толықтыру.")
    found = Assignment.objects.of_institution()
    before, after = figures_of(found, DUE), figures_of(found, AFTER)
    assert (before.in_time, before.overdue) == (2, 0)
    assert (after.in_time, after.overdue) == (0, 2)
    for figures in (before, after):
        assert figures.returned == 1
        assert figures.reported == 1
        assert (figures.on_time, figures.late, figures.accepted) == (1, 1, 2)
        assert figures.total == 5
    assert execution_of(scene.hall.session, AFTER) == after


@pytest.mark.parametrize(
    ("days", "middle"), [([], None), ([4], 4), ([1, 9], 5), ([1, 2, 9], 2), ([1, 2, 5, 9], 4)]
)
def test_the_middle_number_of_days(days: list[int], middle: int | None) -> None:
    scene = a_scene()
    for number in days:
        accepted(scene, assigned(scene), day=NEXT_DAY + dt.timedelta(days=number))
    assert figures_of(Assignment.objects.of_institution(), DUE).median_days == middle


def test_groups_add_up_and_each_has_its_own_middle() -> None:
    scene = a_scene()
    accepted(scene, assigned(scene, an_order(lead_person=scene.member)), day=NEXT_DAY)
    order = an_order(lead_body=scene.ministry, co_persons=[scene.member])
    accepted(scene, assigned(scene, order), day=DUE)
    for grouping in Grouping:
        groups = grouped(Assignment.objects.public(), grouping, AFTER)
        assert sum(one.figures.total for one in groups) == 2
    middles = {
        one.label: one.figures.median_days
        for one in grouped(Assignment.objects.public(), Grouping.EXECUTOR, AFTER)
    }
    assert middles[str(scene.ministry)] == (DUE - NEXT_DAY).days
    assert sorted(middles.values(), key=str) == [0, (DUE - NEXT_DAY).days]


def test_what_others_ask_for_is_narrowed_by_them() -> None:
    scene, region = a_scene(), a_small_assembly()
    assembly = scene.hall.session.body
    late, waiting = assigned(scene), assigned(scene)
    reported(scene, waiting)
    assert list(overdue(AFTER).of_body(assembly)) == [late]
    assert list(overdue(AFTER).of_body(region.body)) == []
    assert list(overdue(DUE).of_institution()) == []
    assert list(to_accept(DUE).of_institution()) == [waiting]
    assert list(to_accept(NEXT_DAY).of_institution()) == []


def test_own_assignments_are_those_of_the_person_and_of_the_bodies_served() -> None:
    scene = a_scene()
    own = assigned(scene)
    shared = assigned(scene, an_order(lead_body=scene.ministry, co_persons=[scene.member]))
    of_organ = assigned(scene, an_order(lead_body=scene.working_organ, deadline=None))
    assert list(assignments_of(scene.member.actor, NEXT_DAY)) == [own, shared]
    assert list(assignments_of(scene.clerk, NEXT_DAY)) == [of_organ]
    assert list(assignments_of(scene.chair, NEXT_DAY)) == []


def test_each_controls_the_own_and_no_other_region() -> None:
    scene, own, other = a_scene(), a_small_assembly(), a_small_assembly(name="Абай", iso="KZ-10")
    central = assigned(scene)
    decision = taken_by(scene.decision, own.body)
    assert list(without_execution(on(scene.clerk))) == []
    order = an_order(lead_person=own.member)
    local = assign(occasion=on(own.secretary), decision=decision, order=order)
    assert list(controlled_by(on(own.secretary))) == [local]
    assert list(controlled_by(on(other.secretary))) == []
    assert list(controlled_by(on(scene.clerk))) == [central]
    assert list(controlled_by(on(scene.member.actor))) == []


def test_a_decision_waits_until_something_is_made_of_it() -> None:
    scene = a_scene()
    assert list(without_execution(on(scene.clerk))) == [scene.decision]
    assigned(scene)
    assert list(without_execution(on(scene.clerk))) == []


def test_people_are_found_by_a_part_of_the_name_and_one_by_the_whole() -> None:
    scene = a_scene()
    assert len(people_named("мүше", NEXT_DAY)) == len(scene.hall.members)
    assert people_named("", NEXT_DAY) == []
    assert people_named(scene.member.public_id, NEXT_DAY) == [scene.member]
    Person.objects.filter(pk=scene.member.pk).update(name_fold="мүше")
    assert people_named("Мүше", NEXT_DAY) == [scene.member]


def test_efficiency_is_of_bodies_by_year() -> None:
    scene = a_scene(members=6)
    accepted(scene, assigned(scene))
    assigned(scene)
    Session.objects.filter(pk=scene.hall.session.pk).update(
        state=SessionState.CLOSED, closed_at=scene.hall.session.opened_at
    )
    rows = efficiency_by_body(AFTER, Scope())
    assert [(one.body, one.year) for one in rows] == [(scene.hall.session.body, DAY.year)]
    [row] = rows
    assert (row.sittings, row.seats, row.present, row.attendance) == (1, 6, 6, 100)
    assert (row.decisions, row.days) == (1, 1)
    assert (row.due, row.on_time, row.punctuality) == (2, 1, 50)
    assert efficiency_by_body(AFTER, Scope(year=DAY.year - 1)) == []
    assert efficiency_by_body(AFTER, Scope(body=scene.ministry)) == []
    assert years_held() == [DAY.year]


def test_a_share_is_rounded_down_and_of_nothing_there_is_none() -> None:
    assert share(2, 3) == 66
    assert share(0, 3) == 0
    assert share(0, 0) is None


def many(scene: Scene, count: int) -> None:
    """So many assignments at once, in all states and of several executors."""
    one = assigned(scene)
    bodies = [scene.ministry, scene.working_organ, None]
    states = [State.GIVEN, State.RETURNED, State.REPORTED, State.ACCEPTED]
    Assignment.objects.bulk_create(
        Assignment(
            ground=one.ground,
            decision=one.decision,
            body=one.body,
            number=f"{one.number}-{number}",
            text_kk="Жоспар жасау",
            text_ru="Составить план",
            lead_person=scene.member,
            lead_body=bodies[number % 3],
            deadline=NEXT_DAY + dt.timedelta(days=number % 90),
            state=states[number % 4],
            given_on=NEXT_DAY,
            reported_on=NEXT_DAY if number % 4 > 1 else None,
            finished_on=DUE if number % 4 == 3 else None,
            days_taken=number % 40 if number % 4 == 3 else None,
            on_time=number % 8 == 3 if number % 4 == 3 else None,
            effect=Effect.ACHIEVED if number % 4 == 3 else "",
            power=one.power,
        )
        for number in range(count)
    )


def test_pages_over_many_assignments_ask_few_questions(client: Client, settings: Settings) -> None:
    settings.DEMONSTRATION = True
    ClockShift.objects.create(days=(DUE - clock.today()).days)
    scene = a_scene()
    many(scene, 600)
    clerk = Person.objects.get(public_id=scene.clerk.public_id)
    client.force_login(an_account(email="clerk@example.kz", person=clerk))
    for name in ("index", "register", "control", "efficiency"):
        with CaptureQueriesContext(connection) as asked:
            assert client.get(reverse(f"assignments:{name}")).status_code == 200
        assert len(asked) <= 40, name
