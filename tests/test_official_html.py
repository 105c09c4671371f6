"""What a saved page becomes: the paper in it whole, the page around it left out, no word of either lost."""

import random
from pathlib import Path
from typing import Any

import pytest
from each import each
from lxml import html

from build_tools.model import Reason
from build_tools.sources.readers.markup.list_marks import counted
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


BLOCKS = ("p", "div", "blockquote", "h3", "section", "nav", "figure")
PHRASES = ("span", "em", "a", "sup", "vreemd")


def grown(random_: random.Random, words: list[str], depth: int) -> str:
    """Elements at random, nested and mixed with text, each word once."""

    def word() -> str:
        words.append(f"w{len(words)}")
        return f" {words[-1]} "

    parts = []
    for _ in range(random_.randint(1, 4)):
        kind = random_.choice((*BLOCKS, *PHRASES, "noot", "ul", "table", "ondertekening"))
        inner = (word() if random_.random() < 0.7 else "") + (grown(random_, words, depth - 1) if depth else "")
        parts.append(MARKED.get(kind, f"<{kind}>{{}}</{kind}>").format(inner))
        parts.append(word() if random_.random() < 0.4 else "")
    return "".join(parts)


MARKED = {
    "noot": '<div class="noot">{}</div>',
    "ul": '<ul><li><span class="ol">– </span>{}</li></ul>',
    "table": "<table><tr><td>{}</td><td>x</td></tr></table>",
    "ondertekening": '<div class="ondertekening">{}</div>',
}


def test_no_word_of_any_page_is_lost_or_stands_twice(tmp_path: Path) -> None:
    def whole(seed: int) -> None:
        words: list[str] = []
        body = grown(random.Random(seed), words, 2)
        text = f'{body}<div class="stuk"><p>Tekst.</p>{body}</div>'
        page = f"<html><head><title>x</title></head><body>{text}</body></html>"
        letter = letter_of(tmp_path, "pagina.html", page)
        assert sorted(word for word in letter.source.text.split() if word[0] == "w") == sorted(words * 2)
        assert letter.ledger.balances

    each(range(60), whole)


@pytest.mark.parametrize(("value", "mark"), [(1, "a."), (26, "z."), (27, "aa."), (28, "ab."), (53, "ba.")])
def test_a_list_counts_in_letters_as_browsers_do(value: int, mark: str) -> None:
    assert counted("lower-alpha", value, ".") == mark
