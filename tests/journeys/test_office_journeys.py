"""Journeys of offices: a deputy of the Chair, the head of a secretariat, in each pack."""

import datetime as dt
import re

import pytest
from playwright.sync_api import Page
from tests.journeys.conftest import PHONE, Visiting, Visitor
from tests.journeys.institution import (
    Journey,
    attach,
    enter_act,
    fill,
    fill_day,
    plain,
    press,
    titles,
)
from tests.journeys.looking import look
from tests.journeys.meeting import prepare_council

pytestmark = pytest.mark.journey

ACT = titles(
    "act_title",
    "On the head of the secretariat",
    kk="Хатшылық меңгерушісі туралы",
    ru="О заведующем секретариатом",
)
DEPUTIES = "/membership/deputies/"


@pytest.fixture
def journey(walking: Visiting) -> Journey:
    return Journey(walking.product, walking)


def needed(journey: Journey) -> int:
    """How many votes of the Council propose a deputy."""
    members = len(journey.council())
    found = journey.law().check("council_decision", {"members": members, "for": members}).needed
    assert found
    return found


def vacate(journey: Journey, secretary: Page) -> None:
    """The act that releases the last deputy is recorded; the calendar says that a post is free."""
    secretary.goto(journey.product.address + DEPUTIES)
    secretary.get_by_role("link", name="Record a release").last.click()
    assert enter_act(secretary, "Record the release", number="P-1", signed=journey.today) == 303
    wanted = journey.law().check("deputy_chairs", {"deputies": 0}).needed
    assert wanted
    assert len(journey.deputies()) == wanted - 1
    look(secretary, "deputies-vacancy")
    calendar = secretary.context.new_page()
    calendar.goto(journey.product.address + "/calendar/")
    verdict = journey.law().check("deputy_chairs", {"deputies": wanted - 1})
    text = plain(calendar.locator("main").inner_text())
    assert plain(verdict.tell("en").citation) in text
    look(calendar, "calendar-vacancy")


def refused_at_a_meeting(journey: Journey, person: str, name: str) -> None:
    """One vote short of what the law asks, the Council has proposed nobody."""
    meeting = prepare_council(journey)
    page = meeting.keeper.go(DEPUTIES)
    page.get_by_role("link", name="Put a proposal before a meeting").click()
    fill(page, person=person)
    page.check(f"[name=session][value='{meeting.there.split('/')[2]}']")
    look(page, "deputy-propose")
    assert press(page, "Put it on the agenda") == 303
    meeting.convene_jointly()
    journey.move_to(meeting.day)
    members = meeting.register()
    assert meeting.open() == 303
    meeting.take_up(name)
    short = needed(journey) - 1
    page = meeting.vote(name, votes_for=short, against=members - short)
    assert "Not adopted" in plain(page.locator("main").inner_text())
    look(page, "deputy-not-adopted")
    meeting.finish(name)
    meeting.take_up("On the work plan")
    meeting.finish("On the work plan")
    meeting.close()


def proposed_by_poll(journey: Journey, secretary: Page, person: str) -> None:
    """The members of the Council answer sheets, as many for as the law asks."""
    wanted = needed(journey)
    secretary.goto(journey.product.address + DEPUTIES)
    secretary.get_by_role("link", name="Ask by poll").click()
    fill(secretary, person=person)
    look(secretary, "deputy-poll")
    assert press(secretary, "Open the poll") == 303
    sheet = secretary.url.removeprefix(journey.product.address) + "sheet/"
    council = journey.council()
    page = journey.person(council[0], PHONE).go(sheet)
    question = str(page.locator("input[type=radio]").first.get_attribute("name"))
    somebody = journey.visitor(PHONE)
    for place, member in enumerate(council):
        somebody.step_into(member)
        choice = "for" if place < wanted else "against"
        assert somebody.send(sheet, {question: choice}, before=sheet).status in {302, 303}
    secretary.reload()
    assert press(secretary, "Close the poll") == 303


def appoint(journey: Journey, secretary: Page, person: str, *, number: str) -> int:
    """Record the act of the one who appoints; how it was answered."""
    secretary.goto(f"{journey.product.address}/membership/deputies/appoint/{person}/")
    return enter_act(secretary, "Record the appointment", number=number, signed=journey.today)


def test_a_deputy_of_the_chair_comes_into_office(journey: Journey) -> None:
    names = journey.names_on("/members/")
    beyond = {*journey.council(), *journey.deputies()}
    first, second = [one for one in reversed(names) if one not in beyond][5:7]
    secretary = journey.role("secretary").page
    vacate(journey, secretary)
    refused_at_a_meeting(journey, first, names[first])
    assert appoint(journey, secretary, first, number="P-2") == 409
    refused = plain(secretary.locator("main").inner_text())
    chain = journey.law().check("appoint_deputy_chair", {"propose": False, "appoint": False})
    assert plain(chain.tell("en").citation) in refused
    assert "Put the proposal before a meeting or a poll" in refused
    look(secretary, "deputy-not-proposed")

    proposed_by_poll(journey, secretary, first)
    secretary.goto(journey.product.address + DEPUTIES)
    secretary.get_by_role("link", name="Record the act of appointment").first.click()
    look(secretary, "deputy-appoint")
    assert enter_act(secretary, "Record the appointment", number="P-3", signed=journey.today) == 303
    assert first in journey.deputies()
    text = plain(secretary.locator("main").inner_text())
    assert "No. P-3" in text
    words = journey.law().own.words
    for holder in journey.law().holders("appoint_deputy_chairs"):
        assert words[holder].spoken("en").removeprefix("the ").lower() in text.lower()

    proposed_by_poll(journey, secretary, second)
    assert appoint(journey, secretary, second, number="P-4") == 409
    refused = plain(secretary.locator("main").inner_text())
    facts = {"deputies": len(journey.deputies()) + 1}
    verdict = journey.law().check("deputy_chairs", facts)
    assert plain(verdict.tell("en").citation) in refused
    look(secretary, "deputy-one-too-many")


def enter_local_act(page: Page, button: str, *, number: str, signed: dt.date) -> int:
    """Describe a new act of the small assembly's chair and record what it does."""
    fill(page, act_number=number, **ACT)
    page.select_option("[name=act_kind]", "order")
    page.select_option("[name=act_issuer]", "small_assembly_chair")
    fill_day(page, signed, name="act_date")
    attach(page, "act_file")
    return press(page, button)


def ask(journey: Journey, chair: Page, *, secretariat: str, name: str) -> str:
    """Ask the Working Organ for its agreement, from the secretariat's own page."""
    chair.goto(journey.product.address + secretariat)
    chair.get_by_role("link", name="Ask for agreement to a head").click()
    fill(chair, person=name, note="Has led a school for ten years.")
    look(chair, "agreement-ask")
    assert press(chair, "Ask for agreement") == 303
    return chair.url.removeprefix(journey.product.address)


def answer(secretary: Visitor, agreement: str, *, agreed: bool) -> None:
    """The Working Organ finds the request in its list and answers it."""
    page = secretary.go("/bodies/")
    page.get_by_role("link", name="Agreements to heads of secretariats").click()
    page.locator(f"a[href='{agreement}']").click()
    page.check(f"[name=answer][value={'agree' if agreed else 'refuse'}]")
    if not agreed:
        assert press(page, "Give the answer") == 422
        fill(page, reason="The person knows no language of the district.")
    look(page, "agreement-answer")
    assert press(page, "Give the answer") == 303


def test_nobody_heads_a_secretariat_without_agreement(journey: Journey) -> None:
    page = journey.visitor().go("/bodies/")
    body = str(page.locator("section:has(h3) h2 a").last.get_attribute("href"))
    secretariat = str(page.locator("h3 a").last.get_attribute("href"))
    seated = {*journey.council(), *journey.deputies()}
    names = journey.names_on("/members/")
    person, name = next(one for one in reversed(names.items()) if one[0] not in seated)
    chair = journey.person(journey.people_on(body, part="posts")[0]).page
    chair.goto(journey.product.address + secretariat)
    chair.get_by_role("link", name=re.compile("^End")).first.click()
    fill_day(chair, journey.today, name="end_date")
    assert enter_local_act(chair, "Record the end", number="H-1", signed=journey.today) == 303

    secretary = journey.role("secretary")
    answer(secretary, ask(journey, chair, secretariat=secretariat, name=name), agreed=False)
    chair.reload()
    assert "knows no language" in chair.locator("main").inner_text()
    look(chair, "agreement-refused")
    chair.goto(f"{journey.product.address}{secretariat}appoint/")
    fill(chair, person=name)
    assert (
        enter_local_act(chair, "Record the appointment", number="H-2", signed=journey.today) == 409
    )
    refused = plain(chair.locator("main").inner_text())
    power = journey.law().can("agree_secretariat_heads", set())
    assert plain(power.tell("en").citation) in refused
    assert "agreement was refused" in refused

    answer(secretary, ask(journey, chair, secretariat=secretariat, name=name), agreed=True)
    chair.reload()
    chair.get_by_role("link", name="Record the appointment").click()
    look(chair, "head-appoint")
    assert (
        enter_local_act(chair, "Record the appointment", number="H-3", signed=journey.today) == 303
    )
    assert person in journey.people_on(secretariat, part="posts")
    public = journey.visitor().go(body)
    assert public.locator("tr", has_text="by office").filter(has_text=name).count()
    look(public, "small-assembly")
