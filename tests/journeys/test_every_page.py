"""Every page that a link leads to: no barrier found by axe, nothing wider than a phone."""

from collections import deque
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve
from playwright.sync_api import Page
from tests.journeys.conftest import DESK, Visiting, Visitor
from tests.journeys.looking import barriers, barriers_on_a_phone

PAGES_OF_A_VIEW = 2
LINKS = "[...document.querySelectorAll('a[href]')].map(a => a.href)"
#: Pages reached by a form or a script only.
BEYOND_LINKS = ["/date/", "/gallery/", "/no-such-page/"]


def view_of(path: str) -> str:
    """Name of the view behind an address; empty for what is no page."""
    try:
        return resolve(path).view_name
    except Resolver404:
        return "missing" if path == "/no-such-page/" else ""


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
        response = visitor.page.context.request.get(visitor.address + path)
        if "text/html" not in response.headers.get("content-type", ""):
            continue
        visitor.page.goto(visitor.address + path)
        views[view] = views.get(view, 0) + 1
        assert response.status < 500, path
        yield path
        queue.extend(links_of(visitor.page, visitor.address))


ROLES = ["", "secretary", "chair", "member"]


@pytest.mark.journey
@pytest.mark.parametrize("role", ROLES)
def test_no_page_has_a_barrier_or_is_wider_than_a_phone(role: str, visitor: Visiting) -> None:
    somebody = visitor(DESK)
    if role:
        somebody.sign_in_as(role)
    visited, faults = 0, []
    for _ in walk(somebody):
        visited += 1
        faults += barriers(somebody.page) + barriers_on_a_phone(somebody.page)
    assert faults == []
    assert visited > len(BEYOND_LINKS)
    print(f"{role or 'nobody'}: {visited} pages, 0 violations")  # noqa: T201 - the figure is asked for
