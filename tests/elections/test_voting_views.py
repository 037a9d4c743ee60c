"""The booth and what it asks of the server: nobody is named by any of it."""

import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import Settings
from tests.elections.builders import DAY, a_house
from tests.elections.commission import Commission, a_ready_box, an_open_box
from tests.people.builders import an_account

from shanyraq.ballots.hashing import base64_hash
from shanyraq.elections.enums import BallotState
from shanyraq.elections.models import ReceivedBallot
from shanyraq.elections.queries import archive_of, election_record
from shanyraq.platform import clock
from shanyraq.platform.models import ClockShift, JournalEntry

pytestmark = pytest.mark.django_db

#: What a request that names nobody leaves alone.
NAMING = ("django_session", "people_user")


@pytest.fixture(autouse=True)
def _on_the_day(settings: Settings) -> None:
    settings.DEMONSTRATION = True
    settings.LANGUAGE_CODE = "en"
    ClockShift.objects.create(days=(DAY - clock.today()).days)


def at(commission: Commission, name: str) -> str:
    return reverse(f"elections:{name}", args=[commission.box.public_id])


def a_member(commission: Commission) -> Client:
    client = Client()
    person = commission.house.hall.members[0].person
    client.force_login(an_account(email="member@example.kz", person=person))
    return client


def sent(client: Client, commission: Commission, ballot: bytes) -> tuple[int, dict[str, object]]:
    answer = client.post(at(commission, "cast"), ballot, content_type="application/json")
    return answer.status_code, json.loads(answer.content)


def named_by(queries: CaptureQueriesContext) -> list[str]:
    said = [one["sql"] for one in queries.captured_queries]
    return [sql for sql in said if any(f'"{name}"' in sql for name in NAMING)]


def test_casting_reads_no_account_no_session_and_no_cookie() -> None:
    commission = an_open_box(a_house(members=12), 2, seats=1)
    client = a_member(commission)
    entries = JournalEntry.objects.count()
    ballot = commission.a_ballot(0, [1, 0])
    with CaptureQueriesContext(connection) as queries:
        answer = client.post(at(commission, "cast"), ballot, content_type="application/json")
    assert answer.status_code == 200
    assert named_by(queries) == []
    assert not answer.wsgi_request.session.accessed
    assert "_cached_user" not in vars(answer.wsgi_request)
    assert answer.cookies == {}
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert "no-store" in answer.headers["Cache-Control"]
    assert JournalEntry.objects.count() == entries


def test_a_ballot_without_any_cookie_needs_no_token() -> None:
    commission = an_open_box(a_house(members=12), 2, seats=1)
    stranger = Client(enforce_csrf_checks=True)
    ballot = commission.a_ballot(0, [1, 0])
    status, told = sent(stranger, commission, ballot)
    assert (status, told["state"], told["tracker"]) == (200, "received", base64_hash(ballot))
    assert sent(stranger, commission, ballot) == (200, told)
    assert ReceivedBallot.objects.count() == 1


def test_a_refusal_is_told_in_the_language_of_the_page() -> None:
    commission = an_open_box(a_house(members=12), 2, seats=1)
    answer = Client().post(
        at(commission, "cast"), b"{}", content_type="application/json", HTTP_ACCEPT_LANGUAGE="en"
    )
    told = answer.json()
    assert (answer.status_code, told["code"]) == (422, "ballot-malformed")
    assert told["message"]
    assert told["remedy"]


def test_the_fate_of_a_ballot_is_followed_by_its_tracker() -> None:
    commission = an_open_box(a_house(members=12), 2, seats=1)
    _, told = sent(Client(), commission, commission.a_ballot(0, [1, 0]))

    def fate(tracker: object) -> object:
        with CaptureQueriesContext(connection) as queries:
            answer = Client().post(
                at(commission, "tracked"), str(tracker), content_type="text/plain"
            )
        assert named_by(queries) == []
        return answer.json()["state"]

    assert fate(told["tracker"]) == BallotState.RECEIVED
    commission.count()
    assert fate(told["tracker"]) == BallotState.ACCEPTED
    assert fate("nonsense") == fate("A" * 43) == "unknown"


def test_the_booth_knows_nobody_and_shows_the_candidates() -> None:
    commission = an_open_box(a_house(members=12), 2, seats=1)
    client = a_member(commission)
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(at(commission, "booth"))
    shown = answer.content.decode()
    assert named_by(queries) == []
    assert shown.count('name="choice"') == 2
    assert election_record(commission.box).fingerprint in shown
    assert "member@example.kz" not in shown
    assert "Sign out" not in shown
    assert "no-store" in answer.headers["Cache-Control"]
    assert len(queries) < 20


def test_before_the_opening_and_after_the_close_the_booth_says_so() -> None:
    commission = a_ready_box(a_house(members=12), 2, seats=1)
    assert Client().get(at(commission, "record")).status_code == 404
    waiting = Client().get(at(commission, "booth")).content.decode()
    assert 'name="choice"' not in waiting
    assert "Voting has not been opened yet" in waiting


def test_the_record_and_the_archive_are_served_byte_for_byte() -> None:
    commission = an_open_box(a_house(members=12), 2, seats=1)
    commission.vote(0, [1, 0])
    commission.count()
    record = Client().get(at(commission, "record"))
    assert record.content == election_record(commission.box).body
    archive = Client().get(at(commission, "archive"))
    held = b"".join(archive.streaming_content)  # type: ignore[attr-defined] # a stream
    assert held == b"".join(archive_of(commission.box))
    assert f"{commission.box.uuid}.bel" in archive.headers["Content-Disposition"]
