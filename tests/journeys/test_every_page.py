"""Every page that a link leads to: no barrier found by axe, nothing wider than a phone."""

from collections import deque
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import Resolver404, resolve
from playwright.sync_api import Page
from tests.journeys.conftest import DESK, PHONE, Visiting, Visitor

AXE = Axe()
PAGES_OF_A_VIEW = 2
WIDTH = "document.documentElement.scrollWidth"
LINKS = "[...document.querySelectorAll('a[href]')].map(a => a.href)"
#: Pages reached by a form or a script only.
BEYOND_LINKS = ["/date/", "/gallery/", "/no-such-page/"]


def view_of(path: str) -> str:
    """Name of the view behind an address; empty for what is no page."""
    try:
        return resolve(path).view_name
    except Resolver404:
        return "missing" if path == "/no-such-page/" else ""


def barriers(page: Page) -> list[str]:
    """What axe finds, one line each."""
    found = AXE.run(page).response["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in found]


def links_of(page: Page, address: str) -> Iterator[str]:
    for link in page.evaluate(LINKS):
        parts = urlsplit(link)
        if link.startswith(address) and "." not in parts.path.rsplit("/", 1)[-1]:
            yield parts.path + (f"?{parts.query}" if parts.query else "")


def walk(visitor: Visitor) -> Iterator[str]:
    """Addresses of pages in the order in which links lead to them, a few of each view."""
    queue, seen, views = deque(["/", *BEYOND_LINKS]), set[str](), dict[str, int]()
    while queue:
        path = queue.popleft()
        view = view_of(urlsplit(path).path)
        if path in seen or not view or views.get(view, 0) >= PAGES_OF_A_VIEW:
            continue
        seen.add(path)
        response = visitor.page.goto(visitor.address + path)
        if response is None or "text/html" not in response.headers.get("content-type", ""):
            continue
        views[view] = views.get(view, 0) + 1
        assert response.status < 500, path
        yield path
        queue.extend(links_of(visitor.page, visitor.address))


def faults_on(visitor: Visitor, path: str) -> list[str]:
    page = visitor.page
    faults = [f"{path}: {barrier}" for barrier in barriers(page)]
    page.set_viewport_size(PHONE)  # type: ignore[arg-type] # a plain dict is what it takes
    width = page.evaluate(WIDTH)
    if width > PHONE["width"]:
        faults.append(f"{path}: {width} pixels wide on a phone")
    faults += [f"{path} on a phone: {barrier}" for barrier in barriers(page)]
    page.set_viewport_size(DESK)  # type: ignore[arg-type] # a plain dict is what it takes
    return faults


ROLES = ["", "secretary", "chair", "member"]


@pytest.mark.journey
@pytest.mark.parametrize("role", ROLES)
def test_no_page_has_a_barrier_or_is_wider_than_a_phone(role: str, visitor: Visiting) -> None:
    somebody = visitor(DESK)
    if role:
        somebody.sign_in_as(role)
    visited, faults = 0, []
    for path in walk(somebody):
        visited += 1
        faults += faults_on(somebody, path)
    assert faults == []
    assert visited > len(BEYOND_LINKS)
    print(f"{role or 'nobody'}: {visited} pages, 0 violations")  # noqa: T201 - the figure is asked for
