"""A site for each dossier with one in front, as a reader meets them: one search, old addresses, ways there and back."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from frozen import SEEDS
from playwright.sync_api import Page, Request, expect
from serving import served
from tabs import Open, Tabs, opening
from test_search import FOUND
from waiting import STEP

from build_tools.build import build
from build_tools.cache.place import NAME
from build_tools.dossiers.arrange import per_dossier
from build_tools.folders import Folders

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

LEFT = "net::ERR_ABORTED"
"""Why a request fails that a page gives up because it leads on at once."""


@pytest.fixture(scope="module")
def root(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The sites of the five letters, made with what was kept of making the one site of them."""
    folder = tmp_path_factory.mktemp("dossiers")
    shutil.copytree(site.parent / NAME, folder / NAME)
    build(Folders(SEEDS, folder / "docs", folder / "site", folder / "mkdocs.yml"), arranging=per_dossier, cached=True)
    with served(folder / "site") as url:
        yield url


@pytest.fixture
def opened(tabs: Tabs, root: str) -> Iterator[Open]:
    """Opens a page; there must be no error, no request that fails, and none to another host."""
    failed: list[str] = []

    def fails(request: Request) -> None:
        failed.extend([request.url] * (request.failure != LEFT))

    with opening(tabs, root, requestfailed=fails) as open_page:
        yield open_page
    assert not failed


def found(page: Page, question: str) -> list[str]:
    page.get_by_label("Zoek naar").fill(question)
    page.get_by_label("Zoek naar").press("Enter")
    hrefs: list[str] = page.wait_for_function(FOUND, arg=question, polling=STEP).json_value()
    return hrefs


def test_the_search_in_front_finds_letters_of_every_dossier(opened: Open, root: str) -> None:
    page = opened("zoeken/")
    addresses = found(page, "inburgering")
    for letter in ("32824/brieven/kst-32824-448/", "34200-xv/brieven/kst-34200-XV-1-artikel-13/"):
        assert f"{root}{letter}" in addresses
    assert [address for address in addresses if "/zoeken/" in address or address.endswith("/over/")] == []
    assert f"{root}34200-xv/brieven/kst-34200-XV-1-artikel-13/" in found(page, "moskeeen")
    expect(page.locator(".treffer", has_text="Artikel 13").locator(".dag").first).to_contain_text("dossier 34 200 XV")
    assert found(page, "32824 448") == [f"{root}32824/brieven/kst-32824-448/"]
    assert found(page, "xyzzyplugh") == []
    found(page, "integratie")
    page.locator("#zeef-jaar").select_option("2015")
    expect(page.locator(".stand")).to_contain_text("1 brief")
    expect(page.locator(".treffer h2 a").first).to_have_attribute("href", re.compile("34200-xv/brieven/"))


def test_a_dossier_that_lacks_a_word_answers_with_nothing_like_it(opened: Open, root: str) -> None:
    page = opened("zoeken/")
    for question in ("actieplan", "doelgroep", "doelgroepen actieplan"):
        addresses = found(page, question)
        assert addresses
        assert [address for address in addresses if not address.startswith(f"{root}34200-xv/")] == []


def test_a_word_that_is_written_wrong_is_known_from_any_dossier(opened: Open) -> None:
    page = opened("zoeken/?q=moskeein")
    expect(page.locator(".bedoelt")).to_have_text(re.compile("moskee"))


def test_a_place_that_was_found_is_there(opened: Open, root: str) -> None:
    page = opened("zoeken/?q=Nobel")
    place = page.locator(".treffer .plaats a").first
    place.click()
    page.wait_for_url(re.compile(re.escape(root) + r"32824/brieven/.*#"))
    assert page.evaluate("document.getElementById(decodeURIComponent(location.hash.slice(1))) !== null")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_an_address_without_a_dossier_leads_on(opened: Open, root: str, scripts: bool) -> None:
    page = opened(java_script_enabled=scripts)
    page.goto(f"{root}brieven/kst-32824-448/#al-12", wait_until="commit")
    page.wait_for_url(f"{root}32824/brieven/kst-32824-448/" + "#al-12" * scripts)


def test_there_and_back(opened: Open, root: str) -> None:
    page = opened()
    page.get_by_role("link", name="34 200 XV", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dossier 34 200 XV")
    page.get_by_role("link", name=re.compile("Artikel 13")).first.click()
    page.get_by_role("link", name="Alle dossiers").first.click()
    page.wait_for_url(root)


@pytest.mark.parametrize("path", ["", "over/", "zoeken/?q=inburgering", "32824/", "32824/zoeken/"])
def test_nothing_is_wider_than_a_telephone(opened: Open, path: str) -> None:
    page = opened(path)
    page.set_viewport_size({"width": 390, "height": 844})
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
