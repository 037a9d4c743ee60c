"""The real product with all its processes on a temporary database, and a real browser."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import APIResponse, Browser, BrowserContext, Page, sync_playwright
from xdist.scheduler import LoadScopeScheduling

ROOT = Path(__file__).parents[2]
SHANYRAQ = Path(sys.executable).parent / "shanyraq"
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
HALL = {"width": 1920, "height": 1080}
READY_WITHIN = 60
#: The leading personas in the order in which they are offered.
ROLES = [
    "chair",
    "deputy",
    "secretary",
    "clerk",
    "member",
    "russian speaker",
    "english speaker",
    "head of secretariat",
]


#: Files of journeys that run no product, or one of their own.
APART = ("test_booth_", "test_a_secret_ballot")
#: The packs whose demonstrations the journeys of the institution go through, the same for each.
PACKS = ["kz-assembly-2002", "model-council"]


@dataclass(frozen=True)
class Product:
    """A running product: where it answers, where it keeps its files, the charter it lives under."""

    address: str
    home: Path
    pack: str = PACKS[0]


class OneProductEach(LoadScopeScheduling):
    """Keeps the journeys through one running product together, so that each is built once."""

    def _split_scope(self, nodeid: str) -> str:
        pack = next((pack for pack in PACKS if pack in nodeid), "")
        file = nodeid.partition("::")[0]
        return pack or (file if any(name in file for name in APART) else "product")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> OneProductEach:
    return OneProductEach(config, log)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as response:  # noqa: S310 - our own server on loopback
            return bool(response.status == 200)
    except OSError:
        return False


@pytest.fixture(scope="session")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """The demonstration assembly, served by every process of the product."""
    with running(tmp_path_factory.mktemp("home"), PACKS[0], dict(os.environ)) as served:
        yield served


@pytest.fixture(scope="session", params=PACKS)
def institution(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Product]:
    """A demonstration of each pack, apart from the one above: its own files and database."""
    home = tmp_path_factory.mktemp("institution")
    alone = {name: value for name, value in os.environ.items() if name != "SHANYRAQ_DATABASE_URL"}
    with running(home, request.param, alone) as served:
        yield served


@contextmanager
def running(home: Path, pack: str, environment: dict[str, str]) -> Iterator[Product]:
    """The demonstration of a pack, built and served until the block ends."""
    environment |= {
        "SHANYRAQ_HOME": str(home),
        "SHANYRAQ_DEMONSTRATION": "1",
        "SHANYRAQ_PACK": pack,
    }
    line = [str(SHANYRAQ), "demo", "--pack", pack]
    subprocess.run(line, env=environment, cwd=home, check=True)  # noqa: S603 - our own program
    port, live_port = free_port(), free_port()
    ports = ["--port", str(port), "--live-port", str(live_port)]
    line = [str(SHANYRAQ), "serve", "--demonstration", *ports]
    with subprocess.Popen(line, env=environment, cwd=home) as server:  # noqa: S603 - our own program
        address = f"http://localhost:{port}"
        deadline = time.monotonic() + READY_WITHIN
        while not answers(f"{address}/") and time.monotonic() < deadline:
            assert server.poll() is None, "the product ended at its start"
            time.sleep(0.3)
        yield Product(address, home, pack)
        server.terminate()
        server.wait(timeout=20)


def chromium() -> str:
    """Debian's Chromium: a missing one is an error in CI and a loud skip elsewhere."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if not found and os.environ.get("CI"):
        pytest.fail("CI needs Chromium (Debian: chromium)")
    if not found:
        pytest.skip("journeys need Chromium (Debian: chromium)")
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    arguments = ["--disable-quic", "--no-first-run", "--disable-background-networking"]
    if os.geteuid() == 0:
        arguments.append("--no-sandbox")
    with sync_playwright() as player:
        opened = player.chromium.launch(executable_path=chromium(), args=arguments)
        yield opened
        opened.close()


@dataclass
class Visitor:
    """Somebody at a screen."""

    page: Page
    address: str

    def go(self, path: str) -> Page:
        self.page.goto(self.address + path)
        return self.page

    def sign_in_as(self, role: str) -> None:
        """Step into one of the leading personas of the demonstration."""
        self.page.goto(self.address + "/personas/")
        with self.page.expect_navigation():
            self.page.locator("main section form button").nth(ROLES.index(role)).click()

    def step_into(self, person: str) -> None:
        """Step into the role of a person by the public identifier, without showing a page."""
        self.send(f"/personas/{person}/", {}, before="/personas/")

    def send(self, path: str, fields: dict[str, str], *, before: str = "/") -> APIResponse:
        """Send a form as a browser would, without showing a page."""
        asking = self.page.context.request
        asking.get(self.address + before)
        cookies = {c["name"]: c["value"] for c in self.page.context.cookies()}
        return asking.post(
            self.address + path,
            form={**fields, "csrfmiddlewaretoken": cookies["csrftoken"]},
            headers={"referer": self.address + before},
            max_redirects=0,
        )


@pytest.fixture
def visitor(browser: Browser, product: Product) -> Iterator["Visiting"]:
    visiting = Visiting(browser, product)
    yield visiting
    for context in visiting.contexts:
        context.close()


@pytest.fixture
def walking(browser: Browser, institution: Product) -> Iterator["Visiting"]:
    """Screens in the demonstration of each pack in turn."""
    visiting = Visiting(browser, institution)
    yield visiting
    for context in visiting.contexts:
        context.close()


class Visiting:
    """Opens screens for people, each with cookies of its own."""

    def __init__(self, browser: Browser, product: Product) -> None:
        self.browser, self.product = browser, product
        self.contexts: list[BrowserContext] = []

    def __call__(self, size: dict[str, int] | None = None, language: str = "kk") -> Visitor:
        chosen = size or DESK
        context = self.browser.new_context(
            viewport={"width": chosen["width"], "height": chosen["height"]}, locale=language
        )
        self.contexts.append(context)
        cookie = {"name": "django_language", "value": language, "url": self.product.address}
        context.add_cookies([cookie])  # type: ignore[list-item] # a plain dict is what it takes
        return Visitor(context.new_page(), self.product.address)
