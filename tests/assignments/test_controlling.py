"""Accepting, returning, moving deadlines, withdrawing: in cycles, with reasons, never one's own."""

import datetime as dt

import pytest
from tests.assignments.builders import (
    AFTER,
    DUE,
    NEXT_DAY,
    a_scene,
    a_small_assembly,
    accepted,
    an_order,
    assigned,
    on,
    reported,
    taken_by,
)

from shanyraq.assignments.actions import (
    accept,
    assign,
    assign_to_apparatus,
    assign_to_deputy,
    move_deadline,
    report,
    return_report,
    withdraw,
)
from shanyraq.assignments.actions._orders import DeadlinePassed
from shanyraq.assignments.actions._steps import AssignmentOver, NothingSaid
from shanyraq.assignments.actions.controlling import AlreadyAssessed, DeadlineUnchanged
from shanyraq.assignments.enums import Effect, State
from shanyraq.assignments.permissions import NotTheController, OwnWork
from shanyraq.platform.journal import entries_of

pytestmark = pytest.mark.django_db

WORDS = "Толық орындалды."
LATER = DUE + dt.timedelta(days=30)


def test_a_report_is_returned_with_a_reason_and_the_next_one_accepted() -> None:
    scene = a_scene()
    assignment = assigned(scene)
    first = reported(scene, assignment, day=NEXT_DAY)
    back = return_report(occasion=on(scene.clerk), report=first, reason="Дәлел жоқ.")
    assignment.refresh_from_db()
    assert not back.accepted
    assert assignment.state == State.RETURNED
    second = reported(scene, assignment)
    assert second.cycle == 2
    done = accept(occasion=on(scene.clerk, DUE), report=second, effect=Effect.PARTLY, text=WORDS)
    assignment.refresh_from_db()
    assert done.power.clause == "R12.1"
    assert assignment.state == State.ACCEPTED
    assert assignment.effect == Effect.PARTLY
    assert assignment.finished_on == DUE
    assert assignment.on_time is True
    assert assignment.days_taken == (DUE - NEXT_DAY).days


def test_a_late_report_is_late_even_when_accepted() -> None:
    scene = a_scene()
    assert accepted(scene, assigned(scene), day=AFTER).on_time is False


def test_without_a_deadline_nothing_is_on_time_or_late() -> None:
    scene = a_scene()
    assignment = assigned(scene, an_order(lead_person=scene.member, deadline=None))
    assert accepted(scene, assignment).on_time is None


def test_a_deadline_moved_after_the_report_does_not_make_it_timely() -> None:
    scene = a_scene()
    assignment = assigned(scene)
    late = reported(scene, assignment, day=AFTER)
    move_deadline(
        occasion=on(scene.clerk, AFTER), assignment=assignment, deadline=LATER, reason="Сұралды."
    )
    accept(occasion=on(scene.clerk, AFTER), report=late, effect=Effect.ACHIEVED, text=WORDS)
    assignment.refresh_from_db()
    assert assignment.on_time is False


def test_only_who_controls_execution_answers_a_report() -> None:
    scene = a_scene()
    made = reported(scene, assigned(scene))
    for actor in (scene.chair, scene.deputy.actor, scene.hall.members[1].person.actor):
        with pytest.raises(NotTheController):
            accept(occasion=on(actor, DUE), report=made, effect=Effect.ACHIEVED, text=WORDS)
        with pytest.raises(NotTheController):
            return_report(occasion=on(actor, DUE), report=made, reason="Жоқ")


def test_a_report_is_answered_once_and_in_words() -> None:
    scene = a_scene()
    made = reported(scene, assigned(scene))
    with pytest.raises(NothingSaid):
        return_report(occasion=on(scene.clerk, DUE), report=made, reason=" ")
    return_report(occasion=on(scene.clerk, DUE), report=made, reason="Толықтыру.")
    with pytest.raises(AlreadyAssessed):
        accept(occasion=on(scene.clerk, DUE), report=made, effect=Effect.ACHIEVED, text=WORDS)


def test_nobody_accepts_a_report_on_his_own_work() -> None:
    scene = a_scene()
    given = assign_to_deputy(occasion=on(scene.chair), order=an_order(lead_person=scene.deputy))
    made = report(occasion=on(scene.deputy.actor), assignment=given, text="Жасалды.")
    with pytest.raises(NotTheController):
        accept(occasion=on(scene.deputy.actor), report=made, effect=Effect.ACHIEVED, text=WORDS)
    assert accept(occasion=on(scene.chair), report=made, effect=Effect.ACHIEVED, text=WORDS)


def test_what_the_working_organ_carries_out_is_judged_by_a_deputy() -> None:
    scene = a_scene()
    assignment = assigned(scene, an_order(lead_body=scene.working_organ))
    made = report(occasion=on(scene.clerk), assignment=assignment, text="Жасалды.")
    assert made.entered_for is None
    with pytest.raises(NotTheController):
        accept(occasion=on(scene.clerk), report=made, effect=Effect.ACHIEVED, text=WORDS)
    done = accept(occasion=on(scene.deputy.actor), report=made, effect=Effect.ACHIEVED, text=WORDS)
    assert done.power.clause == "R23.2"


def test_a_secretariat_does_not_accept_its_own_work_but_the_chair_of_its_assembly_does() -> None:
    scene, region = a_scene(), a_small_assembly()
    decision = taken_by(scene.decision, region.body)
    assignment = assign(
        occasion=on(region.secretary),
        decision=decision,
        order=an_order(lead_body=region.secretariat),
    )
    made = report(occasion=on(region.secretary), assignment=assignment, text="Жасалды.")
    with pytest.raises(OwnWork):
        accept(occasion=on(region.secretary), report=made, effect=Effect.ACHIEVED, text=WORDS)
    with pytest.raises(NotTheController):
        accept(occasion=on(scene.clerk), report=made, effect=Effect.ACHIEVED, text=WORDS)
    assert accept(occasion=on(region.chair), report=made, effect=Effect.ACHIEVED, text=WORDS)


def test_a_deputy_judges_what_the_apparatus_was_told() -> None:
    scene = a_scene()
    given = assign_to_apparatus(
        occasion=on(scene.deputy.actor), order=an_order(lead_body=scene.working_organ)
    )
    made = report(occasion=on(scene.clerk), assignment=given, text="Жасалды.")
    assert accept(occasion=on(scene.deputy.actor), report=made, effect=Effect.ACHIEVED, text=WORDS)


def test_for_a_state_body_the_clause_on_effectiveness_stands_beside_the_acceptance() -> None:
    scene = a_scene()
    assignment = assigned(scene, an_order(lead_body=scene.ministry))
    made = report(occasion=on(scene.clerk), assignment=assignment, text="Хат келді.")
    done = accept(occasion=on(scene.clerk), report=made, effect=Effect.ACHIEVED, text=WORDS)
    assert len(entries_of(done.public_id)[0].verdicts) == 2


def test_a_deadline_is_moved_for_a_reason_and_the_old_one_stays() -> None:
    scene = a_scene()
    assignment = assigned(scene)
    for deadline in (LATER, None):
        move_deadline(
            occasion=on(scene.clerk), assignment=assignment, deadline=deadline, reason="Сұралды."
        )
        assignment.refresh_from_db()
    told = [(one.before, one.after) for one in assignment.deadline_changes.all()]
    assert told == [(DUE, LATER), (LATER, None)]
    assert assignment.deadline is None


def test_a_deadline_is_not_moved_without_reason_nor_into_the_past_nor_to_itself() -> None:
    scene = a_scene()
    assignment = assigned(scene)
    clerk = on(scene.clerk, DUE)
    with pytest.raises(NothingSaid):
        move_deadline(occasion=clerk, assignment=assignment, deadline=LATER, reason="")
    with pytest.raises(DeadlinePassed):
        move_deadline(occasion=clerk, assignment=assignment, deadline=NEXT_DAY, reason="x")
    with pytest.raises(DeadlineUnchanged):
        move_deadline(occasion=clerk, assignment=assignment, deadline=DUE, reason="x")
    with pytest.raises(NotTheController):
        move_deadline(
            occasion=on(scene.member.actor), assignment=assignment, deadline=LATER, reason="x"
        )


def test_an_assignment_is_withdrawn_with_a_reason_and_stays_to_be_read() -> None:
    scene = a_scene()
    assignment = assigned(scene)
    with pytest.raises(NotTheController):
        withdraw(occasion=on(scene.member.actor), assignment=assignment, reason="Керек емес.")
    with pytest.raises(NothingSaid):
        withdraw(occasion=on(scene.clerk), assignment=assignment, reason=" ")
    gone = withdraw(occasion=on(scene.clerk), assignment=assignment, reason="Керек емес.")
    assert gone.state == State.WITHDRAWN
    assert gone.withdrawal_reason == "Керек емес."
    with pytest.raises(AssignmentOver):
        withdraw(occasion=on(scene.clerk), assignment=assignment, reason="Тағы")
