"""A quotation that a reader wants to check: what she pastes, what the page says, and that it stays with her."""

from typing import Any
from urllib.parse import quote, unquote

import pytest
from case_files import cases
from playwright.sync_api import Page, expect

HEADS = {
    "woordelijk": "Staat er woordelijk zo",
    "gewijzigd": "Staat er gewijzigd",
    "niet": "Niet gevonden in deze brieven",
}


def answered(page: Page, pasted: str) -> tuple[str, list[str]]:
    """What the page says of a quotation: its verdict, and where its links lead."""
    page.locator("#citaat").fill("")
    page.locator(".oordeel").evaluate("told => told.replaceChildren()")
    page.locator("#citaat").fill(pasted)
    page.get_by_role("button", name="Controleer").click()
    expect(page.locator(".oordeel strong")).to_have_count(1)
    links = page.locator(".vindplaats h2 a").evaluate_all("links => links.map(link => link.pathname + link.hash)")
    return page.locator(".oordeel strong").inner_text(), [unquote(link).partition("/brieven/")[2] for link in links]


def test_the_page_says_what_the_command_says(open_page: Any) -> None:
    page = open_page("controleer/")
    for case in cases("quotes.yml"):
        places = [place.replace("#", "/#") for place in case.get("at", [])]
        assert (case["about"], *answered(page, case["text"])) == (case["about"], HEADS[case["says"]], places)
        told = page.locator(".vindplaats").evaluate_all(
            "all => all.map(one => [...one.querySelectorAll('del, ins')].map(mark => mark.textContent.trim()))"
        )
        notices = page.locator(".vindplaats .let-op", has_text="niet zo achter elkaar")
        expect(notices).to_have_count(len(places) if case.get("apart") else 0)
        if "called" in case:
            expect(page.locator(".vindplaats .waar")).to_contain_text(f" · {case['called']}")
        if isinstance(case.get("changes"), list):
            wanted = [side.strip() for change in case["changes"] for side in change.split("→") if side.strip()]
            assert told == [wanted] * len(places)


def test_what_is_pasted_goes_nowhere_and_nothing_is_fetched_before(open_page: Any) -> None:
    page = open_page("controleer/", own=True)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    page.locator("#citaat").fill("Samen leven gaat niet vanzelf")
    assert asked == []
    page.get_by_role("button", name="Controleer").click()
    expect(page.locator(".vindplaats")).to_have_count(2)
    assert asked and not any("vanzelf" in unquote(address) for address in asked)
    assert page.evaluate("[localStorage.length, sessionStorage.length, location.hash]") == [0, 0, ""]


def test_an_address_brings_a_quotation_along(open_page: Any) -> None:
    page = open_page("controleer/#citaat=" + quote("«Samen leven gaat niet vanzelf»"))
    expect(page.locator(".oordeel strong")).to_have_text("Staat er woordelijk zo")


@pytest.mark.parametrize("pasted", ["", "kabinet", "a " * 6_000, "<img src=x onerror=alert(1)> en <b>vet</b>"])
def test_whatever_is_pasted_gets_one_plain_line(open_page: Any, pasted: str) -> None:
    page = open_page("controleer/")
    page.locator("#citaat").fill(pasted)
    page.get_by_role("button", name="Controleer").click()
    expect(page.locator(".oordeel")).not_to_have_text("")
    expect(page.locator(".oordeel")).not_to_contain_text("Bezig")
    assert page.locator(".oordeel img, .vindplaatsen img").count() == 0


def test_without_script_the_page_tells_the_command(open_page: Any) -> None:
    page = open_page("controleer/", java_script_enabled=False)
    expect(page.locator(".zonder-script", has_text="kamerbrieven quote")).to_be_visible()
    expect(page.locator(".citaat")).to_be_hidden()


def test_with_script_too_the_page_tells_the_command(open_page: Any) -> None:
    page = open_page("controleer/")
    expect(page.locator(".zonder-script")).to_be_hidden()
    expect(page.get_by_text("kamerbrieven quote").last).to_be_visible()
