"""Looking at a page: what axe finds, how wide it is on a phone, a picture for the documentation."""

import os
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

AXE = Axe()
FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
PHONE_WIDTH = 390
WIDTH = "document.documentElement.scrollWidth"


def barriers(page: Page) -> list[str]:
    """What axe finds, one line each."""
    found = AXE.run(page).response["violations"]
    return [f"{page.url} {v['id']}: {v['nodes'][0]['html'][:160]}" for v in found]


def barriers_on_a_phone(page: Page) -> list[str]:
    """What axe finds on a phone's width, and whether the page must be scrolled sideways there."""
    size = page.viewport_size or {"width": 1280, "height": 900}
    page.set_viewport_size({"width": PHONE_WIDTH, "height": 844})
    width = page.evaluate(WIDTH)
    found = [f"on a phone: {line}" for line in barriers(page)]
    page.set_viewport_size(size)
    too_wide = [f"{page.url} is {width} pixels wide on a phone"] if width > PHONE_WIDTH else []
    return too_wide + found


def look(page: Page, name: str) -> None:
    """Look at what is on the screen; keep a picture of it when SHANYRAQ_PICTURES asks for it."""
    if os.environ.get("SHANYRAQ_PICTURES"):
        FOLDER.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=FOLDER / f"{name}.png")
    assert barriers(page) + barriers_on_a_phone(page) == []
