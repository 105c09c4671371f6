"""A browser, and the site of the five letters as a host would serve it: below a path, with nothing behind it."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from frozen import SEEDS

from build_tools.build import build
from build_tools.errors import UserError, attempt
from build_tools.folders import Folders
from build_tools.workbench.engine import _published

pytest.importorskip("playwright", reason="playwright is not installed")

from playwright.sync_api import Browser, sync_playwright
from serving import served
from shared import one_at_a_time, shared_folder
from tabs import Open, Tabs, opening
from waiting import PATIENCE

HERE = filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "chromium-browser")))
CHROMIUM = os.environ.get("CHROMIUM") or next(HERE, None)
"""The one without windows comes first: it takes a fifth less work to draw the same."""
OPTIONS = [
    *("--no-sandbox", "--no-first-run", "--disable-background-networking", "--disable-sync"),
    *("--disable-gpu", "--in-process-gpu"),  # who draws without one needs no process for it either
    "--js-flags=--single-threaded",  # other tests have the other cores
]


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site is served. An address is known while it is built, as for a real host."""
    folder = shared_folder(tmp_path_factory, "browser")
    with served(folder / "site") as url:
        with one_at_a_time(folder), pytest.MonkeyPatch.context() as patch:
            if not (folder / "site").exists():
                patch.setenv("SITE_URL", url)
                build(Folders(SEEDS, folder / "docs", folder / "site"), with_bench=has_engine(), cached=True)
        yield url


def has_engine() -> bool:
    """Whether Pyodide is kept here, or can be fetched."""
    return not isinstance(attempt(_published), UserError)


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


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> Tabs:
    return Tabs(browser)


@pytest.fixture
def open_page(tabs: Tabs, address: str) -> Iterator[Open]:
    """Opens a page of the site and waits until it is ready; there must be no error, no refusal, no foreign request."""
    with opening(tabs, address) as opened:
        yield opened
