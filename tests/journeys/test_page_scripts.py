"""The two scripts of the pages: what is typed survives, what is sent twice counts once."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from shanyraq.platform import components

SCRIPTS = Path(components.__file__).parents[1] / "static" / "platform"
ORIGIN = "http://assembly.test"
PAGE = """<!doctype html><html lang="kk"><head>
<meta name="shanyraq-live" content="/live/"><meta name="shanyraq-user" content="7">
<script src="/live.js" defer></script><script src="/keep.js" defer></script></head><body>
<main tabindex="-1">{summary}<p data-live-lost hidden>lost <time data-live-at></time></p>
<div id="shown" data-live="sitting:abc" data-live-part="status"><a href="#x">266</a></div>
<form method="post" action="/vote" data-keep="vote:abc" data-resend>
<input type="hidden" name="request_key" value="{key}">
<div id="kept" data-live="sitting:abc" data-live-part="status">266</div>
<label><input type="radio" name="vote" value="for">For</label>
<label><input type="radio" name="vote" value="against">Against</label>
<textarea name="opinion"></textarea>
<p data-half hidden><span data-half-chosen>chosen</span><span data-half-lost hidden>lost</span></p>
<button>Send</button></form></main></body></html>"""
SUMMARY = '<section class="errs" tabindex="-1" data-focus data-refusal="closed">closed</section>'
STATE = json.dumps({"topic": "sitting:abc", "part": "status", "html": '<a href="#x">267</a>'})


@dataclass
class Server:
    """A server of one page that can be told how to answer."""

    status: int = 200
    shown: int = 0
    streams: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)

    def answer(self, route: Route) -> None:
        path = route.request.url.removeprefix(ORIGIN)
        if path.endswith(".js"):
            route.fulfill(path=SCRIPTS / path[1:], content_type="text/javascript")
        elif path.startswith("/live/"):
            self.streams.append(path)
            route.fulfill(body=f"data: {STATE}\n\n", content_type="text/event-stream")
        elif route.request.method == "POST":
            self.receive(route)
        else:
            self.shown += 1
            html = "done" if path == "/vote" else PAGE.format(summary="", key=f"key{self.shown}")
            route.fulfill(body=html, content_type="text/html; charset=utf-8")

    def receive(self, route: Route) -> None:
        sent = re.search(r'name="request_key"\s+(\w+)', route.request.post_data or "")
        self.keys.append(sent[1] if sent else "")
        html = PAGE.format(summary=SUMMARY, key="other")
        if self.status == 0:
            route.abort()
        else:
            route.fulfill(status=self.status, body=html, content_type="text/html")


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def page(browser: Browser, server: Server) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/*", server.answer)
    page.goto(ORIGIN)
    yield page
    context.close()


pytestmark = pytest.mark.journey


def test_a_state_replaces_what_is_shown_but_nothing_inside_a_form(page: Page) -> None:
    expect(page.locator("#shown")).to_have_text("267")
    expect(page.locator("#kept")).to_have_text("266")


def test_one_stream_is_asked_for_with_topic_part_and_language(page: Page, server: Server) -> None:
    expect(page.locator("#shown")).to_have_text("267")
    assert server.streams[0] == "/live/?topic=sitting%3Aabc&part=status&language=kk"


def test_what_is_typed_survives_a_reload_and_is_told_as_not_sent(page: Page) -> None:
    page.check("input[value=for]")
    page.fill("textarea", "ой")
    expect(page.locator("[data-half-chosen]")).to_be_visible()
    page.reload()
    expect(page.locator("input[value=for]")).to_be_checked()
    expect(page.locator("textarea")).to_have_value("ой")
    expect(page.locator("[name=request_key]")).to_have_value("key1")


def test_a_busy_or_unreachable_server_is_asked_again_with_the_same_key(
    page: Page, server: Server
) -> None:
    server.status = 503
    page.check("input[value=for]")
    page.click("button")
    expect(page.locator("[data-half-lost]")).to_be_visible()
    server.status = 0
    page.reload()
    expect(page.locator("input[value=for]")).to_be_checked()
    server.status = 200
    page.wait_for_url("**/vote", timeout=20_000)
    assert len(server.keys) > 1
    assert set(server.keys) == {"key1"}
    assert page.evaluate("localStorage.length") == 0


def test_a_refusal_is_shown_with_the_form_as_it_was_filled(page: Page, server: Server) -> None:
    server.status = 409
    page.check("input[value=against]")
    page.click("button")
    expect(page.locator(".errs")).to_be_focused()
    assert page.evaluate("localStorage.length") == 1


def test_after_the_servers_yes_the_form_is_empty_again(page: Page) -> None:
    page.check("input[value=for]")
    page.click("button")
    page.wait_for_url("**/vote")
    page.goto(ORIGIN)
    expect(page.locator("input[value=for]")).not_to_be_checked()
    expect(page.locator("[data-half]")).to_be_hidden()
