"""Giving assignments: who may, to whom, on what ground."""

import datetime as dt

import pytest
from tests.assignments.builders import (
    DUE,
    NEXT_DAY,
    TEXT,
    a_scene,
    a_small_assembly,
    an_order,
    assigned,
    on,
    taken_by,
)
from tests.bodies.builders import a_body, a_region
from tests.people.builders import a_person

from shanyraq.assignments.actions import assign, assign_to_apparatus, assign_to_deputy
from shanyraq.assignments.actions._orders import (
    DeadlinePassed,
    NoExecutor,
    NotBound,
    OutsideTheRegion,
)
from shanyraq.assignments.actions._steps import TextMissing
from shanyraq.assignments.actions.assigning import NotADeputy, NotTheApparatus
from shanyraq.assignments.enums import Ground, State
from shanyraq.assignments.models import Assignment
from shanyraq.assignments.permissions import NotTheController
from shanyraq.bodies.models.scope import Unscoped
from shanyraq.people.enums import Classification
from shanyraq.people.models import Wording
from shanyraq.platform.journal import entries_of
from shanyraq.platform.models import JournalValue
from shanyraq.platform.occasion import NOBODY

pytestmark = pytest.mark.django_db


def test_the_working_organ_makes_assignments_of_a_decision() -> None:
    scene = a_scene()
    first = assigned(scene, an_order(lead_person=scene.member, co_bodies=[scene.ministry]))
    second = assigned(scene, an_order(lead_body=scene.ministry))
    assert first.number == f"{scene.decision.number}-1"
    assert second.number == f"{scene.decision.number}-2"
    assert first.state == State.GIVEN
    assert first.given_on == NEXT_DAY
    assert first.power.clause == "R12.1"
    assert [one.body for one in first.co_executors.all()] == [scene.ministry]


def test_the_journal_names_everybody_by_identifier_and_keeps_the_words_outside() -> None:
    scene = a_scene()
    assignment = assigned(scene)
    entry = entries_of(assignment.public_id)[0]
    assert entry.facts["lead_person"] == scene.member.public_id
    assert entry.facts["decision"] == scene.decision.public_id
    assert scene.member.name_kk not in str(entry.facts)
    value = JournalValue.objects.get(entry__sequence=entry.sequence, name="text")
    assert value.value["kk"] == TEXT.kk


def test_nobody_else_makes_assignments_of_a_decision() -> None:
    scene = a_scene()
    others = [scene.chair, scene.member.actor, scene.deputy.actor, NOBODY]
    for actor in others:
        with pytest.raises(NotTheController) as refused:
            assign(
                occasion=on(actor),
                decision=scene.decision,
                order=an_order(lead_person=scene.member),
            )
        assert refused.value.verdict is not None
        assert refused.value.verdict.clause == "R12.1"
    assert assigned(scene)


@pytest.mark.parametrize("text", [Wording(kk="", ru="x", en=""), Wording(kk="x", ru=" ", en="x")])
def test_an_assignment_is_written_in_both_languages(text: Wording) -> None:
    scene = a_scene()
    with pytest.raises(TextMissing):
        assigned(scene, an_order(text=text, lead_person=scene.member))


def test_an_assignment_has_somebody_who_answers_for_it() -> None:
    with pytest.raises(NoExecutor):
        assigned(a_scene(), an_order())


def test_who_holds_neither_seat_nor_post_is_bound_by_nothing() -> None:
    scene, stranger = a_scene(), a_person(name="Бөтен")
    with pytest.raises(NotBound):
        assigned(scene, an_order(lead_person=stranger))
    with pytest.raises(NotBound):
        assigned(scene, an_order(lead_person=scene.member, co_persons=[stranger]))
    assert assigned(scene, an_order(lead_person=stranger, lead_body=scene.ministry))


def test_a_deadline_is_today_or_later_or_open() -> None:
    scene = a_scene()
    past = an_order(lead_person=scene.member, deadline=NEXT_DAY - dt.timedelta(days=1))
    with pytest.raises(DeadlinePassed):
        assigned(scene, past)
    assert assigned(scene, an_order(lead_person=scene.member, deadline=NEXT_DAY))
    open_one = assigned(scene, an_order(lead_person=scene.member, deadline=None))
    assert not open_one.is_overdue(DUE + dt.timedelta(days=4000))


def test_the_chair_gives_a_deputy_a_separate_assignment() -> None:
    scene = a_scene()
    given = assign_to_deputy(occasion=on(scene.chair), order=an_order(lead_person=scene.deputy))
    assert given.ground == Ground.CHAIR
    assert given.number == f"CH{NEXT_DAY.year}-1"
    assert given.given_by is not None
    assert given.power.clause == "R23.4"
    again = assign_to_deputy(occasion=on(scene.chair), order=an_order(lead_person=scene.deputy))
    assert again.number == f"CH{NEXT_DAY.year}-2"


def test_only_the_chair_gives_them_and_only_to_deputies() -> None:
    scene = a_scene()
    for actor in (scene.clerk, scene.deputy.actor, scene.member.actor):
        with pytest.raises(NotTheController):
            assign_to_deputy(occasion=on(actor), order=an_order(lead_person=scene.deputy))
    orders = [
        an_order(lead_person=scene.member),
        an_order(lead_person=scene.deputy, co_persons=[scene.member]),
        an_order(lead_person=scene.deputy, lead_body=scene.ministry),
    ]
    for order in orders:
        with pytest.raises(NotADeputy):
            assign_to_deputy(occasion=on(scene.chair), order=order)


def test_a_deputy_leads_the_apparatus_and_nobody_else() -> None:
    scene = a_scene()
    given = assign_to_apparatus(
        occasion=on(scene.deputy.actor), order=an_order(lead_body=scene.working_organ)
    )
    assert given.ground == Ground.DEPUTY
    assert given.power.clause == "R23.2"
    for order in (an_order(lead_body=scene.ministry), an_order(lead_person=scene.member)):
        with pytest.raises(NotTheApparatus):
            assign_to_apparatus(occasion=on(scene.deputy.actor), order=order)
    with pytest.raises(NotTheController):
        assign_to_apparatus(occasion=on(scene.clerk), order=an_order(lead_body=scene.working_organ))


def test_a_secretariat_controls_what_its_own_small_assembly_decided() -> None:
    scene, own, other = a_scene(), a_small_assembly(), a_small_assembly(name="Абай", iso="KZ-10")
    decision = taken_by(scene.decision, own.body)
    order = an_order(lead_person=own.member)
    for actor in (own.secretary, own.chair):
        given = assign(occasion=on(actor), decision=decision, order=order)
        assert given.area == own.body.area
        assert given.power.clause == "R19.1"
    for actor in (other.secretary, other.chair, own.member.actor):
        with pytest.raises(NotTheController):
            assign(occasion=on(actor), decision=decision, order=order)


def test_a_small_assembly_gives_work_in_its_own_region_only() -> None:
    scene, own, other = a_scene(), a_small_assembly(), a_small_assembly(name="Абай", iso="KZ-10")
    decision = taken_by(scene.decision, own.body)
    abroad = a_region(name="Шымкент", iso="KZ-79")
    lawful = a_body(Classification.STATE_BODY, name="Басқарма", area=own.body.area)
    for order in (
        an_order(lead_person=other.member),
        an_order(lead_body=other.secretariat),
        an_order(lead_body=scene.ministry),
        an_order(lead_person=own.member, area=abroad),
    ):
        with pytest.raises(OutsideTheRegion):
            assign(occasion=on(own.secretary), decision=decision, order=order)
    for order in (an_order(lead_body=lawful), an_order(lead_body=own.secretariat)):
        assert assign(occasion=on(own.secretary), decision=decision, order=order)


def test_assignments_of_all_bodies_are_never_read_at_once_unless_it_is_said() -> None:
    scene = a_scene()
    assigned(scene)
    with pytest.raises(Unscoped):
        list(Assignment.objects.all())
    with pytest.raises(Unscoped):
        Assignment.objects.count()
    assert Assignment.objects.of_body(scene.decision.vote.session.body).count() == 1
    assert Assignment.objects.of_institution().count() == 1
