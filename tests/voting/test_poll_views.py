"""Pages of a poll: the Working Organ's, a member's phone, the result; nothing shows too early."""

import io
import logging
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from pypdf import PdfReader
from pytest_django import Settings
from tests.people.builders import an_account
from tests.voting.builders import (
    DAY,
    Council,
    a_council,
    a_poll,
    answer,
    asked,
    by,
    concluded,
    poll_ends,
)

from shanyraq.people.models import Person
from shanyraq.platform import clock
from shanyraq.platform.live import FRAGMENTS, render
from shanyraq.platform.models import ClockShift
from shanyraq.platform.occasion import Actor
from shanyraq.sittings.models import Session
from shanyraq.voting.actions import close_poll, open_poll
from shanyraq.voting.enums import Choice
from shanyraq.voting.models import Ballot, Decision, Reminder, Sheet
from shanyraq.voting.queries import poll_votes

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_the_day(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.DEMONSTRATION = True
    settings.LANGUAGE_CODE = "en"
    ClockShift.objects.create(days=(DAY - clock.today()).days)
    monkeypatch.setattr(clock, "now", lambda: by(Actor("")).at)


def signed_in(client: Client, actor: Actor) -> Client:
    person = Person.objects.get(public_id=actor.public_id)
    account = getattr(person, "user", None) or an_account(
        email=f"{person.public_id}@example.kz", person=person
    )
    client.force_login(account)
    return client


def member(client: Client, house: Council, number: int = 0) -> Client:
    return signed_in(client, house.members[number].person.actor)


def page(client: Client, name: str, *args: str, status: int = 200) -> str:
    response = client.get(reverse(f"voting:{name}", args=args))
    assert response.status_code == status
    return response.content.decode()


def post(client: Client, name: str, *args: str, **data: str) -> tuple[int, str]:
    response = client.post(reverse(f"voting:{name}", args=args), {"request_key": "key", **data})
    return response.status_code, response.content.decode()


TYPED = {
    "count": "1",
    "q1_kind": "consider_most_important_questions",
    "q1_title_kk": "Жоспар туралы",
    "q1_title_ru": "О плане",
    "q1_title_en": "On the plan",
    "ends_day": "30",
    "ends_month": "10",
    "ends_year": "2008",
    "time": "18:00",
}


def test_the_clerk_opens_a_poll_of_several_questions(client: Client) -> None:
    house = a_council()
    signed_in(client, house.clerk)
    assert "Question 1" in page(client, "open-poll")
    status, form = post(client, "open-poll", **TYPED, more="1")
    assert status == 200
    assert "О плане" in form
    assert "Question 2" in form
    assert not Session.objects.exists()
    second = {key.replace("q1", "q2"): value for key, value in TYPED.items() if "q1" in key}
    assert post(client, "open-poll", **{**TYPED, **second, "count": "2"})[0] == 303
    assert poll_votes(Session.objects.get()).count() == 2


def test_what_was_typed_stays_when_the_form_is_not_complete(client: Client) -> None:
    house = a_council()
    signed_in(client, house.clerk)
    status, form = post(client, "open-poll", **{**TYPED, "q1_title_ru": ""})
    assert status == 422
    assert "Жоспар туралы" in form
    early = {**TYPED, "ends_day": str(DAY.day - 1)}
    assert post(client, "open-poll", **early)[0] == 422
    assert not Session.objects.exists()


def test_only_the_working_organ_gets_the_form(client: Client) -> None:
    house = a_council()
    assert page(client, "open-poll", status=302) == ""
    page(member(client, house), "open-poll", status=403)


def test_a_member_answers_on_the_phone_and_sees_what_was_recorded(client: Client) -> None:
    house = a_council()
    poll = a_poll(house, questions=2)
    member(client, house)
    form = page(client, "sheet", poll.public_id)
    assert form.count('type="radio"') == 6
    assert "data-resend" in form
    first, second = (vote.public_id for vote in poll_votes(poll))
    status, half = post(client, "sheet", poll.public_id, **{first: "for"})
    assert status == 422
    assert "to abstain is an answer too" in half
    assert re.search(r'value="for"[^>]*checked', half)
    assert not Ballot.objects.exists()
    answers = {first: "for", second: "abstain"}
    assert post(client, "sheet", poll.public_id, **answers)[0] == 303
    receipt = page(client, "sheet", poll.public_id)
    assert "Your answers are recorded" in receipt
    assert "<form" not in receipt.split("<main")[1]
    assert post(client, "sheet", poll.public_id, **answers, request_key="other")[0] == 409
    assert Sheet.objects.count() == 1


def test_others_get_no_sheet(client: Client) -> None:
    house = a_council()
    poll = a_poll(house)
    page(client, "sheet", poll.public_id, status=302)
    page(signed_in(client, house.clerk), "sheet", poll.public_id, status=403)


def test_the_clerk_sees_who_has_answered_and_reminds_the_others(client: Client) -> None:
    house = a_council(members=3)
    poll = a_poll(house)
    answer(poll, house.members[:1])
    signed_in(client, house.clerk)
    shown = page(client, "poll", poll.public_id)
    assert "<strong>1</strong> of 3" in shown
    assert "Without an answer: 2" in shown
    assert "Close the poll" not in shown
    assert post(client, "remind", poll.public_id)[0] == 303
    assert post(client, "remind", poll.public_id, request_key="again")[0] == 409
    assert Reminder.objects.count() == 1
    assert post(client, "close-poll", poll.public_id)[0] == 409
    answer(poll, house.members[1:])
    assert "Close the poll" in page(client, "poll", poll.public_id)
    assert post(client, "close-poll", poll.public_id)[0] == 303


def test_a_closed_poll_shows_each_result_with_its_explanation_and_the_names(
    client: Client,
) -> None:
    house = a_council(members=3)
    poll = a_poll(house, questions=2)
    answer(poll, house.members[:1], Choice.AGAINST)
    answer(poll, house.members[1:])
    close_poll(occasion=by(house.clerk), poll=poll)
    shown = page(client, "poll", poll.public_id)
    assert shown.count("Decision No. P1/") == 2
    assert "Why it came out so" in shown
    names = page(client, "poll-names", poll.public_id)
    assert names.count("Against") == 2
    assert "P1/1" in page(client, "decision", Decision.objects.first().public_id)  # type: ignore[union-attr]


def test_what_is_not_adopted_is_shown_with_its_explanation(client: Client) -> None:
    house = a_council(members=3)
    poll = a_poll(house)
    concluded(house, poll)
    shown = page(client, "poll", poll.public_id)
    assert "not adopted" in shown
    assert "Why it came out so" in shown


def test_the_questions_of_a_poll_lead_to_the_poll_from_the_pages_of_votes(client: Client) -> None:
    house = a_council()
    poll = a_poll(house)
    vote = poll_votes(poll)[0]
    for name in ("vote", "conduct", "names", "names-csv"):
        response = client.get(reverse(f"voting:{name}", args=[vote.public_id]))
        assert response["Location"] == reverse("voting:poll", args=[poll.public_id])
    signed_in(client, house.clerk)
    assert post(client, "close", vote.public_id)[0] in {403, 409}
    member(client, house)
    assert post(client, "vote", vote.public_id, choice="for")[0] == 409
    assert not Ballot.objects.exists()


def test_the_list_takes_the_same_number_of_queries_however_long(client: Client) -> None:
    house = a_council(members=1)
    counts = []
    for _ in range(3):
        a_poll(house)
        counts.append(queries_of(client, reverse("voting:polls")))
    assert len(set(counts)) == 1


@pytest.mark.parametrize("name", ["poll", "poll-names"])
def test_the_result_takes_the_same_number_of_queries_however_large(
    client: Client, name: str
) -> None:
    counts = []
    for size in (1, 3):
        with transaction.atomic():
            house = a_council(members=3 * size)
            poll = a_poll(house, questions=2)
            answer(poll, house.members)
            close_poll(occasion=by(house.clerk), poll=poll)
            counts.append(queries_of(client, reverse(f"voting:{name}", args=[poll.public_id])))
            transaction.set_rollback(True)
    assert counts[0] == counts[1]


def queries_of(client: Client, address: str) -> int:

    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


# Hidden until closed: whatever page, part or file is asked for, by whomever.


def patterns(resolver: URLResolver, prefix: str = "") -> Iterator[str]:
    """Names of all addresses of the product."""
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            space = f"{prefix}{one.namespace}:" if one.namespace else prefix
            yield from patterns(one, space)
        elif isinstance(one, URLPattern) and one.name:
            yield f"{prefix}{one.name}"


def everything_shown(client: Client, poll: Session) -> dict[str, str]:
    """Every page about the poll, and every live part, as the reader gets them."""
    ids = [poll.public_id]
    for vote in poll_votes(poll):
        ids += [vote.public_id, vote.item.public_id]
    ids += [sheet.public_id for sheet in Sheet.objects.filter(session=poll)]
    ids += [ballot.public_id for ballot in Ballot.objects.filter(voter__vote__session=poll)]
    shown = {}
    for name in set(patterns(get_resolver())):
        for number, one in enumerate(ids):
            for args in ([one], [one, "en"]):
                try:
                    address = reverse(name, args=args)
                except Exception:  # noqa: BLE001, S112 -- an address of other arguments
                    continue
                response = client.get(address)
                shown[f"{name} {number} {len(args)}"] = tidy(text_of(response), ids)
    for topic, part in FRAGMENTS:
        for number, one in enumerate(ids):
            shown[f"{topic} {part} {number}"] = tidy(told(topic, one, part), ids)
    return shown


def text_of(response: Any) -> str:  # noqa: ANN401 -- whatever kind of answer it is
    body = b"".join(response) if response.streaming else response.content
    if body.startswith(b"%PDF"):
        return "\n".join(one.extract_text() for one in PdfReader(io.BytesIO(body)).pages)
    return str(body.decode(errors="replace"))


def told(topic: str, public_id: str, part: str) -> str:
    try:
        return render(f"{topic}:{public_id}", part)
    except Exception as fault:  # noqa: BLE001 -- no such thing under this topic
        return type(fault).__name__


def tidy(text: str, ids: list[str]) -> str:
    """What is drawn by lot each time does not count: keys, tokens, hashes, identifiers."""
    for number, one in enumerate(ids):
        text = text.replace(one, f"id{number}")
    text = re.sub(r'name="(csrfmiddlewaretoken|request_key)" value="[^"]*"', "", text)
    return re.sub(r"\b[0-9a-f]{16,64}\b|nonce-[^ '\"]*|nonce=\"[^\"]*\"", "", text)


@pytest.mark.parametrize("reader", ["clerk", "member", "nobody"])
def test_no_page_and_no_live_part_tells_a_choice_before_the_end(
    client: Client, reader: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL, logger="django.request")
    house = a_council(members=3)
    poll = a_poll(house)
    if reader == "clerk":
        signed_in(client, house.clerk)
    if reader == "member":
        member(client, house, 2)
    seen = []
    for choice in (Choice.FOR, Choice.AGAINST):
        with transaction.atomic():
            answer(poll, house.members[:2], choice)
            seen.append(everything_shown(client, poll))
            transaction.set_rollback(True)
    assert len(seen[0]) > 30
    assert [name for name in seen[0] if seen[0][name] != seen[1][name]] == []


def test_a_nomination_is_warned_of_on_the_page(client: Client) -> None:
    house = a_council(members=1)
    nomination = asked(kind=asked().kind.__class__.MAZHILIS_CANDIDATES)
    poll = open_poll(occasion=by(house.clerk), ends_at=poll_ends(), questions=[nomination])
    assert str(nomination.kind.label) in page(client, "poll", poll.public_id)
