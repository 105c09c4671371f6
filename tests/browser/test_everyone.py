"""Nobody is shut out: axe, keyboard, small screens, no script, no foreign host, on every kind of page."""

from importlib.resources import files

import pytest
from playwright.sync_api import Page

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
KINDS = [
    "",
    "brieven/",
    "brieven/kst-32824-448/",
    "brieven/kst-34200-XV-1-artikel-13/",
    "verantwoording/",
    "over/",
    "zoeken/",
    "zoeken/?q=markt",
    "vergelijken/",
    "vergelijken/brief-donner-2011--kst-32824-1/",
    "vergelijken/terugkerend/",
    "themas/",
    "themas/inburgering/",
    "begrippen/",
    "verwijzingen/",
    "404.html",
]
OUT_OF_SIGHT = """() => {
    const focused = document.activeElement;
    const shown = focused.matches(".md-option") ? focused.nextElementSibling : focused;
    const box = shown.getBoundingClientRect();
    let clear = 1;
    for (let at = shown; at; at = at.parentElement) clear *= getComputedStyle(at).opacity;
    const beside = box.width < 1 || box.height < 1 || box.right < 1 || box.left > innerWidth - 1;
    const plain = getComputedStyle(shown).outlineStyle === "none";
    const ends = focused === document.body;
    return ends ? "end" : beside || clear < 0.1 || plain ? focused.outerHTML.slice(0, 120) : "";
}"""


@pytest.mark.parametrize("mode", ["light", "dark", "print", "phone"])
def test_axe_finds_nothing(open_page, mode: str) -> None:  # type: ignore[no-untyped-def]
    width = 320 if mode == "phone" else 1280
    page = open_page(
        color_scheme="dark" if mode == "dark" else "light",
        viewport={"width": width, "height": 900},
        bypass_csp=True,
    )
    page.emulate_media(media="print" if mode == "print" else "screen")
    start, found = page.url, []
    for path in KINDS:
        page.goto(start + path, wait_until="networkidle")
        if "?q=" in path:
            page.wait_for_selector(".treffer", state="attached")
        page.evaluate(AXE)
        violations = page.evaluate("() => axe.run()")["violations"]
        found += [(path, fault["id"], fault["nodes"][0]["html"][:100]) for fault in violations]
    assert found == []


@pytest.mark.parametrize("path", KINDS)
@pytest.mark.parametrize("width", [320, 1280])
def test_every_tab_stop_can_be_seen(open_page, path: str, width: int) -> None:  # type: ignore[no-untyped-def]
    page = open_page(path, viewport={"width": width, "height": 800})
    assert out_of_sight(page) == []


def out_of_sight(page: Page, most: int = 40) -> list[str]:
    """Tab through a page, and name what has the focus without showing it."""
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement.blur()")
    hidden = []
    for _ in range(most):
        page.keyboard.press("Tab")
        page.wait_for_timeout(20)
        told = page.evaluate(OUT_OF_SIGHT)
        if told == "end":
            break
        hidden += [told] * bool(told)
    return hidden


@pytest.mark.parametrize("path", KINDS)
def test_no_page_scrolls_sideways_on_a_small_screen(open_page, path: str) -> None:  # type: ignore[no-untyped-def]
    page = open_page(path, viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("script", [True, False])
def test_a_letter_is_whole_with_and_without_script(open_page, script: bool) -> None:  # type: ignore[no-untyped-def]
    page = open_page("brieven/kst-32824-448/", java_script_enabled=script)
    assert page.locator("article").inner_text().count("\n") > 100
    assert page.locator("#al-2").is_visible()
    page.locator("a.footnote-ref").first.click()
    assert page.url.endswith("#fn:1")
    page.locator(".footnote-backref").first.click()
    assert page.url.endswith("#fnref:1")


def test_pages_stand_still_for_those_who_ask(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("brieven/kst-32824-448/", reduced_motion="reduce", viewport={"width": 1280, "height": 800})
    moving = """() => [...document.querySelectorAll("body *")].filter(
        (element) => parseFloat(getComputedStyle(element).transitionDuration) > 0.01
    ).map((element) => element.className)"""
    assert page.evaluate(moving) == []


def test_what_is_not_there_is_told_in_dutch(open_page) -> None:  # type: ignore[no-untyped-def]
    assert open_page("404.html").get_by_role("heading", level=1).inner_text() == "Deze pagina is er niet"
