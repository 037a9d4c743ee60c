"""A secret vote on a motion on its pages: from the choice of the method to the protocol."""

from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader
from pytest_django import Settings
from tests.elections.builders import DAY, House
from tests.elections.commission import Commission
from tests.elections.motions import (
    ABSTAIN,
    AGAINST,
    FOR,
    a_motion_commission,
    a_sealed_motion,
    a_voting_hall,
    cast_all,
    closed,
    opened_and_counted,
    put,
)
from tests.people.builders import an_account
from tests.voting.builders import by

from shanyraq.elections.actions import abandon
from shanyraq.elections.models import BallotBox
from shanyraq.elections.queries import box_law, head_of
from shanyraq.people.models import Person, User
from shanyraq.platform import clock
from shanyraq.platform.languages import LANGUAGES
from shanyraq.platform.models import ClockShift
from shanyraq.platform.occasion import Actor
from shanyraq.voting.enums import Method
from shanyraq.voting.models import Vote

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_the_day(settings: Settings) -> None:
    settings.DEMONSTRATION = True
    settings.LANGUAGE_CODE = "en"
    ClockShift.objects.create(days=(DAY - clock.today()).days)


def signed_in(person: Person) -> Client:
    client = Client()
    account = User.objects.filter(person=person).first()
    client.force_login(account or an_account(email=f"{person.public_id}@example.kz", person=person))
    return client


def acting(actor: Actor) -> Client:
    return signed_in(Person.objects.get(public_id=actor.public_id))


def question_page(house: House) -> str:
    return reverse("elections:of-item", args=[house.item.public_id])


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def board(commission: Commission) -> str:
    return reverse("elections:board", args=[commission.box.public_id])


def test_the_session_is_offered_the_method_and_led_to_the_box() -> None:
    house = a_voting_hall()
    chair = acting(house.hall.chair)
    offered = text(chair, reverse("voting:method", args=[house.item.public_id]))
    assert 'name="proposed_method" value="secret_electronic"' in offered
    assert 'name="method" value="secret_electronic"' not in offered
    opening = text(chair, reverse("voting:open", args=[house.item.public_id]))
    assert "There is no sealed ballot box for this question" in opening
    assert question_page(house) in opening
    assert 'type="submit">Open the vote<' not in opening


def test_a_question_voted_on_openly_has_no_page_of_a_box() -> None:
    house = a_voting_hall(method=Method.OPEN_SHOW_OF_HANDS)
    assert Client().get(question_page(house)).status_code == 404
    assert acting(house.hall.clerk).get(question_page(house)).status_code == 200


def test_the_working_organ_words_the_motion_and_names_the_commission() -> None:
    house = a_voting_hall()
    clerk, law = acting(house.hall.clerk), box_law(DAY)
    assert "Set up the ballot box" in text(clerk, question_page(house))
    assert "Set up the ballot box" in text(clerk, reverse("desks:own"))
    address = reverse("elections:secret-vote", args=[house.item.public_id])
    page = text(clerk, address)
    assert house.item.title_ru in page
    assert page.count("<select") == law.trustees + 1
    assert signed_in(house.hall.members[0].person).get(address).status_code == 403
    people = [seat.person.public_id for seat in house.hall.members[: law.trustees + 1]]
    filled = {f"trustee_{number}": one for number, one in enumerate(people[1:], start=1)}
    filled |= {"registrar": people[0], "text_en": "It is approved."}
    worded = {f"question_{one}": f"Approve? ({one})" for one in LANGUAGES}
    assert clerk.post(address, filled).status_code == 422
    assert not BallotBox.objects.exists()
    assert clerk.post(address, filled | worded).status_code == 303
    box = BallotBox.objects.get()
    assert (box.motion.question_ru, box.motion.text_en) == ("Approve? (ru)", "It is approved.")
    assert "Approve? (en)" in text(Client(), question_page(house))


def test_who_presides_opens_what_was_sealed_and_closes_what_was_counted() -> None:
    house = a_voting_hall()
    commission = a_sealed_motion(house)
    chair, opening = acting(house.hall.chair), reverse("voting:open", args=[house.item.public_id])
    assert opening in text(chair, question_page(house))
    assert "Sealed with the ballot box" in text(chair, opening)
    assert chair.post(opening, {"request_key": "o"}).status_code == 303
    vote = Vote.objects.get(method=Method.SECRET_ELECTRONIC)
    conduct = reverse("voting:conduct", args=[vote.public_id])
    closing = reverse("voting:close", args=[vote.public_id])
    cast_all(commission, {FOR: 9, AGAINST: 2, ABSTAIN: 1})
    running = text(chair, conduct)
    assert "then the vote can be closed" in running
    assert closing not in running
    assert chair.post(closing, {"request_key": "early"}).status_code == 409
    opened_and_counted(commission)
    assert closing in text(chair, conduct)
    assert closing in text(chair, question_page(house))
    assert closing in text(chair, board(commission))
    assert chair.post(closing, {"request_key": "c"}).status_code == 303
    vote.refresh_from_db()
    assert vote.adopted
    for address in (conduct, board(commission)):
        shown = text(Client(), address)
        assert vote.decision.number in shown


def test_members_are_led_to_the_booth_and_vote_there_under_no_name() -> None:
    house = a_voting_hall()
    commission = a_sealed_motion(house)
    vote = put(commission)
    member = signed_in(house.hall.members[0].person)
    page = text(member, reverse("voting:vote", args=[vote.public_id]))
    led = reverse("elections:booth-of", args=[house.item.public_id])
    assert led in page
    assert 'name="choice"' not in page
    answer = Client().get(led)
    booth = reverse("elections:booth", args=[commission.box.public_id])
    assert (answer.status_code, answer.headers["Location"]) == (302, booth)
    assert booth in text(member, reverse("desks:member", args=[vote.session.public_id]))
    inside = text(Client(), booth)
    for words in ("I vote for", "I vote against", "I abstain", vote.question_en):
        assert words in inside
    assert inside.count('type="radio" name="choice"') == len([FOR, AGAINST, ABSTAIN])
    choice = {"choice": FOR, "request_key": "x"}
    assert member.post(reverse("voting:vote", args=[vote.public_id]), choice).status_code == 409


def test_before_the_vote_nobody_is_led_to_a_booth() -> None:
    house = a_voting_hall()
    led = reverse("elections:booth-of", args=[house.item.public_id])
    assert Client().get(led).status_code == 404
    a_motion_commission(house)
    assert Client().get(led).status_code == 302


def test_who_was_present_is_told_and_nobodys_vote() -> None:
    commission = a_sealed_motion(a_voting_hall())
    vote = put(commission)
    cast_all(commission, {FOR: 12})
    opened_and_counted(commission)
    closed(commission, vote)
    names = text(Client(), reverse("voting:names", args=[vote.public_id]))
    assert "who cast a ballot, and which, is recorded nowhere" in names
    assert commission.house.hall.members[0].person.name in names
    assert "Did not vote" not in names


def test_a_vote_whose_box_was_given_up_says_so() -> None:
    house = a_voting_hall()
    commission = a_sealed_motion(house)
    vote = put(commission)
    abandon(occasion=by(house.hall.chair), box=commission.box, reason="A key is lost.")
    for address in (
        reverse("voting:conduct", args=[vote.public_id]),
        reverse("voting:vote", args=[vote.public_id]),
    ):
        assert "Ended without a result" in text(Client(), address)
    assert "without a result" in text(Client(), question_page(house))
    assert "This ballot box was given up" in text(Client(), board(commission))


@pytest.mark.parametrize(
    ("language", "word"), [("kk", "қабылданды"), ("ru", "принято"), ("en", "adopted")]
)
def test_the_protocol_tells_the_three_numbers_and_the_law(language: str, word: str) -> None:
    commission = a_sealed_motion(a_voting_hall())
    vote = put(commission)
    cast_all(commission, {FOR: 9, AGAINST: 2})
    address = reverse("elections:protocol-pdf", args=[commission.box.public_id, language])
    opened_and_counted(commission)
    assert Client().get(address).status_code == 404
    closed(commission, vote)
    answer = Client().get(address)
    assert answer.status_code == 200
    told = " ".join(
        "".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages).split()
    )
    assert head_of(commission.box)[:8] in told
    assert word in told.casefold()
