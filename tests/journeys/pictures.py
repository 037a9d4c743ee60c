"""Pictures of the product for the documentation, taken where the journeys pass."""

import os
from pathlib import Path

from playwright.sync_api import Page

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"


def picture(page: Page, name: str) -> None:
    """Keep a picture of what is on the screen, when SHANYRAQ_PICTURES asks for it."""
    if os.environ.get("SHANYRAQ_PICTURES"):
        FOLDER.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=FOLDER / f"{name}.png")
