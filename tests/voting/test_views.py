"""The pages of a vote: the ballot on a phone, the clerk's work, the decision for everybody."""

import json

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from pytest_django import Settings
from pytest_django.asserts import assertNumQueries
from tests.people.builders import an_account
from tests.voting.builders import (
    DAY,
    Hall,
    a_decision,
    a_hall,
    a_question_open,
    actor_of,
    by,
    cast,
    counted,
)

from shanyraq.bodies.models import Membership
from shanyraq.charter.queries import verdict_again
from shanyraq.people.models import Person
from shanyraq.platform import clock
from shanyraq.platform.languages import LANGUAGES
from shanyraq.platform.live import render
from shanyraq.platform.models import ClockShift
from shanyraq.sittings.enums import OpinionLanguage
from shanyraq.voting.actions import add_dissent, close_vote
from shanyraq.voting.enums import Choice, Method
from shanyraq.voting.models import Ballot, Decision, Dissent, HandCount, Vote

pytestmark = pytest.mark.django_db

HANDS = Method.OPEN_SHOW_OF_HANDS


@pytest.fixture(autouse=True)
def _on_the_day(settings: Settings) -> None:
    settings.DEMONSTRATION = True
    settings.LANGUAGE_CODE = "en"
    ClockShift.objects.create(days=(DAY - clock.today()).days)


def signed_in(client: Client, person: Person) -> Client:
    client.force_login(an_account(email=f"{person.public_id}@example.kz", person=person))
    return client


def clerk(client: Client, hall: Hall) -> Client:
    return signed_in(client, Person.objects.get(public_id=hall.clerk.public_id))


def member(client: Client, membership: Membership) -> Client:
    return signed_in(client, membership.person)


def page(client: Client, name: str, public_id: str, *, status: int = 200) -> str:
    response = client.get(reverse(f"voting:{name}", args=[public_id]))
    assert response.status_code == status
    return response.content.decode()


def post(client: Client, name: str, public_id: str, **data: str) -> tuple[int, str]:
    data = {"request_key": "key", **data}
    response = client.post(reverse(f"voting:{name}", args=[public_id]), data)
    return response.status_code, response.content.decode()


def test_a_member_votes_and_sees_that_it_is_recorded(client: Client) -> None:
    hall = a_hall()
    vote = a_question_open(hall)
    member(client, hall.members[0])
    form = page(client, "vote", vote.public_id)
    assert 'data-keep="vote:' in form
    assert "data-resend" in form
    assert form.count('type="radio"') == 3
    assert post(client, "vote", vote.public_id, choice="for")[0] == 303
    receipt = page(client, "vote", vote.public_id)
    assert "Your vote is recorded" in receipt
    assert "Entry in the journal" in receipt
    assert "<form" not in receipt.split("<main")[1]
    assert Ballot.objects.get().choice == Choice.FOR


def test_the_same_form_sent_again_shows_the_same_receipt(client: Client) -> None:
    hall = a_hall()
    vote = a_question_open(hall)
    member(client, hall.members[0])
    for _ in range(3):
        assert post(client, "vote", vote.public_id, choice="for")[0] == 303
    assert Ballot.objects.count() == 1


def test_another_choice_afterwards_is_refused_with_its_clause(client: Client) -> None:
    hall = a_hall()
    vote = a_question_open(hall)
    member(client, hall.members[0])
    post(client, "vote", vote.public_id, choice="for")
    status, answer = post(client, "vote", vote.public_id, choice="against", request_key="other")
    assert status == 409
    assert "It cannot be changed" in answer
    assert "Regulation, clause 2" in answer
    assert Ballot.objects.get().choice == Choice.FOR


def test_a_form_without_a_choice_comes_back(client: Client) -> None:
    hall = a_hall()
    vote = a_question_open(hall)
    member(client, hall.members[0])
    assert post(client, "vote", vote.public_id)[0] == 422
    assert not Ballot.objects.exists()


def test_who_was_not_there_sees_why_there_is_no_ballot(client: Client) -> None:
    hall = a_hall(present=10)
    vote = a_question_open(hall)
    member(client, hall.members[11])
    shown = page(client, "vote", vote.public_id)
    assert "You cannot vote in this one" in shown
    assert 'type="radio"' not in shown
    status, answer = post(client, "vote", vote.public_id, choice="for")
    assert status == 403
    assert "not registered as present" in answer


def test_after_closing_a_vote_is_refused_and_what_was_chosen_is_kept(client: Client) -> None:
    hall = a_hall()
    vote = a_question_open(hall)
    cast(vote, hall.members[1:])
    close_vote(occasion=by(hall.chair), vote=vote)
    member(client, hall.members[0])
    status, answer = post(client, "vote", vote.public_id, choice="against")
    assert status == 409
    assert "The vote closed at" in answer
    assert "Voting is closed" in page(client, "vote", vote.public_id)


def test_a_visitor_is_asked_to_sign_in(client: Client) -> None:
    vote = a_question_open(a_hall())
    assert "Members vote after signing in" in page(client, "vote", vote.public_id)
    assert post(client, "vote", vote.public_id, choice="for")[0] == 403


def test_in_a_vote_by_hands_the_page_says_so(client: Client) -> None:
    hall = a_hall()
    vote = a_question_open(hall, HANDS)
    member(client, hall.members[0])
    assert "Raise your hand in the hall" in page(client, "vote", vote.public_id)


def test_the_clerk_goes_from_the_method_to_the_decision(client: Client) -> None:
    hall = a_hall()
    clerk(client, hall)
    refused = page(client, "open", hall.question.public_id)
    assert "The method of voting has not been chosen yet" in refused
    methods = page(client, "method", hall.method_item.public_id)
    assert "comes in a later version" in methods
    status, _ = post(
        client,
        "method",
        hall.method_item.public_id,
        proposed_method=HANDS.value,
        method=HANDS.value,
    )
    assert status == 303
    vote = Vote.objects.get()
    assert "Enter the count" in page(client, "conduct", vote.public_id)
    status, answer = post(
        client, "hands", vote.public_id, votes_for="12", against="1", abstained="0"
    )
    assert status == 422
    assert "13 hands were entered" in answer
    assert 'value="12"' in answer
    assert post(client, "close", vote.public_id)[0] == 409
    post(client, "hands", vote.public_id, votes_for="12", against="0", abstained="0")
    assert HandCount.objects.get().votes_for == 12
    assert post(client, "close", vote.public_id, request_key="close")[0] == 303
    assert "Adopted" in page(client, "conduct", vote.public_id)
    opening = page(client, "open", hall.item.public_id)
    assert "On the concept</textarea>" in opening
    questions = {f"question_{one}": "Question" for one in ("kk", "ru", "en")}
    assert post(client, "open", hall.question.public_id, **questions)[0] == 303
    question = Vote.objects.get(purpose="question")
    counted(hall, question, votes_for=12)
    assert post(client, "close", question.public_id, request_key="close2")[0] == 303
    assert f"/decisions/{Decision.objects.get().public_id}/" in page(
        client, "conduct", question.public_id
    )


def test_who_counts_and_who_presides_each_see_their_own_next_step(client: Client) -> None:
    hall = a_hall()
    vote = a_question_open(hall, HANDS)
    signed_in(client, Person.objects.get(public_id=hall.chair.public_id))
    assert "Enter the count" not in page(client, "conduct", vote.public_id)
    assert "Count the hands" in page(client, "conduct", vote.public_id)
    counted(hall, vote, votes_for=12)
    assert "Close the vote" in page(client, "conduct", vote.public_id)
    member(client, hall.members[0])
    assert "What comes next" not in page(client, "conduct", vote.public_id)


def test_the_item_on_the_method_leads_to_its_own_page(client: Client) -> None:
    hall = a_hall()
    clerk(client, hall)
    response = client.get(reverse("voting:open", args=[hall.method_item.public_id]))
    assert response.headers["Location"].endswith("/method/")


@pytest.mark.parametrize("name", ["open", "method"])
def test_a_member_is_not_shown_the_clerks_pages(client: Client, name: str) -> None:
    hall = a_hall()
    assert page(client, name, hall.question.public_id, status=302) == ""
    member(client, hall.members[0])
    assert "presides" in page(client, name, hall.question.public_id, status=403)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_decision_explains_itself_in_every_language(client: Client, language: str) -> None:
    hall = a_hall()
    decision = a_decision(hall)
    text = "Бұл менің пікірім."
    add_dissent(
        occasion=by(actor_of(hall.members[0])),
        decision=decision,
        text=text,
        language=OpinionLanguage.KAZAKH,
    )
    client.cookies["django_language"] = language
    shown = page(client, "decision", decision.public_id)
    assert text in shown
    assert decision.verdict.sha256 in shown
    assert shown.count("R8.3") == 0
    words = {"kk": "Қабылданды", "ru": "Принято", "en": "Adopted"}
    assert words[language] in shown


def test_what_was_needed_is_said_in_the_laws_own_words(client: Client) -> None:
    decision = a_decision(a_hall())
    result = decision.vote.result
    assert result is not None
    for language in LANGUAGES:
        client.cookies["django_language"] = language
        asked = verdict_again(result).tell(language).requirement
        assert asked
        assert asked in page(client, "decision", decision.public_id)
        with translation.override(language):
            assert asked in render(decision.vote.topic, "progress")


def test_the_explanation_is_the_stored_trace(client: Client) -> None:
    decision = a_decision(a_hall())
    trace = json.loads(page(client, "trace", decision.public_id))
    assert trace == decision.verdict.trace


def test_votes_by_name_are_public_once_the_vote_is_closed(client: Client) -> None:
    hall = a_hall()
    vote = a_question_open(hall)
    cast(vote, hall.members[:7])
    assert "glyph--for" not in page(client, "names", vote.public_id)
    assert ",for" not in page(client, "names-csv", vote.public_id)
    close_vote(occasion=by(hall.chair), vote=vote)
    assert page(client, "names", vote.public_id).count("glyph--for") == 7
    assert page(client, "names-csv", vote.public_id).count(",for") == 7


def test_the_file_of_names_holds_no_formula(client: Client) -> None:
    hall = a_hall()
    vote = a_question_open(hall)
    voter = Person.objects.filter(pk=hall.members[0].person.pk)
    voter.update(name_kk="=1+1", name_ru="=1+1", name_en="=1+1")
    rows = page(client, "names-csv", vote.public_id).splitlines()
    assert "'=1+1" in rows
    assert "=1+1" not in rows


def test_a_member_adds_an_opinion_and_the_clerk_cannot(client: Client) -> None:
    hall = a_hall()
    decision = a_decision(hall)
    assert "dissent" in page(member(client, hall.members[0]), "dissent", decision.public_id)
    status, _ = post(client, "dissent", decision.public_id, text="Менің ойым", language="kk")
    assert status == 303
    assert Dissent.objects.get().text == "Менің ойым"
    status, _ = post(
        client, "dissent", decision.public_id, text=" ", language="kk", request_key="b"
    )
    assert status == 422
    page(clerk(client, hall), "dissent", decision.public_id, status=403)


@pytest.mark.parametrize("name", ["vote", "conduct", "names", "decision", "open"])
def test_an_unknown_address_is_not_found(client: Client, name: str) -> None:
    hall = a_hall()
    clerk(client, hall)
    page(client, name, "nothinghere", status=404)


def test_live_parts_are_cheap_and_hold_no_form() -> None:
    translation.activate("en")
    hall = a_hall(members=400)
    vote = a_question_open(hall)
    cast(vote, hall.members[:3])
    with assertNumQueries(2):
        shown = render(vote.topic, "progress")
    assert "<strong>3</strong> of 400 have voted" in shown
    assert "<form" not in shown
    with assertNumQueries(1):
        assert "Voting is open" in render(vote.topic, "strip")
    close_vote(occasion=by(hall.chair), vote=vote)
    with assertNumQueries(1):
        assert "Not adopted" in render(vote.topic, "progress")
    assert "Voting is closed" in render(vote.topic, "strip")


def test_there_is_no_live_part_of_an_unknown_vote() -> None:
    with pytest.raises(LookupError):
        render("vote:unknown", "progress")
