"""Nobody is shut out: axe, keyboard, small screens, no script, no foreign host, on every kind of page."""

from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect
from serving import PREFIX, LateHandler, served
from tabs import Open, Tabs, opening
from waiting import rest, visit

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
AXE_RUN = """(coloursOnly) => {
    axe.configure({ rules: [{ id: "color-contrast", selector: "[data-judged]" }] });
    return axe.run({ resultTypes: ["violations"], ...(coloursOnly
        ? { runOnly: ["color-contrast", "link-in-text-block"] }
        : { rules: { "target-size": { enabled: true }, "scrollable-region-focusable": { enabled: true } } }) });
}"""
"""All that axe asks, of contrast only where `JUDGED` says so; or what it asks of colours alone, which is all that the
dark page and paper do otherwise: what a page is made of, its names and its roles are the same there."""
JUDGED = """(dress) => {
    const COLOURS = ["color", "backgroundColor", "backgroundImage", "opacity", "textDecoration"];
    const DRAWN = [...COLOURS, "fontSize", "fontWeight"];
    const looks = new Map([[null, ""]]), seen = new Set(JSON.parse(sessionStorage.getItem(dress) ?? "[]"));
    const says = ({ nodeType, data }) => nodeType === Node.TEXT_NODE && data.trim();
    const speaks = (element) => element.matches("input, select, textarea") || [...element.childNodes].some(says);
    const look = (element) => {
        if (!looks.has(element)) {
            const drawn = getComputedStyle(element), exempt = element.matches(":disabled, label:has(:disabled)");
            const own = [element.localName, element.getAttribute("class"), exempt, speaks(element)];
            looks.set(element, [look(element.parentElement), own, DRAWN.map((name) => drawn[name])].join());
        }
        return looks.get(element);
    };
    let judged = 0;
    for (const element of document.body.querySelectorAll("*")) {
        const shown = speaks(element) && element.checkVisibility({ visibilityProperty: true });
        const first = shown && !seen.has(look(element));
        if (first) seen.add(look(element));
        element.toggleAttribute("data-judged", first);
        judged += first;
    }
    if (dress) sessionStorage.setItem(dress, JSON.stringify([...seen]));
    return judged;
}"""
"""Marks, of texts and fields that look alike, the first on a page, and says how many: with the same tags and classes
around them up to the page, and each of these drawn with the same colours, size and weight. Contrast is one for them
all, and axe takes half of its time to find it for each of a thousand paragraphs. On a phone, in the dark and on paper
it is the first on any page: what lies over what is judged on each page of a desk by day."""
KINDS = [
    "",
    "brieven/",
    "brieven/kst-32824-357/",
    "brieven/kst-34200-XV-1-artikel-13/",
    "verantwoording/",
    "verantwoording/kst-32824-357/",
    "over/",
    "zoeken/",
    "zoeken/?q=markt",
    "controleer/",
    "vergelijken/",
    "vergelijken/brief-donner-2011--kst-32824-1/",
    "terugkerend/",
    "dossiers/",
    "dossiers/32824/",
    "personen/",
    "personen/j-p-h-donner/",
    "ministeries/",
    "soorten/kamerstuk/",
    "toezeggingen/",
    "toezeggingen/bewindspersonen/",
    "vergelijken/zelf/",
    "themas/",
    "themas/inburgering/",
    "begrippen/",
    "begrippen/burgerschap/",
    "verwijzingen/",
    "404.html",
]
STOPS = """(whole) => {
    const main = document.querySelector("main");
    if (!whole) main.tabIndex = -1, main.focus();
    document.activeElement.blur();
    main.removeAttribute("tabindex");
    window.stops = new Set();
    addEventListener("focusin", ({ target }) => stops.add(target));
    return whole ? 40 : 25;
}"""
"""Keeps where the focus comes, and says how many keys to press: through the whole of the first page, and on each other
behind what stands at the head of all, as far into the page as there."""
STRIDE = 5
"""Keys after which is seen whether they still come to something else."""
OUT_OF_SIGHT = """async () => {
    const frame = () => new Promise(requestAnimationFrame);
    const hidden = (stop) => {
        const box = stop.getBoundingClientRect();
        let clear = 1;
        for (let at = stop; at; at = at.parentElement) clear *= getComputedStyle(at).opacity;
        const beside = box.width < 1 || box.height < 1 || box.right < 1 || box.left > innerWidth - 1;
        const plain = getComputedStyle(stop).outlineStyle === "none" || stop !== document.activeElement;
        return plain || beside || clear < 0.1;
    };
    const told = [];
    for (const stop of [...stops]) {
        stop.focus();
        for (let frames = 0; hidden(stop) && frames < 200; frames++) await frame();
        if (hidden(stop)) told.push(stop.outerHTML.slice(0, 120));
    }
    return told;
}"""
"""Which of them do not come into sight, each with the focus again: that of the keyboard, which was used last. To look
from outside after each key is another message to the browser for each."""

WIDER = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }"""
TWICE = "html { font-size: 250% !important; }"
"""Twice what the site makes of a browser's letters."""
CUT_OFF = """() => [...document.querySelectorAll("body *")].filter((element) => {
    const { overflowX, overflowY, webkitLineClamp } = getComputedStyle(element), hides = /hidden|clip/;
    if (webkitLineClamp !== "none") return false; // a note beside the text, which opens
    const wide = hides.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
    const high = hides.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
    return (wide || high) && element.clientWidth > 1;
}).map((element) => element.outerHTML.slice(0, 120))"""
MOVED = """window.moved = [];
new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
        const named = sources.map(({ node }) => node?.className ?? node?.nodeName);
        if (value > 0.01 && !hadRecentInput) moved.push(named.join(" "));
    }
}).observe({ type: "layout-shift", buffered: true });"""
"""What moved by itself, by a hundredth of the screen or more."""
HOW_WIDE = "document.documentElement.scrollWidth"


DARK, PAPER = {"color_scheme": "dark"}, {"media": "print"}
DRESS = """(styles) => { document.adoptedStyleSheets = styles.map((style) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    return sheet;
}); }"""
"""Puts on these style sheets and no others: what a reader sets in a browser, which no rule of the site forbids."""

Fault = tuple[object, ...]


def axe(page: Page, width: int) -> Iterator[Fault]:
    """On a phone; on a desk, where the page may be dark and be printed."""
    page.evaluate(AXE)
    desk = width > 320
    for look in ({}, DARK, PAPER) if desk else ({},):
        page.emulate_media(**look)
        rest(page)
        if page.evaluate(JUDGED, repr(look) if look or not desk else "") or not look:
            for fault in page.evaluate(AXE_RUN, look != {})["violations"]:
                yield "axe", look, fault["id"], fault["nodes"][0]["html"][:100]
    page.emulate_media(media="screen", color_scheme="light")
    rest(page)


def tab_stops(page: Page, _: int) -> Iterator[Fault]:
    """Tab through a page, and name what has the focus without showing it."""
    page.mouse.move(0, 0)
    most = page.evaluate(STOPS, page.url.endswith(PREFIX))
    for so_far in range(0, most, STRIDE):
        for _ in range(STRIDE):
            page.keyboard.down("Tab")
        if page.evaluate("stops.size") < so_far + STRIDE:
            break
    page.keyboard.up("Tab")
    yield from (("out of sight", stop) for stop in page.evaluate(OUT_OF_SIGHT))


def set_wider(page: Page, width: int) -> Iterator[Fault]:
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    yield from [("too wide",)] * (page.evaluate(HOW_WIDE) != width)
    yield from dressed(page, width, WIDER)
    yield from (("cut off", cut) for cut in page.evaluate(CUT_OFF))


def large_letters(page: Page, width: int) -> Iterator[Fault]:
    yield from dressed(page, width, TWICE)
    yield from dressed(page, width, TWICE, WIDER)


def dressed(page: Page, width: int, *styles: str) -> Iterator[Fault]:
    page.evaluate(DRESS, styles)
    rest(page)
    yield from [("too wide", styles)] * (page.evaluate(HOW_WIDE) > width)


Asked = Callable[[Page, int], Iterator[Fault]]
ASKED: dict[int, dict[int, tuple[Asked, ...]]] = {
    320: {320: (axe, tab_stops, set_wider, large_letters), 640: (set_wider,)},
    1280: {1280: (axe, tab_stops, set_wider, large_letters)},
}
"""By the width at which a page is opened: what is asked there, and when it is made wider. Scripts choose the same for a
page that is opened at 320 pixels and at 640, another thing for a wide one."""


@pytest.fixture
def late_page(tabs: Tabs, site: Path) -> Iterator[Open]:
    with served(site, LateHandler) as address, opening(tabs, address) as opened:
        yield opened


@pytest.mark.parametrize("opened", ASKED)
def test_nobody_is_shut_out_from_any_kind_of_page(late_page, opened: int) -> None:  # type: ignore[no-untyped-def]
    """A screen of 1280 pixels at 400%, as wide as a phone, and back to 200%; and as it is. A visit is for all that is
    asked, and no time passes in which colours fade into those of the dark. Scripts and what they fetch come late: what
    they put on a page moves nothing that a reader may look at."""
    page = late_page(reduced_motion="reduce", viewport=sized(opened), device_scale_factor=1280 / opened, own=True)
    start, found = page.url, []
    page.add_init_script(MOVED)
    for path in KINDS:
        page.set_viewport_size(sized(opened))
        visit(page, start + path)
        found += [(opened, path, "moved", what) for what in page.evaluate("moved")]
        for width, asked in ASKED[opened].items():
            page.set_viewport_size(sized(width))
            page.evaluate(DRESS, [])
            rest(page)
            found += [(width, path, *fault) for ask in asked for fault in ask(page, width)]
    assert found == []


def sized(width: int) -> ViewportSize:
    return {"width": width, "height": 820}


def test_pictures_and_changes_are_seen_in_forced_colours(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(forced_colors="active", color_scheme="light")
    start = page.url
    page.get_by_role("searchbox").last.focus()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    for path, drawn in (("", ".stip"), ("themas/", ".stip"), ("themas/inburgering/", ".staaf, .kolommen text")):
        visit(page, start + path)
        colours = page.evaluate(f"[...document.querySelectorAll('{drawn}')].map((one) => getComputedStyle(one).fill)")
        assert set(colours) == {page.evaluate("getComputedStyle(document.body).color")}
    visit(page, start + "vergelijken/brief-donner-2011--kst-32824-1/")
    for tag, property_, drawn in (("ins", "textDecorationLine", "underline"), ("del", "backgroundImage", "linear")):
        mark = f"document.querySelector('[data-kind=leesteken]:is({tag})')"
        assert page.evaluate(f"getComputedStyle({mark}).{property_}").startswith(drawn)


def test_colours_stay_as_chosen(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("over/", color_scheme="light")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Donker").click()
    page.reload()
    expect(page.get_by_role("button", name="Donker", pressed=True)).to_be_visible()
    expect(page.locator("body")).not_to_have_css("background-color", paper)


def test_contents_show_where_the_reader_is(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("over/", viewport={"width": 1280, "height": 600})
    page.get_by_role("navigation", name="Inhoud").get_by_role("link").last.click()
    page.wait_for_selector(".md-nav__link--active")
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_selector(".md-nav__link--active", state="detached")


@pytest.mark.parametrize("script", [True, False])
def test_a_letter_is_whole_with_and_without_script(open_page, script: bool) -> None:  # type: ignore[no-untyped-def]
    page = open_page("brieven/kst-32824-448/", java_script_enabled=script)
    assert page.locator("article").inner_text().count("\n") > 100
    assert page.locator("#al-2").is_visible()
    page.locator("a.footnote-ref").first.click()
    page.wait_for_url("**#fn:1")
    page.get_by_role("link", name="Terug naar verwijzing 1 in de tekst").click()
    page.wait_for_url("**#fnref:1")


def test_who_sign_below_each_other_are_wide_enough_apart(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("brieven/kst-32824-357/", viewport={"width": 1280, "height": 900})
    page.evaluate("""() => {
        const signer = document.querySelector('.kenmerken a[href*="personen/"]');
        signer.after(document.createElement("br"), signer.cloneNode(true));
    }""")
    page.evaluate(AXE)
    run = "axe.run('.kenmerken', { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })"
    assert page.evaluate(run)["violations"] == []


def test_pages_stand_still_for_those_who_ask(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("brieven/kst-32824-448/", reduced_motion="reduce", viewport={"width": 1280, "height": 800})
    moving = """() => [...document.querySelectorAll("body *")].filter(
        (element) => parseFloat(getComputedStyle(element).transitionDuration) > 0.01
    ).map((element) => element.className)"""
    assert page.evaluate(moving) == []


def test_what_is_not_there_is_told_in_dutch(open_page) -> None:  # type: ignore[no-untyped-def]
    assert open_page("404.html").get_by_role("heading", level=1).inner_text() == "Deze pagina is er niet"
