"""A meeting of a body as the journeys hold it: prepared, convened, decided, closed."""

import datetime as dt
import re
from dataclasses import dataclass

from playwright.sync_api import Page
from tests.journeys.conftest import Visitor
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

from shanyraq.law import Charter, find_pack, load_pack

PLACE = titles("place", "House of Friendship", kk="Достық үйі", ru="Дом дружбы")
FIRST = titles("title", "On the work plan", kk="Жұмыс жоспары туралы", ru="О плане работы")
PACK = re.compile(r"kept as the charter pack ([a-z0-9-]+)")
POWER = "consider_most_important_questions"


@dataclass
class Meeting:
    """A meeting, who keeps it (the Working Organ or a secretariat) and who presides at it."""

    journey: Journey
    keeper: Visitor
    presiding: Visitor
    there: str
    day: dt.date

    @property
    def page(self) -> Page:
        """Its working page, as the one who presides sees it now."""
        return self.presiding.go(self.there)

    def convene_jointly(self) -> None:
        """Every deputy in office signs, then the Chair consents; that announces it."""
        signing = [self.journey.person(deputy) for deputy in self.journey.deputies()]
        for somebody in [*signing, self.journey.role("chair")]:
            page = somebody.go(self.there)
            page.get_by_role("link", name="Sign the convening").click()
            page.wait_for_url("**/sign/")
            if somebody not in signing:
                look(page, "meeting-sign")
            assert press(page, "I convene it|I consent") == 303
        assert not self.page.get_by_role("heading", name="Signatures").count()

    def convene(self) -> None:
        """The chair of a small assembly, who presides too, convenes by the statute."""
        page = self.page
        page.get_by_role("link", name="Convene the meeting").click()
        look(page, "meeting-convene")
        assert submit(page, "request_key") == 303

    def register(self, count: int | None = None) -> int:
        """The keeper ticks so many of those who are absent, or all; how many there were."""
        page = self.keeper.go(f"{self.there}attendance/?show=absent")
        boxes = page.locator("input[name=member]")
        everybody = boxes.count()
        for box in boxes.all()[:count]:
            box.check()
        assert press(page, "Register all that are ticked") == 303
        return everybody

    def open(self) -> int:
        """Open it and say how that was answered."""
        return press(self.page, "Open the meeting")

    def take_up(self, title: str) -> None:
        """Take up a question by its title."""
        assert press(self.page, f"Take up.*{re.escape(title)}") == 303

    def finish(self, title: str) -> None:
        """Finish the question under discussion."""
        assert press(self.page, f"Finish.*{re.escape(title)}") == 303

    def conclude(self, title: str) -> None:
        """Write down what the meeting concluded on a question."""
        page = self.page
        page.get_by_role("link", name=re.compile(f"Write the conclusion.*{title}")).click()
        words = titles("conclusion", "Supported.", kk="Қолдау тапты.", ru="Поддержано.")
        fill(page, **words)
        assert submit(page, "conclusion_kk") == 303

    def vote(self, title: str, *, votes_for: int, against: int = 0) -> Page:
        """Put a question to the vote by show of hands; the page of the closed vote."""
        page = self.page
        page.get_by_role("link", name=re.compile(f"Put to the vote.*{re.escape(title)}")).click()
        page.check("[name=method][value=open_show_of_hands]")
        assert press(page, "Open the vote") == 303
        count = self.keeper.page
        count.goto(page.url)
        count.get_by_role("link", name="Enter the count").click()
        fill(count, votes_for=str(votes_for), against=str(against), abstained="0")
        assert press(count, "Enter the count") == 303
        page.reload()
        assert press(page, "Close the vote") == 303
        return page

    def close(self) -> None:
        """Close it."""
        assert press(self.page, "Close the meeting") == 303


def prepare(
    journey: Journey, body: str, *, keeper: Visitor, presiding: Visitor, kind: str = POWER
) -> Meeting:
    """Prepare a meeting of a body for tomorrow, from the body's own page."""
    day = journey.today + dt.timedelta(days=1)
    page = keeper.go(f"/bodies/{body}/")
    page.get_by_role("link", name="All meetings").click()
    page.get_by_role("link", name="Prepare a meeting").click()
    fill(page, **PLACE, **FIRST, time="10:00")
    page.select_option("[name=kind]", kind)
    fill_day(page, day)
    assert submit(page, "title_kk") == 303
    there = page.url.removeprefix(journey.product.address)
    return Meeting(journey, keeper, presiding, there, day)


def prepare_council(journey: Journey) -> Meeting:
    """The Working Organ prepares a meeting of the Council, at which a deputy will preside."""
    deputy = journey.person(journey.deputies()[0])
    secretary = journey.role("secretary")
    return prepare(journey, journey.council_body(), keeper=secretary, presiding=deputy)


def statute_of(journey: Journey, page: Page, body: str) -> Charter:
    """The law under the statute that a small assembly's own page names."""
    page.goto(f"{journey.product.address}/bodies/{body}/document/")
    found = PACK.search(plain(page.locator("main").inner_text()))
    assert found
    packs = [load_pack(find_pack(name)) for name in (journey.product.pack, found.group(1))]
    return Charter.at(journey.today, packs=packs)
