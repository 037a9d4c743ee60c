"""Reports of members that were heard, and writing on a question before it is decided."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.voting.builders import a_decision, a_hall, actor_of, by

from shanyraq.sittings.actions import contribute, finish_item
from shanyraq.sittings.enums import ItemKind, OpinionLanguage
from shanyraq.sittings.models import AgendaItem, Contribution
from shanyraq.voting.components import decisions_on
from shanyraq.voting.permissions import DecidedAlready
from shanyraq.voting.queries.reports import reports_heard, told

pytestmark = pytest.mark.django_db


def test_a_report_heard_stands_under_its_member_with_the_decision() -> None:
    hall = a_hall(kind=ItemKind.MEMBER_REPORTS)
    member = hall.members[0].person
    AgendaItem.objects.filter(pk=hall.question.pk).update(rapporteur=member)
    decision = a_decision(hall)
    assert not reports_heard().exists()
    finish_item(occasion=by(hall.chair), item=hall.item)
    [heard] = told(list(reports_heard(member)))
    assert (heard.item, heard.decisions) == (hall.question, [decision])
    assert not reports_heard(hall.members[1].person).exists()
    page = Client(headers={"accept-language": "en"}).get(
        reverse("voting:reports"), {"member": member.public_id}
    )
    shown = page.content.decode()
    assert reverse("voting:decision", args=[decision.public_id]) in shown
    assert member.name_en in shown


def test_who_is_not_known_has_no_reports() -> None:
    assert Client().get(reverse("voting:reports"), {"member": "nobody"}).status_code == 404
    assert Client().get(reverse("voting:reports")).status_code == 200


def test_one_writes_until_the_question_is_decided_and_not_after() -> None:
    hall = a_hall()
    member = by(actor_of(hall.members[0]))

    def written(words: str) -> Contribution:
        return contribute(
            occasion=member, item=hall.question, text=words, language=OpinionLanguage.KAZAKH
        )

    assert written("Қолдаймын").text == "Қолдаймын"
    a_decision(hall)
    with pytest.raises(DecidedAlready) as refused:
        written("Тағы")
    assert refused.value.remedy_sentence
    assert hall.question.contributions.count() == 1


def test_the_decision_that_rests_on_a_verdict_is_named() -> None:
    hall = a_hall()
    decision = a_decision(hall)
    quorum = decision.vote.quorum.public_id
    named = decisions_on([quorum, decision.verdict.public_id, "unknown"])
    assert set(named) >= {quorum, decision.verdict.public_id}
    assert named[quorum].href == reverse("voting:decision", args=[decision.public_id])
