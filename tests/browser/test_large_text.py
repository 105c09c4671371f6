"""Who enlarges the text alone, sets it wider, or goes by keyboard: the layout follows the text, and no bar hides it."""

import re
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import expect
from test_everyone import KINDS, TWICE, WIDER
from waiting import eventually, rest

EACH_TWICE = """() => {
    const all = [...document.querySelectorAll("body *")];
    const sizes = all.map((element) => [element, getComputedStyle(element).fontSize]);
    for (const [element, size] of sizes) element.style.setProperty("font-size", `calc(2 * ${size})`, "important");
}"""
"""What a browser does that enlarges each letter by itself: no measure of the page follows."""

SIDEWAYS = "document.documentElement.scrollWidth > innerWidth"
COVERED = """() => {
    const focused = document.activeElement, { left, top, width, height } = focused.getClientRects()[0];
    const seen = document.elementFromPoint(left + width / 2, top + height / 2);
    return focused === document.body || focused.contains(seen) ? "" : focused.outerHTML.slice(0, 120);
}"""
CUT_NOTES = """() => [...document.querySelectorAll(".footnote li > p")]
    .filter((note) => getComputedStyle(note).overflowY === "hidden" && note.scrollHeight > note.clientHeight + 1)
    .map((note) => note.textContent)"""
STICKS = """() => [...document.querySelectorAll(".md-header, .md-sidebar--secondary:has(.inhoud)")]
    .map((bar) => bar.getBoundingClientRect()).filter(({ bottom, width }) => bottom > 0 && width === innerWidth)
    .reduce((sum, { height }) => sum + height, 0) / innerHeight"""


@pytest.mark.parametrize("style", [TWICE, WIDER])
def test_no_note_is_cut_by_larger_or_wider_text(open_page, style: str) -> None:  # type: ignore[no-untyped-def]
    page = open_page("brieven/kst-32824-448/", viewport={"width": 1280, "height": 800}, bypass_csp=True)
    page.add_style_tag(content=style)
    assert eventually(page, lambda: not page.evaluate(CUT_NOTES))


def test_no_note_is_cut_where_each_letter_is_larger(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("brieven/kst-32824-448/", viewport={"width": 1280, "height": 800})
    page.evaluate(EACH_TWICE)
    assert eventually(page, lambda: not page.evaluate(CUT_NOTES))
    assert not page.evaluate(SIDEWAYS)


def test_bars_leave_four_fifths_of_the_screen(open_page) -> None:  # type: ignore[no-untyped-def]
    for viewport, style in (({"width": 1280, "height": 800}, TWICE), ({"width": 320, "height": 256}, "p {}")):
        page = open_page("brieven/kst-32824-448/", viewport=viewport, bypass_csp=True)
        page.add_style_tag(content=style)
        page.evaluate("scrollTo(0, 3000)")
        rest(page)
        assert page.evaluate(STICKS) < 0.2


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", ["verantwoording/kst-32824-1/", "verwijzingen/", "brieven/kst-32824-448/"])
def test_no_bar_covers_what_has_the_focus(open_page, path: str, width: int) -> None:  # type: ignore[no-untyped-def]
    """Back from the middle of a page, up to its menu."""
    page = open_page(path, viewport={"width": width, "height": 640})
    links = page.locator("article a:visible")
    links.nth(min(12, links.count() - 1)).focus()
    covered = []
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        covered += filter(None, [page.evaluate(COVERED)])
    assert covered == []


def test_the_skip_link_of_the_search_page_leads_to_it(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("zoeken/?q=markt")
    page.locator(".md-skip").focus()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Zoek naar")).to_be_focused()


def test_every_page_has_a_short_title_of_its_own(site: Path) -> None:
    made = (path for path in site.rglob("*.html") if path.name in ("index.html", "404.html"))
    pages = [path.read_text(encoding="utf-8") for path in made]
    titles = [unescape(title[1]) for html in pages if (title := re.search("<title>(.*?)</title>", html))]
    assert len(titles) == len(pages) == len(set(titles)) > len(KINDS)
    assert max(map(len, titles)) <= 70
    assert "Visie op integratie, Kamerstuk 32 824, nr. 1 - Kamerbrieven" in titles
    assert "Inburgering, thema - Kamerbrieven" in titles
