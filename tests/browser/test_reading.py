"""A letter by keyboard and on paper, lists by ear: who has no mouse, no screen, or only the links."""

import pytest
from papers import squeezed
from playwright.sync_api import expect
from sheets import sheets

LONG = "brieven/kst-32824-448/"
WIDE = {"width": 1280, "height": 800}

STOPS = """() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex]")]
    .filter((one) => one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true })).length"""
ALIKE = """() => {
    const leads = {}, shown = [...document.querySelectorAll("main a[href]")].filter((link) => link.checkVisibility());
    for (const link of shown) {
        if (link.ariaHidden || link.matches(".footnote-ref, .footnote-backref")) continue;
        (leads[(link.ariaLabel ?? link.textContent).replace(/\\s+/g, " ").trim()] ??= new Set()).add(link.href);
    }
    return Object.keys(leads).filter((name) => leads[name].size > 1);
}"""
LISTS = [
    "",
    "brieven/",
    "brieven/kst-32824-1/",
    "verantwoording/",
    "vergelijken/",
    "vergelijken/brief-donner-2011--kst-32824-1/",
    "themas/",
    "themas/inburgering/",
    "begrippen/burgerschap/",
]


def test_a_long_letter_is_walked_through_in_few_stops(open_page) -> None:  # type: ignore[no-untyped-def]
    assert open_page(LONG, viewport=WIDE).evaluate(STOPS) <= 120


def test_a_long_register_is_walked_through_in_few_stops_and_opens_where_one_is_led(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("verwijzingen/", viewport=WIDE)
    assert page.evaluate(STOPS) <= 60
    fold = page.locator(".vak", has=page.locator("#wetten"))
    fold.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(fold.locator("dd").first).to_be_visible()
    for anchor in ("#kst-36651-21", "#dossier-36651"):
        for script in (True, False):
            page = open_page(f"verwijzingen/{anchor}", viewport=WIDE, java_script_enabled=script)
            expect(page.locator("#dossier-36651 dd").first).to_be_visible()
            expect(page.locator(anchor)).to_be_in_viewport()
            expect(page.locator(".vak[open]")).to_have_count(1)


def test_a_telephone_shows_whether_each_sum_is_right(open_page) -> None:  # type: ignore[no-untyped-def]
    """Nothing lies beside the screen, and to who listens it stays a table with its heads."""
    for width in (320, 390):
        page = open_page("verantwoording/", viewport={"width": width, "height": 800})
        table = page.locator(".tabel")
        assert table.evaluate("(one) => one.scrollWidth === one.clientWidth")
        heads = "Bron", "Tekst", "Noten", "Weggelaten", "Som"
        assert [page.get_by_role("columnheader", name=name).count() for name in heads] == [1] * 5
        sums = page.get_by_role("cell", name="klopt")
        expect(sums).to_have_count(page.get_by_role("rowheader").count())
        sums.last.scroll_into_view_if_needed()
        expect(sums.last).to_be_in_viewport(ratio=1)


def test_a_folded_register_is_whole_on_paper(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("verwijzingen/")
    page.emulate_media(media="print")
    assert page.locator(".vak dd").count() == sum(one.is_visible() for one in page.locator(".vak dd").all())


def test_arrows_lead_from_paragraph_to_paragraph(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(f"{LONG}#al-13", viewport=WIDE)
    control = page.locator(".bij > summary[tabindex='0']")
    expect(control).to_contain_text("Bij alinea 14:")
    control.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#bij-15 > summary")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#bij-15").get_by_text("Citeer als")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#bij-15").get_by_text("Citeer als")).to_be_hidden()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#bij-12 > summary")).to_be_focused()


def test_without_script_every_control_is_a_stop(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(LONG, viewport=WIDE, java_script_enabled=False)
    assert page.locator(".bij > summary[tabindex]").count() == 0
    assert page.locator(".bij > summary").count() > 50


def test_who_goes_to_a_note_by_keyboard_comes_back(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(LONG, viewport=WIDE)
    page.locator(".footnote-ref[href='#fn:9']").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#fn:9")
    expect(page.locator("li[id='fn:9'] .footnote-backref")).to_have_attribute("tabindex", "0")


def test_the_contents_lead_to_notes_and_references(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(LONG, viewport={"width": 1000, "height": 800})
    page.get_by_role("link", name="Noten en verwijzingen").click()
    page.wait_for_url("**#noten")
    expect(page.get_by_role("heading", name="Noten", exact=True)).to_be_in_viewport()
    expect(page.get_by_role("region", name="Citeren en verwijzingen")).to_have_count(1)


def test_a_finger_finds_the_mark_of_a_note(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(LONG, viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    mark = page.locator(".footnote-ref").first
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2 + 11)
    page.wait_for_url("**#fn:1")


@pytest.mark.parametrize("path", LISTS)
def test_no_name_leads_to_two_places(open_page, path: str) -> None:  # type: ignore[no-untyped-def]
    assert open_page(path, viewport=WIDE).evaluate(ALIKE) == []


def test_a_letter_of_one_page_is_printed_on_one(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("brieven/brief-donner-2011/")
    expect(page.locator(".onbekend")).to_have_text("Niet in de bron plaats, geadresseerde")
    (sheet,) = sheets(page.pdf(prefer_css_page_size=True))
    assert "Nietindebronplaats" not in squeezed(sheet.text)


def test_the_table_of_themes_says_when_and_where(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("themas/", viewport={"width": 390, "height": 800})
    heads = page.locator(".matrix thead a").all_inner_texts()
    assert heads[0].split() == ["16", "juni", "2011", "32", "824,", "nr.", "1"]
    assert len(set(heads)) == len(heads)
    assert page.locator(".matrix td").first.bounding_box()["x"] < 390


@pytest.mark.parametrize("width", [360, 820, 1280, 1920])
def test_the_table_of_themes_begins_where_the_text_begins(open_page, width: int) -> None:  # type: ignore[no-untyped-def]
    page = open_page("themas/", viewport={"width": width, "height": 900})
    edges = [page.locator(part).bounding_box()["x"] for part in ("h1", "p.inleiding", ".schuif", ".matrix", "p.graad")]
    assert max(edges) - min(edges) < 1


def test_a_comparison_is_one_column_where_no_text_stands_beside_another(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("vergelijken/brief-donner-2011--kst-32824-1/", viewport={"width": 820, "height": 900})
    parts = ("h1", ".oordeel", ".wijzigingen", ".bediening", ".herhaald > h2", ".herhaald > .paar", ".bewijs")
    edges = [page.locator(part).first.bounding_box()["x"] for part in parts]
    assert max(edges) - min(edges) < 1
    page.get_by_role("radio", name="Naast elkaar").check()
    assert page.locator(".weergaven").bounding_box()["width"] > 780


def test_nothing_is_cut_or_stacked_needlessly_on_the_narrowest_screen(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("themas/", viewport={"width": 320, "height": 700})
    told = page.locator(".matrix caption").bounding_box()
    assert told["x"] + told["width"] <= 320
    page = open_page("zoeken/?q=taal", viewport={"width": 320, "height": 700})
    first, second, third = (page.locator(".zeven p").nth(at).bounding_box() for at in range(3))
    assert first["y"] == second["y"] < third["y"]
