"""A browser, and the site of the five letters as a host would serve it: below a path, with nothing behind it."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from build_tools.build import build
from build_tools.folders import PROJECT, Folders

pytest.importorskip("playwright", reason="playwright is not installed")

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
OPTIONS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
PREFIX = "/onder/pad/"


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder below the prefix, and the site's own page for what is not there."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(PREFIX[:-1]) if path.startswith(PREFIX) else "/nergens")

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("browser") / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served. Its address is known while it is built, as for a real host."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site))) as server:
        url = f"http://127.0.0.1:{server.server_port}{PREFIX}"
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SITE_URL", url)
            build(Folders(PROJECT / "seeds", site.parent / "docs", site))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield url
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium here (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield running
        running.close()


Open = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Open]:
    """Opens a page of the site; at the end there must have been no error, no refusal, no foreign request."""
    contexts: list[BrowserContext] = []
    troubles: list[str] = []

    def opened(path: str = "", **options: Any) -> Page:
        contexts.append(browser.new_context(**options))
        page = contexts[-1].new_page()
        page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("request", lambda request: troubles.extend([request.url] * (not ours(request.url))))
        page.goto(address + path, wait_until="networkidle")
        return page

    def ours(url: str) -> bool:
        return url.startswith((address, "blob:", "data:"))

    yield opened
    for context in contexts:
        context.close()
    assert not troubles
