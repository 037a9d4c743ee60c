"""The booth's modules in a browser, served from loopback under the product's content policy."""

import base64
import functools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TypeVar

from playwright.sync_api import Browser, Page

from shanyraq.elections import enums

Answer = TypeVar("Answer")

STATIC = Path(enums.__file__).parent / "static" / "elections"
POLICY = "default-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'"
MODULES = [path.stem for path in sorted((STATIC / "booth").glob("*.js")) if path.stem != "worker"]
#: Every export of the modules under one name, imported once a page.
WITH_MODULES = """async (told) => {
  const names = %s;
  window.modules ??= Promise.all(names.map((name) => import(`/booth/${name}.js`)));
  const booth = Object.assign({}, ...(await window.modules));
  %s
}"""


class Serving(SimpleHTTPRequestHandler):
    """The folder of scripts, and an empty page at the root."""

    def do_GET(self) -> None:
        if self.path != "/":
            super().do_GET()
            return
        body = b'<!doctype html><html lang="kk"><title>booth</title><progress></progress></html>'
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the name that is overridden
        """Say nothing: tests have an output of their own."""


@dataclass(frozen=True)
class BoothPage:
    """An empty page that can import the booth's modules."""

    page: Page
    address: str

    @staticmethod
    def packed(body: bytes) -> str:
        """Bytes as they can be told to a page."""
        return base64.b64encode(body).decode()

    def run(self, body: str, expected: type[Answer], **told: object) -> Answer:
        """What a function of JavaScript answers: its body sees `booth`, the exports, and `told`."""
        answer = self.page.evaluate(WITH_MODULES % (MODULES, body), told)
        assert isinstance(answer, expected), answer
        return answer


@contextmanager
def served() -> Iterator[str]:
    """The address at which the modules are served until the block ends."""
    handler = functools.partial(Serving, directory=str(STATIC))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()
        thread.join()


@contextmanager
def booth_in(browser: Browser) -> Iterator[BoothPage]:
    """A page of a browser with the modules at hand."""
    with served() as address:
        context = browser.new_context()
        page = context.new_page()
        page.goto(address)
        yield BoothPage(page, address)
        context.close()
