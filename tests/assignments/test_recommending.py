"""Recommendations and their answers; the Government's measures."""

import datetime as dt

import pytest
from django.core.files.base import ContentFile
from tests.assignments.builders import (
    DUE,
    NEXT_DAY,
    TEXT,
    Scene,
    a_letter,
    a_reply,
    a_scene,
    a_small_assembly,
    on,
    sent,
    taken_by,
)

from shanyraq.assignments.actions import (
    Letter,
    Measure,
    Step,
    enter_measure,
    record_answer,
    send_recommendation,
    update_measure,
)
from shanyraq.assignments.actions._steps import NothingSaid, TextMissing
from shanyraq.assignments.actions.government import ActUnnamed, MeasureUntitled, SourceTooNew
from shanyraq.assignments.actions.recommending import (
    AddresseeUnnamed,
    BeforeTheDecision,
    BindingDecision,
    LetterTwice,
    OtherAddressee,
    OtherQuestion,
)
from shanyraq.assignments.enums import (
    Addressee,
    AnswerKind,
    MeasureKind,
    MeasureStatus,
    RecommendationKind,
)
from shanyraq.assignments.permissions import NotTheController
from shanyraq.assignments.queries import open_recommendations, told
from shanyraq.people.models import Wording
from shanyraq.platform.refusals import Refusal
from shanyraq.sittings.enums import ItemKind
from shanyraq.voting.enums import LegalEffect
from shanyraq.voting.models import Decision

pytestmark = pytest.mark.django_db

CONCEPT = RecommendationKind.CONCEPT
AMENDMENT = RecommendationKind.AMENDMENT
PRESIDENT = Addressee.PRESIDENT


def test_a_recommendation_is_tracked_until_it_is_answered() -> None:
    scene = a_scene()
    recommendation = sent(scene)
    assert recommendation.effect.clause == "R3"
    assert list(open_recommendations(NEXT_DAY)) == [recommendation]
    answer = record_answer(
        occasion=on(scene.clerk, DUE),
        recommendation=recommendation,
        reply=a_reply(),
        file=ContentFile(b"%PDF-1.7", name="answer.pdf"),
    )
    assert answer.sha256
    assert list(open_recommendations(DUE)) == []
    assert list(open_recommendations(DUE - dt.timedelta(days=1))) == [recommendation]
    shown = told(recommendation, DUE)
    assert shown.answer == answer
    assert shown.days_waiting == (DUE - NEXT_DAY).days


def test_a_later_answer_stands_beside_an_earlier_one() -> None:
    scene = a_scene()
    recommendation = sent(scene)
    later = DUE + dt.timedelta(days=9)
    for kind, day in ((AnswerKind.OTHERWISE, DUE), (AnswerKind.ACCEPTED, later)):
        record_answer(
            occasion=on(scene.clerk, later),
            recommendation=recommendation,
            reply=a_reply(kind=kind, day=day),
        )
    assert recommendation.answers.count() == 2
    last = told(recommendation, later).answer
    assert last is not None
    assert last.kind == AnswerKind.ACCEPTED


@pytest.mark.parametrize(
    ("item", "kind"),
    [(ItemKind.CONCEPTS_AND_PROGRAMMES, CONCEPT), (ItemKind.AMENDMENTS, AMENDMENT)],
)
def test_concepts_and_amendments_are_submitted_to_the_president(
    item: ItemKind, kind: RecommendationKind
) -> None:
    scene = a_scene(kind=item)
    assert sent(scene, a_letter(kind=kind, addressee=PRESIDENT)).kind == kind
    with pytest.raises(OtherAddressee):
        sent(scene, a_letter(kind=kind, addressee=Addressee.GOVERNMENT, number="2"))
    with pytest.raises(OtherQuestion):
        sent(a_another(scene), a_letter(kind=kind, addressee=PRESIDENT, number="3"))


def a_another(scene: Scene) -> Scene:
    """The same decision as if it had been taken on a question of another kind."""
    item = scene.decision.vote.item
    item.kind = ItemKind.MEMBER_REPORTS
    item.save()
    return scene


def test_a_binding_decision_is_not_recommended() -> None:
    scene = a_scene()
    decision = scene.decision
    decision.legal_effect = LegalEffect.BINDING
    with pytest.raises(BindingDecision):
        send_recommendation(occasion=on(scene.clerk), decision=decision, letter=a_letter())
    assert sent(Scene(scene.hall, Decision.objects.get(pk=decision.pk)))


@pytest.mark.parametrize(
    ("letter", "refusal"),
    [
        (a_letter(addressee=Addressee.ORGANIZATION), AddresseeUnnamed),
        (a_letter(text=Wording(kk="x", ru="", en="")), TextMissing),
        (a_letter(sent_on=NEXT_DAY + dt.timedelta(days=1)), BeforeTheDecision),
        (a_letter(sent_on=NEXT_DAY - dt.timedelta(days=9)), BeforeTheDecision),
    ],
)
def test_a_letter_that_cannot_be_is_refused(letter: Letter, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        sent(a_scene(), letter)


def test_an_organisation_is_named_beside_no_other_addressee_and_a_letter_is_sent_once() -> None:
    scene = a_scene()
    letter = a_letter(addressee=Addressee.ORGANIZATION, organization=scene.ministry)
    assert sent(scene, letter).addressee_name == scene.ministry.name
    with pytest.raises(AddresseeUnnamed):
        sent(scene, a_letter(organization=scene.ministry, number="5"))
    with pytest.raises(LetterTwice):
        sent(scene, letter)


def test_only_the_working_organ_sends_and_records_answers() -> None:
    scene = a_scene()
    recommendation = sent(scene)
    for actor in (scene.chair, scene.member.actor):
        with pytest.raises(NotTheController):
            send_recommendation(occasion=on(actor), decision=scene.decision, letter=a_letter())
        with pytest.raises(NotTheController):
            record_answer(occasion=on(actor, DUE), recommendation=recommendation, reply=a_reply())


def test_a_small_assembly_sends_its_own_and_records_the_answers_to_them() -> None:
    scene, own, other = a_scene(), a_small_assembly(), a_small_assembly(name="Абай", iso="KZ-10")
    decision = taken_by(scene.decision, own.body)
    for actor in (other.secretary, scene.clerk):
        with pytest.raises(NotTheController):
            send_recommendation(occasion=on(actor), decision=decision, letter=a_letter())
    recommendation = send_recommendation(
        occasion=on(own.secretary), decision=decision, letter=a_letter()
    )
    with pytest.raises(NotTheController):
        record_answer(
            occasion=on(other.secretary, DUE), recommendation=recommendation, reply=a_reply()
        )
    assert record_answer(
        occasion=on(own.secretary, DUE), recommendation=recommendation, reply=a_reply()
    )


def test_an_answer_has_words_and_a_date_that_can_be() -> None:
    scene = a_scene()
    recommendation = sent(scene)
    with pytest.raises(NothingSaid):
        record_answer(
            occasion=on(scene.clerk, DUE), recommendation=recommendation, reply=a_reply(text=" ")
        )
    for day in (NEXT_DAY - dt.timedelta(days=1), DUE + dt.timedelta(days=1)):
        with pytest.raises(BeforeTheDecision):
            record_answer(
                occasion=on(scene.clerk, DUE),
                recommendation=recommendation,
                reply=a_reply(day=day),
            )


def a_measure(
    *, kind: MeasureKind = MeasureKind.MEASURE, act: str = "", title: Wording = TEXT
) -> Measure:
    return Measure(kind=kind, title=title, act_to_align=act)


def test_a_measure_of_the_government_is_open_without_a_deadline_and_goes_by_documents() -> None:
    scene = a_scene()
    measure = enter_measure(occasion=on(scene.clerk), measure=a_measure(), source="Қаулы N 1")
    assert measure.status == MeasureStatus.OPEN
    assert not hasattr(measure, "deadline")
    step = Step(status=MeasureStatus.DONE, on=DUE, source="Қаулы N 2")
    update_measure(occasion=on(scene.clerk, DUE), measure=measure, step=step)
    measure.refresh_from_db()
    assert (measure.status, measure.status_on) == (MeasureStatus.DONE, DUE)
    assert [one.source for one in measure.steps.all()] == ["Қаулы N 1", "Қаулы N 2"]


@pytest.mark.parametrize(
    ("measure", "refusal"),
    [
        (a_measure(kind=MeasureKind.CONFORMITY), ActUnnamed),
        (a_measure(act="N 593"), ActUnnamed),
        (a_measure(title=Wording(kk="x", ru="", en="")), MeasureUntitled),
    ],
)
def test_a_measure_that_cannot_be_is_refused(measure: Measure, refusal: type[Refusal]) -> None:
    scene = a_scene()
    with pytest.raises(refusal):
        enter_measure(occasion=on(scene.clerk), measure=measure, source="Қаулы")


def test_the_register_of_measures_is_the_working_organs_and_rests_on_documents_in_order() -> None:
    scene = a_scene()
    lawful = a_measure(kind=MeasureKind.CONFORMITY, act="N 593, 1996")
    with pytest.raises(NotTheController):
        enter_measure(occasion=on(scene.chair), measure=lawful, source="Қаулы")
    with pytest.raises(NothingSaid):
        enter_measure(occasion=on(scene.clerk), measure=lawful, source=" ")
    measure = enter_measure(occasion=on(scene.clerk), measure=lawful, source="Қаулы")
    for day in (NEXT_DAY - dt.timedelta(days=1), DUE + dt.timedelta(days=1)):
        step = Step(status=MeasureStatus.UNDER_WAY, on=day, source="Хат")
        with pytest.raises(SourceTooNew):
            update_measure(occasion=on(scene.clerk, DUE), measure=measure, step=step)
    step = Step(status=MeasureStatus.UNDER_WAY, on=DUE, source="Хат")
    with pytest.raises(NotTheController):
        update_measure(occasion=on(scene.member.actor, DUE), measure=measure, step=step)
