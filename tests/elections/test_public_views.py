"""The public board: what everybody sees of a ballot box, and what it promises."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import Settings
from tests.elections.builders import DAY, a_house
from tests.elections.commission import Commission, a_commission, an_electronic_election, an_open_box
from tests.people.builders import an_account
from tests.voting.builders import by

from shanyraq.ballots.hashing import base64_hash
from shanyraq.elections.actions import abandon, announce
from shanyraq.elections.models import ReceivedBallot
from shanyraq.elections.queries import box_law, election_record, head_of, held_in, tracker_of
from shanyraq.platform import clock
from shanyraq.platform.languages import LANGUAGES
from shanyraq.platform.models import ClockShift
from shanyraq.site.commands.ballots_family import ballots

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_the_day(settings: Settings) -> None:
    settings.DEMONSTRATION = True
    settings.LANGUAGE_CODE = "en"
    ClockShift.objects.create(days=(DAY - clock.today()).days)


def at(commission: Commission, name: str = "board") -> str:
    return reverse(f"elections:{name}", args=[commission.box.public_id])


def shown(commission: Commission, name: str = "board") -> str:
    answer = Client().get(at(commission, name))
    assert answer.status_code == 200
    return answer.content.decode()


def sought(commission: Commission, typed: str) -> str:
    answer = Client().post(at(commission), {"tracker": typed})
    assert answer.status_code == 200
    return answer.content.decode()


def a_box_with(ballots: int, *, members: int = 12) -> tuple[Commission, list[ReceivedBallot]]:
    commission = an_open_box(a_house(members=members), 2, seats=1)
    cast = [commission.vote(voter, [1, 0]) for voter in range(ballots)]
    commission.count()
    return commission, cast


def a_closed_box_with(ballots: int) -> tuple[Commission, list[ReceivedBallot]]:
    commission, cast = a_box_with(ballots)
    commission.close()
    return commission, cast


def test_the_board_shows_turnout_fingerprints_and_every_tracker() -> None:
    commission, cast = a_closed_box_with(3)
    with CaptureQueriesContext(connection) as queries:
        page = shown(commission)
    assert "<b data-turnout>3</b> of 12" in page
    assert election_record(commission.box).fingerprint in page
    assert head_of(commission.box) in page
    assert f"shanyraq ballots verify {commission.box.uuid}.bel" in page
    for ballot in cast:
        assert tracker_of(ballot.sha256) in page
    assert len(queries) < 60


def test_a_tracker_is_found_however_it_was_pasted() -> None:
    commission, [ballot] = a_closed_box_with(1)
    own = tracker_of(ballot.sha256)
    assert own == base64_hash(commission_body(commission, ballot))
    for typed in (own, f" {own}= ", f"{own[:20]}\n{own[20:]}"):
        assert "Your ballot is in the box." in sought(commission, typed)
    assert "No ballot with this tracker" in sought(commission, "A" * 43)
    assert "This is no tracker" in sought(commission, own[:-1])


def test_a_ballot_that_waits_for_others_is_in_the_box_and_told_to_be() -> None:
    batch = box_law(DAY).batch
    commission, cast = a_box_with(2 * batch, members=2 * batch)
    shown_now = shown(commission)
    assert f"<b data-turnout>{2 * batch}</b>" in shown_now
    waiting = set(held_in(commission.box).values_list("sha256", flat=True))
    assert len(waiting) == batch
    for ballot in cast:
        tracker = tracker_of(ballot.sha256)
        found = sought(commission, tracker)
        assert "Your ballot is in the box." in found
        assert ("put on this board together with others" in found) == (ballot.sha256 in waiting)
        assert (tracker in shown_now) == (ballot.sha256 not in waiting)
    assert f"{batch} more ballots are checked" in shown_now


def commission_body(commission: Commission, ballot: ReceivedBallot) -> bytes:
    return bytes(commission.box.board.get(sha256=ballot.sha256).body)


def test_a_tracker_is_sought_without_any_cookie() -> None:
    commission, [ballot] = a_box_with(1)
    page = shown(commission)
    assert "elections/search.js" in page
    assert "the server sees with the search who asks for this ballot" in page
    client = Client(enforce_csrf_checks=True)
    answer = client.post(at(commission), {"tracker": tracker_of(ballot.sha256)})
    assert "Your ballot is in the box." in answer.content.decode()


def test_a_ballot_on_its_way_is_told_as_such() -> None:
    commission = an_open_box(a_house(members=12), 2, seats=1)
    waiting = commission.vote(0, [1, 0])
    assert "is being checked" in sought(commission, tracker_of(waiting.sha256))


def test_trackers_are_paged_in_the_order_of_the_archive(monkeypatch: pytest.MonkeyPatch) -> None:
    commission, _cast = a_closed_box_with(3)
    monkeypatch.setattr("shanyraq.elections.views.public.PAGE", 2)
    assert "Page 1 of 2" in shown(commission)
    last = Client().get(at(commission), {"page": "2"}).content.decode()
    assert last.count('class="mono"') == 1
    assert '<span class="no">3</span>' in last


def test_the_result_appears_once_it_is_announced() -> None:
    commission, _cast = a_box_with(3)
    commission.close()
    commission.decrypt(*commission.devices[: commission.box.threshold])
    commission.conclude()
    assert "Counted, not announced yet" in shown(commission)
    announce(occasion=by(commission.house.hall.chair), election=commission.election)
    page = shown(commission)
    assert "Counted, not announced yet" not in page
    assert "of 1 seats are filled" in page


def test_a_box_that_was_given_up_says_so_and_keeps_what_was_written() -> None:
    commission, [ballot] = a_closed_box_with(1)
    abandon(occasion=by(commission.house.hall.chair), box=commission.box, reason="Key lost")
    page = shown(commission)
    assert "was given up" in page
    assert tracker_of(ballot.sha256) in page


def test_before_it_is_sealed_the_board_shows_the_way_alone() -> None:
    house = a_house(members=12)
    commission = a_commission(house, an_electronic_election(house, 2, seats=1))
    page = shown(commission)
    assert 'aria-current="step"' in page
    assert "Download the archive" not in page


def test_the_standing_names_nobody() -> None:
    commission, _cast = a_box_with(1)
    told = Client().get(at(commission, "standing")).json()
    assert told == {
        "state": "open", "turnout": 1, "roll": 12, "head": head_of(commission.box)
    }  # fmt: skip


def test_what_is_promised_and_what_is_not_in_every_language() -> None:
    house = a_house(members=12)
    commission = a_commission(house, an_electronic_election(house, 2, seats=1))
    assert "No protection from pressure" in shown(commission, "promises")
    for language in LANGUAGES:
        answer = Client().get(at(commission, "promises"), HTTP_ACCEPT_LANGUAGE=language)
        assert answer.status_code == 200


@pytest.mark.parametrize("name", ["promises", "registrar", "trustee"])
def test_a_page_that_sees_secrets_says_whose_program_that_is(name: str) -> None:
    house = a_house(members=12)
    commission = a_commission(house, an_electronic_election(house, 2, seats=1))
    people = {"registrar": commission.registrar, "trustee": commission.devices[0].person}
    client = Client()
    if name in people:
        account = an_account(email="holder@example.kz", person=people[name])
        client.force_login(account)
    page = client.get(at(commission, name)).content.decode()
    assert "The server delivers" in page
    assert "command line, got elsewhere" in page


def test_a_vote_needs_no_program_of_the_server(tmp_path: Path) -> None:
    commission = an_open_box(a_house(members=12), 2, seats=1)
    promises = shown(commission, "promises")
    assert f"shanyraq ballots vote {commission.box.uuid}.bel" in promises
    assert f"--data-binary @ballot.json http://testserver{at(commission, 'cast')}" in promises
    archive, ballot = tmp_path / "election.bel", tmp_path / "ballot.json"
    archive.write_bytes(commission.archive())
    made = CliRunner().invoke(
        ballots, ["vote", str(archive), "[[1,0]]", "--out", str(ballot)], commission.credentials[0]
    )
    assert made.exit_code == 0, made.output
    sent = Client().post(
        at(commission, "cast"), ballot.read_bytes(), "application/x-www-form-urlencoded"
    )
    assert sent.json()["tracker"] in made.output
    commission.count()
    assert "Your ballot is in the box." in sought(commission, sent.json()["tracker"])


def test_the_board_answers_nothing_but_looking_and_searching() -> None:
    commission, _cast = a_box_with(0)
    assert Client().put(at(commission)).status_code == 405
