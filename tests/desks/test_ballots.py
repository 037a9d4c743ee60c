"""Electronic secret ballots at the desks: each finds the next deed, a member the booth."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from tests.elections.builders import DAY, a_house
from tests.elections.commission import a_ready_box, a_sealed_box, an_open_box
from tests.people.builders import an_account
from tests.voting.builders import by

from shanyraq.desks.components import member_ballot
from shanyraq.desks.queries.chair import presiding
from shanyraq.desks.queries.own import asks_of_own
from shanyraq.elections.actions import announce
from shanyraq.platform import clock
from shanyraq.platform.models import ClockShift
from shanyraq.platform.occasion import Actor

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
