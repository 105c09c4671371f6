"""Notes and contents as a reader has them: beside the text or at hand, on every screen, and never in the way."""

from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect
from waiting import eventually, rest

LONG = ["brieven/kst-32824-448/", "brieven/kst-32824-1/"]
WIDE = {"width": 1600, "height": 1000}
TABLET = {"width": 768, "height": 1000}
PHONE = {"width": 320, "height": 640}
NOTES = ".footnote > ol > li"
REFERENCE = 'a.footnote-ref[href="#fn:3"]'
NOTE = "li[id='fn:3']"
LINE = ".inhoud > summary"
LONG_AFTER = 600
"""Milliseconds, on the page's own clock, after which a note that its pointer left is gone."""

BOXES = """(selector) => [...document.querySelectorAll(selector)].map((element) => {
    const box = element.getBoundingClientRect();
    return { left: box.left, right: box.right, top: box.top + scrollY, bottom: box.bottom + scrollY };
})"""
POSITIONS = "(selector) => [...document.querySelectorAll(selector)].map((one) => getComputedStyle(one).position)"
HOW_FAR = """() => [...document.querySelectorAll(".footnote > ol > li")].map((note) => {
    const reference = document.querySelector(`.footnote-ref[href="#${note.id}"]`);
    return note.getBoundingClientRect().top - reference.getBoundingClientRect().top;
})"""
BELOW_THE_HEAD = """() => {
    const bars = [...document.querySelectorAll(".md-header, .md-sidebar--secondary:has(.inhoud)")];
    const across = bars.filter((bar) => getComputedStyle(bar).display !== "none" && bar.offsetWidth === innerWidth);
    const head = Math.max(...across.map((bar) => bar.getBoundingClientRect().bottom));
    const top = document.querySelector(":target").getBoundingClientRect().top;
    return head <= top && top < innerHeight / 2;
}"""
CURRENT = ".md-nav--secondary [aria-current=location]"


def overlapping(boxes: list[dict[str, float]]) -> list[tuple[dict[str, float], dict[str, float]]]:
    ordered = sorted(boxes, key=lambda box: box["top"])
    return [(one, two) for one, two in pairwise(ordered) if one["bottom"] > two["top"] + 0.5]


@pytest.mark.parametrize("path", LONG)
@pytest.mark.parametrize("width", [1220, 1600])
def test_notes_stand_beside_the_text(open_page, path: str, width: int) -> None:  # type: ignore[no-untyped-def]
    page = open_page(path, viewport={"width": width, "height": 1000})
    notes, margin = page.evaluate(BOXES, NOTES), page.evaluate(BOXES, f"{NOTES}, .bij")
    text = page.locator("#al-2").bounding_box()
    assert len(notes) > 20
    assert overlapping(margin) == []
    assert all(text["x"] + text["width"] < note["left"] < note["right"] < width for note in notes)
    assert max(map(abs, page.evaluate(HOW_FAR))) < 150
    assert page.locator("#noten").bounding_box()["width"] == 1
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_labels_sink_and_never_leave_their_paragraph(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(LONG[1], viewport=WIDE)
    shifts = page.evaluate("""() => [...document.querySelectorAll(".bij:not(.bij-stil)")].map((label) => {
        const own = label.getBoundingClientRect(), block = label.parentElement.getBoundingClientRect();
        return [own.top - block.top, own.top - block.bottom];
    })""")
    assert min(top for top, _ in shifts) >= 0
    assert max(under for _, under in shifts) <= 0


@pytest.mark.parametrize("path", ["brieven/kst-32824-357/", "brieven/kst-34200-XV-1-artikel-13/"])
def test_notes_leave_room_for_printed_page_numbers(open_page, path: str) -> None:  # type: ignore[no-untyped-def]
    page = open_page(path, viewport=WIDE)
    numbers = page.evaluate("""() => [...document.querySelectorAll("[data-blz]")].map((block) => {
        const style = getComputedStyle(block, "::after");
        const top = block.getBoundingClientRect().top + scrollY + parseFloat(style.top);
        return { top, bottom: top + parseFloat(style.height) };
    })""")
    assert numbers
    assert overlapping([*numbers, *page.evaluate(BOXES, f"{NOTES}, .bij")]) == []


def test_notes_follow_a_text_that_moves(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(LONG[0], viewport=WIDE)
    page.locator(".kenmerken summary").click()
    rest(page)
    assert max(map(abs, page.evaluate(HOW_FAR))) < 150
    page.set_viewport_size({"width": 1250, "height": 700})
    rest(page)
    assert max(map(abs, page.evaluate(HOW_FAR))) < 150


@pytest.mark.parametrize(("viewport", "script"), [(TABLET, True), (PHONE, True), (WIDE, False)])
def test_notes_stand_under_the_text(open_page, viewport, script: bool) -> None:  # type: ignore[no-untyped-def]
    page = open_page(LONG[0], viewport=viewport, java_script_enabled=script)
    (heading,), (signed,), notes = (page.evaluate(BOXES, part) for part in ("#noten", ".handtekening", NOTES))
    assert heading["top"] > signed["top"]
    assert all(note["top"] < note["bottom"] for note in notes)
    tops = [heading["top"], *(note["top"] for note in notes)]
    assert tops == sorted(tops)
    assert all(note["left"] < viewport["width"] / 3 for note in notes)


def test_a_long_note_opens_beside_the_text(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(LONG[0], viewport=WIDE)
    text, closed = page.locator(f"{NOTE} > p"), page.locator(f"{NOTE} > p").bounding_box()["height"]
    for come in (page.locator(REFERENCE).hover, text.hover, lambda: tab_to(page, REFERENCE)):
        come()
        assert eventually(page, lambda: text.bounding_box()["height"] > 2 * closed)
        assert page.evaluate("(note) => document.querySelector(note).offsetHeight", NOTE) == round(closed)
        page.keyboard.press("Escape")
        page.mouse.move(5, 500)
        assert eventually(page, lambda: text.bounding_box()["height"] == closed)


def tab_to(page: Page, selector: str) -> None:
    """Give an element the focus as the Tab key does."""
    page.locator(selector).focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("(selector) => document.activeElement.matches(selector)", selector)


@pytest.mark.parametrize("viewport", [PHONE, TABLET, {"width": 320, "height": 256}])
@pytest.mark.parametrize("way", ["pointer", "keyboard"])
def test_a_note_comes_to_its_reference(open_page, viewport, way: str) -> None:  # type: ignore[no-untyped-def]
    page = open_page(LONG[0], viewport=viewport)
    reference, note = page.locator(REFERENCE), page.locator(NOTE)
    words = page.locator("article").evaluate("(article) => article.textContent")
    reference.hover() if way == "pointer" else tab_to(page, REFERENCE)
    rest(page)
    box, mark = note.bounding_box(), reference.bounding_box()
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["x"] + box["width"] <= viewport["width"]
    assert box["y"] + box["height"] <= viewport["height"]
    assert box["height"] > 30
    assert box["y"] >= mark["y"] + mark["height"] or box["y"] + box["height"] <= mark["y"]
    assert page.evaluate("document.documentElement.scrollWidth") == viewport["width"]
    assert page.locator("article").evaluate("(article) => article.textContent") == words
    assert not page.locator("article [title*='noot'], [role=tooltip]").count()
    page.keyboard.press("Escape")
    expect(note).to_have_css("position", "static")


def test_a_note_stays_while_the_pointer_or_the_focus_does(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(LONG[0], viewport=TABLET, own=True)
    reference, note = page.locator(REFERENCE), page.locator(f"{NOTE}.zweeft")
    page.clock.install()
    reference.hover()
    note.hover()
    page.clock.run_for(LONG_AFTER)
    assert note.is_visible()
    page.mouse.move(5, 5)
    page.clock.run_for(LONG_AFTER)
    expect(note).to_have_count(0)
    tab_to(page, REFERENCE)
    page.mouse.move(5, 500)
    page.clock.run_for(LONG_AFTER)
    assert note.is_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**#fn:3")
    expect(note).to_have_count(0)
    assert lands_below_the_head(page)


def test_a_tap_follows_the_link(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(LONG[0], viewport=PHONE, has_touch=True, is_mobile=True)
    page.locator(REFERENCE).tap()
    page.wait_for_url("**#fn:3")
    expect(page.locator(".zweeft")).to_have_count(0)
    assert lands_below_the_head(page)


@pytest.mark.parametrize("viewport", [PHONE, TABLET, {"width": 1000, "height": 800}, WIDE])
@pytest.mark.parametrize("script", [True, False])
def test_an_address_leads_below_the_head(open_page, viewport, script: bool) -> None:  # type: ignore[no-untyped-def]
    page = open_page(f"{LONG[0]}#fn:3", viewport=viewport, java_script_enabled=script)
    for place in ("fn:3", "fnref:3", "al-12", "al-13"):
        page.goto(f"{page.url.partition('#')[0]}#{place}")
        assert lands_below_the_head(page), place


def lands_below_the_head(page: Page) -> bool:
    """Whether a page comes to rest where it should."""
    return eventually(page, lambda: page.evaluate(BELOW_THE_HEAD))


@pytest.mark.parametrize("script", [True, False])
def test_contents_on_a_phone(open_page, script: bool) -> None:  # type: ignore[no-untyped-def]
    page = open_page(LONG[0], viewport=PHONE, java_script_enabled=script)
    line, links = page.locator(LINE), page.locator(".inhoud a")
    assert line.bounding_box()["y"] < page.locator("h1").bounding_box()["y"] < PHONE["height"]
    assert not links.first.is_visible()
    tab_to(page, LINE)
    page.keyboard.press("Enter")
    expect(links.first).to_be_visible()
    links.nth(3).click()
    page.wait_for_url("**#al-13")
    assert lands_below_the_head(page)
    if script:
        expect(links.first).to_be_hidden()
        expect(line).to_have_attribute("data-hier", page.locator("#al-13").inner_text())
        line.click()
        expect(links.nth(3)).to_have_attribute("aria-current", "location")
        page.keyboard.press("Escape")
        expect(links.first).to_be_hidden()


@pytest.mark.parametrize("path", ["brieven/brief-donner-2011/", "themas/", "themas/inburgering/"])
def test_no_contents_where_there_is_nothing_to_choose(open_page, path: str) -> None:  # type: ignore[no-untyped-def]
    assert not open_page(path, viewport=PHONE).locator(LINE).count()


@pytest.mark.parametrize("width", [1000, 1280])
def test_contents_beside_the_text_follow_at_once(open_page, width: int) -> None:  # type: ignore[no-untyped-def]
    page = open_page(LONG[0], viewport={"width": width, "height": 500})
    assert not page.locator(LINE).is_visible()
    assert page.locator(".inhoud a").first.is_visible()
    page.evaluate("document.querySelector('#al-69').scrollIntoView()")
    page.wait_for_selector(f"{CURRENT}[href='#al-69']", state="attached")
    rest(page)
    link = page.locator(CURRENT).bounding_box()
    assert 48 < link["y"] < 500 - link["height"]


@pytest.mark.parametrize("viewport", [WIDE, TABLET])
def test_paper_has_the_notes_under_the_text_only(open_page, viewport) -> None:  # type: ignore[no-untyped-def]
    page = open_page(LONG[0], viewport=viewport)
    tab_to(page, REFERENCE)
    rest(page)
    page.emulate_media(media="print")
    rest(page)
    assert not page.locator(".inhoud").is_visible()
    notes = page.evaluate(BOXES, NOTES)
    assert set(page.evaluate(POSITIONS, NOTES)) == {"static"}
    assert page.locator("#noten").bounding_box()["width"] > 100
    assert all(note["top"] < note["bottom"] for note in notes)
    tops = [note["top"] for note in notes]
    assert tops == sorted(tops)
    assert overlapping(notes) == []
