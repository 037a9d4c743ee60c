"""The pages of execution: every step from a decision to acceptance, and who sees what."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import Settings
from pytest_django.asserts import assertNumQueries
from tests.assignments.builders import (
    AFTER,
    DUE,
    NEXT_DAY,
    TEXT,
    Scene,
    a_reply,
    a_scene,
    a_small_assembly,
    accepted,
    an_order,
    assigned,
    on,
    reported,
    sent,
    taken_by,
)
from tests.assignments.pages import date_of, file_of, go_to, page, post, signed_in

from shanyraq.assignments.actions import (
    Measure,
    assign,
    assign_to_deputy,
    enter_measure,
    move_deadline,
    note_progress,
    record_answer,
    report,
    withdraw,
)
from shanyraq.assignments.enums import MeasureKind, State
from shanyraq.assignments.models import Assignment, Evidence, GovernmentMeasure, Recommendation
from shanyraq.platform.languages import LANGUAGES

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _after_the_session(settings: Settings) -> None:
    settings.DEMONSTRATION = True
    settings.LANGUAGE_CODE = "en"
    go_to(NEXT_DAY)


ORDER = {"text_kk": TEXT.kk, "text_ru": TEXT.ru, "text_en": TEXT.en}


def test_an_assignment_goes_from_decision_to_acceptance_by_pages_alone(client: Client) -> None:
    scene = a_scene()
    decision = scene.decision.public_id
    signed_in(client, scene.clerk)
    assert reverse("assignments:of-decision", args=[decision]) in page(client, "control")
    assert reverse("assignments:assign", args=[decision]) in page(client, "of-decision", decision)
    assert 'name="lead_person"' in page(client, "assign", decision)
    order = {**ORDER, **date_of("deadline", DUE), "lead_person": scene.member.name_fold}
    assert post(client, "assign", decision, **order)[0] == 303
    one = Assignment.objects.of_institution().get()

    signed_in(client, scene.member)
    assert one.number in page(client, "mine")
    assert "Take it up" in page(client, "assignment", one.public_id)
    assert post(client, "take-up", one.public_id)[0] == 303
    assert post(client, "note", one.public_id, text="Басталды.")[0] == 303
    file = SimpleUploadedFile("plan.pdf", b"%PDF-1.7")
    assert post(client, "report", one.public_id, text="Жасалды.", evidence=[file])[0] == 303
    assert "Accept the report" not in page(client, "assignment", one.public_id)

    signed_in(client, scene.clerk)
    assert one.number in page(client, "control").split("Overdue")[0]
    first = one.reports.get().public_id
    assert "Accept the report" in page(client, "assignment", one.public_id)
    assert "What was achieved" in page(client, "accept", one.public_id, first)
    assert post(client, "return", one.public_id, first, reason="Толықтыру.")[0] == 303

    signed_in(client, scene.member)
    assert "Толықтыру." in page(client, "assignment", one.public_id)
    assert post(client, "report", one.public_id, text="Толық.", request_key="2")[0] == 303

    signed_in(client, scene.clerk)
    second = one.reports.get(cycle=2).public_id
    judged = post(client, "accept", one.public_id, second, effect="achieved", text="Жақсы.")
    assert judged[0] == 303
    one.refresh_from_db()
    assert one.state == State.ACCEPTED
    assert "The purpose is achieved" in page(client, "assignment", one.public_id)


def test_names_reports_and_evidence_are_for_those_concerned(client: Client) -> None:
    scene = a_scene()
    assignment = assigned(scene)
    file = SimpleUploadedFile("plan.pdf", b"%PDF-1.7")
    report(
        occasion=on(scene.member.actor),
        assignment=assignment,
        text="Құпия емес, бірақ ішкі.",
        files=[file],
    )
    evidence = Evidence.objects.get().public_id
    name = scene.member.name_en
    stranger = scene.hall.members[1].person
    for reader in (client, signed_in(Client(), stranger)):
        shown = page(reader, "assignment", assignment.public_id)
        assert TEXT.en in shown
        assert name not in shown.partition("<main")[2]
        assert "ішкі" not in shown
        page(reader, "evidence", evidence, status=404)
    for someone in (scene.member.actor, scene.clerk, scene.chair):
        signed_in(client, someone)
        shown = page(client, "assignment", assignment.public_id)
        assert name in shown
        assert "ішкі" in shown
    assert file_of(client, "evidence", evidence) == b"%PDF-1.7"


def test_what_the_chair_told_a_deputy_is_not_there_for_others(client: Client) -> None:
    scene = a_scene()
    given = assign_to_deputy(occasion=on(scene.chair), order=an_order(lead_person=scene.deputy))
    page(client, "assignment", given.public_id, status=404)
    assert given.number not in page(client, "register")
    for other in (scene.clerk, scene.member.actor):
        page(signed_in(client, other), "assignment", given.public_id, status=404)
    for insider in (scene.chair, scene.deputy.actor):
        assert given.number in page(signed_in(client, insider), "assignment", given.public_id)
    assert given.number in page(client, "mine")


def test_the_chair_and_a_deputy_give_their_own_assignments_by_pages(client: Client) -> None:
    scene = a_scene()
    deputy = scene.deputy
    signed_in(client, scene.chair)
    assert "Give a deputy an assignment" in page(client, "control")
    assert deputy.name_en in page(client, "tell-deputy")
    given = post(client, "tell-deputy", **ORDER, lead_person=deputy.public_id)
    assert given[0] == 303
    page(client, "tell-apparatus", status=403)
    signed_in(client, deputy)
    assert "Give the apparatus an assignment" in page(client, "control")
    page(client, "tell-deputy", status=403)
    organ = scene.working_organ.public_id
    assert scene.working_organ.name_en in page(client, "tell-apparatus")
    assert post(client, "tell-apparatus", **ORDER, lead_body=organ)[0] == 303


def test_the_queue_is_for_those_who_control_something(client: Client) -> None:
    scene = a_scene()
    assert client.get(reverse("assignments:control")).status_code == 302
    page(signed_in(client, scene.member), "control", status=403)
    assert page(signed_in(client, scene.clerk), "control")


def test_a_secretariat_finds_its_own_region_and_no_other(client: Client) -> None:
    scene, own, other = a_scene(), a_small_assembly(), a_small_assembly(name="Абай", iso="KZ-10")
    decision = taken_by(scene.decision, own.body)
    given = assign(
        occasion=on(own.secretary), decision=decision, order=an_order(lead_person=own.member)
    )
    signed_in(client, own.secretary)
    shown = page(client, "control")
    assert given.number in shown
    assert own.body.name_en in shown
    assert own.member.name_en in page(client, "assignment", given.public_id)
    assert "Give an assignment" in page(client, "of-decision", decision.public_id)
    page(client, "assign", decision.public_id)
    signed_in(client, other.secretary)
    shown = page(client, "control")
    assert given.number not in shown
    assert decision.title_en not in shown
    assert "Give an assignment" not in page(client, "of-decision", decision.public_id)
    page(client, "assign", decision.public_id, status=403)
    page(client, "deadline", given.public_id, status=403)


def test_a_name_that_is_nobodys_or_several_persons_is_asked_again(client: Client) -> None:
    scene = a_scene()
    signed_in(client, scene.clerk)
    wrong = post(client, "assign", scene.decision.public_id, **ORDER, lead_person="Ешкім")
    assert wrong[0] == 422
    assert "Nobody in office is called" in wrong[1]
    several = post(client, "assign", scene.decision.public_id, **ORDER, lead_person="Мүше")
    assert several[0] == 422
    assert "Several persons" in several[1]
    one = post(
        client, "assign", scene.decision.public_id, **ORDER, lead_person=scene.member.public_id
    )
    assert one[0] == 303


def test_a_refusal_keeps_what_was_typed(client: Client) -> None:
    scene = a_scene()
    signed_in(client, scene.clerk)
    status, shown = post(client, "assign", scene.decision.public_id, **ORDER)
    assert status == 422
    assert 'data-refusal="no-executor"' in shown
    assert TEXT.kk in shown


def test_overdue_work_is_seen_by_its_executor_and_in_the_queue(client: Client) -> None:
    scene = a_scene()
    assignment = assigned(scene)
    go_to(AFTER)
    assert "overdue by 1 day" in page(signed_in(client, scene.member), "mine")
    queue = page(signed_in(client, scene.clerk), "control")
    assert assignment.number in queue.partition('id="late"')[2].partition("</section>")[0]
    assert "1" in page(client, "register", show="overdue")
    assert assignment.number in page(client, "register", show="overdue")
    assert assignment.number not in page(client, "register", show="accepted")


def test_a_deadline_is_moved_and_an_assignment_withdrawn_by_pages(client: Client) -> None:
    scene = a_scene()
    one = assigned(scene)
    signed_in(client, scene.clerk)
    page(client, "deadline", one.public_id)
    moved = post(client, "deadline", one.public_id, **date_of("deadline", AFTER), reason="Сұралды.")
    assert moved[0] == 303
    assert "Сұралды." in page(client, "assignment", one.public_id)
    page(client, "withdraw", one.public_id)
    assert post(client, "withdraw", one.public_id, reason="Керек емес.")[0] == 303
    assert "Керек емес." in page(client, "assignment", one.public_id)
    client.logout()
    shown = page(client, "assignment", one.public_id)
    assert "How the deadline was moved" in shown
    assert "Сұралды." not in shown


def test_the_dashboard_counts_by_each_grouping_and_narrows(client: Client) -> None:
    scene = a_scene()
    accepted(scene, assigned(scene))
    assigned(scene, an_order(lead_body=scene.ministry))
    for grouping, label in {
        "executor": scene.ministry.name_en,
        "region": "No region in particular",
        "session": str(scene.decision.vote.session),
        "body": scene.hall.session.body.name_en,
    }.items():
        assert label in page(client, "index", by=grouping)
    ministry = page(client, "index", executor=scene.ministry.public_id)
    assert "Persons, without an organisation" not in ministry.partition("<tbody>")[2]
    assert page(client, "index", by="nonsense", body="nothing")


def test_the_register_as_a_file_names_no_person(client: Client) -> None:
    scene = a_scene()
    assigned(scene)
    assigned(scene, an_order(lead_body=scene.ministry))
    response = client.get(reverse("assignments:register-csv"))
    told = response.content.decode()
    assert response["Content-Type"].startswith("text/csv")
    assert len(told.splitlines()) == 3
    assert scene.ministry.name_en in told
    assert scene.member.name_en not in told


def test_recommendations_are_sent_and_answered_by_pages(client: Client) -> None:
    scene = a_scene()
    signed_in(client, scene.clerk)
    decision = scene.decision.public_id
    assert scene.decision.title_kk in page(client, "send", decision)
    letter = {
        "kind": "recommendation",
        "addressee": "organization",
        "organization": scene.ministry.public_id,
        "number": "14-2",
        **date_of("sent_on", NEXT_DAY),
        **ORDER,
        "file": SimpleUploadedFile("letter.pdf", b"%PDF-1.7"),
    }
    assert post(client, "send", decision, **letter)[0] == 303
    one = Recommendation.objects.get()
    assert "none for 0 days" in page(client, "recommendations", show="open")
    assert file_of(client, "letter", one.public_id) == b"%PDF-1.7"
    go_to(DUE)
    reply = {"kind": "declined", "text": "Қаржы жоқ.", **date_of("answered_on", DUE)}
    page(client, "answer", one.public_id)
    assert post(client, "answer", one.public_id, **reply)[0] == 303
    client.logout()
    shown = page(client, "recommendation", one.public_id)
    assert "Declined" in shown
    assert "Қаржы жоқ." in shown
    assert "Record an answer" not in shown
    answer = one.answers.get().public_id
    assert client.get(reverse("assignments:answer-file", args=[answer])).status_code == 404
    assert "14-2" not in page(client, "recommendations", show="open")


def test_the_governments_measures_are_kept_and_read_by_pages(client: Client) -> None:
    scene = a_scene()
    signed_in(client, scene.clerk)
    assert "Enter a measure" in page(client, "measures")
    page(client, "enter-measure")
    entered = post(
        client,
        "enter-measure",
        kind="conformity",
        title_kk="Қаулыны сәйкестендіру",
        title_ru="Привести в соответствие",
        act_to_align="N 593, 1996",
        source="Қаулы N 1",
    )
    assert entered[0] == 303
    one = GovernmentMeasure.objects.get()
    page(client, "status", one.public_id)
    step = {"status": "done", "source": "Қаулы N 2", **date_of("on", NEXT_DAY)}
    step["file"] = SimpleUploadedFile("act.pdf", b"%PDF-1.7")
    assert post(client, "status", one.public_id, **step)[0] == 303
    client.logout()
    shown = page(client, "measure", one.public_id)
    assert "Қаулы N 2" in shown
    assert "none is set" in shown
    assert "Enter a measure" not in page(client, "measures", kind="conformity")
    last = one.steps.get(status="done").public_id
    assert file_of(client, "step-file", last) == b"%PDF-1.7"
    page(signed_in(client, scene.member), "enter-measure", status=403)


def everything(scene: Scene) -> None:
    """One of each, so that every page has something to show."""
    done = accepted(scene, assigned(scene))
    late = assigned(scene, an_order(lead_body=scene.ministry, co_persons=[scene.member]))
    move_deadline(occasion=on(scene.clerk), assignment=late, deadline=AFTER, reason="Сұралды.")
    note_progress(occasion=on(scene.member.actor), assignment=late, text="Басталды.")
    report(occasion=on(scene.clerk, DUE), assignment=late, text="Хат келді.")
    gone = assigned(scene)
    withdraw(occasion=on(scene.clerk), assignment=gone, reason="Керек емес.")
    recommendation = sent(scene)
    reply = a_reply()
    record_answer(occasion=on(scene.clerk, DUE), recommendation=recommendation, reply=reply)
    measure = Measure(kind=MeasureKind.MEASURE, title=TEXT)
    enter_measure(occasion=on(scene.clerk), measure=measure, source="Қаулы")
    assert done.state == State.ACCEPTED


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_shown_in_every_language(client: Client, language: str) -> None:
    scene = a_scene()
    everything(scene)
    go_to(AFTER)
    client.cookies["django_language"] = language
    for reader in (None, scene.clerk, scene.member.actor):
        if reader:
            signed_in(client, reader)
        for name in ("index", "register", "efficiency", "recommendations", "measures"):
            page(client, name)
        page(client, "of-decision", scene.decision.public_id)
        page(client, "recommendation", Recommendation.objects.get().public_id)
        page(client, "measure", GovernmentMeasure.objects.get().public_id)
        for one in Assignment.objects.of_institution():
            page(client, "assignment", one.public_id)
    page(client, "mine")


def test_lists_ask_the_same_number_of_questions_for_one_row_and_for_many(client: Client) -> None:
    scene = a_scene()
    signed_in(client, scene.clerk)
    made = assigned(scene, an_order(lead_person=scene.member, co_bodies=[scene.ministry]))
    reported(scene, made, day=NEXT_DAY)
    assigned(scene, an_order(lead_body=scene.ministry))
    names = {"index": 1, "register": 1, "control": 1, "efficiency": 1}
    for name in names:
        page(client, name)
        with CaptureQueriesContext(connection) as counted:
            page(client, name)
        names[name] = len(counted)
    for _ in range(3):
        made = assigned(scene, an_order(lead_person=scene.member))
        reported(scene, made, day=NEXT_DAY)
        assigned(scene, an_order(lead_body=scene.ministry))
    for name, count in names.items():
        with assertNumQueries(count):
            page(client, name)
