"""Journeys of sittings and execution, through the demonstration of each pack."""

import datetime as dt
import re
from itertools import islice

import pytest
from playwright.sync_api import Page, expect
from tests.journeys.conftest import PHONE, Visiting
from tests.journeys.institution import (
    Journey,
    fill,
    fill_day,
    plain,
    press,
    submit,
    titles,
)
from tests.journeys.looking import look

pytestmark = pytest.mark.journey

SUBJECT = titles(
    "subject",
    "On help after the flood",
    kk="Су тасқынынан кейінгі көмек туралы",
    ru="О помощи после паводка",
)
PLACE = titles("place", "Hall of Accord", kk="Келісім залы", ru="Зал согласия")
TASK = titles("text", "Make a plan of help", kk="Көмек жоспарын жасау", ru="Составить план помощи")


@pytest.fixture
def journey(walking: Visiting) -> Journey:
    return Journey(walking.product, walking)


def needed(journey: Journey, rule: str, **facts: int) -> int:
    """How many the law asks for."""
    found = journey.law().check(rule, facts).needed
    assert found is not None
    return found


def start_request(journey: Journey, initiator: str) -> tuple[Page, str]:
    page = journey.person(initiator, PHONE).go("/sessions/requests/start/")
    look(page, "request-start")
    fill(page, **SUBJECT, reason="Villages wait for help.")
    assert submit(page, "reason") == 303
    return page, page.url.split("/requests/")[1].strip("/")


def sign(journey: Journey, request: str, members: list[str]) -> None:
    somebody = journey.visitor(PHONE)
    for member in members:
        somebody.step_into(member)
        path = f"/sessions/requests/{request}/"
        answer = somebody.send(f"{path}sign/", {}, before=path)
        assert answer.status in {302, 303}


def convene(journey: Journey, request: str, day: dt.date) -> str:
    """The Chair convenes on a request: a day too late is refused, a lawful one is not."""
    page = journey.role("chair").go(f"/sessions/requests/{request}/convene/")
    facts = {"decided": journey.today, "start": day}
    last = journey.law().check("extraordinary_session", facts).last_lawful_day
    assert last is not None
    fill(page, **PLACE, time="10:00")
    page.locator("[name=competence]").select_option(index=1)
    fill_day(page, last + dt.timedelta(days=1))
    assert press(page, "Convene the Session") == 409
    fill_day(page, day)
    look(page, "request-convene")
    assert press(page, "Convene the Session") == 303
    page.goto(f"{journey.product.address}/sessions/requests/{request}/")
    link = page.locator("a[href^='/sessions/']", has_text=re.compile("Session")).last
    return str(link.get_attribute("href")).split("/")[2]


def register(journey: Journey, session: str, count: int) -> None:
    """The clerk ticks so many members on the pages of the register."""
    page, done, number = journey.role("clerk").page, 0, 1
    while done < count:
        page.goto(f"{journey.product.address}/sessions/{session}/attendance/?page={number}")
        boxes = page.locator("input[name=member]")
        values = [str(box.get_attribute("value")) for box in boxes.all()][: count - done]
        assert values, "nobody is left to register"
        for value in values:
            page.check(f'input[value="{value}"]')
        assert press(page, "Register all that are ticked") == 303
        done, number = done + len(values), number + 1


def absent(journey: Journey, session: str) -> list[str]:
    """Members who have not registered, by public identifier."""
    page = journey.role("clerk").go(f"/sessions/{session}/attendance/?show=absent")
    names = plain(page.locator("main").inner_text())
    return [person for person, name in journey.names_on("/members/").items() if name in names]


def leave(journey: Journey, person: str) -> None:
    """A member leaves by an own statement, on the phone."""
    page = journey.person(person, PHONE).go("/membership/own/")
    look(page, "leaving")
    page.get_by_role("link", name="Leave").first.click()
    look(page, "leave")
    assert submit(page, "request_key") == 303


def test_an_extraordinary_session_from_first_signature_to_holding(journey: Journey) -> None:
    members = journey.members()
    wanted = needed(journey, "extraordinary_request", members=len(members), signatures=1)
    signers = list(islice(journey.able(members), wanted))
    page, request = start_request(journey, signers[0])
    sign(journey, request, signers[1:-1])
    page.reload()
    assert press(page, "File with the Chair") == 409
    refused = plain(page.locator("main").inner_text())
    assert str(wanted) in refused
    assert str(wanted - 1) in refused
    look(page, "request-one-short")

    sign(journey, request, signers[-1:])
    page.goto(f"{journey.product.address}/sessions/requests/{request}/")
    look(page, "request")
    assert press(page, "File with the Chair") == 303
    tomorrow = journey.today + dt.timedelta(days=1)
    session = convene(journey, request, tomorrow)
    journey.move_to(tomorrow)

    # A resignation changes the running quorum: one short of it, until somebody leaves.
    quorum = needed(journey, "session_quorum", members=len(members), present=0)
    register(journey, session, quorum - 1)
    chair = journey.role("chair")
    there = f"/sessions/{session}/"
    assert chair.send(f"{there}open/", {}, before="/desk/chair/").status == 409
    away = journey.able(absent(journey, session))
    left = 0
    while needed(journey, "session_quorum", members=len(members) - left, present=0) >= quorum:
        leave(journey, next(away))
        left += 1
    page = chair.go(there)
    look(page, "session-with-quorum")
    assert press(page, "Open the sitting") == 303
    assert chair.send(f"{there}close/", {}, before=there).status in {302, 303}
    assert "Closed" in plain(chair.go(there).locator("main").inner_text())


def poll(journey: Journey, title: dict[str, str], *, votes_for: int, council: list[str]) -> Page:
    """A poll in which so many are for and the others against, closed once all have answered."""
    page = journey.role("secretary").go("/polls/open/")
    page.locator("[name=q1_kind]").select_option("consider_most_important_questions")
    fill(page, **title, time="18:00")
    fill_day(page, journey.today + dt.timedelta(days=30), name="ends")
    look(page, "poll-open")
    assert submit(page, "q1_kind") == 303
    address = page.url.rstrip("/") + "/"
    sheet = address.removeprefix(journey.product.address) + "sheet/"
    first = journey.person(council[0], PHONE).go(sheet)
    look(first, "poll-sheet")
    name = str(first.locator("input[type=radio]").first.get_attribute("name"))
    somebody = journey.visitor(PHONE)
    for place, member in enumerate(council):
        somebody.step_into(member)
        choice = "for" if place < votes_for else "against"
        assert somebody.send(sheet, {name: choice}, before=sheet).status in {302, 303}
        if place == 0:
            page.reload()
            expect(page.locator(".tally")).to_have_count(0)
    page.goto(address)
    look(page, "poll")
    assert press(page, "Close the poll") == 303
    return page


def test_a_council_poll_reaches_or_misses_what_the_law_asks(journey: Journey) -> None:
    council = journey.council()
    wanted = needed(journey, "council_poll", **{"members": len(council), "for": len(council)})
    title = titles("q1_title", "On the year of books", kk="Кітап жылы туралы", ru="О годе книги")
    adopted = poll(journey, title, votes_for=wanted, council=council)
    assert re.search("Decision No", adopted.locator("main").inner_text())
    look(adopted, "poll-adopted")
    missed = poll(journey, title, votes_for=wanted - 1, council=council)
    assert "not adopted" in plain(missed.locator("main").inner_text())
    look(missed, "poll-missed")


def test_a_candidature_cannot_be_asked_by_poll(journey: Journey) -> None:
    page = journey.role("secretary").go("/polls/open/")
    offered = page.locator("[name=q1_kind] option").evaluate_all("all => all.map(o => o.value)")
    assert "consider_membership_candidates" not in offered


def assign(journey: Journey, executor: str, deadline: dt.date) -> str:
    """The Working Organ assigns on a decision; where its page is."""
    page = journey.role("secretary").go("/assignments/register/")
    page.locator("main a[href^='/assignments/']").locator("visible=true").filter(
        has_text=re.compile(r"\d+/\d+-\d+")
    ).first.click()
    page.locator("a[href*='/assignments/decisions/']").first.click()
    page.locator("a[href$='/assign/']").first.click()
    fill(page, **TASK, lead_person=executor)
    fill_day(page, deadline, name="deadline")
    look(page, "assign")
    assert submit(page, "text_kk") == 303
    if not re.search(r"/assignments/[a-z0-9]{12}/$", page.url):
        page.get_by_role("link", name=re.compile("Make a plan of help|[0-9]+-[0-9]+")).last.click()
    return page.url.removeprefix(journey.product.address)


def report(page: Page, address: str, text: str) -> None:
    page.goto(address)
    page.locator("a[href$='/report/']").first.click()
    page.fill("[name=text]", text)
    file = {"name": "plan.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 plan"}
    page.set_input_files("[name=evidence]", file)  # type: ignore[arg-type] # a plain dict is what it takes
    look(page, "report")
    assert submit(page, "text") == 303


def test_an_assignment_from_decision_to_acceptance(journey: Journey) -> None:
    executor = list(islice(journey.able(journey.members()), 4))[-1]
    deadline = journey.today + dt.timedelta(days=2)
    there = assign(journey, executor, deadline)
    address = journey.product.address + there
    worker = journey.person(executor, PHONE).go("/assignments/mine/")
    assert "Make a plan of help" in worker.locator("main").inner_text()
    look(worker, "assignments-mine")
    worker.goto(address)
    assert press(worker, "Take") == 303

    journey.move_to(deadline + dt.timedelta(days=1))
    worker.goto(journey.product.address + "/desk/own/")
    assert "late" in plain(worker.locator("main").inner_text())
    look(worker, "own-desk")
    report(worker, address, "The plan is drafted.")

    secretary = journey.role("secretary").go("/assignments/control/")
    look(secretary, "assignments-control")
    secretary.goto(address)
    secretary.locator("a[href$='/return/']").first.click()
    fill(secretary, reason="The villages are missing.")
    assert submit(secretary, "reason") == 303
    report(worker, address, "The villages are in it.")
    secretary.goto(address)
    secretary.locator("a[href$='/accept/']").first.click()
    secretary.locator("[name=effect]").first.check()
    fill(secretary, text="The purpose is achieved.")
    look(secretary, "accept")
    assert submit(secretary, "effect") == 303
    public = journey.visitor().go(there)
    assert "Accepted" in public.locator("main").inner_text()
    look(public, "assignment")
