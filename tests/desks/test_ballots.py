"""Electronic secret ballots at the desks: each finds the next deed, a member the booth."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from pytest_django import Settings
from tests.elections.builders import DAY, a_house
from tests.elections.commission import a_ready_box, a_sealed_box, an_open_box
from tests.elections.motions import (
    FOR,
    a_sealed_motion,
    a_voting_hall,
    cast_all,
    closed,
    opened_and_counted,
    put,
)
from tests.people.builders import an_account
from tests.voting.builders import by

from shanyraq.desks.components import hall, member_ballot, member_now, session_now
from shanyraq.desks.queries.chair import presiding
from shanyraq.desks.queries.own import asks_of_own
from shanyraq.elections.actions import abandon, announce
from shanyraq.platform import clock
from shanyraq.platform.models import ClockShift
from shanyraq.platform.occasion import Actor
from shanyraq.voting.enums import Method

pytestmark = pytest.mark.django_db


def keys(actor: Actor) -> set[str]:
    return {one.key for one in asks_of_own(by(actor)) if one.key.startswith("ballot_")}


def test_who_seals_is_asked_once_key_and_codes_are_there() -> None:
    commission = a_ready_box(a_house(members=12), 2, seats=1)
    hall = commission.house.hall
    assert keys(hall.clerk) == {"ballot_seal"}
    assert keys(hall.members[0].person.actor) == set()
    assert keys(commission.registrar.actor) == set()


def test_trustees_are_asked_to_check_their_key_until_they_have() -> None:
    commission = a_sealed_box(a_house(members=12), 2, seats=1)
    first, second, *_ = commission.devices
    assert keys(first.person.actor) == {"ballot_trustee"}
    commission.check(first)
    assert keys(first.person.actor) == set()
    assert keys(second.person.actor) == {"ballot_trustee"}
    assert keys(commission.house.hall.chair) == set()
    commission.check(second)
    assert keys(commission.house.hall.chair) == {"ballot_open"}


def test_who_presides_is_led_to_the_election_and_not_to_an_open_vote() -> None:
    commission = an_open_box(a_house(members=12), 2, seats=1)
    hall = commission.house.hall
    assert [one.key for one in presiding(by(hall.chair))] == ["elect"]
    commission.vote(0, [1, 0])
    commission.close()
    commission.decrypt(*commission.devices[: commission.box.threshold])
    commission.conclude()
    announce(occasion=by(hall.chair), election=commission.election)
    assert [one.key for one in presiding(by(hall.chair))] == ["finish_item"]


def test_a_member_is_led_to_the_booth_while_ballots_are_taken(settings: Settings) -> None:
    settings.DEMONSTRATION = True
    commission = an_open_box(a_house(members=12), 2, seats=1)
    session = commission.house.hall.session
    ClockShift.objects.create(days=(DAY - clock.today()).days)
    person = commission.house.hall.members[0].person
    client = Client()
    client.force_login(an_account(email="member@example.kz", person=person))
    booth = reverse("elections:booth", args=[commission.box.public_id])
    page = reverse("desks:member", args=[session.public_id])
    assert booth in client.get(page).content.decode()
    assert booth in member_ballot(session.public_id)
    commission.close()
    assert booth not in client.get(page).content.decode()
    assert member_ballot(session.public_id).strip() == ""


def test_a_secret_vote_on_a_motion_asks_each_in_turn() -> None:
    house = a_voting_hall()
    room = house.hall
    assert keys(room.clerk) == {"ballot_secret-vote"}
    assert keys(room.members[0].person.actor) == set()
    commission = a_sealed_motion(house)
    assert keys(room.clerk) == {"ballot_open"}
    vote = put(commission)
    cast_all(commission, {FOR: 12})
    opened_and_counted(commission)
    assert keys(room.chair) == {"ballot_close-vote"}
    closed(commission, vote)
    assert keys(room.chair) == keys(room.clerk) == set()


def test_a_question_voted_on_openly_asks_nobody_for_a_box() -> None:
    house = a_voting_hall(method=Method.OPEN_SHOW_OF_HANDS)
    assert keys(house.hall.clerk) == set()


def test_who_presides_over_a_secret_vote_counts_no_hands() -> None:
    commission = a_sealed_motion(a_voting_hall())
    room, vote = commission.house.hall, put(commission)
    (ask,) = presiding(by(room.chair))
    assert (ask.key, ask.progress) == ("close_vote", None)
    assert ask.href == reverse("voting:conduct", args=[vote.public_id])
    abandon(occasion=by(room.chair), box=commission.box, reason="A key is lost.")
    (ask,) = presiding(by(room.chair))
    assert (ask.key, ask.href) == ("open_vote", reverse("voting:open", args=[vote.item.public_id]))


def test_the_hall_and_the_member_see_that_a_vote_is_secret(settings: Settings) -> None:
    settings.LANGUAGE_CODE = "en"
    commission = a_sealed_motion(a_voting_hall())
    session = put(commission).session
    with translation.override("en"):
        assert "Have voted" not in hall(session.public_id)
        assert "Secret, electronic" in hall(session.public_id)
        assert "you vote in the booth" in member_now(session.public_id)
        assert "have voted" not in session_now(session.public_id)
