"""The page of a comparison: what its address keeps, what is heard, listed, copied, and how it reads without script."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect
from waiting import FOCUS_AT_REST, eventually, rest

PAIR = "vergelijken/brief-donner-2011--kst-32824-1/"
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
WIDE = {"width": 1280, "height": 800}
FOCUSED = "document.activeElement.dataset.w"
COVERED = f"""async () => {{
    await ({FOCUS_AT_REST})();
    const focused = document.activeElement, {{ left, top, width, height }} = focused.getBoundingClientRect();
    const hit = document.elementFromPoint(left + Math.min(width / 2, 8), top + Math.min(height / 2, 8));
    const bar = hit && hit.closest(".bediening, .koppen, .soorten, header");
    return bar && !bar.contains(focused) ? [focused.outerHTML.slice(0, 120)] : [];
}}"""
TOP = "(name) => document.querySelector(name).getBoundingClientRect().top"


def choose(page: Page, view: str) -> None:
    page.get_by_role("radio", name=view).check()
    rest(page)


def state(page: Page) -> tuple[dict[str, list[str]], str]:
    parts = urlsplit(page.url)
    return parse_qs(parts.query), parts.fragment


def test_a_view_that_was_chosen_is_the_same_on_a_narrower_screen(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(PAIR, viewport=WIDE)
    assert state(page) == ({}, "")
    choose(page, "Lopende tekst")
    page.goto(page.url.partition("?")[0])
    choose(page, "Was")
    choose(page, "Naast elkaar")
    assert state(page) == ({"weergave": ["naast-elkaar"]}, "")


def test_view_kinds_and_change_stand_in_the_address(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(PAIR, viewport=WIDE)
    choose(page, "Lopende tekst")
    page.get_by_role("checkbox", name="toegevoegd").uncheck()
    page.get_by_role("button", name="Volgende").click()
    page.get_by_role("button", name="Volgende").click()
    expect(page.locator(".stand")).to_have_text("2 van 5")
    assert state(page) == ({"weergave": ["lopend"], "soort": ["leesteken"]}, "w-2")
    page.reload()
    expect(page.locator(".stand")).to_have_text("2 van 5")
    expect(page.get_by_role("radio", name="Lopende tekst")).to_be_checked()
    expect(page.get_by_role("checkbox", name="toegevoegd")).not_to_be_checked()
    expect(page.locator(".weergaven .hier").first).to_be_in_viewport()


def test_the_back_button_returns_to_the_view_before(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(PAIR + "?weergave=lopend", viewport=WIDE)
    choose(page, "Was–wordt")
    expect(page.get_by_role("table", name=re.compile("Elke wijziging"))).to_be_visible()
    page.go_back()
    expect(page.get_by_role("radio", name="Lopende tekst")).to_be_checked()
    expect(page.get_by_role("table", name=re.compile("Elke wijziging"))).to_be_hidden()


def test_another_view_shows_the_same_place(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(PAIR + "?weergave=lopend#w-4", viewport=WIDE)
    before = page.evaluate(TOP, "[data-view=lopend] .hier")
    for view, section in (
        ("Naast elkaar", "naast-elkaar"),
        ("Alleen wijzigingen", "lopend"),
        ("Was–wordt", "was-wordt"),
    ):
        choose(page, view)
        mark = f"[data-view={section}] .hier"
        assert eventually(page, lambda mark=mark: abs(page.evaluate(TOP, mark) - before) < 60)


def test_every_change_has_one_number_in_each_view(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(PAIR + "?soort=leesteken&soort=toegevoegd&soort=opmaak", viewport=WIDE)
    numbers = "(view) => [...new Set([...document.querySelectorAll(`${view} [data-w]`)].map((one) => one.dataset.w))]"
    found = [set(page.evaluate(numbers, f"[data-view={view}]")) for view in ("lopend", "naast-elkaar", "was-wordt")]
    assert found == [{str(n) for n in range(1, 11)}] * 3
    assert set(page.evaluate(numbers, ".wijzigingen")) == found[0]
    page.locator(".wijzigingen .alleen-opmaak summary").click()
    page.locator(".wijzigingen a[href='#w-6']").click()
    expect(page.locator(".stand")).to_have_text("opmaak 6")


def test_a_step_moves_the_focus_and_is_said(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(PAIR + "?weergave=lopend", viewport=WIDE)
    for _ in range(4):
        page.get_by_role("button", name="Volgende").click()
    assert page.evaluate(FOCUSED) == "4"
    said = "Wijziging 4 van 5, leesteken, spatie toegevoegd: Koninkrijksrelaties, J. P. H. Donner, alinea 6"
    expect(page.get_by_role("status").filter(has_text="Wijziging")).to_have_text(said)
    expect(page.locator(".weergaven .hier")).to_have_count(1)
    expect(page.locator(".wijzigingen [aria-current]")).to_have_attribute("data-w", "4")
    page.keyboard.press("j")
    expect(page.locator(".stand")).to_have_text("5 van 5")
    page.keyboard.press("k")
    assert page.evaluate(FOCUSED) == "4"


def test_keys_are_left_to_who_types_or_is_elsewhere(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(PAIR, viewport=WIDE)
    page.get_by_role("searchbox").first.focus()
    page.keyboard.type("jkj")
    page.get_by_role("link", name="Gegevens (JSON)").focus()
    page.keyboard.press("j")
    expect(page.locator(".stand")).to_have_text("5 wijzigingen")
    page.locator("[data-view=naast-elkaar] p").first.click()
    page.keyboard.press("j")
    expect(page.locator(".stand")).to_have_text("1 van 5")


def test_only_the_current_change_has_a_frame(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(PAIR + "?weergave=lopend#w-2", viewport=WIDE)
    page.locator(".wijzigingen a[href='#w-3']").click()
    page.get_by_role("button", name="Volgende").click()
    rest(page)
    framed = """[...document.querySelectorAll(".weergaven :is(ins, del)")].filter((mark) => {
        const { outlineStyle, borderTopStyle } = getComputedStyle(mark);
        return mark.checkVisibility() && (outlineStyle !== "none" || borderTopStyle !== "none");
    }).map((mark) => mark.dataset.w)"""
    assert page.evaluate(framed) == ["4"]


def test_changes_are_said_in_the_text(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(PAIR + "?weergave=lopend", viewport=WIDE)
    first = page.locator("[data-view=lopend] p:not(.bijwerk)").first
    said = first.aria_snapshot()
    assert 'deletion: "vervallen: “ (einde)"' in said
    assert 'insertion: "toegevoegd: « (einde)"' in said
    assert "vervallen" not in first.inner_text()
    choose(page, "Naast elkaar")
    expect(page.get_by_role("group", name="B, alinea 6")).to_contain_text("J. P. H. Donner")
    expect(page.get_by_role("heading", name="Integratie, binding, burgerschap", exact=True)).to_be_visible()


def test_kinds_that_are_switched_off_are_not_marked_listed_or_met(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(PAIR + "?weergave=lopend#w-2", viewport=WIDE)
    page.get_by_role("checkbox", name="leesteken").press("Space")
    expect(page.locator(".weergaven .hier")).to_have_count(0)
    expect(page.locator(".stand")).to_have_text("1 wijziging")
    expect(page.get_by_text("1 van de 5 wijzigingen op een rij")).to_be_visible()
    expect(page.locator(".wijzigingen li:visible")).to_have_count(1)
    shown = page.locator("[data-view=lopend] p:not(.bijwerk)").first
    assert shown.inner_text() == "Hierbij treft u aan de visie op integratie «Integratie, binding en burgerschap»."
    choose(page, "Alleen wijzigingen")
    expect(page.locator("[data-view=lopend] > .rij:not(.leeg, .terzijde)")).to_have_count(1)


@pytest.mark.parametrize("width", [1280, 1600])
def test_the_list_stays_in_view_on_a_wide_screen(open_page, width: int) -> None:  # type: ignore[no-untyped-def]
    page = open_page(PAIR + "?weergave=lopend#w-5", viewport={"width": width, "height": 800})
    expect(page.locator(".wijzigingen [aria-current]")).to_be_in_viewport()
    page.mouse.wheel(0, 600)
    rest(page)
    expect(page.locator(".wijzigingen ol").first).to_be_in_viewport()
    text, list_ = page.locator(".weergaven").bounding_box(), page.locator(".wijzigingen").bounding_box()
    assert text
    assert list_
    assert text["x"] + text["width"] <= list_["x"]


def test_a_change_is_copied_with_both_wordings_places_and_address(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(PAIR, viewport=WIDE, **CLIPBOARD)
    page.locator(".wijzigingen li[data-w='4']").hover()
    page.locator(".wijzigingen").get_by_role("button", name="Kopieer wijziging 4").click()
    page.locator(".wijzigingen").get_by_text("Gekopieerd").wait_for()
    lines = page.evaluate("navigator.clipboard.readText()").split("\n")
    assert lines[:4] == [
        "Visie op integratie: twee versies vergeleken, wijziging 4 (leesteken: spatie toegevoegd)",
        "Was: … Koninkrijksrelaties, J.P.H. Donner",
        "Wordt: … Koninkrijksrelaties, J. P. H. Donner",
        "Plaats: A, alinea 6; B, alinea 6",
    ]
    assert lines[4].endswith(f"/{PAIR}#w-4")


def test_a_comparison_is_cited_with_its_address(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(PAIR + "?weergave=lopend#w-2", viewport=WIDE, **CLIPBOARD)
    page.get_by_role("button", name="Kopieer met adres").click()
    page.locator(".citeren").get_by_text("Gekopieerd").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "vergeleken met Kamerstukken II 2010/11, 32824, nr. 1, http" in copied
    assert copied.endswith(f"/{PAIR}")


def test_without_script_it_reads_and_offers_nothing_that_does_not_work(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(PAIR + "#w-4", java_script_enabled=False, viewport=WIDE)
    expect(page.locator("#w-4")).to_be_in_viewport()
    expect(page.get_by_role("button", name=re.compile("Kopieer|Volgende"))).to_have_count(0)
    page.get_by_role("radio", name="Was–wordt").check()
    expect(page.get_by_role("table", name=re.compile("Elke wijziging"))).to_be_visible()
    expect(page.locator("[data-view=lopend]")).to_be_hidden()


def test_the_table_prints_when_it_is_chosen(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(PAIR + "?weergave=was-wordt", viewport=WIDE)
    page.emulate_media(media="print")
    expect(page.get_by_role("table", name=re.compile("Elke wijziging"))).to_be_visible()
    expect(page.locator("[data-view=lopend]")).to_be_hidden()


def test_without_script_kinds_and_views_are_chosen(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(PAIR, java_script_enabled=False, viewport=WIDE)
    page.get_by_role("radio", name="Lopende tekst").check()
    first = page.locator("[data-view=lopend] p:not(.bijwerk)").first
    assert first.inner_text().startswith("Hierbij treft u aan de visie op integratie “«Integratie")
    page.get_by_role("checkbox", name="leesteken").uncheck()
    assert first.inner_text().startswith("Hierbij treft u aan de visie op integratie «Integratie")
    expect(page.locator(".wijzigingen li:visible")).to_have_count(1)
    expect(page.locator(".alleen-opmaak")).to_be_hidden()
    page.get_by_role("checkbox", name="opmaak").check()
    expect(page.locator(".alleen-opmaak")).to_be_visible()
    page.get_by_role("radio", name="Alleen wijzigingen").check()
    expect(first).to_be_visible()


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("view", ["lopend", "naast-elkaar", "was-wordt"])
def test_what_has_the_focus_is_not_under_the_controls(open_page, view: str, width: int) -> None:  # type: ignore[no-untyped-def]
    """Backwards, from below: there the page scrolls to what gets the focus."""
    page = open_page(f"{PAIR}?weergave={view}", viewport={"width": width, "height": 600})
    page.locator(".bewijs a").last.focus()
    covered = []
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        covered += page.evaluate(COVERED)
    assert covered == []
