"""A secret electronic ballot as a journey holds it: its house, its commission, its voters."""

import datetime as dt
import json
import re
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, Request, expect
from tests.journeys.conftest import PHONE, Visitor
from tests.journeys.institution import Journey, fill, fill_day, press, pressed, submit, titles
from tests.journeys.looking import look
from tests.journeys.meeting import Meeting, prepare

from shanyraq.elections.enums import KeyStep

SESSION = titles("agenda", "On accord", kk="Келісім туралы", ru="О согласии")
PLACE = titles("place", "Palace of Peace", kk="Бейбітшілік сарайы", ru="Дворец мира")
ELECTING = titles("title", "Election of deputies", kk="Депутаттар сайлау", ru="Выборы депутатов")
FIRST = "On the work plan"
ITEM = re.compile(r"/items/([a-z0-9]+)/")
BOX = re.compile(r"/ballots/([a-z0-9]+)/")
#: While proofs are made or checked on a busy machine.
PATIENCE = 90_000
LANGUAGES = ("kk", "ru", "en")


@dataclass
class House:
    """An open Session whose question of electing deputies is taken up.

    Attributes:
        people: those of the institution who can sign in, by public identifier.
    """

    journey: Journey
    secretary: Visitor
    chair: Visitor
    clerk: Visitor
    people: list[str]
    session: str = ""
    item: str = ""

    @property
    def election(self) -> str:
        """The page of the election."""
        return f"/elections/items/{self.item}/"

    def do(self, whose: Visitor, path: str) -> None:
        """Press a button without showing its page."""
        answer = whose.send(path, {})
        assert answer.status == 303, answer.text()[:400]


def prepare_session(house: House, day: dt.date) -> None:
    """The Working Organ prepares a Session that elects, the Chair convenes it."""
    page = house.secretary.go("/sessions/prepare/")
    fill(page, **SESSION, **PLACE)
    page.locator("[name=competence]").select_option(index=1)
    fill_day(page, day)
    assert press(page, "Check and prepare") == 303
    page = house.chair.go("/desk/chair/")
    page.locator('a[href$="/convene/"]').first.click()
    page.wait_for_url("**/convene/")
    house.session = page.url.split("/sessions/")[1].split("/")[0]
    assert press(page, "Convene the Session") == 303
    page = house.secretary.go(f"/sessions/{house.session}/agenda/")
    fill(page, **ELECTING)
    page.select_option("[name=kind]", "elect_mazhilis_deputies")
    assert submit(page, "title_kk") == 303


def nominate(house: House, meeting: Meeting, candidates: int) -> None:
    """The Council nominates so many members by an adopted decision."""
    page = house.secretary.go(meeting.there)
    page.goto(f"{house.journey.product.address}{meeting.there}")
    item = re.search(r"/items/([a-z0-9]+)/", page.locator("main").inner_html())
    assert item
    page = house.secretary.go(f"/elections/items/{item.group(1)}/nominees/")
    page.locator("[name=persons]").select_option(index=list(range(candidates)))
    assert submit(page, "persons") == 303
    council = meeting.register()
    assert meeting.open() == 303
    meeting.take_up(FIRST)
    meeting.vote(FIRST, votes_for=council)
    meeting.finish(FIRST)
    meeting.close()


def hold(house: House, present: int) -> None:
    """Members are registered, the Chair opens and takes up the election."""
    done, number = 0, 1
    while done < present:
        page = house.clerk.go(f"/sessions/{house.session}/attendance/?page={number}")
        values = [
            str(one.get_attribute("value")) for one in page.locator("input[name=member]").all()
        ]
        assert values, "nobody is left to register"
        for value in values[: present - done]:
            page.check(f'input[value="{value}"]')
        assert press(page, "Register all that are ticked") == 303
        done, number = done + min(len(values), present - done), number + 1
    house.do(house.chair, f"/sessions/{house.session}/open/")
    page = house.chair.go(f"/sessions/{house.session}/")
    titled = page.locator('form[action$="/begin/"]').all()
    house.item = str(titled[-1].get_attribute("action")).split("/items/")[1].split("/")[0]
    house.do(house.chair, f"/sessions/{house.session}/items/{house.item}/begin/")


@dataclass
class Ballot:
    """A ballot box with its commission, each on a device of his own.

    Attributes:
        folder: where the devices keep their files.
        codes: what the registrar made for each voter.
        fingerprints: what holders of keys read to one another, all the same.
        said: everything that the devices sent to anybody.
    """

    house: House
    folder: Path
    registrar: Visitor
    trustees: list[Visitor]
    box: str = ""
    codes: list[str] = field(default_factory=list)
    fingerprints: set[str] = field(default_factory=set)
    said: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Hear what registrar and trustees send."""
        for one in (self.registrar, *self.trustees):
            self.hear(one)

    def hear(self, somebody: Visitor) -> None:
        """Keep whatever a device sends from now on."""
        somebody.page.context.on("request", self._keep)

    def _keep(self, request: Request) -> None:
        headers = json.dumps(request.headers).encode()
        self.said.append(request.url.encode() + headers + (request.post_data_buffer or b""))

    def secrets(self) -> list[bytes]:
        """What must never leave the device on which it is: codes, and the keys' files."""
        keys = [self.key_file(n).read_bytes().strip() for n in range(1, len(self.trustees) + 1)]
        return [*(code.encode() for code in self.codes), *keys]

    @property
    def board(self) -> str:
        """The public board."""
        return f"/ballots/{self.box}/"

    def key_file(self, number: int) -> Path:
        """The file of the key of a trustee."""
        return self.folder / f"key-{number}.txt"

    def appoint(self, seats: int) -> None:
        """An electronic election is prepared and its commission appointed."""
        page = self.house.secretary.go(f"{self.house.election}prepare/")
        page.check("[name=method][value=secret_electronic]")
        fill(page, seats=str(seats))
        look(page, "ballot-prepare")
        assert submit(page, "seats") == 303
        page.get_by_role("link", name="Appoint the commission").click()
        page.wait_for_url("**/commission/")
        names = ["registrar", *(f"trustee_{n}" for n in range(1, len(self.trustees) + 1))]
        for name, person in zip(names, self.house.people, strict=False):
            page.select_option(f"[name={name}]", person)
        look(page, "ballot-commission")
        assert submit(page, "registrar") == 303
        found = BOX.search(page.locator("main").inner_html())
        assert found
        self.box = found.group(1)

    def make_key(self) -> None:
        """Every trustee goes through the three steps on the own page."""
        for step in KeyStep:
            for number, trustee in enumerate(self.trustees, start=1):
                page = trustee.go(f"{self.board}trustee/")
                if number == 1:
                    look(page, f"ballot-key-{step.value}")
                self._certificate(page, number) if step == KeyStep.CERTIFICATE else self.use_key(
                    page, number
                )

    def _certificate(self, page: Page, number: int) -> None:
        with page.expect_download() as saved:
            page.locator("[data-do]").click()
        saved.value.save_as(self.key_file(number))
        assert pressed(page, page.locator("[data-send]")) == 303

    def use_key(self, page: Page, number: int) -> None:
        """Choose the file of the key, press the button, agree on the fingerprint if shown."""
        page.set_default_timeout(PATIENCE)
        page.set_input_files("[data-key]", self.key_file(number))
        if page.locator("[data-agreed]").count() == 0:
            assert pressed(page, page.locator("[data-do]")) == 303
            return
        page.locator("[data-do]").click()
        page.wait_for_selector("[data-shown]:not([hidden])")
        self.fingerprints.add(page.locator("[data-shown-fingerprint]").inner_text())
        assert len(self.fingerprints) == 1
        assert pressed(page, page.locator("[data-agreed]")) == 303

    def give_out(self) -> None:
        """The list is drawn up; the registrar makes the codes and sends the public list."""
        self.house.do(self.house.secretary, f"{self.board}roll/")
        page = self.registrar.go(f"{self.board}registrar/")
        page.set_default_timeout(PATIENCE)
        look(page, "ballot-registrar")
        page.locator("[data-make]").click()
        page.wait_for_selector("[data-made]:not([hidden])")
        with page.expect_download() as saved:
            page.locator("[data-save]").click()
        saved.value.save_as(self.folder / "codes.json")
        assert pressed(page, page.locator("[data-send] button")) == 303
        expect(page.locator(".say--met")).to_be_visible()
        voters = json.loads((self.folder / "codes.json").read_text())["voters"]
        self.codes = [one["credential"] for one in voters]

    def seal_and_open(self, checking: list[int]) -> None:
        """The box is sealed, so many keys are checked, the Chair opens."""
        page = self.house.secretary.go(self.house.election)
        look(page, "ballot-sealing")
        assert press(page, "Seal the box") == 303
        self.compare()
        for number in checking:
            self.use_key(self.trustees[number - 1].go(f"{self.board}trustee/"), number)
        page = self.house.chair.go(self.house.election)
        look(page, "ballot-opening")
        assert press(page, "Open the voting") == 303

    def compare(self) -> None:
        """The registrar finds the saved codes in the archive, those of another file not."""
        page = self.registrar.go(f"{self.board}registrar/sealed/")
        page.set_default_timeout(PATIENCE)
        own, other = self.folder / "codes.json", self.folder / "other.json"
        held = json.loads(own.read_text())
        held["voters"][0]["credential"] = held["voters"][1]["credential"]
        other.write_text(json.dumps(held), encoding="utf-8")
        look(page, "ballot-comparing")
        page.set_input_files("[data-own]", other)
        page.locator("[data-compare]").click()
        expect(page.locator("[data-trouble]")).to_contain_text("does not hold the list")
        page.set_input_files("[data-own]", own)
        assert pressed(page, page.locator("[data-compare]")) == 303

    def close(self) -> None:
        """The Chair closes the box, told how many voted."""
        page = self.house.chair.go(f"{self.board}close/")
        page.set_default_timeout(PATIENCE)
        look(page, "ballot-close")
        assert press(page, "Close the voting") == 303

    def decrypt(self, numbers: list[int], *, voters: int) -> None:
        """Trustees open the box, each from an archive that the own device has counted."""
        for number in numbers:
            page = self.trustees[number - 1].go(f"{self.board}trustee/")
            look(page, f"ballot-decrypt-{number}")
            page.set_default_timeout(PATIENCE)
            page.set_input_files("[data-key]", self.key_file(number))
            page.locator("[data-do]").click()
            page.wait_for_selector("[data-counted]:not([hidden])")
            expect(page.locator("[data-counted-number]")).to_have_text(str(voters))
            look(page, f"ballot-counted-{number}")
            assert pressed(page, page.locator("[data-open]")) == 303

    def count(self) -> None:
        """The result is put together and announced."""
        page = self.house.secretary.go(f"{self.board}conclude/")
        look(page, "ballot-conclude")
        assert press(page, "Count the votes") == 303
        page = self.house.chair.go(self.house.election)
        assert press(page, "Announce the result") == 303

    def device(self, voter: int) -> "Device":
        """A voter's own telephone, at the booth by the address of the slip."""
        somebody = self.house.journey.visiting(PHONE, LANGUAGES[voter % len(LANGUAGES)])
        self.hear(somebody)
        return Device(self, somebody, self.codes[voter])


@dataclass
class Device:
    """A telephone with a slip beside it."""

    ballot: Ballot
    visitor: Visitor
    code: str
    trackers: list[str] = field(default_factory=list)

    @property
    def page(self) -> Page:
        """Its screen."""
        return self.visitor.page

    @property
    def context(self) -> BrowserContext:
        """All that the browser keeps."""
        return self.page.context

    def enter(self) -> None:
        """Open the address of the slip; the code leaves the address at once."""
        self.page.set_default_timeout(PATIENCE)
        self.page.goto("about:blank")
        self.visitor.go(f"{self.ballot.board}booth/#{self.code}")
        expect(self.page.locator("[data-code-known]")).to_be_visible()
        assert self.code not in self.page.url

    def mark(self, *places: int) -> None:
        """Mark these candidates and no others, and go on to the check."""
        for place, box in enumerate(self.page.locator("[name=choice]").all()):
            box.set_checked(place in places)
        self.page.locator("form[data-step=choose] button[type=submit]").click()
        self.page.wait_for_selector("[data-made]:not([hidden])")

    def audit(self) -> str:
        """Have the ballot opened instead of sent; its fingerprint."""
        self.page.locator("details summary").click()
        control = self.page.locator("[data-made] [data-control]").inner_text()
        self.page.locator("[data-audit]").click()
        expect(self.page.locator("[data-honest]")).to_be_visible()
        expect(self.page.locator("[data-cheating]")).to_be_hidden()
        return control

    def send(self) -> str:
        """Send the ballot and wait until it is received; its tracker."""
        self.page.locator("[data-send]").click()
        self.page.wait_for_selector("[data-receipt]:not([hidden])")
        self.trackers.append(self.page.locator("[data-tracker]").inner_text())
        return self.trackers[-1]

    def wait(self) -> None:
        """Wait until the worker has put the ballot into the box."""
        self.page.wait_for_selector('[data-fate="accepted"]')
        assert ":pending" not in self.stored()

    def walk_away(self) -> None:
        """Leave the booth with a code and marks in it; it is empty for whoever comes next."""
        page = self.page
        page.clock.install()
        self.enter()
        page.locator("[name=choice]").first.check()
        page.clock.run_for("09:00")
        expect(page.locator("[data-code-known]")).to_be_visible()
        page.clock.run_for("02:00")
        expect(page.locator("[data-code-asked]")).to_be_visible()
        expect(page.locator("[name=choice]:checked")).to_have_count(0)
        assert ":marks" not in self.stored()
        self.enter()
        page.locator("[data-erase]").click()
        expect(page.locator("[data-code-asked]")).to_be_visible()

    def scan_badly(self) -> None:
        """Come with a fragment that is no text: it is a wrong code and no more."""
        self.page.goto("about:blank")
        self.visitor.go(f"{self.ballot.board}booth/#%")
        expect(self.page.locator("[data-code-wrong]")).to_be_visible()

    def stored(self) -> str:
        """Everything that the browser keeps of this visit."""
        held = self.page.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])")
        return f"{held} {self.context.cookies()}"


def a_meeting_of_the_council(house: House) -> Meeting:
    """A meeting of the Council tomorrow, convened, that is to nominate candidates."""
    journey = house.journey
    meeting = prepare(
        journey,
        journey.council_body(),
        keeper=house.secretary,
        presiding=journey.person(journey.deputies()[0]),
        kind="nominate_mazhilis_candidates",
    )
    meeting.convene_jointly()
    return meeting
