"""What a reader takes along: the letter's own words, and a citation that leads back."""

from playwright.sync_api import expect

CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


def test_a_passage_is_copied_without_what_stands_beside_it(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("brieven/kst-32824-448/")
    page.evaluate("getSelection().selectAllChildren(document.getElementById('al-4'))")
    copied = page.evaluate("getSelection().toString()")
    assert copied.startswith("Naast deze bredere vragen")
    assert copied.strip().endswith("om met elkaar samen te leven.")


def test_a_paragraph_is_cited_with_its_number_and_address(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("brieven/kst-32824-448/", **CLIPBOARD)
    page.locator("#al-4 .bij-knop").click()
    panel = page.get_by_role("dialog", name="Bij alinea 4")
    panel.get_by_role("button", name="Kopieer met adres").click()
    panel.get_by_text("Gekopieerd").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Kamerstukken II 2024/25, 32824, nr. 448, alinea 4, http")
    assert copied.endswith("/brieven/kst-32824-448/#al-4")
    panel.get_by_role("button", name="Sluiten").click()
    expect(panel).to_be_hidden()


def test_the_menu_says_where_the_reader_is(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("brieven/kst-32824-448/")
    assert page.locator("[aria-current]").all_inner_texts()[0].strip() == "Brieven"
    page.get_by_role("link", name="Kamerbrieven", exact=True).last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kamerbrieven")
