"""A browser, and the site of the five letters as a host would serve it: below a path, with nothing behind it."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from frozen import SEEDS

from build_tools.build import build
from build_tools.errors import UserError, attempt
from build_tools.folders import Folders
from build_tools.workbench.engine import engine_files

pytest.importorskip("playwright", reason="playwright is not installed")

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from serving import served
from shared import one_at_a_time, shared_folder
from waiting import PATIENCE, patient_context, visit

HERE = filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "chromium-browser")))
CHROMIUM = os.environ.get("CHROMIUM") or next(HERE, None)
"""The one without windows comes first: it takes a fifth less work to draw the same."""
OPTIONS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site is served. An address is known while it is built, as for a real host."""
    folder = shared_folder(tmp_path_factory, "browser")
    with served(folder / "site") as url:
        with one_at_a_time(folder), pytest.MonkeyPatch.context() as patch:
            if not (folder / "site").exists():
                patch.setenv("SITE_URL", url)
                build(Folders(SEEDS, folder / "docs", folder / "site"), with_bench=has_engine())
        yield url


def has_engine() -> bool:
    """Whether Pyodide is kept here, or can be fetched."""
    return not isinstance(attempt(engine_files), UserError)


@pytest.fixture(scope="session")
def site(address: str, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: ARG001  it is made for its address
    """The folder of the site that is served."""
    return shared_folder(tmp_path_factory, "browser") / "site"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium here (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS, timeout=PATIENCE)
        yield running
        running.close()


Open = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Open]:
    """Opens a page of the site and waits until it is ready; there must be no error, no refusal, no foreign request."""
    contexts: list[BrowserContext] = []
    troubles: list[str] = []

    def opened(path: str = "", **options: Any) -> Page:
        contexts.append(patient_context(browser, **options))
        page = contexts[-1].new_page()
        page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("request", lambda request: troubles.extend([request.url] * (not ours(request.url))))
        visit(page, address + path, options.get("java_script_enabled", True))
        return page

    def ours(url: str) -> bool:
        return url.startswith((address, "blob:", "data:"))

    yield opened
    for context in contexts:
        context.close()
    assert not troubles
