"""What the journeys of the institution share: its law, its people, its date, its forms.

Every journey goes through the demonstration of each pack. No number is written here: the law is
read from the pack that the product lives under.
"""

import datetime as dt
import re
from calendar import month_name
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urljoin

from playwright.sync_api import APIResponse, Locator, Page
from tests.journeys.conftest import DESK, Product, Visiting, Visitor

from shanyraq.law import Charter, find_pack, load_pack

FOUND = re.compile(r"/people/([a-z0-9]+)/")
MONTHS = list(month_name)[1:]
DATE = re.compile(r"(\d{1,2}) (" + "|".join(MONTHS) + r") (\d{4})")


@dataclass
class Journey:
    """A running institution and those who walk through it."""

    product: Product
    visiting: Visiting

    @property
    def today(self) -> dt.date:
        """The institution's date, as the first page shows it."""
        page = self.visitor().go("/calendar/")
        return read_day(page.locator(".head__over").first.inner_text())

    def law(self, on: dt.date | None = None) -> Charter:
        """The law the product lives under."""
        return Charter.at(on or self.today, packs=[load_pack(find_pack(self.product.pack))])

    def visitor(self, size: dict[str, int] | None = None) -> Visitor:
        """Somebody at a screen who reads English and has not signed in."""
        return self.visiting(size or DESK, "en")

    def role(self, role: str, size: dict[str, int] | None = None) -> Visitor:
        """Somebody in one of the leading roles."""
        somebody = self.visitor(size)
        somebody.sign_in_as(role)
        return somebody

    def person(self, public_id: str, size: dict[str, int] | None = None) -> Visitor:
        """A person of the institution by the public identifier."""
        somebody = self.visitor(size)
        somebody.step_into(public_id)
        return somebody

    def able(self, people: Iterable[str]) -> Iterator[str]:
        """Those who can sign in; somebody seated by another journey has no role to step into."""
        somebody = self.visitor()
        for person in people:
            if (
                somebody.send(f"/personas/{person}/", {}, before="/personas/").status
                < HTTPStatus.BAD_REQUEST
            ):
                yield person

    def members(self) -> list[str]:
        """Public identifiers of the members in office, as the public list names them."""
        return self.people_on("/members/")

    def council(self) -> list[str]:
        """Public identifiers of the members of the Council."""
        return self.people_on(f"/bodies/{self.council_body()}/", part="members")

    def council_body(self) -> str:
        """Public identifier of the Council."""
        page = self.visitor().go("/bodies/")
        link = page.locator("h2 a[href^='/bodies/']").nth(1)
        return str(link.get_attribute("href")).split("/")[2]

    def deputies(self) -> list[str]:
        """Public identifiers of the deputies of the Chair in office."""
        return self.people_on("/membership/deputies/", part="office")

    def people_on(self, address: str, *, part: str = "") -> list[str]:
        """Everybody whom the pages of a list link to, in its order."""
        return list(self.names_on(address, part=part))

    def names_on(self, address: str, *, part: str = "") -> dict[str, str]:
        """Everybody whom the pages of a list link to, with the name."""
        page, found = self.visitor().go(address), dict[str, str]()
        while True:
            rows = page.locator(f"[aria-labelledby={part}]" if part else "main").first
            for link in rows.locator("a[href*='/people/']").all():
                person = FOUND.search(str(link.get_attribute("href")))
                if person:
                    found[person.group(1)] = plain(link.inner_text())
            following = page.locator("a[rel=next]")
            if not following.count():
                return found
            page.goto(urljoin(page.url, str(following.first.get_attribute("href"))))

    def move_to(self, day: dt.date) -> None:
        """Move the institution's date forward."""
        page = self.role("secretary").go("/date/")
        fill_day(page, day, name="date")
        assert submit(page, "date_day") == 303
        assert self.today == day


def read_day(text: str) -> dt.date:
    """The first date in an English text."""
    found = DATE.search(text.replace("\u00a0", " "))
    assert found, text
    day, month, year = found.groups()
    return dt.date(int(year), MONTHS.index(month) + 1, int(day))


def fill_day(page: Page, day: dt.date, *, name: str = "day") -> None:
    """Choose a day in the three fields of a date."""
    page.fill(f"[name={name}_day]", str(day.day))
    page.select_option(f"[name={name}_month]", str(day.month))
    page.fill(f"[name={name}_year]", str(day.year))


def fill(page: Page, **values: str) -> None:
    """Type values into fields by their names."""
    for name, value in values.items():
        page.fill(f"[name={name}]", value)


def attach(page: Page, name: str) -> None:
    """Attach a signed document to a field of files."""
    file = {"name": "act.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 act"}
    page.set_input_files(f"[name={name}]", file)  # type: ignore[arg-type] # a plain dict is what it takes


def enter_act(page: Page, button: str, *, number: str, signed: dt.date) -> int:
    """Number, date and file of a signed act, and the button that records it."""
    fill(page, number=number)
    fill_day(page, signed, name="date")
    attach(page, "file")
    return press(page, button)


def titles(stem: str, en: str, *, kk: str, ru: str) -> dict[str, str]:
    """One text in three languages under the names of its fields."""
    return {f"{stem}_kk": kk, f"{stem}_ru": ru, f"{stem}_en": en}


def press(page: Page, name: str) -> int:
    """Press a button by its name and say how the act was answered."""
    return pressed(page, page.get_by_role("button", name=re.compile(name)).first)


def submit(page: Page, field: str) -> int:
    """Send the form that holds a field and say how the act was answered."""
    return pressed(page, page.locator(f"form:has([name={field}]) button[type=submit]").last)


def pressed(page: Page, button: Locator) -> int:
    """Press a button that sends a form and wait for the page that follows."""
    with page.expect_response(lambda answer: answer.request.method == "POST") as answered:
        button.click()
    if there := answered.value.headers.get("location"):
        page.wait_for_url("**" + there.partition("#")[0] + "**")
    else:
        page.wait_for_load_state()
    return int(answered.value.status)


def sent(answers: Iterable[APIResponse]) -> list[int]:
    """How forms sent without a page were answered."""
    return [answer.status for answer in answers]


def plain(text: str) -> str:
    """A text of a page with ordinary spaces."""
    return " ".join(text.replace("\u00a0", " ").split())
