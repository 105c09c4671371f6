"""What a reader takes along: the letter's own words, and a citation that leads back."""

import re
from hashlib import sha256

import pytest
from frozen import five_letters
from playwright.sync_api import expect

from build_tools.model import Block, Kind

CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


def test_a_passage_is_copied_without_what_stands_beside_it(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("brieven/kst-32824-448/")
    page.evaluate("getSelection().selectAllChildren(document.getElementById('al-4'))")
    copied = page.evaluate("getSelection().toString()")
    assert copied.startswith("Naast deze bredere vragen")
    assert copied.strip().endswith("om met elkaar samen te leven.")


def test_a_paragraph_is_cited_with_its_number_and_address(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("brieven/kst-32824-448/", **CLIPBOARD)
    page.locator("#bij-4 > summary").click()
    panel = page.locator("#bij-4 > div")
    panel.get_by_role("button", name="Kopieer met adres").click()
    panel.get_by_text("Gekopieerd").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Kamerstukken II 2024/25, 32824, nr. 448, alinea 4, http")
    assert copied.endswith("/brieven/kst-32824-448/#al-4")
    page.locator("#bij-4 > summary").click()
    expect(panel).to_be_hidden()


def copied_passage(page, anchor: str) -> list[str]:  # type: ignore[no-untyped-def]
    """The lines that the button of a paragraph puts on the clipboard."""
    panel = page.locator(f"#bij-{anchor.removeprefix('al-')}")
    panel.locator("summary").click()
    panel.get_by_role("button", name="Kopieer passage").click()
    panel.get_by_text("Gekopieerd").wait_for()
    lines: list[str] = page.evaluate("navigator.clipboard.readText()").split("\n")
    return lines


def cited_block(with_notes: bool) -> Block:
    letter = five_letters()["kst-32824-448"]
    return next(one for one in letter.blocks if one.kind is Kind.PARAGRAPH and bool(one.notes) == with_notes)


@pytest.mark.parametrize("with_notes", [True, False])
def test_a_passage_is_copied_with_its_citation_and_a_hash_of_its_words(open_page, with_notes: bool) -> None:  # type: ignore[no-untyped-def]
    block = cited_block(with_notes)
    page = open_page("brieven/kst-32824-448/", **CLIPBOARD)
    words, where, check = copied_passage(page, block.anchor)
    assert words == f"«{block.text}»"
    number = sha256(block.text.encode()).hexdigest()[:8]
    assert where.startswith(f"Kamerstukken II 2024/25, 32824, nr. 448, alinea {block.n}, http")
    assert where.endswith(f"/brieven/kst-32824-448/#{block.anchor} (sha256 {number})")
    page.goto(check)
    expect(page.locator(".oordeel strong")).to_have_text("Staat er woordelijk zo")
    expect(page.locator(".vindplaats a")).to_have_attribute("href", re.compile(rf"kst-32824-448/#{block.anchor}$"))


def test_of_a_selection_the_words_alone_are_copied_and_found_again(open_page) -> None:  # type: ignore[no-untyped-def]
    block = cited_block(with_notes=True)
    page = open_page("brieven/kst-32824-448/", **CLIPBOARD)
    page.evaluate(
        """anchor => { const block = document.getElementById(anchor), range = document.createRange();
        const mark = block.querySelector("sup"); range.setStart(mark.previousSibling, 0); range.setEndAfter(mark);
        getSelection().removeAllRanges(); getSelection().addRange(range); }""",
        block.anchor,
    )
    assert not page.evaluate("getSelection().toString()").strip().endswith(str(block.notes[0].n))
    words, where, _ = copied_passage(page, block.anchor)
    assert words.strip("«»") and words.strip("«»") in block.text and len(words) < len(block.text)
    assert f"#{block.anchor}:~:text=" in where


def test_a_selection_over_two_paragraphs_is_copied_clean(open_page) -> None:  # type: ignore[no-untyped-def]
    first = cited_block(with_notes=True)
    blocks = five_letters()["kst-32824-448"].blocks
    second = next(block for block in blocks[blocks.index(first) + 1 :] if block.kind is Kind.PARAGRAPH)
    page = open_page("brieven/kst-32824-448/", **CLIPBOARD)
    page.evaluate(
        """ids => { const range = document.createRange();
        const [first, last] = ids.map((id) => document.getElementById(id));
        range.setStart(first, 0); range.setEnd(last, last.childNodes.length);
        getSelection().removeAllRanges(); getSelection().addRange(range); }""",
        [first.anchor, second.anchor],
    )
    *words, where, _ = copied_passage(page, first.anchor)
    between = blocks[blocks.index(first) : blocks.index(second) + 1]
    assert "\n".join(words) == f"«{chr(10).join(block.text for block in between)}»"
    assert f"alinea {first.n} tot en met {second.n}, http" in where and f"#{first.anchor}:~:text=" in where


def test_the_menu_says_where_the_reader_is(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("brieven/kst-32824-448/")
    assert page.locator("[aria-current]").all_inner_texts()[0].strip() == "Brieven"
    page.get_by_role("link", name="Kamerbrieven", exact=True).last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kamerbrieven")
