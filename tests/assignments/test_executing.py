"""What executors do: take up, note, report with evidence."""

import pytest
from django.core.files.base import ContentFile
from django.db import DatabaseError, transaction
from tests.assignments.builders import (
    AFTER,
    DUE,
    NEXT_DAY,
    a_scene,
    accepted,
    an_order,
    assigned,
    on,
    reported,
)
from tests.bodies.builders import a_holding, a_post, a_seat
from tests.people.builders import a_person

from shanyraq.assignments.actions import note_progress, report, take_up
from shanyraq.assignments.actions._steps import AssignmentOver, NothingSaid
from shanyraq.assignments.actions.executing import AlreadyTakenUp, ReportWaiting
from shanyraq.assignments.enums import State
from shanyraq.assignments.models import Evidence, ProgressNote, Report
from shanyraq.assignments.permissions import NotTheExecutor
from shanyraq.bodies.enums import Role
from shanyraq.bodies.models import Membership
from shanyraq.platform.journal import entries_of
from shanyraq.sittings.actions._files import PaperUnreadable

pytestmark = pytest.mark.django_db


def test_the_executor_takes_an_assignment_up_once() -> None:
    scene = a_scene()
    assignment = assigned(scene)
    assert take_up(occasion=on(scene.member.actor), assignment=assignment).state == State.TAKEN_UP
    with pytest.raises(AlreadyTakenUp):
        take_up(occasion=on(scene.member.actor), assignment=assignment)


def test_who_does_not_carry_it_out_neither_takes_up_nor_notes_nor_reports() -> None:
    scene = a_scene()
    assignment = assigned(scene)
    other = on(scene.hall.members[1].person.actor)
    with pytest.raises(NotTheExecutor):
        take_up(occasion=other, assignment=assignment)
    with pytest.raises(NotTheExecutor):
        note_progress(occasion=other, assignment=assignment, text="Жоқ")
    with pytest.raises(NotTheExecutor):
        report(occasion=other, assignment=assignment, text="Жоқ")


def test_a_co_executor_and_the_holder_of_a_post_in_the_executing_body_are_executors() -> None:
    scene = a_scene()
    second = scene.hall.members[1].person
    official = a_person(name="Қызметкер")
    a_holding(a_post(Role.AKIM, body=scene.ministry), person=official)
    assignment = assigned(
        scene, an_order(lead_body=scene.ministry, co_persons=[second, scene.member])
    )
    for person in (second, official):
        note = note_progress(occasion=on(person.actor), assignment=assignment, text="Басталды.")
        assert note.author == person


def test_who_sits_on_behalf_of_a_body_reports_for_it() -> None:
    scene = a_scene()
    seat = a_seat(scene.hall.session.body, name="Өкіл")
    Membership.objects.filter(pk=seat.pk).update(on_behalf_of=scene.ministry)
    assignment = assigned(scene, an_order(lead_body=scene.ministry))
    made = report(occasion=on(seat.person.actor), assignment=assignment, text="Жасалды.")
    assert made.entered_for is None
    assert made.author == seat.person


def test_the_working_organ_enters_the_report_of_a_body_without_an_account_and_it_is_said() -> None:
    scene = a_scene()
    assignment = assigned(scene, an_order(lead_body=scene.ministry))
    made = report(occasion=on(scene.clerk), assignment=assignment, text="Хат келді.")
    assert made.entered_for == scene.ministry
    entry = entries_of(made.public_id)[0]
    assert entry.facts["entered_for"] == scene.ministry.public_id


def test_the_working_organ_does_not_report_for_a_person() -> None:
    scene = a_scene()
    with pytest.raises(NotTheExecutor):
        report(occasion=on(scene.clerk), assignment=assigned(scene), text="Жасалды.")


def test_a_report_keeps_its_evidence_and_the_journal_its_hashes() -> None:
    scene = a_scene()
    files = [
        ContentFile(b"%PDF-1.7 plan", name="../plan.pdf"),
        ContentFile(b"\x89PNG\r\n\x1a\n", name="photo.png"),
    ]
    made = report(
        occasion=on(scene.member.actor), assignment=assigned(scene), text="Міне.", files=files
    )
    kept = list(made.evidence.all())
    assert [one.name for one in kept] == ["plan.pdf", "photo.png"]
    assert entries_of(made.public_id)[0].facts["evidence"] == [one.sha256 for one in kept]
    with kept[0].file.open() as stored:
        assert stored.read() == b"%PDF-1.7 plan"


def test_a_file_of_another_kind_stops_the_whole_report() -> None:
    scene = a_scene()
    assignment = assigned(scene)
    file = ContentFile(b"MZ program", name="plan.pdf")
    with pytest.raises(PaperUnreadable):
        report(occasion=on(scene.member.actor), assignment=assignment, text="Міне.", files=[file])
    assignment.refresh_from_db()
    assert assignment.state == State.GIVEN
    assert not Report.objects.exists()
    assert not Evidence.objects.exists()


def test_a_second_report_waits_for_the_answer_to_the_first() -> None:
    scene = a_scene()
    assignment = assigned(scene)
    reported(scene, assignment)
    with pytest.raises(ReportWaiting):
        reported(scene, assignment)


@pytest.mark.parametrize("text", ["", " \n "])
def test_empty_words_are_refused(text: str) -> None:
    scene = a_scene()
    assignment = assigned(scene)
    with pytest.raises(NothingSaid):
        note_progress(occasion=on(scene.member.actor), assignment=assignment, text=text)
    with pytest.raises(NothingSaid):
        report(occasion=on(scene.member.actor), assignment=assignment, text=text)


def test_after_acceptance_nothing_is_added() -> None:
    scene = a_scene()
    assignment = accepted(scene, assigned(scene))
    for act in (note_progress, report):
        with pytest.raises(AssignmentOver):
            act(occasion=on(scene.member.actor, DUE), assignment=assignment, text="Тағы")
    with pytest.raises(AssignmentOver):
        take_up(occasion=on(scene.member.actor, DUE), assignment=assignment)


def test_being_overdue_follows_from_the_date_and_ends_with_a_report() -> None:
    scene = a_scene()
    assignment = assigned(scene)
    assert not assignment.is_overdue(DUE)
    assert assignment.is_overdue(AFTER)
    made = reported(scene, assignment, day=AFTER)
    assignment.refresh_from_db()
    assert not assignment.is_overdue(AFTER)
    assert made.is_late
    assert not reported(scene, assigned(scene), day=NEXT_DAY).is_late


def test_notes_and_reports_stay() -> None:
    scene = a_scene()
    assignment = assigned(scene)
    note_progress(occasion=on(scene.member.actor), assignment=assignment, text="Басталды.")
    reported(scene, assignment)
    for model in (ProgressNote, Report):
        with pytest.raises(DatabaseError, match="what happened stays"), transaction.atomic():
            model.objects.all().delete()
        assert model.objects.count() == 1
