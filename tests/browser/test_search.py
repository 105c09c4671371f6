"""Search as a reader meets it: what is typed, what is found, where it leads."""

import pytest
from playwright.sync_api import Page

LETTERS = 5
TABLE = {
    "inburgeren": 5,
    "inburgering": 5,
    "jongeren": 2,
    "burgers": 5,
    "markt": 4,
    "Yesilgöz": 1,
}
"""Words and in how many of the five letters they are found; no search measured before found more, all but one fewer."""


def ask(page: Page, question: str) -> list[str]:
    """Type a question and give the addresses of what is found."""
    field = page.get_by_label("Zoek naar")
    field.fill(question)
    field.press("Enter")
    page.get_by_role("status").get_by_text(f"“{question}”").wait_for()
    hrefs = page.locator(".treffer h2 a").evaluate_all("links => links.map(link => link.href)")
    return [href.rstrip("/").rpartition("/")[2] for href in hrefs]


def letters(found: list[str]) -> list[str]:
    return [id_ for id_ in found if id_.startswith(("kst-", "brief-"))]


def test_every_row_of_the_table(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("zoeken/")
    assert {word: len(letters(ask(page, word))) for word in TABLE} == TABLE


@pytest.mark.parametrize(
    ("question", "letter"),
    [
        ("32824 448", "kst-32824-448"),
        ("kst-32824-448", "kst-32824-448"),
        ("32 824, nr. 448", "kst-32824-448"),
        ("34200-XV 1", "kst-34200-XV-1-artikel-13"),
        ("35 925 XV, nr. 108", "kst-32824-357"),
        ("35925-XV 108", "kst-32824-357"),
        ("yesilgoz", "kst-32824-448"),
        ('"jaren ’70 van de vorige eeuw"', "kst-32824-357"),
        ("stagediscriminatie stage", "kst-32824-448"),
    ],
)
def test_as_people_type_it(open_page, question: str, letter: str) -> None:  # type: ignore[no-untyped-def]
    assert ask(open_page("zoeken/"), question)[0] == letter


def test_a_phrase_is_found_as_it_stands_only(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("zoeken/")
    assert letters(ask(page, '"zelfredzaam in de Nederlandse samenleving"')) == ["brief-donner-2011", "kst-32824-1"]
    assert letters(ask(page, '"samenleving Nederlandse zelfredzaam"')) == []


def test_a_result_is_a_paragraph_with_its_letter_and_day(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("zoeken/?q=schooluitval")
    first = page.locator(".treffer").first
    assert first.locator("time").get_attribute("datetime") == "2011-06-16"
    place = first.locator(".plaats a").first
    assert "schooluitval" in place.inner_text()
    assert place.locator("mark").all_inner_texts()
    place.click()
    anchor = page.url.partition("#")[2]
    assert "schooluitval" in page.locator(f"#{anchor}").inner_text()


def test_filters(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("zoeken/?q=integratie")
    page.get_by_label("Jaar").select_option("2025")
    page.get_by_role("status").get_by_text("1 bladzijde voor “integratie”").wait_for()
    assert page.locator(".treffer h2 a").count() == 1
    assert "jaar=2025" in page.url
    page.reload()
    page.get_by_role("status").get_by_text("1 bladzijde voor “integratie”").wait_for()
    assert page.get_by_label("Jaar").input_value() == "2025"
    assert page.get_by_label("Ministerie").locator("option").count() == 3


def test_from_the_header_and_by_keyboard_alone(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("brieven/kst-32824-357/")
    field = page.get_by_role("searchbox", name="Zoeken in de brieven")
    field.focus()
    page.keyboard.type("wederkerigheid")
    page.keyboard.press("Enter")
    page.locator(".treffer").first.wait_for()
    page.get_by_label("Zoek naar").focus()
    while page.evaluate("document.activeElement.closest('.plaats') === null"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/brieven/*/#al-*")


def test_nothing_found_is_said(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("zoeken/")
    assert ask(page, "xyzzyplugh") == []
    assert page.get_by_role("status").inner_text().startswith("Niets gevonden voor “xyzzyplugh”")


def test_without_script_registers_lead_on(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("zoeken/", java_script_enabled=False)
    assert not page.locator(".zoekveld").is_visible()
    page.get_by_role("link", name="Alle brieven op volgorde van datum").click()
    assert page.url.endswith("/brieven/")
