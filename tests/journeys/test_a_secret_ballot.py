"""A secret electronic ballot from the commission to the verification by anybody.

Registrar, three holders of the key and ten voters, each at a device of his own: one votes twice,
one has a ballot opened and checked, one loses the device in the middle, one key is lost.
"""

import datetime as dt
import os
import shutil
import subprocess
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.journeys.balloting import (
    PATIENCE,
    Ballot,
    Device,
    House,
    a_meeting_of_the_council,
    hold,
    nominate,
    prepare_session,
)
from tests.journeys.conftest import DESK, PACKS, SHANYRAQ, Product, Visiting, running
from tests.journeys.institution import Journey
from tests.journeys.looking import look

pytestmark = pytest.mark.journey

CANDIDATES, SEATS, VOTERS = 4, 2, 10
#: More than the month before which a Session is announced.
NOTICE = dt.timedelta(days=45)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """A demonstration of its own, for it moves the date far ahead."""
    apart = {name: value for name, value in os.environ.items() if name != "SHANYRAQ_DATABASE_URL"}
    with running(tmp_path_factory.mktemp("ballot"), PACKS[0], apart) as served:
        yield served


@pytest.fixture
def journey(browser: Browser, alone: Product) -> Iterator[Journey]:
    visiting = Visiting(browser, alone)
    yield Journey(alone, visiting)
    for context in visiting.contexts:
        context.close()


@pytest.fixture
def house(journey: Journey) -> House:
    """A Session sits, candidates are nominated, the election is taken up."""
    people = list(islice(journey.able(journey.members()), CANDIDATES))
    secretary, chair, clerk = (journey.role(one) for one in ("secretary", "chair", "clerk"))
    made = House(journey, secretary, chair, clerk, people)
    day = journey.today + NOTICE
    prepare_session(made, day)
    meeting = a_meeting_of_the_council(made)
    journey.move_to(meeting.day)
    nominate(made, meeting, CANDIDATES)
    journey.move_to(day)
    members = len(journey.members())
    needed = journey.law().check("session_quorum", {"members": members, "present": members}).needed
    assert needed is not None
    hold(made, needed)
    return made


@pytest.fixture
def ballot(house: House, tmp_path: Path) -> Ballot:
    """The commission is appointed, the key made, the codes given out, the box open."""
    registrar, *holders = (house.journey.person(one, DESK) for one in house.people)
    made = Ballot(house, tmp_path, registrar, holders)
    made.appoint(SEATS)
    made.make_key()
    made.give_out()
    made.seal_and_open(checking=[1, 2, 3])
    return made


def vote(device: Device, *places: int) -> str:
    device.enter()
    device.mark(*places)
    return device.send()


def test_a_secret_ballot_from_the_commission_to_the_verification(ballot: Ballot) -> None:
    devices = [ballot.device(voter) for voter in range(VOTERS)]
    for voter, device in enumerate(devices[3:], start=3):
        vote(device, 0, *([1] if voter % 2 else []))
    votes_twice(devices[0])
    has_a_ballot_opened(devices[1])
    devices[2] = loses_the_device(ballot, devices[2])
    for device in devices:
        device.wait()
        assert device.code not in device.stored()
    look(devices[0].page, "ballot-receipt")
    stranger = ballot.device(0)
    stranger.scan_badly()
    stranger.walk_away()
    board_knows(ballot, devices)
    without_javascript(ballot)
    ballot.close()
    board_lists(ballot, devices)
    secrets = ballot.secrets()
    ballot.key_file(3).unlink()
    ballot.decrypt([1, 2], voters=VOTERS)
    ballot.count()
    the_result_stands(ballot)
    anybody_verifies(ballot)
    assert len(ballot.said) > VOTERS
    assert not [one for one in secrets for said in ballot.said if one in said]


def votes_twice(device: Device) -> None:
    """The later ballot counts; the device no longer knows the code, the slip does."""
    vote(device, 2)
    device.wait()
    device.page.locator("[data-anew]").click()
    vote(device, 0)
    assert len(set(device.trackers)) == 2


def has_a_ballot_opened(device: Device) -> None:
    """What is opened is never sent; another one is."""
    device.enter()
    look(device.page, "ballot-booth")
    device.mark(0)
    opened = device.audit()
    look(device.page, "ballot-audit")
    a_second_device_checks(device, opened)
    device.page.locator("[data-again]").click()
    device.page.wait_for_selector("[data-made]:not([hidden])")
    fresh = device.page.locator("[data-made] [data-control]").text_content()
    assert fresh != opened
    device.send()


def a_second_device_checks(device: Device, opened: str) -> None:
    """The saved file says under which fingerprint the ballot held which marks."""
    with device.page.expect_download() as saved:
        device.page.locator("[data-save-opening]").click()
    file = device.ballot.folder / "opened.json"
    saved.value.save_as(file)
    page = device.ballot.house.journey.visitor().go(device.ballot.board)
    page.set_input_files("[data-check-file]", file)
    page.wait_for_selector("[data-check-good]:not([hidden])", timeout=PATIENCE)
    expect(page.locator("[data-check-control]")).to_have_text(opened)
    look(page, "ballot-opened")
    lying = device.ballot.folder / "lying.json"
    lying.write_text(file.read_text().replace('"values":[1,', '"values":[0,'))
    page.set_input_files("[data-check-file]", lying)
    page.wait_for_selector("[data-check-bad]:not([hidden])", timeout=PATIENCE)
    expect(page.locator("[data-check-good]")).to_be_hidden()


def loses_the_device(ballot: Ballot, device: Device) -> Device:
    """Before anything was sent the device fails; another one with the same slip votes.

    The network fails while that one sends: the ballot is kept, and sent when the network is back.
    """
    device.enter()
    device.mark(0, 1)
    device.context.close()
    other = ballot.device(ballot.codes.index(device.code))
    other.enter()
    other.mark(0, 1)
    other.context.set_offline(offline=True)
    other.page.locator("[data-send]").click()
    other.page.wait_for_selector('[data-fate="lost"]')
    look(other.page, "ballot-lost")
    other.context.set_offline(offline=False)
    other.page.wait_for_selector("[data-receipt]:not([hidden])")
    other.trackers.append(other.page.locator("[data-tracker]").inner_text())
    return other


def without_javascript(ballot: Ballot) -> None:
    """The page says why the device must encrypt, and where one votes then."""
    journey = ballot.house.journey
    context = journey.visiting.browser.new_context(java_script_enabled=False, locale="en")
    page = context.new_page()
    page.goto(f"{journey.product.address}{ballot.board}booth/#{ballot.codes[0]}")
    expect(page.locator("[data-without]")).to_be_visible()
    expect(page.locator("[data-booth]")).to_be_hidden()
    context.close()


def board_knows(ballot: Ballot, devices: list[Device]) -> None:
    """Everybody finds the own ballot; the turnout is a number and nothing else."""
    page = ballot.house.journey.visitor().go(ballot.board)
    look(page, "ballot-board")
    expect(page.locator("[data-turnout]")).to_have_text(str(VOTERS))
    page.fill("#tracker", f" {devices[4].trackers[0]}= ")
    page.locator("#find ~ form button").click()
    expect(page.locator(".say--met").first).to_contain_text("Your ballot is in the box.")
    look(ballot.house.journey.visitor().go(f"{ballot.board}promises/"), "ballot-promises")


def board_lists(ballot: Ballot, devices: list[Device]) -> None:
    """Once the box is closed every ballot stands on the board, the replaced ones among them."""
    page = ballot.house.journey.visitor().go(ballot.board)
    listed = page.locator(".trackers").inner_text()
    for device in devices:
        assert all(tracker in listed for tracker in device.trackers)


def the_result_stands(ballot: Ballot) -> None:
    page = ballot.house.journey.visitor().go(ballot.house.election)
    look(page, "ballot-result")
    first = page.locator("tbody tr").first
    expect(first).to_contain_text(str(VOTERS))
    expect(first).to_contain_text("Elected")
    for language in ("kk", "ru", "en"):
        answer = page.request.get(
            f"{page.url.split('/elections/')[0]}{ballot.board}protocol/{language}.pdf"
        )
        assert answer.status == 200
        assert answer.body().startswith(b"%PDF-")


def anybody_verifies(ballot: Ballot) -> None:
    """The archive from the public board is enough, for our program and for that of others."""
    page = ballot.house.journey.visitor().go(ballot.board)
    folder = ballot.folder / "archive"
    folder.mkdir()
    with page.expect_download() as saved:
        page.locator("a[href$='/archive/']").click()
    file = folder / saved.value.suggested_filename
    saved.value.save_as(file)
    told = subprocess.run(  # noqa: S603 - our own program
        [str(SHANYRAQ), "ballots", "verify", str(file)], capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stdout
    assert "VALID" in told.stdout
    if tool := shutil.which("belenios-tool"):
        line = [tool, "election", "verify", "--dir", str(folder)]
        subprocess.run(line, check=True, capture_output=True)  # noqa: S603 - the auditor's program
    else:
        assert not os.environ.get("CI"), "CI needs belenios-tool"
