"""What a saved page becomes: the paper in it whole, the page around it left out, no word of either lost."""

from pathlib import Path
from typing import Any

import pytest
from lxml import html

from build_tools.model import Reason
from tests.tagged import cases, letter_of, outcome

CASES = cases("official_html")
STATED = {"blocks", "notes", "facts", "left out", "remarks", "text"}


@pytest.mark.parametrize("case", CASES)
def test_case(tmp_path: Path, case: str) -> None:
    wanted: dict[str, Any] = CASES[case]
    asked = {key for key in STATED if key in wanted}
    assert asked, "a case states something"
    assert outcome(letter_of(tmp_path, "pagina.html", wanted["file"]), asked) == {key: wanted[key] for key in asked}


@pytest.mark.parametrize("case", CASES)
def test_all_that_a_page_shows_is_in_its_text(tmp_path: Path, case: str) -> None:
    letter = letter_of(tmp_path, "pagina.htm", CASES[case]["file"])
    body = html.document_fromstring(CASES[case]["file"]).find("body")
    assert body is not None
    shown = "".join(body.text_content().split())
    text = "".join(letter.source.text.split())
    assert [character for character in set(shown) if text.count(character) < shown.count(character)] == []
    assert letter.ledger.balances


def test_neither_scripts_nor_comments_are_text(tmp_path: Path) -> None:
    page = CASES["pages: a page of officielebekendmakingen.nl"]["file"]
    text = letter_of(tmp_path, "pagina.html", page).source.text
    assert not any(word in text for word in ("niet", "var a", "opmerking", "p{}"))


def test_what_stands_around_the_paper_is_never_in_it(tmp_path: Path) -> None:
    letter = letter_of(tmp_path, "pagina.html", CASES["pages: a page of officielebekendmakingen.nl"]["file"])
    around = [entry.text for entry in letter.ledger.left_out if entry.reason is Reason.AROUND]
    blocks = [block.text for block in letter.blocks]
    assert around and not set(around) & set(blocks)
